"""The reads of the KLOE, Evidence and Requests pages: what is linked to a node, and how the checklist stands."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, case, distinct, func, or_, select, union

from wellled_desktop.inspection.read_models import (
    Checklist,
    EvidenceEntry,
    KloeHoldings,
    LinkedLine,
    NodeCount,
    NodeHoldings,
    NoteLine,
)
from wellled_desktop.store import reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.rows import entry_of, state_of

# The links of entries that are not retracted.
_LINKS = (
    select(t.evidence_link)
    .join(t.evidence_entry, t.evidence_entry.c.id == t.evidence_link.c.entry_id)
    .where(t.evidence_entry.c.retracted_at.is_(None))
    .subquery()
)


def kloe_holdings(connection: Connection, *, kloe: str) -> KloeHoldings:
    """What each node of a KLOE holds, the KLOE itself included. A sub-item's lines and entries count for its item too."""
    below = f"{kloe}."
    states = select(t.evidence_state).where(t.evidence_state.c.node.startswith(below, autoescape=True))
    return KloeHoldings(
        kloe=kloe,
        nodes={one.node: one for one in (*_held(connection, kloe), _held_in_all(connection, kloe))},
        states={row.node: state_of(row) for row in connection.execute(states)},
    )


def _held(connection: Connection, kloe: str) -> tuple[NodeHoldings, ...]:
    """Counted by SQLite, which lets go of the interpreter meanwhile; a line tagged with item and sub-item counts once."""
    tagged = _with_items(t.line_tag.c.node, t.line_tag.c.line_id, _below(t.line_tag.c.node, kloe)).subquery()
    lines = (
        select(tagged.c.node, *_line_counts(tagged.c.record))
        .join(t.note_line, t.note_line.c.id == tagged.c.record)
        .where(t.note_line.c.retracted_at.is_(None))
        .group_by(tagged.c.node)
    )
    link = _LINKS.c
    linked = _with_items(link.node, link.entry_id, _below(link.node, kloe)).subquery()
    counted = select(linked.c.node, func.count()).group_by(linked.c.node)
    entries: dict[str, int] = dict(connection.execute(counted).all())
    counts = {row.node: tuple(row[1:]) for row in connection.execute(lines)}
    findings = _findings(connection, kloe)
    nodes = sorted(counts.keys() | entries.keys() | findings.keys())
    return tuple(
        _holdings(node, counts.get(node, (0, 0, 0, 0)), entries.get(node, 0), findings.get(node, 0)) for node in nodes
    )


def _findings(connection: Connection, kloe: str) -> dict[str, int]:
    """How many service-level findings are linked to each node under the KLOE; one on a sub-item is there for its item too."""
    finding = t.finding.c
    wanted = finding.retracted_at.is_(None) & _below(finding.node, kloe)
    linked = _with_items(finding.node, finding.id, wanted).subquery()
    return dict(connection.execute(select(linked.c.node, func.count()).group_by(linked.c.node)).all())


def _held_in_all(connection: Connection, kloe: str) -> NodeHoldings:
    """The same for the whole of a KLOE: each line and entry once, however many of its nodes they are linked to."""
    lines = (
        select(*_line_counts(t.line_tag.c.line_id))
        .select_from(t.note_line)
        .join(t.line_tag, t.line_tag.c.line_id == t.note_line.c.id)
        .where(t.note_line.c.retracted_at.is_(None), _under(t.line_tag.c.node, kloe))
    )
    linked = select(func.count(distinct(_LINKS.c.entry_id))).where(_under(_LINKS.c.node, kloe))
    finding = t.finding.c
    findings = select(func.count()).where(finding.retracted_at.is_(None), _under(finding.node, kloe))
    counts = tuple(connection.execute(lines).one())
    return _holdings(kloe, counts, connection.execute(linked).scalar_one(), connection.execute(findings).scalar_one())


def _line_counts(line_id: Any) -> tuple[Any, ...]:
    def marked(condition: Any) -> Any:
        return func.count(distinct(case((condition, line_id))))

    return (
        func.count(distinct(line_id)),
        marked(t.note_line.c.claim == 1),
        marked(t.note_line.c.weight == "concern"),
        marked(t.note_line.c.weight == "strength"),
    )


def _holdings(node: str, counts: Sequence[Any], entries: int, findings: int) -> NodeHoldings:
    return NodeHoldings(node, counts[0], entries, counts[1], counts[2], counts[3], findings)


def kloe_totals(connection: Connection) -> tuple[NodeCount, ...]:
    """What the whole of each KLOE with anything linked under it holds, each line and entry once: `node` is the KLOE's id.

    The same as `kloe_holdings` says of the KLOE itself, for all of them at once; 6 ms with 4,450 lines.
    """
    tag, link = t.line_tag.c, _LINKS.c
    lines = (
        select(_kloe_of(tag.node), func.count(distinct(tag.line_id)))
        .join(t.note_line, t.note_line.c.id == tag.line_id)
        .where(t.note_line.c.retracted_at.is_(None))
        .group_by(_kloe_of(tag.node))
    )
    entries = select(_kloe_of(link.node), func.count(distinct(link.entry_id))).group_by(_kloe_of(link.node))
    return _counts(dict(connection.execute(lines).all()), dict(connection.execute(entries).all()))


