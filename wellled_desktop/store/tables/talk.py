"""The tables of what goes with sessions: pauses, form answers, question sheets, requests, immediate concerns, worries."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from wellled_desktop.store.tables.base import UtcTime, metadata

session_pause = Table(
    "session_pause",
    metadata,
    Column("session_id", Text, ForeignKey("session.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("began", UtcTime, nullable=False),
    Column("until", UtcTime),
)

form_answer = Table(
    "form_answer",
    metadata,
    Column("session_id", Text, ForeignKey("session.id"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("answer", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("author", Text, nullable=False),
)

question = Table(
    "question",
    metadata,
    Column("id", Text, primary_key=True),
    Column("session_id", Text, ForeignKey("session.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("node", Text),
    Column("state", Text, nullable=False),
)

request = Table(
    "request",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("asked_for", Text, nullable=False),
    Column("asked_of", Text, nullable=False),
    Column("node", Text),
    Column("line_id", Text, ForeignKey("note_line.id")),
    Column("due", Text),
    Column("state", Text, nullable=False),
    Column("state_at", UtcTime, nullable=False),
    Column("state_reason", Text),
    Column("made_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Index("ix_request_line_id", "line_id"),
)

immediate_concern = Table(
    "immediate_concern",
    metadata,
    Column("line_id", Text, ForeignKey("note_line.id"), primary_key=True),
    Column("pinned_at", UtcTime, nullable=False),
    Column("author", Text, nullable=False),
)

telling = Table(
    "telling",
    metadata,
    Column("id", Text, primary_key=True),
    Column("line_id", Text, ForeignKey("note_line.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("told", Text, nullable=False),
    Column("told_at", UtcTime, nullable=False),
    Column("reply", Text, nullable=False),
    Column("replied_at", UtcTime),
    Column("recorded_at", UtcTime, nullable=False),
    Column("author", Text, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
)

risk = Table(
    "risk",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("rating", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
)

worry = Table(
    "worry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("session_id", Text, ForeignKey("session.id")),
    Column("line_id", Text, ForeignKey("note_line.id")),
    Column("noted_at", UtcTime, nullable=False),
    Column("day", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("risk_id", Text, ForeignKey("risk.id")),
    Column("remark", Text, nullable=False),
    Column("retracted_at", UtcTime),
    Column("retraction_reason", Text),
)
