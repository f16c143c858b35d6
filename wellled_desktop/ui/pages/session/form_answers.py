"""The answers on the form of the session on show: read from the record, and kept in it while one types.

Signals of FormAnswers: `read(dict, set)` with the answers by field, and the fields in which something newer stands;
`refused(str)`.

A field is saved when it is left, and by a deadline that the first unsaved key sets. The saves of one field that follow each
other are one step for Undo: see `action_names.goes_on`.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from wellled_desktop.inspection.commands import AnswerForm
from wellled_desktop.inspection.commands.sessions import Answer
from wellled_desktop.inspection.read_models import FormAnswer
from wellled_desktop.store import talk_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge

# With the write itself (some milliseconds) this stays well under the promised second.
DEADLINE_MS = 600
Key = tuple[str, str]


class FormAnswers(QObject):
    read = Signal(object, object)
    refused = Signal(str)

    def __init__(self, bridge: Bridge, answer_of: Callable[[str], Answer | None], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._answer_of = answer_of
        self.session_id = ""
        self.on_disk: dict[str, Answer | None] = {}
        self._touched: dict[str, None] = {}
        self._on_the_way: dict[Key, int] = {}
        self._asked: dict[Key, int] = {}
        self._kept_back: dict[Key, Answer | None] = {}
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(DEADLINE_MS)
        self._deadline.timeout.connect(self.save_now)
        bridge.changed.connect(self._changed)

    def open(self, session_id: str) -> None:
        """Saves what is not on disk of the session before, and reads this one's answers."""
        self.save_now()
        self.session_id = session_id
        self.on_disk = {}
        self._ask()

    def touch(self, field: str) -> None:
        """Something was changed in the field by hand. A running deadline is left alone: continuous typing saves too."""
        self._touched[field] = None
        if not self._deadline.isActive():
            self._deadline.start()

    def save_now(self) -> None:
        """Records what was changed since the last time."""
        self._deadline.stop()
        touched, self._touched = self._touched, {}
        for field in touched:
            self.put(field, self._answer_of(field))

    def put(self, field: str, answer: Answer | None) -> None:
        """Records one answer. One that is refused stays in its field, and comes back there with the session."""
        key = (self.session_id, field)
        self._kept_back.pop(key, None)
        self._on_the_way[key] = self._on_the_way.get(key, 0) + 1
        self._asked[key] = self._asked.get(key, 0) + 1
        self._bridge.do(
            AnswerForm(self.session_id, field, answer),
            then=lambda _changes: self._arrived(key),
            refused=partial(self._refused, key, answer),
            owner=self,
        )

    def _arrived(self, key: Key) -> None:
        self._on_the_way[key] -= 1

    def _refused(self, key: Key, answer: Answer | None, sentence: str) -> None:
        self._arrived(key)
        self._kept_back[key] = answer
        self.refused.emit(sentence)

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if any(one.kind == "form-answered" and one.entity == self.session_id for one in changes):
            self._ask()

    def _ask(self) -> None:
        """Only fields with nothing on its way when it is asked are brought up to date by the answer."""
        session_id = self.session_id
        ways = {key[1] for key, count in self._on_the_way.items() if count and key[0] == session_id}
        asked = {key[1]: count for key, count in self._asked.items() if key[0] == session_id}
        question = partial(talk_reading.form_answers, session_id=session_id)
        self._bridge.ask(self, question, partial(self._answered, session_id, ways, asked))

    def _answered(
        self, session_id: str, ways: set[str], asked: dict[str, int], answers: tuple[FormAnswer, ...]
    ) -> None:
        if session_id != self.session_id:
            return
        self.on_disk = {one.field: one.answer for one in answers}
        since = {key[1] for key, count in self._asked.items() if key[0] == session_id and count != asked.get(key[1], 0)}
        kept_back = {key[1]: answer for key, answer in self._kept_back.items() if key[0] == session_id}
        self.read.emit(self.on_disk | kept_back, ways | since | set(self._touched))
