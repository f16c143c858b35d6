"""The worries as a table, in the order noted, each with what the risk register says of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.inspection.read_models import Worry

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WIDE = 0


class WorryModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worries: tuple[Worry, ...] = ()
        self.columns = (
            self.tr("Worry, as it was said"),
            self.tr("Session"),
            self.tr("Risk register"),
            self.tr("Entry"),
            self.tr("Rating"),
            self.tr("Remark"),
        )

    def show_worries(self, worries: Sequence[Worry]) -> None:
        if tuple(worries) != self._worries:
            self.beginResetModel()
            self._worries = tuple(worries)
            self.endResetModel()

    def worry_at(self, row: int) -> Worry | None:
        return self._worries[row] if 0 <= row < len(self._worries) else None

    def row_of(self, worry_id: str) -> int:
        return next((row for row, one in enumerate(self._worries) if one.id == worry_id), -1)

    @property
    def worries(self) -> tuple[Worry, ...]:
        return self._worries

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._worries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        worry = self.worry_at(index.row())
        if worry is None:
            return None
        cell = self.cells(worry)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}" if cell else ""
        return None

    def cells(self, worry: Worry) -> tuple[str, ...]:
        risk = worry.risk
        return (
            worry.text,
            worry.session_ref or "",
            worry.verdict,
            f"{risk.reference} {risk.title}" if risk else "",
            risk.rating if risk else "",
            worry.remark,
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None
