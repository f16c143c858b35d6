"""The plan of a session, changed in a small form: its roles, kind, time, place, who leads and who takes notes."""

import datetime as dt
import os
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import (
    AddParticipant,
    ChangeSession,
    Command,
    NewParticipant,
    RemoveParticipant,
)
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.words import SESSION_KINDS
from wellled_desktop.ui.kit.column_area import ColumnArea
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.kit.words import in_words
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.role_picker import RolePicker
from wellled_desktop.ui.pages.sessions.when_and_where import WhenAndWhere

_CHARACTERS = 100
_LINES = 30
_ROLE_CHARACTERS = 24
_OF_SCREEN = 0.9
Value = TypeVar("Value")


class EditSessionDialog(QDialog):
    def __init__(self, opened: Opened, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._session = session
        self._saving = False
        self.setWindowTitle(self.tr("Change %1").replace("%1", session.ref))
        self.kind = QComboBox()
        for kind in SESSION_KINDS:
            self.kind.addItem(in_words(kind).capitalize(), kind)
        self.kind.setCurrentIndex(SESSION_KINDS.index(session.kind))
        self.picker = RolePicker(opened.pack, opened.scope)
        self.picker.roles.pick(session.roles)
        self.plan = WhenAndWhere(opened.inspection, opened.bridge.author, dt.datetime.now(dt.UTC), session.day)
        self.plan.show_session(session)
        self.untimed = QCheckBox(self.tr("No &time yet"))
        self.untimed.setChecked(session.planned_start is None)
        self.untimed.toggled.connect(self._show_untimed)
        self.message = Message()
        self.save = QPushButton(self.tr("Save"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self._set_up()

    def _set_up(self) -> None:
        begun = self._session.started_at is not None
        for field in (self.plan.day, self.plan.time, self.untimed):
            field.setEnabled(not begun)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.setToolTip(self.tr("Keep the changes (Enter)"))
        self.save.clicked.connect(self.save_it)
        self.cancel.setAutoDefault(False)
        self.cancel.setToolTip(self.tr("Close and change nothing (Esc)"))
        self.cancel.clicked.connect(self.reject)
        self.picker.roles.picked_changed.connect(self._roles_changed)
        self._lay_out()
        self._show_untimed()
        metrics, room = self.fontMetrics(), self.screen().availableGeometry()
        wanted = QSize(metrics.averageCharWidth() * _CHARACTERS, metrics.lineSpacing() * _LINES)
        self.resize(wanted.boundedTo(room.size() * _OF_SCREEN))
        self.plan.place.setFocus()

    def _lay_out(self) -> None:
        title = label(self.tr("&Kind of session"), "subheading")
        title.setBuddy(self.kind)
        inside = QWidget()
        inside.setProperty("kind", "page")
        right = QVBoxLayout(inside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(title)
        right.addWidget(self.kind)
        right.addSpacing(8)
        right.addWidget(label(self.tr("When and where"), "subheading"))
        right.addWidget(self.untimed)
        right.addWidget(self.plan)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        self.picker.setMinimumWidth(self.fontMetrics().averageCharWidth() * _ROLE_CHARACTERS)
        columns.addWidget(self.picker, 4)
        columns.addWidget(ColumnArea(inside), 5)
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 16)
        page.setSpacing(16)
        page.addLayout(columns, 1)
        page.addLayout(buttons)

    def _show_untimed(self) -> None:
        timed = not self.untimed.isChecked() and self._session.started_at is None
        for field in (self.plan.day, self.plan.time):
            field.setEnabled(timed)

    def _roles_changed(self) -> None:
        self.save.setEnabled(bool(self.picker.roles.picked))

    def commands(self) -> tuple[Command, ...]:
        """What is different from the session as it was; none when nothing is."""
        session, roles = self._session, self.picker.roles.picked
        kind, plan = self.kind.currentData(), self.plan
        start = None if self.untimed.isChecked() else plan.planned_start()
        moved = session.started_at is None and not _same_minute(start, session.planned_start)
        change = ChangeSession(
            session.id,
            kind=kind if kind != session.kind else None,
            roles=roles if roles != session.roles else None,
            planned_start=start if moved else None,
            unplanned=moved and start is None,
            planned_minutes=_unless(plan.minutes.value(), session.planned_minutes),
            place=_unless(plan.place.text().strip(), session.place),
            lead=_unless(plan.lead.currentText(), session.lead),
            note_taker=_unless(plan.note_taker.currentText(), session.note_taker),
        )
        changed = (change,) if change != ChangeSession(session.id) else ()
        return (*changed, *self._people(roles))

    def _people(self, roles: tuple[str, ...]) -> tuple[Command, ...]:
        """Whoever holds a role that is taken off goes from the list; a role that is added brings somebody who holds it."""
        session = self._session
        off = [
            RemoveParticipant(one.id) for one in session.present if one.role not in roles and one.role in session.roles
        ]
        there = {one.role for one in session.present}
        added = [role for role in roles if role not in session.roles and role not in there]
        return (*off, *(AddParticipant(session.id, NewParticipant(_new_id(), role)) for role in added))

    def save_it(self) -> None:
        commands = self.commands()
        if self._saving or not self.picker.roles.picked:
            return
        if not commands:
            self.accept()
            return
        self._saving = True
        self._opened.bridge.do(*commands, then=lambda _changes: self.accept(), refused=self._refused, owner=self)

    def _refused(self, sentence: str) -> None:
        self._saving = False
        self.message.show_sentence(sentence)


def _unless(said: Value, stands: Value) -> Value | None:
    return None if said == stands else said


def _same_minute(one: dt.datetime | None, other: dt.datetime | None) -> bool:
    """The form has no seconds, so a time that differs by them alone was not changed."""
    if one is None or other is None:
        return one is other
    return abs((one - other).total_seconds()) < 60


def _new_id() -> str:
    return uuid7(round(dt.datetime.now(dt.UTC).timestamp() * 1000), os.urandom(10))
