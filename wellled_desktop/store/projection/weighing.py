"""Attachments and the reading plan, findings, own nodes, judgements, outcomes."""

from typing import Any

from sqlalchemy import Connection, Table, delete

from wellled_desktop.inspection.journal import Entry
from wellled_desktop.store import tables as t
from wellled_desktop.store.projection.base import (
    Apply,
    insert_or_update,
    insert_row,
    local_day,
    restored,
    retracted,
    set_values,
)


def _added(connection: Connection, table: Table, entry: Entry, at: str, **values: Any) -> None:
    """A new row; `at` names the column that says when."""
    made = {at: t.utc(entry.unix_ms), "author": entry.author}
    if "day" in table.c:
        made["day"] = local_day(entry.unix_ms, entry.zone_minutes)
    insert_row(connection, table, id=entry.entity, **(made | values))


def _attachment_added(connection: Connection, entry: Entry, value: Any) -> None:
    fields = {name: value[name] for name in ("sha256", "size", "name", "media_type", "necessity")}
    _added(connection, t.attachment, entry, "added_at", entry_id=value["entry"], **fields)


def _field(table: Table) -> Apply:
    def apply(connection: Connection, entry: Entry, value: Any) -> None:
        set_values(connection, table, entry.entity, **{entry.field: value})

    return apply


def _reading_planned(connection: Connection, entry: Entry, value: Any) -> None:
    fields = {name: value[name] for name in ("first_page", "last_page", "reader")}
    fields |= {"entry_id": value["entry"], "attachment_id": value.get("attachment")}
    _added(connection, t.reading_part, entry, "state_at", state="to read", **fields)


def _reading_state_set(connection: Connection, entry: Entry, state: Any) -> None:
    set_values(connection, t.reading_part, entry.entity, state=state, state_at=t.utc(entry.unix_ms))


def _withdrawn(table: Table) -> Apply:
    def apply(connection: Connection, entry: Entry, _value: Any) -> None:
        set_values(connection, table, entry.entity, withdrawn_at=t.utc(entry.unix_ms))

    return apply


def _returned(table: Table) -> Apply:
    def apply(connection: Connection, entry: Entry, _value: Any) -> None:
        set_values(connection, table, entry.entity, withdrawn_at=None)

    return apply


def _finding_recorded(connection: Connection, entry: Entry, value: Any) -> None:
    fields = {name: value[name] for name in ("service", "text", "node", "weight", "source", "reported")}
    other_way = int(value["points_other_way"])
    _added(connection, t.finding, entry, "recorded_at", points_other_way=other_way, **fields)


def _finding_linked(connection: Connection, entry: Entry, value: Any) -> None:
    link = {"node": value["node"], "points_other_way": int(value["points_other_way"])}
    set_values(connection, t.finding, entry.entity, **link)


def _local_node_added(connection: Connection, entry: Entry, value: Any) -> None:
    fields = {name: value[name] for name in ("node", "kloe", "number", "kind", "text")}
    _added(connection, t.local_node, entry, "added_at", **fields)


_SET_JUDGEMENT = insert_or_update(t.judgement)


def _judgement_set(connection: Connection, entry: Entry, value: Any) -> None:
    if value is None:
        connection.execute(delete(t.judgement).where(t.judgement.c.node == entry.entity))
        return
    row = {
        "node": entry.entity,
        "judgement": value["judgement"],
        "text": value["text"],
        "set_at": t.utc(entry.unix_ms),
        "day": local_day(entry.unix_ms, entry.zone_minutes),
        "author": entry.author,
    }
    _SET_JUDGEMENT.run(connection, row)


def _outcome_recorded(connection: Connection, entry: Entry, value: Any) -> None:
    fields = {name: value[name] for name in ("kloe", "subject", "said", "outcome", "reason", "request", "question")}
    if (day := value.get("day")) is not None:
        fields["day"] = day
    _added(connection, t.outcome, entry, "recorded_at", **fields)


APPLY: dict[str, Apply] = {
    "attachment-added": _attachment_added,
    "attachment-amended": _field(t.attachment),
    "attachment-retracted": retracted(t.attachment),
    "attachment-restored": restored(t.attachment),
    "reading-planned": _reading_planned,
    "reading-changed": _field(t.reading_part),
    "reading-state-set": _reading_state_set,
    "reading-withdrawn": _withdrawn(t.reading_part),
    "reading-returned": _returned(t.reading_part),
    "finding-recorded": _finding_recorded,
    "finding-linked": _finding_linked,
    "finding-retracted": retracted(t.finding),
    "finding-restored": restored(t.finding),
    "local-node-added": _local_node_added,
    "local-node-amended": _field(t.local_node),
    "local-node-retracted": retracted(t.local_node),
    "local-node-restored": restored(t.local_node),
    "judgement-set": _judgement_set,
    "outcome-recorded": _outcome_recorded,
    "outcome-withdrawn": _withdrawn(t.outcome),
    "outcome-returned": _returned(t.outcome),
}
