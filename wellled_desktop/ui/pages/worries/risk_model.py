"""The entries of the risk register as a table: those that were searched for, the likeliest for the chosen worry first."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.inspection.likeness import RiskIndex
from wellled_desktop.inspection.read_models import Risk

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WIDE = 1


class RiskModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = RiskIndex(())
        self._shown: tuple[Risk, ...] = ()
        self._typed = self._like = ""
        self.columns = (self.tr("Reference"), self.tr("Title"), self.tr("Rating"), self.tr("Owner"))

    def show_register(self, index: RiskIndex) -> None:
        self._index = index
        self._show()

    def look_for(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self._show()

    def put_first(self, like: str) -> None:
        """Those that share words with this worry."""
        if like != self._like:
            self._like = like
            self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = self._index.found(self._typed, self._like)
        self.endResetModel()

    @property
    def register(self) -> tuple[Risk, ...]:
        """All entries, whatever is searched for."""
        return self._index.risks

    @property
    def alike(self) -> int:
        return self._index.alike(self._like)

    def risk_at(self, row: int) -> Risk | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, risk_id: str) -> int:
        return next((row for row, one in enumerate(self._shown) if one.id == risk_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        risk = self.risk_at(index.row())
        if risk is None:
            return None
        cell = (risk.reference, risk.title, risk.rating, risk.owner)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{cell}\n{risk.source}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}" if cell else ""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None
