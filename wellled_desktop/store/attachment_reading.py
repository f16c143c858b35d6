"""What is asked of attachments beside what each of them is: where else a content is attached, and which were ever recorded."""

from sqlalchemy import Connection, select

from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.store import tables as t
from wellled_desktop.store.weighing_reading import attachments

Attached = tuple[tuple[Attachment, ...], dict[str, tuple[str, ...]]]


def attached_to(connection: Connection, *, entry_id: str) -> Attached:
    """Those of an entry, in the order added, the retracted ones among them; and where else each content is attached."""
    return attachments(connection, entry_id=entry_id, retracted=True), attached_also(connection, entry_id=entry_id)


def attached_also(connection: Connection, *, entry_id: str) -> dict[str, tuple[str, ...]]:
    """By SHA-256 the other entries, as people say them (E-014), that a content of this entry's is attached to as well."""
    own = select(t.attachment.c.sha256).where(t.attachment.c.entry_id == entry_id)
    query = (
        select(t.attachment.c.sha256, t.evidence_entry.c.number)
        .join(t.evidence_entry, t.evidence_entry.c.id == t.attachment.c.entry_id)
        .where(t.attachment.c.entry_id != entry_id, t.attachment.c.retracted_at.is_(None))
        .where(t.attachment.c.sha256.in_(own))
        .distinct()
        .order_by(t.evidence_entry.c.number)
    )
    found: dict[str, tuple[str, ...]] = {}
    for sha256, number in connection.execute(query):
        found[sha256] = (*found.get(sha256, ()), f"E-{number:03d}")
    return found


def attachment_ids(connection: Connection) -> frozenset[str]:
    """Of all that were ever recorded, those retracted among them."""
    return frozenset(connection.execute(select(t.attachment.c.id)).scalars())
