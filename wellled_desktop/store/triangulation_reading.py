"""The reads of triangulation: what is held on each prompt, counted by SQLite, and what stands behind one cell."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Text, and_, case, func, literal_column, or_, select

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, ServiceFinding
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.rows import ClaimHeld, EntriesHeld, FindingsHeld, HeldRows, LinesHeld
from wellled_desktop.inspection.triangulation.sources import (
    Attribution,
    RoleSources,
    Source,
    entry_source,
    line_source,
    role_sources,
)
from wellled_desktop.inspection.triangulation.triangulating import Triangulated, prompts_of, triangulate
from wellled_desktop.inspection.words import UNSPOKEN, VOICES, Voice
from wellled_desktop.store import node_reading, reading, weighing_reading
from wellled_desktop.store import tables as t

_LINE, _TAG, _SESSION, _WHO = t.note_line.c, t.line_tag.c, t.session.c, t.participant.c
_STANDS = _LINE.retracted_at.is_(None)
_VOICE = case((_LINE.speaker.in_(VOICES), _LINE.speaker))
_WAY = _LINE.points_other_way
_SESSIONS = select(_SESSION.number, _SESSION.kind, _SESSION.roles)
_NOBODY_IN_PARTICULAR = -1


class Behind(msgspec.Struct, frozen=True):
    """What stands behind a cell: lines newest first (so many of `lines_in_all`), entries newest first, and findings."""

    node: str
    source: Source | None
    lines: tuple[LinkedLine, ...]
    lines_in_all: int
    entries: tuple[EvidenceEntry, ...]
    findings: tuple[ServiceFinding, ...]


def triangulated(
    connection: Connection, *, pack: Pack, proofs: Proofs, kloe: str | None = None
) -> tuple[Triangulated, ...]:
    """Every prompt of the pack, or of one KLOE, with the team's own (benchmarks/triangulating.py)."""
    own = weighing_reading.local_nodes(connection)
    prompts = prompts_of(pack, own)
    if kloe is not None:
        prompts = {node: text for node, text in prompts.items() if node.startswith(f"{kloe}.")}
    rows = held_rows(connection, role_sources(pack), tuple(prompts))
    return triangulate(prompts, rows, proofs, frozenset(one.node for one in own))


def held_rows(connection: Connection, sources: RoleSources, nodes: Sequence[str]) -> HeldRows:
    """What is linked to these nodes themselves; all claims, whatever they are linked to."""
    return HeldRows(
        lines=_lines(connection, sources, nodes),
        entries=_entries(connection, nodes),
        findings=_findings(connection, nodes),
        claims=_claims(connection),
        gathered=_gathered(connection),
    )


def _lines(connection: Connection, sources: RoleSources, nodes: Sequence[str]) -> tuple[LinesHeld, ...]:
    """Counted in one pass through the lines in the order they were written: by node, their pages come up at random."""
    # The pluses keep SQLite from what costs it ten times as much here: looking each tag's line up, and looking each node up in
    # each line.
    tagged = _TAG.line_id == literal_column("+note_line.id", Text)
    wanted = literal_column("+line_tag.node", Text).in_(nodes)
    alike = (_SESSION.number, _WHO.position, _TAG.node, _WAY, _LINE.line_type, _WHO.role, _VOICE.label("voice"))
    query = (
        select(*alike, func.count().label("lines"))
        .select_from(t.note_line)
        .join(t.line_tag, tagged)
        .join(t.session, _SESSION.id == _LINE.session_id)
        .outerjoin(t.participant, _WHO.id == _LINE.speaker)
        .where(_STANDS, wanted)
        .group_by(*alike)
    )
    sessions = {number: (kind, tuple(json.loads(roles))) for number, kind, roles in connection.execute(_SESSIONS)}
    known: dict[tuple[Any, ...], Source | None] = {}
    found = []
    for number, position, node, other_way, line_type, role, voice, count in connection.execute(query):
        alike_in = (line_type, role, voice, *sessions[number])
        if alike_in not in known:
            known[alike_in] = line_source(sources, Attribution(*alike_in))
        source = known[alike_in]
        if source is not None:
            speaker = _speaker(line_type, position, voice)
            found.append(LinesHeld(node, source, bool(other_way), count, number, speaker))
    return tuple(found)


def _speaker(line_type: str, position: int | None, voice: Voice | None) -> int | None:
    """Where nobody in particular spoke, the session counts as one; where nobody did, as none."""
    if line_type != "said" or voice in UNSPOKEN:
        return None
    return _NOBODY_IN_PARTICULAR if position is None else position


def _entries(connection: Connection, nodes: Sequence[str]) -> tuple[EntriesHeld, ...]:
    alike = (t.evidence_link.c.node, t.evidence_entry.c.source_kind, t.evidence_link.c.points_other_way)
    query = (
        select(*alike, func.count())
        .join(t.evidence_entry, t.evidence_entry.c.id == t.evidence_link.c.entry_id)
        .where(t.evidence_entry.c.retracted_at.is_(None), t.evidence_link.c.node.in_(nodes))
        .group_by(*alike)
    )
    return tuple(EntriesHeld(node, kind, bool(way), count) for node, kind, way, count in connection.execute(query))


