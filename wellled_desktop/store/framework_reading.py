"""The framework as it is in use in this inspection: the pinned pack with what the team added to it, and what is linked to it."""

from sqlalchemy import Connection, func, select

from wellled_desktop.framework.local import PackInUse, pack_with
from wellled_desktop.inspection.read_models import NodeCount
from wellled_desktop.store import reading, weighing_reading
from wellled_desktop.store import tables as t


def pack_in_use(connection: Connection) -> PackInUse | None:
    pack = reading.pinned_pack(connection)
    return None if pack is None else pack_with(pack, weighing_reading.local_nodes(connection, retracted=True))


def linked_counts(connection: Connection) -> dict[str, NodeCount]:
    """How many lines and entries, none of them retracted, are linked to each node itself that has any."""
    tag, link = t.line_tag.c, t.evidence_link.c
    lines = (
        select(tag.node, func.count())
        .join(t.note_line, t.note_line.c.id == tag.line_id)
        .where(t.note_line.c.retracted_at.is_(None))
        .group_by(tag.node)
    )
    entries = (
        select(link.node, func.count())
        .join(t.evidence_entry, t.evidence_entry.c.id == link.entry_id)
        .where(t.evidence_entry.c.retracted_at.is_(None))
        .group_by(link.node)
    )
    of_lines: dict[str, int] = dict(connection.execute(lines).all())
    of_entries: dict[str, int] = dict(connection.execute(entries).all())
    nodes = of_lines.keys() | of_entries.keys()
    return {node: NodeCount(node, of_lines.get(node, 0), of_entries.get(node, 0)) for node in nodes}
