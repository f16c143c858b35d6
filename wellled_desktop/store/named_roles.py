"""Which roles the day reports name: before one is written, it can be said whose identity it gives away."""

import datetime as dt

from sqlalchemy import Connection, select

from wellled_desktop.inspection.read_models import NoteLine, RoleNamed, Session
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.store import tables as t


def roles_named(connection: Connection) -> tuple[RoleNamed, ...]:
    """For each day: the roles of its sessions and of those a line was written in, and who made claims or said what is pinned."""
    sessions = reading.sessions(connection, cancelled=True)
    going = {one.id: one for one in sessions if one.cancelled_at is None}
    role_of = {person.id: person.role for one in sessions for person in one.participants}
    written = connection.execute(select(t.note_line.c.session_id, t.note_line.c.day).distinct()).all()
    named: dict[RoleNamed, None] = {}
    for session in going.values():
        if session.day is not None:
            named.update(dict.fromkeys(_of(session, session.day)))
    for session_id, day in written:
        if session_id in going:
            named.update(dict.fromkeys(_of(going[session_id], dt.date.fromisoformat(day))))
    for line in reading.lines(connection, claims=True):
        named.update(_spoken(line, line.day, role_of))
    for concern in talk_reading.immediate_concerns(connection):
        named.update(_spoken(concern.line, concern.pinned_at.astimezone().date(), role_of))
    return tuple(named)


def _of(session: Session, day: dt.date) -> tuple[RoleNamed, ...]:
    return tuple(RoleNamed(role, day) for role in (*session.roles, *(one.role for one in session.participants)))


def _spoken(line: NoteLine, day: dt.date, role_of: dict[str, str]) -> dict[RoleNamed, None]:
    role = role_of.get(line.speaker or "")
    return {RoleNamed(role, day, onwards=True): None} if role else {}
