"""Changing the passphrase: only its wrapping changes, and at every moment exactly one passphrase opens."""

import shutil
from pathlib import Path

import pytest

from tests.unit.vault.conftest import CHEAP, PASSPHRASE, HandClock, another_inspection
from tests.unit.vault.disks import DiskWithPowerCut, FailingDisk, PowerCut
from wellled_desktop.store import reading
from wellled_desktop.vault import copies
from wellled_desktop.vault.disk import Disk
from wellled_desktop.vault.errors import HalfKept, NotKept, PassphraseTooShort, WrongPassphrase, WrongRecoveryKey
from wellled_desktop.vault.library import Library, Vault

NEW = "quilt ladder pigeon"


def opens(folder: Path, passphrase: str) -> bool:
    try:
        Library(folder).unlock(passphrase).close()
    except WrongPassphrase:
        return False
    return True


def lines_in(folder: Path, passphrase: str, inspection_id: str) -> list[str]:
    opened = Library(folder).unlock(passphrase).open_inspection(inspection_id, HandClock())
    try:
        return [line.text for line in opened.store.read(reading.lines)]
    finally:
        opened.close()


def test_the_new_passphrase_opens_and_the_old_does_not(vault: Vault, folder: Path, inspection_id: str) -> None:
    stores = {path: path.read_bytes() for path in (folder / "inspections").rglob("*") if path.is_file()}
    vault.change_passphrase(NEW, CHEAP)
    assert {path: path.read_bytes() for path in stores} == stores
    assert (opens(folder, PASSPHRASE), opens(folder, NEW)) == (False, True)
    assert lines_in(folder, NEW, inspection_id) == ["Line 1", "Line 2", "Line 3"]


def test_the_recovery_key_outlives_a_change_of_passphrase(vault: Vault, library: Library, recovery_text: str) -> None:
    vault.change_passphrase(NEW, CHEAP)
    assert library.unlock_with_recovery_key(recovery_text).device == vault.device


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_key(
    library: Library, folder: Path, recovery_text: str
) -> None:
    library.unlock_with_recovery_key(recovery_text).change_passphrase(NEW, CHEAP)
    assert (opens(folder, PASSPHRASE), opens(folder, NEW)) == (False, True)


def test_a_new_recovery_key_replaces_the_old_one(vault: Vault, library: Library, recovery_text: str) -> None:
    new = vault.change_recovery_key()
    assert library.unlock_with_recovery_key(new.text).device == vault.device
    with pytest.raises(WrongRecoveryKey):
        library.unlock_with_recovery_key(recovery_text)
    assert library.unlock(PASSPHRASE).device == vault.device


def test_a_short_passphrase_is_refused(vault: Vault, folder: Path) -> None:
    with pytest.raises(PassphraseTooShort, match="10 characters"):
        vault.change_passphrase("too short", CHEAP)
    assert opens(folder, PASSPHRASE)


def steps_of_a_change(folder: Path) -> int:
    counting = FailingDisk()
    Library(folder, counting).unlock(PASSPHRASE).change_passphrase(NEW, CHEAP)
    return counting.steps


@pytest.fixture
def copy_of(folder: Path, tmp_path: Path, inspection_id: str, vault: Vault) -> str:
    """Puts a copy of the library beside it, from which each round begins."""
    vault.close()
    shutil.copytree(folder, tmp_path / "kept")
    return inspection_id


def start_again(folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "kept", folder)


def test_a_power_cut_at_any_step_leaves_exactly_one_passphrase(folder: Path, tmp_path: Path, copy_of: str) -> None:
    steps = steps_of_a_change(folder)
    outcomes = set()
    for number in range(steps):
        start_again(folder, tmp_path)
        with pytest.raises(PowerCut):
            Library(folder, DiskWithPowerCut(number)).unlock(PASSPHRASE).change_passphrase(NEW, CHEAP)
        old, new = opens(folder, PASSPHRASE), opens(folder, NEW)
        assert old != new, f"after a power cut at step {number}"
        outcomes.add(new)
        assert lines_in(folder, NEW if new else PASSPHRASE, copy_of) == ["Line 1", "Line 2", "Line 3"]
        assert (folder / copies.NAMES[0]).read_bytes() == (folder / copies.NAMES[1]).read_bytes()
    assert outcomes == {True, False}


@pytest.mark.parametrize("for_good", [False, True], ids=["for a moment", "for good"])
def test_an_error_at_any_step_says_truly_which_passphrase_opens(
    folder: Path, tmp_path: Path, copy_of: str, *, for_good: bool
) -> None:
    steps = steps_of_a_change(folder)
    outcomes = set()
    for number in range(steps):
        start_again(folder, tmp_path)
        failing = FailingDisk(number, for_good=for_good)
        with pytest.raises((NotKept, HalfKept)) as caught:
            Library(folder, failing).unlock(PASSPHRASE).change_passphrase(NEW, CHEAP)
        kept = caught.type is HalfKept
        outcomes.add(kept)
        assert (opens(folder, PASSPHRASE), opens(folder, NEW)) == (not kept, kept)
    assert outcomes == {True, False}
    assert lines_in(folder, NEW, copy_of) == ["Line 1", "Line 2", "Line 3"]


def test_what_another_program_added_meanwhile_is_kept(
    folder: Path, vault: Vault, inspection_id: str, clock: HandClock
) -> None:
    """Two unlocked vaults of one folder: each change is made on what the disk holds, not on what was read at unlocking."""
    other = Library(folder, Disk()).unlock(PASSPHRASE)
    other.create_inspection(another_inspection("second"), clock).close()
    vault.change_passphrase(NEW, CHEAP)
    other.create_inspection(another_inspection("third"), clock).close()
    vault.open_inspection("third", clock).close()
    listed = [one.id for one in Library(folder).unlock(NEW).inspections()]
    assert listed == [inspection_id, "second", "third"]
