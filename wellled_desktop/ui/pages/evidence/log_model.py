"""The evidence entries as a table, newest first, and which of them hold the words of the filter."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from wellled_desktop.framework.finding import words
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.ui.kit.words import clock_time, in_words, short_day

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WIDE = 1


class LogModel(QAbstractTableModel):
    """Entries are added, newer ones on top, older pages of the log at the end; one that is retracted goes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[EvidenceEntry] = []
        self._words: list[str] = []
        self.columns = (
            self.tr("No."),
            self.tr("What"),
            self.tr("Source"),
            self.tr("From whom"),
            self.tr("Dated"),
            self.tr("Linked to"),
            self.tr("Recorded"),
        )

    @property
    def highest(self) -> int:
        return self._entries[0].number if self._entries else 0

    @property
    def lowest(self) -> int:
        return self._entries[-1].number if self._entries else 0

    def add_newer(self, entries: Sequence[EvidenceEntry]) -> None:
        self._insert(0, [entry for entry in entries if entry.number > self.highest])

    def add_older(self, entries: Sequence[EvidenceEntry]) -> None:
        older = [entry for entry in entries if not self._entries or entry.number < self.lowest]
        self._insert(len(self._entries), older)

    def put(self, entry_id: str, entry: EvidenceEntry | None) -> None:
        """As the entry stands now: back in its place, or gone where there is none."""
        row = self.row_of(entry_id)
        if entry is None and row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._entries[row], self._words[row]
            self.endRemoveRows()
        elif entry is not None and row < 0:
            number = entry.number
            place = next((row for row, one in enumerate(self._entries) if one.number < number), len(self._entries))
            self._insert(place, [entry])

    def _insert(self, row: int, entries: list[EvidenceEntry]) -> None:
        if not entries:
            return
        self.beginInsertRows(QModelIndex(), row, row + len(entries) - 1)
        self._entries[row:row] = entries
        self._words[row:row] = [_searched(entry) for entry in entries]
        self.endInsertRows()

    def entry_at(self, row: int) -> EvidenceEntry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, entry_id: str) -> int:
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), -1)

    def words_at(self, row: int) -> str:
        """What a filter looks through: a space before each word, so that beginnings can be found."""
        return self._words[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry_at(index.row())
        if entry is None:
            return None
        cell = _cells(entry)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}" if cell else ""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None


class LogFilter(QSortFilterProxyModel):
    """Rows that hold every word of the filter, by its beginning, or are linked to a node whose id begins so."""

    def __init__(self, model: LogModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = model
        self._wanted: tuple[str, ...] = ()
        self.setSourceModel(model)

    def look_for(self, typed: str) -> None:
        wanted = tuple(typed.casefold().replace("#", " ").split())
        if wanted != self._wanted:
            self.beginFilterChange()
            self._wanted = wanted
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:  # noqa: N802
        text = self._log.words_at(source_row)
        return all(f" {one}" in text or f" {_plain(one)}" in text for one in self._wanted)

    def entry_at(self, row: int) -> EvidenceEntry | None:
        return self._log.entry_at(self.mapToSource(self.index(row, 0)).row()) if row >= 0 else None


def _plain(typed: str) -> str:
    return " ".join(words(typed)) or typed


def _searched(entry: EvidenceEntry) -> str:
    parts = (entry.title, in_words(entry.source_kind), entry.owner, entry.remarks, entry.author)
    names = (entry.ref.casefold(), *(node.casefold() for node in entry.nodes))
    return " " + " ".join((*names, *(word for part in parts for word in words(part))))


def _cells(entry: EvidenceEntry) -> tuple[str, ...]:
    return (
        entry.ref,
        entry.title,
        in_words(entry.source_kind),
        entry.owner,
        f"{entry.dated:%d/%m/%Y}" if entry.dated else "",
        " ".join(entry.nodes),
        f"{short_day(entry.day)} {clock_time(entry.recorded_at)}",
    )
