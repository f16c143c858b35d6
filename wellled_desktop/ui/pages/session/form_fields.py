"""The fields of a session's form, one widget for each kind of answer; what the pack asks for is data.

Signals of every field: `edited()` after each change made by hand; `left()` when it is left or Enter is pressed in it.
"""

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.framework.pack import FormField
from wellled_desktop.inspection.commands import Answer
from wellled_desktop.ui.kit.growing_text import GrowingText
from wellled_desktop.ui.kit.labels import paragraph

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Field(QWidget):
    """The label, under it what is answered, and the hint in the tooltip of both."""

    edited = Signal()
    left = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        # Where the caret goes. No focus proxy: with one for each field, Tab goes from the last field to the first and round.
        self.first: QWidget | None = None
        self._label = paragraph(field.label)
        self._label.setToolTip(field.hint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._label)

    def answer(self) -> Answer | None:
        """What stands in it, without spaces at either end; None for nothing."""
        raise NotImplementedError

    def show_answer(self, answer: Answer | None) -> None:
        raise NotImplementedError

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in it, in order."""
        return () if self.first is None else (self.first,)

    def _add(self, widget: QWidget) -> None:
        widget.setAccessibleName(self.field.label)
        widget.setAccessibleDescription(self.field.hint)
        widget.setToolTip(self.field.hint)
        widget.installEventFilter(self)
        self._column.addWidget(widget)
        if self.first is None:
            self.first = widget

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent):  # the kind is asked of few: a field hears of everything that happens to it
            if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
                self.left.emit()
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self.left.emit()
        return False


class LineField(QLineEdit):
    """One line that tells what was done by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(40)


class NumberField(Field):
    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = LineField()
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,7}"), self.line))
        self.line.setMaximumWidth(self.line.fontMetrics().averageCharWidth() * 14)
        self.line.textEdited.connect(self.edited)
        self._add(self.line)

    def answer(self) -> Answer | None:
        typed = self.line.text().strip()
        return int(typed) if typed else None

    def show_answer(self, answer: Answer | None) -> None:
        self.line.setText("" if answer is None else str(answer))


class TextField(Field):
    """Some words; `least` lines are always there to write in."""

    def __init__(self, field: FormField, least: int, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.edit = GrowingText(least)
        self._showing = False
        self.edit.textChanged.connect(self._changed)
        self._add(self.edit)
        if least > 1:
            self.edit.setPlaceholderText(field.hint)

    def answer(self) -> Answer | None:
        return self.edit.toPlainText().strip() or None

    def show_answer(self, answer: Answer | None) -> None:
        self._showing = True
        self.edit.setPlainText(str(answer or ""))
        self._showing = False

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()


class ListField(Field):
    """A few short lines, each in a field of its own: as many as are asked for, or always one more than are filled."""

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.lines: list[LineField] = []
        self.show_answer(None)

    def answer(self) -> Answer | None:
        return tuple(text for line in self.lines if (text := " ".join(line.text().split()))) or None

    def show_answer(self, answer: Answer | None) -> None:
        texts = answer if isinstance(answer, tuple) else ()
        self._make(self.field.most or len(texts) + 1)
        for at, line in enumerate(self.lines):
            line.setText(texts[at] if at < len(texts) else "")

    def stops(self) -> tuple[QWidget, ...]:
        return tuple(self.lines)

    def _make(self, count: int) -> None:
        while len(self.lines) < count:
            line = LineField()
            line.textEdited.connect(self._edited)
            line.returnPressed.connect(self._go_on)
            self._add(line)
            line.setAccessibleName(f"{self.field.label} {len(self.lines) + 1}")
            line.setPlaceholderText(str(len(self.lines) + 1))
            line.show()  # a layout shows what is new in it only later, and Enter may lead there at once
            if self.lines:
                QWidget.setTabOrder(self.lines[-1], line)
            self.lines.append(line)
        while len(self.lines) > max(1, count):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()

    def _edited(self) -> None:
        if self.field.most is None and self.lines[-1].text():
            self._make(len(self.lines) + 1)
        self.edited.emit()

    def _go_on(self) -> None:
        at = next(at for at, line in enumerate(self.lines) if line is self.sender())
        if at + 1 < len(self.lines):
            self.lines[at + 1].setFocus(Qt.FocusReason.TabFocusReason)


class ChoiceField(Field):
    """One of the choices, or none yet."""

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = QComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.box.addItem("", None)
        for choice in field.choices:
            self.box.addItem(choice, choice)
        self.box.view().setAccessibleName(field.label)
        self.box.activated.connect(self.edited)
        self.box.activated.connect(self.left)
        self._add(self.box)

    def answer(self) -> Answer | None:
        chosen: str | None = self.box.currentData()
        return chosen

    def show_answer(self, answer: Answer | None) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(answer)))


class YesNoField(Field):
    """Two buttons, of which one or none is on; Space and Enter choose, Del takes the answer away. Letters do nothing: whoever
    types without looking answers no question.
    """

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.yes, self.no = QToolButton(), QToolButton()
        row = QHBoxLayout()
        row.setSpacing(4)
        for button, word in ((self.yes, self.tr("Yes")), (self.no, self.tr("No"))):
            button.setText(word)
            button.setCheckable(True)
            button.setAccessibleName(f"{field.label}: {word}")
            button.setToolTip(self.tr("%1 (Space or Enter; Del for no answer)").replace("%1", field.hint).strip())
            button.installEventFilter(self)
            button.clicked.connect(self._clicked)
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.first = self.yes

    def answer(self) -> Answer | None:
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def show_answer(self, answer: Answer | None) -> None:
        self.yes.setChecked(answer is True)
        self.no.setChecked(answer is False)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.yes, self.no)

    def _clicked(self) -> None:
        for button, other in ((self.yes, self.no), (self.no, self.yes)):
            if button is self.sender() and button.isChecked():
                other.setChecked(False)
        self._told()

    def _told(self) -> None:
        self.edited.emit()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if is_key and event.type() == QEvent.Type.KeyPress:
            self.show_answer(None)
            self._told()
            return True
        return super().eventFilter(watched, event)
