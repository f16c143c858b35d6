"""What is known of the session itself, and the steps that its course offers now.

Signals of Facts: `wanted(str)` with the name of the step that was chosen; see `course_words.steps_for`.
"""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.announcing import announce
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.words import clock_time, day_in_words
from wellled_desktop.ui.pages.session import course_words as words
from wellled_desktop.ui.pages.session.course_words import END_KEYS

__all__ = ["END_KEYS", "Facts"]
PLAN_KEYS = "Ctrl+Shift+L"


class StepButton(QPushButton):
    """Its words are cut where the text is large and the panel narrow; its name and its tooltip say them all."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._whole = words
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self.text())
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - around))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


class Facts(QWidget):
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = paragraph("", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._words)
        self.steps = self._buttons()
        self.start, self.end = self.steps["start"], self.steps["end"]

    def _buttons(self) -> dict[str, QPushButton]:
        tr = self.tr
        paper = tr("Held on paper: say when it began and ended; lines typed then carry the delay")
        withdraw = tr("%1, then Space").replace("%1", words.SIGN_OFF_KEYS)
        late = tr("End it now; lines written later are labelled as written later")
        steps = (
            ("start", tr("Start session"), tr("Start it now; the first line starts it too"), "Space"),
            ("pause", tr("Pause"), tr("The clock stands still until it goes on"), words.PAUSE_KEYS),
            ("resume", tr("Go on"), tr("The pause ends now"), words.PAUSE_KEYS),
            ("end", tr("End session"), late, words.END_KEYS),
            ("tidy-up", tr("Tidy up…"), tr("Walk the lines without a tag, one key each"), words.TIDY_KEYS),
            ("sign-off", tr("Sign off…"), tr("Say that the notes are complete"), words.SIGN_OFF_KEYS),
            ("withdraw-sign-off", tr("Withdraw sign-off"), tr("The notes are open again"), withdraw),
            ("reopen", tr("Reopen"), tr("It was ended by mistake"), "Space"),
            ("withdraw-start", tr("Withdraw start"), tr("It was started by mistake"), "Space"),
            ("paper", tr("From handwritten notes…"), paper, words.PAPER_KEYS),
            ("withdraw-paper", tr("Not from handwritten notes"), tr("It was marked so by mistake"), "Space"),
            ("plan", tr("Change place, time, team…"), tr("Place, planned time, lead, note-taker"), PLAN_KEYS),
        )
        made: dict[str, QPushButton] = {}
        for name, text, what, keys in steps:
            made[name] = self._button(name, text, f"{what} ({keys})")
        return made

    def _button(self, name: str, text: str, what: str) -> QPushButton:
        button = StepButton(text)
        button.setProperty("step", name)
        button.setToolTip(f"{text}\n{what}")
        if name not in ("start", "end", "pause", "resume", "tidy-up", "sign-off"):
            button.setProperty("kind", "link")
        button.clicked.connect(self._clicked)
        button.hide()
        self._column.addWidget(button)
        return button

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().property("step"))

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def pointed_out(self) -> str:
        """The name that is marked; "" for none."""
        return self._words.selectedText()

    def point_out(self, name: str) -> None:
        """Marks the name of whoever leads the session or takes its notes."""
        at = self._words.text().rfind(name)  # it may be said above who signed the session off
        if at >= 0:
            self._words.setSelection(at, len(name))
            announce(self._words, name)

    def place_of_team(self) -> tuple[QWidget, QRect]:
        """Where it is said who leads the session and who takes its notes: at the end."""
        lines = 2 * self._words.fontMetrics().lineSpacing()
        return self._words, QRect(0, self._words.height() - lines, self._words.width(), lines)

    def show_session(self, session: Session, now: dt.datetime) -> None:
        paper = words.paper_words(session)
        course = (paper,) if paper else (words.began_words(session, now), *words.pause_words(session))
        facts = (
            day_in_words(session.day) if session.day else "",
            session.place,
            _planned(session),
            *course,
            "" if paper else words.ended_words(session),
            _tr("No scan of the notes is attached; it can be attached later.") if paper else "",
            words.signed_words(session),
            _tr("Cancelled: %1").replace("%1", session.cancelled_reason or "") if session.cancelled_at else "",
            _tr("Led by %1").replace("%1", session.lead) if session.lead else "",
            _tr("Notes by %1").replace("%1", session.note_taker) if session.note_taker else "",
        )
        self._words.setText("\n".join(fact for fact in facts if fact))
        self._words.setVisible(any(facts))
        offered = {*words.steps_for(session), *(() if session.cancelled_at else ("plan",))}
        for name, button in self.steps.items():
            if button.isHidden() == (name in offered):
                button.setVisible(name in offered)


def _planned(session: Session) -> str:
    if session.planned_start is None:
        return ""
    day, time = session.planned_start.astimezone().date(), clock_time(session.planned_start)
    # What comes from paper may have been held on another day than planned.
    when = time if session.day in (None, day) else f"{day_in_words(day)} {time}"
    planned = _tr("Planned %1, %2 min").replace("%1", when)
    return planned.replace("%2", str(session.planned_minutes))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facts", text)
