"""Beneath the table: all that is known of the chosen request, and what can become of it.

Signals of Details: `outcome_wanted(Outcome)`.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.pages.requests.in_full import in_full
from wellled_desktop.ui.pages.requests.outcomes import OUTCOMES, Outcome, offered, words
from wellled_desktop.ui.pages.requests.request_model import Asked, RequestModel

REASON_CHARACTERS = 56


class Details(QScrollArea):
    """Scrolls where it is given less than it needs (see `Room`). `change` and `answer` are others' parts in it."""

    outcome_wanted = Signal(object)

    def __init__(
        self, requests: RequestModel, change: QPushButton, answer: QLineEdit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._requests = requests
        self._answer = answer
        self._told = paragraph("")
        self.reason = QLineEdit()
        self.reason.setMaxLength(1000)
        self.reason.setMinimumWidth(self.fontMetrics().averageCharWidth() * REASON_CHARACTERS)
        self.reason.setPlaceholderText(self.tr("A reason or remark for the record (optional)"))
        self.reason.setAccessibleName(self.tr("Reason for the state (optional)"))
        self.buttons: dict[str, QPushButton] = {}
        self._inside = QWidget()
        self._inside.setProperty("kind", "page")
        fields, row = FlowLayout(8), FlowLayout(8)
        fields.addWidget(self.reason)
        fields.addWidget(answer)
        row.addWidget(change)
        for outcome in OUTCOMES:
            row.addWidget(self._button(outcome))
        self.reason.returnPressed.connect(self._after_reason)
        answer.returnPressed.connect(self._to_outcomes)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._told)
        layout.addLayout(fields)
        layout.addLayout(row)
        # Of its own accord it would be as high as in the narrowest window, where its buttons stand one above the other.
        self._inside.setMinimumHeight(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _button(self, outcome: Outcome) -> QPushButton:
        button = QPushButton(words(outcome))
        button.setToolTip(f"{words(outcome)} ({outcome.letter})")
        button.clicked.connect(partial(self.outcome_wanted.emit, outcome))
        self.buttons[outcome.name] = button
        return button

    @property
    def told(self) -> str:
        return self._told.text()

    def show_chosen(self, asked: Asked | None) -> None:
        self.reason.clear()
        self._told.setText(in_full(self._requests, asked) if asked else "")
        ref = self._requests.ref_of(asked) if asked else ""
        for outcome in OUTCOMES:
            button = self.buttons[outcome.name]
            button.setVisible(offered(outcome, asked))
            button.setAccessibleName(f"{ref}: {words(outcome)}" if asked else words(outcome))

    def _after_reason(self) -> None:
        if self._answer.isVisible():
            self._answer.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._to_outcomes()

    def _to_outcomes(self) -> None:
        """Whether it is all that was asked for or a part, a field cannot know: Enter goes on to say so, and records nothing."""
        first = next((one for one in self.buttons.values() if one.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(first)

    def height_wanted(self, width: int) -> int:
        """So that nothing of it has to be scrolled."""
        return self._inside.heightForWidth(width)

    def height_least(self) -> int:
        """Some lines of the words, and a row of buttons to scroll to."""
        return 4 * self.fontMetrics().height()
