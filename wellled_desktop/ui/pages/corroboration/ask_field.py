"""One field of the meeting's little questions: some lines of words, of which the first are in view; Enter is its answer.

Signals of AskField: `entered()` when Enter is pressed in it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class AskField(QPlainTextEdit):
    entered = Signal()

    def __init__(self, name: str, text: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = self._most = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if lines == 1:
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setText(text)

    def text(self) -> str:
        """As one paragraph, also where several were pasted."""
        return " ".join(self.toPlainText().split())

    def setText(self, text: str) -> None:  # noqa: N802
        self.setPlainText(text)

    def begin(self) -> None:
        """What stands in a short one is typed over; a longer one is read from its beginning."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._most == 1:
            self.selectAll()

    def show_lines(self, *, fewer: bool) -> None:
        """All its lines, or half of them, where the screen has no room for more."""
        self._lines = max(1, self._most // 2) if fewer else self._most
        self._fit()

    def setFont(self, font: QFont | str | Sequence[str]) -> None:  # noqa: N802
        super().setFont(font)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now does the style sheet say how wide the frame is."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        frame, margin = self.contentsMargins(), round(2 * self.document().documentMargin())
        height = self._lines * self.fontMetrics().lineSpacing() + margin + frame.top() + frame.bottom() + 2
        self.setFixedHeight(height)
