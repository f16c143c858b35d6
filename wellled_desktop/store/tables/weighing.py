"""The tables of evidence in full and of what is made of it: attachments, reading, findings, own nodes, judgements, outcomes."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from wellled_desktop.store.tables.base import UtcTime, metadata

attachment = Table(
    "attachment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("entry_id", Text, ForeignKey("evidence_entry.id"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("necessity", Text, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
    Index("ix_attachment_entry_id", "entry_id"),
    Index("ix_attachment_sha256", "sha256"),
)

reading_part = Table(
    "reading_part",
    metadata,
    Column("id", Text, primary_key=True),
    Column("entry_id", Text, ForeignKey("evidence_entry.id"), nullable=False),
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("reader", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("state_at", UtcTime, nullable=False),
    Column("author", Text, nullable=False),
    Column("withdrawn_at", UtcTime),
    Column("attachment_id", Text, ForeignKey("attachment.id")),
    Index("ix_reading_part_entry_id", "entry_id"),
)

finding = Table(
    "finding",
    metadata,
    Column("id", Text, primary_key=True),
    Column("service", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("node", Text),
    Column("weight", Text, nullable=False),
    Column("points_other_way", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("reported", Text, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
    Index("ix_finding_node", "node"),
)

local_node = Table(
    "local_node",
    metadata,
    Column("id", Text, primary_key=True),
    Column("node", Text, nullable=False, unique=True),
    Column("kloe", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
)

judgement = Table(
    "judgement",
    metadata,
    Column("node", Text, primary_key=True),
    Column("judgement", Text),
    Column("text", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
)

outcome = Table(
    "outcome",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kloe", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("request", Text),
    Column("question", Text),
    Column("recorded_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("withdrawn_at", UtcTime),
    Index("ix_outcome_kloe", "kloe"),
)
