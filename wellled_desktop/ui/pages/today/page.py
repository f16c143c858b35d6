"""The Today page: one day at a glance, and from each row a way to the place itself."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.inspection.read_models import DayOverview
from wellled_desktop.inspection.triangulation.coverage import KloeCoverage
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import counted, day_in_words
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.today import rows
from wellled_desktop.ui.pages.today.part import Column, DayPart
from wellled_desktop.ui.pages.today.presenter import TodayPresenter
from wellled_desktop.ui.places import Place

CHARACTERS_FOR_TWO_COLUMNS = 140
CHARACTERS_FOR_ONE_HEAD = 90
_SESSIONS = "sessions"


class TodayPage(Page):
    """Built empty, so that it can stand ready before an inspection is open; `begin` hands it one, once."""

    _presenter: TodayPresenter

    def __init__(self, opened: Opened | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self._build()
        if opened is not None:
            self.begin(opened)

    def begin(self, opened: Opened) -> None:
        self._presenter = TodayPresenter(opened, self.isVisible, self)
        self._presenter.days_read.connect(self._show_days)
        self._presenter.day_read.connect(self._show)
        self._presenter.coverage_read.connect(self._show_coverage)

    def show_place(self, place: Place) -> None:
        """Of a day, or the one shown before; the focus goes to the part that was left, where its row still is current."""
        self._presenter.begin(dt.date.fromisoformat(place.key) if place.key else None)
        self._wanted = place.selected if place.selected in self._parts else _SESSIONS
        self._arrive(at_once=True)

    def present_place(self) -> Place:
        day, focus = self._presenter.day, self.focusWidget()
        part = next((name for name, part in self._parts.items() if part.list is focus and name != _SESSIONS), "")
        return Place("today", day.isoformat() if day else "", part)

    def _arrive(self, *, at_once: bool = False) -> None:
        """To the part that is wanted, as soon as it has rows, unless somebody has gone on to something else meanwhile."""
        part = self._parts.get(self._wanted)
        if part is None or part.list.isHidden():
            return
        self._wanted = ""
        if at_once or self.window().focusWidget() in (None, self._before, self._sessions.list):
            part.take_focus()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (
            Shortcut("Alt+,", self.tr("The day before")),
            Shortcut("Alt+.", self.tr("The day after")),
            Shortcut("Return", self.tr("Open what the selected row is about")),
        )

    def _build(self) -> None:
        """From the outside in, each in the one that holds it: a widget that changes its parent is styled anew, with all in it."""
        self._page = self._scrolled()
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        self._title = label("", "title", self._page)
        self._facts = paragraph("", "muted", self._page)
        layout.addLayout(self._head())
        self._concerns_today = self._concerns_part()
        self._sessions = self._sessions_part()
        self._gathered = self._gathered_part()
        self._coverage = self._coverage_part()
        self._claims = self._claims_part()
        self._requests = self._requests_part()
        self._parts = {
            "concerns": self._concerns_today,
            _SESSIONS: self._sessions,
            "gathered": self._gathered,
            "coverage": self._coverage,
            "claims": self._claims,
            "requests": self._requests,
        }
        for part in self._parts.values():
            part.go.connect(self.go)
        self._safety = paragraph("", parent=self._page)
        layout.addWidget(self._concerns_today)
        layout.addLayout(self._columns(), 1)

    def _scrolled(self) -> QWidget:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        page = QWidget(area.viewport())
        page.setProperty("kind", "page")
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        return page

    def _head(self) -> QBoxLayout:
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._facts)
        self._before = self._step_button("‹", self.tr("The day before (Alt+,)"), -1, "Alt+,")
        self._days = QComboBox(self._page)
        self._days.setAccessibleName(self.tr("Day shown"))
        self._days.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._days.activated.connect(self._choose_day)
        self._after = self._step_button("›", self.tr("The day after (Alt+.)"), 1, "Alt+.")
        steps = QHBoxLayout()
        for widget in (self._before, self._days, self._after):
            steps.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addLayout(titles, 1)
        self._top.addLayout(steps)
        self._top.setAlignment(steps, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return self._top

    def _step_button(self, sign: str, name: str, step: int, keys: str) -> QToolButton:
        button = QToolButton(self._page)
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(self._step, step))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self._step, step))
        return button

    def _concerns_part(self) -> DayPart:
        """Over everything else while there is one, and not there at all while there is none."""
        part = DayPart(
            self.tr("Immediate concerns"),
            (
                Column(self.tr("Line"), "S-00 l.000"),
                Column(self.tr("Immediate concern")),
                Column(self.tr("Who was told"), "told chief operating officer, 00:00, no reply yet"),
            ),
            most_rows=6,
            parent=self._page,
        )
        part.hide()
        return part

    def _sessions_part(self) -> DayPart:
        return DayPart(
            self.tr("Sessions"),
            (
                Column(self.tr("Time"), "00:00"),
                Column(self.tr("No."), "S-00"),
                Column(self.tr("Kind"), "observation"),
                Column(self.tr("Role")),
                Column(self.tr("Place"), "Small boardroom"),
                Column(self.tr("State"), "signed off", grows=True),
                Column(self.tr("Lines"), "000"),
            ),
            most_rows=20,
            when_empty=self.tr("No session is planned for this day. Ctrl+N plans or starts one."),
            name=self.tr("Sessions of the day"),
            give_way=(2, 4),
            parent=self._page,
        )

    def _gathered_part(self) -> DayPart:
        return DayPart(
            self.tr("Gathered this day"),
            (Column(self.tr("No."), "W4.E10.10"), Column(self.tr("What")), Column(self.tr("Kind"), "key evidence")),
            most_rows=10,
            when_empty=self.tr("Nothing was gathered yet. Tick key evidence on a KLOE's page as you see it."),
            parent=self._page,
        )

    def _coverage_part(self) -> DayPart:
        return DayPart(
            self.tr("Coverage at a glance"),
            (Column(self.tr("Where"), "W00.L00"), Column(self.tr("What to look at"))),
            most_rows=16,
            when_empty=self.tr(
                "What is contradicted, rests on one source or lacks proof is named here. In a session, # and a prompt's id "
                "(#W3.2) link a line to it."
            ),
            parent=self._page,
        )

    def _claims_part(self) -> DayPart:
        return DayPart(
            self.tr("Open claims"),
            (Column(self.tr("Line"), "S-00 l.000"), Column(self.tr("Claim")), Column(self.tr("Request"), "R-000")),
            most_rows=8,
            when_empty=self.tr("No claim is open. F7 marks a line as a claim to be proved."),
            parent=self._page,
        )

    def _requests_part(self) -> DayPart:
        return DayPart(
            self.tr("Open requests"),
            (
                Column(self.tr("No."), "W4.E10.10"),
                Column(self.tr("Since"), "Wed 30 September"),
                Column(self.tr("What was asked")),
            ),
            most_rows=8,
            when_empty=self.tr("Nothing is asked of the trust. Ctrl+M on a claim in a session makes a request."),
            parent=self._page,
        )

    def _columns(self) -> QBoxLayout:
        """Two columns side by side where there is room for them, else the second below the first."""
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for part in (self._sessions, self._gathered):
            left.addWidget(part)
        for part in (self._coverage, self._claims, self._requests):
            right.addWidget(part)
        right.addWidget(label(self.tr("How safe the work is"), "heading", self._page))
        right.addWidget(self._safety)
        for column in (left, right):
            column.setSpacing(8)
            column.addStretch(1)
        self._both.addLayout(left, 5)
        self._both.addLayout(right, 4)
        return self._both

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        characters = event.size().width() // self.fontMetrics().averageCharWidth()
        for parts, enough in ((self._both, CHARACTERS_FOR_TWO_COLUMNS), (self._top, CHARACTERS_FOR_ONE_HEAD)):
            side_by_side = characters >= enough
            parts.setDirection(QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom)

    def _show_days(self, days: tuple[dt.date, ...], shown: dt.date) -> None:
        self._days.clear()
        for day in days:
            self._days.addItem(day_in_words(day), day)
        self._days.setCurrentIndex(days.index(shown))

    def _choose_day(self, index: int) -> None:
        self._presenter.choose(self._days.itemData(index))

    def _step(self, step: int) -> None:
        index = self._days.currentIndex() + step
        if 0 <= index < self._days.count():
            self._days.setCurrentIndex(index)
            self._choose_day(index)

    def _show(self, day: DayOverview) -> None:
        presenter = self._presenter
        self._title.setText(day_in_words(day.day))
        self._facts.setText(presenter.facts_of(day))
        others = rows.other_states(day)
        self._concerns_today.fill(tuple(map(rows.concern_row, day.concerns)), counted=True)
        self._concerns_today.setVisible(bool(day.concerns))
        self._sessions.fill(tuple(rows.session_row(one, presenter.titles) for one in day.sessions))
        self._gathered.fill(
            rows.gathered_rows(day, presenter.texts, self.tr("key evidence")),
            remark=self.tr("Key evidence also set this day: %1.").replace("%1", others) if others else "",
        )
        self._claims.fill(rows.claim_rows(day), counted=True)
        self._requests.fill(rows.request_rows(day, presenter.texts), counted=True)
        self._safety.setText(presenter.safety_of(day))
        self._arrive()

    def _show_coverage(self, found: tuple[KloeCoverage, ...]) -> None:
        """Of an inspection that nothing is linked in yet, there is nothing to be told."""
        begun = any(one.held for one in found)
        more = rows.left_out(found)
        words = counted(more, self.tr("more is"), self.tr("more are")) if begun and more else ""
        remark = self.tr("%1 in Triangulation (Ctrl+8). Not every prompt needs every source.").replace("%1", words)
        self._coverage.fill(rows.coverage_rows(found) if begun else (), remark=remark if words else "")
        self._arrive()
