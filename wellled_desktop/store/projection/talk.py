"""Question sheets, requests, immediate concerns and worries."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from wellled_desktop.inspection.journal import Entry
from wellled_desktop.store import tables as t
from wellled_desktop.store.projection.base import Apply, insert_or_update, local_day, restored, retracted, set_values


def _question_added(connection: Connection, entry: Entry, value: Any) -> None:
    connection.execute(
        insert(t.question).values(
            id=entry.entity,
            session_id=value["session"],
            position=value["position"],
            text=value["text"],
            why=value["why"],
            origin=value["origin"],
            node=value["node"],
            state="open",
        )
    )


def _question_withdrawn(connection: Connection, entry: Entry, _value: Any) -> None:
    """As if it had never been on the sheet: a question that was dropped is not proposed again, and this one may be."""
    question = t.question.c
    here = connection.execute(select(question.session_id, question.position).where(question.id == entry.entity)).one()
    connection.execute(delete(t.question).where(question.id == entry.entity))
    later = update(t.question).where(question.session_id == here.session_id, question.position > here.position)
    connection.execute(later.values(position=question.position - 1))


def _sheet_ordered(connection: Connection, _entry: Entry, order: Any) -> None:
    for position, question_id in enumerate(order):
        set_values(connection, t.question, question_id, position=position)


def _question_state_set(connection: Connection, entry: Entry, state: Any) -> None:
    set_values(connection, t.question, entry.entity, state=state)


def _request_made(connection: Connection, entry: Entry, value: Any) -> None:
    now = t.utc(entry.unix_ms)
    connection.execute(
        insert(t.request).values(
            id=entry.entity,
            number=value["number"],
            asked_for=value["asked_for"],
            asked_of=value["asked_of"],
            node=value["node"],
            line_id=value["line"],
            due=value["due"],
            state="open",
            state_at=now,
            made_at=now,
            day=local_day(entry.unix_ms, entry.zone_minutes),
            author=entry.author,
        )
    )


def _request_state_set(connection: Connection, entry: Entry, state: Any) -> None:
    now = t.utc(entry.unix_ms)
    set_values(connection, t.request, entry.entity, state=state, state_at=now, state_reason=entry.reason)


def _request_amended(connection: Connection, entry: Entry, value: Any) -> None:
    set_values(connection, t.request, entry.entity, **{entry.field: value})


def _concern_pinned(connection: Connection, entry: Entry, _value: Any) -> None:
    pinned = {"line_id": entry.entity, "pinned_at": t.utc(entry.unix_ms), "author": entry.author}
    connection.execute(insert(t.immediate_concern).values(**pinned))


def _concern_unpinned(connection: Connection, entry: Entry, _value: Any) -> None:
    """Its log stays: what was told was told."""
    connection.execute(delete(t.immediate_concern).where(t.immediate_concern.c.line_id == entry.entity))


def _concern_told(connection: Connection, entry: Entry, value: Any) -> None:
    now = t.utc(entry.unix_ms)
    connection.execute(
        insert(t.telling).values(
            id=entry.entity,
            line_id=value["line"],
            position=value["position"],
            told=value["told"],
            told_at=t.from_text(value["told_at"]),
            reply=value["reply"],
            replied_at=now if value["reply"] else None,
            recorded_at=now,
            author=entry.author,
        )
    )


def _concern_replied(connection: Connection, entry: Entry, reply: Any) -> None:
    replied = t.utc(entry.unix_ms) if reply else None
    set_values(connection, t.telling, entry.entity, reply=reply, replied_at=replied)


_RECORD_RISK = insert_or_update(t.risk)


def _risk_recorded(connection: Connection, entry: Entry, value: Any) -> None:
    """One that was retracted stands again."""
    recorded = {"id": entry.entity, "recorded_at": t.utc(entry.unix_ms)}
    _RECORD_RISK.run(connection, {**value, **recorded, "retracted_at": None, "retraction_reason": None})


def _worry_noted(connection: Connection, entry: Entry, value: Any) -> None:
    connection.execute(
        insert(t.worry).values(
            id=entry.entity,
            text=value["text"],
            session_id=value["session"],
            line_id=value["line"],
            noted_at=t.utc(entry.unix_ms),
            day=local_day(entry.unix_ms, entry.zone_minutes),
            author=entry.author,
            verdict="not compared",
            remark="",
        )
    )


def _worry_compared(connection: Connection, entry: Entry, value: Any) -> None:
    compared = {"verdict": value["verdict"], "risk_id": value["risk"], "remark": value["remark"]}
    set_values(connection, t.worry, entry.entity, **compared)


APPLY: dict[str, Apply] = {
    "question-added": _question_added,
    "question-withdrawn": _question_withdrawn,
    "sheet-ordered": _sheet_ordered,
    "question-state-set": _question_state_set,
    "request-made": _request_made,
    "request-amended": _request_amended,
    "request-state-set": _request_state_set,
    "concern-pinned": _concern_pinned,
    "concern-unpinned": _concern_unpinned,
    "concern-told": _concern_told,
    "concern-replied": _concern_replied,
    "telling-retracted": retracted(t.telling),
    "telling-restored": restored(t.telling),
    "risk-recorded": _risk_recorded,
    "risk-retracted": retracted(t.risk),
    "risk-restored": restored(t.risk),
    "worry-noted": _worry_noted,
    "worry-compared": _worry_compared,
    "worry-retracted": retracted(t.worry),
    "worry-restored": restored(t.worry),
}
