"""From a file to the record: one at a time, with progress, a look at what it comes to, and a way to stop.

Signals of TakingOver: `said(str)` with a sentence on how it ended; `ended()` whenever it has, so that what is shown is read
again.
"""

import os
import time
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from wellled_desktop.exchange.table_file import TableFile, remembering
from wellled_desktop.exchange.table_rows import Cancelled, Progress
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.import_row import ImportRow
from wellled_desktop.ui.kit.mapping_dialog import MappingDialog
from wellled_desktop.ui.kit.table_import import TableImport
from wellled_desktop.ui.kit.table_kind import Came, TableKind
from wellled_desktop.ui.kit.words import counted


class TakingOver(QObject):
    """What columns the headings held is remembered beside the record, for the next file that has them."""

    said = Signal(str)
    ended = Signal()

    def __init__(self, bridge: Bridge, kind: TableKind, row: ImportRow, button: QPushButton, page: QWidget) -> None:
        """`button`, which begins it, rests while it runs."""
        super().__init__(page)
        self._bridge = bridge
        self._kind = kind
        self._row = row
        self._button = button
        self._page = page
        self._run: TableImport | None = None
        self._remembered: dict[str, str] | None = None
        self.dialog: MappingDialog | None = None
        row.cancel_wanted.connect(self.cancel)

    @property
    def under_way(self) -> bool:
        return self._run is not None

    def begin(self, path: Path) -> None:
        if self._run is not None:
            return
        run_id = uuid7(time.time_ns() // 1_000_000, os.urandom(10))
        run = TableImport(self._bridge, path, self._read, run_id, self)
        run.progressed.connect(self._row.show_progress)
        run.read.connect(self._ask)
        run.recorded.connect(self._recorded)
        run.failed.connect(self._ended)
        run.cancelled.connect(partial(self._ended, self.tr("Reading was stopped; nothing was recorded.")))
        self._run = run
        self._button.setEnabled(False)
        run.start()

    def cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _read(self, path: Path, progress: Progress, cancelled: Cancelled) -> TableFile[Any]:
        """On a worker's thread."""
        if self._remembered is None:
            self._remembered = _decoded(self._bridge.remembered(self._name))
        return self._kind.read(path, self._remembered, progress, cancelled)

    @property
    def _name(self) -> str:
        return f"headings-{self._kind.name}"

    def _ask(self, file: TableFile[Any]) -> None:
        if self._run is None:
            return
        self._row.hide()
        dialog = MappingDialog(self._bridge, self._kind, file, self._page)
        dialog.chosen.connect(partial(self._record, dialog))
        dialog.rejected.connect(partial(self._ended, ""))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _record(self, dialog: MappingDialog, came: Came) -> None:
        sheet, places = dialog.sheet, dialog.places()
        names = tuple(places)
        guessed = {name: at for name in names if (at := getattr(sheet.guessed, name)) is not None}
        chosen = {name: at for name, at in places.items() if at is not None}
        remembered = remembering(sheet.headings, guessed, chosen, self._remembered or {})
        if remembered != self._remembered:
            self._remembered = remembered
            self._bridge.remember(self._name, msgspec.json.encode(remembered))
        if self._run is not None:
            self._run.record(came.parts)

    def _recorded(self, count: int, all_of_them: bool) -> None:
        words = self._kind.words
        sentence = words.recorded if all_of_them else words.stopped
        self._ended(sentence.replace("%1", counted(count, words.one, words.many)))

    def _ended(self, sentence: str) -> None:
        run, self._run, self.dialog = self._run, None, None
        if run is not None:
            run.deleteLater()
        self._row.hide()
        self._button.setEnabled(True)
        if sentence:
            self.said.emit(sentence)
        self.ended.emit()


def _decoded(content: bytes | None) -> dict[str, str]:
    """What is not as it should be is as if nothing had been remembered."""
    try:
        return msgspec.json.decode(content or b"{}", type=dict[str, str])
    except msgspec.DecodeError:
        return {}
