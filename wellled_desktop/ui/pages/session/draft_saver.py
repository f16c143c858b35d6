"""Saves what stands in the composer: by a deadline that the first unsaved key sets, never by waiting for a pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from wellled_desktop.ui.pages.session.composed import Composed

# With the write itself (some milliseconds) and a busy screen this stays well under the promised second.
DEADLINE_MS = 600


class DraftSaver(QObject):
    """`draft_of` is asked once for each save: in a long text asking costs more than saving."""

    def __init__(self, draft_of: Callable[[], Composed], save: Callable[[Composed], None], parent: QObject) -> None:
        super().__init__(parent)
        self._draft_of = draft_of
        self._save = save
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(DEADLINE_MS)
        self._deadline.timeout.connect(self._save_due)

    def touch(self) -> None:
        """Something was typed or chosen. A running deadline is left alone, so that continuous typing saves too."""
        if not self._deadline.isActive():
            self._deadline.start()

    def save_now(self) -> None:
        """Saves if anything was typed or chosen since the last time."""
        if self._deadline.isActive():
            self._deadline.stop()
            self._save_due()

    def _save_due(self) -> None:
        self._save(self._draft_of())

    def drop(self) -> None:
        """What was typed has become a line, which clears the draft in the same transaction."""
        self._deadline.stop()
