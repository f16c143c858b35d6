"""The Reports page: choose a day and an inspector, export the day report, open it."""

import datetime as dt
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.reports.single_holders import single_holders
from wellled_desktop.store import overview, reading
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import counted, day_in_words
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.reports.export import Export, Wanted
from wellled_desktop.ui.places import Place

if TYPE_CHECKING:
    from wellled_desktop.reports.day_report import ReportFacts


class ReportsPage(Page):
    """Exports the day report. Leaving the page does not stop an export under way."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._titles = role_titles(opened.pack)
        self._sessions: tuple[Session, ...] = ()
        self._export: Export | None = None
        self._made: Path | None = None
        self._suggested = ""
        self._build()
        self._show_idle()

    def show_place(self, place: Place) -> None:
        day = dt.date.fromisoformat(place.key) if place.key else self._day()
        self._opened.bridge.ask(self, overview.days_with_something, partial(self._show_days, day))
        self._opened.bridge.ask(self, reading.sessions, self._keep_sessions)
        self._day_choice.setFocus()

    def present_place(self) -> Place:
        day = self._day()
        return Place("reports", day.isoformat() if day else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (Shortcut("Ctrl+Return", self.tr("Export the report as chosen")),)

    def _build(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Day report"), "title"))
        layout.addWidget(
            paragraph(
                self.tr(
                    "What was recorded on one day: sessions, note lines by KLOE and prompt, key evidence gathered, open "
                    "requests and claims. People appear by role; names are left out. The record itself is not changed."
                ),
                "muted",
            )
        )
        layout.addLayout(self._form())
        self._holders = paragraph("", "warning")
        layout.addWidget(self._holders)
        layout.addLayout(self._buttons())
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Progress of the report"))
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

    def _form(self) -> QFormLayout:
        self._day_choice = QComboBox()
        self._day_choice.currentIndexChanged.connect(self._choice_changed)
        self._author_choice = QComboBox()
        self._author_choice.addItem(self.tr("Everybody"), None)
        for member in self._opened.inspection.team:
            self._author_choice.addItem(member.name, member.name)
        self._author_choice.currentIndexChanged.connect(self._choice_changed)
        self._file = QLineEdit()
        browse = QPushButton(self.tr("Choose…"))
        browse.setAccessibleName(self.tr("Choose where to save the report"))
        browse.clicked.connect(self._choose_file)
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self._file, 1)
        file_row.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for choice in (self._day_choice, self._author_choice):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for text, field, name in (
            (self.tr("&Day"), self._day_choice, self.tr("Day of the report")),
            (self.tr("&Inspector"), self._author_choice, self.tr("Inspector whose record is reported")),
        ):
            field.setAccessibleName(name)
            field.setMaximumWidth(360)
            form.addRow(text, field)
        self._file.setAccessibleName(self.tr("File to save the report in"))
        named = label(self.tr("&File"))
        named.setBuddy(self._file)
        form.addRow(named, file_row)
        return form

    def _buttons(self) -> QHBoxLayout:
        self._start = QPushButton(self.tr("Export day report"))
        self._start.setProperty("kind", "primary")
        self._start.setToolTip(self.tr("Export the report as chosen (Ctrl+Return)"))
        self._start.setShortcut(QKeySequence("Ctrl+Return"))
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
        day, file = self._day(), self._file.text().strip()
        if self._export is not None or day is None:
            return
        if not file:
            self._said.setText(self.tr("Choose a file for the report first."))
            return
        wanted = Wanted(day, self._author_choice.currentData(), Path(file).expanduser())
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

    def _day(self) -> dt.date | None:
        day = self._day_choice.currentData()
        return day if isinstance(day, dt.date) else None

    def _show_days(self, chosen: dt.date | None, recorded: tuple[dt.date, ...]) -> None:
        days = sorted({*recorded, *self._opened.inspection.dates})
        today = dt.date.today()  # noqa: DTZ011  # the wall calendar is meant
        if chosen not in days:
            chosen = next((day for day in reversed(recorded) if day <= today), days[0])
        self._day_choice.blockSignals(True)
        self._day_choice.clear()
        for day in days:
            self._day_choice.addItem(day_in_words(day), day)
        self._day_choice.setCurrentIndex(days.index(chosen) if chosen else 0)
        self._day_choice.blockSignals(False)
        self._choice_changed()

    def _keep_sessions(self, sessions: tuple[Session, ...]) -> None:
        self._sessions = sessions
        self._choice_changed()

    def _choice_changed(self) -> None:
        """Offers a file name for the choice, unless the user has typed one; says whose identity the report gives away."""
        day = self._day()
        if day is None:
            return
        if self._file.text() in ("", self._suggested):
            self._suggested = str(_reports_folder() / self._file_name(day))
            self._file.setText(self._suggested)
        roles = single_holders(role for one in self._sessions if one.day == day for role in one.roles)
        titles = ", ".join(self._titles.get(role, role) for role in roles)
        self._holders.setText(
            self.tr("In this report a role names a person, because one person holds it: %1.").replace("%1", titles)
        )
        self._holders.setVisible(bool(roles))

    def _file_name(self, day: dt.date) -> str:
        who = self._author_choice.currentData()
        part = f" {''.join(letter for letter in who if letter.isalnum() or letter in ' -')}" if who else ""
        return f"Day report {self._opened.inspection.provider_code} {day.isoformat()}{part}.pdf"

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the day report"), self._file.text(), self.tr("PDF document (*.pdf)")
        )
        if chosen:
            self._file.setText(chosen)

    def _show_idle(self) -> None:
        self._export = None
        self._start.setEnabled(True)
        for widget in (self._progress, self._cancel, self._open, self._folder, self._holders):
            widget.setVisible(False)

    def _show_running(self) -> None:
        self._start.setEnabled(False)
        self._said.setText(self.tr("Making the report. You can go on working."))
        self._progress.setRange(0, 0)
        self._progress.setVisible(True)
        self._cancel.setVisible(True)
        self._open.setVisible(False)
        self._folder.setVisible(False)

    def _show_progress(self, steps: int, of: int) -> None:
        self._progress.setRange(0, max(of, 1))
        self._progress.setValue(steps)

    def _show_done(self, out: Path, facts: "ReportFacts") -> None:
        self._end()
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
        self._open.setFocus()

    def _show_failed(self, sentence: str) -> None:
        self._end()
        self._said.setText(sentence)

    def _show_cancelled(self) -> None:
        self._end()
        self._said.setText(self.tr("The report was stopped. Nothing of it was kept, and the record is as it was."))

    def _end(self) -> None:
        if self._export is not None:
            self._export.deleteLater()
        holders_shown = self._holders.isVisibleTo(self)
        self._show_idle()
        self._holders.setVisible(holders_shown)

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


def _reports_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
