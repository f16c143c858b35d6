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

from wellled_desktop.framework.pack import node_texts, role_titles
from wellled_desktop.inspection.read_models import DayOverview
from wellled_desktop.store import overview
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import clock_time, counted, day_in_words
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.today import rows
from wellled_desktop.ui.pages.today.part import Column, DayPart
from wellled_desktop.ui.places import Place

CHARACTERS_FOR_TWO_COLUMNS = 140


class TodayPage(Page):
    """Shows the day of the calendar when the inspection is on, else the last day with something on it."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._titles = role_titles(opened.pack)
        self._texts = node_texts(opened.pack)
        self._day: dt.date | None = None
        self._build()
        opened.bridge.changed.connect(self._refresh_if_shown)

    def show_place(self, place: Place) -> None:
        if place.key:
            self._day = dt.date.fromisoformat(place.key)
        self._opened.bridge.ask(self, overview.days_with_something, self._show_days)
        if self._day is not None:
            self._ask()
        self._sessions.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        return Place("today", self._day.isoformat() if self._day else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (
            Shortcut("Alt+,", self.tr("The day before")),
            Shortcut("Alt+.", self.tr("The day after")),
            Shortcut("Return", self.tr("Open what the selected row is about")),
        )

    def _build(self) -> None:
        self._title = label("", "title")
        self._facts = paragraph("", "muted")
        self._sessions = self._sessions_part()
        self._gathered = self._gathered_part()
        self._coverage = self._coverage_part()
        self._claims = self._claims_part()
        self._requests = self._requests_part()
        for part in (self._sessions, self._gathered, self._coverage, self._claims, self._requests):
            part.go.connect(self.go)
        self._safety = paragraph("")
        page = QWidget()
        page.setProperty("kind", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addLayout(self._head())
        layout.addLayout(self._columns(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _head(self) -> QHBoxLayout:
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._facts)
        self._before = self._step_button("‹", self.tr("The day before (Alt+,)"), -1, "Alt+,")
        self._days = QComboBox()
        self._days.setAccessibleName(self.tr("Day shown"))
        self._days.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._days.activated.connect(self._choose_day)
        self._after = self._step_button("›", self.tr("The day after (Alt+.)"), 1, "Alt+.")
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        for widget in (self._before, self._days, self._after):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _step_button(self, sign: str, name: str, step: int, keys: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(self._step, step))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self._step, step))
        return button

    def _sessions_part(self) -> DayPart:
        return DayPart(
            self.tr("Sessions"),
            (
                Column(self.tr("Time"), "00:00"),
                Column(self.tr("No."), "S-00"),
                Column(self.tr("Kind"), "observation"),
                Column(self.tr("Role")),
                Column(self.tr("Place"), "Small boardroom"),
                Column(self.tr("State"), "under way"),
                Column(self.tr("Lines"), "000"),
            ),
            most_rows=20,
            when_empty=self.tr("No session is planned for this day. Ctrl+N plans or starts one."),
            name=self.tr("Sessions of the day"),
            give_way=(2, 4),
        )

    def _gathered_part(self) -> DayPart:
        return DayPart(
            self.tr("Gathered this day"),
            (Column(self.tr("No."), "W4.E10.10"), Column(self.tr("What")), Column(self.tr("Kind"), "key evidence")),
            most_rows=10,
            when_empty=self.tr("Nothing was gathered yet. Tick key evidence on a KLOE's page as you see it."),
        )

    def _coverage_part(self) -> DayPart:
        return DayPart(
            self.tr("Coverage at a glance"),
            (
                Column(self.tr("KLOE"), "W0"),
                Column(self.tr("Report sub-heading")),
                Column(self.tr("Lines"), "0,000"),
                Column(self.tr("Gathered"), "00 of 00"),
            ),
            most_rows=14,
        )

    def _claims_part(self) -> DayPart:
        return DayPart(
            self.tr("Open claims"),
            (Column(self.tr("Line"), "S-00 l.000"), Column(self.tr("Claim"))),
            most_rows=8,
            when_empty=self.tr("No claim is open. F7 marks a line as a claim to be proved."),
        )

    def _requests_part(self) -> DayPart:
        return DayPart(
            self.tr("Open requests"),
            (
                Column(self.tr("Item"), "W4.E10.10"),
                Column(self.tr("Since"), "Wed 11 March"),
                Column(self.tr("What was asked")),
            ),
            most_rows=8,
            when_empty=self.tr("Nothing is asked of the trust. R on a key-evidence item marks it requested."),
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
        right.addWidget(label(self.tr("How safe the work is"), "heading"))
        right.addWidget(self._safety)
        for column in (left, right):
            column.setSpacing(8)
            column.addStretch(1)
        self._both.addLayout(left, 3)
        self._both.addLayout(right, 2)
        return self._both

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        enough = self.fontMetrics().averageCharWidth() * CHARACTERS_FOR_TWO_COLUMNS
        side_by_side = event.size().width() >= enough
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)

    def _show_days(self, recorded: tuple[dt.date, ...]) -> None:
        days = sorted({*recorded, *self._opened.inspection.dates})
        asked = self._day
        if self._day is None or self._day not in days:
            self._day = _day_to_show(days, recorded, dt.date.today())  # noqa: DTZ011  # the wall calendar is meant
        self._days.clear()
        for day in days:
            self._days.addItem(day_in_words(day), day)
        self._days.setCurrentIndex(days.index(self._day))
        if self._day != asked:
            self._ask()

    def _choose_day(self, index: int) -> None:
        self._day = self._days.itemData(index)
        self._ask()

    def _step(self, step: int) -> None:
        index = self._days.currentIndex() + step
        if 0 <= index < self._days.count():
            self._days.setCurrentIndex(index)
            self._choose_day(index)

    def _ask(self) -> None:
        if self._day is None:
            return
        question = partial(overview.day_overview, day=self._day, device=self._opened.bridge.device)
        self._opened.bridge.ask(self, question, self._show)

    def _refresh_if_shown(self, _changes: object) -> None:
        if self.isVisible():
            self._ask()

    def _show(self, day: DayOverview) -> None:
        if day.day != self._day:
            return
        self._title.setText(day_in_words(day.day))
        self._facts.setText(self._facts_of(day))
        others = rows.other_states(day)
        self._sessions.fill(tuple(rows.session_row(one, self._titles) for one in day.sessions))
        self._gathered.fill(
            rows.gathered_rows(day, self._texts, self.tr("key evidence")),
            remark=self.tr("Key evidence also set this day: %1.").replace("%1", others) if others else "",
        )
        self._coverage.fill(rows.coverage_rows(day, self._opened.pack))
        self._claims.fill(tuple(rows.claim_row(one) for one in day.open_claims), counted=True)
        self._requests.fill(tuple(rows.request_row(one, self._texts) for one in day.requested), counted=True)
        self._safety.setText(self._safety_of(day))

    def _facts_of(self, day: DayOverview) -> str:
        inspection = self._opened.inspection
        facts = [f"{inspection.trust_name} ({inspection.provider_code})"]
        if day.day in inspection.dates:
            facts.append(
                self.tr("day %1 of %2")
                .replace("%1", str(inspection.dates.index(day.day) + 1))
                .replace("%2", str(inspection.days))
            )
        facts.append(counted(day.lines_written, self.tr("line written"), self.tr("lines written")))
        return " · ".join(facts)

    def _safety_of(self, day: DayOverview) -> str:
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


def _day_to_show(days: list[dt.date], recorded: tuple[dt.date, ...], today: dt.date) -> dt.date:
    """Today when it is one of the inspection's days; else the last day that has something, else the first day."""
    if today in days:
        return today
    return next((day for day in reversed(recorded) if day < today), days[0])
