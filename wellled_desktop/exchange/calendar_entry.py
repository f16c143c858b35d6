"""One entry of a calendar (VEVENT), read with suspicion: every field may be missing, twice there, or nonsense."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from wellled_desktop.exchange.schedule_entry import ScheduleEntry
from wellled_desktop.exchange.wall_clock import Zone, moment_of
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.words import SESSION_KINDS, SessionKind

OURS = "@wellled"
CATEGORY_KINDS: dict[str, SessionKind] = {kind.replace("-", " "): kind for kind in SESSION_KINDS}
EARLIEST, LATEST = 1990, 2200
USUAL_MINUTES = 60
LONGEST_MINUTES = 24 * 60
_LONGEST_TEXT = 500
_NUMBER = re.compile(r"\bS-0*(\d{1,6})\b", re.I)
_FILLING = re.compile(
    r"\b(interview|panel|focus|group|observation|meeting|session|call|teams|with|of|the|and|for|by|cqc|well|led|inspection)\b",
    re.I,
)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def entry_of(event: Any, number: int, roles: RoleWords, known_roles: Mapping[str, str], zone: Zone) -> ScheduleEntry:
    """What the entry says, with remarks on what was left out of it."""
    where = f"entry {number}"
    uid = _text(event, "uid")
    if event.get("recurrence-id") is not None:
        return ScheduleEntry(where, key=uid, fault="It changes a single time of a repeating entry, which was left out.")
    start, remark = _start(event, zone)
    if start is None:
        return ScheduleEntry(where, key=uid, fault=remark)
    minutes, of_length = _minutes(event, start)
    if minutes is None:
        return ScheduleEntry(where, key=uid, start=start, fault=of_length)
    found, of_roles = _roles(event, roles, known_roles)
    repeats = "It repeats; only its first time was taken." if _repeats(event) else ""
    return ScheduleEntry(
        where=where,
        key=uid,
        number=_number(event, uid),
        start=start,
        minutes=minutes,
        kind=_kind(event),
        roles=found,
        place=_optional(event, "location"),
        lead=_own(event, "x-wellled-lead"),
        note_taker=_own(event, "x-wellled-notes-by"),
        cancelled=_text(event, "status").upper() == "CANCELLED",
        remarks=tuple(filter(None, (remark, of_length, of_roles, repeats))),
        said="" if found else _text(event, "summary"),
    )


def _one(event: Any, name: str) -> Any:
    """The first where a field stands several times."""
    found = event.get(name)
    return found[0] if isinstance(found, list) and found else found


def _text(event: Any, name: str) -> str:
    found = _one(event, name)
    return " ".join(str(found).split())[:_LONGEST_TEXT] if found is not None else ""


def _optional(event: Any, name: str) -> str | None:
    return _text(event, name) if event.get(name) is not None else None


def _own(event: Any, name: str) -> str | None:
    """A field of ours: its escapes are still there, for its type is not known to the reader of calendars."""
    found = _optional(event, name)
    return None if found is None else _ESCAPED.sub(lambda one: " " if one[1] in "nN" else one[1], found)


def _value(event: Any, name: str) -> Any:
    """The date, time or duration of a field; None where it is missing or nonsense."""
    try:
        return _one(event, name).dt
    except (AttributeError, ValueError):
        return None


def _start(event: Any, zone: Zone) -> tuple[dt.datetime | None, str]:
    found = _value(event, "dtstart")
    if found is None:
        return None, "It has no time that can be read."
    if not isinstance(found, dt.datetime):
        return None, "It lasts all day, and a session needs a time; give it one in the calendar."
    if not EARLIEST <= found.year <= LATEST:
        return None, f"Its year, {found.year}, cannot be right."
    if found.tzinfo is not None:
        return found.astimezone(zone), ""
    named = getattr(_one(event, "dtstart"), "params", {}).get("TZID")
    moment, remark = moment_of(found, zone)
    if named:
        return moment, "Its time zone is not known; its time was taken as this laptop's."
    return moment, remark


def _minutes(event: Any, start: dt.datetime) -> tuple[int | None, str]:
    lasts, end = _value(event, "duration"), _value(event, "dtend")
    if isinstance(end, dt.datetime):
        aware = end if end.tzinfo else moment_of(end, start.tzinfo)[0]
        lasts = aware.astimezone(dt.UTC) - start.astimezone(dt.UTC)
    if not isinstance(lasts, dt.timedelta) or lasts <= dt.timedelta(0):
        return USUAL_MINUTES, "It does not say how long it lasts; an hour was taken."
    minutes = round(lasts.total_seconds() / 60)
    if minutes > LONGEST_MINUTES:
        return None, "It lasts longer than a day, which no session does."
    return max(1, minutes), ""


def _kind(event: Any) -> SessionKind | None:
    """By its category, else by a word of its summary; None: not said."""
    found = event.get("categories")
    listed = found if isinstance(found, list) else [found]
    named = (str(one) for each in listed for one in getattr(each, "cats", ()))
    for words in (*named, _text(event, "summary")):
        spoken = words.casefold().replace("-", " ")
        for said, kind in CATEGORY_KINDS.items():
            if re.search(rf"\b{said}s?\b", spoken):
                return kind
    return None


def _number(event: Any, uid: str) -> int | None:
    """Only what we wrote ourselves: a number in somebody else's calendar may be anything."""
    if not uid.endswith(OURS) and event.get("x-wellled-session") is None:
        return None
    match = _NUMBER.search(_text(event, "x-wellled-session"))
    return int(match[1]) if match else None


def _roles(event: Any, roles: RoleWords, known_roles: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Those we wrote ourselves, else those its summary speaks of; and that the rest of the summary was left out."""
    written = tuple(dict.fromkeys(role for role in _text(event, "x-wellled-roles").split() if role in known_roles))
    if written:
        return written, ""
    summary = _text(event, "summary")
    found = roles.find(summary)
    rest, last = "", 0
    for one in found:
        rest, last = f"{rest} {summary[last : one.start]}", one.end
    rest = _FILLING.sub(" ", _NUMBER.sub(" ", f"{rest} {summary[last:]}"))
    left = "Only the role was kept of its summary: names are kept apart." if found and _LETTERS.search(rest) else ""
    return tuple(one.role for one in found), left


def _repeats(event: Any) -> bool:
    return event.get("rrule") is not None or event.get("rdate") is not None
