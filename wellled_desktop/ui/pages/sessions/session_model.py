"""All sessions under the days they belong to, for a tree of two levels: a day's heading, then its sessions in time order."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_state
from wellled_desktop.ui.kit.speaking import session_words
from wellled_desktop.ui.kit.words import clock_time, counted, day_in_words, in_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
LINES_COLUMN = 8


class SessionDay(msgspec.Struct, frozen=True):
    """`day` is None for sessions without a day yet."""

    day: dt.date | None
    sessions: tuple[Session, ...]


def by_day(sessions: Iterable[Session]) -> tuple[SessionDay, ...]:
    """The days in order, those without a day last; within a day the order given."""
    days: dict[dt.date | None, list[Session]] = {}
    for session in sessions:
        days.setdefault(session.day, []).append(session)
    return tuple(SessionDay(day, tuple(found)) for day, found in days.items())


class SessionModel(QAbstractItemModel):
    """An index of a session carries its day's row + 1 as internal id; one of a day carries 0."""

    def __init__(self, titles: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._days: tuple[SessionDay, ...] = ()
        self._texts: tuple[frozenset[str], ...] | None = None
        self._columns = (
            self.tr("Time"), self.tr("No."), self.tr("Kind"), self.tr("With"), self.tr("Place"), self.tr("Led by"),
            self.tr("Notes by"), self.tr("State"), self.tr("Lines"),
        )  # fmt: skip

    def show_sessions(self, sessions: Sequence[Session]) -> bool:
        """Whether anything is different from what was shown."""
        days = by_day(sessions)
        if days == self._days:
            return False
        self.beginResetModel()
        self._days = days
        self._texts = None
        self.endResetModel()
        return True

    def texts(self, column: int) -> frozenset[str]:
        """What stands in the column, each text once: the room it needs is known without asking row by row."""
        if self._texts is None:
            rows = [self._cells(session) for day in self._days for session in day.sessions]
            self._texts = tuple(map(frozenset, zip(*rows, strict=True)))
        return self._texts[column] if self._texts else frozenset()

    def session_at(self, index: Index) -> Session | None:
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._days[index.internalId() - 1].sessions[index.row()]

    def find(self, session_id: str) -> QModelIndex:
        for at, day in enumerate(self._days):
            for row, session in enumerate(day.sessions):
                if session.id == session_id:
                    return self.index(row, 0, self.index(at, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject has a parent() of its own
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        if not parent.isValid():
            return len(self._days)
        return len(self._days[parent.row()].sessions) if parent.internalId() == 0 and parent.column() == 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:  # noqa: N802
        return len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == LINES_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        session = self.session_at(index)
        if session is None:
            return self._day_data(index, role)
        if role in _SHOWN:
            cell = self._cells(session)[index.column()]
            if role == Qt.ItemDataRole.AccessibleTextRole and cell:
                return f"{self._columns[index.column()]}: {cell}"
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == LINES_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _day_data(self, index: Index, role: int) -> Any:
        if role not in _SHOWN or index.column() != 0 or not index.isValid():
            return None
        day = self._days[index.row()]
        words = day_in_words(day.day) if day.day else self.tr("No day yet")
        return f"{words}, {counted(len(day.sessions), self.tr('session'), self.tr('sessions'))}"

    def _cells(self, session: Session) -> tuple[str, ...]:
        return (
            clock_time(session.planned_start or session.started_at),
            session.ref,
            in_words(session.kind),
            session_words(session, self._titles),
            session.place,
            session.lead,
            session.note_taker,
            spoken_state(session),
            f"{session.lines:,}" if session.lines else "",
        )
