"""The grid of one day: walked by keyboard slot by slot, its sessions drawn as blocks over their quarters.

Signals of ScheduleGrid: `opened(str)` with a session's id; `slot_wanted(int, int, int, str)` a new session at row, for so many
rows, in column, begun by typing a letter; `chosen()` when another slot or session has become the current one.
"""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.pages.sessions.schedule_day import DAY_MINUTES, QUARTER, ROWS, Block, widths_of
from wellled_desktop.ui.pages.sessions.schedule_drag import ScheduleDrag, Spot
from wellled_desktop.ui.pages.sessions.schedule_model import ScheduleModel
from wellled_desktop.ui.pages.sessions.schedule_paint import BlockPainter, BlockWords
from wellled_desktop.ui.pages.sessions.schedule_times import TeamHeader, TimeHeader

Index = QModelIndex | QPersistentModelIndex
_FIRST_ROW = 8 * 60 // QUARTER
_ALT, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_ROLE = QPalette.ColorRole


class ScheduleGrid(QTableView):
    opened = Signal(str)
    slot_wanted = Signal(int, int, int, str)
    chosen = Signal()

    def __init__(self, model: ScheduleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._lane = 0
        self._words = BlockWords()
        self.drag = ScheduleDrag(self)
        self._ghost = QRect()
        self.drag.ghost_moved.connect(self._draw_ghost_anew)
        self.drag.swept.connect(self._sweep)
        self.setVerticalHeader(TimeHeader(self))
        self.setHorizontalHeader(TeamHeader(self))
        self.setModel(model)
        self.setAccessibleName(self.tr("Schedule of the day: quarter hours by who leads"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._arrange_headers()
        model.dataChanged.connect(self._draw_columns_anew)
        model.dataChanged.connect(self._share_width)
        model.modelReset.connect(self._share_width)

    def _arrange_headers(self) -> None:
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_rows()

    def _size_rows(self) -> None:
        rows = self.verticalHeader()
        height = self.fontMetrics().lineSpacing() + 1
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_rows()
            self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        room, character, header = (
            self.viewport().width(),
            self.fontMetrics().averageCharWidth(),
            self.horizontalHeader(),
        )
        widths = widths_of(self._model.shown.blocks, self._model.columnCount(), room, character)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)  # nothing to it where it has that width

    def slot(self) -> tuple[int, int]:
        """Row and column of the current slot."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (_FIRST_ROW, 0)

    def session(self) -> Session | None:
        """The session at the current slot: of several side by side, the one that was walked to."""
        block = self._block()
        return block.session if block else None

    def words(self) -> str:
        """What stands at the current slot; of several side by side, the one that was walked to."""
        block, slot = self._block(), self.slot()
        words = self._model.slot_words(*slot, block)
        beside = len(self._model.blocks_at(*slot))
        return f"{words} ({self.tr('one of %1 side by side').replace('%1', str(beside))})" if beside > 1 else words

    def _block(self) -> Block | None:
        blocks = self._model.blocks_at(*self.slot()) if self.currentIndex().isValid() else []
        return blocks[min(self._lane, len(blocks) - 1)] if blocks else None

    def choose_slot(self, row: int, column: int, lane: int = 0) -> None:
        index = self._model.index(max(0, min(ROWS - 1, row)), max(0, min(self._model.columnCount() - 1, column)))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._lane = lane  # only now: in another column the walk begins at the left
        self.scrollTo(index)
        self._draw_column_anew(index.column())
        self.chosen.emit()

    def choose_session(self, session_id: str) -> bool:
        """Whether the day has it."""
        block = self._model.block_of(session_id)
        if block is None:
            return False
        row = block.top // QUARTER
        lanes = [one.session.id for one in self._model.blocks_at(row, block.column)]
        end = self._model.index(min(ROWS - 1, (block.bottom - 1) // QUARTER), block.column)
        self.scrollTo(end)
        self.choose_slot(row, block.column, lanes.index(session_id))
        return True

    def show_working_day(self) -> None:
        """From the first session of the day, or eight o'clock; the current slot is always in sight."""
        tops = [block.top // QUARTER for block in self._model.shown.blocks]
        first = min((*tops, _FIRST_ROW))
        self.scrollTo(self._model.index(ROWS - 1, 0))
        self.choose_slot(min(tops, default=_FIRST_ROW), self._first_column(min(tops, default=-1)))
        self.scrollTo(self._model.index(max(0, first - 1), 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self.scrollTo(self.currentIndex())

    def _first_column(self, row: int) -> int:
        return next((block.column for block in self._model.shown.blocks if block.top // QUARTER == row), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        modifiers, key = event.modifiers() & (_ALT | _CTRL | _SHIFT), event.key()
        if key == Qt.Key.Key_Escape and self.drag.under_way():
            self.drag.cancel()
        elif modifiers & (_ALT | _CTRL) or key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            event.ignore()  # the actions on a session are the page's
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._step_lane(1 if key == Qt.Key.Key_Right else -1):
            pass
        elif event.text().isalnum():
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        session = self.session()
        if session is not None:
            self.opened.emit(session.id)
        else:
            self.slot_wanted.emit(*self._here(), "")

    def _type(self, letter: str) -> None:
        if self.session() is None:
            self.slot_wanted.emit(*self._here(), letter)

    def _here(self) -> tuple[int, int, int]:
        row, column = self.slot()
        return row, 0, column

    def _step_lane(self, step: int) -> bool:
        """Side by side, the arrow goes to the neighbour before it goes to the next column."""
        blocks = self._model.blocks_at(*self.slot())
        lane = min(self._lane, len(blocks) - 1) + step
        if not blocks or not 0 <= lane < len(blocks):
            return False
        self.choose_slot(*self.slot(), lane)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.column() != previous.column():
            self._lane = 0
            self._draw_column_anew(previous.column())
        self._draw_column_anew(current.column())
        self.chosen.emit()

    def _sweep(self, row: int, rows: int, column: int) -> None:
        self.choose_slot(row, column)
        self.slot_wanted.emit(row, rows, column, "")

    # --- geometry and mouse

    def _rect(self, top: int, bottom: int, column: int, lane: int = 0, lanes: int = 1) -> QRect:
        height = self.verticalHeader().defaultSectionSize()
        origin = -self.verticalOffset()
        left, width = self.columnViewportPosition(column), self.columnWidth(column) - 1
        x, right = left + width * lane // lanes, left + width * (lane + 1) // lanes
        y, end = origin + top * height // QUARTER, origin + bottom * height // QUARTER
        return QRect(x + 1, y + 1, right - x - 2, end - y - 1)

    def block_rect(self, block: Block) -> QRect:
        return self._rect(block.top, block.bottom, block.column, block.lane, block.lanes)

    def spot_at(self, at: QPoint) -> Spot:
        height = self.verticalHeader().defaultSectionSize()
        minute = max(0, min(DAY_MINUTES - 1, (at.y() + self.verticalOffset()) * QUARTER // height))
        column = self._column_at(at.x())
        for block in self._model.blocks_at(minute // QUARTER, column):
            rect = self.block_rect(block)
            if rect.contains(at):
                return Spot(minute, column, block, rect.bottom() - at.y())
        return Spot(minute, column, None, 0)

    def _column_at(self, x: int) -> int:
        """Beyond the last one, the last one."""
        column = self.columnAt(x)
        return self._model.columnCount() - 1 if column < 0 else column

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self.spot_at(event.position().toPoint())
        self.choose_slot(spot.minute // QUARTER, spot.column, spot.block.lane if spot.block else 0)
        self.drag.press(event.position().toPoint(), spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position().toPoint()
        self.drag.move(at, self.spot_at(at))
        self.drag.scroll_along(self, at, self.verticalHeader().defaultSectionSize())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        self.drag.release()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        self.drag.cancel()
        self._enter()

    # --- painting: never cell by cell, so that a day with 130 sessions scrolls as an empty one does

    def _draw_columns_anew(self, first: Index, last: Index) -> None:
        for column in range(first.column(), last.column() + 1):
            self._draw_column_anew(column)

    def _draw_column_anew(self, column: int) -> None:
        if column >= 0:
            left, height = self.columnViewportPosition(column), self.viewport().height()
            self.viewport().update(left, 0, self.columnWidth(column), height)

    def _draw_ghost_anew(self) -> None:
        """Where it was and where it is."""
        was, ghost = self._ghost, self.drag.ghost
        self._ghost = self._rect(ghost.top, ghost.bottom, ghost.column) if ghost is not None else QRect()
        for rect in (was, self._ghost):
            self.viewport().update(rect.adjusted(-2, -2, 2, 2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        area = event.rect()
        palette = self.palette()
        painter.fillRect(area, palette.color(_ROLE.Base))
        self._draw_lines(painter, area, palette)
        blocks = BlockPainter(painter, self, self._model, self._words)
        height, top = self.verticalHeader().defaultSectionSize(), area.top() + self.verticalOffset()
        first, last = top * QUARTER // height - QUARTER, (top + area.height()) * QUARTER // height + QUARTER
        current, focused = self._block(), self.hasFocus()
        columns = range(self._column_at(area.left()), self._column_at(area.right()) + 1)
        for block in self._model.shown.blocks:
            if block.column not in columns or block.bottom < first or block.top > last:
                continue
            rect = self.block_rect(block)
            if rect.intersects(area):
                painter.setClipRect(rect & area)
                blocks.draw(block, rect, chosen=block is current, focused=focused)
        painter.setClipRect(area)
        if current is None and self.currentIndex().isValid():
            row, column = self.slot()
            painter.setPen(QPen(palette.color(_ROLE.Accent if focused else _ROLE.Dark), 2 if focused else 1))
            painter.drawRect(self._rect(row * QUARTER, (row + 1) * QUARTER, column).adjusted(0, 0, -1, -1))
        if (ghost := self.drag.ghost) is not None:
            blocks.draw_ghost(self._rect(ghost.top, ghost.bottom, ghost.column), ghost.words)
        painter.end()

    def _draw_lines(self, painter: QPainter, area: QRect, palette: QPalette) -> None:
        height, origin = self.verticalHeader().defaultSectionSize(), -self.verticalOffset()
        ends = [self.columnViewportPosition(at) + self.columnWidth(at) for at in range(self._model.columnCount())]
        right = ends[-1]
        painter.setPen(QPen(palette.color(_ROLE.Mid), 1))
        first, last = max(0, (area.top() - origin) // height), min(ROWS, (area.bottom() - origin) // height + 1)
        for row in range(first, last + 1):
            y = origin + row * height
            if row in self._model.shown.skipped:
                painter.fillRect(QRect(0, y, right, height), palette.color(_ROLE.AlternateBase))
            if row % 4 == 0:
                painter.drawLine(0, y, right, y)
            elif row % 4 == 2:
                painter.fillRect(QRect(0, y, right, 1), palette.color(_ROLE.AlternateBase))
        for x in ends:
            painter.drawLine(x - 1, area.top(), x - 1, area.bottom())
