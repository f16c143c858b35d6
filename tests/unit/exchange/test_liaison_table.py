"""The liaison's list as a table: every cell is words to a spreadsheet."""

import csv
import datetime as dt
import io

import pytest

from wellled_desktop.exchange.formula_cells import as_typed, defused
from wellled_desktop.exchange.liaison_table import COLUMNS, liaison_table
from wellled_desktop.inspection.liaison import LiaisonList, LiaisonRow

DAY = dt.date(2026, 11, 24)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_each_request_is_a_row() -> None:
    row = LiaisonRow("R-001", "The log, of 2026", "chief nurse", DAY, None, "open", "today")
    assert rows_of(liaison_table(LiaisonList(DAY, (row,)))) == [
        list(COLUMNS),
        ["R-001", "The log, of 2026", "chief nurse", "2026-11-24", "", "open", "today"],
    ]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(begin: str) -> None:
    typed = f"{begin}cmd|' /C calc'!A0"
    row = LiaisonRow("R-001", typed, typed, DAY, DAY, "open", "today")
    (_, cells) = rows_of(liaison_table(LiaisonList(DAY, (row,))))
    assert cells[1:3] == [f"'{typed}", f"'{typed}"]
    assert as_typed(cells[1]) == typed
    assert as_typed(defused(f"'{typed}")) == f"'{typed}"
