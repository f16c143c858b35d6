"""Which roles the day reports name: before one is written, it can be said whose identity it gives away."""

import datetime as dt
from collections import defaultdict

from sqlalchemy import Connection, case, select

from wellled_desktop.inspection.read_models import RoleNamed, Session
from wellled_desktop.store import reading
from wellled_desktop.store import tables as t

# Of the lines only who spoke, where and on which day, in one go: read whole they take 700 ms where there are 44,500.
# By the index of sessions they are fetched out of their order, in 280 ms; the table is read through in 60. An expression has
# no index.
_session = (t.note_line.c.session_id + "").label("session_id")
_claims = (t.note_line.c.claim == 1) & t.note_line.c.retracted_at.is_(None)
_SAID = select(_session, t.note_line.c.day, case((_claims, t.note_line.c.speaker)).label("claimant")).distinct()
# The zone of the place where it was pinned; what was unpinned and put back has its first time, so the entry of then.
_ZONE = (
    select(t.journal.c.zone_minutes)
    .where(t.journal.c.entity == t.immediate_concern.c.line_id, t.journal.c.field == "immediate")
    .where(t.journal.c.kind == "concern-pinned", t.journal.c.unix_ms == t.immediate_concern.c.pinned_at)
    .limit(1)
    .scalar_subquery()
)
_PINNED = (
    select(t.participant.c.role, t.immediate_concern.c.pinned_at, _ZONE)
    .select_from(t.immediate_concern)
    .join(t.note_line, t.note_line.c.id == t.immediate_concern.c.line_id)
    .join(t.participant, t.participant.c.id == t.note_line.c.speaker)
    .order_by(t.immediate_concern.c.pinned_at, t.immediate_concern.c.line_id)
)


def roles_named(connection: Connection) -> tuple[RoleNamed, ...]:
    """For each day: the roles of its sessions and of those a line was written in, and who made claims or said what is pinned."""
    sessions = reading.sessions(connection)
    role_of = {person.id: person.role for session in sessions for person in session.participants}
    days: dict[str, set[str]] = defaultdict(set)
    claimed: set[tuple[str, str]] = set()
    for session_id, day, claimant in connection.execute(_SAID):
        days[session_id].add(day)
        if claimant in role_of:
            claimed.add((day, role_of[claimant]))
    named: dict[RoleNamed, None] = {}
    for session in sessions:
        planned = () if session.day is None else (session.day.isoformat(),)
        for day in sorted(days[session.id].union(planned)):
            named.update(dict.fromkeys(_of(session, dt.date.fromisoformat(day))))
    for day, role in sorted(claimed):
        named[RoleNamed(role, dt.date.fromisoformat(day), onwards=True)] = None
    for role, pinned_at, zone_minutes in connection.execute(_PINNED):
        day = (pinned_at + dt.timedelta(minutes=zone_minutes)).date()
        named[RoleNamed(role, day, onwards=True)] = None
    return tuple(named)


def _of(session: Session, day: dt.date) -> tuple[RoleNamed, ...]:
    return tuple(RoleNamed(role, day) for role in (*session.roles, *(one.role for one in session.participants)))
