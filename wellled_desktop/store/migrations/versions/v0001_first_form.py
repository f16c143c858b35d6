"""The first form of the store: the journal, which nothing may change, and the current state."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    """
    CREATE TABLE evidence_entry (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        source_kind TEXT NOT NULL,
        owner TEXT NOT NULL,
        dated TEXT,
        remarks TEXT NOT NULL,
        recorded_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        CONSTRAINT pk_evidence_entry PRIMARY KEY (id),
        CONSTRAINT uq_evidence_entry_number UNIQUE (number)
    )
    """,
    """
    CREATE TABLE evidence_state (
        node TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT,
        set_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        CONSTRAINT pk_evidence_state PRIMARY KEY (node)
    )
    """,
    """
    CREATE TABLE framework (
        inspection_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content TEXT NOT NULL,
        CONSTRAINT pk_framework PRIMARY KEY (inspection_id)
    )
    """,
    """
    CREATE TABLE inspection (
        id TEXT NOT NULL,
        trust_name TEXT NOT NULL,
        provider_code TEXT NOT NULL,
        trust_types TEXT NOT NULL,
        start_date TEXT NOT NULL,
        days INTEGER NOT NULL,
        marking TEXT NOT NULL,
        team TEXT NOT NULL,
        CONSTRAINT pk_inspection PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE journal (
        device TEXT NOT NULL,
        n INTEGER NOT NULL,
        version INTEGER NOT NULL,
        inspection TEXT NOT NULL,
        clock INTEGER NOT NULL,
        unix_ms INTEGER NOT NULL,
        zone_minutes INTEGER NOT NULL,
        monotonic_ms INTEGER NOT NULL,
        boot TEXT NOT NULL,
        author TEXT NOT NULL,
        kind TEXT NOT NULL,
        entity TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        base TEXT,
        reason TEXT,
        prev TEXT NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (device, n)
    )
    """,
    """
    CREATE INDEX ix_journal_entity_field ON journal (entity, field)
    """,
    """
    CREATE TABLE session (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        roles TEXT NOT NULL,
        planned_start INTEGER,
        planned_minutes INTEGER NOT NULL,
        place TEXT NOT NULL,
        lead TEXT NOT NULL,
        note_taker TEXT NOT NULL,
        started_at INTEGER,
        ended_at INTEGER,
        day TEXT,
        CONSTRAINT pk_session PRIMARY KEY (id),
        CONSTRAINT uq_session_number UNIQUE (number)
    )
    """,
    """
    CREATE TABLE draft (
        session_id TEXT NOT NULL,
        device TEXT NOT NULL,
        text TEXT NOT NULL,
        saved_at INTEGER NOT NULL,
        line_type TEXT NOT NULL,
        speaker TEXT,
        claim INTEGER NOT NULL,
        weight TEXT NOT NULL,
        CONSTRAINT pk_draft PRIMARY KEY (session_id, device),
        CONSTRAINT ck_draft_claim CHECK (claim in (0, 1)),
        CONSTRAINT fk_draft_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
    )
    """,
    """
    CREATE TABLE evidence_link (
        entry_id TEXT NOT NULL,
        node TEXT NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT pk_evidence_link PRIMARY KEY (entry_id, node),
        CONSTRAINT fk_evidence_link_entry_id_evidence_entry FOREIGN KEY(entry_id) REFERENCES evidence_entry (id)
    )
    """,
    """
    CREATE INDEX ix_evidence_link_node ON evidence_link (node)
    """,
    """
    CREATE TABLE note_line (
        id TEXT NOT NULL,
        session_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        line_type TEXT NOT NULL,
        speaker TEXT,
        claim INTEGER NOT NULL,
        weight TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        zone_minutes INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        written_after_end_minutes INTEGER,
        amendments INTEGER NOT NULL,
        retracted_at INTEGER,
        retraction_reason TEXT,
        CONSTRAINT pk_note_line PRIMARY KEY (id),
        CONSTRAINT ck_note_line_claim CHECK (claim in (0, 1)),
        CONSTRAINT fk_note_line_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
    )
    """,
    """
    CREATE INDEX ix_note_line_day ON note_line (day)
    """,
    """
    CREATE UNIQUE INDEX ix_note_line_session_id_number ON note_line (session_id, number)
    """,
    """
    CREATE TABLE participant (
        id TEXT NOT NULL,
        session_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        label TEXT NOT NULL,
        CONSTRAINT pk_participant PRIMARY KEY (id),
        CONSTRAINT fk_participant_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
    )
    """,
    """
    CREATE INDEX ix_participant_session_id ON participant (session_id)
    """,
    """
    CREATE TABLE line_tag (
        line_id TEXT NOT NULL,
        node TEXT NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT pk_line_tag PRIMARY KEY (line_id, node),
        CONSTRAINT fk_line_tag_line_id_note_line FOREIGN KEY(line_id) REFERENCES note_line (id)
    )
    """,
    """
    CREATE INDEX ix_line_tag_node ON line_tag (node)
    """,
    """
    CREATE TABLE line_version (
        line_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        text TEXT NOT NULL,
        line_type TEXT NOT NULL,
        speaker TEXT,
        changed_at INTEGER NOT NULL,
        author TEXT NOT NULL,
        reason TEXT,
        CONSTRAINT pk_line_version PRIMARY KEY (line_id, version),
        CONSTRAINT fk_line_version_line_id_note_line FOREIGN KEY(line_id) REFERENCES note_line (id)
    )
    """,
    """
    CREATE TABLE participant_name (
        participant_id TEXT NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_participant_name PRIMARY KEY (participant_id),
        CONSTRAINT fk_participant_name_participant_id_participant FOREIGN KEY(participant_id) REFERENCES participant (id)
    )
    """,
)

JOURNAL_TRIGGERS = (
    "CREATE TRIGGER journal_keeps_update BEFORE UPDATE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_keeps_delete BEFORE DELETE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)

NAMES = (
    "participant_name",
    "line_version",
    "line_tag",
    "participant",
    "note_line",
    "evidence_link",
    "draft",
    "session",
    "journal",
    "inspection",
    "framework",
    "evidence_state",
    "evidence_entry",
)


def upgrade() -> None:
    for statement in (*TABLES, *JOURNAL_TRIGGERS):
        op.execute(statement)


def downgrade() -> None:
    for name in NAMES:
        op.execute(f"DROP TABLE {name}")
