"""`wellled evidence reading`: who of the team reads which pages of an entry, and how far they are."""

import os
import time
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.attachments import Entry, File, files_called, find_entry
from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.opening import open_inspection, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, remark, say, with_properties
from wellled_desktop.cli.typed import one_line, quoted
from wellled_desktop.inspection.commands import (
    ChangeReading,
    Command,
    PlanReading,
    ReturnReading,
    SetReading,
    WithdrawReading,
)
from wellled_desktop.inspection.identity import uuid7s
from wellled_desktop.inspection.page_ranges import (
    Pages,
    check_within,
    not_in_team,
    planned,
    planned_anew,
    told_of_overlaps,
    told_of_strangers,
    typed_pages,
    typed_readers,
)
from wellled_desktop.inspection.read_models import Attachment, EvidenceEntry, ReadingPart
from wellled_desktop.inspection.words import ReadingState

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.store import Store
    from wellled_desktop.vault.opened import OpenInspection

group = typer.Typer(no_args_is_help=True, help="The reading plan: who reads which pages.")
PagesArgument = Annotated[str, typer.Argument(metavar="PAGES", help="1-80, or one page.")]
Part = Annotated[str, typer.Argument(metavar="PART", help="Its id, or the beginning of one.")]
_LEAST = 4


@group.command("list")
def list_parts(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Annotated[str | None, typer.Argument(metavar="ENTRY", help="Only of this entry (E-014).")] = None,
    reader: Annotated[str | None, typer.Option("--reader", metavar="NAME", help="Only what they read.")] = None,
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="Those withdrawn as well.")] = False,
    json: Json = False,
) -> None:
    """Who reads which pages, by entry and page."""
    from wellled_desktop.store.weighing_reading import reading_parts

    with open_inspection(setting(context), inspection) as opened:
        entry_id = find_entry(opened.store, entry).id if entry else None
        found = opened.store.read(partial(reading_parts, entry_id=entry_id, withdrawn=withdrawn))
    listed = [one for one in found if reader is None or one.reader.casefold() == one_line(reader).casefold()]
    if json:
        as_json([with_properties(one, "pages") for one in listed])
        return
    as_table(
        ("Entry", "What", "Pages", "Read by", "State", "Id"),
        [(one.entry_ref, one.entry_title, _pages(one), one.reader, _state(one), one.id) for one in listed],
        "No reading is planned; “wellled evidence reading plan” says who reads which pages.",
    )


