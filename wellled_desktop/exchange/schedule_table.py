"""The schedule as a table (CSV), for a spreadsheet: written so that no cell is taken for a formula, and read back."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from wellled_desktop.exchange.formula_cells import as_typed, defused
from wellled_desktop.exchange.schedule_entry import ScheduleEntry
from wellled_desktop.exchange.schedule_errors import NotReadable
from wellled_desktop.exchange.wall_clock import Zone, moment_of, on_the_wall
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.schedule import start_of
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.inspection.words import SESSION_KINDS, SessionKind

COLUMNS = ("No.", "Day", "Time", "Minutes", "Kind", "Roles", "Place", "Led by", "Notes by")
LEAST = "Day, Time and Roles"
# What people call our columns in tables of their own.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "No.": ("no", "number", "session", "ref"),
    "Day": ("date",),
    "Time": ("start", "start time", "starts", "begins", "from"),
    "Minutes": ("mins", "min", "duration", "length"),
    "Kind": ("type", "kind of session"),
    "Roles": ("role", "with", "with whom", "who"),
    "Place": ("location", "room", "where", "venue"),
    "Led by": ("lead", "led", "interviewer", "inspector"),
    "Notes by": ("notes", "note-taker", "note taker", "notetaker"),
}
MOST_ROWS = 5_000
LONGEST_MINUTES = 24 * 60
_NUMBER = re.compile(r"\s*S-?0*(\d{1,6})\s*", re.I)
_DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")
_TIME_FORMS = ("%H:%M", "%H:%M:%S", "%H.%M", "%I:%M %p", "%I:%M%p")
_EARLIEST, _LATEST = 1990, 2200


def table_of(sessions: Iterable[Session], titles: Mapping[str, str], zone: Zone) -> bytes:
    """Every session that is not cancelled, with or without a time; UTF-8 with its mark, as spreadsheets need it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for session in sessions:
        if session.cancelled_at is None:
            writer.writerow([defused(cell) for cell in _cells(session, titles, zone)])
    return text.getvalue().encode("utf-8-sig")


def _cells(session: Session, titles: Mapping[str, str], zone: Zone) -> tuple[str, ...]:
    start = start_of(session)
    wall = on_the_wall(start, zone) if start is not None else None
    return (
        session.ref,
        wall.date().isoformat() if wall else "",
        f"{wall:%H:%M}" if wall else "",
        str(session.planned_minutes),
        session.kind.replace("-", " "),
        "; ".join(spoken_role(titles.get(role, role)) for role in session.roles),
        session.place,
        session.lead,
        session.note_taker,
    )


def read_table(text: str, roles: RoleWords, known_roles: Mapping[str, str], zone: Zone) -> tuple[ScheduleEntry, ...]:
    """What each row says. Raises NotReadable when it has no header with our columns."""
    rows = _rows(text)
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    wanted = {name: at for name in COLUMNS if (at := _column(name, header)) is not None}
    if not {"Day", "Time"} <= wanted.keys() or not {"No.", "Roles"} & wanted.keys():
        raise NotReadable(
            f"The first row has to name the columns ({', '.join(COLUMNS)}): {LEAST} at least. Nothing was changed."
        )
    if len(rows) - 1 > MOST_ROWS:
        raise NotReadable(f"The table has more than {MOST_ROWS:,} rows. Nothing was changed; send a shorter one.")
    entries = []
    for line, row in enumerate(rows[1:], start=2):
        cells = {name: as_typed(row[at].strip()) for name, at in wanted.items() if at < len(row)}
        if any(cells.values()):
            entries.append(_entry(line, cells, roles, known_roles, zone))
    if not entries:
        raise NotReadable("There is no row beneath the header. Nothing was changed.")
    return tuple(entries)


def _column(name: str, header: Sequence[str]) -> int | None:
    """Where it stands: by our own name for it first."""
    return next((header.index(called) for called in (name.casefold(), *_ALSO[name]) if called in header), None)


def _rows(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise NotReadable("This is not a table that can be read (CSV). Nothing was changed.") from error


def _entry(
    line: int, cells: Mapping[str, str], roles: RoleWords, known_roles: Mapping[str, str], zone: Zone
) -> ScheduleEntry:
    where = f"row {line}"
    number = _NUMBER.fullmatch(cells.get("No.", ""))
    start, remark = _start(cells.get("Day", ""), cells.get("Time", ""), zone)
    minutes, fault = _minutes(cells.get("Minutes", ""))
    kind = _kind(cells.get("Kind", ""))
    if start is None and remark:
        fault = fault or remark
    if cells.get("Kind") and kind is None:
        fault = fault or f"Its kind is none of {', '.join(one.replace('-', ' ') for one in SESSION_KINDS)}."
    found, left = _roles(cells.get("Roles", ""), roles, known_roles)
    return ScheduleEntry(
        where=where,
        number=int(number[1]) if number else None,
        start=start,
        minutes=minutes,
        kind=kind,
        roles=found,
        place=_line(cells, "Place"),
        lead=_line(cells, "Led by"),
        note_taker=_line(cells, "Notes by"),
        remarks=tuple(filter(None, (remark if start else "", left))),
        fault=fault,
        said="" if found else (_line(cells, "Roles") or ""),
    )


def _line(cells: Mapping[str, str], name: str) -> str | None:
    return " ".join(cells[name].split()) if name in cells else None


def _start(day: str, time: str, zone: Zone) -> tuple[dt.datetime | None, str]:
    """No day and no time: a session without a time yet."""
    if not day and not time:
        return None, ""
    date, clock = _parsed(day, _DAY_FORMS), _parsed(time, _TIME_FORMS)
    if date is None or not _EARLIEST <= date.year <= _LATEST:
        return None, "Its day cannot be read; write it as 2026-03-10 or 10/03/2026."
    if clock is None:
        return None, "Its time cannot be read; write it as 10:15."
    return moment_of(dt.datetime.combine(date.date(), clock.time()), zone)


def _parsed(typed: str, forms: Sequence[str]) -> dt.datetime | None:
    for form in forms:
        try:
            return dt.datetime.strptime(typed, form)  # noqa: DTZ007  # a wall's time, placed by its caller
        except ValueError:
            continue
    return None


def _minutes(typed: str) -> tuple[int | None, str]:
    if not typed:
        return None, ""
    match = re.fullmatch(r"(\d{1,4})(?:\.0+)?", typed)
    minutes = int(match[1]) if match else 0
    if not 1 <= minutes <= LONGEST_MINUTES:
        return None, "Its length is no number of minutes from 1 to 1,440."
    return minutes, ""


def _kind(typed: str) -> SessionKind | None:
    spoken = "-".join(typed.casefold().replace("-", " ").split())
    return next((kind for kind in SESSION_KINDS if kind == spoken), None)


def _roles(typed: str, roles: RoleWords, known_roles: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Each part by its id, its title or a name for it."""
    found: list[str] = []
    left = False
    for part in filter(None, (part.strip() for part in typed.split(";"))):
        if part in known_roles:
            found.append(part)
            continue
        spoken = [one.role for one in roles.find(part)]
        left = left or not spoken
        found.extend(spoken)
    remark = "One of its roles is none of the framework and was left out." if left and found else ""
    return tuple(dict.fromkeys(found)), remark
