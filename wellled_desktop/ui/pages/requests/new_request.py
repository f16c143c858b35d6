"""One line for a new request: what, of whom, until when; also for changing one that was made.

Signals of NewRequest: `wanted(str, str, str, object)` with what is asked for, of whom, for which item, and the day or None;
`changed(AmendRequest)` with what a request that was made is to say; `left()` when Esc leaves the line, or a request as it is.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import AmendRequest
from wellled_desktop.inspection.read_models import Request
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.words import day_in_words
from wellled_desktop.ui.pages.requests.due import due_day, wall_today

KEYS = "Ctrl+R"


class NewRequest(QWidget):
    wanted = Signal(str, str, str, object)
    changed = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], dt.date] = wall_today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._request: Request | None = None
        self._kept: tuple[str, ...] = ()
        self.was_refused = False
        character = self.fontMetrics().averageCharWidth()
        self.asked_for = self._field(self.tr("New request: what is asked for (Ctrl+R)"), character * 46)
        self.asked_of = self._field(self.tr("Of whom, by role"), character * 26)
        self.node = self._field(self.tr("For which item: W7.E2, W3.2"), character * 28)
        self.node.setToolTip(self.tr("The id of the key evidence or the prompt it is asked for; empty for none"))
        self.due = self._field(self.tr("Due: 12 March, +3"), character * 20)
        self.due.setToolTip(self.tr("A day, such as 12 March, 12/3, tomorrow, or +3 for in three days; optional"))
        self.ask = QPushButton()
        self.leave = QPushButton(self.tr("Leave as it is"))
        self.leave.setToolTip(self.tr("Change nothing (Esc)"))
        self.leave.clicked.connect(self._leave)
        self._changing = label("", "subheading")
        self._changing.setMinimumHeight(self.asked_for.sizeHint().height())  # level with the fields
        self._taken = label("", "muted")
        row = FlowLayout(8)
        for part in (self._changing, *self._fields, self.ask, self.leave):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._taken)
        self._taken.hide()
        self.ask.clicked.connect(self._make)
        self.due.textChanged.connect(self._tell_day)
        self._show_which()

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

    @property
    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.asked_for, self.asked_of, self.node, self.due

    def clear(self) -> None:
        for field in self._fields:
            field.clear()

    def take_recorded(self, say: Callable[[str], None]) -> None:
        """What was asked is in the record: a refusal before it is no longer true, and is taken back."""
        if self.was_refused:
            self.was_refused = False
            say("")

    def begin_change(self, request: Request) -> None:
        """What stood in the line for a new request is there again afterwards."""
        if self._request is None:
            self._kept = tuple(field.text() for field in self._fields)
        self._request = request
        due = f"{request.due:%d/%m/%Y}" if request.due else ""
        self._fill(request.asked_for, request.asked_of, request.node or "", due)
        self._show_which()
        self.asked_for.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # a shortcut's would mark it all, for the next key to replace

    def end_change(self) -> None:
        if self._request is not None:
            self._request = None
            self._fill(*self._kept)
            self._show_which()

    def _fill(self, *words: str) -> None:
        for field, text in zip(self._fields, words, strict=True):
            field.setText(text)

    def _show_which(self) -> None:
        request = self._request
        self._changing.setText(self.tr("Change %1:").replace("%1", request.ref) if request else "")
        for part in (self._changing, self.leave):
            part.setVisible(request is not None)
        self.ask.setText(self.tr("Change") if request else self.tr("Ask"))
        self.ask.setToolTip(
            self.tr("Change the request; how it was asked before stays in the record (Enter)")
            if request
            else self.tr("Make the request; it gets the next number (Enter)")
        )

    def point_at_fault(self, sentence: str) -> None:
        """The item is what a refusal names, where it names one: the caret goes there, to type another."""
        self.was_refused = True
        node = self.node.text().strip().lstrip("#")
        if node and f"“{node.upper()}”" in sentence:
            self.node.setFocus(Qt.FocusReason.OtherFocusReason)
            self.node.selectAll()

    def _leave(self) -> None:
        """Of a new request what is typed stays, to go on with."""
        self.end_change()
        self.left.emit()

    def _tell_day(self, typed: str) -> None:
        day = due_day(typed, self._today())
        words = self.tr("That is no day; write it as 12 March, 12/3/2026 or +3.")
        self._taken.setText(day_in_words(day) if day else words)
        self._taken.setVisible(bool(typed.strip()))

    def _make(self) -> None:
        typed = self.due.text().strip()
        due = due_day(typed, self._today()) if typed else None
        if not self.asked_for.text().strip():
            self.asked_for.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if typed and due is None:
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        node = self.node.text().strip().lstrip("#").upper()
        asked_for, asked_of = self.asked_for.text().strip(), self.asked_of.text().strip()
        if self._request is not None:
            self.changed.emit(AmendRequest(self._request.id, asked_for, asked_of, node, due, no_day=due is None))
        else:
            self.wanted.emit(asked_for, asked_of, node, due)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # a field's own: nothing else on the page shall hear of it
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)
