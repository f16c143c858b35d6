"""Asks, in one line above the composer, why something is changed. Nothing is changed before a reason is given.

Signals of ReasonRow: `given(str)` with the reason; `left()` when it was left with Esc.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from wellled_desktop.ui.kit.labels import paragraph


class ReasonRow(QFrame):
    """Whoever hears of the reason moves the focus on before the row hides: Qt would give it to the next widget in between."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._question = paragraph("")
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Reason. Enter goes on, Esc goes back."))
        self._field.setAccessibleName(self.tr("Reason"))
        self._field.returnPressed.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._question)
        column.addWidget(self._field)
        self.hide()

    @property
    def question(self) -> str:
        return self._question.text()

    def ask(self, question: str) -> None:
        self._question.setText(question)
        self._field.setAccessibleName(question)
        self._field.clear()
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_why_changed(self, number: int) -> None:
        words = self.tr("l.%1 was written more than ten minutes ago. Why is it changed? The original stays readable.")
        self.ask(words.replace("%1", str(number)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.hide()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self._field.text().strip()
        if reason:
            self.given.emit(reason)
            self.hide()
