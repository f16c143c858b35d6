"""A widget that follows the record: it reads again when what it shows has changed, and not while nobody sees it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge

TOGETHER_MS = 500
_MANY_IN_A_ROW = frozenset(("attachment-added",))
"""Changes that come by the hundred, ten times a second: the first is shown at once, what follows it together."""


class Following(QWidget):
    """Reads again when the record changes: at once while it is shown, else when it is shown next.

    While files are attached it does so for many of them together: each reading is work that typing would have to wait for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = False
        self._concerns: tuple[str, ...] = ()
        self._is_behind = False
        self._together = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._together.timeout.connect(self._catch_up)

    def follow(self, bridge: Bridge, concerns: frozenset[str]) -> None:
        """Changes of these kinds concern it from now on; “reading-” stands for all kinds that begin so."""
        self._concerns = tuple(concerns)
        bridge.changed.connect(self._refresh_if_concerned)

    def refresh(self) -> None:
        """Reads what it shows; until something changes it is then no longer stale."""
        self._stale = self._is_behind = False
        self.read()

    def read(self) -> None:
        """Asks the record for what it shows. For each widget that follows it to say."""
        raise NotImplementedError

    def _refresh_if_concerned(self, changes: tuple[Change, ...]) -> None:
        concerning = {change.kind for change in changes if change.kind.startswith(self._concerns)}
        if not concerning:
            return
        if not self.isVisible():
            self._stale = True
        elif not concerning <= _MANY_IN_A_ROW:
            self.refresh()
        elif self._together.isActive():
            self._is_behind = True
        else:
            self.refresh()
            self._together.start()

    def _catch_up(self) -> None:
        if not self._is_behind:
            return
        if self.isVisible():
            self.refresh()
            self._together.start()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.refresh()
