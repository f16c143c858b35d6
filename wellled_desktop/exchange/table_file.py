"""A table from a CSV or XLSX file that may come from anywhere: its sheets, its headings, and which column is likely what.

What the rows mean is for whoever takes them over (`risk_register`, `service_findings`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

import msgspec

from wellled_desktop.exchange.table_rows import (
    MOST_BYTES,
    MOST_ROWS,
    ROWS_ABOVE,
    Cancelled,
    Progress,
    SheetTable,
    TableRow,
    TableUnreadable,
    broken,
    too_many_rows,
)
from wellled_desktop.exchange.table_text import read_text
from wellled_desktop.inspection.decisions import clean

LONGEST = 2_000
NOTHING: Mapping[str, str] = MappingProxyType({})
_LONGEST_KEY = 200
_MOST_REMEMBERED = 500
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Guessed(Protocol):
    """Which column holds what."""

    @property
    def enough(self) -> bool:
        """Whether something can be taken with these columns."""
        ...


ColumnsOf = TypeVar("ColumnsOf", bound=Guessed)


class HeadedSheet(msgspec.Struct, Generic[ColumnsOf], frozen=True):
    """A sheet with the row of its headings found, and the rows under it."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    guessed: ColumnsOf
    remark: str = ""


class TableFile(msgspec.Struct, Generic[ColumnsOf], frozen=True):
    """A file with its sheets, the likeliest first. `source` is the file's name."""

    source: str
    sheets: tuple[HeadedSheet[ColumnsOf], ...]


class LeftOut(msgspec.Struct, frozen=True):
    """A row of the file that was not taken as it stands, or a remark on it."""

    row: int
    why: str


def read_table(
    path: Path,
    guess: Callable[[Sequence[str]], ColumnsOf],
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> TableFile[ColumnsOf]:
    """The file's sheets; `guess` says of headings which column is what.

    Raises TableUnreadable with a sentence, and ReadingCancelled soon after `cancelled` answers True.
    """
    content = _content(path)
    kind = path.suffix.casefold()
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or kind in (".xlsx", ".xlsm"):
        from wellled_desktop.exchange.table_workbook import read_workbook

        sheets = read_workbook(content, path.name, progress, cancelled)
    elif kind in (".csv", ".txt", ".tsv"):
        sheets = (read_text(content, path.name, progress, cancelled),)
    else:
        raise TableUnreadable(
            f"{path.name} is neither XLSX nor CSV, so nothing was taken from it. Save it as one of those."
        )
    found = [_with_headings(sheet, path.name, guess) for sheet in sheets if sheet.rows]
    if not found:
        raise TableUnreadable(f"{path.name} holds no rows, so there is nothing to take from it.")
    found.sort(key=lambda sheet: (not sheet.guessed.enough, -len(sheet.rows)))
    return TableFile(path.name, tuple(found))


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise TableUnreadable(
                f"{path.name} is larger than {MOST_BYTES // (1024 * 1024)} MB, so it was not opened. Save the rows that are "
                "wanted in a file of their own."
            )
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise TableUnreadable(
            f"{path.name} is not there, so nothing was taken from it; check its name and its folder."
        ) from error
    except OSError as error:
        raise TableUnreadable(
            f"{path.name} could not be read from the disk, so nothing was taken from it. Check that it is still there and "
            "not locked by another program."
        ) from error
    if not content:
        raise TableUnreadable(f"{path.name} is empty, so there is nothing to take from it.")
    if len(content) > MOST_BYTES:
        raise broken(path.name)
    return content


def _with_headings(sheet: SheetTable, name: str, guess: Callable[[Sequence[str]], ColumnsOf]) -> HeadedSheet[ColumnsOf]:
    """The headings are the first row, of the first few, that names enough columns; else the first with two cells."""
    above = sheet.rows[:ROWS_ABOVE]
    named = (at for at, row in enumerate(above) if guess(row.cells).enough)
    filled = (at for at, row in enumerate(above) if sum(map(bool, row.cells)) > 1)
    at = next(named, next(filled, 0))
    rows = sheet.rows[at + 1 :]
    if len(rows) > MOST_ROWS:
        raise too_many_rows(name)
    width = max(len(row.cells) for row in sheet.rows)
    first = sheet.rows[at].cells
    headings = tuple(first[place] if place < len(first) else "" for place in range(width))
    return HeadedSheet(sheet.name, headings, rows, guess(headings), sheet.remark)


def guessed_places(
    headings: Sequence[str],
    known: Mapping[str, Sequence[str]],
    order: Sequence[str],
    remembered: Mapping[str, str] = NOTHING,
) -> dict[str, int]:
    """By name the column whose heading says it, exactly or among other words; no column is guessed to be two things.

    `known` has the likeliest words of each name first; the names in `order` are looked for one after another. `remembered` says
    of headings (as `heading_key` has them) the names of what they held before, none for nothing: nobody is asked twice.
    """
    keys = [heading_key(heading) for heading in headings]
    said = ["" if remembered.get(key) == "" else heading_words(key) for key in keys]
    here = {key: names.split() for key, names in remembered.items() if key in keys}
    taken = {name: keys.index(key) for key, names in here.items() for name in names if name in known}
    for exactly in (True, False):
        for name in order:
            if name in taken:
                continue
            free = [at for at in range(len(said)) if at not in taken.values() and said[at]]
            found = (at for words in known[name] for at in free if _names(said[at], words, exactly=exactly))
            at = next(found, None)
            if at is not None:
                taken[name] = at
    return taken


def heading_key(heading: str) -> str:
    """By which a heading is known again."""
    return " ".join(heading.casefold().split())[:_LONGEST_KEY]


def heading_words(heading: str) -> str:
    """Its letters alone, in small words."""
    return " ".join(re.findall(r"[a-z]+", heading.casefold()))


def remembering(
    headings: Sequence[str], guessed: Mapping[str, int], chosen: Mapping[str, int], remembered: Mapping[str, str]
) -> dict[str, str]:
    """What is to be remembered after somebody has chosen the columns: of each heading what it holds, "" where a guess was taken
    away. What was remembered longest ago is forgotten first.
    """
    now = {heading_key(headings[at]): "" for at in guessed.values() if at not in chosen.values()}
    for name, at in chosen.items():
        key = heading_key(headings[at])
        now[key] = f"{now.get(key, '')} {name}".strip()
    now.pop("", None)
    present = {heading_key(heading) for heading in headings}
    kept = {key: names for key, names in remembered.items() if key not in present}
    return dict(list({**kept, **now}.items())[-_MOST_REMEMBERED:])


def _names(heading: str, words: str, *, exactly: bool) -> bool:
    return heading == words if exactly else f" {words} " in f" {heading} "


def tidy(cell: str) -> str:
    """On one line; what no page can show, and what would turn the direction of the text round, is replaced visibly."""
    return " ".join(_TURNING.sub("\ufffd", clean(cell)).split())


def cut(name: str, longest: int = LONGEST) -> str:
    return f"has a {name} of more than {longest:,} characters; it is cut there, which its last character shows"


def short(value: str, longest: int = LONGEST) -> str:
    return value if len(value) <= longest else f"{value[: longest - 1]}…"
