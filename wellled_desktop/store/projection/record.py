"""The inspection, its lines and its evidence."""

import hashlib
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from wellled_desktop.inspection.decisions import GRACE
from wellled_desktop.inspection.journal import Entry, canonical
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared
from wellled_desktop.store.projection.base import Apply, insert_or_update, insert_row, local_day, set_values


def _framework_pinned(connection: Connection, entry: Entry, content: Any) -> None:
    digest = hashlib.sha256(content.encode()).hexdigest()
    connection.execute(insert(t.framework).values(inspection_id=entry.entity, sha256=digest, content=content))


def _inspection_created(connection: Connection, entry: Entry, value: Any) -> None:
    connection.execute(
        insert(t.inspection).values(
            id=entry.entity,
            trust_name=value["trust_name"],
            provider_code=value["provider_code"],
            trust_types=canonical(value["trust_types"]),
            start_date=value["start_date"],
            days=value["days"],
            marking=value["marking"],
            team=canonical(value["team"]),
        )
    )


_SET_STATE = insert_or_update(t.evidence_state)


def _evidence_state_set(connection: Connection, entry: Entry, state: Any) -> None:
    if state is None:  # nobody had touched it
        connection.execute(delete(t.evidence_state).where(t.evidence_state.c.node == entry.entity))
        return
    row = {
        "node": entry.entity,
        "state": state,
        "reason": entry.reason,
        "set_at": t.utc(entry.unix_ms),
        "day": local_day(entry.unix_ms, entry.zone_minutes),
        "author": entry.author,
    }
    _SET_STATE.run(connection, row)


_ENDED_AT = Prepared(select(t.session.c.ended_at).where(t.session.c.id == bindparam("session")))
_INSERT_LINE = Prepared(insert(t.note_line))
_INSERT_TAG = Prepared(insert(t.line_tag))
_CLEAR_DRAFT = Prepared(
    delete(t.draft).where(t.draft.c.session_id == bindparam("session"), t.draft.c.device == bindparam("laptop"))
)


def _line_written(connection: Connection, entry: Entry, value: Any) -> None:
    ended = _ENDED_AT.scalar(connection, {"session": value["session"]})
    now = t.utc(entry.unix_ms)
    line = {
        "id": entry.entity,
        "session_id": value["session"],
        "number": value["number"],
        "text": value["text"],
        "line_type": value["line_type"],
        "speaker": value["speaker"],
        "claim": int(value["claim"]),
        "weight": value["weight"],
        "written_at": now,
        "zone_minutes": entry.zone_minutes,
        "day": local_day(entry.unix_ms, entry.zone_minutes),
        "author": entry.author,
        "written_after_end_minutes": None if ended is None else max(0, round((now - ended).total_seconds() / 60)),
        "amendments": 0,
        "retracted_at": None,
        "retraction_reason": None,
        "points_other_way": int(value.get("points_other_way", False)),
    }
    _INSERT_LINE.run(connection, line)
    _set_tags(connection, entry.entity, value["tags"])
    _CLEAR_DRAFT.run(connection, {"session": value["session"], "laptop": entry.device})


def _line_amended(connection: Connection, entry: Entry, value: Any) -> None:
    """Keeps how the line stood. Fields changed by one command are separate entries, and so separate versions."""
    line = connection.execute(select(t.note_line).where(t.note_line.c.id == entry.entity)).one()
    versions = select(t.line_version.c.version).where(t.line_version.c.line_id == entry.entity)
    now = t.utc(entry.unix_ms)
    silent = now - line.written_at <= GRACE and entry.reason is None
    connection.execute(
        insert(t.line_version).values(
            line_id=entry.entity,
            version=len(connection.execute(versions).all()) + 1,
            text=line.text,
            line_type=line.line_type,
            speaker=line.speaker,
            changed_at=now,
            author=entry.author,
            reason=entry.reason,
        )
    )
    connection.execute(
        update(t.note_line)
        .where(t.note_line.c.id == entry.entity)
        .values({entry.field: value, "amendments": line.amendments + (0 if silent else 1)})
    )


