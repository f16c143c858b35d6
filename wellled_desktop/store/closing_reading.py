"""The reads for closing a session's notes: the lines to tidy up, and what is still open before the sign-off."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.inspection.sign_off import OpenPoints, open_points
from wellled_desktop.store import reading, talk_reading


class ToTidy(msgspec.Struct, frozen=True):
    """All lines of a session in the order written, and the nodes of the questions that were put in it."""

    session_id: str
    lines: tuple[NoteLine, ...]
    asked: tuple[str, ...]


def to_tidy(connection: Connection, *, session_id: str) -> ToTidy:
    questions = talk_reading.questions(connection, session_id=session_id)
    put = [one.node for one in questions if one.node and one.state in ("asked", "answered")]
    return ToTidy(session_id, reading.lines(connection, session_id=session_id), tuple(dict.fromkeys(put)))


def what_is_open(connection: Connection, *, session_id: str, fields: Sequence[str]) -> OpenPoints:
    """`fields` are those of the session's form whose emptiness is worth a word."""
    return open_points(
        reading.lines(connection, session_id=session_id),
        talk_reading.questions(connection, session_id=session_id),
        talk_reading.requests(connection),
        talk_reading.form_answers(connection, session_id=session_id),
        fields,
        concerns=talk_reading.immediate_concerns(connection, session_id=session_id),
    )
