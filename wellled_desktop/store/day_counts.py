"""What a day's record holds beside its lines: the zone of its clock, and how much changed that the day report only counts."""

import datetime as dt

from sqlalchemy import ColumnElement, Connection, distinct, func, or_, select

from wellled_desktop.store import tables as t

_local_ms = t.journal.c.unix_ms + t.journal.c.zone_minutes * 60_000


def zone_on(connection: Connection, day: dt.date, device: str) -> int:
    """Minutes ahead of UTC of the laptop's last entry made no later than that day, else of its first; 0 with none."""
    zones = select(t.journal.c.zone_minutes).where(t.journal.c.device == device)
    until = zones.where(_local_ms < _midnight_ms(day) + _DAY_MS).order_by(t.journal.c.n.desc()).limit(1)
    found = connection.execute(until).scalar()
    return (connection.execute(zones.order_by(t.journal.c.n).limit(1)).scalar() or 0) if found is None else found


def replaced_states(connection: Connection, day: dt.date, author: str | None) -> int:
    """How many settings of key-evidence states, made that day, no longer stand because the item was set again."""
    # A state is a JSON string; what Undo put back is an object, or null for an item that nobody had touched.
    state_set = (t.journal.c.kind == "evidence-state-set", t.journal.c.value.startswith('"'))
    made = select(func.count()).where(*state_set, *_on(day, author))
    standing = select(func.count()).where(t.evidence_state.c.day == day.isoformat())
    if author is not None:
        standing = standing.where(t.evidence_state.c.author == author)
    return connection.execute(made).scalar_one() - connection.execute(standing).scalar_one()


def changed_elsewhere(connection: Connection, day: dt.date, author: str | None) -> int:
    """How many lines that the report does not print were amended, retracted or restored that day."""
    kinds = t.journal.c.kind.in_(("line-retracted", "line-restored"))
    amended = (t.journal.c.kind == "line-amended") & t.journal.c.reason.is_not(None)
    query = (
        select(func.count(distinct(t.journal.c.entity)))
        .join(t.note_line, t.note_line.c.id == t.journal.c.entity)
        .where(or_(kinds, amended), *_on(day, author))
    )
    printed_too = t.note_line.c.day == day.isoformat()
    if author is not None:
        printed_too &= t.note_line.c.author == author
    return connection.execute(query.where(~printed_too)).scalar_one()


_DAY_MS = 24 * 60 * 60 * 1000


def _midnight_ms(day: dt.date) -> int:
    return round(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp() * 1000)


def _on(day: dt.date, author: str | None) -> list[ColumnElement[bool]]:
    """Entries made on that day of the wall where they were made."""
    conditions: list[ColumnElement[bool]] = [_local_ms.between(_midnight_ms(day), _midnight_ms(day) + _DAY_MS - 1)]
    return conditions if author is None else [*conditions, t.journal.c.author == author]
