"""What linking, unlinking and turning round comes to: the commands of one step, which one Undo takes back. No widgets."""

from collections.abc import Sequence

from wellled_desktop.inspection.commands import AmendEntry, AmendLine, Command, LinkFinding
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine
from wellled_desktop.inspection.triangulation.by_source import LinkedRecord, nodes_at, nodes_of, points_other_way


def ref_of(record: LinkedRecord) -> str:
    """What people call it: S-03 l.27, E-014, the finding on surgery."""
    if isinstance(record, LinkedLine):
        return record.line.ref
    return record.ref if isinstance(record, EvidenceEntry) else f"the finding on {record.service}"


def linked(record: LinkedRecord, node: str, *, other_way: bool | None = None) -> tuple[Command, ...]:
    """Linked to one node more (a finding stands at one only, and goes there). `other_way` None keeps the way it points."""
    return _changed(record, tuple(dict.fromkeys((*nodes_of(record), node))), {node: other_way})


def moved(record: LinkedRecord, away: Sequence[str], node: str) -> tuple[Command, ...]:
    """Linked to the node in place of those that are `away`, pointing the way it did there."""
    way = points_other_way(record, away[0]) if away else None
    kept = (one for one in nodes_of(record) if one not in away)
    return _changed(record, tuple(dict.fromkeys((*kept, node))), {node: way})


def unlinked(record: LinkedRecord, away: Sequence[str]) -> tuple[Command, ...]:
    return _changed(record, tuple(one for one in nodes_of(record) if one not in away), {})


def turned(record: LinkedRecord, node: str) -> tuple[Command, ...]:
    """Points the other way at the node, or no longer: an entry there alone, a line and a finding wherever they are linked."""
    way = not points_other_way(record, node)
    return _changed(record, nodes_of(record), dict.fromkeys(nodes_at(record, node), way))


def _changed(record: LinkedRecord, nodes: tuple[str, ...], ways: dict[str, bool | None]) -> tuple[Command, ...]:
    """Nothing where it is so already."""
    told = [way for way in ways.values() if way is not None]
    if isinstance(record, LinkedLine):
        return _line(record, nodes, told[-1] if told else None)
    if isinstance(record, EvidenceEntry):
        known = {one: one in record.other_way for one in record.nodes}
        after = known | {one: way for one, way in ways.items() if way is not None}
        other_way = tuple(one for one in nodes if after.get(one, False))
        if (nodes, set(other_way)) == (record.nodes, set(record.other_way)):
            return ()
        return (AmendEntry(record.id, nodes=nodes, other_way=other_way),)
    node, way = nodes[-1] if nodes else "", told[-1] if told else record.points_other_way
    if (node, way) == (record.node or "", record.points_other_way):
        return ()
    return (LinkFinding(record.id, node, way),)


def _line(record: LinkedLine, nodes: tuple[str, ...], way: bool | None) -> tuple[Command, ...]:
    line = record.line
    tags = None if nodes == line.tags else nodes
    turned_to = None if way in (None, line.points_other_way) else way
    if tags is None and turned_to is None:
        return ()
    return (AmendLine(line.id, tags=tags, points_other_way=turned_to),)