def _findings(connection: Connection, nodes: Sequence[str]) -> tuple[FindingsHeld, ...]:
    alike = (t.finding.c.node, t.finding.c.points_other_way)
    query = (
        select(*alike, func.count())
        .where(t.finding.c.retracted_at.is_(None), t.finding.c.node.in_(nodes))
        .group_by(*alike)
    )
    return tuple(FindingsHeld(node, bool(way), count) for node, way, count in connection.execute(query))


def _claims(connection: Connection) -> tuple[ClaimHeld, ...]:
    """In the order of their sessions."""
    query = (
        select(_LINE.id, _LINE.session_id, _SESSION.number.label("session_number"), _LINE.number, _LINE.text, _WHO.role)
        .join(t.session, _SESSION.id == _LINE.session_id)
        .outerjoin(t.participant, _WHO.id == _LINE.speaker)
        .where(_STANDS, _LINE.claim == 1, _LINE.line_type != "inference")
        .order_by(_SESSION.number, _LINE.number)
    )
    claims = connection.execute(query).all()
    tags: dict[str, list[str]] = defaultdict(list)
    of_claims = select(_TAG.line_id, _TAG.node).where(_TAG.line_id.in_([row.id for row in claims]))
    for line_id, node in connection.execute(of_claims.order_by(_TAG.line_id, _TAG.position)):
        tags[line_id].append(node)
    answered = _answered(connection)
    return tuple(
        ClaimHeld(
            row.id,
            row.session_id,
            f"S-{row.session_number:02d} l.{row.number}",
            row.text,
            row.role,
            tuple(tags[row.id]),
            row.id in answered,
        )
        for row in claims
    )


def _answered(connection: Connection) -> frozenset[str]:
    """The lines for which a request was received, or an evidence entry that stands answers one."""
    entry = t.evidence_entry.c
    query = (
        select(t.request.c.line_id)
        .outerjoin(t.evidence_entry, and_(entry.request == t.request.c.id, entry.retracted_at.is_(None)))
        .where(t.request.c.line_id.is_not(None), or_(t.request.c.state == "received", entry.id.is_not(None)))
    )
    return frozenset(connection.execute(query).scalars())


def _gathered(connection: Connection) -> frozenset[str]:
    """With a sub-item its item is gathered too, in part."""
    states = select(t.evidence_state.c.node).where(t.evidence_state.c.state == "gathered")
    linked = (
        select(t.evidence_link.c.node)
        .join(t.evidence_entry, t.evidence_entry.c.id == t.evidence_link.c.entry_id)
        .where(t.evidence_entry.c.retracted_at.is_(None), node_reading.is_evidence(t.evidence_link.c.node))
    )
    found = set(connection.execute(states.union(linked)).scalars())
    return frozenset(found | {".".join(node.split(".")[:2]) for node in found})


def behind(connection: Connection, *, pack: Pack, node: str, source: Source | None = None, lines: int = 40) -> Behind:
    """The newest `lines` lines of a prompt from one source (None: from all), and the entries and findings of that source."""
    sources = role_sources(pack)
    ids = _ids_behind(connection, sources, node, source)
    entries = reading.evidence_entries(connection, node=node)
    findings = weighing_reading.findings(connection, node=node) if source in (None, "service-level-finding") else ()
    return Behind(
        node=node,
        source=source,
        lines=node_reading.linked_lines(connection, ids[:lines]),
        lines_in_all=len(ids),
        entries=tuple(one for one in reversed(entries) if node in one.nodes and _is_of(one, source)),
        findings=tuple(one for one in findings if one.node == node),
    )


def _ids_behind(connection: Connection, sources: RoleSources, node: str, source: Source | None) -> list[str]:
    query = (
        select(_LINE.id, _LINE.line_type, _WHO.role, _VOICE.label("voice"), _SESSION.kind, _SESSION.roles)
        .select_from(t.line_tag)
        .join(t.note_line, _LINE.id == _TAG.line_id)
        .join(t.session, _SESSION.id == _LINE.session_id)
        .outerjoin(t.participant, _WHO.id == _LINE.speaker)
        .where(_STANDS, _TAG.node == node)
        .order_by(_LINE.written_at.desc(), _SESSION.number.desc(), _LINE.number.desc())
    )
    found = (
        (line_id, line_source(sources, Attribution(line_type, role, voice, kind, tuple(json.loads(roles)))))
        for line_id, line_type, role, voice, kind, roles in connection.execute(query)
    )
    return [line_id for line_id, of_line in found if of_line is not None and source in (None, of_line)]


def _is_of(entry: EvidenceEntry, source: Source | None) -> bool:
    found = entry_source(entry.source_kind)
    return found is not None and source in (None, found)
