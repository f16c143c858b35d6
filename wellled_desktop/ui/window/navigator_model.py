"""The places of the navigator as a tree: Today; Framework with its KLOEs and what each holds; and the lists."""

from collections.abc import Iterable
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import NodeCount
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.places import Place

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2


class Entry(msgspec.Struct, frozen=True):
    """One row; `keys` are those that lead there. The framework's row leads to whichever KLOE was open last."""

    text: str
    place: Place | None
    tip: str = ""
    keys: str = ""
    below: tuple["Entry", ...] = ()


class NavigatorModel(QAbstractItemModel):
    """Two levels: a row of the second has for its internal id 1 + the row of its parent; one of the first has 0."""

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = self._entries_of(pack)
        self._counts: dict[str, tuple[int, int]] = {}
        self._empty: dict[str, tuple[int, int]] = {}

    def show_counts(self, totals: Iterable[NodeCount]) -> None:
        """What the whole of each KLOE holds."""
        counts = {one.node: (one.lines, one.entries) for one in totals}
        if counts != self._counts:
            self._counts = counts
            self._tell_counts()

    def show_held(self, held: frozenset[str], pack: Pack, scope: Scope) -> None:
        """Advice and no score: how many of the prompts of a KLOE, of those that apply, have nothing linked to them yet."""
        prompts = {kloe.id: [one.id for one in kloe.prompts if scope.applies(one.id)] for kloe in pack.kloes}
        empty = {kloe: (len([one for one in ids if one not in held]), len(ids)) for kloe, ids in prompts.items()}
        if empty != self._empty:
            self._empty = empty
            self._tell_counts()

    def index_of(self, place: Place, kloe: str = "") -> QModelIndex:
        """The row that stands for the place; `kloe` is the one shown on the KLOE page."""
        for row, entry in enumerate(self._entries):
            for inner, below in enumerate(entry.below):
                if place.page == "kloe" and below.place == Place("kloe", place.key or kloe):
                    return self.index(inner, 0, self.index(row, 0))
            if entry.place is not None and entry.place.page == _LISTED_UNDER.get(place.page, place.page):
                return self.index(row, 0)
        return QModelIndex()

    def entry_at(self, index: Index) -> Entry:
        above = index.internalId()
        return self._entries[above - 1].below[index.row()] if above else self._entries[index.row()]

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt's parent() takes nothing
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        if not parent.isValid():
            return len(self._entries)
        return 0 if parent.internalId() else len(self._entries[parent.row()].below)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == COUNT_ROLE:
            return sum(self._count_of(entry))
        if role == PLACE_ROLE:
            return entry.place
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.text, self._holds(entry), self._lacks(entry)) if part)
        return None

    def _is_kloe(self, entry: Entry) -> bool:
        return entry.place is not None and entry.place.page == "kloe" and bool(entry.place.key)

    def _count_of(self, entry: Entry) -> tuple[int, int]:
        key = entry.place.key if entry.place is not None and self._is_kloe(entry) else ""
        return self._counts.get(key, (0, 0))

    def _lacks(self, entry: Entry) -> str:
        """3 of 6 prompts have nothing yet; "" where each has something."""
        empty, prompts = self._empty.get(entry.place.key if entry.place and self._is_kloe(entry) else "", (0, 0))
        words = self.tr("%1 of %2 has nothing yet") if empty == 1 else self.tr("%1 of %2 have nothing yet")
        of = counted(prompts, self.tr("prompt"), self.tr("prompts"))
        return words.replace("%1", f"{empty:,}").replace("%2", of) if empty else ""

    def _holds(self, entry: Entry) -> str:
        if not self._is_kloe(entry):
            return ""
        lines, entries = self._count_of(entry)
        of_lines = counted(lines, self.tr("line"), self.tr("lines"))
        return (
            self.tr("%1 and %2 linked")
            .replace("%1", of_lines)
            .replace("%2", counted(entries, self.tr("evidence entry"), self.tr("evidence entries")))
        )

    def _tip(self, entry: Entry) -> str:
        keys = f"({entry.keys})" if entry.keys else ""
        parts = (entry.tip, self._holds(entry), self._lacks(entry), keys)
        return "\n".join(part for part in parts if part)

    def _tell_counts(self) -> None:
        for row, entry in enumerate(self._entries):
            if entry.below:
                above = self.index(row, 0)
                self.dataChanged.emit(self.index(0, 0, above), self.index(len(entry.below) - 1, 0, above), [COUNT_ROLE])

    def _entries_of(self, pack: Pack) -> tuple[Entry, ...]:
        kloes = tuple(
            Entry(f"{kloe.id}  {kloe.sub_heading}", Place("kloe", kloe.id), tip=kloe.question) for kloe in pack.kloes
        )
        return (
            Entry(self.tr("Today"), Place("today"), keys="Ctrl+1"),
            Entry(self.tr("Framework"), Place("kloe"), keys="Ctrl+2", below=kloes),
            Entry(self.tr("Sessions"), Place("sessions"), keys="Ctrl+3"),
            Entry(self.tr("Evidence"), Place("evidence"), keys="Ctrl+4"),
            Entry(self.tr("Requests"), Place("requests"), keys="Ctrl+5"),
            Entry(self.tr("Reports"), Place("reports"), keys="Ctrl+6"),
            Entry(self.tr("Worries"), Place("worries"), keys="Ctrl+7"),
            Entry(self.tr("Triangulation"), Place("triangulation"), keys="Ctrl+8"),
            Entry(self.tr("Corroboration"), Place("corroboration"), keys="Ctrl+9"),
        )


_LISTED_UNDER = {"session": "sessions"}
