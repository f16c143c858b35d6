"""The words above the composer: what Enter will do now when it is something out of the ordinary, or a quiet remark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class ModeLine(QLabel):
    """That a line is being changed comes before a remark, and a remark before the session's having ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "muted")
        self.setWordWrap(True)
        self.begin()

    def begin(self) -> None:
        """For another session: nothing to say."""
        self._quiet = ""
        self._ended = False
        self._changing: int | None = None
        self._show_words()

    def show_changing(self, number: int | None) -> None:
        """The number of the line that is being changed; None once it is not."""
        self._changing = number
        self._show_words()

    def show_ended(self, ended: bool) -> None:
        self._ended = ended
        self._show_words()

    def show_quiet(self, words: str) -> None:
        self._quiet = words
        self._show_words()

    def _show_words(self) -> None:
        words = self._quiet
        if self._changing is not None:
            changing = self.tr("Changing l.%1. Enter keeps the change, Esc leaves the line as it was.")
            words = changing.replace("%1", str(self._changing))
        elif not words and self._ended:
            words = self.tr("The session has ended: what you write now is labelled as written later.")
        self.setText(words)
        self.setVisible(bool(words))
