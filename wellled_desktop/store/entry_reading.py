"""The reads of one evidence entry in full, and what the evidence log says beside the entries themselves."""

import re
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from wellled_desktop.inspection.entry_history import EntryAct, changes_of
from wellled_desktop.inspection.read_models import EvidenceEntry, NoteLine
from wellled_desktop.inspection.read_models.entries import EntryChange, EntryWhole
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.store import tables as t


def entry_whole(connection: Connection, *, entry_id: str) -> EntryWhole | None:
    """The entry, retracted or not, with its history, its request, and the lines that cite it; None where there is none."""
    entry = next(iter(reading.evidence_entries(connection, entry_id=entry_id, retracted=True)), None)
    if entry is None:
        return None
    request = talk_reading.requests(connection, request_id=entry.request) if entry.request else ()
    return EntryWhole(
        entry,
        changes=_numbered(connection, _history(connection, entry_id)),
        request=next(iter(request), None),
        cited=lines_citing(connection, ref=entry.ref),
    )


def lines_citing(connection: Connection, *, ref: str) -> tuple[NoteLine, ...]:
    """The lines, not retracted, whose words name the entry by its number (E-014), in the order written."""
    query = select(t.note_line.c.id, t.note_line.c.text).where(
        t.note_line.c.retracted_at.is_(None), t.note_line.c.text.contains(ref, autoescape=True)
    )
    whole = re.compile(rf"{re.escape(ref)}(?!\d)")
    found = [row.id for row in connection.execute(query) if whole.search(row.text)]
    return reading.lines(connection, line_ids=found) if found else ()


def attachment_counts(connection: Connection) -> dict[str, int]:
    """How many attachments, not retracted, each entry has; those without any are not there."""
    attached = t.attachment.c
    query = select(attached.entry_id, func.count()).where(attached.retracted_at.is_(None)).group_by(attached.entry_id)
    return dict(connection.execute(query).all())


def retracted_entries(connection: Connection) -> tuple[EvidenceEntry, ...]:
    """The entries that were retracted, by number."""
    every = reading.evidence_entries(connection, retracted=True)
    return tuple(entry for entry in every if entry.retracted_at is not None)


def request_refs(connection: Connection) -> dict[str, str]:
    """The number of each request by its id."""
    return {request.id: request.ref for request in talk_reading.requests(connection)}


def _history(connection: Connection, entry_id: str) -> tuple[EntryChange, ...]:
    journal = t.journal.c
    query = select(t.journal).where(journal.entity == entry_id, journal.kind.startswith("evidence-"))
    return changes_of(map(_act, connection.execute(query.order_by(journal.clock, journal.device))))


def _act(row: Row[Any]) -> EntryAct:
    value = msgspec.json.decode(row.value)
    return EntryAct(row.kind, row.field, value, t.utc(row.unix_ms), row.author, row.reason)


def _numbered(connection: Connection, changes: tuple[EntryChange, ...]) -> tuple[EntryChange, ...]:
    """With requests named by their numbers."""
    if all(change.field != "request" for change in changes):
        return changes
    refs = request_refs(connection)

    def numbered(change: EntryChange) -> EntryChange:
        before, after = refs.get(change.before, change.before), refs.get(change.after, change.after)
        return msgspec.structs.replace(change, before=before, after=after)

    return tuple(numbered(change) if change.field == "request" else change for change in changes)
