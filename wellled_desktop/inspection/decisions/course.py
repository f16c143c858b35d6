"""The course of a session: started, paused, ended, taken from handwritten notes, signed off."""

import datetime as dt

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    Standing,
    decide,
    going_session,
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
    return () if session.started_at else (Fact("session-started", session.id, True, "started"),)


@taking_back.register
def _(command: c.StartSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawStart(command.session),)


@decide.register
def _(command: c.WithdrawStart, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    if session.started_at is None:
        return ()
    if standing.holds_lines(session.id) or session.ended_at is not None:
        raise RuleBroken(f"{session.ref} holds lines or has ended, so its start stands.")
    return (Fact("session-start-withdrawn", session.id, False, "started"),)


@taking_back.register
def _(command: c.WithdrawStart, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.StartSession(command.session),)


@decide.register
def _(command: c.PauseSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = _under_way(standing, command.session, "paused")
    return () if session.paused else (Fact("session-paused", session.id, len(session.pauses), "pauses"),)


@taking_back.register
def _(command: c.PauseSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.ResumeSession(command.session),)


@decide.register
def _(command: c.ResumeSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    return (Fact("session-resumed", session.id, len(session.pauses) - 1, "pauses"),) if session.paused else ()


@taking_back.register
def _(command: c.ResumeSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.PauseSession(command.session),)


@decide.register
def _(command: c.EndSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.started_at is None:
        raise RuleBroken(f"{session.ref} has not begun, so it cannot be ended.")
    if session.ended_at is not None:
        return ()
    resumed = (Fact("session-resumed", session.id, len(session.pauses) - 1, "pauses"),) if session.paused else ()
    return (*resumed, Fact("session-ended", command.session, True, "ended"))


@taking_back.register
def _(command: c.EndSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.ReopenSession(command.session),)


@decide.register
def _(command: c.ReopenSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.ended_at is None:
        return ()
    if session.signed_off_at is not None:
        raise RuleBroken(f"{session.ref} is signed off; withdraw the sign-off first.")
    if session.from_handwritten_notes:
        raise RuleBroken(f"{session.ref} comes from handwritten notes; its times are those on paper.")
    return (Fact("session-reopened", session.id, False, "ended"),)


@taking_back.register
def _(command: c.ReopenSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.EndSession(command.session),)


@decide.register
def _(command: c.TakeFromHandwrittenNotes, standing: Standing, now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    began, ended = utc_text(command.began), utc_text(command.ended)
    if command.ended <= command.began:
        raise RuleBroken("The session has to end after it began; nothing was changed.")
    if command.ended > now:
        raise RuleBroken("Handwritten notes are of a session that is over; its end lies in the future.")
    if session.from_handwritten_notes and (session.started_at, session.ended_at) == (command.began, command.ended):
        return ()
    value = {"began": began, "ended": ended, "day": (command.day or command.began.date()).isoformat()}
    return (Fact("session-from-handwritten-notes", session.id, value, "handwritten"),)


@taking_back.register
def _(command: c.TakeFromHandwrittenNotes, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    if session.from_handwritten_notes and session.started_at and session.ended_at:
        return (c.TakeFromHandwrittenNotes(session.id, session.started_at, session.ended_at, session.day),)
    return (c.WithdrawHandwrittenNotes(session.id, session.started_at, session.ended_at, session.day),)


@decide.register
def _(command: c.WithdrawHandwrittenNotes, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    if not session.from_handwritten_notes:
        return ()
    if command.began is None and standing.holds_lines(session.id):
        raise RuleBroken(f"{session.ref} holds lines, so it has to keep the time it began.")
    value = {
        "began": utc_text(command.began) if command.began else None,
        "ended": utc_text(command.ended) if command.ended else None,
        "day": command.day.isoformat() if command.day else None,
    }
    return (Fact("session-not-from-handwritten-notes", session.id, value, "handwritten"),)


@taking_back.register
def _(command: c.WithdrawHandwrittenNotes, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    if not (session.from_handwritten_notes and session.started_at and session.ended_at):
        return ()
    return (c.TakeFromHandwrittenNotes(session.id, session.started_at, session.ended_at, session.day),)


@decide.register
def _(command: c.SignOffSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    if session.ended_at is None:
        raise RuleBroken(f"{session.ref} has not ended; end it before it is signed off.")
    return () if session.signed_off_at else (Fact("session-signed-off", session.id, True, "signed-off"),)


@taking_back.register
def _(command: c.SignOffSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawSignOff(command.session),)


@decide.register
def _(command: c.WithdrawSignOff, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    if session.signed_off_at is None:
        return ()
    return (Fact("session-sign-off-withdrawn", session.id, False, "signed-off"),)


@taking_back.register
def _(command: c.WithdrawSignOff, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.SignOffSession(command.session),)


def _under_way(standing: Standing, session_id: str, what: str) -> Session:
    session = going_session(standing, session_id)
    if session.started_at is None or session.ended_at is not None:
        raise RuleBroken(f"{session.ref} is not under way, so it cannot be {what}.")
    return session
