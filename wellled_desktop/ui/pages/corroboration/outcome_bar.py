"""The outcomes as buttons beneath the lists, each with its key.

Signals of OutcomeBar: `pressed_key(Qt.Key)` with the key the button stands for.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.ui.kit.flow import FlowLayout

KEYS = (Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_Q, Qt.Key.Key_D, Qt.Key.Key_Backspace)
BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
AFTER = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
"""What goes to the KLOE before, and to the next."""


class OutcomeBar(QWidget):
    pressed_key = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(8)
        self.buttons: dict[Qt.Key, QPushButton] = {}
        for key, words, tip in self._all():
            button = QPushButton(words, self)
            button.setToolTip(tip)
            button.clicked.connect(partial(self._press, key))
            flow.addWidget(button)
            self.buttons[key] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.show_item(None)
        self.show_more(more=False, whole=False)

    def _all(self) -> tuple[tuple[Qt.Key, str, str], ...]:
        return (
            (Qt.Key.Key_E, self.tr("E  Enough"), self.tr("It is corroborated (E)")),
            (Qt.Key.Key_R, self.tr("R  Request"), self.tr("Find more: ask the trust for something (R)")),
            (Qt.Key.Key_Q, self.tr("Q  Question"), self.tr("Find more: ask in a session still to come (Q)")),
            (Qt.Key.Key_D, self.tr("D  Drop"), self.tr("Drop it, with a reason (D)")),
            (Qt.Key.Key_Backspace, self.tr("⌫  Take back"), self.tr("Take its outcome back (Backspace)")),
            (Qt.Key.Key_A, self.tr("A  All lines"), self.tr("All that lies behind the item (A)")),
            (Qt.Key.Key_T, self.tr("T  Day"), self.tr("Talk about another day (T)")),
            (Qt.Key.Key_F, self.tr("F  Full screen"), self.tr("Full screen, and back (F, F11)")),
            (Qt.Key.Key_P, self.tr("P  Minutes"), self.tr("Write the minutes as a PDF (P)")),
        )

    def enlarge(self, font: QFont) -> None:
        for button in self.buttons.values():
            button.setFont(font)

    def show_item(self, item: Item | None) -> None:
        for key in KEYS:
            self.buttons[key].setEnabled(item is not None)
        decided = item is not None and item.outcome is not None
        self.buttons[Qt.Key.Key_Backspace].setEnabled(decided)

    def show_more(self, *, more: bool, whole: bool) -> None:
        """Whether more lies behind than is told, or the `whole` of it is."""
        button = self.buttons[Qt.Key.Key_A]
        button.setText(self.tr("A  Fewer lines") if whole else self.tr("A  All lines"))
        button.setEnabled(more or whole)

    def show_whole(self, whole: bool) -> None:
        words = self.tr("F  Leave full screen") if whole else self.tr("F  Full screen")
        self.buttons[Qt.Key.Key_F].setText(words)

    def _press(self, key: Qt.Key, _checked: bool = False) -> None:
        self.pressed_key.emit(key)
