"""What is typed of a new entry and not recorded yet: kept sealed beside the inspection, so that locking, closing and being killed
lose none of it, and put back into the form when the page is built again.
"""

import msgspec
from PySide6.QtCore import QObject, QTimer

from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.evidence.entry_fields import Typed
from wellled_desktop.ui.pages.evidence.entry_form import EntryForm

NAME = "evidence-form"
BEHIND_MS = 1_000
"""So far behind the keys at most, however long one goes on typing."""


class EntryDraft(QObject):
    def __init__(self, bridge: Bridge, form: EntryForm, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form = form
        self._kept = Typed()
        self._timer = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._timer.timeout.connect(self.save_now)
        form.touched.connect(self._touched)
        form.hidden.connect(self.save_now)

    def put_back(self) -> bool:
        """Whether there was something to put back; the file is read at once, so ask when the page is built."""
        typed = _decoded(self._bridge.remembered(NAME))
        if typed == Typed():
            return False
        self._kept = typed
        self._form.put_back(typed)
        return True

    def save_now(self) -> None:
        self._timer.stop()
        typed = self._form.typed_by_hand()
        if typed != self._kept:
            self._kept = typed
            self._bridge.remember(NAME, msgspec.json.encode(typed))

    def _touched(self) -> None:
        """A deadline and no pause: continuous typing is saved too."""
        if not self._timer.isActive():
            self._timer.start()


def _decoded(content: bytes | None) -> Typed:
    """Nothing where nothing was kept, or where another version wrote it otherwise."""
    try:
        return msgspec.json.decode(content or b"{}", type=Typed)
    except msgspec.MsgspecError:
        return Typed()
