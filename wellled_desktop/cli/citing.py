"""`wellled cite`: a line that says where in an entry something is read."""

from typing import Annotated

import typer

from wellled_desktop.cli.attachments import Entry
from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.entries import find_any
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_line, find_session, open_inspection, setting
from wellled_desktop.cli.output import named
from wellled_desktop.cli.typed import node_id
from wellled_desktop.inspection.citing import Citation, check_citable, quoted, session_to_cite_in
from wellled_desktop.inspection.commands import Command, PlanSession, WriteLine


def add_to(group: typer.Typer) -> None:
    group.command("cite")(cite)


def cite(
    context: typer.Context,
    *,
    inspection: Inspection,
    entry: Entry,
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
    """Cite an entry in a line: E-014 p. 214 ¶ 3. Where no session has begun, one for reading is begun; all of it or nothing."""
    from wellled_desktop.store import reading

    tags = tuple(map(node_id, tag or ()))
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_any(opened.store, entry)
        check_citable(found)
        where = (
            find_session(opened.store, session) if session else session_to_cite_in(opened.store.read(reading.sessions))
        )
        new = PlanSession(new_id(), "observation", (), title="Reading")
        begun: tuple[Command, ...] = () if where is not None else (new,)
        citation = Citation(found.ref, page, paragraph, quoted(quote))
        line = WriteLine(new_id(), where.id if where is not None else new.id, citation.words, "read", tags=tags)
        opened.store.record(*begun, line)
        ref = find_line(opened.store, line.id).ref
        named(line.id, ref, f"{ref} {line.id}", json=json)
