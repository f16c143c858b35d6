"""Making a vault and opening it: with the passphrase, with the recovery key, and with neither."""

import errno
import os
from pathlib import Path

import pytest

from tests.unit.vault.conftest import AUTHOR, CHEAP, PASSPHRASE, HandClock, create_inspection
from tests.unit.vault.disks import DiskWithPowerCut, FailingDisk, PowerCut
from wellled_desktop.vault import copies
from wellled_desktop.vault.errors import (
    AuthorMissing,
    NotKept,
    PassphraseTooShort,
    RecoveryKeyMistyped,
    VaultExists,
    VaultFilesMissing,
    VaultLocked,
    VaultMissing,
    WrongPassphrase,
    WrongRecoveryKey,
)
from wellled_desktop.vault.library import Library, Vault
from wellled_desktop.vault.recovery_key import RecoveryKey


def test_a_vault_is_made_and_opened_again_by_its_passphrase(folder: Path) -> None:
    library = Library(folder)
    assert not library.exists()
    made, _ = library.create_vault(PASSPHRASE, f" {AUTHOR} ", CHEAP, os.urandom)
    assert library.exists()
    opened = Library(folder).unlock(PASSPHRASE)
    assert (opened.author, opened.device) == (AUTHOR, made.device)
    assert opened.inspections() == ()


def test_each_vault_has_a_laptop_id_of_its_own(tmp_path: Path) -> None:
    first, _ = Library(tmp_path / "a").create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    second, _ = Library(tmp_path / "b").create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    assert first.device != second.device
    assert len(first.device) == 16


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(library: Library, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(WrongPassphrase, match="Caps Lock"):
        library.unlock("walrus banjo teapoT")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_accents_typed_in_one_stroke_or_two_are_the_same(folder: Path) -> None:
    Library(folder).create_vault("caf\u00e9 au lait", AUTHOR, CHEAP, os.urandom)
    assert Library(folder).unlock("cafe\u0301 au lait").author == AUTHOR


def test_the_recovery_key_opens_the_vault_however_it_is_typed(library: Library, recovery_text: str) -> None:
    assert library.unlock_with_recovery_key(recovery_text).author == AUTHOR
    assert library.unlock_with_recovery_key(recovery_text.lower().replace("-", " ")).author == AUTHOR
    assert library.unlock_with_recovery_key(recovery_text.replace("-", "")).author == AUTHOR


def test_another_vaults_recovery_key_is_recognised_as_such(library: Library) -> None:
    with pytest.raises(WrongRecoveryKey, match="another vault"):
        library.unlock_with_recovery_key(RecoveryKey(bytes(20)).text)


def test_a_mistyped_recovery_key_names_its_group(library: Library, recovery_text: str) -> None:
    groups = recovery_text.split("-")
    groups[3] = ("0" if groups[3][0] != "0" else "1") + groups[3][1:]
    with pytest.raises(RecoveryKeyMistyped, match="Group 4") as caught:
        library.unlock_with_recovery_key("-".join(groups))
    assert caught.value.group == 4


def test_one_field_takes_the_passphrase_or_the_recovery_key(library: Library, recovery_text: str) -> None:
    assert library.unlock_with_either(PASSPHRASE).author == AUTHOR
    assert library.unlock_with_either(recovery_text).author == AUTHOR
    with pytest.raises(WrongPassphrase):
        library.unlock_with_either("neither of the two")
    with pytest.raises(WrongRecoveryKey):
        library.unlock_with_either(RecoveryKey(bytes(20)).text)


def test_a_passphrase_that_looks_like_a_recovery_key_is_still_a_passphrase(folder: Path) -> None:
    text = RecoveryKey(bytes(20)).text
    Library(folder).create_vault(text, AUTHOR, CHEAP, os.urandom)
    assert Library(folder).unlock_with_either(text).author == AUTHOR


def test_a_folder_without_a_vault_says_so_and_stays_as_it_is(folder: Path) -> None:
    for unlock in (
        Library(folder).unlock,
        Library(folder).unlock_with_recovery_key,
        Library(folder).unlock_with_either,
    ):
        with pytest.raises(VaultMissing):
            unlock("a passphrase of sorts")
    assert not folder.exists()


def test_a_vault_is_never_made_over_another(library: Library, folder: Path) -> None:
    with pytest.raises(VaultExists):
        library.create_vault("another passphrase", AUTHOR, CHEAP, os.urandom)
    (folder / copies.NAMES[0]).write_bytes(b"damaged")
    (folder / copies.NAMES[1]).unlink()
    with pytest.raises(VaultExists):
        library.create_vault("another passphrase", AUTHOR, CHEAP, os.urandom)


def test_no_vault_is_made_over_inspections_whose_vault_is_missing(
    library: Library, folder: Path, inspection_id: str
) -> None:
    store = (folder / "inspections" / inspection_id / "store.db").read_bytes()
    for name in copies.NAMES:
        (folder / name).unlink()
    for ask in (
        lambda: library.create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom),
        lambda: library.unlock(PASSPHRASE),
        lambda: library.unlock_with_recovery_key("any"),
        library.check_exists,
        library.check_free,
    ):
        with pytest.raises(VaultFilesMissing, match=r"^The vault's two files are missing, but 1 inspection is here"):
            ask()
    assert library.trouble().startswith("The vault's two files are missing")
    assert not library.exists()
    assert (folder / "inspections" / inspection_id / "store.db").read_bytes() == store


