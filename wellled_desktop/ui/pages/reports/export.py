"""Making a report in the background: one run of it with progress and cancel.

Signals of Export: `progressed(int, int)` steps done and of how many; `done(Path, ReportFacts)`; `failed(str)` with a sentence;
`cancelled()`.
"""

import time
from collections.abc import Callable
from functools import partial
from importlib.resources.abc import Traversable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.reports.paper import Wanted, make

if TYPE_CHECKING:
    from wellled_desktop.reports.writing import ReportFacts

__all__ = ["Export", "Wanted"]
SECONDS_BETWEEN_STEPS = 0.05


class Export(QObject):
    """One run. Made for each export, so that a late answer of an earlier one can't be taken for this one's."""

    progressed = Signal(int, int)
    done = Signal(object, object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, bridge: Bridge, wanted: Wanted, fonts: Traversable, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._wanted = wanted
        self._fonts = fonts
        self._stop = Event()
        self._told_at = 0.0
        bridge.closing.connect(self.cancel)

    def start(self) -> None:
        self._bridge.work(self, self._make, self._finished, self._went_wrong)

    def cancel(self) -> None:
        """Asks the run to stop; `cancelled` follows once nothing of the report is left on the disk."""
        self._stop.set()

    def _make(self) -> "ReportFacts":
        return make(self._bridge, self._wanted, self._fonts, self._report_progress, self._stop.is_set)

    def _report_progress(self, steps: int, of: int) -> None:
        """Called on the worker's thread, far oftener than is worth waking the window for: a day's report has 4,000 steps."""
        now = time.monotonic()
        if steps < of and now - self._told_at < SECONDS_BETWEEN_STEPS:
            return
        self._told_at = now
        deliver: Callable[[], None] = partial(self.progressed.emit, steps, of)
        self._bridge.call(self, deliver)

    def _finished(self, facts: "ReportFacts") -> None:
        self.done.emit(self._wanted.out, facts)

    def _went_wrong(self, problem: Exception) -> None:
        from wellled_desktop.reports.errors import ReportCancelled, ReportError
        from wellled_desktop.store.errors import StoreError

        if isinstance(problem, ReportCancelled):
            self.cancelled.emit()
        elif isinstance(problem, ReportError | StoreError):
            self.failed.emit(str(problem))
        else:
            raise problem
