"""The journal of an inspection as a text to read: an entry to a line, in the order in which it was written."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wellled_desktop.inspection.journal import Entry
from wellled_desktop.store.journal import entries
from wellled_desktop.store.store import StoreReader

_LONGEST_VALUE = 240
_HASH_SHOWN = 12


def write_journal(reader: StoreReader, trust: str, path: Path) -> int:
    """Writes the text and returns how many entries it has. Raises StoreError, OSError."""
    written = reader.read(_read)
    head = (
        f"Journal of the inspection of {trust}",
        "number, time where it was written, author, kind of entry, of what (and which field of it), the value, the first "
        f"{_HASH_SHOWN} characters of its hash",
        "",
    )
    path.write_text("\n".join((*head, *_lines(written), "")), encoding="utf-8")
    return len(written)


def _read(connection: Any) -> tuple[tuple[Entry, str], ...]:
    return tuple(entries(connection))


def _lines(written: tuple[tuple[Entry, str], ...]) -> Iterator[str]:
    for entry, digest in written:
        of_what = f"{entry.entity}.{entry.field}" if entry.field else entry.entity
        because = f"  because: {entry.reason}" if entry.reason else ""
        said = _shortened(entry.value)
        yield (
            f"{entry.n:>5}  {_local_time(entry)}  {entry.author}  {entry.kind}  {of_what}  "
            f"{said}{because}  [{digest[:_HASH_SHOWN]}]"
        )


def _local_time(entry: Entry) -> str:
    zone = dt.timezone(dt.timedelta(minutes=entry.zone_minutes))
    at = dt.datetime.fromtimestamp(entry.unix_ms / 1000, zone)
    return f"{at:%Y-%m-%d %H:%M:%S}"


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}… ({len(value):,} characters)"
