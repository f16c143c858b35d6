"""The reads of triangulation: what is held on each prompt, counted by SQLite, and what stands behind one cell."""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import Connection, Text, and_, case, func, literal_column, or_, select

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.proof import Asked, Standing
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, ServiceFinding
from wellled_desktop.inspection.read_models.requests import OPEN_STATES
from wellled_desktop.inspection.triangulation.coverage import KloeCoverage, coverage
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.rows import ClaimHeld, EntriesHeld, FindingsHeld, HeldRows, LinesHeld
from wellled_desktop.inspection.triangulation.sources import (
    SOURCES,
    Attribution,
    RoleSources,
    Source,
    entry_source,
    line_source,
    role_sources,
)
from wellled_desktop.inspection.triangulation.triangulating import Triangulated, prompts_of, triangulate
from wellled_desktop.inspection.words import UNSPOKEN, VOICES, EvidenceState, SourceKind, Voice
from wellled_desktop.store import node_reading, reading, weighing_reading
from wellled_desktop.store import tables as t

_LINE, _TAG, _SESSION, _WHO = t.note_line.c, t.line_tag.c, t.session.c, t.participant.c
_STANDS = _LINE.retracted_at.is_(None)
_VOICE = case((_LINE.speaker.in_(VOICES), _LINE.speaker))
_WAY = _LINE.points_other_way
_SESSIONS = select(_SESSION.number, _SESSION.kind, _SESSION.roles)
_NOBODY_IN_PARTICULAR = -1
_CLOSED: frozenset[EvidenceState] = frozenset(("not-held", "not-applicable", "not-pursued"))


class Matrix(msgspec.Struct, frozen=True):
    """The prompts, and how many entries of each source are in no cell because they are linked to no prompt."""

    prompts: tuple[Triangulated, ...]
    elsewhere: dict[Source, int] = {}


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


def whole_matrix(connection: Connection, *, pack: Pack, proofs: Proofs, kloe: str | None = None) -> Matrix:
    """Of the whole framework, or of one KLOE; what is in no cell is of the whole."""
    return Matrix(triangulated(connection, pack=pack, proofs=proofs, kloe=kloe), entries_elsewhere(connection))


def covered(connection: Connection, *, pack: Pack, scope: Scope, proofs: Proofs) -> tuple[KloeCoverage, ...]:
    """What to look at in each KLOE: of the prompts that apply, and of those that something is linked to all the same."""
    found = triangulated(connection, pack=pack, proofs=proofs)
    return coverage(pack.kloes, [one for one in found if one.row.cells or scope.applies(one.node)])


def entries_elsewhere(connection: Connection) -> dict[Source, int]:
    """How many entries of each source are linked to key evidence or guidance, and to no prompt: they are in no cell."""
    entry, link = t.evidence_entry.c, t.evidence_link.c
    query = select(entry.id, entry.source_kind, link.node).join(t.evidence_link, link.entry_id == entry.id)
    nodes: dict[tuple[str, SourceKind], set[str]] = defaultdict(set)
    for entry_id, kind, node in connection.execute(query.where(entry.retracted_at.is_(None))):
        nodes[entry_id, kind].add(node)
    own = {one.node for one in weighing_reading.local_nodes(connection) if one.kind == "prompt"}
    found = Counter(
        entry_source(kind) for (_, kind), linked in nodes.items() if not any(map(partial(_is_prompt, own), linked))
    )
    return {source: found[source] for source in SOURCES if found[source]}


def _is_prompt(own: Collection[str], node: str) -> bool:
    return node in own or node.partition(".")[2].isdecimal()


def held_rows(connection: Connection, sources: RoleSources, nodes: Sequence[str]) -> HeldRows:
    """What is linked to these nodes themselves; all claims, whatever they are linked to."""
    return HeldRows(
        lines=_lines(connection, sources, nodes),
        entries=_entries(connection, nodes),
        findings=_findings(connection, nodes),
        claims=_claims(connection),
        standing=standing(connection),
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


def standing(connection: Connection) -> Standing:
    """How things stand with key evidence. With a sub-item its item is gathered too, in part."""
    states = connection.execute(select(t.evidence_state.c.node, t.evidence_state.c.state, t.evidence_state.c.day)).all()
    linked = (
        select(t.evidence_link.c.node)
        .join(t.evidence_entry, t.evidence_entry.c.id == t.evidence_link.c.entry_id)
        .where(t.evidence_entry.c.retracted_at.is_(None), node_reading.is_evidence(t.evidence_link.c.node))
    )
    gathered = {*connection.execute(linked).scalars(), *(row.node for row in states if row.state == "gathered")}
    asked = _requests_open(connection)
    numbered = {one.node for one in asked}
    marked = (
        Asked("", "", dt.date.fromisoformat(row.day), node=row.node)
        for row in states
        if row.state == "requested" and row.node not in numbered
    )
    return Standing(
        frozenset(gathered | {".".join(node.split(".")[:2]) for node in gathered}),
        frozenset(row.node for row in states if row.state in _CLOSED),
        (*asked, *marked),
    )


def _requests_open(connection: Connection) -> tuple[Asked, ...]:
    """Those still expected of the trust, by number."""
    request = t.request.c
    query = (
        select(request.number, request.asked_of, request.day, request.line_id, request.node)
        .where(request.state.in_(OPEN_STATES))
        .order_by(request.number)
    )
    return tuple(
        Asked(f"R-{row.number:03d}", row.asked_of, dt.date.fromisoformat(row.day), row.line_id, row.node)
        for row in connection.execute(query)
    )


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
