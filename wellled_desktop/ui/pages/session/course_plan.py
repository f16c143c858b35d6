"""Changes the plan of the session on show: place, planned time, and who of the team leads and takes notes.

Signals of PlanForm: `given(ChangeSession)` on Enter when anything is another; `left()` when nothing is, and on Esc.
"""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import ChangeSession
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.typed_day import day_from
from wellled_desktop.ui.kit.words import clock_time, day_in_words
from wellled_desktop.ui.pages.session.paper_times import local, time_from


class PlanForm(QFrame):
    """Without a day and a time the session is not planned for any."""

    given = Signal(object)
    left = Signal()

    def __init__(self, team: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = tuple(dict.fromkeys(team))
        self._session: Session | None = None
        self.setProperty("kind", "notice")
        self.place, self.day, self.time, self.minutes = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.lead, self.note_taker = QComboBox(), QComboBox()
        self.problem = paragraph("", "muted")
        self.keep = QPushButton(self.tr("Keep the changes"))
        self.keep.setToolTip(self.tr("Keep the changes (Enter in a field)"))
        self.keep.clicked.connect(self._give)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(4)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        for words, field, example in (
            (self.tr("Place"), self.place, self.tr("Room, site, or call")),
            (self.tr("Planned day"), self.day, self.tr("24 November 2026")),
            (self.tr("Planned time"), self.time, self.tr("10:00")),
            (self.tr("Planned minutes"), self.minutes, self.tr("60")),
        ):
            field.setPlaceholderText(example)
            field.returnPressed.connect(self._give)
            self._add(words, field)
        for words, box in ((self.tr("Led by"), self.lead), (self.tr("Notes by"), self.note_taker)):
            self._add(words, box)
        self._column.addWidget(self.problem)
        self._column.addWidget(self.keep)

    def _add(self, words: str, field: QLineEdit | QComboBox) -> None:
        name = label(words)
        name.setBuddy(field)
        field.setAccessibleName(words)
        field.setToolTip(self.tr("%1 (Enter keeps, Esc leaves)").replace("%1", words))
        field.setMinimumWidth(40)
        if isinstance(field, QComboBox):
            field.view().setAccessibleName(words)
        self._column.addWidget(name)
        self._column.addWidget(field)

    def ask(self, session: Session) -> None:
        self._session = session
        self.place.setText(session.place)
        start = session.planned_start.astimezone() if session.planned_start else None
        self.day.setText(day_in_words(start.date()).split(" ", 1)[1] if start else "")
        self.time.setText(clock_time(start))
        self.minutes.setText(str(session.planned_minutes))
        for box, name in ((self.lead, session.lead), (self.note_taker, session.note_taker)):
            box.clear()
            box.addItems(tuple(dict.fromkeys(("", *self._team, name))))
            box.setCurrentText(name)
        self._tell("")
        self.show()
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QComboBox):
            self._give()  # a line edit says so itself
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.left.emit()
        self.hide()

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _give(self) -> None:
        session = self._session
        if session is None:
            return
        start = self._start(session)
        minutes = self.minutes.text().strip()
        if isinstance(start, str) or not (minutes.isdecimal() and 1 <= int(minutes) <= 24 * 60):
            self._tell(start if isinstance(start, str) else self.tr("The minutes are a number from 1 to 1,440."))
            return
        command = ChangeSession(
            session.id,
            place=_another(session.place, self.place.text().strip()),
            lead=_another(session.lead, self.lead.currentText()),
            note_taker=_another(session.note_taker, self.note_taker.currentText()),
            planned_minutes=None if int(minutes) == session.planned_minutes else int(minutes),
            planned_start=None if start == session.planned_start else start,
            planned_day=None if start is None or start == session.planned_start else start.date(),
            unplanned=start is None and session.planned_start is not None,
        )
        if command == ChangeSession(session.id):
            self._leave()
            return
        self.given.emit(command)
        self.hide()

    def _start(self, session: Session) -> dt.datetime | str | None:
        """The planned start, None for none, or a sentence that says what is wrong."""
        typed_day, typed_time = self.day.text().strip(), self.time.text().strip()
        if not typed_day and not typed_time:
            return None
        day, time = day_from(typed_day), time_from(typed_time)
        if day is None:
            return self.tr("The planned day is not a date. Write it as 24 November 2026 or 24/11/2026.")
        if time is None:
            return self.tr("The planned time is not a time. Write it as 10:00.")
        start = local(day, time)
        before = session.planned_start
        # A plan made with seconds, which nobody typed, stays as it is.
        return before if before and clock_time(before) == clock_time(start) and before.date() == start.date() else start


def _another(before: str, now: str) -> str | None:
    return None if before == now else now
