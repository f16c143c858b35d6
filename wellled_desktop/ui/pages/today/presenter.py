"""What the Today page asks of the record, and what it says of the day in words.

Signals of TodayPresenter: `days_read(tuple[date, ...], date)` with the days there are and the one that is shown;
`day_read(DayOverview)` with what that day holds, again after each change while `watched` says so;
`coverage_read(tuple[KloeCoverage, ...])` with what there is to look at, whatever the day.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.framework.pack import node_texts, role_titles
from wellled_desktop.inspection.read_models import DayOverview
from wellled_desktop.store import overview
from wellled_desktop.ui.coverage import coverage_of
from wellled_desktop.ui.kit.inspection_days import outside_words
from wellled_desktop.ui.kit.words import clock_time, counted
from wellled_desktop.ui.page import Opened


class TodayPresenter(QObject):
    """Begins with the day of the calendar when the inspection is on, else with the last day that has something on it."""

    days_read = Signal(object, object)
    day_read = Signal(object)
    coverage_read = Signal(object)

    def __init__(self, opened: Opened, watched: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._watched = watched
        self._wants_coverage = False
        self.titles = role_titles(opened.pack)
        self.texts = node_texts(opened.pack)
        self.day: dt.date | None = None
        self._coverage = coverage_of(opened)
        self._coverage.read.connect(self.coverage_read)
        opened.bridge.changed.connect(self._ask_if_watched)

    def begin(self, day: dt.date | None) -> None:
        """Reads which days there are, and what `day` holds; None stays at the day that was shown, or finds one."""
        self.day = day or self.day
        self._wants_coverage = True
        self._opened.bridge.ask(self, overview.days_with_something, self._on_days)
        self._ask()

    def choose(self, day: dt.date) -> None:
        self.day = day
        self._ask()

    def facts_of(self, day: DayOverview) -> str:
        inspection = self._opened.inspection
        facts = [f"{inspection.trust_name} ({inspection.provider_code})"]
        if day.day in inspection.dates:
            facts.append(
                self.tr("day %1 of %2")
                .replace("%1", str(inspection.dates.index(day.day) + 1))
                .replace("%2", str(inspection.days))
            )
        facts.append(counted(day.lines_written, self.tr("line written"), self.tr("lines written")))
        outside = outside_words(day.day, inspection.dates)
        return " · ".join(facts) + (f"\n{outside}" if outside else "")

    def safety_of(self, day: DayOverview) -> str:
        if day.head is None:
            return self.tr("Nothing has been recorded yet.")
        said = self.tr(
            "%1 journal entries of this laptop are on its disk, the last at %2. Each follows the one before by its hash."
        )
        said = said.replace("%1", f"{day.head.n:,}").replace("%2", clock_time(day.head.at))
        if day.drafts:
            kept = counted(day.drafts, self.tr("draft is"), self.tr("drafts are"))
            said += " " + self.tr("%1 kept and not yet a line.").replace("%1", kept)
        return said

    def _on_days(self, recorded: tuple[dt.date, ...]) -> None:
        days = tuple(sorted({*recorded, *self._opened.inspection.dates}))
        asked = self.day
        if asked is None or asked not in days:
            self.day = _day_to_show(days, recorded, dt.date.today())  # noqa: DTZ011  # the wall calendar is meant
        self.days_read.emit(days, self.day)
        if self.day != asked:
            self._ask()

    def _ask(self) -> None:
        if self.day is not None:
            question = partial(overview.day_overview, day=self.day, device=self._opened.bridge.device)
            self._opened.bridge.ask(self, question, self._on_day)

    def _ask_if_watched(self, _changes: object) -> None:
        if self._watched():
            self._ask()

    def _on_day(self, day: DayOverview) -> None:
        if day.day == self.day:
            self.day_read.emit(day)
            if self._wants_coverage:  # not before the day stands there
                self._wants_coverage = False
                self._coverage.refresh()


def _day_to_show(days: tuple[dt.date, ...], recorded: tuple[dt.date, ...], today: dt.date) -> dt.date:
    """Today when it is one of the inspection's days; else the last day that has something, else the first day."""
    if today in days:
        return today
    return next((day for day in reversed(recorded) if day < today), days[0])
