"""The tabs of the schedule: a day each, those of the inspection and any other with sessions, and one for those without a time.

Signals of DayTabs: `day_chosen()` when another tab is the current one.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.words import short_day
from wellled_desktop.ui.pages.sessions.schedule_day import day_of


class DayTabs(QTabBar):
    day_chosen = Signal()

    def __init__(self, dates: tuple[dt.date, ...], zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._zone = zone
        self.days: tuple[dt.date, ...] = ()
        self.setAccessibleName(self.tr("Days of the schedule"))
        self.setToolTip(self.tr("The day before or after: Ctrl+Page Up, Ctrl+Page Down"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.show_sessions(())
        self.currentChanged.connect(self._tell)

    def _tell(self, _index: int) -> None:
        self.day_chosen.emit()

    def show_sessions(self, sessions: Iterable[Session]) -> None:
        """Keeps the current day, if it is still there."""
        counts = Counter(day_of(session, self._zone) for session in sessions)
        present = self.day()
        was_untimed = self.count() > 0 and present is None
        days = tuple(sorted({*self._dates, *(day for day in counts if day is not None)}))
        self.blockSignals(True)
        if days != self.days or self.count() == 0:
            self._remake(days)
        for at, day in enumerate((*days, None)):
            words = short_day(day) if day is not None else self.tr("Without a time")
            text = f"{words} ({counts[day]})" if counts[day] else words
            if self.tabText(at) != text:
                self.setTabText(at, text)
        if was_untimed:
            self.setCurrentIndex(len(days))
        elif present in days:
            self.setCurrentIndex(days.index(present))
        self.blockSignals(False)

    def _remake(self, days: tuple[dt.date, ...]) -> None:
        while self.count() > len(days) + 1:
            self.removeTab(self.count() - 1)
        while self.count() < len(days) + 1:
            self.addTab("")
        self.days = days

    def day(self) -> dt.date | None:
        """None on the tab of those without a time."""
        at = self.currentIndex()
        return self.days[at] if 0 <= at < len(self.days) else None

    def choose(self, day: dt.date | None) -> None:
        if day is None:
            self.setCurrentIndex(len(self.days))
        elif day in self.days:
            self.setCurrentIndex(self.days.index(day))

    def step(self, step: int) -> None:
        at = self.currentIndex() + step
        if 0 <= at < self.count():
            self.setCurrentIndex(at)

    def day_beside(self, day: dt.date, step: int) -> dt.date:
        """The next day that has a tab; beyond them all, simply the next."""
        beyond = [one for one in self.days if (one > day if step > 0 else one < day)]
        if beyond:
            return beyond[0] if step > 0 else beyond[-1]
        return day + dt.timedelta(days=step)
