"""Whether the laptop's clock can be believed: it was put back, or jumped ahead, while a session is open.

A clock that runs on whatever is done to the clock on the wall is looked at beside it. Nothing is corrected: lines keep their
order, which is that of their numbers, and the times they were written with.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.kit.words import day_in_words
from wellled_desktop.ui.pages.session.clock_words import length_words, said_moment

# A clock that is set by the network moves by seconds; two laptops of a team differ by as much.
_TOLERATED = dt.timedelta(minutes=2)


def steady_seconds() -> float:
    """Seconds on a clock that nobody can set, with the time the laptop slept in them where the system counts it."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class ClockWatch:
    """`now` is the clock on the wall, `steady` one that only runs on."""

    def __init__(self, now: Callable[[], dt.datetime], steady: Callable[[], float] = steady_seconds) -> None:
        self._now = now
        self._steady = steady
        self._latest: NoteLine | None = None
        self._last: NoteLine | None = None
        self._began_now, self._began_steady = now(), steady()

    def begin(self) -> None:
        """Another session: what the clock did before is told again only where lines of this one are later than now."""
        self._latest = self._last = None
        self._began_now, self._began_steady = self._now(), self._steady()

    def see(self, lines: Iterable[NoteLine]) -> None:
        """Lines of the session, in any order."""
        for line in lines:
            if self._latest is None or line.written_at > self._latest.written_at:
                self._latest = line
            if self._last is None or line.number >= self._last.number:
                self._last = line

    def words(self) -> str:
        """What happened to the clock, and what to do; "" while all is well."""
        now = self._now()
        moved = now - self._began_now - dt.timedelta(seconds=self._steady() - self._began_steady)
        if self._latest is not None and self._latest.written_at - now > _TOLERATED:
            return self._earlier_than_written(now, self._latest)
        if abs(moved) <= _TOLERATED:
            return ""
        return self._jumped(now, moved)

    def _earlier_than_written(self, now: dt.datetime, latest: NoteLine) -> str:
        last = self._last is not None and latest.id == self._last.id
        which = _tr("the last line") if last else _tr("line %1").replace("%1", str(latest.number))
        then, says = f"{latest.local_time:%H:%M}", said_moment(now, now)
        if now.astimezone().date() != latest.day:
            then = f"{day_in_words(latest.day)}, {then}"
            says = f"{day_in_words(now.astimezone().date())}, {says}"
        return (
            _tr("The laptop's clock now says %1, earlier than %2 (%3). %4")
            .replace("%1", says)
            .replace("%2", which)
            .replace("%3", then)
            .replace("%4", _what_stays())
        )

    def _jumped(self, now: dt.datetime, moved: dt.timedelta) -> str:
        happened = _tr("was put back by %1") if moved < dt.timedelta(0) else _tr("jumped ahead by %1")
        happened = happened.replace("%1", length_words(moved.total_seconds()))
        sentence = _tr("The laptop's clock %1 and now says %2. %3").replace("%1", happened)
        return sentence.replace("%2", said_moment(now, now - moved)).replace("%3", _what_stays())


def _what_stays() -> str:
    return _tr("Lines keep their order and their times; check the clock.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("ClockWatch", words)
