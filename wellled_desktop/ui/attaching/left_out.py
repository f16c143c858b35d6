"""What was left out, to be read in one list: why, and of which file of which entry, so that it goes once that is attached."""

import os
from collections.abc import Iterable, Sequence

import msgspec

from wellled_desktop.exchange.attaching import LeftOut
from wellled_desktop.ui.attaching.outstanding import Wanted


class FileLeftOut(msgspec.Struct, frozen=True):
    """`path` in the system's own bytes; empty of what has no file, and of what stands for several."""

    entry: str
    sentence: str
    path: bytes = b""


class FilesLeftOut:
    """`attached_beside` is how many were attached in the same go as what was left out."""

    def __init__(self) -> None:
        self._files: tuple[FileLeftOut, ...] = ()
        self.attached_beside = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(one.sentence for one in self._files)

    def add(self, files: Sequence[FileLeftOut], attached: int = 0) -> None:
        if files:
            self.attached_beside = attached + (self.attached_beside if self._files else 0)
            self._files = (*self._files, *files)

    def take_away(self, attached: Iterable[Wanted]) -> None:
        """Those that were attached after all."""
        now_there = {(one.entry, one.path) for one in attached}
        self._files = tuple(one for one in self._files if (one.entry, one.path) not in now_there)

    def clear(self) -> None:
        self._files = ()


def refused(entry: str, found: Iterable[LeftOut]) -> list[FileLeftOut]:
    """What could not even be tried."""
    return [FileLeftOut(entry, one.sentence, os.fsencode(one.path) if one.path else b"") for one in found]


def not_taken(one: Wanted, why: LeftOut) -> FileLeftOut:
    return FileLeftOut(one.entry, why.sentence, b"" if one.pasted else one.path)
