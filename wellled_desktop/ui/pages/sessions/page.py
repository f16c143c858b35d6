"""The Sessions page: every interview, panel, focus group and observation, as a list by day or as a schedule by time and team."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.inspection_days import utc_now
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.sessions.draw_sheets import DRAW_KEYS, DrawSheetsButton
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog, Prefill
from wellled_desktop.ui.pages.sessions.schedule_actions import ScheduleActions
from wellled_desktop.ui.pages.sessions.schedule_exchange import ScheduleExchange
from wellled_desktop.ui.pages.sessions.schedule_reading import ScheduleReading, read_schedule
from wellled_desktop.ui.pages.sessions.schedule_view import ScheduleView
from wellled_desktop.ui.pages.sessions.session_model import SessionModel
from wellled_desktop.ui.pages.sessions.session_tree import SessionTree
from wellled_desktop.ui.places import Place

_CONCERNS = frozenset(
    {
        "session-planned", "session-changed", "session-cancelled", "session-restored", "session-started",
        "session-start-withdrawn", "session-ended", "session-reopened", "session-signed-off",
        "session-sign-off-withdrawn", "session-paused", "session-pause-withdrawn",
        "session-resumed", "session-resume-withdrawn", "session-from-handwritten-notes",
        "session-not-from-handwritten-notes", "participant-added", "participant-removed", "participant-returned",
        "participant-changed", "line-written",
    }
)  # fmt: skip
_REMEMBERED = "sessions"
_SECONDS = 8


class SessionsPage(Page):
    def __init__(
        self, opened: Opened, parent: QWidget | None = None, *, now: Callable[[], dt.datetime] = utc_now
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._now = now
        self._opened = opened
        self._stale = True  # nothing was read yet
        self._asked = 0
        self._wanted = ""
        self._reading: ScheduleReading | None = None
        self._sessions = SessionModel(role_titles(opened.pack), self)
        self.tree = SessionTree(self._sessions)
        self._schedule: ScheduleView | None = None
        self.exchange = ScheduleExchange(opened, self._all, self)
        self._count = label("", "muted")
        self.as_list = QPushButton(self.tr("&List"))
        self.as_schedule = QPushButton(self.tr("&Schedule"))
        self.bring = QPushButton(self.tr("I&mport…"))
        self.send = QPushButton(self.tr("E&xport…"))
        self.sheets = DrawSheetsButton(opened, self)
        self.new = QPushButton(self.tr("New session"))
        self.message = Message()
        self.empty = paragraph(
            self.tr(
                "Interviews, panels, focus groups and observations are listed here by day. "
                "New session (Ctrl+N) asks for the roles, and offers the form for them."
            ),
            "muted",
        )
        self._lay_out()
        self._connect()
        self._show_emptiness()
        self.show_view(schedule=opened.bridge.remembered(_REMEMBERED) == b"schedule")
        self.follow(opened.bridge, _CONCERNS)

    def _lay_out(self) -> None:
        listing = QWidget()
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.empty)
        inside.addWidget(self.tree, 1)
        inside.addStretch(0)
        self.views = QStackedWidget()
        self.views.addWidget(listing)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(self.tr("Sessions"), "title"))
        head.addWidget(self._count)
        buttons = FlowLayout(8)
        for button in (self.as_list, self.as_schedule, self.bring, self.send, self.sheets, self.new):
            buttons.addWidget(button)
        head.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addWidget(self.views, 1)

    def _connect(self) -> None:
        self.new.setProperty("kind", "primary")
        self.new.setToolTip(self.tr("Plan a session, or start one now (Ctrl+N)"))
        self.new.clicked.connect(self.new_session)
        self.as_list.setToolTip(self.tr("Sessions as a list by day (Alt+L)"))
        self.as_schedule.setToolTip(self.tr("Sessions by time and team (Alt+S)"))
        self.bring.setToolTip(
            self.tr(
                "Take sessions in from a calendar (.ics), or from a table (.csv) whose first row names Day, Time and Roles; "
                "Minutes, Kind, Place, Led by and Notes by are read too (Alt+M)"
            )
        )
        self.send.setToolTip(self.tr("Write the schedule to a calendar or a table (Alt+X)"))
        self._which = QButtonGroup(self)
        for button, schedule in ((self.as_list, False), (self.as_schedule, True)):
            button.setCheckable(True)
            self._which.addButton(button)
            # Not its click: by key that comes a tenth of a second later, and would take the focus from what was gone to since.
            button.pressed.connect(partial(self._choose_view, schedule))
        self.bring.clicked.connect(self.exchange.choose_import)
        self.send.clicked.connect(self.exchange.choose_export)
        self.tree.opened.connect(self._open)
        self.exchange.notice.connect(self._tell)

    def _tell(self, sentence: str) -> None:
        self.message.show_sentence(sentence, _SECONDS)

    # --- the two views

    @property
    def schedule(self) -> ScheduleView:
        """Built when it is first asked for: who works with the list does not wait for it."""
        if self._schedule is None:
            made = self._schedule = ScheduleView(self._opened, now=self._now)
            ScheduleActions(made)
            self.views.addWidget(made)
            made.opened.connect(self._open)
            made.new_wanted.connect(self.new_session_at)
            made.notice.connect(self._tell)
            made.refresh_wanted.connect(self.refresh)
            if self._reading is not None:
                made.show_reading(self._reading)
        return self._schedule

    @property
    def on_schedule(self) -> bool:
        return self.views.currentIndex() == 1

    def _choose_view(self, schedule: bool) -> None:
        selected = self._selected()
        self.show_view(schedule=schedule)
        self._select(selected)
        self._focus()
        self._opened.bridge.remember(_REMEMBERED, b"schedule" if schedule else b"list")

    def show_view(self, *, schedule: bool) -> None:
        self.views.setCurrentIndex(self.views.indexOf(self.schedule) if schedule else 0)
        (self.as_schedule if schedule else self.as_list).setChecked(True)
        if not schedule:
            self._show_list()

    def _selected(self) -> str:
        return self.schedule.selected_id() if self.on_schedule else self.tree.selected_id()

    def _select(self, session_id: str) -> None:
        if session_id and self.on_schedule:
            self.schedule.select(session_id)
        elif session_id:
            self.tree.select(session_id)

    def _focus(self) -> None:
        if self.on_schedule:
            self.schedule.focus_schedule()
        else:
            (self.new if self.tree.isHidden() else self.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- a place like the others

    def show_place(self, place: Place) -> None:
        self._wanted = place.selected
        if self._stale:
            self.refresh()
        else:
            self._select(place.selected)
        self._focus()

    def present_place(self) -> Place:
        return Place("sessions", selected=self._selected())

    def panes(self) -> tuple[QWidget, ...]:
        return super().panes() if self.on_schedule else (self,)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        common = (
            Shortcut("Return", self.tr("Open the session; on free time of the schedule, plan one")),
            Shortcut("Alt+L", self.tr("Sessions as a list")),
            Shortcut("Alt+S", self.tr("Sessions as a schedule")),
            Shortcut("Alt+M", self.tr("Import a calendar or a table")),
            Shortcut("Alt+X", self.tr("Export a calendar or a table")),
            Shortcut(DRAW_KEYS, self.tr("Draw up the question sheets of a day")),
        )
        if not self.on_schedule:
            return common
        quick = (
            Shortcut("Alt+A", self.tr("Quick add: time, role, minutes, place")),
            Shortcut("Alt+T", self.tr("What is double-booked or missing")),
        )
        return (*common, *quick, *self.schedule.shortcuts())

    def new_session(self) -> None:
        """Opens the dialog; what it makes is shown where it leads."""
        self._new_dialog().open()

    def new_session_at(self, wanted: Prefill) -> None:
        dialog = self._new_dialog()
        dialog.prefill(wanted)
        dialog.open()

    def _new_dialog(self) -> NewSessionDialog:
        dialog = NewSessionDialog(self._opened, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self.go)
        return dialog

    def _open(self, session_id: str) -> None:
        self.go.emit(Place("session", session_id))

    def _all(self) -> tuple[Session, ...]:
        return (*self._reading.going, *self._reading.cancelled) if self._reading is not None else ()

    def read(self) -> None:
        """Only the answer to the last question is shown: one before it may be older than what the schedule shows."""
        self._asked += 1
        number = self._asked
        question = partial(read_schedule, pack=self._opened.pack, scope=self._opened.scope)
        self._opened.bridge.ask(self, question, lambda reading: self._show(reading) if number == self._asked else None)

    def _show(self, reading: ScheduleReading) -> None:
        self._reading = reading
        if self._schedule is not None:
            self._schedule.show_reading(reading)
            if self._wanted:
                self._schedule.select(self._wanted)
        if not self.on_schedule:
            self._show_list()
        self._wanted = ""
        count = len(reading.going)
        self._count.setText(counted(count, self.tr("session"), self.tr("sessions")) if count else "")

    def _show_list(self) -> None:
        """Only where it is seen: laying out hundreds of rows takes longer than moving a session on the schedule may."""
        sessions = self._reading.going if self._reading is not None else ()
        selected = self._wanted or self.tree.selected_id()
        had_focus = self.new.hasFocus() and self.tree.isHidden()
        if self._sessions.show_sessions(sessions):
            self.tree.select(selected or (sessions[0].id if sessions else ""))
        elif self._wanted:
            self.tree.select(self._wanted)
        self._show_emptiness()
        if had_focus and sessions:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_emptiness(self) -> None:
        anything = self._sessions.rowCount() > 0
        self.empty.setVisible(not anything)
        self.tree.setVisible(anything)
