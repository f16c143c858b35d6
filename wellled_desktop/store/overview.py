"""The reads of the Today page: one day at a glance, in one transaction."""

import datetime as dt

from sqlalchemy import Connection, func, select

from wellled_desktop.inspection.read_models import DayOverview
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.journal import read_head


def day_overview(connection: Connection, *, day: dt.date, device: str) -> DayOverview:
    """What the Today page shows of `day`; the journal head is that of this laptop (`device`)."""
    states = reading.evidence_states(connection)
    asked = talk_reading.request_list(connection)
    written_in = set(
        connection.execute(select(t.note_line.c.session_id).where(t.note_line.c.day == day.isoformat())).scalars()
    )
    return DayOverview(
        day=day,
        sessions=tuple(one for one in reading.sessions(connection) if one.day == day or one.id in written_in),
        states_set=tuple(one for one in states if one.day == day),
        entries=reading.evidence_entries(connection, day=day),
        requested=asked.items,
        open_claims=reading.lines(connection, claims=True),
        lines_written=_lines_written(connection, day),
        drafts=connection.execute(select(func.count()).select_from(t.draft)).scalar_one(),
        head=read_head(connection, device),
        requests=tuple(one for one in asked.requests if one.is_open),
        concerns=talk_reading.immediate_concerns(connection),
    )


def days_with_something(connection: Connection) -> tuple[dt.date, ...]:
    """The days on which a session is planned or held or a line was written, in order."""
    sessions = select(t.session.c.day).where(t.session.c.day.is_not(None))
    days = connection.execute(sessions.union(select(t.note_line.c.day))).scalars()
    return tuple(sorted(dt.date.fromisoformat(day) for day in days))


def _lines_written(connection: Connection, day: dt.date) -> int:
    """Those that stand; what was retracted was written, but is no note of the day."""
    here = t.note_line.c.day == day.isoformat(), t.note_line.c.retracted_at.is_(None)
    counted = select(func.count()).select_from(t.note_line).where(*here)
    return connection.execute(counted).scalar_one()
