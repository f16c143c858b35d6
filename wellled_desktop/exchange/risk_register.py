"""The trust's risk register from a CSV or XLSX file: which column is what, what is taken, what would be new or changed.

Nothing is recorded here: the entries go into the record with RecordRisks, when somebody has looked at what they come to.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from wellled_desktop.exchange.register_table import (
    MOST_BYTES,
    MOST_ROWS,
    ROWS_ABOVE,
    Cancelled,
    Progress,
    ReadingCancelled,
    RegisterUnreadable,
    SheetTable,
    TableRow,
    broken,
    too_many_rows,
)
from wellled_desktop.exchange.register_text import read_text
from wellled_desktop.inspection.commands import NewRisk, RecordRisks
from wellled_desktop.inspection.decisions import clean
from wellled_desktop.inspection.read_models import Risk

__all__ = ["ReadingCancelled", "RegisterUnreadable"]

ColumnName = Literal["reference", "title", "rating", "owner"]
COLUMN_NAMES: tuple[ColumnName, ...] = ("reference", "title", "rating", "owner")
_LONGEST = 2_000
_AT_ONCE = 100
# The likeliest words first; a heading is taken for the first column that one of its words names.
_HEADINGS: dict[ColumnName, tuple[str, ...]] = {
    "reference": ("risk id", "risk ref", "reference", "risk no", "risk number", "ref", "id", "no", "number", "datix"),
    "title": ("risk title", "title", "risk description", "description of risk", "description", "risk name", "risk", "name"),
    "rating": (
        "current rating", "current score", "current risk rating", "current risk score", "residual rating",
        "residual score", "risk rating", "risk score", "rating", "score", "level", "grade",
    ),
    "owner": ("risk owner", "owner", "executive lead", "lead", "responsible", "accountable", "handler", "manager"),
}  # fmt: skip


class Columns(msgspec.Struct, frozen=True):
    """Which column, counted from 0, holds what; None for nothing in the file."""

    reference: int | None = None
    title: int | None = None
    rating: int | None = None
    owner: int | None = None

    @property
    def enough(self) -> bool:
        return self.reference is not None and self.title is not None


class RegisterSheet(msgspec.Struct, frozen=True):
    """A sheet with the row of its headings found, and the rows under it."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    guessed: Columns
    remark: str = ""


class Register(msgspec.Struct, frozen=True):
    """A file with its sheets, the likeliest first. `source` is the file's name."""

    source: str
    sheets: tuple[RegisterSheet, ...]


class LeftOut(msgspec.Struct, frozen=True):
    """A row of the file that was not taken as it stands, or a remark on it."""

    row: int
    why: str


class Taken(msgspec.Struct, frozen=True):
    risks: tuple[NewRisk, ...]
    left_out: tuple[LeftOut, ...]
    continued: int = 0
    """Rows that only continue the entry above: the lower parts of a merged cell."""


class Comparison(msgspec.Struct, frozen=True):
    """What recording the entries would come to; those in `missing` are recorded and not in the file, and stay."""

    new: tuple[NewRisk, ...]
    changed: tuple[NewRisk, ...]
    same: int
    missing: tuple[str, ...]


