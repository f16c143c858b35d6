"""A field for a day, written as people write one: what it was taken for stands beside it, and nothing is guessed."""

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.typed_day import day_from
from wellled_desktop.ui.kit.words import BRITISH


class DayField(QWidget):
    """The weekday is said while one types; leaving the field writes the day out, so that 3/4 is seen to be in April."""

    def __init__(self, name: str, day: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance("24 September 2026") + 32)
        self.line.setToolTip(self.tr("A day, such as 24 November 2026 or 24/11/2026"))
        self.weekday = label("", "muted")
        self.weekday.setMinimumWidth(self.weekday.fontMetrics().horizontalAdvance(self.tr("Wednesday")))
        pick = QToolButton()
        pick.setText(self.tr("Calendar"))
        pick.setToolTip(self.tr("Choose the day from a calendar (Space)"))
        pick.clicked.connect(self._open_calendar)
        self._pick = pick
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.line, self.weekday, pick):
            row.addWidget(part)
        self.line.textChanged.connect(self._tell_weekday)
        self.line.editingFinished.connect(self._write_out)
        self.setFocusProxy(self.line)
        self.show_day(day)

    @property
    def day(self) -> dt.date | None:
        """The day that is written; None while it is none."""
        return day_from(self.line.text())

    def show_day(self, day: dt.date) -> None:
        self.line.setText(BRITISH.toString(_qt(day), "d MMMM yyyy"))

    def problem(self) -> str:
        """What to say of a day that is none; "" for a day."""
        if self.day is not None:
            return ""
        return self.tr("The first day is not a date. Write it as 24 November 2026 or 24/11/2026.")

    def _tell_weekday(self) -> None:
        day = self.day
        self.weekday.setText(BRITISH.toString(_qt(day), "dddd") if day else self.tr("No date"))
        self.line.setAccessibleDescription(self.weekday.text())

    def _write_out(self) -> None:
        day = self.day
        if day is not None:
            self.show_day(day)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(BRITISH)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self.day
        if day is not None:
            calendar.setSelectedDate(_qt(day))
        held = QWidgetAction(menu)
        held.setDefaultWidget(calendar)
        menu.addAction(held)
        for chosen in (calendar.activated, calendar.clicked):
            chosen.connect(self._take)
            chosen.connect(menu.close)
        menu.popup(self._pick.mapToGlobal(self._pick.rect().bottomLeft()))
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.show_day(dt.date(day.year(), day.month(), day.day()))
        self.line.setFocus()


def _qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
