"""What is searched of evidence entries and attachments, findings, judgements and own nodes."""

from typing import Any

from sqlalchemy import func, select

from wellled_desktop.store import tables as t
from wellled_desktop.store.search.findable import (
    Findable,
    Things,
    by_author,
    if_retracted,
    marks_of,
    nodes_of,
    numbered,
    on_day,
    raw,
    together,
    under,
    weighed,
)

_E = t.evidence_entry.c
_ENTRY = select(
    _E.id, _E.number, _E.title, _E.owner, _E.remarks, _E.period, _E.author, _E.day, raw(_E.recorded_at),
    raw(_E.retracted_at), nodes_of(t.evidence_link.c.node, t.evidence_link.c.entry_id, _E.id).label("nodes"),
)  # fmt: skip


def _entry(row: Any) -> Findable:
    marks = marks_of("entry", by_author(row.author), on_day(row.day), under(row.nodes), if_retracted(row.retracted_at))
    words = together(row.title, row.owner, row.period, row.remarks)
    return Findable("entry", row.id, None, numbered("E", row.number), row.recorded_at, words, marks)


_A = t.attachment.c
_ATTACHMENT = select(
    _A.id, _A.name, _A.author, _A.day, raw(_A.added_at),
    func.coalesce(raw(_A.retracted_at), raw(_E.retracted_at)).label("retracted_at"), _E.number,
    nodes_of(t.evidence_link.c.node, t.evidence_link.c.entry_id, _E.id).label("nodes"),
).join(t.evidence_entry, _E.id == _A.entry_id)  # fmt: skip


def _attachment(row: Any) -> Findable:
    """In the nodes of its entry, and retracted with it."""
    marks = marks_of(
        "attachment", by_author(row.author), on_day(row.day), under(row.nodes), if_retracted(row.retracted_at)
    )
    return Findable("attachment", row.id, None, numbered("E", row.number), row.added_at, str(row.name), marks)


_F = t.finding.c
_FINDING = select(
    _F.id, _F.service, _F.text, _F.source, _F.node, _F.weight, _F.author, _F.day, raw(_F.recorded_at), raw(_F.retracted_at)
)  # fmt: skip


def _finding(row: Any) -> Findable:
    """Called by its service: it has no number."""
    marks = marks_of(
        "finding",
        by_author(row.author),
        on_day(row.day),
        under(row.node),
        weighed(row.weight),
        if_retracted(row.retracted_at),
    )
    words = together(row.text, row.service, row.source)
    return Findable("finding", row.id, None, str(row.service), row.recorded_at, words, marks)


_J = t.judgement.c
_JUDGEMENT = select(_J.node.label("id"), _J.judgement, _J.text, _J.author, _J.day, raw(_J.set_at))


def _judgement(row: Any) -> Findable:
    marks = marks_of("judgement", by_author(row.author), on_day(row.day), under(row.id), weighed(row.judgement))
    return Findable("judgement", row.id, None, row.id, row.set_at, str(row.text), marks)


_L = t.local_node.c
_LOCAL_NODE = select(_L.id, _L.node, _L.text, _L.author, _L.day, raw(_L.added_at), raw(_L.retracted_at))


def _local_node(row: Any) -> Findable:
    """Found by its id too, as the framework's own are."""
    marks = marks_of(
        "local node", by_author(row.author), on_day(row.day), under(row.node), if_retracted(row.retracted_at)
    )
    words = together(row.text, row.node)
    return Findable("local node", row.id, None, str(row.node), row.added_at, words, marks)


KINDS = (
    Things("entry", _ENTRY, _E.id, _entry),
    Things("attachment", _ATTACHMENT, _A.id, _attachment),
    Things("finding", _FINDING, _F.id, _finding),
    Things("judgement", _JUDGEMENT, _J.node, _judgement),
    Things("local node", _LOCAL_NODE, _L.id, _local_node),
)
