"""The schedule: days × times × team, with a line to add by typing, and beside it what is double-booked or missing.

Signals of ScheduleView: `opened(str)` with a session's id; `new_wanted(Prefill)`; `notice(str)` with a sentence;
`refresh_wanted()` when what is shown may not be what is on disk; `shown()` after what is on disk was shown.
"""

import datetime as dt
from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wellled_desktop.exchange.wall_clock import Zone
from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.quick_add import QuickPlan
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.schedule import start_of
from wellled_desktop.ui.kit.inspection_days import utc_now
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.page import Opened, Shortcut
from wellled_desktop.ui.pages.sessions.new_session import Prefill
from wellled_desktop.ui.pages.sessions.quick_add_row import QuickAddRow
from wellled_desktop.ui.pages.sessions.schedule_day import QUARTER, day_of, moment_at
from wellled_desktop.ui.pages.sessions.schedule_days import DayTabs
from wellled_desktop.ui.pages.sessions.schedule_gaps import GapList, GapModel
from wellled_desktop.ui.pages.sessions.schedule_grid import ScheduleGrid
from wellled_desktop.ui.pages.sessions.schedule_model import ScheduleModel
from wellled_desktop.ui.pages.sessions.schedule_reading import ScheduleReading
from wellled_desktop.ui.pages.sessions.schedule_words import clashes_of
from wellled_desktop.ui.pages.sessions.session_model import SessionModel
from wellled_desktop.ui.pages.sessions.session_tree import SessionTree

_WIDE_CHARACTERS = 130
_NO_LIMIT = 16_777_215
_SHARES = (500, 200)
_NOTHING = ScheduleReading((), (), (), (), ())


class Acts(Protocol):
    """What is done on the schedule; it connects itself to the view."""

    def waiting(self) -> bool: ...
    def takes(self, event: QKeyEvent) -> bool: ...
    def act(self, event: QKeyEvent) -> bool: ...
    def shortcuts(self) -> tuple[Shortcut, ...]: ...
    def plan_words(self, plan: QuickPlan) -> str: ...


