"""The tables of the journal, the inspection, its sessions, lines and evidence."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, text

from wellled_desktop.store.tables.base import UtcTime, metadata

journal = Table(
    "journal",
    metadata,
    Column("device", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("inspection", Text, nullable=False),
    Column("clock", Integer, nullable=False),
    Column("unix_ms", Integer, nullable=False),
    Column("zone_minutes", Integer, nullable=False),
    Column("monotonic_ms", Integer, nullable=False),
    Column("boot", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("base", Text),
    Column("reason", Text),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("ix_journal_entity_field", "entity", "field"),
)

inspection = Table(
    "inspection",
    metadata,
    Column("id", Text, primary_key=True),
    Column("trust_name", Text, nullable=False),
    Column("provider_code", Text, nullable=False),
    Column("trust_types", Text, nullable=False),
    Column("start_date", Text, nullable=False),
    Column("days", Integer, nullable=False),
    Column("marking", Text, nullable=False),
    Column("team", Text, nullable=False),
)

framework = Table(
    "framework",
    metadata,
    Column("inspection_id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("content", Text, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("planned_start", UtcTime),
    Column("planned_minutes", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("lead", Text, nullable=False),
    Column("note_taker", Text, nullable=False),
    Column("started_at", UtcTime),
    Column("ended_at", UtcTime),
    Column("day", Text),
    Column("cancelled_at", UtcTime),
    Column("cancelled_reason", Text),
    Column("from_handwritten_notes", Integer, nullable=False, server_default="0"),
    Column("signed_off_at", UtcTime),
    Column("signed_off_by", Text),
    Column("calendar_uid", Text, nullable=False, server_default=""),
)

participant = Table(
    "participant",
    metadata,
    Column("id", Text, primary_key=True),
    Column("session_id", Text, ForeignKey("session.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("removed", Integer, nullable=False, server_default="0"),
)

participant_name = Table(
    "participant_name",
    metadata,
    Column("participant_id", Text, ForeignKey("participant.id"), primary_key=True),
    Column("name", Text, nullable=False),
)

note_line = Table(
    "note_line",
    metadata,
    Column("id", Text, primary_key=True),
    Column("session_id", Text, ForeignKey("session.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("line_type", Text, nullable=False),
    Column("speaker", Text),
    Column("claim", Integer, nullable=False),
    Column("weight", Text, nullable=False),
    Column("written_at", UtcTime, nullable=False),
    Column("zone_minutes", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("written_after_end_minutes", Integer),
    Column("amendments", Integer, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
    Column("points_other_way", Integer, nullable=False, server_default="0"),
    Index("ix_note_line_session_id_number", "session_id", "number", unique=True),
    Index("ix_note_line_day", "day"),
    Index("ix_note_line_retracted", "session_id", "retracted_at", sqlite_where=text("retracted_at IS NOT NULL")),
    Index("ix_note_line_late", "session_id", "written_at", sqlite_where=text("written_after_end_minutes IS NOT NULL")),
    CheckConstraint("claim in (0, 1)", name="claim"),
)

line_tag = Table(
    "line_tag",
    metadata,
    Column("line_id", Text, ForeignKey("note_line.id"), primary_key=True),
    Column("node", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Index("ix_line_tag_node", "node"),
)

line_version = Table(
    "line_version",
    metadata,
    Column("line_id", Text, ForeignKey("note_line.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("line_type", Text, nullable=False),
    Column("speaker", Text),
    Column("changed_at", UtcTime, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text),
)

evidence_state = Table(
    "evidence_state",
    metadata,
    Column("node", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("set_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
)

evidence_entry = Table(
    "evidence_entry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("source_kind", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("dated", Text),
    Column("remarks", Text, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
    Column("period", Text, nullable=False, server_default=""),
    Column("received_on", Text),
    Column("received_how", Text, nullable=False, server_default=""),
    Column("request", Text),
)

evidence_link = Table(
    "evidence_link",
    metadata,
    Column("entry_id", Text, ForeignKey("evidence_entry.id"), primary_key=True),
    Column("node", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("points_other_way", Integer, nullable=False, server_default="0"),
    Index("ix_evidence_link_node", "node"),
)

draft = Table(
    "draft",
    metadata,
    Column("session_id", Text, ForeignKey("session.id"), primary_key=True),
    Column("device", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    Column("line_type", Text, nullable=False),
    Column("speaker", Text),
    Column("claim", Integer, nullable=False),
    Column("weight", Text, nullable=False),
    Column("points_other_way", Integer, nullable=False, server_default="0"),
    CheckConstraint("claim in (0, 1)", name="claim"),
)
