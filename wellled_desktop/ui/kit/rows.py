"""A plain list of short rows that can be walked by keyboard and opened: for the small lists of an overview.

Signals of RowList: `opened(Place)` when a row that leads somewhere is opened with Enter or a double click.
"""

from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wellled_desktop.ui.places import Place

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(msgspec.Struct, frozen=True):
    """The cells of one row and where opening it leads (None: nowhere)."""

    cells: tuple[str, ...]
    place: Place | None = None


class RowModel(QAbstractTableModel):
    def __init__(self, columns: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self._rows[index.row()].cells[index.column()]
            return f"{self._columns[index.column()]}: {cell}" if cell else ""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section]
        return None


class RowList(QTableView):
    """As tall as its rows, up to `most_rows` of them; the columns named by `wide` share what width is left."""

    opened = Signal(object)

    def __init__(
        self,
        name: str,
        columns: tuple[str, ...],
        *,
        wide: tuple[int, ...],
        most_rows: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = RowModel(columns, self)
        self._most_rows = most_rows
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(len(columns)):
            stretch = QHeaderView.ResizeMode.Stretch if column in wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, stretch)
        header.setVisible(any(columns))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        self._fit()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows the rows; the current row stays the current one when it is still there."""
        row = self.currentIndex().row()
        self._rows.set_rows(rows)
        if 0 <= row < len(rows):
            self.setCurrentIndex(self._rows.index(row, 0))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None and row.place is not None:
            self.opened.emit(row.place)

    def _fit(self) -> None:
        shown = max(1, min(self._rows.rowCount(), self._most_rows))
        header = self.horizontalHeader().sizeHint().height() if self.horizontalHeader().isVisibleTo(self) else 0
        self.setFixedHeight(shown * self.verticalHeader().defaultSectionSize() + header + 2 * self.frameWidth() + 2)
