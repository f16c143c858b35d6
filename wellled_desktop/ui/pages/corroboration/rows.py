"""The rows of the meeting's two lists: the items of a KLOE, and what lies behind one of them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(msgspec.Struct, frozen=True):
    """`head` stands above the words in bold, or small where `small`; `foot` below them; of a `quiet` row the words are muted.

    A row without words is a heading, which cannot be chosen.
    """

    key: str
    head: str
    words: str = ""
    foot: str = ""
    quiet: bool = False
    small: bool = False


class RowModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """In place where the same rows stand in the same order, so that nothing jumps."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            before, self._rows = self._rows, tuple(rows)
            for at, row in enumerate(rows):
                if row != before[at]:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> Row | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """-1 for none."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index.row())
        enabled = Qt.ItemFlag.ItemIsEnabled
        return enabled | Qt.ItemFlag.ItemIsSelectable if row is not None and row.words else enabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words or row.head
        return ". ".join(part for part in (row.head, row.words, row.foot) if part)
