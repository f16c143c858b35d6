"""What the question sheet does with the record: reads the sheet of the session, and records what becomes of its questions.

Signals of SheetPresenter: `read(tuple)` with the questions; `nothing_new()` when there was nothing to add; `refused(str)`.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.commands import AddQuestions, Command, NewQuestion, OrderSheet, SetQuestionState
from wellled_desktop.inspection.read_models import Question
from wellled_desktop.inspection.words import QuestionState
from wellled_desktop.store import talk_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.sheet_drawing import SHEET_KINDS, draw_up_sheets, new_question_id
from wellled_desktop.ui.page import Opened


class SheetPresenter(QObject):
    read = Signal(object)
    nothing_new = Signal()
    refused = Signal(str)

    def __init__(self, opened: Opened, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._bridge = opened.bridge
        self._drawing = False
        self.session_id = ""
        self._bridge.changed.connect(self._changed)
        self._bridge.refused.connect(self._stop_drawing)

    def open(self, session_id: str) -> None:
        self.session_id = session_id
        self._drawing = False
        self._ask()

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if self.session_id and any(change.kind in SHEET_KINDS for change in changes):
            self._ask()

    def _ask(self) -> None:
        session_id = self.session_id
        question = partial(talk_reading.questions, session_id=session_id)
        self._bridge.ask(self, question, partial(self._show, session_id))

    def _show(self, session_id: str, questions: tuple[Question, ...]) -> None:
        if session_id == self.session_id:
            self.read.emit(questions)

    # Recording

    def draw_up(self) -> None:
        """Adds what the record proposes for this session and is not on its sheet; once, however often it is pressed."""
        if self.session_id and not self._drawing:
            self._drawing = True
            question = draw_up_sheets(self._opened.pack, self._opened.scope, session_id=self.session_id)
            self._bridge.ask(self, question, self._add_drawn_up)

    def _add_drawn_up(self, drawn: tuple[int, tuple[AddQuestions, ...]]) -> None:
        _, added = drawn
        if added:
            self._do(*added)
        else:
            self._stop_drawing()
            self.nothing_new.emit()

    def _stop_drawing(self) -> None:
        self._drawing = False

    def add_own(self, text: str, node: str | None) -> None:
        why = self.tr("Added by %1.").replace("%1", self._bridge.author)
        question = NewQuestion(new_question_id(), text, why, "own", node)
        self._do(AddQuestions(self.session_id, (question,)))

    def set_state(self, question_id: str, state: QuestionState) -> None:
        self._do(SetQuestionState(question_id, state))

    def order(self, questions: tuple[str, ...]) -> None:
        self._do(OrderSheet(self.session_id, questions))

    def _do(self, *commands: Command) -> None:
        self._bridge.do(*commands, then=self._recorded, refused=self._refuse, owner=self)

    def _recorded(self, _changes: tuple[Change, ...]) -> None:
        self._stop_drawing()

    def _refuse(self, sentence: str) -> None:
        self._stop_drawing()
        self.refused.emit(sentence)
