"""What is said of the course of a session: when it began, its pauses, that it comes from paper, who signed it off. No widgets."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.words import BRITISH, clock_time, counted

_DAY = dt.timedelta(days=1)
PAUSE_KEYS, END_KEYS, SIGN_OFF_KEYS = "Ctrl+P", "Ctrl+Shift+E", "Ctrl+Shift+S"
PAPER_KEYS, TIDY_KEYS = "Ctrl+Shift+H", "Ctrl+Shift+T"


def began_words(session: Session, now: dt.datetime) -> str:
    """When it began and, while it is going on, for how many minutes it has been; that clock stands still in a pause."""
    if session.started_at is None:
        return ""
    began = _tr("Began %1").replace("%1", clock_time(session.started_at))
    if session.ended_at is not None:
        return began
    lasted = talked_for(session, now)
    # After a day it was simply never ended: the minutes then say nothing.
    if not dt.timedelta(0) <= now - session.started_at < _DAY:
        return began
    return f"{began}, {_minutes(lasted)}"


def talked_for(session: Session, now: dt.datetime) -> dt.timedelta:
    """From its beginning to its end (while it has none: to now), without the pauses."""
    if session.started_at is None:
        return dt.timedelta(0)
    until = session.ended_at or now
    paused = (
        max(dt.timedelta(0), min(one.until or until, until) - max(one.began, session.started_at))
        for one in session.pauses
    )
    return max(dt.timedelta(0), until - session.started_at - sum(paused, dt.timedelta(0)))


def remarks(session: Session, lines: int, now: dt.datetime) -> str:
    """What stands under the title: place, course, how the session stands, and how many lines it has."""
    course = paper_words(session) or began_words(session, now)
    count = counted(lines, _tr("line"), _tr("lines")) if lines else ""
    parts = (session.place, course, signed_words(session) or session.state, count)
    return " · ".join(part for part in parts if part)


def pause_words(session: Session) -> tuple[str, ...]:
    """Each pause with its length; the one that lasts says since when."""
    return tuple(
        _tr("Paused since %1").replace("%1", clock_time(one.began))
        if one.until is None
        else f"{_tr('Paused')} {clock_time(one.began)}–{clock_time(one.until)}, {_minutes(one.until - one.began)}"
        for one in session.pauses
    )


def ended_words(session: Session) -> str:
    """When it ended, and for how long there was talk where there were pauses."""
    if session.ended_at is None:
        return ""
    ended = _tr("Ended %1").replace("%1", clock_time(session.ended_at))
    if not session.pauses or session.from_handwritten_notes:
        return ended
    without = _tr("%1 without the pauses").replace("%1", _minutes(talked_for(session, session.ended_at)))
    return f"{ended}, {without}"


def paper_words(session: Session) -> str:
    """From handwritten notes, 24 November 10:00–10:55; "" for any other session."""
    if not session.from_handwritten_notes or session.started_at is None or session.ended_at is None:
        return ""
    day = f"{_day(session.day)} " if session.day else ""
    times = f"{clock_time(session.started_at)}–{clock_time(session.ended_at)}"
    return f"{_tr('From handwritten notes')}, {day}{times}"


def signed_words(session: Session) -> str:
    """Signed off by A. Inspector, 16:42; the day is said where it is another than the session's."""
    if session.signed_off_at is None:
        return ""
    signed = session.signed_off_at.astimezone()
    when = clock_time(session.signed_off_at)
    if signed.date() != session.day:
        when = f"{_day(signed.date())}, {when}"
    since = f"; {_tr('changed since')}" if session.changed_since_sign_off else ""
    return f"{_tr('Signed off by %1').replace('%1', session.signed_off_by or '')}, {when}{since}"


def composer_words(session: Session) -> str:
    """What whoever writes a line now has to know; "" while the session is simply under way."""
    if session.cancelled_at is not None:
        return _tr("This session is cancelled: nothing can be written in it until it is restored.")
    if session.signed_off_at is not None:
        return f"{signed_words(session)}. {_tr('What is written or changed now says so.')}"
    if session.from_handwritten_notes:
        return f"{paper_words(session)}; {_tr('lines typed now carry the delay.')}"
    if session.ended_at is not None:
        return _tr("The session has ended: what you write now is labelled as written later.")
    if session.paused:
        since = _tr("Paused since %1").replace("%1", clock_time(session.pauses[-1].began))
        return f"{since}; {_tr('%1 goes on').replace('%1', PAUSE_KEYS)}"
    return ""


def steps_for(session: Session) -> tuple[str, ...]:
    """The names of the steps that the session's course offers now, in the order of their buttons."""
    steps: dict[str, tuple[str, ...]] = {
        "planned": ("start", "paper"),
        "under way": ("pause", "end", "paper"),
        "paused": ("resume", "end", "paper"),
        "ended": ("tidy-up", "sign-off", "withdraw-paper" if session.from_handwritten_notes else "reopen"),
        "signed off": ("tidy-up", "withdraw-sign-off"),
        "cancelled": (),
    }
    offered = steps[session.state]
    if session.state in ("under way", "paused") and not session.lines:
        offered = (*offered, "withdraw-start")
    if session.state == "ended":
        offered = (*offered, "paper")
    return offered


def _minutes(length: dt.timedelta) -> str:
    return _tr("%1 min").replace("%1", str(round(length.total_seconds()) // 60))


def _day(day: dt.date | None) -> str:
    return BRITISH.toString(QDate(day.year, day.month, day.day), "d MMMM") if day else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("SessionCourse", words)
