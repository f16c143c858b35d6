"""One line to type a service-level finding in.

Signals of FindingForm: `wanted(NewFinding)`; `refused(str)` with a sentence; `left()` on Esc.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.inspection.commands import NewFinding
from wellled_desktop.inspection.words import WEIGHTS
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.pages.evidence.findings.ids import new_id
from wellled_desktop.ui.pages.evidence.node_field import NodeField


class FindingForm(QWidget):
    wanted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, index: NodeIndex, nodes: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        character = self.fontMetrics().averageCharWidth()
        self.service = _named(QLineEdit(), self.tr("Service"), character * 18)
        self.text = _named(QLineEdit(), self.tr("Finding to add, in the report's words (Ctrl+R)"), character * 44)
        self.node = NodeField(index, nodes)
        _named(self.node, self.tr("For which item: W3.2"), character * 22)
        self.weight = QComboBox()
        self.weight.addItems(WEIGHTS)
        self.weight.setCurrentText("neutral")
        self.weight.setAccessibleName(self.tr("Weight of the finding"))
        self.add = QPushButton(self.tr("Add"))
        self.add.setToolTip(self.tr("Record the finding (Enter)"))
        self.add.clicked.connect(self._add)
        for field in (self.service, self.text, self.node):
            field.returnPressed.connect(self._add)
        row = FlowLayout(8, self)
        for part in (self.service, self.text, self.node, self.weight, self.add):
            row.addWidget(part)

    def clear(self) -> None:
        """The service stays: findings of one service come one after another."""
        self.text.clear()
        self.node.clear()
        self.weight.setCurrentText("neutral")

    def _add(self) -> None:
        for field in (self.service, self.text):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if unknown := self.node.unknown():
            words = self.tr("“%1” is not in the framework; nothing was recorded.")
            self.refused.emit(words.replace("%1", unknown[0][:40]))
            self.node.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        node = next(iter(self.node.nodes()), None)
        weight = WEIGHTS[self.weight.currentIndex()]
        self.wanted.emit(NewFinding(new_id(), self.service.text().strip(), self.text.text().strip(), node, weight))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _named(field: QLineEdit, words: str, width: int) -> QLineEdit:
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    field.setMinimumWidth(width)
    field.setMaxLength(5000)
    return field
