"""The list of requests for the trust's liaison as a table (CSV), for a spreadsheet."""

import csv
import io

from wellled_desktop.exchange.formula_cells import defused
from wellled_desktop.inspection.liaison import LiaisonList, LiaisonRow

COLUMNS = ("No.", "Asked for", "Asked of", "Asked", "Due", "State", "Age")


def liaison_table(requests: LiaisonList) -> bytes:
    """UTF-8 with its mark, as spreadsheets need it; no cell is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in requests.rows:
        writer.writerow([defused(cell) for cell in _cells(row)])
    return text.getvalue().encode("utf-8-sig")


def _cells(row: LiaisonRow) -> tuple[str, ...]:
    due = row.due.isoformat() if row.due else ""
    return row.ref, row.asked_for, row.asked_of, row.asked.isoformat(), due, row.state, row.age