def read_register(
    path: Path,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Register:
    """The file's sheets. Raises RegisterUnreadable with a sentence, and ReadingCancelled soon after `cancelled` is True."""
    content = _content(path)
    kind = path.suffix.casefold()
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or kind in (".xlsx", ".xlsm"):
        from wellled_desktop.exchange.register_workbook import read_workbook

        sheets = read_workbook(content, path.name, progress, cancelled)
    elif kind in (".csv", ".txt", ".tsv"):
        sheets = (read_text(content, path.name, progress, cancelled),)
    else:
        raise RegisterUnreadable(
            f"{path.name} is neither XLSX nor CSV, so nothing was taken from it. Save it as one of those."
        )
    found = [_with_headings(sheet, path.name) for sheet in sheets if sheet.rows]
    if not found:
        raise RegisterUnreadable(f"{path.name} holds no rows, so there is nothing to take from it.")
    found.sort(key=lambda sheet: (not sheet.guessed.enough, -len(sheet.rows)))
    return Register(path.name, tuple(found))


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise RegisterUnreadable(
                f"{path.name} is larger than {MOST_BYTES // (1024 * 1024)} MB, so it was not opened. Save the register alone in "
                "a file of its own."
            )
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RegisterUnreadable(
            f"{path.name} could not be read from the disk, so nothing was taken from it. Check that it is still there and "
            "not locked by another program."
        ) from error
    if not content:
        raise RegisterUnreadable(f"{path.name} is empty, so there is nothing to take from it.")
    if len(content) > MOST_BYTES:
        raise broken(path.name)
    return content


def _with_headings(sheet: SheetTable, name: str) -> RegisterSheet:
    """The headings are the first row, of the first few, that names a reference and a title; else the first with two cells."""
    above = sheet.rows[:ROWS_ABOVE]
    named = (at for at, row in enumerate(above) if guessed_columns(row.cells).enough)
    filled = (at for at, row in enumerate(above) if sum(map(bool, row.cells)) > 1)
    at = next(named, next(filled, 0))
    rows = sheet.rows[at + 1 :]
    if len(rows) > MOST_ROWS:
        raise too_many_rows(name)
    width = max(len(row.cells) for row in sheet.rows)
    first = sheet.rows[at].cells
    headings = tuple(first[place] if place < len(first) else "" for place in range(width))
    return RegisterSheet(sheet.name, headings, rows, guessed_columns(headings), sheet.remark)


def guessed_columns(headings: Sequence[str]) -> Columns:
    """By the headings' words; no column is two things."""
    said = [" ".join(re.findall(r"[a-z]+", heading.casefold())) for heading in headings]
    taken: dict[ColumnName, int] = {}
    for exactly in (True, False):
        for name in ("rating", "owner", "reference", "title"):
            if name in taken:
                continue
            free = [at for at in range(len(said)) if at not in taken.values() and said[at]]
            found = (at for words in _HEADINGS[name] for at in free if _names(said[at], words, exactly=exactly))
            at = next(found, None)
            if at is not None:
                taken[name] = at
    return Columns(**taken)


def _names(heading: str, words: str, *, exactly: bool) -> bool:
    return heading == words if exactly else f" {words} " in f" {heading} "


def taken(sheet: RegisterSheet, columns: Columns, new_id: Callable[[], str]) -> Taken:
    """The entries of the sheet, and what was left out of it by row number. `columns` is `enough`."""
    risks: list[NewRisk] = []
    left_out: list[LeftOut] = []
    first_rows: dict[str, int] = {}
    continued = 0
    for row in sheet.rows:
        if columns.reference in row.continues:
            continued += 1
            continue
        values = {name: _tidy(row.cell(getattr(columns, name))) for name in COLUMN_NAMES}
        reference = values["reference"]
        why = _why_left_out(values, first_rows.get(reference))
        if why:
            if reference or values["title"]:
                left_out.append(LeftOut(row.number, why))
            continue
        first_rows[reference] = row.number
        left_out += [LeftOut(row.number, _cut(name)) for name in COLUMN_NAMES if len(values[name]) > _LONGEST]
        risks.append(NewRisk(new_id(), **{name: _short(value) for name, value in values.items()}))
    return Taken(tuple(risks), tuple(left_out), continued)


def _tidy(cell: str) -> str:
    return " ".join(clean(cell).split())


def _why_left_out(values: dict[ColumnName, str], first_row: int | None) -> str:
    if not values["reference"]:
        return "has no reference and is left out"
    if not values["title"]:
        return "has no title and is left out"
    if first_row is not None:
        return f"has the same reference as row {first_row:,} ({_short(values['reference'], 40)}) and is left out"
    return ""


def _cut(name: ColumnName) -> str:
    return f"has a {name} of more than {_LONGEST:,} characters; it is cut there, which its last character shows"


def _short(value: str, longest: int = _LONGEST) -> str:
    return value if len(value) <= longest else f"{value[: longest - 1]}…"


def compared(risks: Sequence[NewRisk], source: str, recorded: Sequence[Risk]) -> Comparison:
    """Beside what is in the record. An entry from another file that says the same is the same."""
    present = {risk.reference: risk for risk in recorded}
    new = tuple(risk for risk in risks if risk.reference not in present)
    changed = tuple(risk for risk in risks if risk.reference in present and _differs(risk, present[risk.reference]))
    listed = {risk.reference for risk in risks}
    return Comparison(new, changed, len(risks) - len(new) - len(changed), tuple(sorted(present.keys() - listed)))


def _differs(risk: NewRisk, present: Risk) -> bool:
    return (risk.title, risk.rating, risk.owner) != (present.title, present.rating, present.owner)


def recording(comparison: Comparison, source: str) -> tuple[RecordRisks, ...]:
    """What is new or changed, in parts small enough that whoever writes meanwhile waits for none of them."""
    risks = (*comparison.new, *comparison.changed)
    return tuple(RecordRisks(source, risks[at : at + _AT_ONCE]) for at in range(0, len(risks), _AT_ONCE))
