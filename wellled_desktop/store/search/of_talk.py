"""What is searched of question sheets, forms, requests, worries and risks."""

import json
from typing import Any

from sqlalchemy import literal, select

from wellled_desktop.framework.forms import GROUPS_HEARD, HEAD_COUNT
from wellled_desktop.inspection.equality import FEWEST_TOLD, people_counted
from wellled_desktop.inspection.find.marks import RETRACTED
from wellled_desktop.store import tables as t
from wellled_desktop.store.search.findable import (
    OF_SESSION,
    Findable,
    Things,
    by_author,
    if_retracted,
    marks_of,
    numbered,
    on_day,
    raw,
    said_by_roles,
    session_ref,
    together,
    under,
)

_S = t.session.c
_Q = t.question.c
_QUESTION = select(_Q.id, _Q.session_id, _Q.text, _Q.node, *OF_SESSION).join(t.session, _S.id == _Q.session_id)


def _question(row: Any) -> Findable:
    marks = marks_of("question", said_by_roles(row.roles), on_day(row.day), under(row.node))
    return Findable("question", row.id, row.session_id, session_ref(row.session_number), None, str(row.text), marks)


# Which groups were heard is not searched: how many of them, and beside which session, is told of them nowhere else. Nor is a
# head count below five.
_F = t.form_answer.c
ANSWER_ID = _F.session_id + literal(" ") + _F.field
_ANSWER = select(
    ANSWER_ID.label("id"),
    _F.session_id, _F.field, _F.answer, _F.author, raw(_F.set_at), *OF_SESSION,
).join(t.session, _S.id == _F.session_id).where(_F.field != GROUPS_HEARD)  # fmt: skip


def _answer(row: Any) -> Findable:
    marks = marks_of("answer", said_by_roles(row.roles), by_author(row.author), on_day(row.day))
    ref, words = session_ref(row.session_number), together(*_spoken(str(row.field), str(row.answer)))
    return Findable("answer", row.id, row.session_id, ref, row.set_at, words, marks)


def _spoken(field: str, answer: str) -> list[str]:
    """The words of an answer; yes and no are none, and what is no answer stands as it is."""
    try:
        said = json.loads(answer)
    except ValueError:
        return [answer]
    if field == HEAD_COUNT and isinstance(said, int) and 0 < said < FEWEST_TOLD:
        return [people_counted(said)]
    parts = said if isinstance(said, list) else [said]
    return [str(part) for part in parts if not isinstance(part, bool)]


_R = t.request.c
_REQUEST = select(_R.id, _R.number, _R.asked_for, _R.asked_of, _R.node, _R.state, _R.author, _R.day, raw(_R.made_at))


def _request(row: Any) -> Findable:
    gone = (RETRACTED,) if row.state == "withdrawn" else ()
    marks = marks_of("request", by_author(row.author), on_day(row.day), under(row.node), gone)
    words = together(row.asked_for, row.asked_of)
    return Findable("request", row.id, None, numbered("R", row.number), row.made_at, words, marks)


_W = t.worry.c
_WORRY = select(
    _W.id, _W.session_id, _W.text, _W.remark, _W.author, _W.day, raw(_W.noted_at), raw(_W.retracted_at),
    _S.number.label("session_number"), _S.roles,
).outerjoin(t.session, _S.id == _W.session_id)  # fmt: skip


def _worry(row: Any) -> Findable:
    marks = marks_of(
        "worry", said_by_roles(row.roles), by_author(row.author), on_day(row.day), if_retracted(row.retracted_at)
    )
    ref = "" if row.session_number is None else session_ref(row.session_number)
    return Findable("worry", row.id, row.session_id, ref, row.noted_at, together(row.text, row.remark), marks)


_K = t.risk.c
_RISK = select(_K.id, _K.reference, _K.title, _K.owner, raw(_K.recorded_at), raw(_K.retracted_at))


def _risk(row: Any) -> Findable:
    words = together(f"{row.reference} {row.title}", row.owner)
    return Findable(
        "risk",
        row.id,
        None,
        str(row.reference),
        row.recorded_at,
        words,
        marks_of("risk", if_retracted(row.retracted_at)),
    )


KINDS = (
    Things("question", _QUESTION, _Q.id, _question),
    Things("answer", _ANSWER, ANSWER_ID, _answer),
    Things("request", _REQUEST, _R.id, _request),
    Things("worry", _WORRY, _W.id, _worry),
    Things("risk", _RISK, _K.id, _risk),
)
