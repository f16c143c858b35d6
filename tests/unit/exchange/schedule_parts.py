"""Sessions as they are planned, and files as people send them."""

import datetime as dt
from collections.abc import Callable
from itertools import count
from zoneinfo import ZoneInfo

from wellled_desktop.inspection.commands import ChangeSession, PlanSession
from wellled_desktop.inspection.read_models import Session

LONDON = ZoneInfo("Europe/London")
NOW = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)


def london(day: int, hour: int, minute: int = 0, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def session_of(command: PlanSession, number: int) -> Session:
    """The session as the record would hold it."""
    start = command.planned_start
    return Session(
        id=command.id,
        number=number,
        kind=command.kind,
        title=command.title,
        roles=command.roles,
        participants=(),
        planned_start=start.astimezone(dt.UTC) if start else None,
        planned_minutes=command.planned_minutes,
        place=command.place,
        lead=command.lead,
        note_taker=command.note_taker,
        started_at=None,
        ended_at=None,
        day=start.date() if start else None,
        lines=0,
        calendar_uid=command.calendar_uid,
    )


def changed(session: Session, command: ChangeSession) -> Session:
    fields = ("kind", "roles", "planned_start", "planned_minutes", "place", "lead", "note_taker")
    values = {field: getattr(command, field) for field in fields if getattr(command, field) is not None}
    plan = PlanSession(session.id, session.kind, session.roles)
    kept = {field: values.get(field, getattr(session, field)) for field in fields}
    return session_of(
        PlanSession(
            plan.id,
            kept["kind"],
            kept["roles"],
            planned_start=kept["planned_start"],
            planned_minutes=kept["planned_minutes"],
            place=kept["place"],
            lead=kept["lead"],
            note_taker=kept["note_taker"],
            calendar_uid=session.calendar_uid,
        ),
        session.number,
    )


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def three_sessions() -> tuple[Session, ...]:
    return (
        session_of(
            PlanSession(
                "one",
                "interview",
                ("chief-executive",),
                title="Jo Invented",
                planned_start=london(24, 10),
                planned_minutes=55,
                place="Board room; east, 2",
                lead="Ann Invented",
                note_taker="Bo Invented, Cy Invented",
            ),
            1,
        ),
        session_of(
            PlanSession("two", "focus-group", ("consultants", "governors"), planned_start=london(25, 13, 30)), 2
        ),
        session_of(PlanSession("three", "observation", ("siro",), planned_start=london(1, 9, month=7)), 3),
    )


def event(*lines: str, uid: str = "uid-1") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"))


def calendar(*events: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somebody//EN", *events, "END:VCALENDAR", ""))
