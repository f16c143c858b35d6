"""The Today page: one day at a glance, and from each row a way to the place itself."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import DayOverview
from wellled_desktop.store import overview
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.rows import Row, RowList
from wellled_desktop.ui.kit.words import clock_time, counted, day_in_words
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.today import rows
from wellled_desktop.ui.places import Place

CHARACTERS_FOR_TWO_COLUMNS = 140


class TodayPage(Page):
    """Shows the day of the calendar when the inspection is on, else the last day with something on it."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._titles = role_titles(opened.pack)
        self._day: dt.date | None = None
        self._build()
        opened.bridge.changed.connect(self._refresh_if_shown)

    def show_place(self, place: Place) -> None:
        if place.key:
            self._day = dt.date.fromisoformat(place.key)
        self._opened.bridge.ask(self, overview.days_with_something, self._show_days)
        self._sessions.setFocus()

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
        self._sessions = self._list(
            self.tr("Sessions of the day"),
            ("Time", "No.", "Kind", "Role", "Place", "State", "Lines"),
            wide=(3, 4),
            most_rows=20,
        )
        self._gathered = self._list(self.tr("Gathered this day"), ("No.", "State", "What"), wide=(2,), most_rows=10)
        self._claims = self._list(self.tr("Open claims"), ("Line", "Claim"), wide=(1,), most_rows=8)
        self._requests = self._list(
            self.tr("Open requests"), ("Item", "Since", "What was asked"), wide=(2,), most_rows=8
        )
        self._coverage = self._list(
            self.tr("Coverage at a glance"), ("KLOE", "Report sub-heading", "Line tags", "Gathered"), wide=(1,)
        )
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

    def _columns(self) -> QBoxLayout:
        """Two columns side by side where there is room for them, else the second below the first."""
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        self._add(
            left,
            self.tr("Sessions"),
            self._sessions,
            self.tr("No session is planned for this day. Ctrl+N plans or starts one."),
        )
        self._add(
            left,
            self.tr("Gathered this day"),
            self._gathered,
            self.tr("Nothing was gathered yet. Tick key evidence on a KLOE's page as you see it."),
        )
        self._add(right, self.tr("Coverage at a glance"), self._coverage, "")
        self._add(
            right,
            self.tr("Open claims"),
            self._claims,
            self.tr("No claim is open. F7 marks a line as a claim to be proved."),
        )
        self._add(
            right,
            self.tr("Open requests"),
            self._requests,
            self.tr("Nothing is asked of the trust. R on a key-evidence item marks it requested."),
        )
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

    def _add(self, column: QVBoxLayout, heading: str, view: RowList, when_empty: str) -> None:
        head = label(heading, "heading")
        empty = paragraph(when_empty, "muted")
        column.addWidget(head)
        column.addWidget(empty)
        column.addWidget(view)
        column.addSpacing(8)
        view.setProperty("empty_label", empty)
        view.setProperty("head_label", head)

    def _list(self, name: str, columns: tuple[str, ...], *, wide: tuple[int, ...], most_rows: int = 14) -> RowList:
        made = RowList(name, columns, wide=wide, most_rows=most_rows)
        made.opened.connect(self.go)
        return made

    def _show_days(self, recorded: tuple[dt.date, ...]) -> None:
        days = sorted({*recorded, *self._opened.inspection.dates})
        if self._day is None or self._day not in days:
            self._day = _day_to_show(days, recorded, dt.date.today())  # noqa: DTZ011  # the wall calendar is meant
        self._days.clear()
        for day in days:
            self._days.addItem(day_in_words(day), day)
        self._days.setCurrentIndex(days.index(self._day))
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
        pack = self._opened.pack
        self._title.setText(day_in_words(day.day))
        self._facts.setText(self._facts_of(day))
        self._fill(self._sessions, tuple(rows.session_row(one, self._titles) for one in day.sessions))
        self._fill(self._gathered, rows.gathered_rows(day, pack))
        self._fill(self._claims, tuple(rows.claim_row(one) for one in day.open_claims), len(day.open_claims))
        self._fill(self._requests, tuple(rows.request_row(one, pack) for one in day.requested), len(day.requested))
        self._fill(self._coverage, rows.coverage_rows(day, pack))
        self._safety.setText(self._safety_of(day))

    def _fill(self, view: RowList, shown: tuple[Row, ...], count: int | None = None) -> None:
        view.set_rows(shown)
        view.setVisible(bool(shown))
        empty, head = view.property("empty_label"), view.property("head_label")
        if isinstance(empty, QLabel):
            empty.setVisible(not shown)
        if isinstance(head, QLabel) and count is not None:
            head.setText(f"{view.accessibleName()} ({count})" if count else view.accessibleName())

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
