"""The matrix as a table: a row for each prompt; first the prompt and its advice, then a column for each source."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.inspection.triangulation.matrix import Cell
from wellled_desktop.inspection.triangulation.sources import SOURCES, Source, spoken_source
from wellled_desktop.inspection.triangulation.triangulating import Triangulated
from wellled_desktop.ui.pages.triangulation.words import EMPTY, advice_in_words, cell_in_words, counts_in_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
PROMPT = 0


class MatrixModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Triangulated, ...] = ()
        self.most = 0
        """The most that any cell holds one way: the length of the longest bar."""

    def show_rows(self, rows: Sequence[Triangulated]) -> None:
        """Only what changed is told, so that where one is in the table stays."""
        rows = tuple(rows)
        if [one.node for one in rows] != [one.node for one in self._rows]:
            self.beginResetModel()
            self._keep(rows)
            self.endResetModel()
        elif rows != self._rows:
            self._keep(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(SOURCES)))

    def _keep(self, rows: tuple[Triangulated, ...]) -> None:
        self._rows = rows
        cells = [cell for one in rows for cell in one.row.cells.values()]
        self.most = max((max(cell.support, cell.other_way) for cell in cells), default=0)

    @property
    def rows(self) -> tuple[Triangulated, ...]:
        return self._rows

    def row_at(self, row: int) -> Triangulated | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, node: str) -> int:
        return next((at for at, one in enumerate(self._rows) if one.node == node), -1)

    def next_with_advice(self, row: int) -> int:
        """The next row after this one that there is advice on, from the top again after the last; -1 for none."""
        order = (*range(row + 1, len(self._rows)), *range(min(row + 1, len(self._rows))))
        return next((at for at in order if self._rows[at].advice), -1)

    def cell(self, row: int, column: int) -> Cell:
        """Of the prompt's own column, all sources together."""
        one = self._rows[row].row
        source = source_of(column)
        return Cell(one.support, one.other_way) if source is None else one.cells.get(source, EMPTY)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else 1 + len(SOURCES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.row_at(index.row())
        if one is None:
            return None
        if index.column() == PROMPT:
            return self._of_prompt(one, role)
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return counts_in_words(cell) if cell.in_all else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return cell_in_words(one.node, source_of(index.column()), cell)
        return None

    def _of_prompt(self, one: Triangulated, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{one.node}  {one.text}"
        advice = advice_in_words(one.advice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((one.text, *(f"{each.rule}: {each.reason}" for each in one.advice)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            own = self.tr("the team's own question") if one.local else ""
            told = self.tr("advice: %1").replace("%1", advice) if advice else self.tr("no advice")
            return "; ".join(part for part in (f"{one.node} {one.text}", own, told) if part)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._rows[section].node
        source = source_of(section)
        return self.tr("Prompt, and advice on it") if source is None else spoken_source(source)


def source_of(column: int) -> Source | None:
    """None for the column of the prompt, which stands for all of them."""
    return None if column == PROMPT else SOURCES[column - 1]


def column_of(source: Source | None) -> int:
    return PROMPT if source is None else 1 + SOURCES.index(source)
