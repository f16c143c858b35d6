"""Of an entry with several files, which of them the pages on the reading plan are of."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute("ALTER TABLE reading_part ADD COLUMN attachment_id TEXT REFERENCES attachment (id)")


def downgrade() -> None:
    op.execute("ALTER TABLE reading_part DROP COLUMN attachment_id")
