"""Taking a risk register over from a file: reading it beside everything else, and recording what was chosen in small parts.

Signals of RegisterImport: `progressed(str, int, int)` what is being done, steps done and of how many; `read(Register)`;
`recorded(int, bool)` how many entries are on disk, and whether that is all of them; `failed(str)` with a sentence;
`cancelled()` when reading was stopped.
"""

import time
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from wellled_desktop.exchange.risk_register import (
    Comparison,
    ReadingCancelled,
    Register,
    RegisterUnreadable,
    read_register,
    recording,
)
from wellled_desktop.inspection.commands import RecordRisks
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.worries.presenter import new_id

_SECONDS_BETWEEN_STEPS = 0.05


class RegisterImport(QObject):
    """One run, made for each file. Parts go to the writer one by one, so that what somebody writes meanwhile is between them;
    Undo takes them back as one.
    """

    progressed = Signal(str, int, int)
    read = Signal(object)
    recorded = Signal(int, bool)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, bridge: Bridge, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._path = path
        self._stop = Event()
        self._told_at = 0.0
        self._done = self._of = 0
        self._run = new_id()
        bridge.closing.connect(self.cancel)

    def start(self) -> None:
        self.progressed.emit(self.tr("Reading %1").replace("%1", self._path.name), 0, 0)
        self._bridge.work(self, self._read, self.read.emit, self._went_wrong)

    def cancel(self) -> None:
        self._stop.set()

    def _read(self) -> Register:
        return read_register(self._path, progress=self._report, cancelled=self._stop.is_set)

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
        elif isinstance(problem, RegisterUnreadable):
            self.failed.emit(str(problem))
        else:
            raise problem

    def record(self, comparison: Comparison) -> None:
        parts = recording(comparison, self._path.name)
        self._of = sum(len(part.risks) for part in parts)
        self._record_next(parts)

    def _record_next(self, parts: tuple[RecordRisks, ...]) -> None:
        if not parts or self._stop.is_set():
            self.recorded.emit(self._done, not parts)
            return
        words = self.tr("Recording %1 of %2").replace("%1", f"{self._done:,}").replace("%2", f"{self._of:,}")
        self.progressed.emit(words, self._done, self._of)
        self._bridge.do(
            parts[0],
            then=partial(self._one_recorded, parts),
            refused=self.failed.emit,
            owner=self,
            run=self._run,
        )

    def _one_recorded(self, parts: tuple[RecordRisks, ...], _changes: object) -> None:
        self._done += len(parts[0].risks)
        self._record_next(parts[1:])
