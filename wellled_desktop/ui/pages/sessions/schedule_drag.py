"""The mouse on the schedule: over free time it asks for a new session, a block moves, its lower edge makes it longer or shorter.

Signals of ScheduleDrag: `swept(int, int, int)` row, rows, column of the free time dragged over; `dropped(str, int, int)` a
session's id with the row and column it was let go at; `stretched(str, int)` with its new length in minutes; `ghost_moved()`.
"""

from typing import Literal

import msgspec
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from wellled_desktop.ui.pages.sessions.schedule_day import DAY_MINUTES, QUARTER, ROWS, Block, row_words

_EDGE = 6


class Spot(msgspec.Struct, frozen=True):
    """Where the mouse is: minutes after midnight, the column, the block under it and how far above its lower edge, in pixels."""

    minute: int
    column: int
    block: Block | None
    above_end: int


class Ghost(msgspec.Struct, frozen=True):
    """What would come of letting go now."""

    top: int
    bottom: int
    column: int
    words: str


class ScheduleDrag(QObject):
    swept = Signal(int, int, int)
    dropped = Signal(str, int, int)
    stretched = Signal(str, int)
    ghost_moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kind: Literal["", "sweep", "move", "stretch"] = ""
        self._pressed = QPoint()
        self._begun: Spot | None = None
        self.ghost: Ghost | None = None

    def press(self, at: QPoint, spot: Spot) -> None:
        self._pressed, self._begun, self.ghost = at, spot, None
        if spot.block is None:
            self._kind = "sweep"
        elif spot.block.quiet or spot.block.session.started_at is not None:
            self._kind = ""  # who takes notes is not changed by dragging, and what has begun stands
        else:
            self._kind = "stretch" if spot.above_end <= _EDGE else "move"

    def move(self, at: QPoint, spot: Spot) -> None:
        if self._begun is None or not self._kind:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self.ghost is not None or far:
            self.ghost = self._ghost(self._begun, spot)
            self.ghost_moved.emit()

    def scroll_along(self, view: QAbstractScrollArea, at: QPoint, step: int) -> None:
        """Where something is dragged to an edge, there is more to see beyond it."""
        if self.ghost is None:
            return
        room, way = view.viewport().rect(), at - self._pressed
        for bar, here, end, moved in (
            (view.verticalScrollBar(), at.y(), room.height(), way.y()),
            (view.horizontalScrollBar(), at.x(), room.width(), way.x()),
        ):
            if moved > 0 and here > end - step:
                bar.setValue(bar.value() + step)
            elif moved < 0 and here < step:
                bar.setValue(bar.value() - step)

    def release(self) -> None:
        begun, ghost, kind = self._begun, self.ghost, self._kind
        self.cancel()
        if begun is None or ghost is None:
            return
        if kind == "sweep":
            self.swept.emit(ghost.top // QUARTER, (ghost.bottom - ghost.top) // QUARTER, ghost.column)
        elif begun.block is not None and kind == "move":
            self.dropped.emit(begun.block.session.id, ghost.top // QUARTER, ghost.column)
        elif begun.block is not None:
            self.stretched.emit(begun.block.session.id, ghost.bottom - ghost.top)

    def cancel(self) -> None:
        self._kind, self._begun, self.ghost = "", None, None
        self.ghost_moved.emit()

    def under_way(self) -> bool:
        return self.ghost is not None

    def _ghost(self, begun: Spot, spot: Spot) -> Ghost:
        row, column = max(0, min(ROWS - 1, spot.minute // QUARTER)), begun.column
        if self._kind == "sweep" or begun.block is None:
            first, last = sorted((begun.minute // QUARTER, row))
            top, bottom = first * QUARTER, (last + 1) * QUARTER
        elif self._kind == "stretch":
            top, bottom = begun.block.top, max(begun.block.top + QUARTER, (row + 1) * QUARTER)
        else:
            length = begun.block.bottom - begun.block.top
            moved = begun.block.top + spot.minute - begun.minute
            top = max(0, min(DAY_MINUTES - QUARTER, round(moved / QUARTER) * QUARTER))
            bottom, column = min(DAY_MINUTES, top + length), spot.column
        return Ghost(top, bottom, column, f"{_clock(top)}–{_clock(bottom)}")


def _clock(minute: int) -> str:
    return "24:00" if minute >= DAY_MINUTES else f"{row_words(minute // QUARTER)[:3]}{minute % 60:02d}"
