"""Inspections in the vault: listed without opening a store, opened once at a time, never made anew where one is lost."""

import errno
import shutil
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.unit.vault.conftest import (
    AUTHOR,
    PASSPHRASE,
    HandClock,
    another_inspection,
    create_inspection,
    write_lines,
)
from tests.unit.vault.disks import DiskWithPowerCut, FailingDisk, PowerCut
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.store import reading
from wellled_desktop.store.errors import Damaged, NotEncrypted
from wellled_desktop.vault.errors import (
    HalfKept,
    InspectionExists,
    InspectionLost,
    InspectionMissing,
    InUse,
    NotKept,
    VaultLocked,
)
from wellled_desktop.vault.library import InspectionSummary, Library, OpenInspection, Vault


def store_of(folder: Path, inspection_id: str) -> Path:
    return folder / "inspections" / inspection_id / "store.db"


def texts(opened: OpenInspection) -> list[str]:
    return [line.text for line in opened.store.read(reading.lines)]


def test_an_inspection_is_listed_as_it_was_made(vault: Vault, library: Library, clock: HandClock) -> None:
    first = create_inspection()
    vault.create_inspection(first, clock).close()
    vault.create_inspection(another_inspection("second", "  Padded NHS Trust "), clock, is_example=True).close()
    listed = library.unlock(PASSPHRASE).inspections()
    assert listed == vault.inspections()
    assert listed[0] == InspectionSummary(
        first.id, first.trust_name, first.provider_code, first.trust_types, first.start_date, first.days
    )
    assert (listed[1].trust_name, listed[1].trust_types, listed[1].is_example) == (
        "Padded NHS Trust",
        ("mental-health", "community"),
        True,
    )


