"""What the forms of the sessions say of the groups that were heard. What of it may be told, `inspection.equality` decides."""

import datetime as dt
import json

from sqlalchemy import Connection, select

from wellled_desktop.framework.forms import GROUPS_HEARD, HEAD_COUNT
from wellled_desktop.inspection.equality import SessionHeard, read_answer
from wellled_desktop.store import tables as t


def sessions_heard(connection: Connection) -> tuple[SessionHeard, ...]:
    """The sessions, cancelled ones left out, whose form names a group, by number."""
    answer, session = t.form_answer.c, t.session.c
    counted = t.form_answer.alias()
    at_count = (counted.c.session_id == session.id) & (counted.c.field == HEAD_COUNT)
    query = (
        select(session.id, session.number, session.kind, session.day, answer.answer, counted.c.answer.label("in_room"))
        .join(t.form_answer, answer.session_id == session.id)
        .outerjoin(counted, at_count)
        .where(answer.field == GROUPS_HEARD, session.cancelled_at.is_(None))
        .order_by(session.number)
    )
    return tuple(
        SessionHeard(
            row.id,
            row.number,
            row.kind,
            dt.date.fromisoformat(row.day) if row.day else None,
            json.loads(row.in_room) if row.in_room else None,
            read_answer(json.loads(row.answer)),
        )
        for row in connection.execute(query)
    )
