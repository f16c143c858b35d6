"""The index of what can be found: kept as the tables are after each journal entry, made whole for a store that had none.

It is made from the tables alone, so that replaying the journal gives the same one. FTS5 itself is kept in step by triggers.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Text, bindparam, select, text

from wellled_desktop.inspection.journal import Entry
from wellled_desktop.inspection.read_models.found import FoundKind
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared
from wellled_desktop.store.search import of_record, of_talk, of_weighing
from wellled_desktop.store.search.findable import Findable, Things

KINDS: dict[FoundKind, Things] = {one.kind: one for one in (*of_record.KINDS, *of_talk.KINDS, *of_weighing.KINDS)}

_KEY = bindparam("key", type_=Text)
_PUT = Prepared(
    text("""
    INSERT INTO findable (kind, entity, session_id, ref, at, words, marks)
    VALUES (:kind, :entity, :session_id, :ref, :at, :words, :marks)
    ON CONFLICT (entity, kind) DO UPDATE SET ref = excluded.ref, at = excluded.at, words = excluded.words, marks = excluded.marks
    WHERE words <> excluded.words OR marks <> excluded.marks OR at IS NOT excluded.at OR ref <> excluded.ref
    """)
)
_REMOVE = Prepared(text("DELETE FROM findable WHERE entity = :entity AND kind = :kind"))

Follow = Callable[[Connection, Entry], None]


def follow(connection: Connection, entry: Entry) -> None:
    """Brings the index up to date with the tables, after they were brought up to date with the entry."""
    steps = _FOLLOW.get(entry.kind)
    if steps is not None:
        steps(connection, entry)


def fill(connection: Connection) -> None:
    """Makes the whole index anew from the tables, oldest first."""
    connection.exec_driver_sql("DELETE FROM findable")
    began = connection.exec_driver_sql("SELECT entity, min(clock) AS clock FROM journal GROUP BY entity").all()
    clocks = {one.entity: one.clock for one in began}
    found = [one for of in KINDS.values() for row in connection.execute(of.rows) if (one := _searched(of, row))]
    found.sort(key=lambda one: clocks.get(one.entity.partition(" ")[0], 0))
    for one in found:
        _PUT.run(connection, one._asdict())


def _searched(of: Things, row: Any) -> Findable | None:
    """What there is to search of it; where there are no words, nothing."""
    found = of.findable(row)
    return found if found.words else None


@cache
def _one(kind: FoundKind) -> Prepared:
    """Made when the first of its kind is recorded: making all of them would take 25 ms of the app's start."""
    of = KINDS[kind]
    return Prepared(of.rows.where(of.key == _KEY))


def _bring_up(connection: Connection, kind: FoundKind, key: str) -> None:
    row = _one(kind).first(connection, {"key": key})
    found = None if row is None else _searched(KINDS[kind], row)
    if found is None:
        _REMOVE.run(connection, {"entity": key, "kind": kind})
    else:
        _PUT.run(connection, found._asdict())


def _itself(kind: FoundKind) -> Follow:
    def follow_one(connection: Connection, entry: Entry) -> None:
        _bring_up(connection, kind, entry.entity)

    return follow_one


# Run as they are: they are of what seldom changes, and making each beforehand takes 1.5 ms.
_ATTACHED = select(t.attachment.c.id).where(t.attachment.c.entry_id == _KEY)
_SAID_BY = select(t.note_line.c.id).where(t.note_line.c.speaker == _KEY)
_SAID_BY_NOBODY = select(t.note_line.c.id).where(t.note_line.c.session_id == _KEY, t.note_line.c.speaker.is_(None))
_PEOPLE = select(t.participant.c.id).where(t.participant.c.session_id == _KEY)
_OF_SESSION: dict[FoundKind, Select[Any]] = {
    "participant": _PEOPLE,
    "name": _PEOPLE,
    "question": select(t.question.c.id).where(t.question.c.session_id == _KEY),
    "answer": select(of_talk.ANSWER_ID).where(t.form_answer.c.session_id == _KEY),
    "worry": select(t.worry.c.id).where(t.worry.c.session_id == _KEY),
}


def _bring_up_all(connection: Connection, kind: FoundKind, among: Select[Any], key: str) -> None:
    for identifier in connection.execute(among, {"key": key}).scalars().all():
        _bring_up(connection, kind, identifier)


def _entry(connection: Connection, entry: Entry) -> None:
    """An attachment is in the nodes of its entry, and retracted with it."""
    _bring_up(connection, "entry", entry.entity)
    _bring_up_all(connection, "attachment", _ATTACHED, entry.entity)


def _session(connection: Connection, entry: Entry) -> None:
    """What belongs to a session is of its day and its roles."""
    _bring_up(connection, "session", entry.entity)
    for kind, among in _OF_SESSION.items():
        _bring_up_all(connection, kind, among, entry.entity)
    if entry.field == "roles":
        _bring_up_all(connection, "line", _SAID_BY_NOBODY, entry.entity)


def _participant(connection: Connection, entry: Entry) -> None:
    """A line is said by its speaker's role."""
    _bring_up(connection, "participant", entry.entity)
    _bring_up(connection, "name", entry.entity)
    if entry.field == "role":
        _bring_up_all(connection, "line", _SAID_BY, entry.entity)


def _answer(connection: Connection, entry: Entry) -> None:
    _bring_up(connection, "answer", f"{entry.entity} {entry.field}")


def _each(kind: FoundKind, *actions: str, of: str = "") -> dict[str, Follow]:
    return {f"{of or kind}-{action}": _itself(kind) for action in actions}


_FOLLOW: dict[str, Follow] = {
    **_each("line", "written", "amended", "coded", "retracted", "restored"),
    **dict.fromkeys((f"evidence-{done}" for done in ("recorded", "amended", "linked", "retracted", "restored")), _entry),
    **_each("attachment", "added", "amended", "retracted", "restored"),
    **dict.fromkeys(
        (
            "session-planned", "session-changed", "session-cancelled", "session-restored", "session-started",
            "session-start-withdrawn", "session-from-handwritten-notes", "session-not-from-handwritten-notes",
        ),
        _session,
    ),
    **dict.fromkeys((f"participant-{done}" for done in ("added", "changed", "named", "removed", "returned")), _participant),
    "form-answered": _answer,
    **_each("question", "added", "withdrawn"),
    **_each("request", "made", "amended", "state-set"),
    **_each("worry", "noted", "compared", "retracted", "restored"),
    **_each("risk", "recorded", "retracted", "restored"),
    **_each("finding", "recorded", "linked", "retracted", "restored"),
    **_each("judgement", "set"),
    **_each("local node", "added", "amended", "retracted", "restored", of="local-node"),
}  # fmt: skip
