"""What moving, lengthening or handing over a session on the schedule comes to: the command, and the session as it will be."""

import datetime as dt

import msgspec

from wellled_desktop.exchange.wall_clock import Zone, moment_of
from wellled_desktop.inspection.commands import ChangeSession
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.pages.sessions.schedule_day import QUARTER

LONGEST_MINUTES = 24 * 60


def by_quarters(session: Session, quarters: int, zone: Zone) -> ChangeSession | None:
    """Earlier or later by so many quarters of an hour that pass, whatever the clocks do meanwhile."""
    if session.planned_start is None:
        return None
    moved = session.planned_start + dt.timedelta(minutes=QUARTER * quarters)
    return ChangeSession(session.id, planned_start=moved.astimezone(zone))


def to_day(session: Session, day: dt.date, zone: Zone) -> ChangeSession | None:
    """At the same time on the wall of another day."""
    if session.planned_start is None:
        return None
    wall = session.planned_start.astimezone(zone)
    moment, _ = moment_of(dt.datetime.combine(day, wall.time()), zone)
    return ChangeSession(session.id, planned_start=moment)


def to_lead(session: Session, lead: str) -> ChangeSession | None:
    return None if lead == session.lead else ChangeSession(session.id, lead=lead)


def to_slot(session: Session, start: dt.datetime, lead: str) -> ChangeSession | None:
    """To a time and a column at once; None where it stands there already."""
    moved = None if start == session.planned_start else start
    handed = None if lead == session.lead else lead
    return ChangeSession(session.id, planned_start=moved, lead=handed) if (moved, handed) != (None, None) else None


def to_minutes(session: Session, minutes: int) -> ChangeSession | None:
    wanted = min(LONGEST_MINUTES, max(QUARTER, minutes))
    return None if wanted == session.planned_minutes else ChangeSession(session.id, planned_minutes=wanted)


def applied(session: Session, command: ChangeSession) -> Session:
    """The session as it will read once the command is on disk: shown at once, so that a key held down moves it on and on."""
    fields = ("kind", "roles", "planned_start", "planned_minutes", "place", "lead", "note_taker")
    values = {field: getattr(command, field) for field in fields if getattr(command, field) is not None}
    if command.unplanned:
        values["planned_start"] = None
    changed = msgspec.structs.replace(session, **values)
    start = changed.planned_start
    return msgspec.structs.replace(changed, day=start.date() if start is not None else None)
