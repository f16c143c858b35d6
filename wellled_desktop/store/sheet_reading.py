"""The reads for question sheets: what the record holds that decides what to ask, and the sheets of many sessions at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Select, func, select, union_all

from wellled_desktop.inspection.read_models import Question, Session
from wellled_desktop.inspection.sheet import DaySheets, DayToDraw, Held, SheetMatter
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.journal import read_head


def sheet_matter(connection: Connection, *, session_id: str | None = None, day: dt.date | None = None) -> SheetMatter:
    """What the sheet of one session, or those of every session of a day that is still to be held, are drawn up from.

    The lines are counted once for all of them; some 50 ms with 4,450 lines. The sheets are all there are, of other sessions too.
    """
    everything = reading.sessions(connection)
    return SheetMatter(
        sessions=_to_be_held(everything, session_id=session_id, day=day),
        held=held_by_node(connection),
        open_claims=reading.lines(connection, claims=True),
        sheets=sheets_of(connection),
        roles={one.id: one.roles for one in everything},
    )


def _to_be_held(sessions: Sequence[Session], *, session_id: str | None, day: dt.date | None) -> tuple[Session, ...]:
    if session_id is not None:
        return tuple(one for one in sessions if one.id == session_id)
    return tuple(one for one in sessions if one.day == day and one.ended_at is None)


def days_to_draw(connection: Connection) -> tuple[DayToDraw, ...]:
    """The days on which sessions are still to be held, with how many there are and how many of them have a sheet."""
    with_sheet = set(connection.execute(select(t.question.c.session_id).distinct()).scalars())
    days: dict[dt.date, list[Session]] = defaultdict(list)
    for session in reading.sessions(connection):
        if session.day is not None and session.ended_at is None:
            days[session.day].append(session)
    return tuple(
        DayToDraw(day, len(sessions), sum(one.id in with_sheet for one in sessions)) for day, sessions in days.items()
    )


def held_by_node(connection: Connection) -> dict[str, Held]:
    """For each node that lines are tagged with; a sub-item's lines count for its item too. An inference is no evidence."""
    return {row.node: Held(row.lines, row.other_way) for row in connection.execute(_HELD)}


def _held() -> Select[tuple[str, int, int]]:
    """Counted by SQLite, which lets go of the interpreter meanwhile; a line tagged with item and sub-item counts once."""
    tag, own = t.line_tag.c, t.line_tag.alias()
    dots = func.length(tag.node) - func.length(func.replace(tag.node, ".", ""))
    item = func.rtrim(func.rtrim(tag.node, "0123456789"), ".")
    has_item = select(own.c.line_id).where(own.c.line_id == tag.line_id, own.c.node == item).exists()
    tagged = union_all(
        select(tag.node.label("node"), tag.line_id.label("line_id")),
        select(item.label("node"), tag.line_id.label("line_id")).where(dots > 1, ~has_item).distinct(),
    ).subquery()
    return (
        select(
            tagged.c.node,
            func.count().label("lines"),
            func.sum(t.note_line.c.points_other_way).label("other_way"),
        )
        .join(t.note_line, t.note_line.c.id == tagged.c.line_id)
        .where(t.note_line.c.retracted_at.is_(None), t.note_line.c.line_type != "inference")
        .group_by(tagged.c.node)
    )


_HELD = _held()


def sheets_of(connection: Connection) -> dict[str, tuple[Question, ...]]:
    """The questions of each session that has any, in their order, dropped ones included."""
    sheets: dict[str, list[Question]] = defaultdict(list)
    for question in talk_reading.questions(connection):
        sheets[question.session_id].append(question)
    return {session: tuple(questions) for session, questions in sheets.items()}


def day_sheets(connection: Connection, *, day: dt.date, device: str, sessions: Collection[str] = ()) -> DaySheets:
    """What the printed sheets of a day say. With `sessions` (ids) only theirs. Raises LookupError with no inspection."""
    inspection, head = reading.inspection_detail(connection), read_head(connection, device)
    if inspection is None or head is None:
        raise LookupError("no inspection")
    of_day: Iterable[Session] = (one for one in reading.sessions(connection) if one.day == day)
    return DaySheets(
        inspection=inspection,
        day=day,
        sessions=tuple(one for one in of_day if not sessions or one.id in sessions),
        sheets=sheets_of(connection),
        head=head,
    )
