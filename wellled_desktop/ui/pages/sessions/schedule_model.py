"""One day of the schedule as a table that a screen reader can walk: rows are quarter hours, columns the team."""

import datetime as dt
from collections import defaultdict
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.speaking import session_words
from wellled_desktop.ui.pages.sessions.schedule_day import (
    NOBODY,
    QUARTER,
    ROWS,
    Block,
    blocks_of,
    columns_for,
    on_day,
    row_words,
    skipped_rows,
)
from wellled_desktop.ui.pages.sessions.schedule_words import Clashes, sentence_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class Day(msgspec.Struct, frozen=True):
    """All that the table shows: the day, its columns, and the blocks in them."""

    day: dt.date
    columns: tuple[str, ...]
    blocks: tuple[Block, ...]
    clashes: Clashes
    skipped: frozenset[int]


class ScheduleModel(QAbstractTableModel):
    def __init__(
        self, team: tuple[str, ...], titles: dict[str, str], zone: Zone, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._team = team
        self._titles = titles
        self.zone = zone
        self._day = Day(dt.date.min, (*team, NOBODY), (), {}, frozenset())
        self._at: dict[tuple[int, int], list[Block]] = {}

    @property
    def shown(self) -> Day:
        return self._day

    def show_day(self, day: dt.date, sessions: tuple[Session, ...], clashes: Clashes) -> bool:
        """`sessions` are those of the inspection that are not cancelled. Whether anything is different from before."""
        here = on_day(sessions, day, self.zone)
        columns = columns_for(self._team, here)
        skipped = self._day.skipped if day == self._day.day else skipped_rows(day, self.zone)
        made = Day(day, columns, blocks_of(here, day, columns, self.zone), clashes, skipped)
        if made == self._day:
            return False
        if made.columns == self._day.columns and made.day == self._day.day:
            changed = _columns_changed(self._day, made)
            self._keep(made)
            for column in changed:
                self.dataChanged.emit(self.index(0, column), self.index(ROWS - 1, column))
        elif made.columns == self._day.columns:
            self._keep(made)
            self.dataChanged.emit(self.index(0, 0), self.index(ROWS - 1, len(columns) - 1))
        else:
            self.beginResetModel()
            self._keep(made)
            self.endResetModel()
        return True

    def _keep(self, day: Day) -> None:
        self._day = day
        at: dict[tuple[int, int], list[Block]] = defaultdict(list)
        for block in day.blocks:
            for row in range(block.top // QUARTER, -(-block.bottom // QUARTER)):
                at[row, block.column].append(block)
        self._at = {slot: sorted(blocks, key=lambda one: one.lane) for slot, blocks in at.items()}

    def blocks_at(self, row: int, column: int) -> list[Block]:
        """From the left."""
        return self._at.get((row, column), [])

    def block_of(self, session_id: str) -> Block | None:
        """Where the session stands: in its lead's column."""
        return next((one for one in self._day.blocks if one.session.id == session_id and not one.quiet), None)

    def lead_at(self, column: int) -> str:
        return self._day.columns[column] if 0 <= column < len(self._day.columns) else NOBODY

    def sentence(self, session: Session) -> str:
        return sentence_of(session, self._titles, self._day.clashes, self.zone)

    def with_whom(self, session: Session) -> str:
        """As the list of sessions says it: its title where it has one, else the roles."""
        return session_words(session, self._titles)

    def slot_words(self, row: int, column: int, only: Block | None = None) -> str:
        """What stands at the slot, as it is read out; of several side by side, `only` one."""
        where = f"{row_words(row)}, {self.column_words(column)}"
        blocks = self.blocks_at(row, column) if only is None else [only]
        if blocks:
            return f"{where}: {'; '.join(map(self._block_words, blocks))}"
        if row in self._day.skipped:
            return f"{where}: {self.tr('the clocks go forward, so this time does not come')}"
        return f"{where}: {self.tr('free')}"

    def _block_words(self, block: Block) -> str:
        words = self.sentence(block.session)
        return self.tr("takes notes in %1").replace("%1", words) if block.quiet else words

    def column_words(self, column: int) -> str:
        return self.lead_at(column) or self.tr("Nobody yet")

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._day.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _SPOKEN and index.isValid():
            free = role == Qt.ItemDataRole.ToolTipRole and not self.blocks_at(index.row(), index.column())
            return None if free else self.slot_words(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal:
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self.column_words(section) if shown else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_words(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return row_words(section) if section * QUARTER % 60 == 0 else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        return None


def _columns_changed(before: Day, after: Day) -> tuple[int, ...]:
    """Those in which a block, or what it is double-booked with, is another: only they are drawn again."""
    was, now = _by_column(before), _by_column(after)
    return tuple(column for column in range(len(after.columns)) if was[column] != now[column])


def _by_column(day: Day) -> dict[int, list[tuple[Block, tuple[str, ...]]]]:
    found: dict[int, list[tuple[Block, tuple[str, ...]]]] = defaultdict(list)
    for block in day.blocks:
        found[block.column].append((block, day.clashes.get(block.session.id, ())))
    return found
