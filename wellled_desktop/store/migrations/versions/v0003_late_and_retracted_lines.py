"""The few lines that were retracted, or written after their session's end, are found without reading all of them."""

from alembic import op

revision = "0003"
down_revision = "0002"

INDEXES = (
    ("ix_note_line_retracted", "note_line (session_id, retracted_at) WHERE retracted_at IS NOT NULL"),
    ("ix_note_line_late", "note_line (session_id, written_at) WHERE written_after_end_minutes IS NOT NULL"),
)


def upgrade() -> None:
    for name, of in INDEXES:
        op.execute(f"CREATE INDEX {name} ON {of}")


def downgrade() -> None:
    for name, _ in INDEXES:
        op.execute(f"DROP INDEX {name}")
