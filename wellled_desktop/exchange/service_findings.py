"""Service-level findings from the table of a core-service report (CSV, XLSX): which column is what, what is taken, what is new.

Nothing is recorded here: the findings go into the record with RecordFindings, when somebody has looked at what they come to.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Literal

import msgspec

from wellled_desktop.exchange.finding_words import NodeWords, is_no_day, other_way, weight_of
from wellled_desktop.exchange.table_file import (
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
from wellled_desktop.exchange.table_rows import Cancelled, Progress, ReadingCancelled, TableRow, TableUnreadable
from wellled_desktop.inspection.commands import NewFinding, RecordFindings
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.inspection.read_models import ServiceFinding

__all__ = ["LeftOut", "ReadingCancelled", "TableUnreadable"]

ColumnName = Literal["service", "text", "rating", "other_way", "node", "reported"]
COLUMN_NAMES: tuple[ColumnName, ...] = ("service", "text", "rating", "other_way", "node", "reported")
LONGEST_TEXT = 5_000
_LONGEST_FACT = 300
_AT_ONCE = 50
# The likeliest words first; a heading is taken for the first column that one of its words names.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "service": ("core service", "service", "service name", "ward", "department", "directorate", "division", "location"),
    "text": (
        "finding text", "finding", "findings", "what was found", "statement", "detail", "details", "description",
        "summary", "comment", "text", "issue",
    ),
    "rating": (
        "rating", "weight", "judgement", "positive or negative", "positive negative", "strength or concern",
        "type of finding", "finding type", "direction", "grade", "type",
    ),
    "other_way": ("points the other way", "other way", "supports or contradicts", "contradicts", "against"),
    "node": ("prompt", "node", "kloe", "key line of enquiry", "framework", "well led", "w"),
    "reported": (
        "reported", "report date", "date of report", "published", "date published", "publication date", "inspection date",
        "date of inspection", "date", "when",
    ),
}  # fmt: skip
_LOOKED_FOR = ("other_way", "rating", "node", "reported", "service", "text")


class Columns(msgspec.Struct, frozen=True):
    """Which column, counted from 0, holds what; None for nothing in the file. One column may be rating and other way."""

    service: int | None = None
    text: int | None = None
    rating: int | None = None
    other_way: int | None = None
    node: int | None = None
    reported: int | None = None

    @property
    def enough(self) -> bool:
        return self.service is not None and self.text is not None


FindingsSheet = HeadedSheet[Columns]
FindingsFile = TableFile[Columns]


class Taken(msgspec.Struct, frozen=True):
    """`rows` are the numbers of the findings' rows; `left_out` tells of rows left out and of those taken with a remark."""

    findings: tuple[NewFinding, ...]
    rows: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


class Comparison(msgspec.Struct, frozen=True):
    """What recording the findings would come to; those `retracted` were retracted by the team and are left out."""

    new: tuple[NewFinding, ...]
    same: int
    retracted: tuple[LeftOut, ...] = ()


