"""The two copies of the envelope: one bad one, whatever is wrong with it, is mended from the other at the next unlocking."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.unit.vault.conftest import AUTHOR, CHEAP, PASSPHRASE, HandClock, create_inspection
from tests.unit.vault.disks import FailingDisk
from wellled_desktop.vault import copies, envelope
from wellled_desktop.vault.contents import Contents
from wellled_desktop.vault.disk import Disk
from wellled_desktop.vault.errors import (
    HalfKept,
    VaultBusy,
    VaultDamaged,
    VaultTooNew,
    VaultUnreadable,
    WrongPassphrase,
)
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library
from wellled_desktop.vault.locks import changing_the_vault
from wellled_desktop.vault.recovery_key import RecoveryKey
from wellled_desktop.vault.sealing import unseal
from wellled_desktop.vault.vault import LOCK_NAME

pytestmark = pytest.mark.usefixtures("library")
BOTH = pytest.mark.parametrize("name", copies.NAMES)


def damages() -> list[tuple[str, Callable[[bytes], bytes]]]:
    cut: list[tuple[str, Callable[[bytes], bytes]]] = [
        ("emptied", lambda _file: b""),
        ("one byte", lambda file: file[:1]),
        ("cut within its checksum", lambda file: file[:30]),
        ("cut in half", lambda file: file[: len(file) // 2]),
        ("its last byte gone", lambda file: file[:-1]),
        ("a byte too many", lambda file: file + b"\0"),
        ("zeros", lambda file: bytes(len(file))),
        ("twice itself", lambda file: file * 2),
    ]
    return cut


@BOTH
@pytest.mark.parametrize("damage", [damage for _, damage in damages()], ids=[name for name, _ in damages()])
def test_a_damaged_copy_is_mended_from_the_other(folder: Path, name: str, damage: Callable[[bytes], bytes]) -> None:
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(damage(whole))
    assert Library(folder).unlock(PASSPHRASE).author == AUTHOR
    assert (folder / name).read_bytes() == whole


@BOTH
def test_a_copy_with_any_byte_flipped_is_mended_from_the_other(folder: Path, name: str) -> None:
    whole = (folder / name).read_bytes()
    for place in range(0, len(whole), 5):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        (folder / name).write_bytes(flipped)
        assert Library(folder).unlock(PASSPHRASE).author == AUTHOR
        assert (folder / name).read_bytes() == whole


@BOTH
def test_a_missing_copy_is_made_again(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert Library(folder).exists()
    Library(folder).unlock(PASSPHRASE)
    one, other = ((folder / each).read_bytes() for each in copies.NAMES)
    assert one == other
    assert (folder / name).stat().st_mode & 0o777 == 0o600


@BOTH
def test_a_wrong_passphrase_mends_nothing(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"damaged")
    with pytest.raises(WrongPassphrase):
        Library(folder).unlock("another passphrase")
    assert (folder / name).read_bytes() == b"damaged"


@BOTH
def test_two_bad_copies_are_told_and_left_as_they_are(folder: Path, name: str) -> None:
    for each in copies.NAMES:
        (folder / each).write_bytes((folder / each).read_bytes()[:-1])
    with pytest.raises(VaultDamaged, match="backup"):
        Library(folder).unlock(PASSPHRASE)
    (folder / name).unlink()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(VaultDamaged):
        Library(folder).unlock(PASSPHRASE)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_files_that_cannot_be_read_are_not_called_damaged(folder: Path) -> None:
    for name in copies.NAMES:
        (folder / name).unlink()
        (folder / name).mkdir()
    with pytest.raises(VaultUnreadable, match="could not be read"):
        Library(folder).unlock(PASSPHRASE)


@BOTH
def test_a_copy_that_can_neither_be_read_nor_mended_keeps_nobody_out(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    assert Library(folder).unlock(PASSPHRASE).author == AUTHOR


@BOTH
def test_a_full_disk_keeps_nobody_out(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"damaged")
    assert Library(folder, FailingDisk(0, for_good=True)).unlock(PASSPHRASE).author == AUTHOR
    assert (folder / name).read_bytes() == b"damaged"
    Library(folder).unlock(PASSPHRASE)
    assert (folder / name).read_bytes() != b"damaged"


@BOTH
def test_a_copy_of_a_newer_app_is_not_touched(folder: Path, name: str) -> None:
    """Its content is unknown, its checksum right."""
    start = envelope.MAGIC + bytes([envelope.FORMAT + 1])
    newer = start + hashlib.sha256(start + b"unknown").digest() + b"unknown"
    (folder / name).write_bytes(newer)
    with pytest.raises(VaultTooNew, match="newer version"):
        Library(folder).unlock(PASSPHRASE)
    assert (folder / name).read_bytes() == newer


@BOTH
def test_what_is_no_envelope_but_has_a_right_checksum_is_damaged(folder: Path, name: str) -> None:
    whole = (folder / name).read_bytes()
    for body in (b"", b"\xff\xff", msgspec.msgpack.encode({"generation": 0})):
        start = envelope.MAGIC + bytes([envelope.FORMAT])
        (folder / name).write_bytes(start + hashlib.sha256(start + body).digest() + body)
        Library(folder).unlock(PASSPHRASE)
        assert (folder / name).read_bytes() == whole


@BOTH
def test_the_higher_generation_counts(folder: Path, name: str, clock: HandClock) -> None:
    older = (folder / name).read_bytes()
    Library(folder).unlock(PASSPHRASE).create_inspection(create_inspection(), clock).close()
    newer = (folder / name).read_bytes()
    (folder / name).write_bytes(older)
    assert len(Library(folder).unlock(PASSPHRASE).inspections()) == 1
    assert (folder / name).read_bytes() == newer


def forged(folder: Path, change: Callable[[envelope.Envelope], envelope.Envelope]) -> bytes:
    """An envelope changed by somebody who knows the format and makes the checksum right."""
    whole = envelope.decode((folder / copies.NAMES[0]).read_bytes())
    assert whole is not None
    return envelope.encode(change(whole))


def with_cheaper_derivation(whole: envelope.Envelope) -> envelope.Envelope:
    slot = msgspec.structs.replace(whole.passphrase, derivation=KeyDerivation(1, 9_216))
    return msgspec.structs.replace(whole, passphrase=slot)


def with_higher_generation(whole: envelope.Envelope) -> envelope.Envelope:
    return msgspec.structs.replace(whole, generation=whole.generation + 5)


def test_the_cost_of_a_guess_cannot_be_lowered_by_writing_a_cheaper_one(folder: Path) -> None:
    """Not even by somebody who also wraps with the key that the cheaper derivation gives: what is authenticated differs."""
    for name in copies.NAMES:
        (folder / name).write_bytes(forged(folder, with_cheaper_derivation))
    with pytest.raises(WrongPassphrase):
        Library(folder).unlock(PASSPHRASE)
    slot = with_cheaper_derivation(copies.read_candidates(folder)[0]).passphrase
    key = slot.derivation.key(PASSPHRASE.encode(), slot.salt)
    assert unseal(key, slot.wrapped, b"") is None


def test_the_derivation_is_authenticated_with_the_wrapped_key() -> None:
    slot = envelope.passphrase_slot(bytes(16), bytes(32), PASSPHRASE, CHEAP, os.urandom)
    key = CHEAP.key(PASSPHRASE.encode(), slot.salt)
    right = msgspec.msgpack.encode((envelope.FORMAT, "passphrase", bytes(16), CHEAP, slot.salt))
    other = msgspec.msgpack.encode((envelope.FORMAT, "passphrase", bytes(16), KeyDerivation(2, 8_192), slot.salt))
    assert unseal(key, slot.wrapped, right) == bytes(32)
    assert unseal(key, slot.wrapped, other) is None


@BOTH
def test_a_forged_copy_is_seen_through_and_the_true_one_opens(folder: Path, name: str) -> None:
    """A forged generation makes the copy come first; what is sealed under the vault key shows that it was changed."""
    whole = (folder / name).read_bytes()
    for change in (with_higher_generation, with_cheaper_derivation):
        (folder / name).write_bytes(forged(folder, change))
        assert Library(folder).unlock(PASSPHRASE).author == AUTHOR
        assert (folder / name).read_bytes() == whole


def test_two_forged_copies_are_damaged(folder: Path) -> None:
    forgery = forged(folder, with_higher_generation)
    for name in copies.NAMES:
        (folder / name).write_bytes(forgery)
    with pytest.raises(VaultDamaged):
        Library(folder).unlock(PASSPHRASE)


def test_a_vault_exchanged_for_another_is_told_at_the_next_question(folder: Path, tmp_path: Path) -> None:
    vault = Library(folder).unlock(PASSPHRASE)
    Library(tmp_path / "other").create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    for name in copies.NAMES:
        (folder / name).write_bytes((tmp_path / "other" / name).read_bytes())
    with pytest.raises(VaultDamaged):
        vault.inspections()


def an_envelope(author: str) -> envelope.Envelope:
    recovery_key = RecoveryKey(bytes(20))
    return envelope.new_envelope(PASSPHRASE, recovery_key, CHEAP, Contents(author, "d"), os.urandom)[0]


def test_the_worse_copy_is_written_first(tmp_path: Path) -> None:
    """So that a disk that dies in between still holds a good one."""
    present, following = an_envelope("present"), an_envelope("following")
    copies.replace_both(Disk(), tmp_path, None, present)
    (tmp_path / copies.NAMES[1]).write_bytes(b"damaged")
    dying = FailingDisk(6, for_good=True)
    with pytest.raises(HalfKept, match="Nothing is lost"):
        copies.replace_both(dying, tmp_path, present, following)
    assert (tmp_path / copies.NAMES[0]).read_bytes() == envelope.encode(present)
    assert (tmp_path / copies.NAMES[1]).read_bytes() == envelope.encode(following)


def test_a_change_waits_for_another_and_says_so_when_it_takes_too_long(folder: Path) -> None:
    with changing_the_vault(folder / LOCK_NAME):
        with pytest.raises(VaultBusy, match="try again"), changing_the_vault(folder / LOCK_NAME, 0.01):
            pass
        (folder / copies.NAMES[0]).write_bytes(b"damaged")
        assert Library(folder).unlock(PASSPHRASE).author == AUTHOR
    with changing_the_vault(folder / LOCK_NAME, 0.01):
        assert (folder / copies.NAMES[0]).read_bytes() == b"damaged"
