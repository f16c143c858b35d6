"""Excel (XLSX, XLSM, XLSB, XLS) and ODS, by calamine: each row with something in it, below the name of its sheet."""

import io
from collections.abc import Iterator
from typing import Any

import python_calamine

from wellled_desktop.exchange.documents.messages import Unread
from wellled_desktop.exchange.documents.packed import check_packed


def rows(content: bytes) -> Iterator[str]:
    """Raises Unread, and whatever calamine raises; it ends the process where a sheet is laid out over all there is."""
    check_packed(content)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError as error:
        raise Unread("password") from error
    broken = 0
    for about in workbook.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        yield about.name
        try:
            sheet = workbook.get_sheet_by_name(about.name)
        except python_calamine.CalamineError:
            broken += 1
            continue
        for row in sheet.iter_rows():
            words = " ".join(filter(None, map(_words, row)))
            if words:
                yield words
    if broken:
        raise Unread("broken")


def _words(cell: Any) -> str:
    """A whole number without its point; the rest as it is written."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
