"""Saves the composer's text behind the keys: by a deadline that the first unsaved key sets, never by waiting for a pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# With the write itself (some milliseconds) and a busy screen this stays well under the promised second.
DEADLINE_MS = 600


class DraftSaver(QObject):
    """`text_of` is asked once for each save: in a long text asking costs more than saving."""

    def __init__(self, text_of: Callable[[], str], save: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._text_of = text_of
        self._save = save
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(DEADLINE_MS)
        self._deadline.timeout.connect(self._save_due)

    def touch(self) -> None:
        """Something was typed. A running deadline is left alone, so that continuous typing saves too."""
        if not self._deadline.isActive():
            self._deadline.start()

    def save_now(self) -> None:
        """Saves if anything was typed since the last time."""
        if self._deadline.isActive():
            self._deadline.stop()
            self._save_due()

    def _save_due(self) -> None:
        self._save(self._text_of())

    def drop(self) -> None:
        """What was typed has become a line, which clears the draft in the same transaction."""
        self._deadline.stop()
