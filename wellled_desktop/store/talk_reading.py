"""The reads of what goes with sessions: form answers, question sheets, requests, immediate concerns, worries."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.inspection.read_models import (
    FollowUp,
    FormAnswer,
    ImmediateConcern,
    Question,
    Request,
    RequestList,
    Risk,
    SaidWorries,
    Telling,
    Worry,
)
from wellled_desktop.store import reading, request_reading
from wellled_desktop.store import tables as t


def form_answers(connection: Connection, *, session_id: str, field: str | None = None) -> tuple[FormAnswer, ...]:
    """The answers given on a session's form, by field id."""
    query = select(t.form_answer).where(t.form_answer.c.session_id == session_id).order_by(t.form_answer.c.field)
    if field is not None:
        query = query.where(t.form_answer.c.field == field)
    return tuple(
        FormAnswer(row.field, tuple(answer) if isinstance(answer, list) else answer, row.set_at, row.author)
        for row in connection.execute(query)
        for answer in (json.loads(row.answer),)
    )


def questions(
    connection: Connection, *, session_id: str | None = None, question_id: str | None = None
) -> tuple[Question, ...]:
    """Questions in the order of their sheet, dropped ones included; of all sessions where none is named."""
    query = select(t.question).order_by(t.question.c.session_id, t.question.c.position, t.question.c.id)
    if session_id is not None:
        query = query.where(t.question.c.session_id == session_id)
    if question_id is not None:
        query = query.where(t.question.c.id == question_id)
    return tuple(Question(**row._mapping) for row in connection.execute(query))


def requests(
    connection: Connection,
    *,
    request_id: str | None = None,
    line_id: str | None = None,
    session_id: str | None = None,
) -> tuple[Request, ...]:
    """Requests by number, withdrawn ones included; of one session those made for its lines."""
    query = (
        select(
            t.request,
            t.note_line.c.session_id,
            t.note_line.c.number.label("line_number"),
            t.session.c.number.label("session_number"),
        )
        .outerjoin(t.note_line, t.note_line.c.id == t.request.c.line_id)
        .outerjoin(t.session, t.session.c.id == t.note_line.c.session_id)
        .order_by(t.request.c.number)
    )
    if request_id is not None:
        query = query.where(t.request.c.id == request_id)
    if line_id is not None:
        query = query.where(t.request.c.line_id == line_id)
    if session_id is not None:
        query = query.where(t.note_line.c.session_id == session_id)
    return tuple(_request(row) for row in connection.execute(query))


def _request(row: Row[Any]) -> Request:
    return Request(
        id=row.id,
        number=row.number,
        asked_for=row.asked_for,
        asked_of=row.asked_of,
        node=row.node,
        line=row.line_id,
        session=row.session_id,
        line_ref=None if row.line_id is None else f"S-{row.session_number:02d} l.{row.line_number}",
        due=dt.date.fromisoformat(row.due) if row.due else None,
        state=row.state,
        state_at=row.state_at,
        state_reason=row.state_reason,
        made_at=row.made_at,
        day=dt.date.fromisoformat(row.day),
        author=row.author,
    )


def immediate_concerns(
    connection: Connection, *, line_id: str | None = None, session_id: str | None = None, retracted: bool = False
) -> tuple[ImmediateConcern, ...]:
    """Pinned lines in the order pinned, each with its log; entries retracted only where `retracted` asks for them."""
    query = select(t.immediate_concern).order_by(t.immediate_concern.c.pinned_at, t.immediate_concern.c.line_id)
    if line_id is not None:
        query = query.where(t.immediate_concern.c.line_id == line_id)
    if session_id is not None:
        here = select(t.note_line.c.id).where(t.note_line.c.session_id == session_id)
        query = query.where(t.immediate_concern.c.line_id.in_(here))
    pinned = connection.execute(query).all()
    lines = {line.id: line for line in reading.lines(connection, line_ids=[row.line_id for row in pinned])}
    logs: dict[str, list[Telling]] = defaultdict(list)
    for one in tellings(connection, retracted=retracted) if pinned else ():
        logs[one.line_id].append(one)
    return tuple(
        ImmediateConcern(lines[row.line_id], row.pinned_at, row.author, tuple(logs[row.line_id])) for row in pinned
    )


def tellings(connection: Connection, *, telling_id: str | None = None, retracted: bool = False) -> tuple[Telling, ...]:
    """Who was told of which concern, in the order told; entries retracted only where `retracted` asks for them."""
    query = select(t.telling).order_by(t.telling.c.line_id, t.telling.c.position)
    if telling_id is not None:
        query = query.where(t.telling.c.id == telling_id)
    if not retracted:
        query = query.where(t.telling.c.retracted_at.is_(None))
    return tuple(
        Telling(
            row.id,
            row.line_id,
            row.told,
            row.told_at,
            row.reply,
            row.replied_at,
            row.recorded_at,
            row.author,
            row.retracted_at,
            row.retraction_reason,
        )
        for row in connection.execute(query)
    )


