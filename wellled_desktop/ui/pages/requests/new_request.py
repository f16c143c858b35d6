"""One line for a new request: what, of whom, until when.

Signals of NewRequest: `wanted(str, str, object)` with what is asked for, of whom, and the day it is due or None.
"""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.words import day_in_words
from wellled_desktop.ui.pages.requests.due import due_day

KEYS = "Ctrl+R"


class NewRequest(QWidget):
    wanted = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        character = self.fontMetrics().averageCharWidth()
        self.asked_for = self._field(self.tr("New request: what is asked for (Ctrl+R)"), character * 46)
        self.asked_of = self._field(self.tr("Of whom, by role"), character * 26)
        self.due = self._field(self.tr("Due: 12 March, +3"), character * 20)
        self.due.setToolTip(self.tr("A day, such as 12 March, 12/3, tomorrow, or +3 for in three days; optional"))
        self.ask = QPushButton(self.tr("Ask"))
        self.ask.setToolTip(self.tr("Make the request; it gets the next number (Enter)"))
        self._taken = label("", "muted")
        row = FlowLayout(8)
        for part in (self.asked_for, self.asked_of, self.due, self.ask):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._taken)
        self._taken.hide()
        self.ask.clicked.connect(self._make)
        self.due.textChanged.connect(self._tell_day)

    def _field(self, words: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setMinimumWidth(width)
        field.setMaxLength(2000)
        field.returnPressed.connect(self._make)
        return field

    @property
    def said(self) -> str:
        """What the due day is taken for, or that it is none."""
        return self._taken.text()

    def clear(self) -> None:
        for field in (self.asked_for, self.asked_of, self.due):
            field.clear()

    def _tell_day(self, typed: str) -> None:
        day = due_day(typed, dt.date.today())  # noqa: DTZ011  # days of the wall calendar are meant
        words = self.tr("That is no day; write it as 12 March, 12/3/2026 or +3.")
        self._taken.setText(day_in_words(day) if day else words)
        self._taken.setVisible(bool(typed.strip()))

    def _make(self) -> None:
        typed = self.due.text().strip()
        due = due_day(typed, dt.date.today()) if typed else None  # noqa: DTZ011
        if not self.asked_for.text().strip():
            self.asked_for.setFocus(Qt.FocusReason.OtherFocusReason)
        elif typed and due is None:
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.wanted.emit(self.asked_for.text().strip(), self.asked_of.text().strip(), due)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # a field's own: nothing else on the page shall hear of it
        super().keyPressEvent(event)
