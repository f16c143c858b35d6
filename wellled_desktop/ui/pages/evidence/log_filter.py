"""Which entries of the log show, by the words typed and whether those retracted are wanted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from wellled_desktop.framework.finding import words
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.ui.pages.evidence.log_model import LogModel

Index = QModelIndex | QPersistentModelIndex


class LogFilter(QSortFilterProxyModel):
    """Rows that hold every word of the filter, by its beginning, or are linked to a node whose id begins so."""

    def __init__(self, model: LogModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = model
        self._wanted: tuple[str, ...] = ()
        self._retracted = False
        self.setSourceModel(model)

    def look_for(self, typed: str) -> None:
        wanted = tuple(typed.casefold().replace("#", " ").split())
        if wanted != self._wanted:
            self.beginFilterChange()
            self._wanted = wanted
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def show_retracted(self, wanted: bool) -> None:
        if wanted != self._retracted:
            self.beginFilterChange()
            self._retracted = wanted
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:  # noqa: N802
        entry = self._log.entry_at(source_row)
        if entry is None or (entry.retracted_at is not None and not self._retracted):
            return False
        text = self._log.words_at(source_row)
        return all(f" {one}" in text or f" {_plain(one)}" in text for one in self._wanted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The log itself is sorted: Qt's own way asks Python 35,000 times for 3,000 entries, which is seen."""
        self._log.sort(column, order)

    def entry_at(self, row: int) -> EvidenceEntry | None:
        return self._log.entry_at(self.mapToSource(self.index(row, 0)).row()) if row >= 0 else None


def _plain(typed: str) -> str:
    return " ".join(words(typed)) or typed
