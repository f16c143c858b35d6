"""Sessions and the people in them, from the plan to the sign-off."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from wellled_desktop.inspection.journal import Entry, canonical
from wellled_desktop.store import tables as t
from wellled_desktop.store.projection.base import Apply, local_day, set_values


def _planned(connection: Connection, entry: Entry, value: Any) -> None:
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
            calendar_uid=value.get("calendar_uid", ""),
        )
    )


def _changed(connection: Connection, entry: Entry, value: Any) -> None:
    if entry.field == "planned_start":
        moved = t.from_text(value["at"]) if value else None
        set_values(connection, t.session, entry.entity, planned_start=moved)
        not_begun = update(t.session).where(t.session.c.id == entry.entity, t.session.c.started_at.is_(None))
        connection.execute(not_begun.values(day=value["day"] if value else None))
        return
    stored = canonical(value) if entry.field == "roles" else value
    set_values(connection, t.session, entry.entity, **{entry.field: stored})


def _cancelled(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.session, entry.entity, cancelled_at=t.utc(entry.unix_ms), cancelled_reason=entry.reason)


def _restored(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.session, entry.entity, cancelled_at=None, cancelled_reason=None)


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


def _participant_changed(connection: Connection, entry: Entry, value: Any) -> None:
    set_values(connection, t.participant, entry.entity, **{entry.field: value})


def _participant_named(connection: Connection, entry: Entry, name: Any) -> None:
    if not name:
        connection.execute(delete(t.participant_name).where(t.participant_name.c.participant_id == entry.entity))
        return
    connection.execute(
        insert_or_update(t.participant_name)
        .values(participant_id=entry.entity, name=name)
        .on_conflict_do_update(index_elements=["participant_id"], set_={"name": name})
    )


def _participant_on_list(connection: Connection, entry: Entry, removed: Any) -> None:
    set_values(connection, t.participant, entry.entity, removed=int(removed))


def _started(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(
        connection,
        t.session,
        entry.entity,
        started_at=t.utc(entry.unix_ms),
        day=local_day(entry.unix_ms, entry.zone_minutes),
    )


def _start_withdrawn(connection: Connection, entry: Entry, value: Any) -> None:
    """The day is again that of the plan. Where it is not said, the zone of this entry stands in for the plan's."""
    planned = connection.execute(select(t.session.c.planned_start).where(t.session.c.id == entry.entity)).scalar_one()
    day = None if planned is None else value["day"] or local_day(t.unix_ms(planned), entry.zone_minutes)
    set_values(connection, t.session, entry.entity, started_at=None, day=day)
    connection.execute(delete(t.session_pause).where(t.session_pause.c.session_id == entry.entity))


def _paused(connection: Connection, entry: Entry, position: Any) -> None:
    began = t.utc(entry.unix_ms)
    connection.execute(insert(t.session_pause).values(session_id=entry.entity, position=position, began=began))


def _resumed(connection: Connection, entry: Entry, position: Any) -> None:
    pause = t.session_pause.c
    connection.execute(
        update(t.session_pause)
        .where(pause.session_id == entry.entity, pause.position == position)
        .values(until=t.utc(entry.unix_ms))
    )


def _pause_withdrawn(connection: Connection, entry: Entry, position: Any) -> None:
    pause = t.session_pause.c
    connection.execute(delete(t.session_pause).where(pause.session_id == entry.entity, pause.position == position))


def _resume_withdrawn(connection: Connection, entry: Entry, position: Any) -> None:
    pause = t.session_pause.c
    lasting = update(t.session_pause).where(pause.session_id == entry.entity, pause.position == position)
    connection.execute(lasting.values(until=None))


def _ended(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.session, entry.entity, ended_at=t.utc(entry.unix_ms))


def _reopened(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.session, entry.entity, ended_at=None)


def _from_handwritten_notes(connection: Connection, entry: Entry, value: Any) -> None:
    began, ended = t.from_text(value["began"]), t.from_text(value["ended"])
    set_values(
        connection,
        t.session,
        entry.entity,
        from_handwritten_notes=1,
        started_at=began,
        ended_at=ended,
        day=value["day"],
    )
    _label_lines(connection, entry.entity)


def _not_from_handwritten_notes(connection: Connection, entry: Entry, value: Any) -> None:
    set_values(
        connection,
        t.session,
        entry.entity,
        from_handwritten_notes=0,
        started_at=t.from_text(value["began"]) if value["began"] else None,
        day=value["day"],
        ended_at=t.from_text(value["ended"]) if value["ended"] else None,
    )
    if value["late"] is None:
        _label_lines(connection, entry.entity)
        return
    here = update(t.note_line).where(t.note_line.c.session_id == entry.entity)
    connection.execute(here.values(written_after_end_minutes=None))
    for line_id, minutes in value["late"].items():
        set_values(connection, t.note_line, line_id, written_after_end_minutes=minutes)


def _label_lines(connection: Connection, session_id: str) -> None:
    """Says of each line how long after the session's end it was written, now that the end is another."""
    ended = connection.execute(select(t.session.c.ended_at).where(t.session.c.id == session_id)).scalar_one()
    written = select(t.note_line.c.id, t.note_line.c.written_at).where(t.note_line.c.session_id == session_id)
    for line_id, written_at in connection.execute(written).all():
        late = None if ended is None or written_at < ended else round((written_at - ended).total_seconds() / 60)
        set_values(connection, t.note_line, line_id, written_after_end_minutes=late)


def _signed_off(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.session, entry.entity, signed_off_at=t.utc(entry.unix_ms), signed_off_by=entry.author)


def _sign_off_withdrawn(connection: Connection, entry: Entry, _value: Any) -> None:
    set_values(connection, t.session, entry.entity, signed_off_at=None, signed_off_by=None)


def _form_answered(connection: Connection, entry: Entry, answer: Any) -> None:
    if answer is None:
        given = t.form_answer.c
        where = (given.session_id == entry.entity, given.field == entry.field)
        connection.execute(delete(t.form_answer).where(*where))
        return
    values = {"answer": canonical(answer), "set_at": t.utc(entry.unix_ms), "author": entry.author}
    connection.execute(
        insert_or_update(t.form_answer)
        .values(session_id=entry.entity, field=entry.field, **values)
        .on_conflict_do_update(index_elements=["session_id", "field"], set_=values)
    )


APPLY: dict[str, Apply] = {
    "session-planned": _planned,
    "session-changed": _changed,
    "session-cancelled": _cancelled,
    "session-restored": _restored,
    "participant-added": _participant_added,
    "participant-changed": _participant_changed,
    "participant-named": _participant_named,
    "participant-removed": _participant_on_list,
    "participant-returned": _participant_on_list,
    "session-started": _started,
    "session-start-withdrawn": _start_withdrawn,
    "session-paused": _paused,
    "session-pause-withdrawn": _pause_withdrawn,
    "session-resumed": _resumed,
    "session-resume-withdrawn": _resume_withdrawn,
    "session-ended": _ended,
    "session-reopened": _reopened,
    "session-from-handwritten-notes": _from_handwritten_notes,
    "session-not-from-handwritten-notes": _not_from_handwritten_notes,
    "session-signed-off": _signed_off,
    "session-sign-off-withdrawn": _sign_off_withdrawn,
    "form-answered": _form_answered,
}
