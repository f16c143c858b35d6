"""What stands behind requests: the evidence entries that answer them, and the words of the notes they were made for."""

import datetime as dt
from collections import defaultdict

from sqlalchemy import Connection, select, union_all

from wellled_desktop.inspection.read_models import Answer
from wellled_desktop.store import tables as t


def answers(connection: Connection) -> tuple[Answer, ...]:
    """The entries, not retracted, that answer a request, by number."""
    entry = t.evidence_entry.c
    query = (
        select(entry.request, entry.id, entry.number, entry.received_on)
        .where(entry.request.is_not(None), entry.retracted_at.is_(None))
        .order_by(entry.number)
    )
    return tuple(
        Answer(
            request=row.request,
            entry=row.id,
            ref=f"E-{row.number:03d}",
            received_on=dt.date.fromisoformat(row.received_on) if row.received_on else None,
        )
        for row in connection.execute(query)
    )


def notes_behind(connection: Connection) -> dict[str, tuple[str, ...]]:
    """By the id of a request the words of the line it was made for: as they stand, and as they stood before."""
    request = t.request.c
    now = select(request.id, t.note_line.c.text).join(t.note_line, t.note_line.c.id == request.line_id)
    before = select(request.id, t.line_version.c.text).join(t.line_version, t.line_version.c.line_id == request.line_id)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for request_id, text in connection.execute(union_all(now, before)):
        found[request_id].append(text)
    return {request_id: tuple(texts) for request_id, texts in found.items()}
