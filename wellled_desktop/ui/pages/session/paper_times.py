"""Days and times as people type them, checked before they are taken; no widgets."""

import datetime as dt
import re

import msgspec

from wellled_desktop.ui.kit.typed_day import day_from

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")
_LONGEST = dt.timedelta(hours=16)


class Held(msgspec.Struct, frozen=True):
    """When a session was held, by the clock of this laptop's zone; `day` is the one it began on."""

    day: dt.date
    began: dt.datetime
    ended: dt.datetime

    @property
    def over_midnight(self) -> bool:
        return self.ended.date() != self.began.date()


class Wrong(msgspec.Struct, frozen=True):
    """What cannot be taken, in a sentence, and the name of the field it stands in: day, began or ended."""

    field: str
    sentence: str


def time_from(typed: str) -> dt.time | None:
    """The time that is written as 10:00, 10.00, 1000, 9 or 9:05; None for anything else."""
    match = _TIME.fullmatch(typed.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def local(day: dt.date, time: dt.time) -> dt.datetime:
    """That time on that day in this laptop's zone."""
    return dt.datetime.combine(day, time).astimezone()


def held_from(day: str, began: str, ended: str, now: dt.datetime) -> Held | Wrong:
    """An end that is earlier than the beginning is taken for one after midnight, where that is not absurdly long."""
    when = day_from(day)
    if when is None:
        return Wrong("day", "The day is not a date. Write it as 24 November 2026 or 24/11/2026.")
    first, last = time_from(began), time_from(ended)
    if first is None:
        return Wrong("began", "The beginning is not a time. Write it as 10:00.")
    if last is None:
        return Wrong("ended", "The end is not a time. Write it as 10:55.")
    start, end = local(when, first), local(when, last)
    if end <= start:
        end = local(when + dt.timedelta(days=1), last)
    if end - start > _LONGEST or first == last:
        return Wrong("ended", "The session has to end after it began.")
    if end > now:
        return Wrong("ended", "That end lies in the future. Handwritten notes are of a session that is over.")
    return Held(when, start, end)