def _kloe_of(node: Any) -> Any:
    """W3 of W3, W3.2 and W3.E4.1."""
    return func.substr(node, 1, func.instr(node.concat("."), ".") - 1)


def _counts(lines: dict[str, int], entries: dict[str, int]) -> tuple[NodeCount, ...]:
    nodes = sorted(lines.keys() | entries.keys())
    return tuple(NodeCount(node, lines.get(node, 0), entries.get(node, 0)) for node in nodes)


def _with_items(node: Any, record: Any, wanted: Any) -> Any:
    """The wanted pairs of node and record; what is linked to W4.E4.1 is there for W4.E4 as well."""
    dots = func.length(node) - func.length(func.replace(node, ".", ""))
    item = case((dots > 1, func.rtrim(func.rtrim(node, "0123456789"), ".")), else_=node)
    own = select(node.label("node"), record.label("record")).where(wanted)
    return union(own, select(item.label("node"), record.label("record")).where(wanted))


def _under(node: Any, wanted: str) -> Any:
    return or_(node == wanted, _below(node, wanted))


def _below(node: Any, wanted: str) -> Any:
    return node.startswith(f"{wanted}.", autoescape=True)


def linked_lines(connection: Connection, line_ids: Sequence[str]) -> tuple[LinkedLine, ...]:
    """The lines in the order given, each with who spoke, or whose session it is, by role and never by name."""
    by_id = {line.id: line for line in reading.lines(connection, line_ids=line_ids)}
    lines = [by_id[line_id] for line_id in line_ids]
    speakers = {line.speaker for line in lines if line.speaker}
    people = connection.execute(
        select(t.participant.c.id, t.participant.c.role, t.participant.c.label).where(t.participant.c.id.in_(speakers))
    )
    who = {row.id: (row.role, row.label) for row in people}
    sessions = {line.session_id for line in lines}
    roles = {
        row.id: tuple(json.loads(row.roles))
        for row in connection.execute(select(t.session.c.id, t.session.c.roles).where(t.session.c.id.in_(sessions)))
    }
    return tuple(_linked_line(line, who, roles[line.session_id]) for line in lines)


def _linked_line(line: NoteLine, who: dict[str, tuple[str, str]], roles: tuple[str, ...]) -> LinkedLine:
    role, label = who.get(line.speaker or "", ("", ""))
    return LinkedLine(line, role, label, roles)


def evidence_log(
    connection: Connection, *, above: int = 0, below: int | None = None, limit: int = 500
) -> tuple[EvidenceEntry, ...]:
    """Evidence entries, not retracted, with numbers above `above` and below `below`, newest first, at most `limit`."""
    query = select(t.evidence_entry).where(t.evidence_entry.c.number > above, t.evidence_entry.c.retracted_at.is_(None))
    if below is not None:
        query = query.where(t.evidence_entry.c.number < below)
    rows = connection.execute(query.order_by(t.evidence_entry.c.number.desc()).limit(limit)).all()
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    if rows:
        lowest, highest = rows[-1].number, rows[0].number
        links = (
            select(t.evidence_link)
            .join(t.evidence_entry, t.evidence_entry.c.id == t.evidence_link.c.entry_id)
            .where(t.evidence_entry.c.number.between(lowest, highest))
            .order_by(t.evidence_link.c.position)
        )
        for link in connection.execute(links):
            found[link.entry_id].append((link.node, bool(link.points_other_way)))
    return tuple(entry_of(row, found.get(row.id, ())) for row in rows)


def checklist(connection: Connection) -> Checklist:
    """How every key-evidence item stands that anything was ever recorded of; an item's counts are as on its KLOE's page."""
    return Checklist(
        states={one.node: one for one in reading.evidence_states(connection)},
        counts={one.node: one for one in _evidence_counts(connection)},
    )


def _evidence_counts(connection: Connection) -> tuple[NodeCount, ...]:
    tag, link = t.line_tag.c, _LINKS.c
    tagged = _with_items(tag.node, tag.line_id, is_evidence(tag.node)).subquery()
    lines = (
        select(tagged.c.node, func.count())
        .join(t.note_line, t.note_line.c.id == tagged.c.record)
        .where(t.note_line.c.retracted_at.is_(None))
        .group_by(tagged.c.node)
    )
    linked = _with_items(link.node, link.entry_id, is_evidence(link.node)).subquery()
    entries = select(linked.c.node, func.count()).group_by(linked.c.node)
    return _counts(dict(connection.execute(lines).all()), dict(connection.execute(entries).all()))


def is_evidence(node: Any) -> Any:
    """Whether it is key evidence, the framework's or the team's own."""
    own = select(t.local_node.c.node).where(t.local_node.c.kind == "evidence")
    return or_(node.contains(".E"), node.in_(own))
