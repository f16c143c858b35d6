"""`wellled sheet`: drawing up question sheets for a day's sessions, and reading one."""

from functools import partial
from typing import Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_session, open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, say
from wellled_desktop.cli.typed import day
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.sheet import drawn_up

group = typer.Typer(no_args_is_help=True, help="Question sheets: what to ask in a session, and why.")


@group.command("draw")
def draw(
    context: typer.Context,
    *,
    inspection: Inspection,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="YYYY-MM-DD.")],
    author: Author = None,
    json: Json = False,
) -> None:
    """Draw up the sheets of all sessions of a day that have not ended. A sheet that is there gets what is new."""
    from wellled_desktop.store import reading
    from wellled_desktop.store.sheet_reading import sheet_matter

    wanted = day(date)
    with open_inspection(setting(context), inspection, author) as opened:
        matter = opened.store.read(partial(sheet_matter, day=wanted))
        detail, pack = opened.store.read(reading.inspection_detail), pinned_pack(opened.store)
        scope = scope_for(pack, detail.trust_types if detail else ())
        added = drawn_up(pack, scope, matter, new_id)
        if added:
            opened.store.execute(*added)
    questions = sum(len(one.questions) for one in added)
    if json:
        as_json({"questions": questions, "sheets": len(added), "sessions": len(matter.sessions)})
        return
    say(f"{_counted(questions, 'question')} for {len(added)} of {_counted(len(matter.sessions), 'session')}")


@group.command("show")
def show(
    context: typer.Context,
    inspection: Inspection,
    session: Annotated[str, typer.Argument(metavar="SESSION", help="Its number (S-03) or id.")],
    json: Json = False,
) -> None:
    """The questions of a session in their order, each with its state and why it is there; dropped ones too."""
    from wellled_desktop.store.talk_reading import questions

    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(partial(questions, session_id=find_session(opened.store, session).id))
    if json:
        as_json(found)
        return
    as_table(
        ("No.", "State", "Question", "Node", "From", "Why"),
        [(place, x.state, x.text, x.node, x.origin, x.why) for place, x in enumerate(found, start=1)],
        "The sheet is empty; “wellled sheet draw” draws up those of a day.",
    )


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else f'{one}s'}"
