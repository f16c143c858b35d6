"""Writing a whole file so that after a crash at any point the old one or the new one is there, whole. Not what is in it."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

ONLY_ME_FOLDER = 0o700
ONLY_ME_FILE = 0o600


class NotSynced(OSError):
    """The new file is in place, but the disk did not confirm its folder: a power cut might still bring the old one back."""


class Disk:
    """The single steps on the disk, one method each, so that a test can make any one of them fail. All raise OSError."""

    def make_folder(self, folder: Path) -> None:
        """Makes the folder, if missing, readable by its owner alone whatever the umask, and confirms it to the disk."""
        if folder.is_dir():
            return
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            if folder.is_dir():  # another program was quicker
                return
            raise
        folder.chmod(ONLY_ME_FOLDER)
        self.sync_folder(folder.parent)

    def create(self, path: Path) -> int:
        """A descriptor of a new, empty file that only its owner may read. Raises FileExistsError when it is there."""
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), ONLY_ME_FILE)
        path.chmod(ONLY_ME_FILE)  # a strict umask may have taken the owner's own rights
        return file

    def write(self, file: int, content: bytes) -> None:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]

    def rewind(self, file: int) -> None:
        """What is written next replaces the file's first bytes."""
        os.lseek(file, 0, os.SEEK_SET)

    def sync(self, file: int) -> None:
        """Returns when the content is on the medium; on macOS only F_FULLFSYNC means that."""
        if sys.platform == "darwin":  # pragma: no cover
            import fcntl

            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        else:
            os.fsync(file)

    def rename(self, old: Path, new: Path) -> None:
        old.replace(new)

    def remove_folder(self, folder: Path) -> None:
        """Removes a folder and all in it, as far as it can be removed."""
        shutil.rmtree(folder, ignore_errors=True)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def free_bytes(self, folder: Path) -> int:
        """What this user may still write on the disk that holds the folder."""
        return shutil.disk_usage(folder).free

    def sync_folder(self, folder: Path) -> None:
        """Returns when the names in the folder are on the medium; Windows has no such call and needs none (NTFS journals)."""
        if sys.platform == "win32":  # pragma: no cover
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_whole(disk: Disk, path: Path, content: bytes) -> None:
    """Puts `content` at `path`: temporary file, sync, rename, sync of the folder.

    Raises NotSynced when only the last step failed; on any other OSError the old file stands untouched.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        disk.remove(new)
        _write_and_sync(disk, new, content)
        disk.rename(new, path)
    except OSError:
        with suppress(OSError):
            disk.remove(new)
        raise
    try:
        disk.sync_folder(path.parent)
    except OSError as error:
        raise NotSynced(error.errno, error.strerror) from error


def write_loosely(disk: Disk, path: Path, content: bytes) -> None:
    """Puts `content` at `path` without waiting for the medium: after a power cut it may be anything. Raises OSError."""
    new = path.with_name(f"{path.name}.new")
    disk.remove(new)
    file = disk.create(new)
    try:
        disk.write(file, content)
    finally:
        os.close(file)
    disk.rename(new, path)


def create_empty(disk: Disk, path: Path) -> None:
    """Makes an empty file that only its owner may read, for another library to fill. Raises FileExistsError."""
    file = disk.create(path)
    os.close(file)
    disk.sync_folder(path.parent)


def _write_and_sync(disk: Disk, path: Path, content: bytes) -> None:
    file = disk.create(path)
    try:
        disk.write(file, content)
        disk.sync(file)
    finally:
        os.close(file)
