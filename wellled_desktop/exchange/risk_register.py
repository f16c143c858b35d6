"""The trust's risk register from a CSV or XLSX file: which column is what, what is taken, what would be new or changed.

Nothing is recorded here: the entries go into the record with RecordRisks, when somebody has looked at what they come to.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from wellled_desktop.exchange.table_file import (
    LONGEST,
    NOTHING,
    HeadedSheet,
    LeftOut,
    TableFile,
    cut,
    guessed_places,
    read_table,
    short,
    tidy,
)
from wellled_desktop.exchange.table_rows import Cancelled, Progress, ReadingCancelled, TableUnreadable
from wellled_desktop.inspection.commands import NewRisk, RecordRisks
from wellled_desktop.inspection.read_models import Risk

__all__ = ["LeftOut", "ReadingCancelled", "TableUnreadable"]

ColumnName = Literal["reference", "title", "rating", "owner"]
COLUMN_NAMES: tuple[ColumnName, ...] = ("reference", "title", "rating", "owner")
_AT_ONCE = 100
# The likeliest words first; a heading is taken for the first column that one of its words names.
_HEADINGS: dict[str, tuple[str, ...]] = {
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


RegisterSheet = HeadedSheet[Columns]
Register = TableFile[Columns]


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
    remembered: Mapping[str, str] = NOTHING,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Register:
    """The file's sheets. Raises TableUnreadable with a sentence, and ReadingCancelled soon after `cancelled` is True."""
    return read_table(path, partial(guessed_columns, remembered=remembered), progress=progress, cancelled=cancelled)


def guessed_columns(headings: Sequence[str], remembered: Mapping[str, str] = NOTHING) -> Columns:
    """By what the headings held before, else by their words."""
    return Columns(**guessed_places(headings, _HEADINGS, ("rating", "owner", "reference", "title"), remembered))


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
        values = {name: tidy(row.cell(getattr(columns, name))) for name in COLUMN_NAMES}
        reference = values["reference"]
        why = _why_left_out(values, first_rows.get(reference))
        if why:
            if reference or values["title"]:
                left_out.append(LeftOut(row.number, why))
            continue
        first_rows[reference] = row.number
        left_out += [LeftOut(row.number, cut(name)) for name in COLUMN_NAMES if len(values[name]) > LONGEST]
        risks.append(NewRisk(new_id(), **{name: short(value) for name, value in values.items()}))
    return Taken(tuple(risks), tuple(left_out), continued)


def _why_left_out(values: dict[ColumnName, str], first_row: int | None) -> str:
    if not values["reference"]:
        return "has no reference and is left out"
    if not values["title"]:
        return "has no title and is left out"
    if first_row is not None:
        return f"has the same reference as row {first_row:,} ({short(values['reference'], 40)}) and is left out"
    return ""


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
