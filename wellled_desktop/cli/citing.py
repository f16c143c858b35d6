"""`wellled cite`: a line that says where in an entry something is read."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wellled_desktop.cli.attachments import Entry, File, files_called, find_any
from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_line, find_session, open_inspection, setting
from wellled_desktop.cli.output import named, remark
from wellled_desktop.cli.typed import node_id
from wellled_desktop.inspection.citing import Citation, beyond_plan, check_citable, of_files, quoted, session_to_cite_in
from wellled_desktop.inspection.commands import Command, PlanSession, WriteLine
from wellled_desktop.inspection.read_models import Attachment, EvidenceEntry, Session

if TYPE_CHECKING:  # the vault is loaded by the command that needs it
    from wellled_desktop.vault.opened import OpenInspection

_WITH_ANYWAY = "Nothing was written; with --anyway it is written as it is."


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
    anyway: Annotated[
        bool,
        typer.Option(
            "--anyway", help="Also where the document, or its reading plan, has no such page, paragraph or quote."
        ),
    ] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Cite an entry, or a place in it, in a line of a session.

    E-014 p. 214 ¶ 3. Where no session has begun, one for reading is begun; all of it or nothing.

    Page, paragraph and quote are looked up where the file can be read, a page else in the reading plan. A session that is signed
    off is written in only where --session names it.
    """
    from wellled_desktop.exchange.file_names import shown_name
    from wellled_desktop.store import reading
    from wellled_desktop.store.weighing_reading import attachments

    tags = tuple(map(node_id, tag or ()))
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_any(opened.store, entry)
        check_citable(found)
        where = (
            find_session(opened.store, session) if session else session_to_cite_in(opened.store.read(reading.sessions))
        )
        citation = Citation(found.ref, page, paragraph, quoted(quote))
        files = opened.store.read(partial(attachments, entry_id=found.id))
        cited = _file_cited(found, files, file, citation)
        if not anyway:
            _check_plan(opened, found, cited, citation)
        unchecked = ""
        if cited is not None:
            citation = of_files(msgspec.structs.replace(citation, file=shown_name(cited.name)), len(files))
            unchecked = "" if anyway else _check(opened, cited, msgspec.structs.replace(citation, quote=quote))
        new = PlanSession(new_id(), "observation", (), title="Reading")
        begun: tuple[Command, ...] = () if where is not None else (new,)
        line = WriteLine(new_id(), where.id if where is not None else new.id, citation.words, "read", tags=tags)
        opened.store.record(*begun, line)
        ref = find_line(opened.store, line.id).ref
        named(line.id, ref, f"{ref} {line.id}", json=json)
        if unchecked:
            remark(unchecked)
        _tell_signed_off(where)


def _tell_signed_off(session: Session | None) -> None:
    if session is not None and session.signed_off_at is not None:
        remark(f"{session.ref} was signed off before; it now says that it was changed since.")


def _file_cited(
    entry: EvidenceEntry, files: tuple[Attachment, ...], called: str | None, citation: Citation
) -> Attachment | None:
    """None where the entry is cited as a whole. Raises Stop where a place is cited and not said in which file."""
    if called is None and not files:
        return None
    if called is None and citation.page is citation.paragraph is None:
        return files[0] if citation.quote and len(files) == 1 else None
    return _chosen(entry, files, called, citation.page)


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


def _check_plan(opened: "OpenInspection", entry: EvidenceEntry, file: Attachment | None, citation: Citation) -> None:
    """Raises Stop where the reading plan ends before the page; a document that has pages of its own says itself which it has."""
    from wellled_desktop.exchange.documents.kinds import kind_of
    from wellled_desktop.store.weighing_reading import reading_parts

    if file is not None and kind_of(file.media_type, file.name) == "pdf":
        return
    parts = opened.store.read(partial(reading_parts, entry_id=entry.id))
    if objection := beyond_plan(citation, parts, file.id if file is not None else ""):
        raise Stop(f"{objection} {_WITH_ANYWAY}", WRONG_USAGE)


def _check(opened: "OpenInspection", file: Attachment, citation: Citation) -> str:
    """What could not be looked up, in a sentence, or "". Raises Stop where the document has not what is cited."""
    from wellled_desktop.exchange.documents.cited import look_up

    found = look_up(opened, file, citation)
    if found.objection:
        raise Stop(f"{found.objection} {_WITH_ANYWAY}", WRONG_USAGE)
    return found.unchecked
