"""What is done to the list of people in the room: added, changed, taken off it and put back, each as one step of the record."""

import datetime as dt
import os
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from wellled_desktop.inspection.commands import (
    AddParticipant,
    ChangeParticipant,
    Command,
    NewParticipant,
    RemoveParticipant,
    ReturnParticipant,
)
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import Participant, Session
from wellled_desktop.ui.pages.session.people_buttons import PeopleButtons
from wellled_desktop.ui.pages.session.people_editor import PeopleEditor
from wellled_desktop.ui.pages.session.people_list import PeopleList


class PeopleActions(QObject):
    """`wanted(Command)` is what is to be recorded. A focus group keeps no names: none are asked for."""

    wanted = Signal(object)

    def __init__(
        self,
        people: PeopleList,
        buttons: PeopleButtons,
        editor: PeopleEditor,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._buttons = buttons
        self._editor = editor
        self._now = now
        self._session: Session | None = None
        buttons.add_wanted.connect(self.add)
        buttons.change_wanted.connect(self._change)
        buttons.removal_wanted.connect(self._remove)
        buttons.return_wanted.connect(self._put_back)
        editor.given.connect(self._given)
        editor.left.connect(self._back)

    def show_session(self, session: Session) -> None:
        if self._session is not None and self._session.id != session.id:
            self._editor.hide()
        self._session = session
        self._buttons.show_removed([one for one in session.participants if one.removed])

    def add(self) -> None:
        """Most likely one more of the role that came last, or the first of one that was planned."""
        session = self._session
        if session is None:
            return
        here = [one.role for one in session.present]
        missing = [role for role in session.roles if role not in here]
        likely = (*missing, *reversed(here), *session.roles)
        self._editor.ask_new(likely[0] if likely else "", names=session.kind != "focus-group")

    def _change(self, participant_id: str) -> None:
        person = self._person(participant_id)
        if self._session is None:
            return
        if person is None:
            self.add()
        else:
            self._editor.ask_change(person, names=self._session.kind != "focus-group")

    def _person(self, participant_id: str) -> Participant | None:
        people = self._session.participants if self._session else ()
        return next((one for one in people if one.id == participant_id), None)

    def _given(self, participant_id: str, role: str, words: str, name: str | None) -> None:
        if self._session is None:
            return
        command: Command
        if participant_id:
            command = ChangeParticipant(participant_id, role, words, name)
        else:
            new_id = uuid7(round(self._now().timestamp() * 1000), os.urandom(10))
            command = AddParticipant(self._session.id, NewParticipant(new_id, role, words, name or None))
        self.wanted.emit(command)
        self._back()

    def _remove(self, participant_id: str) -> None:
        if self._person(participant_id) is not None:
            self.wanted.emit(RemoveParticipant(participant_id))

    def _put_back(self, participant_id: str) -> None:
        self.wanted.emit(ReturnParticipant(participant_id))
        self._back()

    def _back(self) -> None:
        self._people.list.setFocus(Qt.FocusReason.OtherFocusReason)
