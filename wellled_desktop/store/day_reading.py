"""The reading of a whole day, for a report that can be shown to somebody: with what was retracted and put back."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from wellled_desktop.inspection.read_models import DayReport, ImmediateConcern, NoteLine, Request, Session, SessionNotes
from wellled_desktop.inspection.retraction import Restoration, Retraction
from wellled_desktop.inspection.talk import talk_of
from wellled_desktop.store import day_counts, reading, talk_reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.journal import read_head

_ACTS = (
    select(t.journal.c.kind, t.journal.c.entity, t.journal.c.unix_ms, t.journal.c.author, t.journal.c.reason)
    .where(t.journal.c.kind.in_(("line-retracted", "line-restored")))
    .order_by(t.journal.c.clock, t.journal.c.device)
)


def day_report(connection: Connection, *, day: dt.date, device: str, author: str | None = None) -> DayReport:
    """Everything a day report says of one day and one inspector (None: everybody), read in one transaction.

    Raises LookupError when the store holds no inspection yet.
    """
    inspection = reading.inspection_detail(connection)
    head = read_head(connection, device)
    if inspection is None or head is None:
        raise LookupError("no inspection")
    written = reading.lines(connection, day=day, author=author)
    written_ids = tuple(line.id for line in written)
    touched = {line.session_id for line in written}
    all_sessions = reading.sessions(connection)
    shown = tuple(one for one in all_sessions if one.day == day or one.id in touched)
    claims = tuple(line for line in reading.lines(connection, claims=True) if line.day <= day)
    states = tuple(one for one in reading.evidence_states(connection, day=day) if author in (None, one.author))
    entries = tuple(one for one in reading.evidence_entries(connection) if one.day <= day)
    recorded = tuple(one for one in entries if one.day == day and author in (None, one.author))
    items = {one.node for one in states}
    zone = day_counts.zone_on(connection, day, device)
    asked = talk_reading.request_list(connection)
    unnumbered = {one.node for one in asked.items}
    concerns = tuple(one for one in talk_reading.immediate_concerns(connection) if _day_of(one.pinned_at, zone) <= day)
    return DayReport(
        inspection=inspection,
        day=day,
        author=author,
        sessions=shown,
        lines=written,
        amended=tuple(one for one in reading.line_versions(connection, written_ids) if one.reason is not None),
        evidence_states=states,
        evidence_entries=recorded,
        requested=tuple(
            one
            for one in reading.evidence_states(connection, state="requested")
            if one.day <= day and one.node in unnumbered
        ),
        open_claims=claims,
        head=head,
        drafts=connection.execute(select(func.count()).select_from(t.draft)).scalar_one(),
        zone_minutes=zone,
        claim_sessions=_others(connection, all_sessions, shown, claims, concerns),
        linked_entries=tuple(one for one in entries if one not in recorded and items.intersection(one.nodes)),
        replaced_states=day_counts.replaced_states(connection, day, author),
        changed_elsewhere=day_counts.changed_elsewhere(connection, day, author),
        retractions=retractions(connection, set(written_ids)),
        requests=tuple(one for one in asked.requests if _concerns_day(one, day, zone)),
        concerns=concerns,
        notes=tuple(_notes(connection, session) for session in shown),
    )


def _others(
    connection: Connection,
    all_sessions: tuple[Session, ...],
    shown: tuple[Session, ...],
    claims: tuple[NoteLine, ...],
    concerns: tuple[ImmediateConcern, ...],
) -> tuple[Session, ...]:
    """The sessions of open claims, then those of lines pinned, where they are not shown already: so that their speakers can
    be named by role. A pinned line's session may have been cancelled since.
    """
    here = {one.id for one in shown}
    claimed = {line.session_id for line in claims} - here
    pinned = {one.line.session_id for one in concerns} - here - claimed
    with_cancelled = reading.sessions(connection, cancelled=True) if pinned else ()
    return (
        *(one for one in all_sessions if one.id in claimed),
        *(one for one in with_cancelled if one.id in pinned),
    )


def _notes(connection: Connection, session: Session) -> SessionNotes:
    answers = talk_reading.form_answers(connection, session_id=session.id)
    lines = reading.lines(connection, session_id=session.id) if session.lines else ()
    return SessionNotes(session.id, answers, talk_of(lines))


def _concerns_day(request: Request, day: dt.date, zone_minutes: int) -> bool:
    return request.day <= day and (request.is_open or day in (request.day, _day_of(request.state_at, zone_minutes)))


def _day_of(moment: dt.datetime, zone_minutes: int) -> dt.date:
    return moment.astimezone(dt.timezone(dt.timedelta(minutes=zone_minutes))).date()


def retractions(connection: Connection, line_ids: Collection[str]) -> tuple[Retraction, ...]:
    """Each time that one of the lines was retracted, oldest first, whenever that was and whether or not it still is.

    The tables only hold how a line stands now; that it was out of the record for a while is in the journal alone.
    """
    return _paired(act for act in connection.execute(_ACTS) if act.entity in line_ids)


def retractions_of(connection: Connection, *, line_id: str) -> tuple[Retraction, ...]:
    """Each time that this line was retracted, oldest first; quick, for a screen."""
    this = (t.journal.c.entity == line_id, t.journal.c.field == "retracted")
    return _paired(connection.execute(_ACTS.where(*this)))


def _paired(acts: Iterable[Any]) -> tuple[Retraction, ...]:
    found: dict[str, list[Retraction]] = {}
    for act in acts:
        of_line = found.setdefault(act.entity, [])
        if act.kind == "line-retracted":
            of_line.append(Retraction(act.entity, t.utc(act.unix_ms), act.author, act.reason))
        else:
            restored = Restoration(t.utc(act.unix_ms), act.author, act.reason)
            of_line[-1] = msgspec.structs.replace(of_line[-1], restored=restored)
    return tuple(sorted((one for of_line in found.values() for one in of_line), key=lambda one: one.at))
