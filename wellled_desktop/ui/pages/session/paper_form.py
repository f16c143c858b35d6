"""Asks when a session that was held on paper began and ended; what was understood is said while one types.

Signals of PaperForm: `given(Held)` on Enter; `left()` on Esc.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import clock_time, day_in_words
from wellled_desktop.ui.pages.session.paper_times import Held, Wrong, held_from


class PaperForm(QFrame):
    given = Signal(object)
    left = Signal()

    def __init__(self, now: Callable[[], dt.datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.setProperty("kind", "notice")
        self.day, self.began, self.ended = QLineEdit(), QLineEdit(), QLineEdit()
        self.understood = paragraph("", "muted")
        self.keep = QPushButton(self.tr("These are its times"))
        self.keep.setToolTip(self.tr("Mark the session as from handwritten notes (Enter)"))
        self.keep.clicked.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(paragraph(self.tr("From handwritten notes: when was the session held?")))
        for words, field, example in (
            (self.tr("Day"), self.day, self.tr("24 November 2026 or 24/11/2026")),
            (self.tr("Began"), self.began, self.tr("10:00")),
            (self.tr("Ended"), self.ended, self.tr("10:55")),
        ):
            name = label(words)
            name.setBuddy(field)
            field.setAccessibleName(words)
            field.setPlaceholderText(example)
            field.setToolTip(self.tr("Such as %1 (Enter keeps, Esc leaves)").replace("%1", example))
            field.setMinimumWidth(40)
            field.textChanged.connect(self._tell)
            field.returnPressed.connect(self._give)
            column.addWidget(name)
            column.addWidget(field)
        column.addWidget(self.understood)
        column.addWidget(self.keep)
        self.hide()

    def ask(self, session: Session) -> None:
        """Begins with what is known: the times it has, else those of the plan."""
        start = session.started_at or session.planned_start
        end = session.ended_at
        if end is None and start is not None:
            end = start + dt.timedelta(minutes=session.planned_minutes)
        day = session.day or self._now().astimezone().date()
        self.day.setText(day_in_words(day).split(" ", 1)[1])
        self.began.setText(clock_time(start))
        self.ended.setText(clock_time(end))
        self._tell()
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.hide()
            return
        super().keyPressEvent(event)

    def _read(self) -> Held | Wrong:
        return held_from(self.day.text(), self.began.text(), self.ended.text(), self._now())

    def _tell(self) -> None:
        read = self._read()
        if isinstance(read, Wrong):
            self.understood.setText(read.sentence)
            return
        minutes = round((read.ended - read.began).total_seconds()) // 60
        times = f"{clock_time(read.began)}–{clock_time(read.ended)}"
        words = f"{day_in_words(read.day)} {times}, {self.tr('%1 min').replace('%1', str(minutes))}"
        self.understood.setText(f"{words}, {self.tr('over midnight')}" if read.over_midnight else words)

    def _give(self) -> None:
        read = self._read()
        if isinstance(read, Wrong):
            field = {"day": self.day, "began": self.began, "ended": self.ended}[read.field]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()
            return
        self.given.emit(read)
        self.hide()
