"""The schedule as a calendar (.ics): written with roles and never with names, read from any calendar that people send."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from icalendar.prop import vText

from wellled_desktop.exchange.calendar_entry import OURS, entry_of
from wellled_desktop.exchange.schedule_entry import ScheduleEntry
from wellled_desktop.exchange.schedule_errors import NotReadable
from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.schedule import start_of
from wellled_desktop.inspection.speaking import spoken_role

PRODUCT = "-//WellLed Desktop//Schedule//EN"
TRUST_ZONE = ZoneInfo("Europe/London")
MOST_ENTRIES = 5_000
_JOIN = {"interview": "with", "panel": "with", "focus-group": "with", "observation": "of"}
_NOT_ONE = "This is not a calendar file that can be read (.ics). Nothing was changed."


def calendar_of(sessions: Iterable[Session], titles: Mapping[str, str], now: dt.datetime) -> bytes:
    """Every session that has a time, planned or begun, and is not cancelled. Written on the clock of the trust's zone."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    years = []
    for session in sessions:
        start = start_of(session)
        if start is not None and session.cancelled_at is None:
            calendar.add_component(_event(session, start, titles, now))
            years.append(start.year)
    if years:
        calendar.add_missing_timezones(dt.date(min(years) - 1, 1, 1), dt.date(max(years) + 2, 1, 1))
    return bytes(calendar.to_ical())


def _event(session: Session, start: dt.datetime, titles: Mapping[str, str], now: dt.datetime) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", session.calendar_uid or f"{session.id}{OURS}")
    event.add("dtstamp", now)
    event.add("dtstart", start.astimezone(TRUST_ZONE))
    event.add("duration", dt.timedelta(minutes=session.planned_minutes))
    event.add("summary", summary_of(session, titles))
    if session.place:
        event.add("location", session.place)
    event.add("categories", [session.kind])
    for name, value in (
        ("X-WELLLED-SESSION", session.ref),
        ("X-WELLLED-ROLES", " ".join(session.roles)),
        ("X-WELLLED-LEAD", session.lead),
        ("X-WELLLED-NOTES-BY", session.note_taker),
    ):
        event[name] = vText(value)  # escaped: no name can end its line and begin another property
    return event


def summary_of(session: Session, titles: Mapping[str, str]) -> str:
    """S-03 interview with chief executive: by role, never by name or title."""
    roles = ", ".join(spoken_role(titles.get(role, role)) for role in session.roles)
    return f"{session.ref} {session.kind.replace('-', ' ')} {_JOIN[session.kind]} {roles}"


def read_calendar(text: str, roles: RoleWords, known_roles: Mapping[str, str], zone: Zone) -> tuple[ScheduleEntry, ...]:
    """What each entry says. Floating times are on the clock of `zone`. Raises NotReadable for what is no calendar."""
    entries: list[ScheduleEntry] = []
    taken: set[str] = set()
    for number, event in enumerate(_events(text), start=1):
        entry = entry_of(event, number, roles, known_roles, zone)
        if entry.key and entry.key in taken and not entry.fault:
            fault = "It stands in the file a second time; the first was taken."
            entry = ScheduleEntry(entry.where, key=entry.key, fault=fault)
        if not entry.fault:
            taken.add(entry.key)
        entries.append(entry)
    if not entries:
        raise NotReadable("There is no entry in this calendar. Nothing was changed.")
    return tuple(entries)


def _events(text: str) -> Iterator[Any]:
    upper = text.upper()
    if "BEGIN:VCALENDAR" not in upper:
        raise NotReadable(_NOT_ONE)
    if upper.count("BEGIN:VEVENT") > MOST_ENTRIES:  # said before the slow reading
        raise NotReadable(
            f"The calendar has more than {MOST_ENTRIES:,} entries. Nothing was changed; send a shorter one."
        )
    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, AttributeError, TypeError, OSError, RecursionError) as error:
        # Besides its own, icalendar lets these out for what is no calendar; OSError for a zone named like a folder (Europe).
        raise NotReadable(_NOT_ONE) from error
    for calendar in calendars:
        yield from (part for part in calendar.subcomponents if part.name == "VEVENT")
