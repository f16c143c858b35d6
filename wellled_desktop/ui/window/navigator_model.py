"""The places of the navigator as a tree: Today; Framework with its KLOEs and what each holds; and the lists."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import NodeCount
from wellled_desktop.inspection.triangulation.coverage import KINDS, Kind, KloeCoverage
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.coverage_marks import coverage_in_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2
KINDS_ROLE = Qt.ItemDataRole.UserRole + 3
"""The kinds of what there is to look at in a KLOE; nothing of one that nothing is linked to yet."""
PLACES_ROLE = Qt.ItemDataRole.UserRole + 4
"""The kinds that any KLOE has: each has its place, so that the marks stand below one another."""


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
        self._coverage: dict[str, KloeCoverage] = {}

    def show_counts(self, totals: Iterable[NodeCount]) -> None:
        """What the whole of each KLOE holds."""
        counts = {one.node: (one.lines, one.entries) for one in totals}
        if counts != self._counts:
            self._counts = counts
            self._tell_counts()

    def show_coverage(self, found: Iterable[KloeCoverage]) -> None:
        """Advice and no score: what there is to look at in each KLOE."""
        coverage = {one.kloe: one for one in found}
        if coverage != self._coverage:
            self._coverage = coverage
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
        answer = _ANSWERS.get(role)
        return answer(self, self.entry_at(index)) if answer is not None else None

    def _spoken(self, entry: Entry) -> str:
        words = "; ".join(one.rstrip(".") for one in self._to_look_at(entry))
        return ", ".join(part for part in (entry.text, self._holds(entry), words) if part)

    def _kinds(self, entry: Entry) -> tuple[Kind, ...]:
        found = self._coverage_of(entry)
        return found.kinds if found is not None and found.held else ()

    def _places(self, _entry: Entry) -> tuple[Kind, ...]:
        shown = {kind for one in self._coverage.values() if one.held for kind in one.kinds}
        return tuple(kind for kind in KINDS if kind in shown)

    def _is_kloe(self, entry: Entry) -> bool:
        return entry.place is not None and entry.place.page == "kloe" and bool(entry.place.key)

    def _count_of(self, entry: Entry) -> tuple[int, int]:
        key = entry.place.key if entry.place is not None and self._is_kloe(entry) else ""
        return self._counts.get(key, (0, 0))

    def _coverage_of(self, entry: Entry) -> KloeCoverage | None:
        return self._coverage.get(entry.place.key if entry.place and self._is_kloe(entry) else "")

    def _to_look_at(self, entry: Entry) -> tuple[str, ...]:
        found = self._coverage_of(entry)
        return coverage_in_words(found) if found is not None else ()

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
        holds = self._holds(entry)
        if holds:
            where = self.tr("Each is counted once, whether linked to a prompt, guidance, key evidence or the KLOE.")
            holds = f"{holds}. {where}"
        parts = (entry.tip, holds, *self._to_look_at(entry), keys)
        return "\n".join(part for part in parts if part)

    def _tell_counts(self) -> None:
        roles = [COUNT_ROLE, KINDS_ROLE, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole]
        for row, entry in enumerate(self._entries):
            if entry.below:
                above = self.index(row, 0)
                self.dataChanged.emit(self.index(0, 0, above), self.index(len(entry.below) - 1, 0, above), roles)

    def _entries_of(self, pack: Pack) -> tuple[Entry, ...]:
        kloes = tuple(
            Entry(name := f"{kloe.id}  {kloe.sub_heading}", Place("kloe", kloe.id), tip=f"{name}\n{kloe.question}")
            for kloe in pack.kloes
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
_ANSWERS: dict[int, Callable[[NavigatorModel, Entry], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda _model, entry: entry.text,
    Qt.ItemDataRole.ToolTipRole: NavigatorModel._tip,
    Qt.ItemDataRole.AccessibleTextRole: NavigatorModel._spoken,
    COUNT_ROLE: lambda model, entry: sum(model._count_of(entry)),
    PLACE_ROLE: lambda _model, entry: entry.place,
    KINDS_ROLE: NavigatorModel._kinds,
    PLACES_ROLE: NavigatorModel._places,
}
