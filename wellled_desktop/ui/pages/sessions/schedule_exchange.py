"""The schedule to and from a file, for the window: the choosing, the reading and writing beside it, and what is said of both.

Signals of ScheduleExchange: `notice(str)` with a sentence.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.reports.single_holders import single_holders
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.export_dialog import ExportDialog
from wellled_desktop.ui.pages.sessions.import_dialog import ImportDialog

if TYPE_CHECKING:
    from wellled_desktop.exchange.schedule_entry import ScheduleEntry


class ScheduleExchange(QObject):
    notice = Signal(str)

    def __init__(self, opened: Opened, sessions: Callable[[], tuple[Session, ...]], over: QWidget) -> None:
        """`sessions` are all of the inspection as they were read last, cancelled ones too."""
        super().__init__(over)
        self._opened = opened
        self._sessions = sessions
        self._over = over

    def choose_import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._over,
            self.tr("Import a schedule: a calendar, or a table whose first row names Day, Time and Roles"),
            str(_documents()),
            self.tr("Calendars and tables (*.ics *.csv);;All files (*)"),
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        self._opened.bridge.work(
            self, partial(_read, file, self._opened), partial(self._show_import, file), self._failed
        )

    def _show_import(self, file: Path, read: "tuple[tuple[ScheduleEntry, ...], str]") -> None:
        dialog = ImportDialog(self._opened, file, read, self._sessions(), self._over)
        dialog.accepted.connect(partial(self._tell_imported, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_imported(self, dialog: ImportDialog) -> None:
        if dialog.plan is None:
            return
        new, changed = dialog.plan.count("new"), dialog.plan.count("changed")
        words = self.tr("Imported: %1 new, %2 changed. Undo takes it back.")
        self.notice.emit(words.replace("%1", str(new)).replace("%2", str(changed)))

    def choose_export(self) -> None:
        going = [one for one in self._sessions() if one.cancelled_at is None]
        titles = role_titles(self._opened.pack)
        alone = single_holders(role for one in going for role in one.roles)
        holders = ", ".join(spoken_role(titles.get(role, role)) for role in alone)
        name = _documents() / f"Schedule {self._opened.inspection.provider_code}.ics"
        dialog = ExportDialog(name, holders, self._over)
        dialog.wanted.connect(self.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, file: Path) -> None:
        job = partial(_write, file, self._sessions(), self._opened)
        self._opened.bridge.work(self, job, partial(self._tell_exported, file), self._failed)

    def _tell_exported(self, file: Path, count: int) -> None:
        left = sum(one.cancelled_at is None for one in self._sessions()) - count
        words = self.tr("%1 written to %2.").replace("%1", counted(count, self.tr("session"), self.tr("sessions")))
        words = words.replace("%2", file.name)
        if left:
            words += " " + self.tr("Left out, as a calendar needs a time: %1.").replace("%1", str(left))
        self.notice.emit(words)

    def _failed(self, problem: Exception) -> None:
        from wellled_desktop.exchange.schedule_errors import ScheduleFileError

        if isinstance(problem, FileNotFoundError):
            self.notice.emit(self.tr("The file is no longer there. Nothing was changed; choose another."))
        elif isinstance(problem, ScheduleFileError):
            self.notice.emit(str(problem))
        else:
            raise problem


def _read(file: Path, opened: Opened) -> "tuple[tuple[ScheduleEntry, ...], str]":
    from wellled_desktop.exchange.schedule_file import read_schedule

    return read_schedule(file, opened.pack)


def _write(file: Path, sessions: tuple[Session, ...], opened: Opened) -> int:
    from wellled_desktop.exchange.schedule_file import export_schedule

    return export_schedule(file, sessions, opened.pack, dt.datetime.now(dt.UTC))


def _documents() -> Path:
    """The documents' folder where there is one, and the person's own otherwise."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
