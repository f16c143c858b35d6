"""The note lines in the middle of the session page, walked and changed by keyboard.

Several are selected with Shift and the arrows, Ctrl and Space, or Ctrl+A. Signals of LineList: `change_wanted()` on Enter or a
double click; `retract_wanted()` on Del; `selected()` when other lines are selected, or none.
"""

from collections.abc import Hashable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.kit.measured_list import MeasuredList
from wellled_desktop.ui.pages.session.line_delegate import LineDelegate
from wellled_desktop.ui.pages.session.line_model import LineModel

_ESTIMATE = 72
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class LineList(MeasuredList):
    change_wanted = Signal()
    retract_wanted = Signal()
    selected = Signal()

    def __init__(self, lines: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(_ESTIMATE, parent, starts_at_end=True)
        self._lines = lines
        self._pointed_out = ""
        self.setModel(lines)
        self.setItemDelegate(LineDelegate(lines, self))
        self.setAccessibleName(self.tr("Note lines"))
        self.setSelectionMode(LineList.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(self.change_wanted)

    def selected_line(self) -> NoteLine | None:
        """The one line that is selected; None where none is, or more than one."""
        rows = self.selected_rows()
        return self._lines.line_at(rows[0]) if len(rows) == 1 else None

    def selected_rows(self) -> tuple[int, ...]:
        """From the top; lines that nobody has looked at yet may be among them."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedIndexes()))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """All lines from the top of the rectangle to its bottom; where Shift and Up go, its bottom stands above its top."""
        ends = sorted((rect.top(), rect.bottom()))
        first, last = (self.indexAt(QPoint(0, y)) for y in ends)
        self.selectionModel().select(QItemSelection(first, last), command)

    def select_line(self, line_id: str) -> bool:
        """Selects the line and brings it into view; False while it has not been fetched."""
        row = self._lines.row_of(line_id)
        if row is None:
            return False
        self._select(row)
        self.scrollTo(self._lines.index(row), LineList.ScrollHint.PositionAtCenter)
        return True

    def _select(self, row: int) -> None:
        """This line alone: setCurrentIndex would toggle it while Ctrl is held, and extend to it while Shift is."""
        self.selectionModel().setCurrentIndex(self._lines.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def point_out(self, line_id: str) -> bool:
        """Selects the line, with a frame around it until another is selected, or none; False while it has not been fetched."""
        if not self.select_line(line_id):
            return False
        self._pointed_out = line_id
        self.viewport().update()
        return True

    @property
    def pointed_out(self) -> str:
        """The line in the frame; "" for none."""
        return self._pointed_out

    def let_go(self) -> None:
        """No line is selected: what is written or chosen is for the next line."""
        if self.selectionModel().hasSelection() or self.currentIndex().isValid():
            self.selectionModel().clear()

    def scroll_to_end(self) -> None:
        self.scrollTo(self._lines.index(self._lines.rowCount() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """By keyboard one arrives at a line: the last, where none is selected."""
        super().focusInEvent(event)
        last = self._lines.rowCount() - 1
        if event.reason() in _BY_KEYS and last >= 0 and not self.selectionModel().hasSelection():
            self._select(last)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        super().selectionChanged(selected, deselected)
        self._pointed_out = ""
        self.selected.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The list fills its own background: else each frame would repaint the page behind it (4.4 ms a frame, not 3.2)."""
        super().showEvent(event)
        self.viewport().setAutoFillBackground(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.retract_wanted.emit()
        else:
            super().keyPressEvent(event)

    def looks(self, row: int) -> Hashable | None:
        return self._lines.looks(row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self._paint_frame()
        if self._lines.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            words = self.tr("Nothing is written yet. Type below: each line keeps its own time.")
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, words)
            painter.end()

    def _paint_frame(self) -> None:
        row = self._lines.row_of(self._pointed_out)
        if row is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QGuiApplication.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(self.visualRect(self._lines.index(row)).adjusted(1, 1, -1, -1))
        painter.end()

    def reset(self) -> None:
        super().reset()
        self.setCurrentIndex(QModelIndex())
        self.selected.emit()  # none now, and Qt says nothing of it
