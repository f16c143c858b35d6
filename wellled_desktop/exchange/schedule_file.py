"""The schedule to and from a file: its form goes by its name; written so that the old file or the new one is there, whole."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from wellled_desktop.exchange.calendar_file import PRODUCT, calendar_of, read_calendar
from wellled_desktop.exchange.schedule_entry import ScheduleEntry
from wellled_desktop.exchange.schedule_errors import NotReadable, NotWritten
from wellled_desktop.exchange.schedule_table import COLUMNS, read_table, table_of
from wellled_desktop.exchange.schedule_text import as_text, read_bytes
from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.schedule import start_of
from wellled_desktop.vault.disk import Disk, NotSynced, write_whole

FORMS = (".ics", ".csv")
_LINE = ",".join(COLUMNS).encode()


def export_schedule(
    out: Path, sessions: Sequence[Session], pack: Pack, now: dt.datetime, *, zone: Zone = None, disk: Disk | None = None
) -> int:
    """Writes the sessions that are not cancelled, readable by its owner alone; returns how many.

    A calendar holds only those with a time. Raises NotWritten with a sentence.
    """
    titles = role_titles(pack)
    going = [one for one in sessions if one.cancelled_at is None]
    if out.suffix.casefold() == ".ics":
        going = [one for one in going if start_of(one) is not None]
        content = calendar_of(going, titles, now)
    elif out.suffix.casefold() == ".csv":
        content = table_of(going, titles, zone)
    else:
        raise NotWritten("A schedule is written as a calendar (.ics) or a table (.csv); end the file's name so.")
    try:
        write_whole(disk or Disk(), out, content)
    except NotSynced:
        pass  # it is there and whole, and the record can write it again
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "the name cannot be used"
        raise NotWritten(
            f"{out.name} could not be written ({why}). What was there stands; choose another place."
        ) from error
    return len(going)


def read_schedule(file: Path, pack: Pack, zone: Zone = None) -> tuple[tuple[ScheduleEntry, ...], str]:
    """The entries of the file, and a remark on how it was read. Raises NotReadable with a sentence, or FileNotFoundError."""
    form = file.suffix.casefold()
    if form not in FORMS:
        raise NotReadable("A schedule is read from a calendar (.ics) or a table (.csv). Nothing was changed.")
    text, remark = as_text(read_bytes(file))
    read = read_calendar if form == ".ics" else read_table
    return read(text, RoleWords(pack), role_titles(pack), zone), remark


def is_ours(file: Path) -> bool:
    """Whether the file is a schedule that was written here, which can always be written again."""
    try:
        with file.open("rb") as stream:
            head = stream.read(400)
    except OSError:
        return False
    return PRODUCT.encode() in head or head.removeprefix(b"\xef\xbb\xbf").startswith(_LINE)
