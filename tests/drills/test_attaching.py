"""kill -9 while files are attached, and a disk that takes no more: what is said to be attached opens byte for byte, the rest
is offered again, and nothing half-done stays."""

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ui.conftest import AUTHOR, CHEAP, INSPECTION, PASSPHRASE, new_inspection
from wellled_desktop.exchange.attaching import attach, collect
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.store.weighing_reading import attachments
from wellled_desktop.vault.library import Library, OpenInspection

_FEW, _MANY = 60, 200
SECONDS = 120


@pytest.fixture
def library(tmp_path: Path, real_pack: Pack) -> Path:
    folder = tmp_path / "library"
    vault, _ = Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    opened = vault.create_inspection(new_inspection(real_pack), LaptopClock())
    opened.store.execute(RecordEvidence("e1", "What the trust handed over", "document"))
    opened.close()
    vault.close()
    (tmp_path / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    return folder


@pytest.fixture
def papers(tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, Path]:
    """The files by the hash of what is in them, some larger than a frame; 200 of them in a real drill."""
    folder = tmp_path / "papers"
    folder.mkdir()
    chance = random.Random(20261124)  # noqa: S311  # what the files hold, not a secret
    made = {}
    for number in range(_MANY if request.config.getoption("--drills") else _FEW):
        content = chance.randbytes(1_500_000 if number % 20 == 7 else chance.randrange(40_000))
        path = folder / f"paper {number:03}.pdf"
        path.write_bytes(content)
        made[hashlib.sha256(content).hexdigest()] = path
    return made


def test_who_is_killed_while_files_are_attached_has_what_was_said_and_goes_on(
    library: Path, papers: dict[str, Path], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rounds = 12 if request.config.getoption("--drills") else 2
    chance = random.Random(rounds)  # noqa: S311  # when to kill
    said: list[str] = []
    for number in range(1, rounds + 1):
        until = len(papers) * number // (rounds + 1) - chance.randrange(5)
        said += killed_after(library, tmp_path, until - len(said))
        with opened_again(library) as opened:
            recorded = check(opened, library, papers)
            assert set(said) <= recorded
            said = list(recorded)
    assert 0 < len(said) < len(papers)
    offer_the_rest(library, tmp_path, papers)


def test_a_disk_that_takes_no_more_keeps_what_was_said_and_the_rest_is_offered_again(
    library: Path, papers: dict[str, Path], tmp_path: Path
) -> None:
    with attacher(library, tmp_path, most_bytes=1_400_000) as program:
        out, err = program.communicate(timeout=SECONDS)
    assert err.decode().startswith("The disk takes no file as large as this one, so nothing was changed.")
    said = set(out.decode().split())
    with opened_again(library) as opened:
        assert check(opened, library, papers) == said
    assert 0 < len(said) < len(papers)
    offer_the_rest(library, tmp_path, papers)


@contextmanager
def attacher(library: Path, tmp_path: Path, most_bytes: int = 0) -> Iterator[subprocess.Popen[bytes]]:
    arguments = map(str, (library, tmp_path / "passphrase", INSPECTION, tmp_path / "papers", most_bytes))
    command = [sys.executable, "-m", "tests.drills.attacher", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0) as program:
        yield program


def killed_after(library: Path, tmp_path: Path, count: int) -> list[str]:
    """What was said to be attached before it was killed, as soon as it had said so `count` times."""
    with attacher(library, tmp_path) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        said = [program.stdout.readline().decode().strip() for _ in range(count)]
        program.kill()
        said += program.stdout.read().decode().split("\n")[:-1]
        complaints = program.stderr.read().decode()
    assert complaints == ""
    assert all(len(one) == 64 for one in said), "it ended before it was killed"
    return said


@contextmanager
def opened_again(library: Path) -> Iterator[OpenInspection]:
    vault = Library(library).unlock(PASSPHRASE)
    assert vault.verify_inspection(INSPECTION).findings == ()
    opened = vault.open_inspection(INSPECTION, LaptopClock())
    assert opened.warning is None
    yield opened
    opened.close()
    vault.close()


def check(opened: OpenInspection, library: Path, papers: dict[str, Path]) -> set[str]:
    """The hashes of what the record says is attached, each opened byte for byte; on the disk is at most one file more."""
    recorded = {one.sha256: one for one in opened.store.read(attachments)}
    for sha256, one in recorded.items():
        with opened.attachments.open(sha256) as reader:
            assert b"".join(reader) == papers[sha256].read_bytes()
        assert one.name == papers[sha256].name
    folder = library / "inspections" / INSPECTION / "attachments"
    on_disk = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in on_disk if path.suffix == ".new"] == []
    whole = sum(opened.attachments.holds(sha256) for sha256 in papers)
    assert whole == len(on_disk), "something on the disk is not a whole file of these"
    assert whole <= len(recorded) + 1, "more than the file at hand was kept and not recorded"
    return set(recorded)


def offer_the_rest(library: Path, tmp_path: Path, papers: dict[str, Path]) -> None:
    """Attaches the whole folder once more: what is attached is told apart, the rest is attached, and all is there."""
    ids = (f"again-{number}" for number in range(len(papers)))
    with opened_again(library) as opened:
        before = len(opened.store.read(attachments))
        results = list(attach(opened, "e1", collect([tmp_path / "papers"]).files, new_id=lambda: next(ids)))
        for result in results:
            if result.command is not None:
                opened.store.execute(result.command)
        assert sum(one.command is None for one in results) == before
        assert check(opened, library, papers) == set(papers)
