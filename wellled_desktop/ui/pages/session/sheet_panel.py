"""The question sheet at the left of the session page: the questions, what is done to the chosen one, a box for one's own.

Signals of SheetPanel: `draw_wanted()`; `state_wanted(str)` with the state for the current question; `own_written(str)`.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Question
from wellled_desktop.inspection.sheet import questions_that_fit
from wellled_desktop.inspection.words import QuestionState
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.sheet_drawing import DRAW_KEYS
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.session.sheet_keys import OWN_KEYS, STATE_KEYS
from wellled_desktop.ui.pages.session.sheet_list import SheetList
from wellled_desktop.ui.pages.session.sheet_model import SheetModel

_LONGEST = 500
_LINK_PAD = 5


class OwnQuestion(QLineEdit):
    """Signals of OwnQuestion: `left()` on Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class SheetPanel(QWidget):
    draw_wanted = Signal()
    state_wanted = Signal(str)
    own_written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = 0
        self.model = SheetModel(self)
        self.list = SheetList(self.model)
        self.list.current_changed.connect(self._show_states)
        self.summary = label("", "muted")
        self.remark = paragraph("", "muted")
        self.empty = paragraph(
            self.tr(
                "What to ask in this session, in order, goes here: what is contradicted, what was claimed and not proved, and "
                "what the role card raises, each with the reason it is there."
            ),
            "muted",
        )
        self.draw = QPushButton(self.tr("Draw up the sheet"))
        self.draw.setToolTip(
            self.tr("About eight questions an hour, from the record so far (%1)").replace("%1", DRAW_KEYS)
        )
        self.draw.clicked.connect(self.draw_wanted)
        self.add_new = QPushButton(self.tr("Add what is new"))
        self.add_new.setProperty("kind", "link")
        self.add_new.setToolTip(self.tr("What the record has come to since (%1)").replace("%1", DRAW_KEYS))
        self.add_new.clicked.connect(self.draw_wanted)
        self.states = {state: self._state_button(state) for state in STATE_KEYS}
        self.own = OwnQuestion()
        self.own.setMaxLength(_LONGEST)
        self.own.setPlaceholderText(self.tr("A question of your own: Enter adds it"))
        self.own.setAccessibleName(self.tr("A question of your own"))
        self.own.setToolTip(
            self.tr("Enter adds it to the sheet; # and an id give it a tag (%1)").replace("%1", OWN_KEYS)
        )
        self.own.returnPressed.connect(self._write_own)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowLayout(2, buttons)
        for state in self.states.values():
            row.addWidget(state)
        self._buttons = buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 8, 0)
        column.setSpacing(4)
        self.summary.setContentsMargins(
            0, _LINK_PAD, 0, _LINK_PAD
        )  # on one line with the words of the button beside it
        head = FlowLayout(8)
        head.addWidget(self.summary)
        head.addWidget(self.add_new)
        column.addWidget(self.empty)
        column.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self.remark)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        column.addStretch(0)
        column.addWidget(self.own)

    def _state_button(self, state: QuestionState) -> QToolButton:
        """Never takes the focus: the caret stays in the composer while one clicks here."""
        words, what = {
            "asked": (self.tr("asked"), self.tr("The question is asked")),
            "answered": (self.tr("answered"), self.tr("The question is answered")),
            "parked": (self.tr("parked"), self.tr("Parked for later")),
            "dropped": (self.tr("drop"), self.tr("Drop the question; it can be put back")),
        }[state]
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(what)
        button.setToolTip(f"{what} ({STATE_KEYS[state]})")
        button.clicked.connect(partial(self._state_clicked, state))
        return button

    def _state_clicked(self, state: QuestionState) -> None:
        self._show_states()  # what is on the disk; it changes once the new state is there
        self.state_wanted.emit(state)

    # What is on show

    def clear(self) -> None:
        """For another session."""
        self.model.clear()
        self.own.clear()
        for part in (self.empty, self.draw, self.summary, self.add_new, self.remark, self.list, self._buttons):
            part.hide()

    def show_sheet(self, questions: tuple[Question, ...], minutes: int) -> None:
        self._minutes = minutes
        self.list.show_questions(questions)
        anything = not self.model.is_empty
        for offered in (self.empty, self.draw):
            offered.setVisible(not anything)
        for part in (self.summary, self.add_new, self.list, self._buttons):
            part.setVisible(anything)
        self.remark.hide()
        self._summarise()
        self._show_states()

    def _summarise(self) -> None:
        standing = self.model.questions
        open_ones = sum(one.state == "open" for one in standing)
        words = counted(len(standing), self.tr("question"), self.tr("questions"))
        self.summary.setText(self.tr("%1, %2 open").replace("%1", words).replace("%2", str(open_ones)))

    def tell_nothing_new(self) -> None:
        """Until the sheet changes."""
        fit, standing = questions_that_fit(self._minutes), len(self.model.questions)
        full = self.tr("Nothing added: %1 minutes have room for about %2 questions. Dropping one makes room.")
        done = self.tr("Nothing to add: all there is to ask these roles stands on the sheet.")
        words = full.replace("%1", str(self._minutes)).replace("%2", str(fit)) if standing >= fit else done
        self.remark.setText(words)
        self.remark.show()

    def _show_states(self) -> None:
        question = self.list.current_question()
        for state, button in self.states.items():
            button.setEnabled(question is not None)
            button.setChecked(question is not None and question.state == state)

    def current_question(self) -> Question | None:
        return self.list.current_question()

    def step(self, by: int) -> bool:
        """Chooses the next question, or the one before; whether there is any."""
        standing = len(self.model.questions)
        if not standing:
            return False
        row = self.list.currentIndex().row()
        self.list.choose(0 if row < 0 else min(max(row + by, 0), standing - 1))
        return True

    def _write_own(self) -> None:
        if self.own.text().strip():
            self.own_written.emit(self.own.text().strip())
            self.own.clear()