def request_list(connection: Connection) -> RequestList:
    """All requests, and the key evidence in the state requested that no request of the trust stands for yet."""
    made = requests(connection)
    numbered = {one.node for one in made if one.state != "withdrawn"}
    states = reading.evidence_states(connection, state="requested")
    items = tuple(one for one in states if one.node not in numbered)
    return RequestList(made, items, request_reading.answers(connection))


def follow_up(connection: Connection, *, session_id: str) -> FollowUp:
    """What was asked of the trust for the lines of a session, and its immediate concerns."""
    return FollowUp(
        session_id=session_id,
        requests=requests(connection, session_id=session_id),
        concerns=immediate_concerns(connection, session_id=session_id),
    )


def said_worries(connection: Connection, *, field: str) -> tuple[SaidWorries, ...]:
    """The worries that stand in the forms of sessions, under `field`, and were not noted yet, by session.

    One that was noted and retracted since is not there again, unless it was noted by mistake and taken back.
    """
    taken_back = t.worry.c.retraction_reason.is_not_distinct_from(UNDONE)
    kept = select(t.worry.c.session_id, t.worry.c.text).where(~taken_back)
    noted = {(row.session_id, row.text) for row in connection.execute(kept)}
    query = (
        select(t.form_answer.c.session_id, t.form_answer.c.answer, t.session.c.number)
        .join(t.session, t.session.c.id == t.form_answer.c.session_id)
        .where(t.form_answer.c.field == field)
        .order_by(t.session.c.number)
    )
    found = []
    for row in connection.execute(query):
        answer = json.loads(row.answer)
        texts = dict.fromkeys(
            " ".join(one.split()) for one in (answer if isinstance(answer, list) else [str(answer or "")])
        )
        left = tuple(text for text in texts if text and (row.session_id, text) not in noted)
        if left:
            found.append(SaidWorries(row.session_id, f"S-{row.number:02d}", left))
    return tuple(found)


def risks(
    connection: Connection,
    *,
    reference: str | None = None,
    risk_ids: Sequence[str] | None = None,
    retracted: bool = False,
) -> tuple[Risk, ...]:
    """The entries of the trust's risk register, by reference; those retracted only where `retracted` asks for them."""
    query = select(t.risk).order_by(t.risk.c.reference)
    if reference is not None:
        query = query.where(t.risk.c.reference == reference)
    if risk_ids is not None:
        query = query.where(t.risk.c.id.in_(risk_ids))
    if not retracted:
        query = query.where(t.risk.c.retracted_at.is_(None))
    return tuple(Risk(**row._mapping) for row in connection.execute(query))


def worries(connection: Connection, *, worry_id: str | None = None, retracted: bool = False) -> tuple[Worry, ...]:
    """Worries in the order noted; those retracted only where `retracted` asks for them."""
    query = (
        select(t.worry, t.session.c.number.label("session_number"))
        .outerjoin(t.session, t.session.c.id == t.worry.c.session_id)
        .order_by(t.worry.c.noted_at, t.worry.c.id)
    )
    if worry_id is not None:
        query = query.where(t.worry.c.id == worry_id)
    if not retracted:
        query = query.where(t.worry.c.retracted_at.is_(None))
    rows = connection.execute(query).all()
    named = sorted({row.risk_id for row in rows if row.risk_id})
    register = {risk.id: risk for risk in risks(connection, risk_ids=named, retracted=True)} if named else {}
    return tuple(
        Worry(
            id=row.id,
            text=row.text,
            session_id=row.session_id,
            session_ref=None if row.session_number is None else f"S-{row.session_number:02d}",
            line=row.line_id,
            noted_at=row.noted_at,
            day=dt.date.fromisoformat(row.day),
            author=row.author,
            verdict=row.verdict,
            risk=register.get(row.risk_id or ""),
            remark=row.remark,
            retracted_at=row.retracted_at,
            retraction_reason=row.retraction_reason,
        )
        for row in rows
    )


def is_retracted(connection: Connection, *, worry_id: str) -> bool:
    query = select(t.worry.c.retracted_at).where(t.worry.c.id == worry_id)
    return connection.execute(query).scalar() is not None


def holds_risk(connection: Connection, *, risk_id: str) -> bool:
    """Whether the entry stands in the register, not retracted."""
    query = select(t.risk.c.id).where(t.risk.c.id == risk_id, t.risk.c.retracted_at.is_(None))
    return connection.execute(query).first() is not None


def next_request_number(connection: Connection) -> int:
    return (connection.execute(select(func.max(t.request.c.number))).scalar() or 0) + 1
