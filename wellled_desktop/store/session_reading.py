"""The reads of the session page: what it shows first, in one transaction, and then its lines a page at a time."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, bindparam, case, func, select, union

from wellled_desktop.inspection.read_models import (
    LineHistory,
    SavedDraft,
    SessionNews,
    SessionOpening,
    SessionTally,
    Talk,
)
from wellled_desktop.inspection.talk import talk_of
from wellled_desktop.store import reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.day_reading import retractions_of
from wellled_desktop.store.prepared import Prepared


def session_opening(
    connection: Connection, *, session_id: str, device: str, newest: int, names: bool = False
) -> SessionOpening | None:
    """The session with the `newest` of its lines, or None when the inspection does not hold it."""
    session = next(iter(reading.sessions(connection, session_id=session_id, names=names)), None)
    if session is None:
        return None
    last = connection.execute(
        select(func.max(t.note_line.c.number)).where(t.note_line.c.session_id == session_id)
    ).scalar()
    from_number = max(1, (last or 0) - newest + 1)
    return SessionOpening(
        session=session,
        newest=reading.lines(connection, session_id=session_id, from_number=from_number),
        draft=saved_draft(connection, session_id=session_id, device=device),
    )


def session_tally(connection: Connection, *, session_id: str) -> SessionTally:
    """Counts by tag, and the claims in the order written; takes some milliseconds in a long session."""
    return SessionTally(
        session_id=session_id,
        counts=tag_counts(connection, session_id=session_id),
        claims=reading.lines(connection, session_id=session_id, claims=True),
    )


_SAVED_DRAFT = Prepared(
    select(t.draft).where(t.draft.c.session_id == bindparam("session"), t.draft.c.device == bindparam("laptop"))
)


def saved_draft(connection: Connection, *, session_id: str, device: str) -> SavedDraft | None:
    row = _SAVED_DRAFT.first(connection, {"session": session_id, "laptop": device})
    if row is None:
        return None
    return SavedDraft(
        row.text, row.saved_at, row.line_type, row.speaker, bool(row.claim), row.weight, bool(row.points_other_way)
    )


def tag_counts(connection: Connection, *, session_id: str) -> dict[str, int]:
    """For each node, the lines of the session (not retracted) tagged with it; a sub-item's lines count for its item too."""
    rows = connection.execute(_TAG_COUNTS, {"session": session_id})
    return {row.node: row.lines for row in rows}


def _tag_counts() -> Select[tuple[str, int]]:
    """Counted by SQLite, which lets go of the interpreter meanwhile: this is asked after each line while one types."""
    tag = t.line_tag.c
    dots = func.length(tag.node) - func.length(func.replace(tag.node, ".", ""))
    item = case((dots > 1, func.rtrim(func.rtrim(tag.node, "0123456789"), ".")), else_=tag.node)
    written = (
        t.note_line.c.id == tag.line_id,
        t.note_line.c.session_id == bindparam("session"),
        t.note_line.c.retracted_at.is_(None),
    )
    tagged = union(
        select(tag.node.label("node"), tag.line_id).where(*written),
        select(item.label("node"), tag.line_id).where(*written),
    ).subquery()
    return select(tagged.c.node, func.count().label("lines")).group_by(tagged.c.node)


_TAG_COUNTS = _tag_counts()


def talk(connection: Connection, *, session_id: str) -> Talk:
    """Who talked how much; reads every line of the session, which takes a while in a long one."""
    return talk_of(reading.lines(connection, session_id=session_id))


def line_history(connection: Connection, *, line_id: str) -> LineHistory:
    versions = reading.line_versions(connection, [line_id])
    return LineHistory(line_id, versions, retractions_of(connection, line_id=line_id))


def session_news(
    connection: Connection, *, session_id: str, line_ids: Sequence[str], session: bool, names: bool = False
) -> SessionNews:
    """What changes of these lines (of any session) mean for this one; `session` asks for the session itself again."""
    found = reading.lines(connection, line_ids=line_ids) if line_ids else ()
    ours = sorted((line for line in found if line.session_id == session_id), key=lambda line: line.number)
    changed = reading.sessions(connection, session_id=session_id, names=names) if session else ()
    return SessionNews(
        session_id=session_id,
        lines=tuple(ours),
        session=next(iter(changed), None),
    )
