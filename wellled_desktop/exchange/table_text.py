"""Reading a table from separated text (CSV), whatever its encoding and its separator. Nothing in it is ever calculated."""

import csv
import io
from collections import Counter
from pathlib import PurePath

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

_SEPARATORS = ",;\t|"
_LOOKED_AT = 20
_ROWS_BETWEEN_LOOKS = 500


def read_text(content: bytes, name: str, progress: Progress, cancelled: Cancelled) -> SheetTable:
    """The rows of the text. Raises TableUnreadable, and ReadingCancelled soon after `cancelled` answers True."""
    text, remark = _decoded(content, name)
    rows: list[TableRow] = []
    number = 0
    try:
        # Strict, for otherwise an open quotation mark swallows the rows after it without a word.
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True), 1
        ):
            if number % _ROWS_BETWEEN_LOOKS == 0:
                _look(number, progress, cancelled)
            kept = tuple(" ".join(cell.split()) for cell in cells)
            if any(kept):
                _check_size(rows, kept, name)
                rows.append(TableRow(number, kept))
    except csv.Error as error:
        raise TableUnreadable(
            f"{name} has a quotation mark that is not closed or stands in a wrong place, in row {number + 1:,}, so nothing was "
            "taken from it. Open it in a spreadsheet program and save it again as XLSX or CSV."
        ) from error
    return SheetTable(PurePath(name).stem, tuple(rows), remark)


def _look(number: int, progress: Progress, cancelled: Cancelled) -> None:
    if cancelled():
        raise ReadingCancelled
    progress(min(number, MOST_ROWS), MOST_ROWS)


def _check_size(rows: list[TableRow], cells: tuple[str, ...], name: str) -> None:
    if len(rows) >= MOST_ROWS + ROWS_ABOVE:
        raise too_many_rows(name)
    if any(cells[MOST_COLUMNS:]):
        raise too_wide(name)


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    """The text, and what to say of its encoding: what is no UTF-8 is taken for Windows-1252, as British offices write it."""
    encoding = _encoding_by_mark(content)
    if encoding is not None:
        try:
            return content.decode(encoding), ""
        except UnicodeDecodeError as error:
            raise broken(name) from error
    if content.count(0):
        raise broken(name)
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        return text, "The file does not say how its letters are written; they were read as Windows-1252."


def _encoding_by_mark(content: bytes) -> str | None:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return encoding
    head = content[:2_000]
    if head and len(content) % 2 == 0:
        for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            if head[offset::2].count(0) > len(head) * 0.4:
                return encoding
    return None


def _separator(text: str) -> str:
    """The one that cuts the first lines into the most columns the most often; a comma where none does."""
    lines = io.StringIO(text).read(200_000).splitlines()[: 5 * _LOOKED_AT]
    filled = [line for line in lines if line.strip()][:_LOOKED_AT]

    def columns(separator: str) -> tuple[int, int]:
        counts = Counter(len(row) for row in csv.reader(filled, delimiter=separator) if len(row) > 1)
        return max(((rows, width) for width, rows in counts.items()), default=(0, 0))

    return max(_SEPARATORS, key=columns)
