"""Before a session is signed off: what is still open, as advice, and one key to sign.

Signals of SignOffForm: `signed()`; `tidy_up_wanted()`; `field_wanted(str)` with a field of the form; `left()` on Esc.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.forms import OPENING_STATEMENT, SUMMARY
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.sign_off import OpenPoints
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.session.course_words import TIDY_KEYS

_MOST_NUMBERS = 8


class SignButton(QPushButton):
    """Enter signs, as Space does: it has the focus when the question is asked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class SignOffForm(QFrame):
    signed = Signal()
    tidy_up_wanted = Signal()
    field_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._question = paragraph("")
        self._advice = paragraph("", "muted")
        self.sign = SignButton(self.tr("Sign off"))
        self.sign.setToolTip(self.tr("Sign it off (Enter; Esc leaves)"))
        self.sign.clicked.connect(self._sign)
        self.tidy = self._link(self.tr("Tidy up (%1)").replace("%1", TIDY_KEYS))
        self.tidy.clicked.connect(self.tidy_up_wanted)
        self.summary = self._link(self.tr("Write the summary"))
        self.summary.clicked.connect(self._go_to_summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for part in (self._question, self._advice, self.sign, self.tidy, self.summary):
            column.addWidget(part)
        self.hide()

    def _link(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "link")
        button.setToolTip(self.tr("%1 first (Enter)").replace("%1", words))
        return button

    @property
    def advice(self) -> str:
        return self._advice.text()

    def ask(self, session: Session, open_points: OpenPoints) -> None:
        ended = session.ended_at is not None
        self._question.setText(
            self.tr("Sign %1 off? It can still be amended; what is changed then says so.").replace("%1", session.ref)
        )
        self._advice.setText("\n".join(self._words(open_points)))
        self.sign.setText(self.tr("Sign off") if ended else self.tr("End and sign off"))
        self.tidy.setVisible(open_points.untagged > 0)
        self.summary.setVisible(SUMMARY in open_points.unanswered)
        self.show()
        self.sign.setAccessibleDescription(self._advice.text())
        self.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, now: OpenPoints) -> tuple[str, ...]:
        """One sentence for each thing that is open; that nothing is, where nothing is."""
        words: list[str] = []
        if now.lines == 0:
            words.append(self.tr("No lines are written."))
        if now.concerns:
            found = counted(len(now.concerns), self.tr("immediate concern"), self.tr("immediate concerns"))
            words.append(f"{found} {self.tr('nobody was told of:')} {_numbers(now.concerns)}.")
        if now.untagged:
            words.append(f"{counted(now.untagged, self.tr('line'), self.tr('lines'))} {self.tr('without a tag')}.")
        if now.questions:
            words.append(
                f"{counted(now.questions, self.tr('question'), self.tr('questions'))} {self.tr('still open')}."
            )
        if OPENING_STATEMENT in now.unanswered:
            words.append(self.tr("Opening statement: not recorded."))
        if SUMMARY in now.unanswered:
            words.append(self.tr("No summary."))
        if now.claims:
            words.append(f"{self.tr('Claims without a request:')} {_numbers(now.claims)}.")
        return tuple(words) if words else (self.tr("Nothing is open."),)

    def _sign(self) -> None:
        self.signed.emit()
        self.hide()

    def _go_to_summary(self) -> None:
        self.field_wanted.emit(SUMMARY)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.hide()
            return
        super().keyPressEvent(event)


def _numbers(lines: tuple[int, ...]) -> str:
    shown = ", ".join(f"l.{number}" for number in lines[:_MOST_NUMBERS])
    return f"{shown}, …" if len(lines) > _MOST_NUMBERS else shown
