"""Evidence in full: attachments, reading plan, findings, own nodes, judgements, outcomes; which way a link points."""

from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = (
    ("evidence_entry", "period", "TEXT DEFAULT '' NOT NULL"),
    ("evidence_entry", "received_on", "TEXT"),
    ("evidence_entry", "received_how", "TEXT DEFAULT '' NOT NULL"),
    ("evidence_entry", "request", "TEXT"),
    ("evidence_link", "points_other_way", "INTEGER DEFAULT '0' NOT NULL"),
)

TABLES = (
    """
    CREATE TABLE attachment (
        id TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        necessity TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        retracted_at INTEGER,
        retraction_reason TEXT,
        CONSTRAINT pk_attachment PRIMARY KEY (id),
        CONSTRAINT fk_attachment_entry_id_evidence_entry FOREIGN KEY(entry_id) REFERENCES evidence_entry (id)
    )
    """,
    "CREATE INDEX ix_attachment_entry_id ON attachment (entry_id)",
    "CREATE INDEX ix_attachment_sha256 ON attachment (sha256)",
    """
    CREATE TABLE reading_part (
        id TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        first_page INTEGER NOT NULL,
        last_page INTEGER NOT NULL,
        reader TEXT NOT NULL,
        state TEXT NOT NULL,
        state_at INTEGER NOT NULL,
        author TEXT NOT NULL,
        withdrawn_at INTEGER,
        CONSTRAINT pk_reading_part PRIMARY KEY (id),
        CONSTRAINT fk_reading_part_entry_id_evidence_entry FOREIGN KEY(entry_id) REFERENCES evidence_entry (id)
    )
    """,
    "CREATE INDEX ix_reading_part_entry_id ON reading_part (entry_id)",
    """
    CREATE TABLE finding (
        id TEXT NOT NULL,
        service TEXT NOT NULL,
        text TEXT NOT NULL,
        node TEXT,
        weight TEXT NOT NULL,
        points_other_way INTEGER NOT NULL,
        source TEXT NOT NULL,
        reported TEXT NOT NULL,
        recorded_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        retracted_at INTEGER,
        retraction_reason TEXT,
        CONSTRAINT pk_finding PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_finding_node ON finding (node)",
    """
    CREATE TABLE local_node (
        id TEXT NOT NULL,
        node TEXT NOT NULL,
        kloe TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        retracted_at INTEGER,
        retraction_reason TEXT,
        CONSTRAINT pk_local_node PRIMARY KEY (id),
        CONSTRAINT uq_local_node_node UNIQUE (node)
    )
    """,
    """
    CREATE TABLE judgement (
        node TEXT NOT NULL,
        judgement TEXT,
        text TEXT NOT NULL,
        set_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        CONSTRAINT pk_judgement PRIMARY KEY (node)
    )
    """,
    """
    CREATE TABLE outcome (
        id TEXT NOT NULL,
        kloe TEXT NOT NULL,
        subject TEXT NOT NULL,
        said TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        request TEXT,
        question TEXT,
        recorded_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        author TEXT NOT NULL,
        withdrawn_at INTEGER,
        CONSTRAINT pk_outcome PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_outcome_kloe ON outcome (kloe)",
)

NAMES = ("outcome", "judgement", "local_node", "finding", "reading_part", "attachment")


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
