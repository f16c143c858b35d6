"""Reads the text of attached documents for the search while the window is open, and says so quietly in the status bar.

Signals of ReadingDocuments: `told(str)` with the words on show, "" when there are none any more.
"""

import threading
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStatusBar

from wellled_desktop.exchange.documents.indexing import read_documents
from wellled_desktop.store.errors import StoreError
from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.window.status import GivingLabel
from wellled_desktop.vault.errors import VaultError

_AFTER_OPENING_MS = 5_000
_AFTER_ATTACHING_MS = 2_000
_CONCERN_IT = frozenset(("attachment-added", "attachment-restored"))


class ReadingDocuments(QObject):
    """Begins some seconds after the inspection was opened, and after something was attached; ends when it is closed."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, status: QStatusBar, after_ms: int = _AFTER_OPENING_MS) -> None:
        super().__init__(status)
        self._bridge = bridge
        self._closing = threading.Event()
        self._at_work = self._more = False
        self._note = GivingLabel(self.tr("Reading documents for the search"), "", status)
        self._note.setContentsMargins(8, 3, 8, 3)
        self._note.hide()
        status.addWidget(self._note)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._begin)
        bridge.changed.connect(self._on_changed)
        bridge.closing.connect(self._end)
        self._soon.start(after_ms)

    @property
    def words(self) -> str:
        """What is on show: which of how many documents is being read, or why none is."""
        return "" if self._note.isHidden() else self._note.accessibleName()

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        """After the last of several that are attached in a row."""
        if any(change.kind in _CONCERN_IT for change in changes) and not self._closing.is_set():
            if self._at_work:
                self._more = True
            else:
                self._soon.start(_AFTER_ATTACHING_MS)

    def _begin(self) -> None:
        self._at_work, self._more = True, False
        self._bridge.work(self, self._read, self._on_read, self._on_failed, lane="documents")

    def _read(self) -> None:
        """On the thread for documents."""
        tell = lambda done, total: self._bridge.call(self, partial(self._show, done, total))  # noqa: E731
        for _document in read_documents(self._bridge.inspection, progress=tell, cancelled=self._closing.is_set):
            """It is in the search now."""

    def _show(self, done: int, total: int) -> None:
        if done < total:
            words = self.tr("Reading documents for the search: %1 of %2")
            self._tell(words.replace("%1", f"{done + 1:,}").replace("%2", f"{total:,}"))

    def _tell(self, words: str) -> None:
        self._note.set_words(words)
        self._note.setVisible(bool(words))
        self.told.emit(words)

    def _on_read(self, _nothing: None) -> None:
        self._at_work = False
        self._tell("")
        if self._more:
            self._soon.start(_AFTER_ATTACHING_MS)

    def _on_failed(self, problem: Exception) -> None:
        """The record is not concerned, so it is told as quietly; the next attaching, or opening, tries again."""
        self._at_work = False
        if not isinstance(problem, StoreError | VaultError | OSError):
            raise problem
        self._tell(self.tr("Documents are not being read for the search, because the disk does not allow it"))

    def _end(self) -> None:
        self._closing.set()
        self._soon.stop()
