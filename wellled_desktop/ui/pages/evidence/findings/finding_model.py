"""Service-level findings as a table: by service, in the order recorded; those retracted only where they are asked for."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.finding import words
from wellled_desktop.inspection.read_models import ServiceFinding
from wellled_desktop.ui.kit.retracted import retracted_look
from wellled_desktop.ui.pages.evidence.findings.words import other_way_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WIDE = 1
SAMPLES = {
    0: "Urgent and emergency",
    2: "not linked",
    3: "strength, other way",
    4: "Core services 2026.xlsx",
    5: "November 2026",
}
GIVE_WAY = (5, 4)


class FindingModel(QAbstractTableModel):
    """Searched by what is typed: every word, by its beginning, or the beginning of an id; ten thousand rows in one go."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ServiceFinding, ...] = ()
        self._searched: dict[str, str] = {}
        self._shown: tuple[ServiceFinding, ...] = ()
        self._typed: tuple[str, ...] = ()
        self._retracted = False
        self.columns = (
            self.tr("Service"),
            self.tr("Finding"),
            self.tr("For"),
            self.tr("Weight"),
            self.tr("Source"),
            self.tr("Reported"),
        )

    def show_findings(self, findings: tuple[ServiceFinding, ...]) -> None:
        """All of them, retracted ones included."""
        if findings != self._all:
            self._all = findings
            self._searched = {}
            self._show()

    def look_for(self, typed: str) -> None:
        wanted = tuple(typed.casefold().replace("#", " ").split())
        if wanted != self._typed:
            self._typed = wanted
            self._show()

    def show_retracted(self, wanted: bool) -> None:
        if wanted != self._retracted:
            self._retracted = wanted
            self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = tuple(one for one in self._all if self._is_wanted(one))
        self.endResetModel()

    def _is_wanted(self, finding: ServiceFinding) -> bool:
        if finding.retracted_at is not None and not self._retracted:
            return False
        return not self._typed or all(f" {one}" in self._words_of(finding) for one in self._typed)

    def _words_of(self, finding: ServiceFinding) -> str:
        """Made when it is first searched: nobody waits for words that nobody looks for."""
        found = self._searched.get(finding.id)
        if found is None:
            parts = (finding.service, finding.text, finding.weight, finding.source, finding.reported)
            said = (word for part in parts for word in words(part))
            found = self._searched[finding.id] = " " + " ".join(((finding.node or "").casefold(), *said))
        return found

    @property
    def findings(self) -> tuple[ServiceFinding, ...]:
        """All of them, whatever is searched for."""
        return self._all

    @property
    def standing(self) -> int:
        return sum(one.retracted_at is None for one in self._all)

    def finding_at(self, row: int) -> ServiceFinding | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, finding_id: str) -> int:
        return next((row for row, one in enumerate(self._shown) if one.id == finding_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self.finding_at(index.row())
        if finding is None:
            return None
        cell = self.cells(finding)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}" if cell else ""
        return None if finding.retracted_at is None else retracted_look(role)

    def cells(self, finding: ServiceFinding) -> tuple[str, ...]:
        text = " ".join(finding.text.split())
        if finding.retracted_at is not None:
            text = self.tr("Retracted: %1").replace("%1", text)
        return (
            finding.service,
            text,
            finding.node or self.tr("not linked"),
            other_way_words(finding.weight, other_way=finding.points_other_way),
            finding.source,
            finding.reported,
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None