def test_as_many_inspections_as_are_without_a_vault_are_told(folder: Path) -> None:
    for name in ("a", "b", "emptied"):
        (folder / "inspections" / name).mkdir(parents=True)
    for name in ("a", "b"):
        (folder / "inspections" / name / "store.db").touch()
    with pytest.raises(VaultFilesMissing, match="but 2 inspections are here"):
        Library(folder).unlock(PASSPHRASE)


def test_a_vault_made_meanwhile_by_another_program_is_kept(folder: Path) -> None:
    """The other program is as fast as it can be: it makes its vault while this one derives its key."""

    def chance(length: int) -> bytes:
        if not Library(folder).exists():
            Library(folder).create_vault(PASSPHRASE, "Quicker", CHEAP, os.urandom)
        return os.urandom(length)

    with pytest.raises(VaultExists):
        Library(folder).create_vault("another passphrase", AUTHOR, CHEAP, chance)
    assert Library(folder).unlock(PASSPHRASE).author == "Quicker"


def test_a_short_passphrase_or_no_name_makes_no_vault(folder: Path) -> None:
    with pytest.raises(PassphraseTooShort):
        Library(folder).create_vault("too short", AUTHOR, CHEAP, os.urandom)
    with pytest.raises(AuthorMissing):
        Library(folder).create_vault(PASSPHRASE, " ", CHEAP, os.urandom)
    assert not folder.exists()


def test_a_full_disk_makes_no_half_of_a_vault(tmp_path: Path) -> None:
    """Whatever step fails: no vault, and the same again succeeds once there is space."""
    counting = FailingDisk()
    Library(tmp_path / "counted", counting).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    for number in range(counting.steps):
        library = Library(tmp_path / str(number), FailingDisk(number))
        with pytest.raises(NotKept, match="nothing was changed"):
            library.create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
        assert not library.exists()
        library.create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    assert counting.steps > 10


def test_a_full_disk_is_named(folder: Path) -> None:
    with pytest.raises(NotKept, match="disk is full"):
        Library(folder, FailingDisk(2)).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    with pytest.raises(NotKept, match="disk space is used up"):
        Library(folder, FailingDisk(2, errno.EDQUOT)).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    with pytest.raises(NotKept, match="may not be written"):
        Library(folder, FailingDisk(2, errno.EROFS)).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    with pytest.raises(NotKept, match="reported an error"):
        Library(folder, FailingDisk(2, errno.EIO)).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)


def test_a_power_cut_while_a_vault_is_made_leaves_a_whole_vault_or_none(tmp_path: Path) -> None:
    counting = FailingDisk()
    Library(tmp_path / "counted", counting).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    outcomes = set()
    for number in range(counting.steps):
        folder = tmp_path / str(number)
        with pytest.raises(PowerCut):
            Library(folder, DiskWithPowerCut(number)).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
        there = Library(folder).exists()
        outcomes.add(there)
        if there:
            assert Library(folder).unlock(PASSPHRASE).author == AUTHOR
        else:
            Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    assert outcomes == {True, False}


def test_a_locked_vault_does_nothing_more(vault: Vault, clock: HandClock) -> None:
    vault.close()
    vault.close()
    for ask in (
        vault.inspections,
        lambda: vault.create_inspection(create_inspection(), clock),
        lambda: vault.open_inspection("x", clock),
        lambda: vault.verify_inspection("x"),
        lambda: vault.change_passphrase("another passphrase", CHEAP),
        vault.change_recovery_key,
    ):
        with pytest.raises(VaultLocked):
            ask()


def test_no_key_shows_in_a_representation(vault: Vault, clock: HandClock) -> None:
    vault.create_inspection(create_inspection(), clock).close()
    _, contents = vault._current()
    shown = [repr(one) for one in (vault, contents, contents.inspections[0], RecoveryKey(bytes(20)))]
    assert shown == ["Vault(…)", "Contents(…)", "KeptInspection(…)", "RecoveryKey(…)"]
