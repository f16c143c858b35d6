"""A sentence above a page: what happened, what is safe, what to do. It never takes the focus and never blocks."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from wellled_desktop.ui.kit.labels import paragraph


class Message(QFrame):
    """Hidden until `show_sentence`; goes by itself after `seconds`, or stays until it is dismissed when that is 0.

    To show "" is to take back what would go by itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._text = paragraph("")
        self._dismiss = QToolButton()
        self._dismiss.setText(self.tr("Dismiss"))
        self._dismiss.setAccessibleName(self.tr("Dismiss this message"))
        self._dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._text, 100)
        row.addStretch(1)  # the text has a greatest width and stays at the left
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._text.text()

    def take_back(self) -> None:
        """A sentence that goes by itself goes at once, for it is no longer true; one that waits to be dismissed stays."""
        if self._timer.isActive():
            self._timer.stop()
            self.hide()

    def show_sentence(self, sentence: str, seconds: int = 0) -> None:
        if not sentence:
            self.take_back()
            return
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)


def take_back_passing(within: QWidget) -> None:
    """Whatever sentences that go by themselves are shown in it: what they tell of was undone, or done again."""
    for message in within.findChildren(Message):
        message.take_back()
