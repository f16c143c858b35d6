"""Where the meeting says what happened: on its page in the whole screen, in the window's own places else.

Signals of MeetingTelling: `notice(str)` with a sentence for the window to show.
"""

from PySide6.QtCore import QObject, Signal

from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.corroboration.head import MeetingHead


class MeetingTelling(QObject):
    """`whole` is whether the page fills the screen."""

    notice = Signal(str)

    def __init__(self, head: MeetingHead, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head = head
        self._bridge = bridge
        self.whole = False

    def tell(self, sentence: str) -> None:
        if self.whole:
            self._head.show_notice(sentence)
        else:
            self.notice.emit(sentence)

    def tell_refused(self, sentence: str) -> None:
        """In the window, where what else was refused is said and stays until it is read."""
        if self.whole:
            self._head.show_notice(sentence)
        else:
            self._bridge.refused.emit(sentence)

    def tell_undone(self, words: str) -> None:
        """What was told before was of what one did then. In the window, the status bar says what was undone."""
        self._head.close_notice()
        if self.whole:
            self._head.tell(words)
