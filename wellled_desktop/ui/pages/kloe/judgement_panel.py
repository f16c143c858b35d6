"""The team's judgement on the selected prompt or KLOE: which way it leans, and why in a few words. Never a score.

Signals of JudgementPanel: `typed(str, object, str)` with the node, the judgement (None for none) and the text, at each change by
hand; `left()` when Esc goes back to the item.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.words import JUDGEMENTS, LONGEST_JUDGEMENT, Judgement
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.growing_text import GrowingText
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.words import clock_time, short_day
from wellled_desktop.ui.pages.kloe.judgements import Stands

MOST = LONGEST_JUDGEMENT
"""So many characters at most, as Qt counts them."""
LETTERS: dict[Judgement, str] = {"strength": "S", "concern": "C", "balanced": "B"}
_KEYS: dict[Qt.Key, Judgement] = {Qt.Key.Key_S: "strength", Qt.Key.Key_C: "concern", Qt.Key.Key_B: "balanced"}
_TO_WORDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_NONE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class JudgementText(GrowingText):
    """Holds no more than it may. Signals of JudgementText: `escaped()`; `changed_by_hand()`."""

    escaped = Signal()
    changed_by_hand = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._shown_by_app = False
        self.did_not_fit = 0
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """What is recorded; the caret stays where the words stay."""
        if self.toPlainText().strip() == text.strip():
            return
        self._shown_by_app = True
        self.setPlainText(text)
        self._shown_by_app = False

    def characters(self) -> int:
        return self.document().characterCount() - 1

    def _changed(self) -> None:
        if self._shown_by_app:
            return
        over = self.characters() - MOST
        if over > 0:
            self._cut(over)
            return  # having been cut, it has changed again
        self.changed_by_hand.emit()
        self.did_not_fit = 0

    def _cut(self, over: int) -> None:
        """What came in last, before the caret, is what does not fit; a letter of two halves goes whole."""
        self.did_not_fit = over
        cursor = self.textCursor()
        cursor.joinPreviousEditBlock()
        at = cursor.position()
        cursor.setPosition(max(0, at - over), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.endEditBlock()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class Choice(QToolButton):
    """Return is the panel's, for on some desktops it would press the button; and so is Down, which would go to the next one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _TO_WORDS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class JudgementPanel(QWidget):
    typed = Signal(str, object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node = ""
        self._judgement: Judgement | None = None
        self._when = ""
        self.buttons: dict[Judgement, Choice] = {}
        choices = FlowLayout(8)
        for judgement in JUDGEMENTS:
            choices.addWidget(self._button(judgement))
        self.remark = label("", "muted")
        choices.addWidget(self.remark)
        self.text = JudgementText()
        self.text.setPlaceholderText(self.tr("Our judgement, in a few words"))
        self.text.setToolTip(
            self.tr("What it comes to, in up to 600 characters (J, then Tab). It is saved as you type.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(choices)
        layout.addWidget(self.text)
        self.text.changed_by_hand.connect(self._typed)
        self.text.escaped.connect(self.left)

    def _button(self, judgement: Judgement) -> Choice:
        button = Choice()
        button.setText(judgement.capitalize())
        button.setCheckable(True)
        words = self.tr("%1 (J, then %2). Pressed again, or with Backspace, it is taken away.")
        button.setToolTip(words.replace("%1", judgement.capitalize()).replace("%2", LETTERS[judgement]))
        button.clicked.connect(partial(self._press, judgement))
        self.buttons[judgement] = button
        return button

    def show_judgement(self, node: str, stands: Stands) -> None:
        """What is typed, or else what is recorded, of this node."""
        if node != self._node:
            self._node = node
            self.text.setAccessibleName(self.tr("%1: our judgement in a few words").replace("%1", node))
            for one, button in self.buttons.items():
                button.setAccessibleName(self.tr("%1: our judgement: %2").replace("%1", node).replace("%2", one))
        self._judgement = stands.judgement
        recorded = stands.recorded
        day = f"{short_day(recorded.day)} {clock_time(recorded.set_at)}" if recorded else ""
        self._when = f"{recorded.author}, {day}" if recorded else ""
        self.text.show_text(stands.text)
        self._tell()

    def take_focus(self) -> None:
        chosen = self.buttons[self._judgement or JUDGEMENTS[0]]
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _press(self, judgement: Judgement) -> None:
        """A second press on the present one takes it away."""
        self._judgement = None if judgement == self._judgement else judgement
        self._typed()

    def _typed(self) -> None:
        self._tell()
        self.typed.emit(self._node, self._judgement, self.text.toPlainText())

    def _tell(self) -> None:
        for one, button in self.buttons.items():
            button.setChecked(one == self._judgement)
        count = self.text.characters()
        counted = self.tr("%1 of %2").replace("%1", str(count)).replace("%2", str(MOST)) if count else ""
        if self.text.did_not_fit:
            words = self.tr("%1 did not fit: %2 characters at most")
            counted = words.replace("%1", str(self.text.did_not_fit)).replace("%2", str(MOST))
        self.remark.setText(" · ".join(part for part in (self._when, counted) if part))
        self.remark.setVisible(bool(self.remark.text()))
        self.text.setAccessibleDescription(self.remark.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A letter chooses and leads to the words; no other letter is the page's while a judgement is being given."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self._judgement = _KEYS[key]
            self._typed()
            self._to_words()
        elif key in _NONE:
            self._judgement = None
            self._typed()
        elif key in _TO_WORDS:
            self._to_words()
        elif not event.text().strip():
            super().keyPressEvent(event)

    def _to_words(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
