"""An offer to do in one key what often goes with what was just done. It takes no focus, does nothing and goes by itself.

Nothing is lost when it goes: what it offers can always be done where it is done otherwise.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from wellled_desktop.ui.kit.labels import paragraph

KEYS = "Ctrl+G"
LASTS_MS = 30_000
_LEAST_CHARACTERS = 36
"""A sentence that could be narrower would ask for more height than a small window has."""


class OfferBar(QFrame):
    """The key works anywhere in the window while the bar is on show, and only then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._take: Callable[[], None] | None = None
        self._sentence = paragraph("")
        self._sentence.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS)
        self.accept = QPushButton()
        self.accept.setAccessibleName(self.tr("Take what is offered"))
        self.accept.clicked.connect(self.take)
        self.dismiss = QToolButton()
        self.dismiss.setText(self.tr("Not now"))
        self.dismiss.setAccessibleName(self.tr("Not now: leave it as it is"))
        self.dismiss.setToolTip(self.tr("It goes by itself; nothing is lost"))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sentence, 100)
        row.addStretch(1)  # the sentence has a greatest width and stays at the left
        row.addWidget(self.accept)
        row.addWidget(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=LASTS_MS)
        self._timer.timeout.connect(self.hide)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self.take)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is offered now; "" while nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def offer(self, sentence: str, words: str, take: Callable[[], None]) -> None:
        """Shows the offer in place of any before it; `words` stand on the button, `take` is called once if it is taken."""
        self._take = take
        self._sentence.setText(sentence)
        self.accept.setText(f"{words} ({KEYS})")
        self.accept.setAccessibleName(words)
        self.accept.setToolTip(f"{words} ({KEYS})")
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()

    def take(self) -> None:
        take, self._take = self._take, None
        self.hide()
        if take is not None:
            take()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Also when its page is left: an offer is made once."""
        super().hideEvent(event)
        self._timer.stop()
        self._take = None
        self.hide()
