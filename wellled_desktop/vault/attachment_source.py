"""The file that is attached, while it is read: never through a link, never a pipe or a device, and never one that changes."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from wellled_desktop.vault.attachment_file import FRAME_BYTES
from wellled_desktop.vault.errors import SourceChanged, SourceUnreadable

_FLAGS = os.O_RDONLY
for _name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _name, 0)  # each system has some of them; a pipe put in the file's place must not block us


@contextmanager
def opened_source(path: Path) -> Iterator[BinaryIO]:
    """The file, open to be read without a buffer. Raises SourceUnreadable, also where it is no file."""
    with open(_regular(path), "rb", buffering=0) as file:  # the descriptor is what was looked at
        yield file


def _regular(path: Path) -> int:
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise SourceUnreadable from error
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise SourceUnreadable


def frames_of(file: BinaryIO) -> Iterator[bytes]:
    """The content in frames, each whole but the last; a short read is no end. Raises SourceUnreadable."""
    while frame := b"".join(_parts(file)):
        yield frame


def _parts(file: BinaryIO) -> Iterator[bytes]:
    left = FRAME_BYTES
    while left:
        try:
            part = file.read(left)
        except OSError as error:
            raise SourceUnreadable from error
        if not part:
            return
        left -= len(part)
        yield part


class Unchanged:
    """What a file looked like when it began to be read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._before = self._look()
        self.size = self._before[0]

    def check(self, read: int) -> None:
        """Raises SourceChanged when it is not as it was, or is not as long as what was read of it; SourceUnreadable."""
        if (self._look(), read) != (self._before, self.size):
            raise SourceChanged

    def _look(self) -> tuple[int, int]:
        try:
            status = os.fstat(self._file.fileno())
        except OSError as error:
            raise SourceUnreadable from error
        return status.st_size, status.st_mtime_ns
