"""How many lines of the session each tag has, and its claims: counted off the UI thread, again after lines have changed.

Signals of Tally: `counted(dict, tuple)` with the lines by tag and the claims.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.read_models import SessionTally
from wellled_desktop.store import session_reading
from wellled_desktop.ui.bridge import Bridge


class Tally(QObject):
    counted = Signal(object, object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._session_id = ""
        self._asking = False
        self._again = False

    def begin(self, session_id: str) -> None:
        self._session_id = session_id
        self._asking = self._again = False

    def ask(self) -> None:
        """One at a time: lines written while it is being counted are in the next."""
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        question = partial(session_reading.session_tally, session_id=self._session_id)
        self._bridge.ask(self, question, self._told)

    def _told(self, tally: SessionTally) -> None:
        self._asking = False
        if tally.session_id == self._session_id:
            self.counted.emit(tally.counts, tally.claims)
        if self._again or tally.session_id != self._session_id:
            self.ask()
