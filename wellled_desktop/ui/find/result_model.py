"""What was found, for the list."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.ui.find.results import Heading, Result, Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ResultModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row_at(self, row: int) -> Row | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def result_at(self, row: int) -> Result | None:
        found = self.row_at(row)
        return found if isinstance(found, Result) else None

    def row_of(self, key: str) -> int:
        """-1 where no result has the key."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Result) and row.key == key), -1)

    def next_group(self, row: int, step: int) -> int:
        """The first result under the heading after the row's own, or under the one before it; `row` where there is none."""
        firsts = [at + 1 for at, one in enumerate(self._rows) if isinstance(one, Heading)]
        others = [at for at in firsts if (at > row if step > 0 else at < row)]
        return row if not others else others[0] if step > 0 else others[-1]

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.result_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return row.words if isinstance(row, Heading) else row.spoken if row is not None else None
