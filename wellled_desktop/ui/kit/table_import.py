"""Taking a table over from a file: reading it beside everything else, and recording what was chosen in small parts.

Signals of TableImport: `progressed(str, int, int)` what is being done, steps done and of how many; `read(TableFile)`;
`recorded(int, bool)` how many entries are on disk, and whether that is all of them; `failed(str)` with a sentence;
`cancelled()` when reading was stopped.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from wellled_desktop.exchange.table_file import TableFile
from wellled_desktop.exchange.table_rows import Cancelled, Progress, ReadingCancelled, TableUnreadable
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.table_kind import Part

_SECONDS_BETWEEN_STEPS = 0.05

Reading = Callable[[Path, Progress, Cancelled], TableFile[Any]]


class TableImport(QObject):
    """One run, made for each file. Parts go to the writer one by one, so that what somebody writes meanwhile is between them;
    Undo takes them back as one.
    """

    progressed = Signal(str, int, int)
    read = Signal(object)
    recorded = Signal(int, bool)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, bridge: Bridge, path: Path, reading: Reading, run: str, parent: QObject) -> None:
        """`run` is unlike that of any other."""
        super().__init__(parent)
        self._bridge = bridge
        self._path = path
        self._reading = reading
        self._stop = Event()
        self._told_at = 0.0
        self._done = self._of = 0
        self._run = run
        bridge.closing.connect(self.cancel)

    def start(self) -> None:
        self.progressed.emit(self.tr("Reading %1").replace("%1", self._path.name), 0, 0)
        self._bridge.work(self, self._read, self.read.emit, self._went_wrong)

    def cancel(self) -> None:
        self._stop.set()

    def _read(self) -> TableFile[Any]:
        return self._reading(self._path, self._report, self._stop.is_set)

    def _report(self, done: int, total: int) -> None:
        """Called on the worker's thread, oftener than is worth waking the window for."""
        now = time.monotonic()
        if done < total and now - self._told_at < _SECONDS_BETWEEN_STEPS:
            return
        self._told_at = now
        words = self.tr("Reading %1").replace("%1", self._path.name)
        self._bridge.call(self, partial(self.progressed.emit, words, done, total))

    def _went_wrong(self, problem: Exception) -> None:
        if isinstance(problem, ReadingCancelled):
            self.cancelled.emit()
        elif isinstance(problem, TableUnreadable):
            self.failed.emit(str(problem))
        else:
            raise problem

    def record(self, parts: tuple[Part, ...]) -> None:
        self._of = sum(part.entries for part in parts)
        self._record_next(parts)

    def _record_next(self, parts: tuple[Part, ...]) -> None:
        if not parts or self._stop.is_set():
            self.recorded.emit(self._done, not parts)
            return
        words = self.tr("Recording %1 of %2").replace("%1", f"{self._done:,}").replace("%2", f"{self._of:,}")
        self.progressed.emit(words, self._done, self._of)
        self._bridge.do(
            parts[0].command,
            then=partial(self._one_recorded, parts),
            refused=self.failed.emit,
            owner=self,
            run=self._run,
        )

    def _one_recorded(self, parts: tuple[Part, ...], _changes: object) -> None:
        self._done += parts[0].entries
        self._record_next(parts[1:])
