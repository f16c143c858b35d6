"""A line in which something is offered as one types: while the list is there, it has the keys that it takes.

Signals of OfferedField: those of QLineEdit; `escaped()`.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wellled_desktop.ui.kit.completion import Completions


class OfferedField(QLineEdit):
    escaped = Signal()

    def __init__(self, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.completions = completions

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.completions.takes(event.key()):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        self.pressed(event)

    def pressed(self, event: QKeyEvent) -> None:
        """A key that the list did not take; for a field with keys of its own to say."""
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.completions.leave()
        super().focusOutEvent(event)
