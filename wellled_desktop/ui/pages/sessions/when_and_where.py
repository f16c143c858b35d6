"""The plan of a new session: day, time and length, place, who leads and who takes notes."""

import datetime as dt

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from wellled_desktop.inspection.read_models import InspectionDetail, Session
from wellled_desktop.ui.kit.clock_field import ClockField
from wellled_desktop.ui.kit.inspection_days import outside_words
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.kit.words import day_in_words

LONGEST_MINUTES = 24 * 60
_QUARTER = 15
_TEXT_PAD = 6


class WhenAndWhere(QWidget):
    """Starts with today, or the first day of the inspection where today is none of its days, and the next quarter hour."""

    def __init__(
        self,
        inspection: InspectionDetail,
        author: str,
        now: dt.datetime,
        also: dt.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`also` is a day that can be chosen although it is none of the inspection's."""
        super().__init__(parent)
        today = now.astimezone().date()
        self.day = QComboBox()
        self.days = inspection.dates if today in inspection.dates else (*inspection.dates, today)
        if also is not None and also not in self.days:
            self.days = (*self.days, also)
        self.day.addItems([day_in_words(day) for day in self.days])
        self.day.setCurrentIndex(self.days.index(today) if today in inspection.dates else 0)
        self.time = ClockField(_next_quarter(now.astimezone()), self.tr("Planned time"))
        self._suggested = self.time.time()
        self.time.setToolTip(self.tr("The planned time: type 2354 or 23:54, or change it with the arrows"))
        self.minutes = QSpinBox()
        self.minutes.setRange(5, LONGEST_MINUTES)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(60)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("Planned length in minutes"))
        self.place = QLineEdit()
        names = ["", *dict.fromkeys((*(member.name for member in inspection.team), author))]
        self.lead, self.note_taker = QComboBox(), QComboBox()
        for combo in (self.lead, self.note_taker):
            combo.addItems(names)
        self.note_taker.setCurrentText(author)
        for field in (self.time, self.minutes):
            _give_room(field)
        self._days = inspection.dates
        self._today: dt.date | None = today
        self.outside = paragraph("", "muted")
        self.outside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.day.currentIndexChanged.connect(self._tell_outside)
        self._lay_out()
        self._tell_outside()

    def _lay_out(self) -> None:
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        time = QHBoxLayout()
        time.setSpacing(8)
        time.addWidget(self.time)
        time.addWidget(self.minutes)
        time.addStretch(1)
        form.addRow(self.tr("&Day"), self.day)
        form.addRow("", self.outside)
        form.addRow(self.tr("Planned"), time)
        form.addRow(self.tr("&Place"), self.place)
        form.addRow(self.tr("L&ed by"), self.lead)
        form.addRow(self.tr("Notes &by"), self.note_taker)

    def fields(self) -> tuple[QWidget, ...]:
        """All that takes the keyboard, from the top."""
        return (self.day, self.time, self.minutes, self.place, self.lead, self.note_taker)

    def _tell_outside(self) -> None:
        """Of the day chosen; else of today, on which a session that is started now is held."""
        words = outside_words(self.days[self.day.currentIndex()], self._days)
        if not words and (today := outside_words(self._today, self._days)):
            words = self.tr("Started now: %1").replace("%1", today[0].lower() + today[1:])
        self.outside.setText(words)
        self._form.setRowVisible(self.outside, bool(words))

    def show_plan(self, start: dt.datetime | None, minutes: int, lead: str) -> None:
        """Fills in a time (None: it stays), a length and who leads."""
        if start is not None:
            wall = start.astimezone()
            self.show_day(wall.date())
            self.time.setTime(QTime(wall.hour, wall.minute))
        self.minutes.setValue(minutes)
        _choose(self.lead, lead)

    def show_day(self, day: dt.date) -> None:
        if day not in self.days:
            self.days = (*self.days, day)
            self.day.addItem(day_in_words(day))
        self.day.setCurrentIndex(self.days.index(day))

    def show_session(self, session: Session) -> None:
        """Everything as the session has it; it is not about to be started."""
        self._today = None
        self.minutes.setMinimum(min(self.minutes.minimum(), session.planned_minutes))
        self.show_plan(session.planned_start, session.planned_minutes, session.lead)
        self.place.setText(session.place)
        _choose(self.note_taker, session.note_taker)
        self._tell_outside()

    def start_if_chosen(self) -> dt.datetime | None:
        """The time of today that somebody chose; None for another day, or for the time that this form suggested itself."""
        chosen = self.time.time() != self._suggested and self.days[self.day.currentIndex()] == self._today
        return self.planned_start() if chosen else None

    def planned_start(self) -> dt.datetime:
        """In the zone of this laptop, on that day."""
        time, day = self.time.time(), self.days[self.day.currentIndex()]
        return dt.datetime(day.year, day.month, day.day, time.hour(), time.minute()).astimezone()  # local


def _choose(combo: QComboBox, name: str) -> None:
    """The name, listed or not: somebody outside the team may lead, and several may take notes."""
    if combo.findText(name) < 0:
        combo.addItem(name)
    combo.setCurrentText(name)


def _give_room(field: QAbstractSpinBox) -> None:
    """The padding of the style sheet is not given to the text of a field with up and down buttons."""
    field.lineEdit().setTextMargins(_TEXT_PAD, 0, 0, 0)


def _next_quarter(now: dt.datetime) -> QTime:
    minutes = min(-(-(now.hour * 60 + now.minute) // _QUARTER) * _QUARTER, 24 * 60 - _QUARTER)
    return QTime(minutes // 60, minutes % 60)
