"""The large card: the current question and nothing else, to be read by two people across a table."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QWidget

from wellled_desktop.ui.pages.session.privacy_questions import Questions

SHOW_KEYS = "Ctrl+J"
_LARGEST, _SMALLEST = 64, 20
_MARGIN = 64
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_WORDS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)


class QuestionCard(QDialog):
    """Covers the window it belongs to. Arrows go to the next question and back, Esc closes it: no other words, no names."""

    def __init__(self, questions: Questions, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._questions = questions
        self._points = _LARGEST
        self.words = ""
        self.setWindowTitle(self.tr("Question"))
        self.setModal(True)
        self.setGeometry(QRect(over.mapToGlobal(over.rect().topLeft()), over.size()))
        self._show_current()

    def _show_current(self) -> None:
        self.words = self._questions.current() or self.tr(
            "No question is chosen. Ctrl+Shift+D draws up the question sheet; # in the composer finds the framework's own."
        )
        self.setAccessibleName(self.words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self._questions.step(by)
            self._show_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setFont(fitting_font(self.font(), self.words, room))
        painter.drawText(room, _WORDS, self.words)
        painter.end()


def fitting_font(font: QFont, words: str, room: QRect) -> QFont:
    """As large as the words fit into the room, and never smaller than can be read across a table."""
    fitting = QFont(font)
    for points in range(_LARGEST, _SMALLEST - 1, -2):
        fitting.setPointSize(points)
        needed = QFontMetrics(fitting).boundingRect(room, _WORDS, words)
        if needed.height() <= room.height() and needed.width() <= room.width():
            break
    return fitting
