"""The role card as a list that is walked by keyboard: on the session page, and where a new session is planned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.kit.card_delegate import CardDelegate
from wellled_desktop.ui.kit.card_model import CardModel
from wellled_desktop.ui.kit.measured_list import MeasuredList

_ESTIMATE = 110


class CardList(MeasuredList):
    """Signals of CardList: `chosen(int)` with the row on Enter, Ctrl+Enter or a double click."""

    chosen = Signal(int)

    def __init__(self, card: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(_ESTIMATE, parent)
        self.setModel(card)
        self.setItemDelegate(CardDelegate(card, self))
        self.doubleClicked.connect(self.choose_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
            return
        super().keyPressEvent(event)

    def choose_current(self) -> None:
        if self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
