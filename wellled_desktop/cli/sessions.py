"""`wellled session`: planning sessions and listing them."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_session, open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, named, remark, with_properties
from wellled_desktop.cli.roles import check_roles
from wellled_desktop.cli.typed import moment, one_line
from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.commands import NewParticipant, PlanSession
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_state
from wellled_desktop.inspection.words import SessionKind

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.store import Store

group = typer.Typer(no_args_is_help=True, help="Interviews, panels, focus groups and observations.")


@group.command("add")
def add(
    context: typer.Context,
    *,
    inspection: Inspection,
    role: Annotated[list[str], typer.Option("--role", metavar="ROLE", help="A role's id; may be repeated.")],
    kind: Annotated[SessionKind, typer.Option("--kind", help="What kind of session.")],
    at: Annotated[
        str | None, typer.Option("--at", metavar="TIME", help="Planned start: 2026-03-10T10:15, local or with a zone.")
    ] = None,
    minutes: Annotated[int, typer.Option("--minutes", min=5, max=720, help="Planned length.")] = 60,
    person: Annotated[
        list[str] | None, typer.Option("--person", metavar="NAME", help="In the order of the roles; kept apart.")
    ] = None,
    title: Annotated[str, typer.Option("--title", metavar="TEXT")] = "",
    place: Annotated[str, typer.Option("--place", metavar="TEXT")] = "",
    author: Author = None,
    json: Json = False,
) -> None:
    """Plan a session; its number and id are printed."""
    roles = [one_line(one).casefold() for one in role]
    people = _participants(roles, person or [])
    start = None if at is None else moment(at)
    command = PlanSession(
        new_id(), kind, tuple(dict.fromkeys(roles)), people, one_line(title), start, minutes, one_line(place)
    )
    with open_inspection(setting(context), inspection, author) as opened:
        check_roles(pinned_pack(opened.store), roles)
        opened.store.execute(command)
        planned = find_session(opened.store, command.id)
        named(command.id, planned.ref, f"{planned.ref} {command.id}", json=json)
        _remark_on_day(opened.store, planned)


@group.command("list")
def list_sessions(context: typer.Context, inspection: Inspection, json: Json = False) -> None:
    """The sessions, by day and time. Names are never shown here."""
    from wellled_desktop.store import reading

    with open_inspection(setting(context), inspection) as opened:
        found = opened.store.read(reading.sessions)
        titles = {} if json else role_titles(pinned_pack(opened.store))
    if json:
        as_json([with_properties(one, "ref", "state") for one in found])
        return
    as_table(
        ("No.", "Day", "Time", "Kind", "Title", "Roles", "State", "Lines"),
        [(x.ref, x.day, _time(x), x.kind, x.title, _roles(x, titles), spoken_state(x), x.lines) for x in found],
        "No session is planned yet; “wellled session add” plans one.",
    )


def _participants(roles: list[str], names: list[str]) -> tuple[NewParticipant, ...]:
    if len(names) > len(roles):
        raise Stop("There are more names than roles: role before name.", WRONG_USAGE)
    padded = [*names, *[None] * (len(roles) - len(names))]
    return tuple(NewParticipant(new_id(), role, name=name) for role, name in zip(roles, padded, strict=True))


def _remark_on_day(store: "Store", planned: Session) -> None:
    """A day outside the inspection's is allowed, but it may be a slip of the pen."""
    from wellled_desktop.reports.wording import days_from_to, long_date
    from wellled_desktop.store import reading

    inspection = store.read(reading.inspection_detail)
    if inspection is not None and planned.day is not None and planned.day not in inspection.dates:
        span = days_from_to(inspection.dates[0], inspection.dates[-1])
        remark(
            f"{planned.ref} is recorded; its day, {long_date(planned.day)}, is outside the inspection's days, {span}."
        )


def _roles(session: Session, titles: Mapping[str, str]) -> str:
    """As the framework writes them; a record of another laptop may hold a role that this pack has not."""
    return ", ".join(titles.get(role, role) for role in session.roles)


def _time(session: Session) -> str | None:
    start: dt.datetime | None = session.started_at or session.planned_start
    return f"{start.astimezone():%H:%M}" if start else None
