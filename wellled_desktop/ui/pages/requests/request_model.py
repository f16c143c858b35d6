"""What was asked of the trust as a table: what is still expected first, the longest waiting first, then what has come or was
withdrawn. Beside the numbered requests stand the key-evidence items marked requested that have none yet.
"""

import datetime as dt
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.read_models import Answer, EvidenceItemState, Request, RequestList
from wellled_desktop.inspection.response_times import days_waited, received_on
from wellled_desktop.ui.kit.words import BRITISH, counted

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WIDE = 1


class Asked(msgspec.Struct, frozen=True):
    """One row: a request, or an item of the checklist without one."""

    asked: Request | EvidenceItemState

    @property
    def request(self) -> Request | None:
        return self.asked if isinstance(self.asked, Request) else None

    @property
    def item(self) -> EvidenceItemState | None:
        return self.asked if isinstance(self.asked, EvidenceItemState) else None

    @property
    def key(self) -> str:
        """By which the row is found again: the request's id, or the item's node."""
        return self.asked.id if isinstance(self.asked, Request) else self.asked.node

    @property
    def node(self) -> str:
        return self.asked.node or ""

    @property
    def day(self) -> dt.date:
        return self.asked.day

    @property
    def is_open(self) -> bool:
        return self.request is None or self.request.is_open

    @property
    def since(self) -> dt.datetime:
        return self.asked.made_at if isinstance(self.asked, Request) else self.asked.set_at


class RequestModel(QAbstractTableModel):
    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = node_texts(pack)
        self._evidence = _evidence_of(pack)
        self._rows: tuple[Asked, ...] = ()
        self._answers: tuple[Answer, ...] = ()
        self._today = dt.date.min
        self.columns = (
            self.tr("No."),
            self.tr("What was asked for"),
            self.tr("For"),
            self.tr("Of whom, or why"),
            self.tr("Made"),
            self.tr("Age"),
            self.tr("Due"),
            self.tr("State"),
        )

    def show_requests(self, asked: RequestList, today: dt.date) -> None:
        rows = [*map(Asked, asked.requests), *map(Asked, asked.items)]
        ordered = tuple(sorted(rows, key=lambda one: (not one.is_open, one.since, one.node)))
        if (ordered, today, asked.answers) != (self._rows, self._today, self._answers):
            self.beginResetModel()
            self._rows, self._today, self._answers = ordered, today, asked.answers
            self.endResetModel()

    def asked_at(self, row: int) -> Asked | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """By the row's own key, else by the node it is for."""
        by_key = (row for row, one in enumerate(self._rows) if one.key == key)
        by_node = (row for row, one in enumerate(self._rows) if key and one.node == key)
        return next(by_key, next(by_node, -1))

    @property
    def counts(self) -> tuple[int, int, int]:
        """Numbered requests still open, items without a number, and requests that have come or were withdrawn."""
        numbered = [one for one in self._rows if one.request is not None]
        still_open = sum(one.is_open for one in numbered)
        return still_open, len(self._rows) - len(numbered), len(numbered) - still_open

    def answers_to(self, asked: Asked) -> tuple[Answer, ...]:
        """The entries that answer a request."""
        return tuple(one for one in self._answers if one.request == asked.key)

    def received_on(self, asked: Asked) -> dt.date | None:
        """When all of it had come."""
        return received_on(asked.request, self.answers_to(asked)) if asked.request else None

    def is_evidence(self, node: str) -> bool:
        """Whether it is an item of the key evidence, which is marked requested, and not a prompt."""
        return node in self._evidence

    def text_of(self, node: str) -> str:
        return self._texts.get(node, "")

    def ref_of(self, asked: Asked) -> str:
        """R-003; of an item without a number its node."""
        return asked.request.ref if asked.request else asked.node

    def words_of(self, asked: Asked) -> str:
        return asked.request.asked_for if asked.request else self.text_of(asked.node)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        asked = self.asked_at(index.row())
        if asked is None:
            return None
        cell = self.cells(asked)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {cell}" if cell else ""
        return None

    def cells(self, asked: Asked) -> tuple[str, ...]:
        request = asked.request
        if request is None:
            reason = (asked.item.reason or "") if asked.item else ""
            return ("–", self.words_of(asked), asked.node, reason, brief_day(asked.day), self._age(asked), "",
                    self.tr("no number"))  # fmt: skip
        return (
            request.ref,
            request.asked_for,
            ", ".join(part for part in (request.line_ref, request.node) if part),
            request.asked_of,
            brief_day(request.day),
            self._age(asked),
            self._due(request),
            ", ".join((state_words(request), *(one.ref for one in self.answers_to(asked)))),
        )

    def _age(self, asked: Asked) -> str:
        """How long one has waited; of what has come, how long it took."""
        request = asked.request
        days = days_waited(request, self._today, self.answers_to(asked)) if request else (self._today - asked.day).days
        return self.tr("today") if days < 1 else counted(days, self.tr("day"), self.tr("days"))

    def _due(self, request: Request) -> str:
        if request.due is None:
            return ""
        late = request.is_open and request.due < self._today
        return self.tr("was due %1").replace("%1", brief_day(request.due)) if late else brief_day(request.due)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section]
        return None


def _evidence_of(pack: Pack) -> frozenset[str]:
    items = (item for kloe in pack.kloes for item in kloe.evidence)
    return frozenset(node for item in items for node in (item.id, *(below.id for below in item.items)))


def state_words(request: Request) -> str:
    return "received in part" if request.state == "partial" else request.state


def brief_day(day: dt.date) -> str:
    """Tue 24 Nov."""
    return BRITISH.toString(QDate(day.year, day.month, day.day), "ddd d MMM")
