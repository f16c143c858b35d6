"""A widget that follows the record: it reads again when what it shows has changed, and not while nobody sees it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge


class Following(QWidget):
    """Reads again when the record changes: at once while it is shown, else when it is shown next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = False
        self._concerns: tuple[str, ...] = ()

    def follow(self, bridge: Bridge, concerns: frozenset[str]) -> None:
        """Changes of these kinds concern it from now on; “reading-” stands for all kinds that begin so."""
        self._concerns = tuple(concerns)
        bridge.changed.connect(self._refresh_if_concerned)

    def refresh(self) -> None:
        """Reads what it shows; until something changes it is then no longer stale."""
        self._stale = False
        self.read()

    def read(self) -> None:
        """Asks the record for what it shows. For each widget that follows it to say."""
        raise NotImplementedError

    def _refresh_if_concerned(self, changes: tuple[Change, ...]) -> None:
        if not any(change.kind.startswith(self._concerns) for change in changes):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.refresh()
