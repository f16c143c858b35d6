"""A plain list of short rows that can be walked by keyboard and opened: for the small lists of an overview.

Signals of RowList: `place_opened(Place)` when a row that leads somewhere is opened with Enter or a double click.
"""

from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.places import Place

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(msgspec.Struct, frozen=True):
    """The cells of one row and where opening it leads (None: nowhere)."""

    cells: tuple[str, ...]
    place: Place | None = None


class RowModel(QAbstractTableModel):
    def __init__(self, columns: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, row: int) -> Row:
        return self._rows[row]

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


class RowList(RecordTable):
    """As tall as its rows, up to `most_rows` of them; never less than `least_rows`, where what comes later must find room."""

    place_opened = Signal(object)

    def __init__(
        self,
        name: str,
        columns: tuple[str, ...],
        *,
        wide: int,
        most_rows: int = 14,
        least_rows: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        self._rows = RowModel(columns)
        super().__init__(name, self._rows, wide=wide, parent=parent)
        self._rows.setParent(self)
        self._most_rows = most_rows
        self._least_rows = least_rows
        self.opened.connect(self._open_place)
        self._fit()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Shows the rows; the row that was current stays so when it is still there. With the focus here, one always is."""
        row = max(self.currentIndex().row(), 0 if self.hasFocus() else -1)
        self._rows.set_rows(rows)
        self.choose_row(row if row < len(rows) else -1)
        self._fit()

    def _open_place(self, row: int) -> None:
        place = self._rows.row_at(row).place
        if place is not None:
            self.place_opened.emit(place)

    def _fit(self) -> None:
        shown = max(self._least_rows, min(self._rows.rowCount(), self._most_rows))
        rows = shown * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)
