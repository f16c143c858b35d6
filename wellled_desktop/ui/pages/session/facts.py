"""What is known of the session itself, and its beginning and end.

Signals of Facts: `start_wanted()` and `end_wanted()`.
"""

import datetime as dt

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import clock_time, day_in_words

END_KEYS = "Ctrl+Shift+E"


class Facts(QWidget):
    start_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = paragraph("", "muted")
        self.start = QPushButton(self.tr("Start session"))
        self.start.setToolTip(self.tr("Start it now; the first line starts it too (Space)"))
        self.start.clicked.connect(self.start_wanted)
        self.end = QPushButton(self.tr("End session"))
        self.end.setToolTip(
            self.tr("End it now; lines written later are labelled as written later (%1)").replace("%1", END_KEYS)
        )
        self.end.clicked.connect(self.end_wanted)
        for part in (self._words, self.start, self.end):
            part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("This session"), "subheading"))
        column.addWidget(self._words)
        column.addWidget(self.start)
        column.addWidget(self.end)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_session(self, session: Session, now: dt.datetime) -> None:
        facts = (
            day_in_words(session.day) if session.day else "",
            session.place,
            _planned(session),
            began_words(session, now),
            self.tr("Ended %1").replace("%1", clock_time(session.ended_at)) if session.ended_at else "",
            self.tr("Led by %1").replace("%1", session.lead) if session.lead else "",
            self.tr("Notes by %1").replace("%1", session.note_taker) if session.note_taker else "",
        )
        self._words.setText("\n".join(fact for fact in facts if fact))
        self._words.setVisible(any(facts))
        self.start.setVisible(session.state == "planned")
        self.end.setVisible(session.state == "under way")


def _planned(session: Session) -> str:
    if session.planned_start is None:
        return ""
    planned = _tr("Planned %1, %2 min").replace("%1", clock_time(session.planned_start))
    return planned.replace("%2", str(session.planned_minutes))


def began_words(session: Session, now: dt.datetime) -> str:
    """When it began and, while it is under way, for how many minutes it has been."""
    if session.started_at is None:
        return ""
    began = _tr("Began %1").replace("%1", clock_time(session.started_at))
    minutes = round((now - session.started_at).total_seconds()) // 60
    # After a day it was simply never ended: the minutes then say nothing.
    if session.ended_at is not None or not 0 <= minutes < 24 * 60:
        return began
    return f"{began}, {_tr('%1 min').replace('%1', str(minutes))}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Facts", words)
