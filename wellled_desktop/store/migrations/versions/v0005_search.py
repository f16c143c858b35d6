"""What is searched: a row of words and marks for each thing that can be found, and the index of them.

Whoever migrates fills it from the tables as they are in the last version, in the same transaction (`store.migrations`).
"""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    """
    CREATE TABLE findable (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        entity TEXT NOT NULL,
        session_id TEXT,
        ref TEXT NOT NULL,
        at INTEGER,
        words TEXT NOT NULL,
        marks TEXT NOT NULL,
        CONSTRAINT pk_findable PRIMARY KEY (id),
        CONSTRAINT uq_findable_entity UNIQUE (entity, kind)
    )
    """,
    """
    CREATE VIRTUAL TABLE find_index USING fts5(
        words, marks, content='findable', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    )
    """,
    """
    CREATE TRIGGER findable_added AFTER INSERT ON findable BEGIN
        INSERT INTO find_index (rowid, words, marks) VALUES (new.id, new.words, new.marks);
    END
    """,
    """
    CREATE TRIGGER findable_changed AFTER UPDATE ON findable BEGIN
        INSERT INTO find_index (find_index, rowid, words, marks) VALUES ('delete', old.id, old.words, old.marks);
        INSERT INTO find_index (rowid, words, marks) VALUES (new.id, new.words, new.marks);
    END
    """,
    """
    CREATE TRIGGER findable_removed AFTER DELETE ON findable BEGIN
        INSERT INTO find_index (find_index, rowid, words, marks) VALUES ('delete', old.id, old.words, old.marks);
    END
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE find_index")
    op.execute("DROP TABLE findable")
