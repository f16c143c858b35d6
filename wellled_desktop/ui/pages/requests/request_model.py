"""The key-evidence items in the state requested as a table, the longest waiting first."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.read_models import EvidenceItemState
from wellled_desktop.ui.kit.words import counted, short_day

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WIDE = 1


class RequestModel(QAbstractTableModel):
    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = node_texts(pack)
        self._requests: tuple[EvidenceItemState, ...] = ()
        self._today = dt.date.min
        self.columns = (
            self.tr("Item"),
            self.tr("What was asked for"),
            self.tr("Of whom, or why"),
            self.tr("Since"),
            self.tr("Waiting"),
            self.tr("Asked by"),
        )

    def show_requests(self, requests: Sequence[EvidenceItemState], today: dt.date) -> None:
        ordered = tuple(sorted(requests, key=lambda one: (one.set_at, one.node)))
        if (ordered, today) != (self._requests, self._today):
            self.beginResetModel()
            self._requests, self._today = ordered, today
            self.endResetModel()

    def request_at(self, row: int) -> EvidenceItemState | None:
        return self._requests[row] if 0 <= row < len(self._requests) else None

    def row_of(self, node: str) -> int:
        return next((row for row, request in enumerate(self._requests) if request.node == node), -1)

    def text_of(self, node: str) -> str:
        return self._texts.get(node, "")

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._requests)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        request = self.request_at(index.row())
        if request is None:
            return None
        cell = self._cells(request)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}" if cell else ""
        return None

    def _cells(self, request: EvidenceItemState) -> tuple[str, ...]:
        return (
            request.node,
            self.text_of(request.node),
            request.reason or "",
            short_day(request.day),
            self._waiting(request),
            request.author,
        )

    def _waiting(self, request: EvidenceItemState) -> str:
        days = (self._today - request.day).days
        return self.tr("today") if days < 1 else counted(days, self.tr("day"), self.tr("days"))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None
