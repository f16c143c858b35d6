"""From a file to the register in the record: one at a time, with progress, a look at what it comes to, and a way to stop.

Signals of TakingOver: `said(str)` with a sentence on how it ended.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wellled_desktop.exchange.risk_register import Register
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.worries.mapping_dialog import MappingDialog
from wellled_desktop.ui.pages.worries.register_import import RegisterImport
from wellled_desktop.ui.pages.worries.register_pane import RegisterPane


class TakingOver(QObject):
    said = Signal(str)

    def __init__(self, bridge: Bridge, pane: RegisterPane, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._pane = pane
        self._page = page
        self._run: RegisterImport | None = None
        self.dialog: MappingDialog | None = None
        pane.running.cancel_wanted.connect(self.cancel)

    @property
    def under_way(self) -> bool:
        return self._run is not None

    def begin(self, path: Path) -> None:
        if self._run is not None:
            return
        run = RegisterImport(self._bridge, path, self)
        run.progressed.connect(self._pane.running.show_progress)
        run.read.connect(self._ask)
        run.recorded.connect(self._recorded)
        run.failed.connect(self._ended)
        run.cancelled.connect(partial(self._ended, self.tr("Reading was stopped; nothing was recorded.")))
        self._run = run
        self._pane.from_file.setEnabled(False)
        run.start()

    def cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _ask(self, register: Register) -> None:
        if self._run is None:
            return
        self._pane.running.hide()
        dialog = MappingDialog(self._bridge, register, self._pane.risks.register, self._page)
        dialog.chosen.connect(self._run.record)
        dialog.rejected.connect(partial(self._ended, ""))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _recorded(self, count: int, all_of_them: bool) -> None:
        entries = counted(count, self.tr("entry"), self.tr("entries"))
        words = (
            self.tr("%1 of the risk register recorded.")
            if all_of_them
            else self.tr("Recording was stopped: %1 recorded. Take the file over again to record the others.")
        )
        self._ended(words.replace("%1", entries))

    def _ended(self, sentence: str) -> None:
        run, self._run, self.dialog = self._run, None, None
        if run is not None:
            run.deleteLater()
        self._pane.running.hide()
        self._pane.from_file.setEnabled(True)
        if sentence:
            self.said.emit(sentence)
        self._pane.read_wanted.emit()