def read_findings(
    path: Path,
    remembered: Mapping[str, str] = NOTHING,
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> FindingsFile:
    """The file's sheets. Raises TableUnreadable with a sentence, and ReadingCancelled soon after `cancelled` is True."""
    return read_table(path, partial(guessed_columns, remembered=remembered), progress=progress, cancelled=cancelled)


def guessed_columns(headings: Sequence[str], remembered: Mapping[str, str] = NOTHING) -> Columns:
    """By what the headings held before, else by their words."""
    return Columns(**guessed_places(headings, _HEADINGS, _LOOKED_FOR, remembered))


def taken(sheet: FindingsSheet, columns: Columns, nodes: NodeWords, new_id: Callable[[], str]) -> Taken:
    """The findings of the sheet, and what is to be told of its rows by number. `columns` is `enough`."""
    findings: list[NewFinding] = []
    rows: list[int] = []
    told = _told_of_empty(sheet)
    first_rows: dict[tuple[str, str], int] = {}
    for row in sheet.rows:
        cells: dict[str, str] = {name: tidy(row.cell(getattr(columns, name))) for name in COLUMN_NAMES}
        service, text = short(cells["service"], _LONGEST_FACT), short(cells["text"], LONGEST_TEXT)
        why = _why_left_out(row, columns, service, text, first_rows.get((service, text)))
        if why:
            told.append(LeftOut(row.number, why))
        else:
            first_rows[service, text] = row.number
            finding, remarks = _finding(cells, nodes, new_id())
            findings.append(msgspec.structs.replace(finding, service=service, text=text))
            rows.append(row.number)
            told += [LeftOut(row.number, remark) for remark in (*_cut(cells), *remarks)]
    return Taken(tuple(findings), tuple(rows), tuple(sorted(told, key=lambda one: one.row)))


def _told_of_empty(sheet: FindingsSheet) -> list[LeftOut]:
    """Of all empty rows between the others in one sentence, for they may be many: something may be missing from the file."""
    numbers = [row.number for row in sheet.rows]
    gaps = [(before + 1, after - before - 1) for before, after in pairwise(numbers) if after - before > 1]
    if not gaps:
        return []
    others = sum(count for _, count in gaps) - 1
    more = f", and so {'is 1 row' if others == 1 else f'are {others:,} rows'} further down" if others else ""
    return [LeftOut(gaps[0][0], f"is empty and is left out{more}")]


def _why_left_out(row: TableRow, columns: Columns, service: str, text: str, first_row: int | None) -> str:
    """ "" for what is taken."""
    if columns.text in row.continues:
        return "continues the finding above (a merged cell) and is left out"
    if text and not service:
        return "has no service and is left out"
    if not text:
        return f"has {'no finding' if service else 'neither a service nor a finding'} and is left out"
    if first_row is not None:
        return f"says the same of the same service as row {first_row:,} and is left out"
    return ""


def _cut(cells: Mapping[str, str]) -> list[str]:
    longest = {
        "service": ("service", _LONGEST_FACT),
        "text": ("finding", LONGEST_TEXT),
        "reported": ("day", _LONGEST_FACT),
    }
    return [cut(words, most) for name, (words, most) in longest.items() if len(cells[name]) > most]


def _finding(cells: Mapping[str, str], nodes: NodeWords, finding_id: str) -> tuple[NewFinding, list[str]]:
    """The finding without its words, and what a reader should know of how its cells were taken."""
    remarks: list[str] = []
    weight = weight_of(cells["rating"])
    if weight is None:
        remarks.append(f"has the rating {_said(cells['rating'])}, which is not known here; it is taken as neutral")
    turned = other_way(cells["other_way"])
    if turned is None:
        remarks.append(f"says {_said(cells['other_way'])} of which way it points, which is taken as no")
    if is_no_day(cells["reported"]):
        remarks.append(
            f"says {_said(cells['reported'])} of when it was reported, which is no day; it is taken as it stands"
        )
    named = nodes.found(cells["node"])
    if cells["node"] and not named:
        remarks.append(f"names {_said(cells['node'])}, which is not in the framework; it is taken without a link")
    if len(named) > 1:
        remarks.append(f"names {len(named)} items of the framework; it is linked to the first, {named[0]}")
    node = named[0] if named else None
    if turned and node is None:
        remarks.append("points the other way of nothing, for it is linked to nothing; that is taken as no")
    finding = NewFinding(
        finding_id, "", "", node, weight or "neutral", bool(turned and node), short(cells["reported"], _LONGEST_FACT)
    )
    return finding, remarks


def _said(cell: str) -> str:
    return f"\u201c{short(cell, 40)}\u201d"


def compared(came: Taken, recorded: Sequence[ServiceFinding], *, retracted_too: bool = False) -> Comparison:
    """Beside what is in the record, retracted ones included. What says the same of the same service is the same.

    What Undo took back is new again. What was retracted for a reason is left out, and new only with `retracted_too`.
    """
    standing = {(one.service, one.text) for one in recorded if one.retracted_at is None}
    left_out = (one for one in recorded if not retracted_too and one.retraction_reason != UNDONE)
    retracted = {(one.service, one.text) for one in left_out} - standing
    new, gone = [], []
    for one, row in zip(came.findings, came.rows, strict=True):
        if (one.service, one.text) in retracted:
            gone.append(LeftOut(row, "was retracted in the record and is left out; it can be restored there"))
        elif (one.service, one.text) not in standing:
            new.append(one)
    return Comparison(tuple(new), len(came.findings) - len(new) - len(gone), tuple(gone))


def recording(comparison: Comparison, source: str) -> tuple[RecordFindings, ...]:
    """What is new, in parts small enough that whoever writes meanwhile waits for none of them."""
    new = comparison.new
    return tuple(RecordFindings(source, new[at : at + _AT_ONCE]) for at in range(0, len(new), _AT_ONCE))
