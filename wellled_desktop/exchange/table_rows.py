"""A table as a file holds it, before anybody says which column is what; and the ways in which reading one can fail."""

from collections.abc import Callable

import msgspec

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 100
ROWS_ABOVE = 20
"""How many rows may stand above the entries: a title, a date, the headings."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class TableUnreadable(Exception):
    """One sentence: why nothing was taken from the file, and what can be done."""


class ReadingCancelled(Exception):
    """Whoever asked for the file wants it no longer."""


class TableRow(msgspec.Struct, frozen=True):
    """A row with its number as the spreadsheet shows it. `continues` is a row whose cell in the columns named there is the
    lower part of a merged cell.
    """

    number: int
    cells: tuple[str, ...]
    continues: frozenset[int] = frozenset()

    def cell(self, column: int | None) -> str:
        return self.cells[column] if column is not None and column < len(self.cells) else ""


class SheetTable(msgspec.Struct, frozen=True):
    """One sheet: its rows with something in them. `remark` says what a reader should know of how it was read."""

    name: str
    rows: tuple[TableRow, ...]
    remark: str = ""


def too_many_rows(name: str) -> TableUnreadable:
    return TableUnreadable(
        f"{name} holds more than {MOST_ROWS:,} rows, more than can be gone through; nothing was taken from it. Save the "
        "rows that are wanted in a file of their own."
    )


def too_wide(name: str) -> TableUnreadable:
    return TableUnreadable(
        f"{name} has more than {MOST_COLUMNS} columns; nothing was taken from it. Keep the columns that are wanted and "
        "save it again."
    )


def broken(name: str) -> TableUnreadable:
    return TableUnreadable(
        f"{name} is damaged or is no spreadsheet, so nothing was taken from it. Open it in a spreadsheet program and save it "
        "again as XLSX or CSV."
    )
