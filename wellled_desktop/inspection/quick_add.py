"""One line that plans a session: "10:30 chief executive 45 board room by Petra". What was not understood is the place."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.words import SESSION_KINDS, SessionKind

USUAL_MINUTES = 60
_LONGEST = 24 * 60
_CLOCK = r"(?:(?=\d{4}(?!\d)|\d{1,2}[:.h])([01]?\d|2[0-3])[:.h]?([0-5]\d)\s*([ap]m)?|(0?[1-9]|1[0-2])\s*([ap]m))"
_TIME = re.compile(rf"\s*(?:at\s+)?{_CLOCK}(?:\s*(?:-|–|to|until)\s*{_CLOCK})?(?=[\s,]|\Z)", re.I)
_LENGTH = re.compile(
    r"\s*,?\s*(?:for\s+)?(?:(\d{1,3})\s*(?:min(?:ute)?s?)?|(\d)\s*h(?:ours?)?(?:\s*(\d\d))?)(?=[\s,]|\Z)", re.I
)
_BY = re.compile(r"\s+by\s+([^,]+)\Z", re.I)
_JOINED = re.compile(r"[\s,;&+/]*(?:\b(?:and|with|the|an?|of)\b[\s,;&+/]*)*", re.I)
_IN = re.compile(r"[\s,;.]*(?:\b(?:in|at)\b\s*(?:the\s+)?)?", re.I)
_KIND = re.compile(r"[\s,]*(interview|panel|focus[ -]group|observation)s?\b[\s,:]*", re.I)


class QuickPlan(msgspec.Struct, frozen=True):
    """What a line was understood to plan; `time` None: none was typed. Without roles there is nothing to plan yet."""

    roles: tuple[str, ...]
    time: dt.time | None = None
    minutes: int = USUAL_MINUTES
    place: str = ""
    lead: str = ""
    kind: SessionKind = "interview"


def read_quick_plan(text: str, roles: RoleWords, team: Sequence[str]) -> QuickPlan:
    """Time, kind, roles, length, place, and who leads it, in this order; all but the roles may be left out."""
    rest, time, minutes = _time(text)
    rest, lead = _lead(rest, team)
    rest, kind = _kind(rest)
    found, rest = _roles(rest, roles)
    length = _LENGTH.match(rest)
    if length is not None:
        minutes = int(length[1] or 0) or 60 * int(length[2] or 0) + int(length[3] or 0) or minutes
        rest = rest[length.end() :]
    place = " ".join(rest[_end(_IN, rest) :].split()).rstrip(".")
    usual: SessionKind = "panel" if len(found) > 1 else "interview"
    return QuickPlan(found, time, min(minutes or USUAL_MINUTES, _LONGEST), place, lead, kind or usual)


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _time(text: str) -> tuple[str, dt.time | None, int]:
    match = _TIME.match(text)
    if match is None:
        return text, None, 0
    begins, ends = _clock(match.groups()[:5]), _clock(match.groups()[5:])
    if begins is None:
        return text, None, 0
    minutes = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute if ends is not None else 0
    return text[match.end() :], begins, max(0, minutes)


def _clock(found: Sequence[str | None]) -> dt.time | None:
    """10:30, 1030, 2.30 pm, 9am; None where there is none, or as none is written: 14:00 am."""
    hour, minute, half, whole_hour, half_of_it = found
    hours, half = int(hour or whole_hour or -1), half or half_of_it
    if hours < 0 or (half and not 1 <= hours <= 12):
        return None
    if half:
        hours = hours % 12 + (12 if half.casefold() == "pm" else 0)
    return dt.time(hours, int(minute or 0))


def _lead(text: str, team: Sequence[str]) -> tuple[str, str]:
    match = _BY.search(text)
    if match is None:
        return text, ""
    typed = match[1].casefold().split()
    fits = [name for name in team if all(any(part.startswith(word) for part in _parts(name)) for word in typed)]
    return (text[: match.start()], fits[0]) if len(fits) == 1 else (text, "")


def _parts(name: str) -> list[str]:
    return name.casefold().split()


def _kind(text: str) -> tuple[str, SessionKind | None]:
    match = _KIND.match(text)
    if match is None:
        return text, None
    named = match[1].casefold().replace(" ", "-")
    return text[match.end() :], next(kind for kind in SESSION_KINDS if kind == named)


def _roles(text: str, roles: RoleWords) -> tuple[tuple[str, ...], str]:
    """Roles that follow each other from the beginning, and what comes after them."""
    found: list[str] = []
    at = 0
    for one in roles.find(text, small_initials=True):
        if one.start > at + _end(_JOINED, text[at:]):
            break
        found.append(one.role)
        at = one.end
    return tuple(found), text[at:]
