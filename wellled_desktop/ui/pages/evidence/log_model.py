"""The evidence entries as a table, newest first or sorted by a column. Which of them show is the filter's."""

import datetime as dt
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.finding import words
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY
from wellled_desktop.ui.kit.retracted import retracted_look
from wellled_desktop.ui.kit.words import clock_time, counted, in_words, short_day
from wellled_desktop.ui.pages.evidence.entry_words import OTHER_WAY_SHAPE, SUPPORTS_SHAPE

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BY_NUMBER = -1
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
    """Entries are added, those retracted among them, each in its place: the newest on top where no column sorts them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[EvidenceEntry] = []
        self._words: list[str] = []
        self._files: Mapping[str, int] = {}
        self._requests: Mapping[str, str] = {}
        self._told: EvidenceEntry | None = None
        self._cells: tuple[str, ...] = ()
        self._column, self._descending = _BY_NUMBER, False
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
        return max((entry.number for entry in self._entries), default=0)

    @property
    def lowest(self) -> int:
        return min((entry.number for entry in self._entries), default=0)

    @property
    def standing(self) -> int:
        """How many of the entries are not retracted."""
        return sum(entry.retracted_at is None for entry in self._entries)

    def add_newer(self, entries: Sequence[EvidenceEntry]) -> None:
        highest = self.highest
        self._insert(0, [entry for entry in entries if entry.number > highest])

    def add_older(self, entries: Sequence[EvidenceEntry]) -> None:
        lowest = self.lowest
        self._insert(len(self._entries), [entry for entry in entries if not lowest or entry.number < lowest])

    def put(self, entry: EvidenceEntry) -> None:
        """As the entry stands now, in its place by number."""
        row = self.row_of(entry.id)
        if row >= 0:
            self._entries[row], self._words[row] = entry, self._searched(entry)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
            self._put_in_order()
        else:
            number = entry.number
            place = next((row for row, one in enumerate(self._entries) if one.number < number), len(self._entries))
            self._insert(place, [entry])

    def show_beside(self, files: Mapping[str, int], requests: Mapping[str, str]) -> None:
        """How many files are attached to each entry, by its id, and the number of each request, by its."""
        if (files, requests) != (self._files, self._requests):
            self._files, self._requests, self._told = files, requests, None
            self._words = [self._searched(entry) for entry in self._entries]
            if self._entries:
                self.dataChanged.emit(self.index(0, FILES), self.index(len(self._entries) - 1, REQUEST))
                self._put_in_order()

    def _insert(self, row: int, entries: list[EvidenceEntry]) -> None:
        if not entries:
            return
        self.beginInsertRows(QModelIndex(), row, row + len(entries) - 1)
        self._entries[row:row] = entries
        self._words[row:row] = [self._searched(entry) for entry in entries]
        self.endInsertRows()
        self._put_in_order()

    def entry_at(self, row: int) -> EvidenceEntry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, entry_id: str) -> int:
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), -1)

    def words_at(self, row: int) -> str:
        """What a filter looks through: a space before each word, so that beginnings can be found."""
        return self._words[row]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, and where that is the same newest first; by none (-1), newest first."""
        wanted = column, order == Qt.SortOrder.DescendingOrder
        if wanted != (self._column, self._descending):  # a table asks twice: of itself, and for its header
            self._column, self._descending = wanted
            self._put_in_order()

    def _put_in_order(self) -> None:
        """What is chosen stays chosen, wherever its row goes."""
        order = self._order()
        if order == list(range(len(order))):
            return
        self.layoutAboutToBeChanged.emit()
        self._entries = [self._entries[row] for row in order]
        self._words = [self._words[row] for row in order]
        now_at = {row: at for at, row in enumerate(order)}
        kept = self.persistentIndexList()
        self.changePersistentIndexList(kept, [self.index(now_at[one.row()], one.column()) for one in kept])
        self.layoutChanged.emit()

    def _order(self) -> list[int]:
        """The rows as they stand now, in the order in which they are to stand."""
        newest_first = sorted(range(len(self._entries)), key=lambda row: -self._entries[row].number)
        if self._column == _BY_NUMBER:
            return newest_first
        keyed = [(row, self._key(self._entries[row], self._column)) for row in newest_first]
        keyed.sort(key=itemgetter(1), reverse=self._descending)  # stable: what is the same stays newest first
        return [row for row, _ in keyed]

    def _key(self, entry: EvidenceEntry, column: int) -> Key:
        """By what an entry is sorted in a column, rising; what has nothing there comes last."""
        if column in (NUMBER, RECORDED):
            return entry.number, ""
        if column == FILES:
            return self._files.get(entry.id, 0), ""
        if column in (DATED, RECEIVED):
            day = entry.dated if column == DATED else entry.received_on
            return (day or dt.date.max).toordinal(), ""
        cell = self._words_to_sort_by(entry, column).casefold()
        return (0, cell) if cell else (1, "")

    def _words_to_sort_by(self, entry: EvidenceEntry, column: int) -> str:
        """Without making the other cells of the row."""
        if column == LINKED:
            return " ".join(entry.nodes)
        if column == REQUEST:
            return self._requests.get(entry.request or "", "")
        return {WIDE: entry.title, SOURCE: in_words(entry.source_kind), OWNER: entry.owner}[column]

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
        return None if entry.retracted_at is None else retracted_look(role)

    def _cell(self, entry: EvidenceEntry, column: int) -> str:
        """One row's words are kept: painting and spelling out a row asks for each of its cells in turn."""
        if entry is not self._told:
            self._told, self._cells = entry, self._cells_of(entry)
        return self._cells[column]

    def _cells_of(self, entry: EvidenceEntry) -> tuple[str, ...]:
        files = self._files.get(entry.id, 0)
        return (
            entry.ref,
            entry.title if entry.retracted_at is None else self.tr("Retracted: %1").replace("%1", entry.title),
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
