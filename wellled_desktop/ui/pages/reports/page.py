"""The Reports page: export the report as chosen (of a day, or for paper), follow it, stop it, open it."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.store import liaison_reading, overview, reading
from wellled_desktop.store.named_roles import roles_named
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS, label, paragraph
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.reports.choices import ReportChoices, wall_today
from wellled_desktop.ui.pages.reports.export import Export, Wanted
from wellled_desktop.ui.pages.reports.kinds import about, button_of, title_of
from wellled_desktop.ui.pages.reports.replacing import ask_to_replace, is_there
from wellled_desktop.ui.places import Place

if TYPE_CHECKING:
    from wellled_desktop.reports.writing import ReportFacts


class ReportsPage(Page):
    """Exports reports. Leaving the page does not stop an export under way."""

    def __init__(
        self, opened: Opened, parent: QWidget | None = None, *, today: Callable[[], dt.date] = wall_today
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._opened = opened
        self._export: Export | None = None
        self._made: Path | None = None
        self._choices = ReportChoices(opened.inspection, opened.pack, opened.scope, today)
        self._build()
        self._choices.file.returnPressed.connect(self.export)
        self._choices.kind_changed.connect(self._show_kind)
        self._choices.changed.connect(self._forget_last)
        QShortcut(QKeySequence("Alt+X"), self).activated.connect(self.export)
        self._show_kind()
        self._show_idle()

    def show_place(self, place: Place) -> None:
        day = dt.date.fromisoformat(place.key) if place.key else self._choices.day()
        if place.selected:
            self._choices.choose_kind(place.selected)
        self._opened.bridge.ask(self._choices, overview.days_with_something, partial(self._choices.show_days, day))
        self._opened.bridge.ask(self._choices, reading.sessions, self._choices.show_sessions)
        self._opened.bridge.ask(self._choices, roles_named, self._choices.show_named)
        if place.selected:  # the report and its day are asked for by whoever led here, and Enter writes it
            self._start.setFocus()
        else:
            self._choices.days.setFocus()

    def present_place(self) -> Place:
        day = self._choices.day()
        return Place("reports", day.isoformat() if day else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (Shortcut("Ctrl+Return", self.tr("Export the report as chosen")),)

    def _build(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        self._title = label("", "title")
        self._about = paragraph("", "muted")
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addWidget(self._choices)
        layout.addWidget(self._choices.holders)
        layout.addLayout(self._buttons())
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Progress of the report"))
        self._progress.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # where a screen reader says how far it is
        self._progress.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS)
        layout.addWidget(self._progress)
        self._said = paragraph("")
        layout.addWidget(self._said)
        layout.addLayout(self._after_buttons())
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _forget_last(self) -> None:
        """What was said of the report before is not of the one chosen now."""
        if self._export is None:
            self._said.setText("")
            self._open.setVisible(False)
            self._folder.setVisible(False)

    def _show_kind(self) -> None:
        kind = self._choices.kind()
        self._title.setText(title_of(kind))
        self._about.setText(about(kind))
        self._start.setText(button_of(kind))
        self._start.setShortcut(QKeySequence("Ctrl+Return"))  # in the place of the letter's, which the page has
        if kind == "liaison":
            question = partial(liaison_reading.liaison, today=self._today())
            self._opened.bridge.ask(self._choices, question, self._choices.show_liaison)

    def _buttons(self) -> QHBoxLayout:
        self._start = QPushButton()
        self._start.setProperty("kind", "primary")
        self._start.setToolTip(self.tr("Export the report as chosen (Ctrl+Return, Alt+X)"))
        self._start.clicked.connect(self.export)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop; nothing of the report is kept (Esc)"))
        self._cancel.setShortcut(QKeySequence("Esc"))
        self._cancel.clicked.connect(self._stop)
        return _row(self._start, self._cancel)

    def _after_buttons(self) -> QHBoxLayout:
        self._open = QPushButton(self.tr("Open"))
        self._open.setToolTip(self.tr("Open the report in the laptop's own reader"))
        self._open.clicked.connect(self._open_report)
        self._folder = QPushButton(self.tr("Show in folder"))
        self._folder.setToolTip(self.tr("Open the folder the report is in"))
        self._folder.clicked.connect(self._show_folder)
        return _row(self._open, self._folder)

    def export(self) -> None:
        """Starts the report as chosen; tells what is missing instead when something is."""
        day, file = self._choices.report_day(), self._choices.path()
        if self._export is not None or day is None:
            return
        if file is None:
            self._said.setText(self.tr("Choose a file for the report first."))
            return
        choices = self._choices
        wanted = Wanted(day, choices.author(), file, choices.kind(), choices.chosen_roles())
        if is_there(file):
            ask_to_replace(self, file, partial(self._begin, wanted), self._keep_file)
        else:
            self._begin(wanted)

    def _keep_file(self) -> None:
        self._said.setText(self.tr("No report was made, and the file is as it was. Give the report another name."))
        self._choices.file.setFocus()
        self._choices.file.selectAll()

    def _begin(self, wanted: Wanted) -> None:
        self._export = Export(self._opened.bridge, wanted, self._fonts(), self)
        self._export.progressed.connect(self._show_progress)
        self._export.done.connect(self._show_done)
        self._export.failed.connect(self._show_failed)
        self._export.cancelled.connect(self._show_cancelled)
        self._show_running()
        self._export.start()

    def _fonts(self) -> Traversable:
        return self._opened.resources / "fonts"

    def _stop(self) -> None:
        if self._export is not None:
            self._export.cancel()

    def _show_idle(self) -> None:
        self._export = None
        self._start.setEnabled(True)
        for widget in (self._progress, self._cancel, self._open, self._folder):
            widget.setVisible(False)

    def _show_running(self) -> None:
        self._cancel.setVisible(True)
        self._cancel.setFocus()
        self._start.setEnabled(False)
        self._said.setText(self.tr("Making the report. You can go on working."))
        self._progress.setRange(0, 0)
        self._progress.setVisible(True)
        self._open.setVisible(False)
        self._folder.setVisible(False)

    def _show_progress(self, steps: int, of: int) -> None:
        self._progress.setRange(0, max(of, 1))
        self._progress.setValue(steps)

    def _show_done(self, out: Path, facts: "ReportFacts") -> None:
        waited = self._end()
        self._made = out
        pages = counted(facts.pages, self.tr("page"), self.tr("pages"))
        self._said.setText(
            self.tr("The report is written: %1, %2. SHA-256 %3")
            .replace("%1", str(out))
            .replace("%2", pages)
            .replace("%3", facts.sha256)
        )
        self._open.setVisible(True)
        self._folder.setVisible(True)
        if waited:
            self._open.setFocus()

    def _show_failed(self, sentence: str) -> None:
        self._end()
        self._said.setText(sentence)

    def _show_cancelled(self) -> None:
        self._end()
        self._said.setText(self.tr("The report was stopped. Nothing of it was kept, and the record is as it was."))

    def _end(self) -> bool:
        """Whether nobody went elsewhere meanwhile: then the focus goes back to where it was."""
        waited = self.window().focusWidget() is self._cancel
        if self._export is not None:
            self._export.deleteLater()
        self._show_idle()
        if waited:
            self._start.setFocus()
        return waited

    def _open_report(self) -> None:
        if self._made is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made))):
            self.notice.emit(
                self.tr("This laptop has no program for PDF files. The report is at %1.").replace("%1", str(self._made))
            )

    def _show_folder(self) -> None:
        if self._made is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent))):
            self.notice.emit(
                self.tr("The folder could not be opened. The report is at %1.").replace("%1", str(self._made))
            )


def _row(*widgets: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        widget.setAutoDefault(True)  # Enter presses it, as Space does
        row.addWidget(widget)
    row.addStretch(1)
    return row
