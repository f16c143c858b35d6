"""One line that asks to which node the current record is to be linked too, or moved.

Signals of MoveBox: `given(str, bool)` with the node and whether the record is moved there; `left()` when Esc closes it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.offered_field import OfferedField


class MoveField(OfferedField):
    """Signals of MoveField: `given(bool)`; `escaped()`."""

    given = Signal(bool)

    def pressed(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().pressed(event)


class MoveBox(QFrame):
    """Whoever hears of it moves the focus on before it hides: Qt would give it to the next widget in between."""

    given = Signal(str, bool)
    left = Signal()

    def __init__(self, index: NodeIndex, over: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._nodes: dict[str, str] = {}
        self._question = label("", "subheading")
        self._remark = label("", "muted")
        self._remark.setWordWrap(True)
        self.completions = Completions(index, over, under=True)
        self.field = MoveField(self.completions)
        self.field.setAccessibleName(self.tr("To which item it is to be linked"))
        self.field.setPlaceholderText(self.tr("An id (W3.4), or words of it"))
        self.field.setToolTip(self.tr("To which item (Enter links it there too, Shift+Enter moves it, Esc leaves it)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for widget in (self._question, self.field, self._remark):
            column.addWidget(widget)
        self.field.textEdited.connect(self._typed)
        self.field.given.connect(self._give)
        self.field.escaped.connect(self._leave)
        self.completions.chosen.connect(self._take)
        self.hide()

    @property
    def remark(self) -> str:
        return self._remark.text()

    def ask(self, what: str, nodes: frozenset[str]) -> None:
        """`nodes` are the ids there are."""
        self._nodes = {node.casefold(): node for node in nodes}
        words = self.tr("Link %1 to").replace("%1", what)
        self._question.setText(words)
        self.field.setAccessibleName(words)
        self._remark.setText(self.tr("Enter: there too. Shift+Enter: there instead."))
        self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _node(self) -> str | None:
        return self._nodes.get(self.field.text().strip().lstrip("#").casefold())

    def _typed(self, text: str) -> None:
        token = text.strip().lstrip("#")
        self.completions.offer(token if token and self._node() is None else None, self.field)

    def _take(self, node: str) -> None:
        self.field.setText(node)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, moved: bool) -> None:
        node = self._node()
        if node is not None:
            self.given.emit(node, moved)
            self.hide()
        elif self.field.text().strip():
            words = self.tr("“%1” is no id of the framework: type words, and take one of those offered.")
            self._remark.setText(words.replace("%1", self.field.text().strip()[:40]))

    def _leave(self) -> None:
        self.left.emit()
        self.hide()
