"""New session: its kind and roles, the form that the framework offers for them, and either a plan or a start.

Signals of NewSessionDialog: `made(Place)` once the session is on disk: the session itself when it was started, else the
list of sessions with the new one selected.
"""

import datetime as dt
import os
from itertools import pairwise

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.inspection.commands import PlanSession, StartSession
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.inspection.words import SESSION_KINDS
from wellled_desktop.reports.single_holders import single_holders
from wellled_desktop.ui.kit.card_list import CardList
from wellled_desktop.ui.kit.card_model import CardModel
from wellled_desktop.ui.kit.column_area import ColumnArea
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.kit.words import counted, in_words
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.participant_rows import ParticipantRows
from wellled_desktop.ui.pages.sessions.role_picker import RolePicker
from wellled_desktop.ui.pages.sessions.when_and_where import WhenAndWhere
from wellled_desktop.ui.places import Place

_PLAN_KEYS = "Ctrl+Return"
_CHARACTERS = 150
_LINES = 36
_OF_SCREEN = 0.9


def _new_id() -> str:
    return uuid7(round(dt.datetime.now(dt.UTC).timestamp() * 1000), os.urandom(10))


class Prefill(msgspec.Struct, frozen=True):
    """What a new session starts from; `typed` is what was typed of its role. Without a start, the form's own time stays."""

    start: dt.datetime | None = None
    minutes: int = 60
    lead: str = ""
    roles: tuple[str, ...] = ()
    typed: str = ""


class NewSessionDialog(QDialog):
    made = Signal(object)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._making = False
        self.setWindowTitle(self.tr("New session"))
        self.kind = QComboBox()
        for kind in SESSION_KINDS:
            self.kind.addItem(in_words(kind).capitalize(), kind)
        self.picker = RolePicker(opened.pack, opened.scope)
        self._titles = self.picker.roles.titles()
        self.people = ParticipantRows(self._titles, _new_id)
        self.plan = WhenAndWhere(opened.inspection, opened.bridge.author, dt.datetime.now(dt.UTC))
        self.single = paragraph("", "muted")
        self.card = CardModel(opened.pack, self)
        self.form = CardList(self.card)
        self.form.setAccessibleName(self.tr("The form for these roles"))
        self._form_words = paragraph("", "muted")
        self.message = Message()
        self.keep = QPushButton(self.tr("P&lan"))
        self.start = QPushButton(self.tr("&Start now"))
        self.cancel = QPushButton(self.tr("&Cancel"))
        self._set_up_buttons()
        self._lay_out()
        self.picker.roles.picked_changed.connect(self._roles_changed)
        self.people.rows_changed.connect(self._set_tab_order)
        self._roles_changed()
        self._resize_to_text()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def prefill(self, wanted: Prefill) -> None:
        """For a place on the schedule."""
        self.plan.show_plan(wanted.start, wanted.minutes, wanted.lead)
        self.picker.roles.pick(wanted.roles)
        self.picker.typed.setText(wanted.typed)

    def _resize_to_text(self) -> None:
        """Room for its three columns, as far as the screen has it."""
        metrics, room = self.fontMetrics(), self.screen().availableGeometry()
        wanted = QSize(metrics.averageCharWidth() * _CHARACTERS, metrics.lineSpacing() * _LINES)
        self.resize(wanted.boundedTo(room.size() * _OF_SCREEN))

    def _set_up_buttons(self) -> None:
        self.keep.setProperty("kind", "primary")
        self.keep.setDefault(True)
        words = self.tr("Keep it for the day and time given (Enter, %1, Alt+L)")
        self.keep.setToolTip(words.replace("%1", _PLAN_KEYS))
        self.start.setAutoDefault(False)
        self.start.setToolTip(self.tr("Begin taking notes now; a time chosen for today stays its plan (Alt+S)"))
        self.start.clicked.connect(self.start_now)
        self.keep.clicked.connect(self.plan_it)
        self.cancel.setAutoDefault(False)
        self.cancel.setToolTip(self.tr("Close without a new session (Esc, Alt+C)"))
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence(_PLAN_KEYS), self).activated.connect(self.plan_it)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._left(), 4)
        columns.addWidget(self._middle(), 5)
        columns.addLayout(self._right(), 4)
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addStretch(0)
        for button in (self.keep, self.start, self.cancel):
            buttons.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 16)
        page.setSpacing(16)
        page.addLayout(columns, 1)
        page.addLayout(buttons)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.picker)
        return column

    def _middle(self) -> ColumnArea:
        """Scrolls as a whole: a part of it with a bar of its own would be squeezed to nothing where the text is large."""
        title = label(self.tr("&Kind of session"), "subheading")
        title.setBuddy(self.kind)
        inside = QWidget()
        inside.setProperty("kind", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self.kind)
        column.addSpacing(8)
        column.addWidget(label(self.tr("In the room"), "subheading"))
        column.addWidget(self.people)
        column.addWidget(self.single)
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(label(self.tr("When and where"), "subheading"))
        column.addWidget(self.plan)
        return ColumnArea(inside)

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(paragraph(self.tr("The form for these roles"), "subheading"))
        column.addWidget(self._form_words)
        column.addWidget(self.form, 1)
        return column

    def _set_tab_order(self) -> None:
        """From the top left to the bottom right, whatever rows have come and gone."""
        order = (
            self.picker.typed, self.picker.list, self.kind, *self.people.fields(), *self.plan.fields(),
            self.form, self.keep, self.start, self.cancel,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _roles_changed(self) -> None:
        roles = self.picker.roles.picked
        self.people.show_roles(roles)
        entries = card_for(self._opened.pack, roles, self._opened.scope)
        self.card.show_card(entries)
        self._form_words.setText(
            counted(len(entries), self.tr("thing to ask or raise"), self.tr("things to ask or raise"))
            if roles
            else self.tr("Pick a role to see what to ask.")
        )
        alone = single_holders(roles)
        names = ", ".join(spoken_role(self._titles[role]) for role in alone)
        words = (
            self.tr("One person holds this role, so the role itself says who they are: %1.")
            if len(alone) == 1
            else self.tr("One person holds each of these roles, so the role itself says who they are: %1.")
        )
        self.single.setText(words.replace("%1", names) if alone else "")
        self.single.setVisible(bool(alone))
        self.start.setEnabled(bool(roles))
        self.keep.setEnabled(bool(roles))

    def start_now(self) -> None:
        """The session begins at once. A time chosen for today stays its plan; one nobody chose is left out."""
        self._make(planned=False)

    def plan_it(self) -> None:
        self._make(planned=True)

    def _make(self, *, planned: bool) -> None:
        roles = self.picker.roles.picked
        if not roles or self._making:
            return
        command = PlanSession(
            id=_new_id(),
            kind=self.kind.currentData(),
            roles=roles,
            participants=self.people.participants(),
            planned_start=self.plan.planned_start() if planned else self.plan.start_if_chosen(),
            planned_minutes=self.plan.minutes.value(),
            place=self.plan.place.text().strip(),
            lead=self.plan.lead.currentText(),
            note_taker=self.plan.note_taker.currentText(),
        )
        place = Place("sessions", selected=command.id) if planned else Place("session", command.id)
        commands = (command,) if planned else (command, StartSession(command.id))
        self._making = True
        self._opened.bridge.do(*commands, then=lambda _changes: self._done(place), refused=self._refused, owner=self)

    def _done(self, place: Place) -> None:
        self.made.emit(place)
        self.accept()

    def _refused(self, sentence: str) -> None:
        self._making = False
        self.message.show_sentence(sentence)
