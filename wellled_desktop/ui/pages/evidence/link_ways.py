"""Beneath the field of linked nodes: for each of them a button that says which way the entry points there, and turns it.

Signals of LinkWays: none; `other_way` says what was chosen.
"""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.pages.evidence.entry_words import direction


class LinkWays(QWidget):
    """A button a node, in the order linked. Which way a node taken out pointed is remembered while the form is filled in."""

    def __init__(self, after: QWidget, parent: QWidget | None = None) -> None:
        """Tab comes here from `after`."""
        super().__init__(parent)
        self._after = after
        self.buttons: dict[str, QPushButton] = {}
        self._other: set[str] = set()
        self._row = FlowLayout(4, self)
        self.hide()

    @property
    def other_way(self) -> tuple[str, ...]:
        """Those of the nodes on show for which the entry points the other way."""
        return tuple(node for node in self.buttons if node in self._other)

    def begin(self, other_way: tuple[str, ...]) -> None:
        self._other = set(other_way)

    def show_nodes(self, nodes: tuple[str, ...]) -> None:
        if nodes == tuple(self.buttons):
            for node in nodes:
                self._tell(node)
            return
        while self._row.count():
            self._row.takeAt(0)
        before = self._after
        for node in [one for one in self.buttons if one not in nodes]:
            gone = self.buttons.pop(node)
            gone.hide()
            gone.deleteLater()
        self.buttons = {node: self.buttons.get(node) or self._button(node) for node in nodes}
        for node, button in self.buttons.items():
            self._row.addWidget(button)
            self._tell(node)
            button.show()
            QWidget.setTabOrder(before, button)
            before = button
        self.setVisible(bool(nodes))
        self.updateGeometry()

    def _button(self, node: str) -> QPushButton:
        button = QPushButton(self)
        button.setToolTip(self.tr("Which way the entry points for %1; Space turns it").replace("%1", node))
        button.clicked.connect(partial(self._turn, node))
        return button

    def _turn(self, node: str) -> None:
        self._other ^= {node}
        self._tell(node)

    def _tell(self, node: str) -> None:
        shape, word = direction(other_way=node in self._other)
        self.buttons[node].setText(f"{shape} {node} {word}")
        self.buttons[node].setAccessibleName(f"{node}: {word}")