class ScheduleView(QWidget):
    opened = Signal(str)
    new_wanted = Signal(object)
    notice = Signal(str)
    refresh_wanted = Signal()
    shown = Signal()

    def __init__(
        self,
        opened: Opened,
        zone: Zone = None,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.inspection = opened
        self.zone = zone
        self.reading = _NOTHING
        titles = role_titles(opened.pack)
        team = tuple(member.name for member in opened.inspection.team)
        self.tabs = DayTabs(opened.inspection.dates, zone)
        self.model = ScheduleModel(team, titles, zone, self)
        self.grid = ScheduleGrid(self.model)
        self._untimed = SessionModel(titles, self)
        self.untimed = SessionTree(self._untimed)
        self.untimed.setAccessibleName(self.tr("Sessions without a time"))
        self._gaps = GapModel(titles, zone, self)
        self.gaps = GapList(self._gaps)
        self.facts = paragraph("", "muted")
        self.reason = ReasonRow()
        self.quick = QuickAddRow(opened.pack, team, self.plan_words)
        self.acts: Acts | None = None
        self._first = True
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.middle = QStackedWidget()
        self.middle.addWidget(self.grid)
        self.middle.addWidget(self.untimed)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.tabs)
        column.addWidget(self.middle, 1)
        self.facts.setMaximumWidth(_NO_LIMIT)  # beside a grid as wide as the window, not a text to be read at length
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._size_facts()
        column.addWidget(self.facts)
        column.addWidget(self.reason)
        column.addWidget(self.quick)
        beside = QWidget()
        right = QVBoxLayout(beside)
        right.setContentsMargins(8, 0, 0, 0)
        right.setSpacing(4)
        title = label(self.tr("&To look at"), "subheading")
        title.setBuddy(self.gaps)
        right.addWidget(title)
        right.addWidget(self.gaps, 1)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((main, 5), (beside, 2)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes(list(_SHARES))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _size_facts(self) -> None:
        """Always two lines, so that the grid keeps its height while one walks over it."""
        self.facts.setFixedHeight(2 * self.facts.fontMetrics().lineSpacing() + 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_facts()

    def _connect(self) -> None:
        self.tabs.day_chosen.connect(self._day_chosen)
        self.grid.opened.connect(self.opened)
        self.untimed.opened.connect(self.opened)
        self.grid.slot_wanted.connect(self._slot_wanted)
        self.grid.chosen.connect(self._show_facts)
        self.quick.left.connect(self.focus_schedule)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window what is missing stands beneath the grid."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE_CHARACTERS
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes(list(_SHARES))

    # --- showing

    def show_reading(self, reading: ScheduleReading) -> None:
        if self.acts is not None and self.acts.waiting():
            return  # what is shown is ahead of it; the last change on its way asks for another reading
        self.show_now(reading)
        if self._first and self.isVisible():
            self._begin()
        self.shown.emit()

    def show_now(self, reading: ScheduleReading) -> None:
        self.reading = reading
        self.tabs.show_sessions(reading.going)
        self._gaps.show_reading(reading)
        self._untimed.show_sessions(tuple(one for one in reading.going if start_of(one) is None))
        self._show_day()
        self._show_facts()

    def _begin(self) -> None:
        """Today, where it is a day of the schedule; else its first day."""
        self._first = False
        today = self._now().astimezone(self.zone).date()
        with_sessions = [
            day for day in self.tabs.days if any(day_of(one, self.zone) == day for one in self.reading.going)
        ]
        self.tabs.choose(today if today in self.tabs.days else next(iter(with_sessions), self.tabs.days[0]))
        self._show_day()
        self.grid.show_working_day()

    def _show_day(self) -> None:
        day = self.tabs.day()
        self.middle.setCurrentIndex(1 if day is None else 0)
        if day is None:
            return
        kept = self.grid.session()
        slot = self.grid.slot()
        if self.model.show_day(day, self.reading.going, clashes_of(self.reading.bookings)):
            still = kept is not None and self.model.block_of(kept.id) is not None
            if kept is not None and still and self.grid.session() != kept:
                self.grid.choose_session(kept.id)
            elif not self.grid.currentIndex().isValid():
                self.grid.choose_slot(*slot)

    def _day_chosen(self) -> None:
        """Another day, from its first session on; the keyboard stays on the schedule where it was on it."""
        had_focus = self.on_schedule()
        self._show_day()
        if had_focus:
            self.focus_schedule()
        if self.tabs.day() is not None:
            self.grid.show_working_day()
        elif not self.untimed.selected_id() and self.untimed.model().rowCount():
            self.untimed.select(next(one.id for one in self.reading.going if day_of(one, self.zone) is None))
        self._show_facts()
        self.quick.show_understood()

    def _show_facts(self) -> None:
        if self.tabs.day() is None:
            words = self.tr("Sessions that have no time yet. F2 gives one a time; what is added below goes here too.")
        else:
            words = self.grid.words()
        self.facts.setText(words)
        self.facts.setToolTip(words)
        self.quick.show_understood()

    # --- where one is

    def session(self) -> Session | None:
        if self.tabs.day() is not None:
            return self.grid.session()
        found = self.untimed.selected_id()
        return next((one for one in self.reading.going if one.id == found), None)

    def selected_id(self) -> str:
        session = self.session()
        return session.id if session else ""

    def select(self, session_id: str) -> None:
        """Goes to the day and the slot of a session."""
        session = next((one for one in self.reading.going if one.id == session_id), None)
        if session is None:
            return
        self._first = False
        self.tabs.choose(day_of(session, self.zone))
        if self.tabs.day() is None:
            self.untimed.select(session_id)
        else:
            self.grid.choose_session(session_id)

    def focus_schedule(self) -> None:
        shown = self.untimed if self.tabs.day() is None else self.grid
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_schedule(self) -> bool:
        return self.grid.hasFocus() or self.untimed.hasFocus()

    def slot_start(self) -> dt.datetime | None:
        day = self.tabs.day()
        return None if day is None else moment_at(day, self.grid.slot()[0], self.zone)

    def slot_lead(self) -> str:
        return "" if self.tabs.day() is None else self.model.lead_at(self.grid.slot()[1])

    def _slot_wanted(self, row: int, rows: int, column: int, typed: str) -> None:
        day = self.tabs.day()
        if day is not None:
            start = moment_at(day, row, self.zone)
            minutes = rows * QUARTER if rows else 60
            self.new_wanted.emit(Prefill(start, minutes, self.model.lead_at(column), (), typed))

    def plan_words(self, plan: QuickPlan) -> str:
        """What a quick line was understood to plan, in words."""
        return self.acts.plan_words(plan) if self.acts is not None else ""

    # --- keys

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return self.acts.shortcuts() if self.acts is not None else ()

    def event(self, event: QEvent) -> bool:
        """Alt+Left and Alt+Right are the window's, but on a session of the schedule they hand it over."""
        override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if override and self.acts is not None and self.acts.takes(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.acts is None or not self.acts.act(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._first and self.reading is not _NOTHING:
            self._begin()
