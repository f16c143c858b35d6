"""What is still to be attached, as it is kept beside the record: it outlives the window, and a program that was killed."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from wellled_desktop.exchange.attaching import FileToAttach

NAME = "attaching"
MOST_KEPT_BYTES = 4 << 20
"""Of what was pasted, all together: it is kept whole, and written each time the list is."""


class Wanted(msgspec.Struct, frozen=True):
    """One file for an entry. `id` is what its attachment will have: once that is in the record, it is done.

    `path` is in the system's own bytes, as not every name is text. `content` is what was pasted; of what was `pasted` and was too
    large to keep, it is empty once the window has gone.
    """

    id: str
    entry: str
    path: bytes
    name: str
    size: int
    within: str = ""
    content: bytes = b""
    pasted: bool = False

    @property
    def file(self) -> FileToAttach:
        return FileToAttach(self.place, self.name, self.size, self.within, self.id, self.content)

    @property
    def place(self) -> Path:
        return Path(os.fsdecode(self.path))

    @property
    def is_lost(self) -> bool:
        """Pasted, and not kept."""
        return self.pasted and not self.content


def wanted(file: FileToAttach, entry_id: str, attachment_id: str) -> Wanted:
    place, pasted = os.fsencode(file.path), bool(file.content)
    return Wanted(attachment_id, entry_id, place, file.name, file.size, file.within, file.content, pasted)


def encoded(outstanding: Iterable[Wanted]) -> bytes:
    """Without the content of what was pasted, from where there would be too much of it."""
    room, kept = MOST_KEPT_BYTES, []
    for one in outstanding:
        room -= len(one.content)
        kept.append(one if room >= 0 else msgspec.structs.replace(one, content=b""))
    return msgspec.json.encode(kept)


def decoded(content: bytes | None) -> tuple[Wanted, ...]:
    """Nothing where nothing was kept, or where another version wrote it otherwise."""
    try:
        return msgspec.json.decode(content or b"[]", type=tuple[Wanted, ...])
    except msgspec.MsgspecError:
        return ()
