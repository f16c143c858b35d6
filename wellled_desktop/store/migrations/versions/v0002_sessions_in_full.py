"""Sessions in full: pauses, forms, question sheets, requests, immediate concerns, worries; cancelling and signing off."""

from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS = (
    ("session", "cancelled_at", "INTEGER"),
    ("session", "cancelled_reason", "TEXT"),
    ("session", "from_handwritten_notes", "INTEGER DEFAULT '0' NOT NULL"),
    ("session", "signed_off_at", "INTEGER"),
    ("session", "signed_off_by", "TEXT"),
    ("session", "calendar_uid", "TEXT DEFAULT '' NOT NULL"),
    ("participant", "removed", "INTEGER DEFAULT '0' NOT NULL"),
    ("note_line", "points_other_way", "INTEGER DEFAULT '0' NOT NULL"),
    ("draft", "points_other_way", "INTEGER DEFAULT '0' NOT NULL"),
    ("evidence_entry", "retracted_at", "INTEGER"),
    ("evidence_entry", "retraction_reason", "TEXT"),
)

TABLES = (
    """
    CREATE TABLE session_pause (
        session_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        began INTEGER NOT NULL,
        until INTEGER,
        CONSTRAINT pk_session_pause PRIMARY KEY (session_id, position),
        CONSTRAINT fk_session_pause_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
    )
    """,
    """
    CREATE TABLE form_answer (
        session_id TEXT NOT NULL,
        field TEXT NOT NULL,
        answer TEXT NOT NULL,
        set_at INTEGER NOT NULL,
        author TEXT NOT NULL,
        CONSTRAINT pk_form_answer PRIMARY KEY (session_id, field),
        CONSTRAINT fk_form_answer_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
    )
    """,
    """
    CREATE TABLE question (
        id TEXT NOT NULL,
        session_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        why TEXT NOT NULL,
        origin TEXT NOT NULL,
        node TEXT,
        state TEXT NOT NULL,
        CONSTRAINT pk_question PRIMARY KEY (id),
        CONSTRAINT fk_question_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
    )
    """,
    "CREATE INDEX ix_question_session_id ON question (session_id)",
    """
    CREATE TABLE request (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        asked_for TEXT NOT NULL,
        asked_of TEXT NOT NULL,
        node TEXT,
        line_id TEXT,
        due TEXT,
        state TEXT NOT NULL,
        state_at INTEGER NOT NULL,
        state_reason TEXT,
        made_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        CONSTRAINT pk_request PRIMARY KEY (id),
        CONSTRAINT uq_request_number UNIQUE (number),
        CONSTRAINT fk_request_line_id_note_line FOREIGN KEY(line_id) REFERENCES note_line (id)
    )
    """,
    "CREATE INDEX ix_request_line_id ON request (line_id)",
    """
    CREATE TABLE immediate_concern (
        line_id TEXT NOT NULL,
        pinned_at INTEGER NOT NULL,
        author TEXT NOT NULL,
        CONSTRAINT pk_immediate_concern PRIMARY KEY (line_id),
        CONSTRAINT fk_immediate_concern_line_id_note_line FOREIGN KEY(line_id) REFERENCES note_line (id)
    )
    """,
    """
    CREATE TABLE telling (
        id TEXT NOT NULL,
        line_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        told TEXT NOT NULL,
        told_at INTEGER NOT NULL,
        reply TEXT NOT NULL,
        replied_at INTEGER,
        recorded_at INTEGER NOT NULL,
        author TEXT NOT NULL,
        retracted_at INTEGER,
        retraction_reason TEXT,
        CONSTRAINT pk_telling PRIMARY KEY (id),
        CONSTRAINT fk_telling_line_id_note_line FOREIGN KEY(line_id) REFERENCES note_line (id)
    )
    """,
    "CREATE INDEX ix_telling_line_id ON telling (line_id)",
    """
    CREATE TABLE risk (
        id TEXT NOT NULL,
        reference TEXT NOT NULL,
        title TEXT NOT NULL,
        rating TEXT NOT NULL,
        owner TEXT NOT NULL,
        source TEXT NOT NULL,
        recorded_at INTEGER NOT NULL,
        retracted_at INTEGER,
        retraction_reason TEXT,
        CONSTRAINT pk_risk PRIMARY KEY (id),
        CONSTRAINT uq_risk_reference UNIQUE (reference)
    )
    """,
    """
    CREATE TABLE worry (
        id TEXT NOT NULL,
        text TEXT NOT NULL,
        session_id TEXT,
        line_id TEXT,
        noted_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        verdict TEXT NOT NULL,
        risk_id TEXT,
        remark TEXT NOT NULL,
        retracted_at INTEGER,
        retraction_reason TEXT,
        CONSTRAINT pk_worry PRIMARY KEY (id),
        CONSTRAINT fk_worry_session_id_session FOREIGN KEY(session_id) REFERENCES session (id),
        CONSTRAINT fk_worry_line_id_note_line FOREIGN KEY(line_id) REFERENCES note_line (id),
        CONSTRAINT fk_worry_risk_id_risk FOREIGN KEY(risk_id) REFERENCES risk (id)
    )
    """,
)

NAMES = (
    "worry",
    "risk",
    "telling",
    "immediate_concern",
    "request",
    "question",
    "form_answer",
    "session_pause",
)


def upgrade() -> None:
    for table, column, form in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {form}")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    for name in NAMES:
        op.execute(f"DROP TABLE {name}")
    for table, column, _ in reversed(COLUMNS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
