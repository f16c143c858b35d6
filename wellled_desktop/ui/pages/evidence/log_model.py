"""The evidence entries as a table, newest first. Which of them show, and in what other order, is the filter's."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.finding import words
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY
from wellled_desktop.ui.kit.words import clock_time, counted, in_words, short_day
from wellled_desktop.ui.pages.evidence.entry_words import OTHER_WAY_SHAPE, SUPPORTS_SHAPE

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
NUMBER, WIDE, SOURCE, OWNER, DATED, RECEIVED, LINKED, FILES, REQUEST, RECORDED = range(10)
SAMPLES = {
    NUMBER: "E-0000",
    SOURCE: "observation",
    OWNER: "company secretary",
    DATED: "31/03/2025",
    RECEIVED: "31/03/2025",
    LINKED: f"{SUPPORTS_SHAPE} W4.E10 {OTHER_WAY_SHAPE} W5.E1",
    FILES: "Files",
    REQUEST: "R-0000",
    RECORDED: "Wed 11 March 12:45",
}
GIVE_WAY = (DATED, RECORDED, RECEIVED, OWNER, REQUEST, SOURCE, FILES, LINKED)
Key = tuple[int, str]


class LogModel(QAbstractTableModel):
    """Entries are added, newer ones on top, older pages of the log at the end; those retracted are among them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[EvidenceEntry] = []
        self._words: list[str] = []
        self._files: Mapping[str, int] = {}
        self._requests: Mapping[str, str] = {}
        self._told: EvidenceEntry | None = None
        self._cells: tuple[str, ...] = ()
        self._sorted_by = -1
        self._keys: list[Key] = []
        self.columns = (
            self.tr("No."),
            self.tr("What"),
            self.tr("Source"),
            self.tr("From whom"),
            self.tr("Dated"),
            self.tr("Received"),
            self.tr("Linked to"),
            self.tr("Files"),
            self.tr("Request"),
            self.tr("Recorded"),
        )

    @property
    def highest(self) -> int:
        return self._entries[0].number if self._entries else 0

    @property
    def lowest(self) -> int:
        return self._entries[-1].number if self._entries else 0

    @property
    def standing(self) -> int:
        """How many of the entries are not retracted."""
        return sum(entry.retracted_at is None for entry in self._entries)

    def add_newer(self, entries: Sequence[EvidenceEntry]) -> None:
        self._insert(0, [entry for entry in entries if entry.number > self.highest])

    def add_older(self, entries: Sequence[EvidenceEntry]) -> None:
        older = [entry for entry in entries if not self._entries or entry.number < self.lowest]
        self._insert(len(self._entries), older)

    def put(self, entry: EvidenceEntry) -> None:
        """As the entry stands now, in its place by number."""
        row = self.row_of(entry.id)
        if row >= 0:
            self._entries[row], self._words[row] = entry, self._searched(entry)
            self._sorted_by = -1
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        else:
            number = entry.number
            place = next((row for row, one in enumerate(self._entries) if one.number < number), len(self._entries))
            self._insert(place, [entry])

    def show_beside(self, files: Mapping[str, int], requests: Mapping[str, str]) -> None:
        """How many files are attached to each entry, by its id, and the number of each request, by its."""
        if (files, requests) != (self._files, self._requests):
            self._files, self._requests, self._told, self._sorted_by = files, requests, None, -1
            self._words = [self._searched(entry) for entry in self._entries]
            if self._entries:
                self.dataChanged.emit(self.index(0, FILES), self.index(len(self._entries) - 1, REQUEST))

    def _insert(self, row: int, entries: list[EvidenceEntry]) -> None:
        if not entries:
            return
        self.beginInsertRows(QModelIndex(), row, row + len(entries) - 1)
        self._entries[row:row] = entries
        self._words[row:row] = [self._searched(entry) for entry in entries]
        self._sorted_by = -1
        self.endInsertRows()

    def entry_at(self, row: int) -> EvidenceEntry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, entry_id: str) -> int:
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), -1)

    def words_at(self, row: int) -> str:
        """What a filter looks through: a space before each word, so that beginnings can be found."""
        return self._words[row]

    def keys(self, column: int) -> list[Key]:
        """By what the rows are sorted in a column, rising; what has nothing there comes last.

        Worked out once until a row changes: sorting 3,000 rows asks 70,000 times.
        """
        if self._sorted_by != column:
            self._sorted_by, self._keys = column, [self._key(entry, column) for entry in self._entries]
        return self._keys

    def _key(self, entry: EvidenceEntry, column: int) -> Key:
        if column in (NUMBER, RECORDED):
            return entry.number, ""
        if column == FILES:
            return self._files.get(entry.id, 0), ""
        if column in (DATED, RECEIVED):
            day = entry.dated if column == DATED else entry.received_on
            return (day or dt.date.max).toordinal(), ""
        cell = self._cell(entry, column).casefold() if column != LINKED else " ".join(entry.nodes)
        return (0, cell) if cell else (1, "")

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry_at(index.row())
        if entry is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = _spoken_links(entry) if column == LINKED else self._cell(entry, column)
            return f"{self.columns[column]}: {cell}" if cell else ""
        return None

    def _cell(self, entry: EvidenceEntry, column: int) -> str:
        """One row's words are kept: painting and spelling out a row asks for each of its cells in turn."""
        if entry is not self._told:
            self._told, self._cells = entry, self._cells_of(entry)
        return self._cells[column]

    def _cells_of(self, entry: EvidenceEntry) -> tuple[str, ...]:
        files = self._files.get(entry.id, 0)
        return (
            entry.ref,
            entry.title if entry.retracted_at is None else f"{entry.title} ({self.tr('retracted')})",
            in_words(entry.source_kind),
            entry.owner,
            _day(entry.dated),
            _day(entry.received_on) or entry.received_how,
            "  ".join(
                f"{OTHER_WAY_SHAPE if node in entry.other_way else SUPPORTS_SHAPE} {node}" for node in entry.nodes
            ),
            str(files) if files else "",
            self._requests.get(entry.request or "", ""),
            f"{short_day(entry.day)} {clock_time(entry.recorded_at)}",
        )

    def _searched(self, entry: EvidenceEntry) -> str:
        retracted = self.tr("retracted") if entry.retracted_at else ""
        files = self._files.get(entry.id, 0)
        parts = (
            entry.title, in_words(entry.source_kind), entry.owner, entry.remarks, entry.author, entry.period,
            entry.received_how, POINTS_OTHER_WAY if entry.other_way else "", retracted,
            counted(files, self.tr("file"), self.tr("files")) if files else "",
        )  # fmt: skip
        days = [_day(day) for day in (entry.dated, entry.received_on) if day]
        request = self._requests.get(entry.request or "", "").casefold()
        names = (entry.ref.casefold(), request, *days, *(node.casefold() for node in entry.nodes))
        return " " + " ".join((*names, *(word for part in parts for word in words(part))))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Click sorts by it, a second time the other way, a third time newest first (S, Shift+S)")
        return None


def _day(day: dt.date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _spoken_links(entry: EvidenceEntry) -> str:
    return ", ".join(f"{node} {POINTS_OTHER_WAY}" if node in entry.other_way else node for node in entry.nodes)
