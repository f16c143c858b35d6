"""What is searched of sessions, the people in them, and their lines."""

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from wellled_desktop.inspection.find.marks import RETRACTED, role_mark, state_mark, type_mark
from wellled_desktop.inspection.read_models.found import FoundKind
from wellled_desktop.store import tables as t
from wellled_desktop.store.search.findable import (
    OF_SESSION,
    Findable,
    Things,
    by_author,
    if_retracted,
    marks_of,
    nodes_of,
    on_day,
    raw,
    said_by_roles,
    session_ref,
    together,
    under,
    weighed,
)

_S = t.session.c
_SESSION = select(
    _S.id, _S.number, _S.title, _S.place, _S.roles, _S.day, raw(_S.started_at), raw(_S.planned_start), raw(_S.cancelled_at)
)  # fmt: skip


def _session(row: Any) -> Findable:
    roles = " ".join(re.findall(r'"([^"]*)"', str(row.roles)))
    marks = marks_of("session", said_by_roles(row.roles), on_day(row.day), if_retracted(row.cancelled_at))
    at = row.planned_start if row.started_at is None else row.started_at
    words = together(row.title, row.place, roles)
    return Findable("session", row.id, row.id, session_ref(row.number), at, words, marks)


def roles_by_title(words: str, titles: Mapping[str, str]) -> str:
    """The words of a session with its roles, which are the last line, as people call them."""
    before, line, last = words.rpartition("\n")
    roles = last.split()
    if not all(role in titles for role in roles):
        return words
    return before + line + ", ".join(titles[role] for role in roles)


_P = t.participant.c
_PARTICIPANT = select(_P.id, _P.session_id, _P.role, _P.label, _P.removed, *OF_SESSION).join(
    t.session, _S.id == _P.session_id
)


def _participant(row: Any) -> Findable:
    """By label; by role the session is found."""
    ref, marks = session_ref(row.session_number), _of_person("participant", row)
    return Findable("participant", row.id, row.session_id, ref, None, str(row.label), marks)


_N = t.participant_name.c
_NAME = (
    select(_P.id, _P.session_id, _P.role, _P.removed, _N.name, *OF_SESSION)
    .join(t.participant_name, _N.participant_id == _P.id)
    .join(t.session, _S.id == _P.session_id)
)


def _name(row: Any) -> Findable:
    """Kept apart from the label here as well: it is found only where names are asked for."""
    ref, marks = session_ref(row.session_number), _of_person("name", row)
    return Findable("name", row.id, row.session_id, ref, None, str(row.name), marks)


def _of_person(kind: FoundKind, row: Any) -> str:
    gone = (RETRACTED,) if row.removed else ()
    return marks_of(kind, (role_mark(str(row.role)),), on_day(row.day), gone)


_LINE = (
    select(
        t.note_line.c.id,
        t.note_line.c.session_id,
        t.note_line.c.number,
        t.note_line.c.text,
        t.note_line.c.line_type,
        t.note_line.c.speaker,
        t.note_line.c.claim,
        t.note_line.c.weight,
        raw(t.note_line.c.written_at),
        t.note_line.c.day,
        t.note_line.c.author,
        raw(t.note_line.c.retracted_at),
        _S.number.label("session_number"),
        _S.roles,
        t.participant.c.role,
        nodes_of(t.line_tag.c.node, t.line_tag.c.line_id, t.note_line.c.id).label("nodes"),
    )
    .join(t.session, _S.id == t.note_line.c.session_id)
    .outerjoin(t.participant, t.participant.c.id == t.note_line.c.speaker)
)


def _line(row: Any) -> Findable:
    """Said by the speaker's role; where nobody in particular is noted, by the roles of the session."""
    said_by = [role_mark(str(row.role or row.speaker))] if row.speaker else said_by_roles(row.roles)
    claim = (state_mark("claim"),) if row.claim else ()
    marks = marks_of(
        "line",
        (type_mark(str(row.line_type)),),
        said_by,
        by_author(row.author),
        on_day(row.day),
        under(row.nodes),
        claim,
        weighed(row.weight),
        if_retracted(row.retracted_at),
    )
    ref = f"{session_ref(row.session_number)} l.{row.number}"
    return Findable("line", row.id, row.session_id, ref, row.written_at, str(row.text), marks)


KINDS = (
    Things("session", _SESSION, _S.id, _session),
    Things("participant", _PARTICIPANT, _P.id, _participant),
    Things("name", _NAME, _P.id, _name),
    Things("line", _LINE, t.note_line.c.id, _line),
)