def _line_coded(connection: Connection, entry: Entry, value: Any) -> None:
    if entry.field == "tags":
        connection.execute(delete(t.line_tag).where(t.line_tag.c.line_id == entry.entity))
        _set_tags(connection, entry.entity, value)
        return
    set_values(connection, t.note_line, entry.entity, **{entry.field: int(value) if isinstance(value, bool) else value})


def _set_tags(connection: Connection, line_id: str, nodes: list[str]) -> None:
    for position, node in enumerate(nodes):
        _INSERT_TAG.run(connection, {"line_id": line_id, "node": node, "position": position})


def _line_retracted(connection: Connection, entry: Entry, _value: Any) -> None:
    retracted = {"retracted_at": t.utc(entry.unix_ms), "retraction_reason": entry.reason}
    set_values(connection, t.note_line, entry.entity, **retracted)


def _line_restored(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.note_line, entry.entity, retracted_at=None, retraction_reason=None)


def _evidence_recorded(connection: Connection, entry: Entry, value: Any) -> None:
    insert_row(
        connection,
        t.evidence_entry,
        id=entry.entity,
        number=value["number"],
        title=value["title"],
        source_kind=value["source_kind"],
        owner=value["owner"],
        dated=value["dated"],
        remarks=value["remarks"],
        recorded_at=t.utc(entry.unix_ms),
        day=local_day(entry.unix_ms, entry.zone_minutes),
        author=entry.author,
        period=value.get("period", ""),
        received_on=value.get("received_on"),
        received_how=value.get("received_how", ""),
        request=value.get("request"),
    )
    _link(connection, entry.entity, value["nodes"], value.get("other_way", []))


def _link(connection: Connection, entry_id: str, nodes: list[str], other_way: list[str]) -> None:
    rows = [
        {"entry_id": entry_id, "node": node, "position": position, "points_other_way": int(node in other_way)}
        for position, node in enumerate(nodes)
    ]
    if rows:
        connection.execute(insert(t.evidence_link), rows)


def _evidence_amended(connection: Connection, entry: Entry, value: Any) -> None:
    set_values(connection, t.evidence_entry, entry.entity, **{entry.field: value})


def _evidence_linked(connection: Connection, entry: Entry, value: Any) -> None:
    connection.execute(delete(t.evidence_link).where(t.evidence_link.c.entry_id == entry.entity))
    _link(connection, entry.entity, value["nodes"], value["other_way"])


def _trust_types_changed(connection: Connection, entry: Entry, value: Any) -> None:
    set_values(connection, t.inspection, entry.entity, trust_types=canonical(value))


def _evidence_retracted(connection: Connection, entry: Entry, _value: Any) -> None:
    retracted = {"retracted_at": t.utc(entry.unix_ms), "retraction_reason": entry.reason}
    set_values(connection, t.evidence_entry, entry.entity, **retracted)


def _evidence_restored(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.evidence_entry, entry.entity, retracted_at=None, retraction_reason=None)


_SAVE_DRAFT = insert_or_update(t.draft)


def _draft_saved(connection: Connection, entry: Entry, value: Any) -> None:
    if not value["text"]:
        _CLEAR_DRAFT.run(connection, {"session": entry.entity, "laptop": entry.device})
        return
    row = {
        "session_id": entry.entity,
        "device": entry.device,
        "text": value["text"],
        "saved_at": t.utc(entry.unix_ms),
        "line_type": value["line_type"],
        "speaker": value["speaker"],
        "claim": int(value["claim"]),
        "weight": value["weight"],
        "points_other_way": int(value.get("points_other_way", False)),
    }
    _SAVE_DRAFT.run(connection, row)


APPLY: dict[str, Apply] = {
    "framework-pinned": _framework_pinned,
    "inspection-created": _inspection_created,
    "evidence-state-set": _evidence_state_set,
    "line-written": _line_written,
    "line-amended": _line_amended,
    "line-coded": _line_coded,
    "line-retracted": _line_retracted,
    "line-restored": _line_restored,
    "evidence-recorded": _evidence_recorded,
    "evidence-amended": _evidence_amended,
    "evidence-linked": _evidence_linked,
    "trust-types-changed": _trust_types_changed,
    "evidence-retracted": _evidence_retracted,
    "evidence-restored": _evidence_restored,
    "draft-saved": _draft_saved,
}