@group.command("plan")
def plan(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
    pages: PagesArgument,
    reader: Annotated[str, typer.Option("--reader", metavar="NAME", help="Who reads them; left out: nobody yet.")] = "",
    file: File = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Put pages of an entry on the plan."""
    with open_inspection(setting(context), inspection, author) as opened:
        _plan(opened, entry, typed_pages(pages), (one_line(reader),), file, json=json)


@group.command("split")
def split(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
    pages: PagesArgument,
    among: Annotated[str, typer.Argument(metavar="READERS", help="Names with commas between them, or how many parts.")],
    file: File = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Split pages of an entry evenly among those who read, in one action."""
    with open_inspection(setting(context), inspection, author) as opened:
        _plan(opened, entry, typed_pages(pages), typed_readers(among), file, json=json)


@group.command("set")
def set_state(
    context: typer.Context,
    *,
    inspection: Inspection,
    part: Part,
    state: Annotated[ReadingState, typer.Argument(metavar="STATE", help="“to read”, reading or read.")],
    author: Author = None,
    json: Json = False,
) -> None:
    """Say how far a part is: to read, reading or read."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = _find(opened.store, part)
        _execute(opened.store, SetReading(found.id, state), found, f"is now: {state}", json=json)


@group.command("change")
def change(
    context: typer.Context,
    *,
    inspection: Inspection,
    part: Part,
    pages: Annotated[str | None, typer.Option("--pages", metavar="PAGES", help="1-80, or one page.")] = None,
    reader: Annotated[
        str | None, typer.Option("--reader", metavar="NAME", help="Who reads them; empty: nobody yet.")
    ] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Change the pages of a part, or who reads them; what is not given stays."""
    if pages is None and reader is None:
        raise Stop("Say what to change: --pages or --reader. Nothing was changed.", WRONG_USAGE)
    wanted = typed_pages(pages) if pages is not None else None
    with open_inspection(setting(context), inspection, author) as opened:
        found = _find(opened.store, part)
        first, last = (wanted.first, wanted.last) if wanted is not None else (None, None)
        overlaps = ""
        if wanted is not None:
            of = _file_of(opened.store, found.entry_id, found.attachment_id or "")
            _check_within(opened, of, wanted)
            overlaps = _overlaps(opened.store, (planned_anew(found, wanted),))
        name = one_line(reader) if reader is not None else None
        _execute(opened.store, ChangeReading(found.id, first, last, name), found, "changed", json=json)
        _tell_of_strangers(opened.store, (name or "",))
        if overlaps:
            remark(overlaps)


@group.command("withdraw")
def withdraw(
    context: typer.Context, *, inspection: Inspection, part: Part, author: Author = None, json: Json = False
) -> None:
    """Take a part off the plan; it can be put back."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = _find(opened.store, part)
        _execute(opened.store, WithdrawReading(found.id), found, "withdrawn", json=json)


@group.command("return")
def give_back(
    context: typer.Context, *, inspection: Inspection, part: Part, author: Author = None, json: Json = False
) -> None:
    """Put a withdrawn part back on the plan."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = _find(opened.store, part)
        _execute(opened.store, ReturnReading(found.id), found, "put back", json=json)


def _plan(
    opened: "OpenInspection", entry: str, pages: Pages, readers: tuple[str, ...], file: str | None, *, json: bool
) -> None:
    """All parts in one transaction; each is told once it is on disk."""
    store = opened.store
    found = find_entry(store, entry)
    attachment = _find_file(store, found, file).id if file is not None else ""
    _check_within(opened, _file_of(store, found.id, attachment), pages)
    parts = planned(found.id, pages, readers, uuid7s(time.time_ns() // 1_000_000, os.urandom), attachment)
    overlaps = _overlaps(store, parts)
    store.record(*parts)
    for part in parts:
        one = _find(store, part.id)
        if json:
            as_json_line({"id": one.id, "entry": found.ref, "pages": one.pages, "reader": one.reader, "file": one.file})
        else:
            say(f"{one.id} {found.ref} {_pages(one)} {one.reader}".rstrip())
    _tell_of_strangers(store, readers)
    if overlaps:
        remark(overlaps)


def _file_of(store: "Store", entry_id: str, attachment: str) -> Attachment | None:
    """The one that is named, or the only one of the entry; None where it is not known which."""
    from wellled_desktop.store.weighing_reading import attachments

    files = [one for one in store.read(partial(attachments, entry_id=entry_id)) if attachment in ("", one.id)]
    return files[0] if len(files) == 1 else None


def _check_within(opened: "OpenInspection", file: Attachment | None, pages: Pages) -> None:
    """Raises RuleBroken for pages that the file has not."""
    from wellled_desktop.exchange.documents.page_count import page_count
    from wellled_desktop.exchange.file_names import shown_name

    if file is not None:
        check_within(pages, shown_name(file.name), page_count(opened, file))


def _overlaps(store: "Store", parts: Iterable[PlanReading]) -> str:
    from wellled_desktop.store.weighing_reading import reading_parts

    return told_of_overlaps(parts, store.read(reading_parts))


def _tell_of_strangers(store: "Store", readers: Iterable[str]) -> None:
    from wellled_desktop.store.reading import inspection_detail

    detail = store.read(inspection_detail)
    told = told_of_strangers(not_in_team(readers, (one.name for one in detail.team))) if detail else ""
    if told:
        remark(told)


def _execute(store: "Store", command: Command, part: ReadingPart, done: str, *, json: bool) -> None:
    changes = store.execute(command)
    if json:
        as_json_line({"id": part.id, "changed": bool(changes)})
    else:
        said = f"{part.entry_ref} {part.pages}"
        say(f"{said} {done}" if changes else f"{said} was already so")


def _find(store: "Store", called: str) -> ReadingPart:
    """By id or by the beginning of one that no other has; those withdrawn as well."""
    from wellled_desktop.store.weighing_reading import reading_parts

    wanted = called.strip().casefold()
    known = store.read(partial(reading_parts, withdrawn=True))
    fits = [one for one in known if one.id == wanted] or [
        one for one in known if len(wanted) >= _LEAST and one.id.startswith(wanted)
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise Stop(f"{quoted(called)} fits {len(fits)} parts of the reading plan; give more of the id.", WRONG_USAGE)
    raise Stop(f"There is no part {quoted(called)} on the reading plan of this inspection.", NOT_FOUND)


def _find_file(store: "Store", entry: EvidenceEntry, called: str) -> Attachment:
    """Raises Stop."""
    from wellled_desktop.store.weighing_reading import attachments

    fits = files_called(entry, store.read(partial(attachments, entry_id=entry.id)), called)
    if len(fits) > 1:
        words = (
            f"{entry.ref} has {len(fits)} files {quoted(called)}; give the beginning of one's id. Nothing was planned."
        )
        raise Stop(words, WRONG_USAGE)
    return fits[0]


def _pages(part: ReadingPart) -> str:
    return f"{part.pages} of {quoted(part.file)}" if part.file else part.pages


def _state(part: ReadingPart) -> str:
    return "withdrawn" if part.withdrawn_at is not None else part.state
