"""What can be done to the list of people, by buttons under it and by keys in it.

Signals of PeopleButtons: `add_wanted()`; `change_wanted(str)`, `removal_wanted(str)` and `return_wanted(str)` with the id of
whoever is meant.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Participant
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.speaking import speaker_words
from wellled_desktop.ui.pages.session.people_list import PeopleList

ADD_KEYS = "Ctrl+Shift+A"


class PeopleButtons(QWidget):
    add_wanted = Signal()
    change_wanted = Signal(str)
    removal_wanted = Signal(str)
    return_wanted = Signal(str)

    def __init__(self, people: PeopleList, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._titles = titles
        self.add = self._button(self.tr("Add…"), self.tr("Add somebody (%1; Ins in the list)"))
        self.change = self._button(self.tr("Change…"), self.tr("Role, label or name of the one selected (Enter)"))
        self.remove = self._button(self.tr("Take off"), self.tr("Take off the list; what was said stays (Del)"))
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        buttons = QWidget()
        row = FlowLayout(2, buttons)
        for button in (self.add, self.change, self.remove):
            row.addWidget(button)
        self._removed: tuple[Participant, ...] = ()
        self._returns: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(buttons)
        people.list.installEventFilter(self)

    def _button(self, text: str, what: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("kind", "quiet")
        button.setToolTip(what.replace("%1", ADD_KEYS))
        return button

    def show_removed(self, people: Sequence[Participant]) -> None:
        """Those who were taken off the list can be put back. Buttons that are right already stay, with the focus in one."""
        if tuple(people) == self._removed:
            return
        self._removed = tuple(people)
        for old in self._returns:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._returns = [self._return_button(person) for person in people]
        for button in self._returns:
            self._column.addWidget(button)
            button.show()

    @property
    def returns(self) -> tuple[QPushButton, ...]:
        return tuple(self._returns)

    def _return_button(self, person: Participant) -> QPushButton:
        button = QPushButton(self.tr("Put back: %1").replace("%1", speaker_words(person, self._titles)))
        button.setProperty("kind", "link")
        button.setProperty("participant", person.id)
        button.setToolTip(self.tr("Put back on the list (Space)"))
        button.clicked.connect(self._return_clicked)
        return button

    def _return_clicked(self) -> None:
        self.return_wanted.emit(self.sender().property("participant"))

    def _change(self) -> None:
        self.change_wanted.emit(self._people.selected())

    def _remove(self) -> None:
        self.removal_wanted.emit(self._people.selected())

    def eventFilter(self, _list: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        keys = {
            Qt.Key.Key_Insert: self.add_wanted.emit,
            Qt.Key.Key_Return: self._change,
            Qt.Key.Key_Enter: self._change,
            Qt.Key.Key_Delete: self._remove,
        }
        then = keys.get(Qt.Key(event.key()))
        if then is None:
            return False
        then()
        return True
