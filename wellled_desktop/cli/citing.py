"""`wellled cite`: a line that says where in an entry something is read."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.attachments import Entry, File, files_called
from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.entries import find_any
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_line, find_session, open_inspection, setting
from wellled_desktop.cli.output import named, remark
from wellled_desktop.cli.typed import node_id
from wellled_desktop.cli.typed import quoted as as_called
from wellled_desktop.inspection.citing import Citation, check_citable, of_files, quoted, session_to_cite_in
from wellled_desktop.inspection.commands import Command, PlanSession, WriteLine
from wellled_desktop.inspection.read_models import Attachment, EvidenceEntry, Session

if TYPE_CHECKING:  # the vault is loaded by the command that needs it
    from wellled_desktop.vault.opened import OpenInspection


def add_to(group: typer.Typer) -> None:
    group.command("cite")(cite)


def cite(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
    file: File = None,
    page: Annotated[int | None, typer.Option("--page", min=1, help="The page, as in the document.")] = None,
    paragraph: Annotated[int | None, typer.Option("--paragraph", min=1, help="The paragraph on the page.")] = None,
    quote: Annotated[
        str, typer.Option("--quote", metavar="TEXT", help="Its words; more than 300 characters are cut.")
    ] = "",
    session: Annotated[
        str | None,
        typer.Option("--session", metavar="SESSION", help="S-03; else the one under way, or the one begun last."),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="NODE", help="A framework node's id; may be repeated.")
    ] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Cite an entry in a line: E-014 p. 214 ¶ 3. Where no session has begun, one for reading is begun; all of it or nothing.

    A session that is signed off is written in only where --session names it.
    """
    from wellled_desktop.store import reading

    tags = tuple(map(node_id, tag or ()))
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_any(opened.store, entry)
        check_citable(found)
        where = (
            find_session(opened.store, session) if session else session_to_cite_in(opened.store.read(reading.sessions))
        )
        name = _name_of_file(opened, found, file, page, placed=page is not None or paragraph is not None)
        new = PlanSession(new_id(), "observation", (), title="Reading")
        begun: tuple[Command, ...] = () if where is not None else (new,)
        citation = Citation(found.ref, page, paragraph, quoted(quote), name)
        line = WriteLine(new_id(), where.id if where is not None else new.id, citation.words, "read", tags=tags)
        opened.store.record(*begun, line)
        ref = find_line(opened.store, line.id).ref
        named(line.id, ref, f"{ref} {line.id}", json=json)
        _tell_signed_off(where)


def _tell_signed_off(session: Session | None) -> None:
    if session is not None and session.signed_off_at is not None:
        remark(f"{session.ref} was signed off before; it now says that it was changed since.")


def _name_of_file(
    opened: "OpenInspection", entry: EvidenceEntry, called: str | None, page: int | None, *, placed: bool
) -> str:
    """The name to cite, "" where none is needed. Raises Stop where a place is cited and not said in which file, or where the
    file has no such page.
    """
    from wellled_desktop.exchange.file_names import shown_name
    from wellled_desktop.store.weighing_reading import attachments

    files = opened.store.read(partial(attachments, entry_id=entry.id))
    if called is None and not (placed and files):
        return ""
    chosen = _chosen(entry, files, called, page)
    if page is not None:
        _check_page(opened, chosen, page)
    return of_files(Citation(entry.ref, file=shown_name(chosen.name)), len(files)).file


def _chosen(entry: EvidenceEntry, files: tuple[Attachment, ...], called: str | None, page: int | None) -> Attachment:
    """That which is `called` so; else the only one, or for a page the only PDF. Raises Stop."""
    from wellled_desktop.exchange.documents.kinds import kind_of

    if called is not None:
        fits = files_called(entry, files, called)
    elif page is not None and len(files) > 1:
        fits = [one for one in files if kind_of(one.media_type, one.name) == "pdf"]
    else:
        fits = list(files)
    if len(fits) != 1:
        raise Stop(
            f"{entry.ref} has {len(files)} files: say with --file which one is cited; nothing was written.", WRONG_USAGE
        )
    return fits[0]


def _check_page(opened: "OpenInspection", file: Attachment, page: int) -> None:
    """Of what cannot be read it is not known how many pages it has. Raises Stop."""
    from wellled_desktop.exchange.documents.previews import Preview, Unreadable, can_be_previewed

    if not can_be_previewed(file.media_type, file.name):
        return
    try:
        with opened.attachments.open(file.sha256) as frames, Preview.of(frames, file.name, file.media_type) as preview:
            pages = preview.pages
    except Unreadable:
        return
    if page > pages:
        has = "1 page" if pages == 1 else f"{pages:,} pages"
        raise Stop(
            f"{as_called(file.name)} has {has}, so there is no page {page:,} in it; nothing was written.", WRONG_USAGE
        )
