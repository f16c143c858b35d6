"""The two copies of the envelope on the disk: reading the one that counts, replacing both, mending a bad one from the other."""

from contextlib import suppress
from pathlib import Path

from wellled_desktop.vault.contents import Contents
from wellled_desktop.vault.disk import Disk, NotSynced, write_whole
from wellled_desktop.vault.envelope import Envelope, contents_of, decode, encode
from wellled_desktop.vault.errors import (
    HalfKept,
    VaultDamaged,
    VaultError,
    VaultFilesMissing,
    VaultMissing,
    VaultUnreadable,
    not_kept,
)
from wellled_desktop.vault.inspection_folder import count_in

NAMES = ("vault-a.wl", "vault-b.wl")
_MOST_BYTES = 16 << 20


def exist(folder: Path) -> bool:
    """Whether there is a vault in the folder, sound or not."""
    return any((folder / name).exists() for name in NAMES)


def missing(folder: Path) -> VaultError:
    """What to say of a folder without a vault: whether inspections are in it makes all the difference."""
    orphans = count_in(folder)
    return VaultFilesMissing(folder, orphans) if orphans else VaultMissing(folder)


def read_candidates(folder: Path) -> tuple[Envelope, ...]:
    """The sound copies that differ, the one that counts first.

    Raises VaultMissing, VaultDamaged, VaultUnreadable, VaultTooNew.
    """
    files = [_bytes_of(folder / name) for name in NAMES]
    sound: list[Envelope] = []
    for file in files:
        envelope = decode(file) if isinstance(file, bytes) else None
        if envelope is not None and envelope not in sound:
            sound.append(envelope)
    if sound:
        return tuple(sorted(sound, key=lambda one: -one.generation))
    for file in files:
        if isinstance(file, OSError):
            raise VaultUnreadable from file
    raise missing(folder) if files == [None, None] else VaultDamaged()


def read_current(folder: Path, vault_key: bytes) -> tuple[Envelope, Contents]:
    """The envelope that counts and what is in it, for who holds the vault key. Raises as `read_candidates` does."""
    for envelope in read_candidates(folder):
        contents = contents_of(envelope, vault_key)
        if contents is not None:
            return envelope, contents
    raise VaultDamaged


def both_are(folder: Path, envelope: Envelope) -> bool:
    return not _other_than(folder, encode(envelope))


def replace_both(disk: Disk, folder: Path, present: Envelope | None, envelope: Envelope) -> None:
    """Writes both copies, first the one that is not as `present`, so that a good one is there at each moment.

    Raises NotKept when nothing was changed, HalfKept when the new one counts but is not in both places, or not for certain.
    """
    file = encode(envelope)
    worse = _other_than(folder, encode(present)) if present else []
    first, second = sorted((folder / name for name in NAMES), key=lambda path: path not in worse)
    doubt: OSError | None = None
    try:
        write_whole(disk, first, file)
    except NotSynced as error:
        doubt = error
    except OSError as error:
        raise not_kept(error) from error
    try:
        write_whole(disk, second, file)
    except OSError as error:
        doubt = error
    if doubt is not None:
        raise HalfKept from doubt


def mend(disk: Disk, folder: Path, envelope: Envelope) -> None:
    """Writes anew each copy that is not as `envelope`; what cannot be written now is mended at the next unlocking."""
    file = encode(envelope)
    for path in _other_than(folder, file):
        with suppress(OSError):
            write_whole(disk, path, file)


def _other_than(folder: Path, file: bytes) -> list[Path]:
    return [folder / name for name in NAMES if _bytes_of(folder / name) != file]


def _bytes_of(path: Path) -> bytes | OSError | None:
    """The file, at most a byte more than any envelope; None when it is missing, the error when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error
