"""The key evidence of all KLOEs that applies to this trust, with how each item stands; what is open is advice, never a fault."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from wellled_desktop.framework.local import marked
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.interviewed import Interviewed
from wellled_desktop.inspection.read_models import Checklist, EvidenceItemState, NodeCount
from wellled_desktop.inspection.words import EvidenceState, SourceKind
from wellled_desktop.ui.kit.interviewed_words import in_brief
from wellled_desktop.ui.kit.source_kinds import likely_source
from wellled_desktop.ui.kit.words import counted, in_words, short_day

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WIDE = 2


class Item(msgspec.Struct, frozen=True):
    id: str
    text: str
    nested: bool
    source_kind: SourceKind = "document"


def items_of(pack: Pack, scope: Scope) -> tuple[Item, ...]:
    """The items that apply, each followed by those nested under it."""
    items: list[Item] = []
    for kloe in pack.kloes:
        for evidence in kloe.evidence:
            source = likely_source(evidence.kind)
            items.append(Item(evidence.id, marked(evidence.id, evidence.text), nested=False, source_kind=source))
            items += [Item(below.id, below.text, nested=True, source_kind=source) for below in evidence.items]
    return tuple(item for item in items if scope.applies(item.id))


class ChecklistModel(QAbstractTableModel):
    def __init__(self, items: tuple[Item, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = items
        self._checklist = Checklist({}, {})
        self._interviewed: Mapping[str, Interviewed] = {}
        self.columns = (
            self.tr("Item"),
            self.tr("State"),
            self.tr("What the framework asks for"),
            self.tr("Reason"),
            self.tr("Linked"),
        )

    def adopt(self, items: tuple[Item, ...]) -> None:
        """The framework has other items now."""
        if items != self._items:
            self.beginResetModel()
            self._items = items
            self.endResetModel()

    def show_checklist(self, checklist: Checklist) -> None:
        if checklist != self._checklist and self._items:
            self._checklist = checklist
            self._all_changed()

    def show_interviewed(self, interviewed: Mapping[str, Interviewed]) -> None:
        """How far the interviews are that items ask for."""
        if interviewed != self._interviewed and self._items:
            self._interviewed = interviewed
            self._all_changed()

    def _all_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, len(self.columns) - 1))

    def item_at(self, row: int) -> Item | None:
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, node: str) -> int:
        return next((row for row, item in enumerate(self._items) if item.id == node), -1)

    def state(self, row: int) -> EvidenceState:
        state = self._checklist.states.get(self._items[row].id)
        return state.state if state else "none"

    def state_of(self, node: str) -> EvidenceState | None:
        """None for what is no item of this checklist."""
        row = self.row_of(node)
        return self.state(row) if row >= 0 else None

    def standing(self, node: str) -> EvidenceItemState | None:
        """The state as it was set; None where none was."""
        return self._checklist.states.get(node)

    def entries(self, node: str) -> int:
        """How many evidence entries are linked to the item."""
        count = self._checklist.counts.get(node)
        return count.entries if count else 0

    def interviewed_for(self, node: str) -> Interviewed | None:
        return self._interviewed.get(node)

    def states(self) -> Iterable[tuple[Item, EvidenceState]]:
        return ((item, self.state(row)) for row, item in enumerate(self._items))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item_at(index.row())
        if item is None:
            return None
        cell = self._cell(item, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (
                f"    {cell}" if item.nested and index.column() == 0 and role == Qt.ItemDataRole.DisplayRole else cell
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}" if cell else ""
        return None

    def _cell(self, item: Item, column: int) -> str:
        state = self._checklist.states.get(item.id)
        standing = state if state is not None and state.state != "none" else None
        if column < 3:
            return (item.id, _since(standing), item.text)[column]
        if column == 3:
            return standing.reason or "" if standing else ""
        parts = [_linked(self._checklist.counts.get(item.id))]
        if found := self._interviewed.get(item.id):
            parts.append(in_brief(found))
        return ", ".join(part for part in parts if part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None


class ChecklistFilter(QSortFilterProxyModel):
    """The items in one state; "" for all."""

    def __init__(self, model: ChecklistModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = model
        self._state = ""
        self.setSourceModel(model)

    def look_for(self, state: str) -> None:
        if state != self._state:
            self.beginFilterChange()
            self._state = state
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:  # noqa: N802
        return not self._state or self._items.state(source_row) == self._state

    def item_at(self, row: int) -> Item | None:
        return self._items.item_at(self.mapToSource(self.index(row, 0)).row()) if row >= 0 else None


def _since(standing: EvidenceItemState | None) -> str:
    return f"{in_words(standing.state)}, {short_day(standing.day)}" if standing else ""


def _linked(count: NodeCount | None) -> str:
    if count is None:
        return ""
    parts = [counted(count.lines, "line", "lines")] if count.lines else []
    if count.entries:
        parts.append(counted(count.entries, "entry", "entries"))
    return ", ".join(parts)
