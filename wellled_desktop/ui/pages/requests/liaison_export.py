"""The list for the trust's liaison: where to save it, as PDF or CSV, and writing it on a worker's thread.

Signals of LiaisonExport: `said(str)` with a sentence on how it ended.
"""

import datetime as dt
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wellled_desktop.inspection.liaison import LiaisonList
from wellled_desktop.store import liaison_reading
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened


class LiaisonExport(QObject):
    said = Signal(str)

    def __init__(self, opened: Opened, over: QWidget) -> None:
        super().__init__(over)
        self._opened = opened
        self._over = over
        self._writing = False

    def choose(self, today: dt.date) -> None:
        name = f"Requests for the liaison {self._opened.inspection.provider_code} {today.isoformat()}.pdf"
        dialog = QFileDialog(self._over, self.tr("Save the list for the trust's liaison"), str(_documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF document (*.pdf)"), self.tr("Table (*.csv)")])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "pdf"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.write(Path(path), today))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, out: Path, today: dt.date) -> None:
        """PDF, or CSV where the name ends so."""
        if self._writing:
            return
        self._writing = True
        self._opened.bridge.work(
            self, partial(_write, self._opened, out, today), partial(self._tell, out), self._failed
        )

    def _tell(self, out: Path, requests: LiaisonList) -> None:
        self._writing = False
        count = counted(len(requests.rows), self.tr("request"), self.tr("requests"))
        words = self.tr("The list for the liaison is written: %1, in %2. It holds nothing of the notes.")
        words = words.replace("%1", count).replace("%2", out.name)
        if requests.withheld:
            refs = ", ".join(requests.withheld)
            more = self.tr(
                "%1: worded like the note it was made for, so its words were left out; change them (C) first."
            )
            words += " " + more.replace("%1", refs)
        self.said.emit(words)

    def _failed(self, problem: Exception) -> None:
        from wellled_desktop.reports.errors import ReportError

        self._writing = False
        if not isinstance(problem, ReportError):
            raise problem
        self.said.emit(str(problem))


def _write(opened: Opened, out: Path, today: dt.date) -> LiaisonList:
    from wellled_desktop.exchange.liaison_table import liaison_table
    from wellled_desktop.reports.errors import not_written
    from wellled_desktop.reports.fonts import fonts_in
    from wellled_desktop.reports.liaison_list import write_liaison_list
    from wellled_desktop.vault.disk import Disk, NotSynced, write_whole

    requests = opened.bridge.read_now(partial(liaison_reading.liaison, today=today))
    if out.suffix.casefold() == ".csv":
        try:
            with suppress(NotSynced):  # a stick may refuse to be synced, and the list can be made again
                write_whole(Disk(), out, liaison_table(requests))
        except OSError as error:
            raise not_written(error, out) from error
    else:
        write_liaison_list(requests, opened.inspection, out, fonts_in(opened.resources / "fonts"))
    return requests


def _documents() -> Path:
    """The documents' folder where there is one, and the person's own otherwise."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
