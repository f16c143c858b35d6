"""The reads of attachments and the reading plan, findings, own nodes, judgements and outcomes."""

import datetime as dt
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, literal_column, select

from wellled_desktop.inspection.read_models import (
    Attachment,
    CorroborationOutcome,
    LocalNode,
    NodeJudgement,
    ReadingPart,
    ServiceFinding,
)
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared

_AMONG = select(func.json_each(bindparam("among")).table_valued("value").c.value)
_FINDING_IDS = Prepared(select(t.finding.c.id).where(t.finding.c.id.in_(_AMONG)))
_FINDINGS_SAYING = Prepared(
    select(t.finding.c.service, t.finding.c.text).where(
        t.finding.c.text.in_(_AMONG), t.finding.c.retracted_at.is_(None)
    )
)


def attachments(
    connection: Connection, *, entry_id: str | None = None, attachment_id: str | None = None, retracted: bool = False
) -> tuple[Attachment, ...]:
    """Attachments in the order added; those retracted only where `retracted` asks for them."""
    query = (
        select(t.attachment, t.evidence_entry.c.number.label("entry_number"))
        .join(t.evidence_entry, t.evidence_entry.c.id == t.attachment.c.entry_id)
        .order_by(t.attachment.c.added_at, t.attachment.c.id)
    )
    if entry_id is not None:
        query = query.where(t.attachment.c.entry_id == entry_id)
    if attachment_id is not None:
        query = query.where(t.attachment.c.id == attachment_id)
    return tuple(Attachment(**_of_entry(row)) for row in connection.execute(_standing(query, t.attachment, retracted)))


def attached_with(connection: Connection, *, sha256: str) -> tuple[Attachment, ...]:
    """The attachments, not retracted, whose content has this hash."""
    return tuple(one for one in attachments(connection) if one.sha256 == sha256)


def reading_parts(
    connection: Connection, *, entry_id: str | None = None, part_id: str | None = None, withdrawn: bool = False
) -> tuple[ReadingPart, ...]:
    """The reading plan by entry, file and page; parts withdrawn only where `withdrawn` asks for them."""
    query = (
        select(
            t.reading_part,
            t.evidence_entry.c.number.label("entry_number"),
            t.evidence_entry.c.title.label("entry_title"),
            t.attachment.c.name.label("file"),
        )
        .join(t.evidence_entry, t.evidence_entry.c.id == t.reading_part.c.entry_id)
        .outerjoin(t.attachment, t.attachment.c.id == t.reading_part.c.attachment_id)
        .order_by(
            t.evidence_entry.c.number,
            t.attachment.c.name,
            t.reading_part.c.first_page,
            t.reading_part.c.last_page,
            t.reading_part.c.id,
        )
    )
    if entry_id is not None:
        query = query.where(t.reading_part.c.entry_id == entry_id)
    if part_id is not None:
        query = query.where(t.reading_part.c.id == part_id)
    if not withdrawn:
        query = query.where(t.reading_part.c.withdrawn_at.is_(None))
    return tuple(ReadingPart(**_of_entry(row)) for row in connection.execute(query))


def findings(
    connection: Connection, *, finding_id: str | None = None, node: str | None = None, retracted: bool = False
) -> tuple[ServiceFinding, ...]:
    """Service-level findings by service, in the order recorded; those retracted only where `retracted` asks for them."""
    query = select(t.finding).order_by(t.finding.c.service, t.finding.c.recorded_at, t.finding.c.id)
    if finding_id is not None:
        query = query.where(t.finding.c.id == finding_id)
    if node is not None:
        below = t.finding.c.node.startswith(f"{node}.", autoescape=True)
        query = query.where((t.finding.c.node == node) | below)
    rows = connection.execute(_standing(query, t.finding, retracted))
    return tuple(ServiceFinding(**{**_dated(row), "points_other_way": bool(row.points_other_way)}) for row in rows)


def finding_ids(connection: Connection, among: Collection[str]) -> frozenset[str]:
    """Those of the identifiers that are in the record, also of what is retracted."""
    rows = _FINDING_IDS.rows(connection, {"among": json.dumps(list(among))})
    return frozenset(row.id for row in rows)


def findings_saying(connection: Connection, texts: Collection[str]) -> frozenset[tuple[str, str]]:
    """Service and text of the findings that say one of these, not retracted: the table is gone through once."""
    rows = _FINDINGS_SAYING.rows(connection, {"among": json.dumps(list(texts))})
    return frozenset((row.service, row.text) for row in rows)


def local_nodes(
    connection: Connection, *, local_id: str | None = None, retracted: bool = False
) -> tuple[LocalNode, ...]:
    """What the team added to the tree, by KLOE and number; what was retracted only where `retracted` asks for it."""
    query = select(t.local_node).order_by(t.local_node.c.kloe, t.local_node.c.number)
    if local_id is not None:
        query = query.where(t.local_node.c.id == local_id)
    return tuple(LocalNode(**_dated(row)) for row in connection.execute(_standing(query, t.local_node, retracted)))


def next_local_number(connection: Connection, *, kloe: str) -> int:
    query = select(func.max(t.local_node.c.number)).where(t.local_node.c.kloe == kloe)
    return (connection.execute(query).scalar() or 0) + 1


def judgements(connection: Connection, *, node: str | None = None) -> tuple[NodeJudgement, ...]:
    """The team's judgements by node; a KLOE's own among them."""
    query = select(t.judgement).order_by(t.judgement.c.node)
    if node is not None:
        query = query.where(t.judgement.c.node == node)
    return tuple(NodeJudgement(**_dated(row)) for row in connection.execute(query))


def outcomes(
    connection: Connection, *, outcome_id: str | None = None, day: dt.date | None = None, withdrawn: bool = False
) -> tuple[CorroborationOutcome, ...]:
    """Outcomes of corroboration in the order recorded; those withdrawn only where `withdrawn` asks for them."""
    # Keys can follow each other within a millisecond: then the rows' own order is that of the recording.
    query = select(t.outcome).order_by(t.outcome.c.recorded_at, literal_column("outcome.rowid"))
    if outcome_id is not None:
        query = query.where(t.outcome.c.id == outcome_id)
    if day is not None:
        query = query.where(t.outcome.c.day == day.isoformat())
    if not withdrawn:
        query = query.where(t.outcome.c.withdrawn_at.is_(None))
    return tuple(CorroborationOutcome(**_dated(row)) for row in connection.execute(query))


def _standing(query: Select[Any], table: Any, retracted: bool) -> Select[Any]:
    return query if retracted else query.where(table.c.retracted_at.is_(None))


def _dated(row: Row[Any]) -> dict[str, Any]:
    return {**row._mapping, "day": dt.date.fromisoformat(row.day)}


def _of_entry(row: Row[Any]) -> dict[str, Any]:
    """The number of the entry as people say it."""
    fields = _dated(row) if "day" in row._mapping else dict(row._mapping)
    fields["entry_ref"] = f"E-{fields.pop('entry_number'):03d}"
    return fields
