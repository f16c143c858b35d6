"""The reads of the KLOE page's list: what is linked to a node, by which way it points and by source, and single records of it."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal, TypeVar

import msgspec
from sqlalchemy import Connection, select

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine
from wellled_desktop.inspection.triangulation.by_source import (
    Held,
    HeldBySource,
    LinkedRecord,
    Origin,
    Place,
    in_order,
    points_other_way,
)
from wellled_desktop.inspection.triangulation.sources import (
    Attribution,
    RoleSources,
    entry_source,
    line_source,
    role_sources,
)
from wellled_desktop.inspection.words import VOICES
from wellled_desktop.store import node_reading, reading, weighing_reading
from wellled_desktop.store import tables as t

_One = TypeVar("_One")
_LINE, _SESSION, _WHO = t.note_line.c, t.session.c, t.participant.c
NEWEST = 5
"""So many of each source are shown at first: what points the other way is not to stand far below what supports."""


class RecordRef(msgspec.Struct, frozen=True):
    """Names a line, an evidence entry or a finding."""

    kind: Literal["line", "entry", "finding"]
    id: str


def by_source(
    connection: Connection,
    *,
    pack: Pack,
    node: str,
    newest: int = NEWEST,
    more: Mapping[Place, int] | None = None,
    kept: Collection[str] = (),
) -> HeldBySource:
    """The `newest` of each source on each side, `more` of those named there, and those whose ids are `kept` however old they
    are. What stands under the node is there too.

    Where several things under a node are linked to one entry and not all the same way, it points the other way.
    """
    wanted = more or {}
    lines = _lines(connection, role_sources(pack), node)
    others = _others(connection, node)
    cut = {place: wanted.get(place, newest) for place in (*lines, *others)}
    shown = {place: _newest(ids, cut[place], kept, str) for place, ids in lines.items()}
    asked = [line_id for ids in shown.values() for line_id in ids]
    read = {one.line.id: one for one in node_reading.linked_lines(connection, asked)}
    groups = []
    for place in in_order(list(cut)):
        of_others = others.get(place, [])
        newest_lines: list[LinkedRecord] = [read[line_id] for line_id in shown.get(place, [])]
        records = sorted((*newest_lines, *of_others), key=_moment, reverse=True) if of_others else newest_lines
        listed = _newest(records, cut[place], kept, _id)
        groups.append(Held(*place, tuple(listed), len(lines.get(place, [])) + len(of_others)))
    return HeldBySource(node, tuple(groups))


def _newest(ordered: Sequence[_One], most: int, kept: Collection[str], id_of: Callable[[_One], str]) -> list[_One]:
    return [*ordered[:most], *(one for one in ordered[most:] if id_of(one) in kept)]


def _id(record: LinkedRecord) -> str:
    return record.line.id if isinstance(record, LinkedLine) else record.id


def _lines(connection: Connection, sources: RoleSources, node: str) -> dict[Place, list[str]]:
    """The ids of the lines, newest first, each line once however many nodes under this one it is linked to."""
    tag = t.line_tag.c
    under = (tag.node == node) | tag.node.startswith(f"{node}.", autoescape=True)
    query = (
        select(
            _LINE.id, _LINE.points_other_way, _LINE.line_type, _LINE.speaker, _WHO.role, _SESSION.kind, _SESSION.roles
        )
        .join(t.session, _SESSION.id == _LINE.session_id)
        .outerjoin(t.participant, _WHO.id == _LINE.speaker)
        .where(_LINE.retracted_at.is_(None), _LINE.id.in_(select(tag.line_id).where(under)))
        .order_by(_LINE.written_at.desc(), _SESSION.number.desc(), _LINE.number.desc())
    )
    found: dict[Place, list[str]] = defaultdict(list)
    known: dict[tuple[Any, ...], Place] = {}
    for line_id, *alike in connection.execute(query):
        alike_in = tuple(alike)
        if alike_in not in known:
            known[alike_in] = _place_of_line(sources, alike_in)
        found[known[alike_in]].append(line_id)
    return found


def _place_of_line(sources: RoleSources, alike: tuple[Any, ...]) -> Place:
    other_way, line_type, speaker, role, kind, roles = alike
    voice = speaker if speaker in VOICES else None
    origin = line_source(sources, Attribution(line_type, role, voice, kind, tuple(json.loads(roles))))
    return _place(origin, "inference", other_way=other_way)


def _others(connection: Connection, node: str) -> dict[Place, list[LinkedRecord]]:
    """Entries and findings."""
    found: dict[Place, list[LinkedRecord]] = defaultdict(list)
    for entry in reading.evidence_entries(connection, node=node):
        place = _place(entry_source(entry.source_kind), "interview", other_way=points_other_way(entry, node))
        found[place].append(entry)
    for finding in weighing_reading.findings(connection, node=node):
        found[_place("service-level-finding", "interview", other_way=finding.points_other_way)].append(finding)
    return found


def _place(origin: Origin | None, otherwise: Literal["inference", "interview"], *, other_way: bool) -> Place:
    if origin is None:
        return "apart", otherwise
    return ("other way" if other_way else "supports"), origin


def _moment(record: LinkedRecord) -> tuple[Any, int]:
    if isinstance(record, LinkedLine):
        return record.line.written_at, record.line.number
    return record.recorded_at, record.number if isinstance(record, EvidenceEntry) else 0


def records(connection: Connection, refs: Sequence[RecordRef]) -> tuple[LinkedRecord, ...]:
    """The named records as they stand, in that order; what is retracted is left out."""
    wanted = [ref.id for ref in refs if ref.kind == "line"]
    known = {line.id for line in reading.lines(connection, line_ids=wanted) if line.retracted_at is None}
    lines = node_reading.linked_lines(connection, [line_id for line_id in wanted if line_id in known])
    found: dict[RecordRef, LinkedRecord] = {RecordRef("line", one.line.id): one for one in lines}
    for ref in refs:
        if ref.kind == "entry":
            found |= dict(zip((ref,), reading.evidence_entries(connection, entry_id=ref.id), strict=False))
        elif ref.kind == "finding":
            found |= dict(zip((ref,), weighing_reading.findings(connection, finding_id=ref.id), strict=False))
    return tuple(found[ref] for ref in refs if ref in found)
