"""What lies behind an item of the evening meeting's agenda; people's names are taken out here."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select

from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.corroboration.told import Speaking, Told
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.inspection.words import SessionKind
from wellled_desktop.store import node_reading, reading, weighing_reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.corroboration_reading import Basis, masking_of

_LINE, _TAG, _SESSION = t.note_line.c, t.line_tag.c, t.session.c
LINES_TOLD = 12
"""So many lines are told of what lies behind an item, unless the whole is wanted."""
NEW_TOLD = 6
"""So many of what a day brought."""
_ENTRIES_TOLD = 8


class BehindItem(msgspec.Struct, frozen=True):
    """What lies behind an item: the lines told of so many in all, and the evidence."""

    key: str
    lines: tuple[Told, ...]
    lines_in_all: int
    evidence: tuple[Told, ...]
    evidence_in_all: int


def behind_item(connection: Connection, *, basis: Basis, item: Item, whole: bool = False) -> BehindItem:
    """What lies behind an item: of a contradiction both sides, of claims the claims, of a day what it brought.

    So much as can be talked about, or the `whole` of it.
    """
    speaking = Speaking(basis.pack, masking_of(connection, basis.pack))
    ids, first = _ids_behind(connection, item)
    kinds: dict[str, SessionKind] = dict(connection.execute(select(_SESSION.id, _SESSION.kind)).all())
    entries = [one for one in reading.evidence_entries(connection, node=item.node) if _belongs(one, item)]
    findings = [one for one in weighing_reading.findings(connection, node=item.node) if one.node == item.node]
    evidence = (
        *(speaking.entry(one, item.node) for one in reversed(entries)),
        *(speaking.finding(one) for one in findings),
    )
    return BehindItem(
        key=item.key,
        lines=tuple(
            speaking.line(one, kinds) for one in node_reading.linked_lines(connection, ids if whole else first)
        ),
        lines_in_all=len(ids),
        evidence=evidence if whole else evidence[:_ENTRIES_TOLD],
        evidence_in_all=len(evidence),
    )


def _belongs(entry: EvidenceEntry, item: Item) -> bool:
    return entry.id in item.entries if item.kind == "new today" else item.node in entry.nodes


def _ids_behind(connection: Connection, item: Item) -> tuple[list[str], list[str]]:
    """Of all the lines, and of those told first."""
    if item.kind in ("new today", "claim without proof"):
        new = item.kind == "new today"
        ids = _standing(connection, item.lines if new else item.claims)
        return ids, ids[: NEW_TOLD if new else LINES_TOLD]
    ways = [_ids_pointing(connection, item.node, way) for way in (0, 1)]
    against = LINES_TOLD
    if item.kind == "contradicted":
        against = max(LINES_TOLD // 2, LINES_TOLD - len(ways[0]))
    first = [*ways[1][:against], *ways[0]][:LINES_TOLD]
    return [*ways[1], *ways[0]], first


def _ids_pointing(connection: Connection, node: str, other_way: int) -> list[str]:
    """Newest first; an inference is no evidence."""
    query = (
        select(_LINE.id)
        .join(t.line_tag, _TAG.line_id == _LINE.id)
        .where(_TAG.node == node, _LINE.points_other_way == other_way)
        .where(_LINE.retracted_at.is_(None), _LINE.line_type != "inference")
        .order_by(_LINE.written_at.desc(), _LINE.id)
    )
    return list(connection.execute(query).scalars())


def _standing(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Those that are not retracted meanwhile, in the order given."""
    query = select(_LINE.id).where(_LINE.id.in_(ids), _LINE.retracted_at.is_(None))
    stand = set(connection.execute(query).scalars())
    return [one for one in ids if one in stand]
