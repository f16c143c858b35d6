"""Nothing that was typed can be read in any file of the library, and nobody else on the laptop may open one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.vault.conftest import AUTHOR, CHEAP, PASSPHRASE, HandClock, another_inspection
from wellled_desktop.inspection.commands import NewParticipant, PlanSession, SaveDraft, WriteLine
from wellled_desktop.vault.library import Library, OpenInspection

TRUST = "Wintermere Fells NHS Trust"
TYPED = "The rota was changed after the complaint"
DRAFT = "half a sentence about the committee"
NAME = "Peregrine Unlikely"
REMEMBERED = "composer at the third session"
SECRETS = (TRUST, TYPED, DRAFT, NAME, REMEMBERED, AUTHOR, PASSPHRASE, "Is there the leadership?", "provider_code")


def fill(folder: Path, clock: HandClock) -> OpenInspection:
    vault, _ = Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    opened = vault.create_inspection(another_inspection("secret", TRUST), clock)
    person = NewParticipant("p1", "chief-executive", name=NAME)
    opened.store.execute(PlanSession("s1", "interview", ("chief-executive",), (person,), title=TYPED))
    for number in range(60):
        opened.store.execute(WriteLine(f"l{number}", "s1", f"{TYPED} {number}", speaker="p1"), SaveDraft("s1", DRAFT))
    opened.remember("window", REMEMBERED.encode())
    opened.anchor()
    return opened


def readable(folder: Path) -> list[str]:
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        found += [
            f"{secret!r} as {encoding} in {path.name}"
            for secret in SECRETS
            for encoding in ("utf-8", "utf-16-le", "utf-16-be")
            if secret.encode(encoding) in content or secret.encode(encoding) in os.fsencode(path.name)
        ]
    return found


def test_nothing_typed_can_be_read_while_open_or_closed(folder: Path, clock: HandClock) -> None:
    opened = fill(folder, clock)
    assert (folder / "inspections" / "secret" / "store.db-wal").stat().st_size > 0
    assert readable(folder) == []
    opened.close()
    assert readable(folder) == []


def test_the_search_would_find_it(folder: Path, clock: HandClock) -> None:
    fill(folder, clock).close()
    (folder / "leak").write_bytes(b"...." + TRUST.encode("utf-16-le"))
    assert readable(folder) == [f"{TRUST!r} as utf-16-le in leak"]


@pytest.fixture(params=[0, 0o077, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_files_and_folders_are_their_owners_alone_whatever_the_umask(folder: Path, clock: HandClock) -> None:
    opened = fill(folder, clock)
    names = {path.name for path in folder.rglob("*")}
    assert {"vault-a.wl", "vault-b.wl", "vault.lock", "store.db", "store.db-wal", "anchor.wl", "open.lock"} <= names
    modes = {(path.is_dir(), oct(path.stat().st_mode & 0o777)) for path in (folder, *folder.rglob("*"))}
    opened.close()
    assert modes == {(True, "0o700"), (False, "0o600")}


def test_an_empty_folder_given_for_a_library_becomes_private(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    assert oct(folder.stat().st_mode & 0o777) == "0o700"


def test_a_folder_with_other_things_in_it_keeps_its_rights(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "something else").write_bytes(b"")
    Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    assert oct(folder.stat().st_mode & 0o777) == "0o755"
    assert oct((folder / "vault-a.wl").stat().st_mode & 0o777) == "0o600"
