"""The list of the questions: walked, marked, moved by key and by mouse.

Signals of SheetList: `send_wanted()` on Enter or a double click; `drop_wanted()` on Del; `move_wanted(str, int)` with a
question's id and its new place among those not dropped; `current_changed()`.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from wellled_desktop.inspection.read_models import Question
from wellled_desktop.ui.kit.measured_list import MeasuredList
from wellled_desktop.ui.pages.session.sheet_delegate import SheetDelegate
from wellled_desktop.ui.pages.session.sheet_model import Fold, SheetModel

Index = QModelIndex | QPersistentModelIndex
_ESTIMATE = 90
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SheetList(MeasuredList):
    send_wanted = Signal()
    drop_wanted = Signal()
    move_wanted = Signal(str, int)
    current_changed = Signal()

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(_ESTIMATE, parent)
        self._questions = model
        self._current = ""
        self._changing = False
        self._pressed: QPoint | None = None
        self._gap: int | None = None
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(model, self))
        self.setAccessibleName(self.tr("Question sheet"))
        self.setToolTip(
            self.tr(
                "Enter sends the question's tag to the next line; Del drops it; Ctrl+Shift+Up and Down, or dragging, move it"
            )
        )
        self.doubleClicked.connect(self._choose)

    # Which question

    def current_question(self) -> Question | None:
        return self._questions.question_at(self.currentIndex().row())

    def choose(self, row: int) -> None:
        if self._questions.row_at(row) is not None:
            self.setCurrentIndex(self._questions.index(row))
            self.scrollTo(self.currentIndex())

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """The question that was current stays so; when it is gone, the one now in its place is."""
        before, kept = self.currentIndex().row(), self._current
        self._changing = True
        self._questions.show_questions(questions)
        self._changing = False
        row = self._questions.row_of(kept) if kept else -1
        if row < 0 and self._questions.questions:
            row = min(max(before, 0), len(self._questions.questions) - 1)
        if row >= 0 and row != self.currentIndex().row():
            self.choose(row)
        self._note_current()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if not self._changing:
            self._note_current()

    def _note_current(self) -> None:
        question = self.current_question()
        self._current = question.id if question else ""
        self.current_changed.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == _MOVING and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_Space and isinstance(self._questions.row_at(self.currentIndex().row()), Fold):
            self._questions.toggle_fold()
        elif key == Qt.Key.Key_Delete and self.current_question() is not None:
            self.drop_wanted.emit()
        elif key == Qt.Key.Key_Escape and self._gap is not None:
            self._leave_dragging()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if isinstance(self._questions.row_at(self.currentIndex().row()), Fold):
            self._questions.toggle_fold()
        elif self.current_question() is not None:
            self.send_wanted.emit()

    def move_current(self, by: int) -> None:
        question, place = self.current_question(), self.currentIndex().row() + by
        if question is not None and question.state != "dropped" and 0 <= place < len(self._questions.questions):
            self.move_wanted.emit(question.id, place)

    # The mouse: a question that is held down and carried goes where the line shows

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        question = self._questions.question_at(self.indexAt(event.position().toPoint()).row())
        movable = question is not None and question.state != "dropped"
        if movable and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif self._gap is not None or (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._gap = self._gap_at(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        gap, question = self._gap, self.current_question()
        self._leave_dragging()
        if gap is None or question is None:
            super().mouseReleaseEvent(event)
            return
        row = self.currentIndex().row()
        place = gap - 1 if gap > row else gap
        if place != row:
            self.move_wanted.emit(question.id, place)

    def _gap_at(self, at: QPoint) -> int:
        """Before which question it would stand: the nearer edge of the row under the mouse."""
        last = len(self._questions.questions)
        index = self.indexAt(at)
        if not index.isValid():
            return 0 if at.y() < 0 else last
        rect = self.visualRect(index)
        return min(last, index.row() + (at.y() > rect.center().y()))

    def _leave_dragging(self) -> None:
        self._pressed = self._gap = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._gap is None:
            return
        before = self._gap < self._questions.rowCount()
        rect = self.visualRect(self._questions.index(self._gap if before else self._gap - 1))
        y = rect.top() if before else rect.bottom()
        painter = QPainter(self.viewport())
        accent = QGuiApplication.palette().color(QPalette.ColorRole.Accent)
        painter.fillRect(QRect(0, max(0, y - 1), self.viewport().width(), 3), accent)
        painter.end()
