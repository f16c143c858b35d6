"""The field of a session's form that says which groups were heard, and how many people of each if somebody counted.

A group is a line of its own once it was heard: nobody is ticked, and there is nowhere to write a name.
"""

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from wellled_desktop.framework.pack import FormField
from wellled_desktop.inspection.commands import Answer
from wellled_desktop.inspection.equality import OnForm, as_answer, read_answer
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.pages.session.form_fields import Field, LineField

_DIGITS = QRegularExpression(r"([1-9]\d{0,4})?")
_CHARACTERS = 9
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4)
_MOVING = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class GroupRow(QWidget):
    """One group that was heard: its title, how many people, and the button that takes it away."""

    def __init__(self, group: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.people = LineField()
        self.people.setValidator(QRegularExpressionValidator(_DIGITS, self.people))
        self.people.setFixedWidth(self.people.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.people.setPlaceholderText(self.tr("how many"))
        self.people.setAccessibleName(self.tr("%1: how many, if counted").replace("%1", title))
        self.people.setToolTip(self.tr("How many of them were heard; empty where nobody counted"))
        self.away = QToolButton()
        self.away.setText("\N{MULTIPLICATION SIGN}")
        self.away.setAccessibleName(self.tr("Take away: %1").replace("%1", title))
        self.away.setToolTip(self.tr("Take this group away (Space)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(paragraph(title), 1)
        row.addWidget(self.people)
        row.addWidget(self.away)

    def on_form(self) -> OnForm:
        typed = self.people.text().strip()
        return OnForm(self.group, int(typed) if typed else None)


class AddBox(QComboBox):
    """A list that adds what is chosen from it: it opens before anything in it can be chosen, so that a key or the wheel that is
    meant for the panel adds nobody.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_letter = bool(event.text().strip()) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_letter or event.key() in _OPENING:
            self.showPopup()
            self.view().keyboardSearch("")  # what was looked for last time is forgotten
            if is_letter and event.key() not in _OPENING:
                self.view().keyboardSearch(event.text())
        elif event.key() in _MOVING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class GroupsField(Field):
    """A box to add a group with, and under it a line for each that was heard."""

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.titles = dict(zip(field.choices, field.labels, strict=True))
        self.rows: dict[str, GroupRow] = {}
        self.box = AddBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.addItem(self.tr("Add a group that was heard…"), "")
        for group, title in self.titles.items():
            self.box.addItem(title, group)
        self.box.view().setAccessibleName(field.label)
        self.box.activated.connect(self._add_chosen)
        self._add(self.box)

    def answer(self) -> Answer | None:
        """In the order of the list, as it is kept."""
        return as_answer(self.rows[group].on_form() for group in self.titles if group in self.rows) or None

    def show_answer(self, answer: Answer | None) -> None:
        """A line that is there stays the same: the caret may be in it."""
        said = {one.group: one for one in read_answer(answer) if one.group in self.titles}
        for group in [group for group in self.rows if group not in said]:
            self._take_away(group)
        for group, one in said.items():
            self._row(group).people.setText("" if one.people is None else str(one.people))

    def stops(self) -> tuple[QWidget, ...]:
        return (self.box, *(stop for row in self.rows.values() for stop in (row.people, row.away)))

    def _add_chosen(self) -> None:
        """The caret goes to how many; the box is ready for the next."""
        group = str(self.box.currentData())
        self.box.setCurrentIndex(0)
        if group:
            is_new = group not in self.rows
            self._row(group).people.setFocus(Qt.FocusReason.TabFocusReason)
            if is_new:
                self._told()

    def _row(self, group: str) -> GroupRow:
        if group not in self.rows:
            row = GroupRow(group, self.titles[group])
            row.people.textEdited.connect(self.edited)
            row.people.installEventFilter(self)
            row.people.returnPressed.connect(self._to_box)
            row.away.clicked.connect(partial(self._remove, group))
            before = self.stops()[-1]
            self._column.addWidget(row)
            QWidget.setTabOrder(before, row.people)
            QWidget.setTabOrder(row.people, row.away)
            row.show()  # a layout shows what is new in it only later, and the caret may go there at once
            self.rows[group] = row
        return self.rows[group]

    def _to_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, group: str, _checked: bool = False) -> None:
        self._to_box()
        self._take_away(group)
        self._told()

    def _take_away(self, group: str) -> None:
        row = self.rows.pop(group)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _told(self) -> None:
        self.edited.emit()
        self.left.emit()
