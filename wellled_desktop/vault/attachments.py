"""The attachments of one inspection: each content kept once, encrypted, under a name made from its hash with a key.

A file counts as kept only when it is on the medium, whole. Which entry has which attachment is the record's to say.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from wellled_desktop.vault.attachment_file import (
    HEAD_BYTES,
    AttachmentKeys,
    Encryption,
    Head,
    decrypted,
    keys_from,
    name_on_disk,
    sealed_head,
    unsealed_head,
)
from wellled_desktop.vault.attachment_source import Unchanged, frames_of, opened_source
from wellled_desktop.vault.disk import Disk
from wellled_desktop.vault.errors import AttachmentDamaged, CopyCancelled, DiskNearlyFull, in_plain_words
from wellled_desktop.vault.private_copies import PrivateCopies, PrivateCopy, write_copy
from wellled_desktop.vault.safe_name import safe_name
from wellled_desktop.vault.sealing import Chance, derived_key

Progress = Callable[[int], None]
"""Told how many bytes of this file are done."""
Cancelled = Callable[[], bool]
Through = Callable[[Iterable[bytes]], Iterable[bytes]]
"""What a copy passes on its way out, frame by frame or as a whole."""

LEFT_FREE_BYTES = 128 << 20
"""What attachments leave free on the disk, so that whoever types can still be saved."""
_NEW = ".new"
_SYNC_EVERY = 32
"""Frames between two syncs: a store that commits meanwhile must not wait until gigabytes have reached the medium."""


def unheard(_done: int) -> None:
    """For who wants to know of no progress."""


def never() -> bool:
    return False


def unaltered(frames: Iterable[bytes]) -> Iterable[bytes]:
    return frames


class Kept(msgspec.Struct, frozen=True):
    """A content that is in the vault for certain. `sha256` in hex, `size` in bytes; `already_there` when it was before."""

    sha256: str
    size: int
    already_there: bool


class AttachmentReader:
    """A kept content, to be gone through once, from its first frame to its last. Raises AttachmentDamaged as it goes."""

    def __init__(self, sha256: str, head: Head, frames: Iterator[bytes]) -> None:
        self.sha256 = sha256
        self.size = head.size
        self._frames = frames

    def __iter__(self) -> Iterator[bytes]:
        return self._frames


class Attachments:
    """Usable from several threads at once. `key` is the inspection's; `temporary` says where private copies are made."""

    def __init__(self, folder: Path, key: bytes, disk: Disk, chance: Chance, temporary: Callable[[], Path]) -> None:
        self._folder = folder
        self._keys: AttachmentKeys = keys_from(key)
        self._disk = disk
        self._chance = chance
        self._copies = PrivateCopies(temporary, derived_key(key, "wl-attach-copies").hex()[:16], disk, chance)

    def sweep(self) -> None:
        """Removes what an interrupted attaching, or a program that was killed, left behind. Nobody else may be at work here."""
        with suppress(OSError):  # what cannot be removed now is removed the next time
            for left in self._folder.glob(f"*{_NEW}"):
                self._disk.remove(left)
        self._copies.sweep()

    def keep(self, source: Path | BinaryIO, progress: Progress = unheard, cancelled: Cancelled = never) -> Kept:
        """Keeps the content of a file, or the rest of a stream; when it returns, it is on the medium.

        Raises SourceUnreadable, SourceChanged, CopyCancelled, DiskNearlyFull, NotKept: then nothing of it is kept.
        """
        if not isinstance(source, Path):
            return self._keep(source, None, progress, cancelled)
        with opened_source(source) as file:
            return self._keep(file, Unchanged(file), progress, cancelled)

    def _keep(self, file: BinaryIO, unchanged: Unchanged | None, progress: Progress, cancelled: Cancelled) -> Kept:
        new = self._folder / f"{self._chance(16).hex()}{_NEW}"
        with in_plain_words():
            self._disk.make_folder(self._folder)
            self._check_room(unchanged.size if unchanged else 0)
            try:
                head = self._write(new, file, progress, cancelled)
                if unchanged is not None:
                    unchanged.check(head.size)
                return self._put_in_place(new, head)
            except BaseException:
                with suppress(OSError):
                    self._disk.remove(new)
                raise

    def _write(self, new: Path, source: BinaryIO, progress: Progress, cancelled: Cancelled) -> Head:
        """The whole file, on the medium, under its temporary name."""
        encryption = Encryption(self._keys)
        reading = _Reading(source, progress, cancelled)
        file = self._disk.create(new)
        try:
            self._disk.write(file, bytes(HEAD_BYTES))
            for number, frame in enumerate(encryption.frames(reading), start=1):
                self._disk.write(file, frame)
                if number % _SYNC_EVERY == 0:
                    self._disk.sync(file)
                    self._check_room(0)
            head = Head(reading.sha256.digest(), reading.size, encryption.header)
            self._disk.rewind(file)
            self._disk.write(file, sealed_head(self._keys, head, self._chance))
            self._disk.sync(file)
        finally:
            os.close(file)
        return head

    def _put_in_place(self, new: Path, head: Head) -> Kept:
        place = self._place(head.sha256)
        already_there = self._head_at(head.sha256) is not None
        if already_there:
            self._disk.remove(new)
        else:
            self._disk.make_folder(place.parent)
            self._disk.rename(new, place)
        # All three, also of a content that was there: whoever put it there may have been stopped before he got here.
        for folder in (place.parent, self._folder, self._folder.parent):
            self._disk.sync_folder(folder)
        return Kept(head.sha256.hex(), head.size, already_there)

    def _check_room(self, coming: int) -> None:
        if self._disk.free_bytes(self._folder) < coming + LEFT_FREE_BYTES:
            raise DiskNearlyFull

    def holds(self, sha256: str) -> bool:
        """Whether the content is kept, by its head and its length; that every frame is sound is known by reading it."""
        return self._head_at(bytes.fromhex(sha256)) is not None

    @contextmanager
    def open(self, sha256: str) -> Iterator[AttachmentReader]:
        """The content, frame by frame. Raises AttachmentDamaged at once when the file is not whole and the right one."""
        digest = bytes.fromhex(sha256)
        with ExitStack() as stack:
            try:
                file = stack.enter_context(self._place(digest).open("rb"))
                head = self._head_of(file, digest)
            except OSError as error:
                raise AttachmentDamaged from error
            if head is None:
                raise AttachmentDamaged
            yield AttachmentReader(sha256, head, decrypted(self._keys, head, file))

    def export(
        self,
        sha256: str,
        target: Path,
        progress: Progress = unheard,
        cancelled: Cancelled = never,
        through: Through = unaltered,
    ) -> int:
        """Writes the content at `target`, in place of what is there, readable by its owner alone; the size of what is kept.

        It goes `through` what takes something out of it, where that is wanted. Raises AttachmentDamaged, NotExported,
        CopyCancelled, and what `through` raises: then what was there stands.
        """
        with self.open(sha256) as reader:
            write_copy(self._disk, self._chance, target, through(_told(reader, progress, cancelled)))
            return reader.size

    def private_copy(
        self, sha256: str, name: str, progress: Progress = unheard, cancelled: Cancelled = never
    ) -> PrivateCopy:
        """A copy for another program to open, in a folder only its owner may enter; gone when it is closed.

        Raises AttachmentDamaged, NotExported, CopyCancelled.
        """
        with self.open(sha256) as reader:
            return self._copies.make(safe_name(name), _told(reader, progress, cancelled))

    def close(self) -> None:
        """Removes the private copies that are left."""
        self._copies.close()

    def _place(self, sha256: bytes) -> Path:
        name = name_on_disk(self._keys, sha256)
        return self._folder / name[:2] / name[2:]

    def _head_at(self, sha256: bytes) -> Head | None:
        try:
            with self._place(sha256).open("rb") as file:
                return self._head_of(file, sha256)
        except OSError:
            return None

    def _head_of(self, file: BinaryIO, sha256: bytes) -> Head | None:
        head = unsealed_head(self._keys, file.read(HEAD_BYTES))
        if head is None or head.sha256 != sha256 or os.fstat(file.fileno()).st_size != head.file_bytes:
            return None
        return head


class _Reading:
    """The frames of a source, hashed and counted as they pass."""

    def __init__(self, source: BinaryIO, progress: Progress, cancelled: Cancelled) -> None:
        self._source = source
        self._progress = progress
        self._cancelled = cancelled
        self.sha256 = hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for frame in _told(frames_of(self._source), self._progress, self._cancelled):
            self.sha256.update(frame)
            self.size += len(frame)
            yield frame


def _told(frames: "Iterator[bytes] | AttachmentReader", progress: Progress, cancelled: Cancelled) -> Iterator[bytes]:
    """The frames, with progress told after each. Raises CopyCancelled."""
    done = 0
    for frame in frames:
        if cancelled():
            raise CopyCancelled
        yield frame
        done += len(frame)
        progress(done)
