"""The tables of one inspection's store: the journal, and the current state that replaying it gives."""

from sqlalchemy import Table

from wellled_desktop.store.tables.base import UtcTime, from_text, metadata, unix_ms, utc
from wellled_desktop.store.tables.record import (
    draft,
    evidence_entry,
    evidence_link,
    evidence_state,
    framework,
    inspection,
    journal,
    line_tag,
    line_version,
    note_line,
    participant,
    participant_name,
    session,
)
from wellled_desktop.store.tables.talk import (
    form_answer,
    immediate_concern,
    question,
    request,
    risk,
    session_pause,
    telling,
    worry,
)

STATE_TABLES: tuple[Table, ...] = tuple(table for table in metadata.sorted_tables if table is not journal)

JOURNAL_TRIGGERS: dict[str, str] = {
    f"journal_keeps_{verb}": (
        f"CREATE TRIGGER journal_keeps_{verb} BEFORE {verb.upper()} ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )
    for verb in ("update", "delete")
}

__all__ = [
    "JOURNAL_TRIGGERS",
    "STATE_TABLES",
    "UtcTime",
    "draft",
    "evidence_entry",
    "evidence_link",
    "evidence_state",
    "form_answer",
    "framework",
    "from_text",
    "immediate_concern",
    "inspection",
    "journal",
    "line_tag",
    "line_version",
    "metadata",
    "note_line",
    "participant",
    "participant_name",
    "question",
    "request",
    "risk",
    "session",
    "session_pause",
    "telling",
    "unix_ms",
    "utc",
    "worry",
]
