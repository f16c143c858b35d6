"""The reading of a whole day, for a report that can be shown to somebody: with what was retracted and put back."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from wellled_desktop.inspection.read_models import DayReport, ImmediateConcern, Request, Session, SessionNotes
from wellled_desktop.inspection.retraction import Restoration, Retraction
from wellled_desktop.inspection.talk import shares_of_talk
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.store import tables as t

_ACTS = (
    select(t.journal.c.kind, t.journal.c.entity, t.journal.c.unix_ms, t.journal.c.author, t.journal.c.reason)
    .where(t.journal.c.kind.in_(("line-retracted", "line-restored")))
    .order_by(t.journal.c.clock, t.journal.c.device)
)


def day_report(connection: Connection, *, day: dt.date, device: str, author: str | None = None) -> DayReport:
    """Everything a day report says of one day and one inspector (None: everybody), read in one transaction.

    Raises LookupError when the store holds no inspection yet.
    """
    report = reading.day_report(connection, day=day, device=device, author=author)
    written = {line.id for line in report.lines}
    concerns = tuple(
        one for one in talk_reading.immediate_concerns(connection) if _day_of(one.pinned_at, report.zone_minutes) <= day
    )
    asked = talk_reading.request_list(connection)
    unnumbered = {one.node for one in asked.items}
    return msgspec.structs.replace(
        report,
        retractions=retractions(connection, written),
        requests=tuple(one for one in asked.requests if _concerns_day(one, day, report.zone_minutes)),
        requested=tuple(one for one in report.requested if one.node in unnumbered),
        concerns=concerns,
        claim_sessions=(*report.claim_sessions, *_sessions_of(connection, concerns, report)),
        notes=tuple(_notes(connection, session) for session in report.sessions),
    )


def _notes(connection: Connection, session: Session) -> SessionNotes:
    """Shares only where more than one could talk."""
    several = len(session.participants) > 1 and session.lines
    lines = reading.lines(connection, session_id=session.id) if several else ()
    return SessionNotes(session.id, talk_reading.form_answers(connection, session_id=session.id), shares_of_talk(lines))


def _concerns_day(request: Request, day: dt.date, zone_minutes: int) -> bool:
    return request.day <= day and (request.is_open or day in (request.day, _day_of(request.state_at, zone_minutes)))


def _day_of(moment: dt.datetime, zone_minutes: int) -> dt.date:
    return moment.astimezone(dt.timezone(dt.timedelta(minutes=zone_minutes))).date()


def _sessions_of(
    connection: Connection, concerns: tuple[ImmediateConcern, ...], report: DayReport
) -> tuple[Session, ...]:
    """The sessions of lines pinned, where they are not in the report already: its speakers are named by role."""
    here = {one.id for one in (*report.sessions, *report.claim_sessions)}
    wanted = {one.line.session_id for one in concerns} - here
    return tuple(one for one in reading.sessions(connection, cancelled=True) if one.id in wanted) if wanted else ()


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
