"""Asks, in one line beneath the findings, which item of the framework a finding is for.

Signals of LinkRow: `given(str)` with a node's id, or "" for none; `refused(str)` with a sentence; `left()` on Esc.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.pages.evidence.node_field import NodeField


class LinkRow(QFrame):
    given = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, index: NodeIndex, nodes: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._question = paragraph(self.tr("Which prompt or key evidence is this finding for?"))
        self.field = NodeField(index, nodes)
        words = self.tr("An id, or # and words; empty for none. Enter links, Esc goes back.")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(self._question.text())
        self.field.returnPressed.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._question)
        column.addWidget(self.field)
        self.hide()

    def ask(self, node: str | None) -> None:
        self.field.set_nodes((node,) if node else ())
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _give(self) -> None:
        nodes, unknown = self.field.nodes(), self.field.unknown()
        if unknown or len(nodes) > 1:
            words = self.tr("“%1” is not in the framework; the finding stays as it was.")
            one_only = self.tr("A finding is for one item of the framework; it stays as it was.")
            self.refused.emit(words.replace("%1", unknown[0][:40]) if unknown else one_only)
            return
        self.given.emit(nodes[0] if nodes else "")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.hide()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
