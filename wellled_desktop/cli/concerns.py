"""`wellled concern`: immediate concerns, and who was told of them."""

import datetime as dt
from functools import partial
from typing import Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.lines import LineArgument, shown_words
from wellled_desktop.cli.opening import find_line, open_inspection, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, named, say, with_properties
from wellled_desktop.cli.typed import moment
from wellled_desktop.inspection.commands import LogTelling, PinConcern
from wellled_desktop.inspection.read_models import ImmediateConcern

group = typer.Typer(no_args_is_help=True, help="Immediate concerns and their log.")


@group.command("list")
def list_concerns(context: typer.Context, inspection: Inspection, json: Json = False) -> None:
    """The lines pinned as immediate concerns, with who was told, when, and the reply."""
    from wellled_desktop.store.talk_reading import immediate_concerns

    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(immediate_concerns)
    if json:
        as_json([{**with_properties(one), "line": with_properties(one.line, "ref")} for one in found])
        return
    as_table(
        ("Line", "Concern", "Pinned", "By", "Told", "When", "Reply"),
        [row for one in found for row in _rows(one)],
        "No line is pinned as an immediate concern; “wellled concern pin” pins one.",
    )


@group.command("pin")
def pin(
    context: typer.Context, inspection: Inspection, line: LineArgument, author: Author = None, json: Json = False
) -> None:
    """Pin a line as an immediate concern."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_line(opened.store, line)
        changes = opened.store.execute(PinConcern(found.id))
        if json:
            as_json_line({"id": found.id, "ref": found.ref, "done": "pinned" if changes else "nothing"})
        else:
            say(f"{found.ref} pinned" if changes else f"{found.ref} was already pinned")


@group.command("tell")
def tell(
    context: typer.Context,
    *,
    inspection: Inspection,
    line: LineArgument,
    told: Annotated[str, typer.Argument(metavar="ROLE", help="Who was told, by role.")],
    at: Annotated[str | None, typer.Option("--at", metavar="TIME", help="2026-03-10T10:15; now if not given.")] = None,
    reply: Annotated[str, typer.Option("--reply", metavar="TEXT", help="What they said to it.")] = "",
    author: Author = None,
    json: Json = False,
) -> None:
    """Log that somebody was told of an immediate concern, with their reply."""
    when = moment(at) if at else dt.datetime.now(dt.UTC)
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_line(opened.store, line)
        opened.store.execute(LogTelling(new_id(), found.id, told, when, reply))
        log = opened.store.read(partial(_log_of, line_id=found.id))
        named(log.tellings[-1].id, found.ref, f"{found.ref} told to {log.tellings[-1].told}", json=json)


def _log_of(connection: object, line_id: str) -> ImmediateConcern:
    from wellled_desktop.store.talk_reading import immediate_concerns

    return immediate_concerns(connection, line_id=line_id)[0]  # type: ignore[arg-type]


def _rows(concern: ImmediateConcern) -> list[tuple[object, ...]]:
    line = concern.line
    about = (line.ref, shown_words(line), f"{concern.pinned_at.astimezone():%Y-%m-%d %H:%M}", concern.author)
    told = [(x.told, f"{x.told_at.astimezone():%Y-%m-%d %H:%M}", x.reply) for x in concern.tellings]
    return [(*about, *one) for one in told or [("nobody yet", "", "")]]
