"""What can go wrong with the vault, each with one sentence for the person: what happened, what is safe, what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class VaultError(Exception):
    """The vault could not do it; the text is for the person who asked."""

    sentence = ""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class WrongPassphrase(VaultError):
    sentence = (
        "The passphrase was not recognised. Nothing was changed; check Caps Lock and the keyboard layout and try again, "
        "or use the recovery key."
    )


class WrongRecoveryKey(VaultError):
    sentence = (
        "This recovery key is complete, but it belongs to another vault. Nothing was changed; "
        "look for the sheet that was printed when this vault was made."
    )


class RecoveryKeyMistyped(VaultError):
    """`group` is the number of the group to look at, from 1 (9 is the check group), or None where it cannot be told."""

    def __init__(self, sentence: str, group: int | None = None) -> None:
        super().__init__(sentence)
        self.group = group


class PassphraseTooShort(VaultError):
    sentence = "A passphrase needs at least 10 characters. Nothing was changed; three or four unrelated words are good."


class NotEnoughMemory(VaultError):
    sentence = (
        "This laptop has not enough free memory to check the passphrase. Nothing was changed; "
        "close other programs and try again."
    )


class VaultMissing(VaultError):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no vault in this folder ({folder}). Nothing was changed; choose the library's folder, or make a new "
            "vault."
        )


class VaultExists(VaultError):
    sentence = "There is already a vault in this folder. Nothing was changed; open it with its passphrase."


class VaultDamaged(VaultError):
    sentence = (
        "Both copies of the vault (vault-a.wl and vault-b.wl) are damaged or missing, so it was not opened. "
        "Nothing was changed; "
        "keep the folder as it is and put one of the two files back from a backup."
    )


class VaultFilesMissing(VaultDamaged):
    """There are inspections and no vault: a new one in its place would have none of their keys."""

    def __init__(self, folder: Path, inspections: int) -> None:
        here = "1 inspection is" if inspections == 1 else f"{inspections} inspections are"
        super().__init__(
            f"The vault's two files are missing, but {here} here ({folder}), which no new vault could open. Nothing was "
            "changed; put vault-a.wl and vault-b.wl back from the backup, or choose another folder with --library."
        )


class VaultTooNew(VaultError):
    sentence = "This library was last used by a newer WellLed Desktop. Nothing was changed; install the newer version to open it."


class VaultUnreadable(VaultError):
    sentence = (
        "The vault's files could not be read from the disk. Nothing was changed; "
        "check that the disk is connected and that you may read the library's folder."
    )


class VaultLocked(VaultError):
    sentence = "The vault has been locked. What is recorded is safe; unlock it with the passphrase."


class VaultBusy(VaultError):
    sentence = (
        "Another window or program on this laptop is changing the vault. Nothing was changed; try again in a moment."
    )


class AuthorMissing(VaultError):
    sentence = "A vault needs the name with which you sign the record. Nothing was changed; give your name."


class InUse(VaultError):
    sentence = (
        "This inspection is open in another window on this laptop. What is recorded is safe; use that window, or close it "
        "and try again."
    )


class InspectionMissing(VaultError):
    sentence = "There is no such inspection in this library. Nothing was changed; look at the list of inspections."


class InspectionExists(VaultError):
    sentence = (
        "There is already an inspection, or a folder, of that id in this library. Nothing was changed; "
        "look at the list of inspections."
    )


class InspectionLost(VaultError):
    """The vault knows the inspection and holds its key, but its file is not there or is empty."""

    sentence = (
        "The file of this inspection is missing or empty, so it was not opened. Its key is safe and nothing was changed; "
        "put the inspection's folder back from a backup."
    )


class AnchorDamaged(VaultError):
    sentence = (
        "The note of where this inspection's journal ended (anchor.wl) cannot be read: it was changed or damaged, so it cannot "
        "be told whether an older copy of the file was put back. The record is kept apart from it and can be used; put "
        "anchor.wl back from a backup of the inspection's folder, for no new note is made in its place."
    )


class AttachmentDamaged(VaultError):
    sentence = (
        "The kept file of this attachment is missing, damaged or not the one that was kept, so it was not used. Everything "
        "else is safe; put it back from a backup of the inspection's folder, or attach the original again."
    )


class SourceUnreadable(VaultError):
    sentence = (
        "The file could not be read to its end, or is no ordinary file, so it was not attached. Nothing was changed; check "
        "that it is still there and that you may read it."
    )


class SourceChanged(VaultError):
    sentence = (
        "The file was changed by another program while it was read, so it was not attached. Nothing was changed; save and "
        "close it there and attach it again."
    )


class CopyCancelled(VaultError):
    sentence = "The copying was stopped, and nothing is left of this file. What was attached before is safe."


class NotExported(VaultError):
    sentence = (
        "The copy could not be written there, so there is none. What is kept in the vault is safe; choose another place, or "
        "free some space and try again."
    )


class NotKept(VaultError):
    """Nothing was written: what was there before is there still."""

    sentence = "The library could not be written, so nothing was changed."


class DiskNearlyFull(NotKept):
    sentence = (
        "The disk is nearly full, and what is left of it is kept free for what you write, so the file was not attached. "
        "What is recorded is safe; free some space and try again."
    )


class NoPlace(NotKept):
    sentence = (
        "The library's folder cannot be made there: part of its path is a file, or no place for folders. "
        "Nothing was made; choose another folder."
    )


class HalfKept(VaultError):
    """Written, but not in both copies, or the disk did not confirm it."""

    sentence = (
        "The change was made, but the disk reported an error while its second copy was written. Nothing is lost; "
        "make sure the disk has space, then lock and unlock the vault."
    )


_WHY = {
    errno.ENOSPC: "The disk is full, so nothing was changed. What is recorded is safe; free some space and try again.",
    errno.EDQUOT: "Your disk space is used up, so nothing was changed. What is recorded is safe; "
    "free some space and try again.",
    errno.EFBIG: "The disk takes no file as large as this one, so nothing was changed. What is recorded is safe; "
    "move the library to another disk, or split the file.",
}
_MAY_NOT_WRITE = (
    "The library's folder may not be written, so nothing was changed. What is recorded is safe; "
    "choose another folder or ask for the right to write in this one."
)
_DISK_ERROR = (
    "The disk reported an error, so nothing was changed. What is recorded is safe; try again, and make a backup soon."
)


def not_kept(error: OSError) -> NotKept:
    """The sentence for a write that failed and left everything as it was."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotKept(_MAY_NOT_WRITE)
    return NotKept(_WHY.get(error.errno or 0, _DISK_ERROR))


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turns an error of the disk, while something is being written, into NotKept."""
    try:
        yield
    except OSError as error:
        raise not_kept(error) from error
