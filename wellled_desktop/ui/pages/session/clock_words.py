"""What must be said of a line's time beside the time itself: that a new day began, and the zone where it has changed."""

import datetime as dt
from typing import NamedTuple

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.kit.words import day_in_words

_BRITISH_ZONES = {0: "GMT", 60: "BST"}


class BesideTime(NamedTuple):
    """`day` stands over the line, `zone` under its time; "" where nothing need be said."""

    day: str
    zone: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for word in self if word)


NOTHING = BesideTime("", "")


def beside_time(line: NoteLine, before: NoteLine | None, after: NoteLine | None) -> BesideTime:
    """The day on the first line of another day than the line before; the zone on both sides of its change."""
    if (before is None or (before.day, before.zone_minutes) == (line.day, line.zone_minutes)) and (
        after is None or after.zone_minutes == line.zone_minutes
    ):
        return NOTHING
    day = day_in_words(line.day) if before is not None and before.day != line.day else ""
    changes = any(beside is not None and beside.zone_minutes != line.zone_minutes for beside in (before, after))
    return BesideTime(day, zone_words(line.zone_minutes) if changes else "")


def zone_words(minutes: int) -> str:
    """GMT, BST; elsewhere UTC+2, UTC−3:30."""
    if minutes in _BRITISH_ZONES:
        return _BRITISH_ZONES[minutes]
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02d}' if rest else ''}"


def said_moment(moment: dt.datetime, now: dt.datetime) -> str:
    """The time on the wall, with its day where that is not the day of `now`."""
    local = moment.astimezone()
    time = f"{local:%H:%M}"
    return time if local.date() == now.astimezone().date() else f"{day_in_words(local.date())}, {time}"


def length_words(seconds: float) -> str:
    """52 minutes; 3 h 5 min; 2 days: never less than a minute."""
    minutes = max(1, round(abs(seconds) / 60))
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h {minutes % 60} min" if hours < 48 else f"{hours // 24} days"
