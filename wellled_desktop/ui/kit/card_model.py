"""The role card as a list: a heading for each KLOE, under it what to raise with the roles of this session."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import CardEntry
from wellled_desktop.ui.kit.words import counted

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
KIND_WORDS = {"prompt": "prompt", "guidance": "guidance", "evidence": "evidence to ask for"}


class CardHeading(msgspec.Struct, frozen=True):
    kloe: str
    words: str


CardRow = CardHeading | CardEntry


class CardModel(QAbstractListModel):
    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = {kloe.id: CardHeading(kloe.id, kloe.sub_heading) for kloe in pack.kloes}
        self._entries: tuple[CardEntry, ...] = ()
        self._rows: tuple[CardRow, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._kinds = frozenset(KIND_WORDS)

    def show_card(self, entries: Sequence[CardEntry]) -> None:
        self._entries = tuple(entries)
        self._fill()

    def show_kinds(self, kinds: frozenset[str]) -> None:
        """Leaves out what is of no kind named: prompts alone, say."""
        self._kinds = kinds
        self._fill()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many lines of the session are tagged to each node."""
        if counts != self._counts:
            self._counts = counts
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _fill(self) -> None:
        rows: list[CardRow] = []
        under = ""
        for entry in self._entries:
            if entry.kind not in self._kinds:
                continue
            kloe = entry.node.split(".", 1)[0]
            if kloe != under:
                under = kloe
                rows.append(self._headings[kloe])
            rows.append(entry)
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> CardRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def entry_at(self, row: int) -> CardEntry | None:
        found = self.row_at(row)
        return found if isinstance(found, CardEntry) else None

    def count(self, node: str) -> int:
        return self._counts.get(node, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if isinstance(row, CardHeading):
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{row.kloe} {row.words}" if role in shown else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.because
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lines = counted(self.count(row.node), self.tr("line"), self.tr("lines"))
            return f"{row.node}, {KIND_WORDS[row.kind]}: {row.text} ({row.reason}) {lines}"
        return None
