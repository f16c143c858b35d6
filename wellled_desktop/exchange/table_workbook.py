"""Reading the sheets of an XLSX file that may come from anywhere.

The file is unpacked by us under a limit, looked through, and only then handed to the spreadsheet library: that one lays a
sheet out as a full rectangle, and a single cell at XFD1048576 would make it ask for more memory than there is and end the
program.
"""

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.parsers import expat

import python_calamine

from wellled_desktop.exchange.table_rows import (
    MOST_COLUMNS,
    MOST_ROWS,
    ROWS_ABOVE,
    Cancelled,
    Progress,
    ReadingCancelled,
    SheetTable,
    TableRow,
    TableUnreadable,
    broken,
    too_many_rows,
    too_wide,
)
from wellled_desktop.exchange.table_scan import Extent, scan

MOST_UNPACKED = 120 * 1024 * 1024
_MOST_PARTS = 2_000
_MOST_MERGED = 50_000
_MOST_TEXT = 60_000_000
_PIECE = 1024 * 1024
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(content: bytes, name: str, progress: Progress, cancelled: Cancelled) -> tuple[SheetTable, ...]:
    """The visible sheets with something in them, in order. Raises TableUnreadable, ReadingCancelled."""
    _check_kind(content, name)
    with _told_plainly(name):
        unpacked = _unpacked(content, name, progress, cancelled)
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(unpacked)) as workbook:
            return tuple(_sheets(workbook, cancelled))


def _check_kind(content: bytes, name: str) -> None:
    if not content.startswith(_OLD_CONTAINER):
        return
    if _ENCRYPTED in content:
        raise TableUnreadable(
            f"{name} is protected by a password, so nothing was taken from it. Ask the trust for a copy without one, or open "
            "it in a spreadsheet program and save it without its password."
        )
    raise TableUnreadable(
        f"{name} is in the old Excel format (XLS), so nothing was taken from it. Save it as XLSX or CSV first."
    )


@contextmanager
def _told_plainly(name: str) -> Iterator[None]:
    damaged = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
    try:
        yield
    except (*damaged, expat.ExpatError, python_calamine.CalamineError) as error:
        raise broken(name) from error


def _unpacked(content: bytes, name: str, progress: Progress, cancelled: Cancelled) -> bytes:
    """The XML parts alone, in a container without compression, each part and sheet found to be of an ordinary size."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(kept, "w") as plain:
        parts = [part for part in packed.infolist() if part.filename.endswith((".xml", ".rels"))]
        total = sum(part.file_size for part in parts)
        _check_parts(parts, total, name)
        strings: list[int] = []
        text = done = 0
        for part in sorted(parts, key=lambda one: not one.filename.endswith("sharedStrings.xml")):
            body = _part(packed, part, cancelled)
            extent = scan(body, strings) if part.filename.endswith(".xml") else Extent()
            _check_extent(extent, name)
            text += extent.text
            if text > _MOST_TEXT:
                raise _grows(name)
            plain.writestr(part.filename, body)
            done += part.file_size
            progress(done, total)
    return kept.getvalue()


def _check_parts(parts: list[zipfile.ZipInfo], total: int, name: str) -> None:
    if len({part.filename for part in parts}) < len(parts):
        raise broken(name)
    if total > MOST_UNPACKED or len(parts) > _MOST_PARTS:
        raise _grows(name)


def _part(packed: zipfile.ZipFile, part: zipfile.ZipInfo, cancelled: Cancelled) -> bytes:
    """Never more than the part says it holds, whatever it does hold."""
    pieces = []
    with packed.open(part) as stream:
        while piece := stream.read(_PIECE):
            if cancelled():
                raise ReadingCancelled
            pieces.append(piece)
    return b"".join(pieces)


def _check_extent(extent: Extent, name: str) -> None:
    if extent.last_row > MOST_ROWS + ROWS_ABOVE:
        raise too_many_rows(name)
    if extent.last_column > MOST_COLUMNS:
        raise too_wide(name)


def _grows(name: str) -> TableUnreadable:
    return TableUnreadable(
        f"{name} would grow to far more than a table of text when it is unpacked, so it was not opened. Save the rows "
        "that are wanted in a file of their own."
    )


def _sheets(workbook: python_calamine.CalamineWorkbook, cancelled: Cancelled) -> Iterator[SheetTable]:
    for about in workbook.sheets_metadata:
        if (
            about.typ != python_calamine.SheetTypeEnum.WorkSheet
            or about.visible != python_calamine.SheetVisibleEnum.Visible
        ):
            continue
        if cancelled():
            raise ReadingCancelled
        sheet = workbook.get_sheet_by_name(about.name)
        rows = _rows(sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or [])
        if rows:
            yield SheetTable(" ".join(about.name.split()), rows)


def _rows(grid: list[list[Any]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> tuple[TableRow, ...]:
    cells = [[_words(cell) for cell in row] for row in grid]
    held = [any(row) for row in cells]
    lower: dict[int, set[int]] = {}
    left_to_fill = _MOST_MERGED
    for (top, left), (bottom, _) in merged[:_MOST_MERGED]:
        below = range(top + 1, min(bottom, len(cells) - 1) + 1)
        if top < len(cells) and left < len(cells[top]) and cells[top][left] and len(below) <= left_to_fill:
            left_to_fill -= len(below)
            for row in below:
                lower.setdefault(row, set()).add(left)
                cells[row][left] = cells[row][left] or cells[top][left]
    return tuple(TableRow(at + 1, tuple(row), frozenset(lower.get(at, ()))) for at, row in enumerate(cells) if held[at])


def _words(cell: Any) -> str:
    """What the cell shows, near enough: a formula's last result, a whole number without its point, a day as 2026-03-10."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return " ".join(str(cell).split())
