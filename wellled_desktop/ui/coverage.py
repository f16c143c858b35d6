"""Coverage as advice, read once for all that show it: the navigator and Today.

Signals of Coverage: `read(tuple[KloeCoverage, ...])` with what there is to look at in each KLOE, whenever that may be another.
"""

from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from wellled_desktop.inspection.triangulation.coverage import KloeCoverage
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.store import triangulation_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.node_changes import WEIGHING
from wellled_desktop.ui.page import Opened

QUIET_MS = 2_000
MOST_MS = 15_000
_DRAFT = "draft-saved"


class Coverage(QObject):
    """Follows the record, and lets those who type go first: it reads once nothing was recorded for `quiet_ms`, no draft either,
    or at the latest `most_ms` after the change.
    """

    read = Signal(object)

    def __init__(self, opened: Opened, *, quiet_ms: int = QUIET_MS, most_ms: int = MOST_MS) -> None:
        super().__init__(opened.bridge)
        self._opened = opened
        self._pack, self._scope = opened.pack, opened.scope
        self._proofs = Proofs(opened.pack, opened.scope)
        self._most_ms = most_ms
        self._waiting = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self._ask)
        self._asking = self._again = False
        self.found: tuple[KloeCoverage, ...] | None = None
        opened.bridge.changed.connect(self._follow)
        opened.bridge.refused.connect(self._give_up)
        opened.bridge.closing.connect(self._soon.stop)

    @property
    def is_waiting(self) -> bool:
        """Whether something has changed that was not read yet."""
        return self._soon.isActive()

    def want(self) -> None:
        """Tells what is known, else reads it in the next pause: what is about to be used comes first."""
        if self.found is not None:
            self.read.emit(self.found)
        elif not (self._asking or self.is_waiting):
            self._waiting.start()
            self._soon.start()

    def refresh(self) -> None:
        """Tells what is known, and reads at once where that may be old."""
        if self.found is not None:
            self.read.emit(self.found)
        if self.found is None or self.is_waiting:
            self._ask()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        kinds = {change.kind for change in changes}
        if kinds & WEIGHING:
            if not self.is_waiting:
                self._waiting.start()
            self._wait()
        elif self.is_waiting and _DRAFT in kinds:
            self._wait()

    def _wait(self) -> None:
        """Anew, but not past the latest moment."""
        if self._waiting.elapsed() < self._most_ms:
            self._soon.start()

    def _ask(self) -> None:
        """While one is on its way, one more at most."""
        self._soon.stop()
        if self._asking:
            self._again = True
            return
        self._asking = True
        opened = self._opened
        if (opened.pack, opened.scope) != (self._pack, self._scope):
            self._pack, self._scope = opened.pack, opened.scope
            self._proofs = Proofs(opened.pack, opened.scope)
        question = partial(triangulation_reading.covered, pack=opened.pack, scope=opened.scope, proofs=self._proofs)
        opened.bridge.ask(self, question, self._tell)

    def _give_up(self) -> None:
        """The disk may have refused the reading, of which no answer comes then: the next one is asked for all the same."""
        self._asking = self._again = False

    def _tell(self, found: tuple[KloeCoverage, ...]) -> None:
        self._asking = False
        if self._again:
            self._again = False
            self._ask()
        self.found = found
        self.read.emit(found)


def coverage_of(opened: Opened) -> Coverage:
    """The one of the open inspection, made when it is first wanted."""
    found = opened.bridge.findChild(Coverage, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Coverage) else Coverage(opened)
