"""From what somebody dropped or chose, files and whole folders, to files kept in the vault and the commands that attach them."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.exchange.media_types import media_type_of, media_type_of_content
from wellled_desktop.inspection.commands import AttachFile
from wellled_desktop.inspection.natural_order import natural_order
from wellled_desktop.vault.attachments import Cancelled, Kept, never
from wellled_desktop.vault.errors import CopyCancelled, SourceChanged, SourceUnreadable
from wellled_desktop.vault.opened import OpenInspection

if TYPE_CHECKING:  # the store is loaded by whoever opens an inspection
    from wellled_desktop.store.store import StoreReader

MOST_FILES = 5_000
"""At once; who drops a whole disk is told."""
EMPTY = "is empty (0 bytes); it is attached as it is. Ask for it again, if it was not copied in full."
"""Continues a file's name to a sentence."""
_LINK = "is a link, which may lead anywhere; it was left out. Attach the file it leads to."
_OF_THE_SYSTEM = frozenset(("thumbs.db", "desktop.ini", ".ds_store"))
_JUNCTION = 0xA0000003  # Windows' links between folders (IO_REPARSE_TAG_MOUNT_POINT), which Python calls folders

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are done, of all the files."""


class FileToAttach(msgspec.Struct, frozen=True):
    """`name` as it will be shown; `within` are the folders it was found in, below the one that was chosen, shown likewise.

    `id` is that of the attachment, where it was given before; `content` is what was pasted, of which there is no file.
    """

    path: Path
    name: str
    size: int
    within: str = ""
    id: str = ""
    content: bytes = b""


class LeftOut(msgspec.Struct, frozen=True):
    """Something that is not attached; `why` continues its name to a sentence. `path` is None where it stands for several."""

    name: str
    why: str
    path: Path | None = None

    @property
    def sentence(self) -> str:
        return f"“{self.name}” {self.why}"


class ToAttach(msgspec.Struct, frozen=True):
    files: tuple[FileToAttach, ...]
    refused: tuple[LeftOut, ...]

    @property
    def size(self) -> int:
        return sum(one.size for one in self.files)


class Attaching(msgspec.Struct, frozen=True):
    """What became of one file: the command that attaches it, which is to be executed now, or why there is none.

    `already_there` says that the vault held the same content before.
    """

    file: FileToAttach
    command: AttachFile | None = None
    already_there: bool = False
    left_out: LeftOut | None = None

    @property
    def is_empty(self) -> bool:
        """Attached, and without any content: it may have been given so, or not have been copied in full."""
        return self.command is not None and self.command.size == 0


def collect(paths: Iterable[Path], cancelled: Cancelled = never) -> ToAttach:
    """The files, and those in the folders, by name within each, 2 before 10; no link is followed. What was not taken is told.

    Reads the disk: not for the UI thread. Once `cancelled`, what was found so far.
    """
    files: list[FileToAttach] = []
    refused: list[LeftOut] = []
    waiting = [(path, "") for path in reversed(list(paths))]
    seen: set[Path] = set()
    while waiting and not cancelled():
        path, within = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        found = _look(path, within)
        if isinstance(found, list):
            waiting += [(one, _below(within, path)) for one in reversed(found)]
        elif isinstance(found, LeftOut):
            refused.append(msgspec.structs.replace(found, path=path))
        elif len(files) < MOST_FILES:
            files.append(found)
        else:
            why = f"and what comes after it was left out: {MOST_FILES:,} files are attached at once at the most."
            refused.append(LeftOut(found.name, why))
            break
    return ToAttach(tuple(files), tuple(refused))


def _look(path: Path, within: str) -> FileToAttach | LeftOut | list[Path]:
    """A file, why it is none, or what is in the folder."""
    name = shown_name(path.name or str(path))
    try:
        status = path.lstat()
        if _is_link(status):
            return LeftOut(name, _LINK)
        if stat.S_ISDIR(status.st_mode):
            return sorted(path.iterdir(), key=lambda one: (natural_order(one.name), one.name))
    except FileNotFoundError:
        return LeftOut(name, "is not there, so it was left out.")
    except (OSError, ValueError):
        return LeftOut(name, "may not be read or cannot be reached, so it was left out.")
    why = _why_not(path, status, within)
    return LeftOut(name, why) if why else FileToAttach(path, name, status.st_size, within)


def _is_link(status: os.stat_result) -> bool:
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def _why_not(path: Path, status: os.stat_result, within: str) -> str:
    if not stat.S_ISREG(status.st_mode):
        return "is a device, a pipe or a socket and no file, so it was left out."
    if within and path.name.casefold() in _OF_THE_SYSTEM:
        return "is kept by the system for itself, so it was left out."
    return "" if os.access(path, os.R_OK) else "may not be read by you, so it was left out."


def _below(within: str, folder: Path) -> str:
    name = shown_name(folder.name or str(folder))
    return f"{within}/{name}" if within else name


def attach(
    inspection: OpenInspection,
    entry_id: str,
    files: Iterable[FileToAttach],
    *,
    new_id: Callable[[], str],
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = never,
) -> Iterator[Attaching]:
    """Keeps one file after another and gives what became of each once it is on the medium: execute its command then.

    Once `cancelled` it ends; what it did not give is to be offered again. Raises NotKept when the disk fails or is full,
    and StoreError; what it gave before is safe. For a thread of its own.
    """
    wanted = ((entry_id, file) for file in files)
    return attach_each(inspection, wanted, new_id=new_id, progress=progress, cancelled=cancelled)


def attach_each(
    inspection: OpenInspection,
    wanted: Iterable[tuple[str, FileToAttach]],
    *,
    new_id: Callable[[], str],
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = never,
) -> Iterator[Attaching]:
    """As `attach`, each file to the entry named with it, which need not be in the record yet."""
    wanted = tuple(wanted)
    names: dict[str, dict[str, str]] = {}
    total, before = sum(file.size for _, file in wanted), 0
    with closing(inspection.reader()) as reader:
        for entry_id, file in wanted:
            try:
                kept, media_type = _keep(inspection, file, partial(_tell, progress, before, total), cancelled)
            except CopyCancelled:
                return
            except (SourceUnreadable, SourceChanged) as error:
                yield Attaching(file, left_out=LeftOut(file.name, _why(error)))
            else:
                if entry_id not in names:
                    names[entry_id] = _attached(reader, entry_id)
                yield _result(entry_id, file, kept, media_type, names=names[entry_id], new_id=new_id)
            before += file.size
            progress(before, total)
            if cancelled():
                return


def _keep(
    inspection: OpenInspection, file: FileToAttach, progress: Callable[[int], None], cancelled: Cancelled
) -> tuple[Kept, str]:
    if file.content:
        kept = inspection.attachments.keep(BytesIO(file.content), progress, cancelled)
        return kept, media_type_of_content(file.content)
    media_type = media_type_of(file.path)
    return inspection.attachments.keep(file.path, progress, cancelled), media_type


def _result(
    entry_id: str, file: FileToAttach, kept: Kept, media_type: str, *, names: dict[str, str], new_id: Callable[[], str]
) -> Attaching:
    """`names` are those of what the entry has, by content; this one is put to them."""
    if kept.sha256 in names:
        why = f"is the same, byte for byte, as “{names[kept.sha256]}”, which is attached here already."
        return Attaching(file, already_there=True, left_out=LeftOut(file.name, why))
    names[kept.sha256] = file.name
    command = AttachFile(file.id or new_id(), entry_id, kept.sha256, kept.size, file.name, media_type)
    return Attaching(file, command, kept.already_there)


def _attached(reader: "StoreReader", entry_id: str) -> dict[str, str]:
    """The names of what the entry has, by content."""
    from wellled_desktop.store.weighing_reading import attachments

    return {one.sha256: one.name for one in reader.read(partial(attachments, entry_id=entry_id))}


def _tell(progress: Progress, before: int, total: int, done: int) -> None:
    progress(min(before + done, total), total)


def _why(error: SourceUnreadable | SourceChanged) -> str:
    if isinstance(error, SourceChanged):
        return "was changed by another program while it was read, so it was not attached; close it there and attach it again."
    return (
        "could not be read to its end, so it was not attached; check that it is still there and that you may read it."
    )
