"""The reading plan as a table: which pages, who reads them, how far it is; for all entries, the entry first."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.read_models import ReadingPart

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SIGNS = {"to read": "○", "reading": "◐", "read": "●"}


class PlanModel(QAbstractTableModel):
    """`of_all`: of all entries, each part with its entry's number and title."""

    def __init__(self, parent: QObject, *, of_all: bool) -> None:
        super().__init__(parent)
        self._of_all = of_all
        self._parts: tuple[ReadingPart, ...] = ()
        of_entry = (self.tr("Entry"), self.tr("Title")) if of_all else ()
        self.columns = (*of_entry, self.tr("Pages"), self.tr("Read by"), self.tr("How far"))

    @property
    def wide(self) -> int:
        return 1

    @property
    def samples(self) -> dict[int, str]:
        if self._of_all:
            return {0: "E-0000", 2: "p. 1000–1000", 3: "A. Longer-Inspector", 4: "○ withdrawn"}
        return {0: "p. 999–999", 2: "◐ reading "}

    def show_parts(self, parts: tuple[ReadingPart, ...]) -> None:
        if parts != self._parts:
            self.beginResetModel()
            self._parts = parts
            self.endResetModel()

    @property
    def parts(self) -> tuple[ReadingPart, ...]:
        return self._parts

    def part_at(self, row: int) -> ReadingPart | None:
        return self._parts[row] if 0 <= row < len(self._parts) else None

    def row_of(self, part_id: str) -> int:
        return next((row for row, one in enumerate(self._parts) if one.id == part_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._parts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        part = self.part_at(index.row())
        if part is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cells(part)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._how_far(part) if index.column() == len(self.columns) - 1 else self.cells(part)[index.column()]
            return f"{self.columns[index.column()]}: {said}"
        return None

    def cells(self, part: ReadingPart) -> tuple[str, ...]:
        sign = "" if part.withdrawn_at is not None else f"{_SIGNS[part.state]} "
        file = f"“{shown_name(part.file)}”" if part.file else ""
        of_entry = (part.entry_ref, f"{part.entry_title}: {file}" if file else part.entry_title) if self._of_all else ()
        return (*of_entry, part.pages, part.reader or self.tr("nobody yet"), sign + self._how_far(part))

    def _how_far(self, part: ReadingPart) -> str:
        return self.tr("withdrawn") if part.withdrawn_at is not None else part.state

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None
