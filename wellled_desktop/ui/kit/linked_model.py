"""The model of a list of what is linked to the framework: rows made ready in `linked_rows`."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, ListRow, spoken_row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LinkedModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()

    def show_rows(self, rows: tuple[ListRow, ...]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_at(self, row: int) -> ListRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def first_choosable(self) -> int:
        return next((at for at, row in enumerate(self._rows) if not isinstance(row, Heading)), -1)

    def row_of(self, key: str) -> int:
        """Where the record stands; -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, LinkedRow) and row.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index.row())
        if not isinstance(row, LinkedRow):
            choosable = Qt.ItemFlag.ItemIsEnabled
            return choosable if isinstance(row, Heading) else choosable | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return spoken_row(row) if role == Qt.ItemDataRole.AccessibleTextRole else None