def test_what_was_written_is_there_after_unlocking_again(
    library: Library, vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    opened = library.unlock(PASSPHRASE).open_inspection(inspection_id, clock)
    assert (opened.id, opened.device, opened.warning) == (inspection_id, vault.device, None)
    assert texts(opened) == ["Line 1", "Line 2", "Line 3"]
    detail = opened.store.read(reading.inspection_detail)
    assert detail is not None
    assert detail.trust_name == "Example Vale NHS Trust"
    opened.close()


def test_the_record_is_signed_by_the_vaults_owner_or_by_whoever_is_named(
    vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    opened = vault.open_inspection(inspection_id, clock, "Somebody Else")
    write_lines(opened, 4, 4)
    assert [line.author for line in opened.store.read(reading.lines)] == [AUTHOR, AUTHOR, AUTHOR, "Somebody Else"]
    opened.close()


def test_a_reader_sees_what_the_writer_has_written(vault: Vault, inspection_id: str, clock: HandClock) -> None:
    opened = vault.open_inspection(inspection_id, clock)
    reader = opened.reader()
    write_lines(opened, 4, 4)
    assert len(reader.read(reading.lines)) == 4
    reader.close()
    opened.close()


def test_an_inspection_is_open_once_at_a_time(vault: Vault, inspection_id: str, clock: HandClock) -> None:
    opened = vault.open_inspection(inspection_id, clock)
    for again in (lambda: vault.open_inspection(inspection_id, clock), lambda: vault.verify_inspection(inspection_id)):
        with pytest.raises(InUse, match="another window"):
            again()
    write_lines(opened, 4, 4)
    opened.close()
    vault.open_inspection(inspection_id, clock).close()


def test_a_new_inspection_is_open_to_nobody_else(vault: Vault, clock: HandClock) -> None:
    opened = vault.create_inspection(create_inspection(), clock)
    with pytest.raises(InUse):
        vault.open_inspection(opened.id, clock)
    opened.close()


OPEN_ELSEWHERE = """
import sys
from pathlib import Path
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.library import Library

opened = Library(Path(sys.argv[1])).unlock(sys.argv[2]).open_inspection(sys.argv[3], LaptopClock())
print("open", flush=True)
sys.stdin.readline()
"""


def test_an_inspection_open_in_another_program_is_in_use_until_that_dies(
    folder: Path, vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    command = [sys.executable, "-c", OPEN_ELSEWHERE, str(folder), PASSPHRASE, inspection_id]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(InUse):
            vault.open_inspection(inspection_id, clock)
        other.kill()
        other.communicate(timeout=20)
    opened = vault.open_inspection(inspection_id, clock)
    assert (opened.warning, len(texts(opened))) == (None, 3)
    opened.close()


def test_a_closed_inspection_does_nothing_more(vault: Vault, inspection_id: str, clock: HandClock) -> None:
    opened = vault.open_inspection(inspection_id, clock)
    opened.close()
    opened.close()
    for ask in (
        lambda: opened.store,
        opened.reader,
        opened.anchor,
        lambda: opened.remember("window", b""),
        lambda: opened.remembered("window"),
    ):
        with pytest.raises(VaultLocked):
            ask()


def test_an_inspection_that_is_not_in_the_vault_is_missing(vault: Vault, clock: HandClock) -> None:
    with pytest.raises(InspectionMissing, match="list of inspections"):
        vault.open_inspection("no-such", clock)
    with pytest.raises(InspectionMissing):
        vault.verify_inspection("../../elsewhere")


@pytest.mark.parametrize("inspection_id", ["", "..", "../elsewhere", "a/b", "A", "-a", "a" * 65, "a\n"])
def test_an_id_that_is_no_plain_name_makes_nothing(
    vault: Vault, folder: Path, clock: HandClock, inspection_id: str
) -> None:
    with pytest.raises(ValueError, match=r"^.*"):
        vault.create_inspection(another_inspection(inspection_id), clock)
    assert not (folder / "inspections").exists()


@pytest.mark.parametrize("left", [None, b"", bytes(4096)], ids=["missing", "empty", "one page"])
def test_a_lost_store_is_told_and_not_made_anew(
    vault: Vault, folder: Path, inspection_id: str, clock: HandClock, left: bytes | None
) -> None:
    path = store_of(folder, inspection_id)
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    for ask in (lambda: vault.open_inspection(inspection_id, clock), lambda: vault.verify_inspection(inspection_id)):
        with pytest.raises(InspectionLost, match="backup"):
            ask()
    assert (path.read_bytes() if path.exists() else None) == left
    assert [one.id for one in vault.inspections()] == [inspection_id]


def test_an_inspection_whose_folder_is_gone_is_lost(
    vault: Vault, folder: Path, inspection_id: str, clock: HandClock
) -> None:
    path = store_of(folder, inspection_id)
    path.parent.rename(folder / "elsewhere")
    with pytest.raises(InspectionLost):
        vault.open_inspection(inspection_id, clock)
    path.parent.write_bytes(b"")
    with pytest.raises(InspectionLost):
        vault.open_inspection(inspection_id, clock)
    path.parent.unlink()
    (folder / "elsewhere").rename(path.parent)
    vault.open_inspection(inspection_id, clock).close()


def test_a_store_of_another_inspection_is_not_opened_and_stays_encrypted(
    vault: Vault, folder: Path, inspection_id: str, clock: HandClock
) -> None:
    vault.create_inspection(another_inspection("second"), clock).close()
    content = store_of(folder, "second").read_bytes()
    store_of(folder, inspection_id).write_bytes(content)
    with pytest.raises(Damaged, match="another vault"):
        vault.open_inspection(inspection_id, clock)
    assert store_of(folder, inspection_id).read_bytes() == content
    with pytest.raises(Damaged):
        vault.open_inspection(inspection_id, clock)  # the lock was given back
    vault.open_inspection("second", clock).close()


def test_a_plain_file_in_place_of_a_store_is_refused(
    vault: Vault, folder: Path, inspection_id: str, clock: HandClock
) -> None:
    store_of(folder, inspection_id).write_bytes(b"SQLite format 3\x00" + bytes(10_000))
    with pytest.raises(NotEncrypted):
        vault.open_inspection(inspection_id, clock)


def test_a_refused_inspection_leaves_nothing(vault: Vault, folder: Path, clock: HandClock) -> None:
    with pytest.raises(RuleBroken, match="name of the trust"):
        vault.create_inspection(another_inspection("second", " "), clock)
    assert list(folder.glob("inspections/*")) == []
    assert vault.inspections() == ()
    vault.create_inspection(another_inspection("second"), clock).close()


def test_the_same_inspection_is_not_made_twice(vault: Vault, inspection_id: str, clock: HandClock) -> None:
    with pytest.raises(InspectionExists, match="list of inspections"):
        vault.create_inspection(another_inspection(inspection_id), clock)
    opened = vault.open_inspection(inspection_id, clock)
    assert len(texts(opened)) == 3
    opened.close()


def test_a_folder_that_the_vault_does_not_know_is_not_written_over(
    vault: Vault, folder: Path, clock: HandClock
) -> None:
    """It may be a store whose key is in a newer vault that can still be put back."""
    store_of(folder, "second").parent.mkdir(parents=True)
    store_of(folder, "second").write_bytes(b"somebody's")
    with pytest.raises(InspectionExists):
        vault.create_inspection(another_inspection("second"), clock)
    assert store_of(folder, "second").read_bytes() == b"somebody's"


@pytest.fixture
def steps_of_creation(folder: Path, library: Library, tmp_path: Path, clock: HandClock) -> int:
    del library
    counting = FailingDisk()
    shutil.copytree(folder, tmp_path / "counted")
    Library(tmp_path / "counted", counting).unlock(PASSPHRASE).create_inspection(create_inspection(), clock).close()
    return counting.steps


def test_a_power_cut_while_an_inspection_is_made_leaves_it_whole_or_unlisted(
    folder: Path, library: Library, clock: HandClock, steps_of_creation: int
) -> None:
    listed = 0
    for number in range(steps_of_creation):
        wanted = f"inspection-{number}"
        dying = Library(folder, DiskWithPowerCut(number)).unlock(PASSPHRASE)
        with suppress(PowerCut):
            dying.create_inspection(another_inspection(wanted), clock).close()
        vault = library.unlock(PASSPHRASE)
        known = [one.id for one in vault.inspections()]
        assert len(known) - listed == (wanted in known)
        listed = len(known)
        for one in known[-1:]:
            opened = vault.open_inspection(one, clock)
            assert opened.store.read(reading.inspection_detail) is not None
            opened.close()
    assert 0 < listed < steps_of_creation


def test_a_full_disk_while_an_inspection_is_made_says_truly_whether_it_is_there(
    folder: Path, library: Library, clock: HandClock, steps_of_creation: int
) -> None:
    outcomes = set()
    for number in range(steps_of_creation):
        wanted = f"inspection-{number}"
        failing = Library(folder, FailingDisk(number)).unlock(PASSPHRASE)
        try:
            failing.create_inspection(another_inspection(wanted), clock).close()
            outcome = "made"
        except NotKept:
            outcome = "not kept"
            assert not store_of(folder, wanted).parent.exists()
        except HalfKept:
            outcome = "half kept"
        outcomes.add(outcome)
        vault = library.unlock(PASSPHRASE)
        assert (wanted in [one.id for one in vault.inspections()]) == (outcome != "not kept")
        if outcome != "not kept":
            vault.open_inspection(wanted, clock).close()
    assert outcomes == {"made", "not kept", "half kept"}


def test_a_library_that_may_not_be_written_is_named(
    folder: Path, library: Library, clock: HandClock, inspection_id: str
) -> None:
    del library
    vault = Library(folder, FailingDisk(0, errno.EROFS)).unlock(PASSPHRASE)
    with pytest.raises(NotKept, match="may not be written"):
        vault.create_inspection(another_inspection("second"), clock)
    lock = store_of(folder, inspection_id).with_name("open.lock")
    lock.unlink()
    lock.mkdir()
    with pytest.raises(NotKept):
        vault.open_inspection(inspection_id, clock)


MAKE_SIX = """
import sys
from pathlib import Path
from tests.unit.vault.conftest import PASSPHRASE, HandClock, another_inspection
from wellled_desktop.vault.library import Library

vault = Library(Path(sys.argv[1])).unlock(PASSPHRASE)
print("ready", flush=True)
sys.stdin.readline()
for number in range(6):
    vault.create_inspection(another_inspection(f"{sys.argv[2]}-{number}"), HandClock()).close()
"""


def test_two_programs_that_make_inspections_at_once_lose_none(
    folder: Path, library: Library, clock: HandClock, pytestconfig: pytest.Config
) -> None:
    """Each unlocks the library for itself; the vault's lock makes their changes follow one another."""
    with ExitStack() as running:
        programs = [
            running.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", MAKE_SIX, str(folder), name],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    cwd=pytestconfig.rootpath,
                )
            )
            for name in ("one", "two")
        ]
        for program in programs:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
        for program in programs:
            assert program.stdin is not None
            program.stdin.write("go\n")
            program.stdin.flush()
        assert [program.wait(timeout=60) for program in programs] == [0, 0]
    vault = library.unlock(PASSPHRASE)
    assert {one.id for one in vault.inspections()} == {f"{name}-{n}" for name in ("one", "two") for n in range(6)}
    for one in vault.inspections():
        vault.open_inspection(one.id, clock).close()
