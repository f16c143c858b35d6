"""`wellled evidence attach`, `attachments`, `export-attachment` and `read-documents`: the files of evidence entries."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import FAILED, NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, bar, remark, say
from wellled_desktop.cli.typed import quoted
from wellled_desktop.inspection.read_models import Attachment, EvidenceEntry

if TYPE_CHECKING:  # the store and the vault are loaded by the command that needs them
    from wellled_desktop.exchange.attaching import Attaching
    from wellled_desktop.store.store import Store
    from wellled_desktop.vault.opened import OpenInspection

Entry = Annotated[str, typer.Argument(metavar="ENTRY", help="E-014, or its id.")]
File = Annotated[
    str | None,
    typer.Option("--file", metavar="NAME", help="Which of the entry's files: its name, or the beginning of its id."),
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


def add_to(group: typer.Typer) -> None:
    group.command("attach")(attach)
    group.command("attachments")(list_attachments)
    group.command("export-attachment")(export)
    group.command("read-documents")(read_documents)


def attach(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files, and folders with all that is in them.")
    ],
    author: Author = None,
    json: Json = False,
) -> None:
    """Attach files to an evidence entry. Each counts, and is printed, once it is on the disk; the same content is kept once."""
    from wellled_desktop.exchange.attaching import attach as attaching
    from wellled_desktop.exchange.attaching import collect

    with open_inspection(setting(context), inspection, author) as opened:
        found = find_entry(opened.store, entry)
        chosen = collect(paths)
        for one in chosen.refused:
            _tell({"name": one.name, "state": "left out", "why": one.why}, one.sentence, json=json)
        left_out = len(chosen.refused)
        with bar("Attaching") as progress:
            for result in attaching(opened, found.id, chosen.files, new_id=new_id, progress=progress):
                left_out += _attached(opened, result, json=json)
    if left_out:
        what, why = ("1 file was", "is") if left_out == 1 else (f"{left_out:,} files were", "for each is")
        raise Stop(f"{what} not attached to {found.ref}; the reason {why} above. What is printed as attached is safe.")


def _attached(opened: "OpenInspection", result: "Attaching", *, json: bool) -> int:
    """Records it and says so; 1 when it was left out, save for what is attached already."""
    from wellled_desktop.exchange.attaching import EMPTY

    if result.command is None:
        assert result.left_out is not None  # noqa: S101  # one of the two is there
        state = "already attached" if result.already_there else "left out"
        one = {"name": result.left_out.name, "state": state, "why": result.left_out.why}
        _tell(one, result.left_out.sentence, json=json)
        return 0 if result.already_there else 1
    opened.store.execute(result.command)
    command = result.command
    kept: dict[str, object] = {
        "name": command.name,
        "state": "attached",
        "id": command.id,
        "sha256": command.sha256,
        "size": command.size,
    }
    _tell(kept, f"{command.id} {_size(command.size)} {command.name}", json=json)
    if result.is_empty:
        remark(f"“{command.name}” {EMPTY}")
    return 0


def _tell(one: Mapping[str, object], words: str, *, json: bool) -> None:
    """A line for each file as soon as it is known; what was left out is no result, unless a machine reads it."""
    if json:
        as_json_line(one)
    elif one["state"] == "attached":
        say(words)
    else:
        remark(words)


def list_attachments(
    context: typer.Context,
    inspection: Inspection,
    entry: Annotated[str | None, typer.Argument(metavar="ENTRY", help="Only those of this entry (E-014).")] = None,
    json: Json = False,
) -> None:
    """The attachments in the order added."""
    from wellled_desktop.store.weighing_reading import attachments

    with open_inspection(setting(context), inspection) as opened:
        entry_id = find_entry(opened.store, entry).id if entry else None
        found = opened.store.read(partial(attachments, entry_id=entry_id))
    if json:
        as_json(found)
        return
    as_table(
        ("Entry", "Id", "Name", "Kind", "Size", "Added", "By"),
        [
            (
                x.entry_ref,
                x.id,
                x.name,
                x.media_type,
                _size(x.size),
                f"{x.added_at.astimezone():%Y-%m-%d %H:%M}",
                x.author,
            )
            for x in found
        ],
        "Nothing is attached; “wellled evidence attach” attaches files.",
    )


def export(
    context: typer.Context,
    *,
    inspection: Inspection,
    attachment: Annotated[str, typer.Argument(metavar="ID", help="Its id, or the beginning of one.")],
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="The file to write, or a folder to write it in.")],
    with_position: Annotated[
        bool, typer.Option("--with-position", help="A picture as it was attached, with the place where it was taken.")
    ] = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """Write a copy of an attachment outside the vault, byte for byte as it was attached; of a picture without its position.

    What a picture says of the place where it was taken is left out, unless --with-position asks for it.
    """
    from wellled_desktop.exchange.documents.without_position import PositionNotRemoved, may_hold_position
    from wellled_desktop.exchange.file_names import safe_name

    with open_inspection(setting(context), inspection) as opened:
        found = _find_attachment(opened.store, attachment)
        place = target / safe_name(found.name) if target.is_dir() else target
        _check_place(place, force=force)
        without = may_hold_position(found.media_type) and not with_position
        written = _Written(found.media_type if without else "")
        try:
            with bar("Writing the copy") as progress:
                opened.attachments.export(
                    found.sha256, place, lambda done: progress(done, found.size), through=written.through
                )
        except PositionNotRemoved as error:
            raise Stop(f"{error.sentence} --with-position writes it as it is, the place included.", FAILED) from error
    size, sha256 = written.size, written.sha256
    if json:
        as_json({"file": str(place), "size": size, "sha256": sha256} | ({"without_position": True} if without else {}))
    else:
        say(f"{place} {_size(size)} sha256 {sha256}")
        if without:
            remark("The place where it was taken, if it said one, is left out; --with-position keeps it.")


class _Written:
    """What is written of an attachment: its size and hash once it was. Of a picture of `media_type` without its position."""

    def __init__(self, media_type: str) -> None:
        self._media_type = media_type
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def through(self, frames: Iterable[bytes]) -> Iterator[bytes]:
        """Raises PositionNotRemoved."""
        from wellled_desktop.exchange.documents.without_position import without_position

        for piece in without_position(frames, self._media_type) if self._media_type else frames:
            self._hash.update(piece)
            self.size += len(piece)
            yield piece


def read_documents(
    context: typer.Context,
    inspection: Inspection,
    again: Annotated[bool, typer.Option("--again", help="Try again what could not be read before.")] = False,
    json: Json = False,
) -> None:
    """Read the text of attached documents for the search, and tell of each how many pages were read and what was not."""
    from wellled_desktop.exchange.documents.indexing import read_documents as reading

    nothing = True
    with open_inspection(setting(context), inspection) as opened, bar("Reading") as progress:
        for one in reading(opened, progress=progress, again=again):
            nothing = False
            if json:
                as_json_line(one)
            else:
                say(f"{_pages(one.pages, one.unread)} {one.name}" + (f": {one.unread}" if one.unread else ""))
    if nothing and not json:
        say("There is nothing to read: every document that is attached was read before, or could not be.")


def _pages(count: int, unread: str) -> str:
    if not count:
        return "not read" if unread else "no words"
    return "1 page" if count == 1 else f"{count:,} pages"


def find_entry(store: "Store", called: str) -> EvidenceEntry:
    """One that stands, by id or by number: E-014, e14 or 14. Of one that was retracted it is said why it is not taken."""
    entry = find_any(store, called)
    if entry.retracted_at is not None:
        raise Stop(_retracted(store, entry))
    return entry


def find_any(store: "Store", called: str) -> EvidenceEntry:
    """Also one that was retracted: by id or by number."""
    from wellled_desktop.store import reading

    wanted = called.strip()
    number = re.fullmatch(r"(?:e-?)?0*([0-9]{1,6})", wanted, re.IGNORECASE)
    for entry in store.read(partial(reading.evidence_entries, retracted=True)):
        if entry.id == wanted or (number and entry.number == int(number[1])):
            return entry
    raise Stop(f"There is no evidence entry {quoted(called)} in this inspection.", NOT_FOUND)


def _retracted(store: "Store", entry: EvidenceEntry) -> str:
    """By whom, when and why; and how it is put back."""
    from wellled_desktop.store.entry_reading import entry_whole

    whole = store.read(partial(entry_whole, entry_id=entry.id))
    by = [f" by {change.author}" for change in (whole.changes if whole else ()) if change.field == "retracted"]
    why = entry.retraction_reason or ""
    at = f"{entry.retracted_at.astimezone():%Y-%m-%d %H:%M}" if entry.retracted_at else ""
    return (
        f"{entry.ref} was retracted{by[-1] if by else ''} on {at} ({why.rstrip('.')}), so nothing was changed; "
        f"“wellled evidence restore INSPECTION {entry.ref} --reason …” puts it back."
    )


def files_called(entry: EvidenceEntry, files: tuple[Attachment, ...], called: str) -> list[Attachment]:
    """Those of the entry's files with this name, or whose id begins so: one at least. Raises Stop."""
    wanted = called.strip().casefold()
    fits = [one for one in files if one.name.casefold() == wanted or (len(wanted) >= 4 and one.id.startswith(wanted))]
    if not fits:
        raise Stop(f"{entry.ref} has no file {quoted(called)}; nothing was written.", NOT_FOUND)
    return fits


def _find_attachment(store: "Store", called: str) -> Attachment:
    """By id or by the beginning of one that no other has; among those retracted as well, which are still kept."""
    from wellled_desktop.store.weighing_reading import attachments

    wanted = called.strip().casefold()
    known = store.read(partial(attachments, retracted=True))
    fits = [one for one in known if one.id == wanted]
    if not fits and len(wanted) >= 4:
        fits = [one for one in known if one.id.startswith(wanted)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise Stop(
            f"{quoted(called)} fits {len(fits)} attachments; give the id that “wellled evidence attachments” shows.",
            WRONG_USAGE,
        )
    raise Stop(f"There is no attachment {quoted(called)} in this inspection.", NOT_FOUND)


def _check_place(place: Path, *, force: bool) -> None:
    if str(place) == "-":
        raise Stop("A copy is written to a file, not to standard output; name one.", WRONG_USAGE)
    if place.exists() and not place.is_file():
        raise Stop(f"{place} is no file, so it was left as it is; name another.", FAILED)
    if place.is_file() and not force:
        raise Stop(f"{place} is there already and was left as it is; name another file, or add --force.", FAILED)


def _size(size: int) -> str:
    return f"{size:,} bytes" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
