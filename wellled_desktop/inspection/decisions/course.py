"""The course of a session: started, paused, ended, taken from handwritten notes, signed off."""

import datetime as dt

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    Standing,
    decide,
    going_session,
    put_back,
    session_of,
    taking_back,
    utc_text,
)
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import Session


@decide.register
def _(command: c.StartSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    value = put_back(value=True, since=command.since)
    return () if session.started_at else (Fact("session-started", session.id, value, "started"),)


@taking_back.register
def _(command: c.StartSession, standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawStart(command.session, session_of(standing, command.session).day),)


@decide.register
def _(command: c.WithdrawStart, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.started_at is None:
        return ()
    if standing.lines_stand(session.id) or session.ended_at is not None:
        raise RuleBroken(f"{session.ref} holds lines or has ended, so its start stands.")
    day = command.day.isoformat() if command.day else None
    return (Fact("session-start-withdrawn", session.id, {"day": day}, "started"),)


@taking_back.register
def _(command: c.WithdrawStart, standing: Standing) -> tuple[c.Command, ...]:
    """The start takes its pauses with it, so they come back with it."""
    session = session_of(standing, command.session)
    if session.started_at is None:
        return ()
    back: list[c.Command] = [c.StartSession(session.id, c.Since(session.started_at, day=session.day))]
    for pause in session.pauses:
        back.append(c.PauseSession(session.id, c.Since(pause.began)))
        if pause.until is not None:
            back.append(c.ResumeSession(session.id, c.Since(pause.until)))
    return tuple(back)


@decide.register
def _(command: c.PauseSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    going = going_session(standing, command.session)
    session = going if command.since else _under_way(standing, command.session, "paused")
    value = put_back(len(session.pauses), command.since)
    return () if session.paused else (Fact("session-paused", session.id, value, "pauses"),)


@taking_back.register
def _(command: c.PauseSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawPause(command.session),)


@decide.register
def _(command: c.WithdrawPause, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    last = len(session.pauses) - 1
    return (Fact("session-pause-withdrawn", session.id, last, "pauses"),) if session.paused else ()


@taking_back.register
def _(command: c.WithdrawPause, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    return (c.PauseSession(session.id, c.Since(session.pauses[-1].began)),) if session.paused else ()


@decide.register
def _(command: c.ResumeSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if not session.paused:
        return ()
    _under_way(standing, session.id, "resumed")
    return (Fact("session-resumed", session.id, put_back(len(session.pauses) - 1, command.since), "pauses"),)


@taking_back.register
def _(command: c.ResumeSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawResume(command.session),)


@decide.register
def _(command: c.WithdrawResume, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if not session.pauses or session.paused:
        return ()
    if session.started_at is None or session.ended_at is not None:
        raise RuleBroken(f"{session.ref} is not under way, so it cannot be paused again; nothing was changed.")
    return (Fact("session-resume-withdrawn", session.id, len(session.pauses) - 1, "pauses"),)


@taking_back.register
def _(command: c.WithdrawResume, standing: Standing) -> tuple[c.Command, ...]:
    pauses = session_of(standing, command.session).pauses
    until = pauses[-1].until if pauses else None
    return (c.ResumeSession(command.session, c.Since(until)),) if until else ()


@decide.register
def _(command: c.EndSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.started_at is None:
        raise RuleBroken(f"{session.ref} has not begun, so it cannot be ended; start it, or cancel it.")
    if session.ended_at is not None:
        return ()
    resumed = (Fact("session-resumed", session.id, len(session.pauses) - 1, "pauses"),) if session.paused else ()
    return (*resumed, Fact("session-ended", command.session, put_back(value=True, since=command.since), "ended"))


@taking_back.register
def _(command: c.EndSession, standing: Standing) -> tuple[c.Command, ...]:
    """Ending a session that is paused goes on with it first."""
    session = session_of(standing, command.session)
    paused = (c.WithdrawResume(session.id),) if session.paused else ()
    return (c.ReopenSession(session.id), *paused)


@decide.register
def _(command: c.ReopenSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.ended_at is None:
        return ()
    if session.signed_off_at is not None:
        raise RuleBroken(f"{session.ref} is signed off; withdraw the sign-off first.")
    if session.from_handwritten_notes:
        raise RuleBroken(
            f"{session.ref} comes from handwritten notes, so its times are those on paper; withdraw that to reopen it."
        )
    return (Fact("session-reopened", session.id, False, "ended"),)


@taking_back.register
def _(command: c.ReopenSession, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    return (c.EndSession(session.id, c.Since(session.ended_at)),) if session.ended_at else ()


@decide.register
def _(command: c.TakeFromHandwrittenNotes, standing: Standing, now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    began, ended = utc_text(command.began), utc_text(command.ended)
    if command.ended <= command.began:
        raise RuleBroken("The session has to end after it began; nothing was changed.")
    if command.ended > now:
        raise RuleBroken(
            "Handwritten notes are of a session that is over; this end lies in the future. Nothing was changed."
        )
    if session.from_handwritten_notes and (session.started_at, session.ended_at) == (command.began, command.ended):
        return ()
    value = {"began": began, "ended": ended, "day": (command.day or command.began.date()).isoformat()}
    return (Fact("session-from-handwritten-notes", session.id, value, "handwritten"),)


@taking_back.register
def _(command: c.TakeFromHandwrittenNotes, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    times = (session.started_at, session.ended_at, session.day)
    return _as_on_paper(session) or (
        c.WithdrawHandwrittenNotes(session.id, *times, late=standing.late_lines(session.id)),
    )


@decide.register
def _(command: c.WithdrawHandwrittenNotes, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if not session.from_handwritten_notes:
        return ()
    if command.began is None and standing.holds_lines(session.id):
        raise RuleBroken(f"{session.ref} holds lines, so it has to keep the time it began; nothing was changed.")
    value = {
        "began": utc_text(command.began) if command.began else None,
        "ended": utc_text(command.ended) if command.ended else None,
        "day": command.day.isoformat() if command.day else None,
        "late": None if command.late is None else dict(command.late),
    }
    return (Fact("session-not-from-handwritten-notes", session.id, value, "handwritten"),)


@taking_back.register
def _(command: c.WithdrawHandwrittenNotes, standing: Standing) -> tuple[c.Command, ...]:
    return _as_on_paper(session_of(standing, command.session))


def _as_on_paper(session: Session) -> tuple[c.Command, ...]:
    """What gives the session the times on paper that it has; nothing for one that is not from handwritten notes."""
    if session.from_handwritten_notes and session.started_at and session.ended_at:
        return (c.TakeFromHandwrittenNotes(session.id, session.started_at, session.ended_at, session.day),)
    return ()


@decide.register
def _(command: c.SignOffSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.ended_at is None:
        raise RuleBroken(f"{session.ref} has not ended; end it before it is signed off.")
    value = put_back(value=True, since=command.since)
    return () if session.signed_off_at else (Fact("session-signed-off", session.id, value, "signed-off"),)


@taking_back.register
def _(command: c.SignOffSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawSignOff(command.session),)


@decide.register
def _(command: c.WithdrawSignOff, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.signed_off_at is None:
        return ()
    return (Fact("session-sign-off-withdrawn", session.id, False, "signed-off"),)


@taking_back.register
def _(command: c.WithdrawSignOff, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    if session.signed_off_at is None:
        return ()
    return (c.SignOffSession(session.id, c.Since(session.signed_off_at, session.signed_off_by or "")),)


def _under_way(standing: Standing, session_id: str, what: str) -> Session:
    session = going_session(standing, session_id)
    if session.started_at is None or session.ended_at is not None:
        raise RuleBroken(f"{session.ref} is not under way, so it cannot be {what}.")
    return session
