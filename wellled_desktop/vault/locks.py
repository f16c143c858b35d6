"""Locks between windows and programs on one laptop: files that the system unlocks by itself when their holder dies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wellled_desktop.vault.disk import ONLY_ME_FILE
from wellled_desktop.vault.errors import InUse, VaultBusy, in_plain_words

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PATIENCE_SECONDS = 10.0
"""A change to the vault takes some milliseconds; a disk that is waking up, some seconds."""


def hold(path: Path) -> "BaseFileLock":
    """The lock, taken; give it back with `release`, on any thread. Raises InUse at once, NotKept."""
    import filelock

    lock = _lock(path)
    with in_plain_words():
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout as error:
            raise InUse from error
    return lock


@contextmanager
def changing_the_vault(path: Path, patience_seconds: float = _PATIENCE_SECONDS) -> Iterator[None]:
    """Nobody else changes the vault meanwhile. Raises VaultBusy, NotKept."""
    import filelock

    lock = _lock(path)
    with in_plain_words():
        try:
            lock.acquire(timeout=patience_seconds)
        except filelock.Timeout as error:
            raise VaultBusy from error
    try:
        yield
    finally:
        lock.release()


def _lock(path: Path) -> "BaseFileLock":
    """Not a thread's own: what one thread opened, another may close. The mode holds whatever the umask."""
    import filelock

    return filelock.FileLock(path, mode=ONLY_ME_FILE, thread_local=False)
