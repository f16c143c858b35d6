"""What each journal entry does to the current state. Replaying the journal through here gives the tables, exactly."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_unless_there

from wellled_desktop.inspection.decisions import GRACE
from wellled_desktop.inspection.journal import Entry, canonical
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared

Apply = Callable[[Connection, Entry, Any], None]


def apply_entry(connection: Connection, entry: Entry) -> None:
    """Brings the tables up to date with one entry. An unknown kind is a defect of ours, or an entry of a later version."""
    _APPLY[entry.kind](connection, entry, json.loads(entry.value))


def local_day(unix_ms: int, zone_minutes: int) -> str:
    """The calendar day, as YYYY-MM-DD, on the wall of a place that many minutes ahead of UTC."""
    return t.utc(unix_ms + zone_minutes * 60_000).date().isoformat()


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


def _insert_or_update(table: Table) -> Prepared:
    """Puts a row in, or brings the one with its key up to date."""
    statement = insert_unless_there(table)
    changed = {column.name: statement.excluded[column.name] for column in table.c if not column.primary_key}
    return Prepared(statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=changed))


_SET_STATE = _insert_or_update(t.evidence_state)


def _evidence_state_set(connection: Connection, entry: Entry, state: Any) -> None:
    row = {
        "node": entry.entity,
        "state": state,
        "reason": entry.reason,
        "set_at": t.utc(entry.unix_ms),
        "day": local_day(entry.unix_ms, entry.zone_minutes),
        "author": entry.author,
    }
    _SET_STATE.run(connection, row)


def _session_planned(connection: Connection, entry: Entry, value: Any) -> None:
    planned = value["planned_start"]
    connection.execute(
        insert(t.session).values(
            id=entry.entity,
            number=value["number"],
            kind=value["kind"],
            title=value["title"],
            roles=canonical(value["roles"]),
            planned_start=t.from_text(planned) if planned else None,
            planned_minutes=value["planned_minutes"],
            place=value["place"],
            lead=value["lead"],
            note_taker=value["note_taker"],
            day=value.get("planned_day"),
        )
    )


def _participant_added(connection: Connection, entry: Entry, value: Any) -> None:
    connection.execute(
        insert(t.participant).values(
            id=entry.entity,
            session_id=value["session"],
            position=value["position"],
            role=value["role"],
            label=value["label"],
        )
    )


def _participant_named(connection: Connection, entry: Entry, name: Any) -> None:
    connection.execute(insert(t.participant_name).values(participant_id=entry.entity, name=name))


def _session_started(connection: Connection, entry: Entry, _value: Any) -> None:
    connection.execute(
        update(t.session)
        .where(t.session.c.id == entry.entity)
        .values(started_at=t.utc(entry.unix_ms), day=local_day(entry.unix_ms, entry.zone_minutes))
    )


def _session_ended(connection: Connection, entry: Entry, _value: Any) -> None:
    connection.execute(update(t.session).where(t.session.c.id == entry.entity).values(ended_at=t.utc(entry.unix_ms)))


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
    stored = int(value) if entry.field == "claim" else value
    connection.execute(update(t.note_line).where(t.note_line.c.id == entry.entity).values({entry.field: stored}))


def _set_tags(connection: Connection, line_id: str, nodes: list[str]) -> None:
    for position, node in enumerate(nodes):
        _INSERT_TAG.run(connection, {"line_id": line_id, "node": node, "position": position})


def _line_retracted(connection: Connection, entry: Entry, _value: Any) -> None:
    connection.execute(
        update(t.note_line)
        .where(t.note_line.c.id == entry.entity)
        .values(retracted_at=t.utc(entry.unix_ms), retraction_reason=entry.reason)
    )


def _line_restored(connection: Connection, entry: Entry, _value: Any) -> None:
    connection.execute(
        update(t.note_line).where(t.note_line.c.id == entry.entity).values(retracted_at=None, retraction_reason=None)
    )


def _evidence_recorded(connection: Connection, entry: Entry, value: Any) -> None:
    connection.execute(
        insert(t.evidence_entry).values(
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
        )
    )
    if value["nodes"]:
        rows = [
            {"entry_id": entry.entity, "node": node, "position": position}
            for position, node in enumerate(value["nodes"])
        ]
        connection.execute(insert(t.evidence_link), rows)


_SAVE_DRAFT = _insert_or_update(t.draft)


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
    }
    _SAVE_DRAFT.run(connection, row)


_APPLY: dict[str, Apply] = {
    "framework-pinned": _framework_pinned,
    "inspection-created": _inspection_created,
    "evidence-state-set": _evidence_state_set,
    "session-planned": _session_planned,
    "participant-added": _participant_added,
    "participant-named": _participant_named,
    "session-started": _session_started,
    "session-ended": _session_ended,
    "line-written": _line_written,
    "line-amended": _line_amended,
    "line-coded": _line_coded,
    "line-retracted": _line_retracted,
    "line-restored": _line_restored,
    "evidence-recorded": _evidence_recorded,
    "draft-saved": _draft_saved,
}
