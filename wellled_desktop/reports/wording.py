"""How dates, times, numbers and the record's fixed words read in a report. British, and the same whatever the locale."""

import datetime as dt
from collections.abc import Iterable

from wellled_desktop.framework.pack import TrustType
from wellled_desktop.inspection.calendar_words import DAYS, MONTHS
from wellled_desktop.inspection.words import EvidenceState, LineType, SessionKind, SourceKind

LINE_TYPE: dict[LineType, str] = {
    "said": "Said",
    "seen": "Seen",
    "read": "Read",
    "data": "Data",
    "inference": "Inference",
}
SESSION_KIND: dict[SessionKind, str] = {
    "interview": "Interview",
    "panel": "Panel",
    "focus-group": "Focus group",
    "observation": "Observation",
}
EVIDENCE_STATE: dict[EvidenceState, str] = {
    "gathered": "Gathered",
    "requested": "Requested",
    "not-held": "Not held",
    "not-applicable": "Not applicable",
    "not-pursued": "Not pursued",
    "none": "State taken back",
}
TRUST_TYPE: dict[TrustType, str] = {
    "acute": "acute",
    "mental-health": "mental health",
    "community": "community",
    "ambulance": "ambulance",
    "combined": "combined",
}


def long_date(day: dt.date) -> str:
    return f"{DAYS[day.weekday()]} {short_date(day)}"


def short_date(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_from_to(first: dt.date, last: dt.date) -> str:
    """3 to 5 November 2026; 30 November to 2 December 2026; one day alone as itself. What both share is said once."""
    if first == last:
        return short_date(last)
    if first.year != last.year:
        return f"{short_date(first)} to {short_date(last)}"
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month} to {short_date(last)}"


def in_zone(moment: dt.datetime, zone_minutes: int) -> dt.datetime:
    """The moment on the wall of a place that many minutes ahead of UTC."""
    return moment.astimezone(dt.timezone(dt.timedelta(minutes=zone_minutes)))


def clock(moment: dt.datetime) -> str:
    return f"{moment.hour:02d}:{moment.minute:02d}"


def date_and_time(moment: dt.datetime) -> str:
    return f"{short_date(moment.date())}, {clock(moment)}"


def zone(minutes: int) -> str:
    """UTC+01:00; plain UTC for Greenwich."""
    if minutes == 0:
        return "UTC"
    sign = "+" if minutes > 0 else "\u2212"
    return f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def count(number: int, one: str, many: str = "") -> str:
    """1 line, 1,204 lines."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def how_long(minutes: int) -> str:
    """35 minutes; 2 hours 5 minutes; 1 day 3 hours."""
    if minutes < 1:
        return "less than a minute"
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (left if days == 0 else 0, "minute")]
    return " ".join(count(number, unit) for number, unit in parts if number)


def sentence_case(text: str) -> str:
    """With a capital at the beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(things: Iterable[str]) -> str:
    """a, b and c."""
    *first, last = things
    return f"{', '.join(first)} and {last}" if first else last


def source_kind(kind: SourceKind) -> str:
    return sentence_case(kind.replace("-", " "))
