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
from wellled_desktop.store.tables.weighing import attachment, finding, judgement, local_node, outcome, reading_part

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
    "attachment",
    "draft",
    "evidence_entry",
    "evidence_link",
    "evidence_state",
    "finding",
    "form_answer",
    "framework",
    "from_text",
    "immediate_concern",
    "inspection",
    "journal",
    "judgement",
    "line_tag",
    "line_version",
    "local_node",
    "metadata",
    "note_line",
    "outcome",
    "participant",
    "participant_name",
    "question",
    "reading_part",
    "request",
    "risk",
    "session",
    "session_pause",
    "telling",
    "unix_ms",
    "utc",
    "worry",
]
