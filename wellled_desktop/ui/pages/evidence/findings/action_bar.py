"""What can be done with the chosen finding, each with its key.

Signals of ActionBar: `wanted(str)` with the name of an action: link, other-way, open, retract or restore.
"""

from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from wellled_desktop.inspection.read_models import ServiceFinding
from wellled_desktop.ui.kit.flow import FlowLayout


class _Action(msgspec.Struct, frozen=True):
    name: str
    key: Qt.Key
    shown: str
    words: str


class ActionBar(QWidget):
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: frozenset[str] = frozenset()
        self._actions = (
            _Action("link", Qt.Key.Key_L, "L", self.tr("Link…")),
            _Action("other-way", Qt.Key.Key_X, "X", self.tr("Points the other way")),
            _Action("open", Qt.Key.Key_Return, "Enter", self.tr("Open its item")),
            _Action("retract", Qt.Key.Key_Delete, "Del", self.tr("Retract…")),
            _Action("restore", Qt.Key.Key_U, "U", self.tr("Restore…")),
        )
        self.buttons: dict[str, QPushButton] = {}
        row = FlowLayout(8, self)
        for action in self._actions:
            button = QPushButton(action.words)
            button.setToolTip(f"{action.words} ({action.shown})")
            button.clicked.connect(partial(self.wanted.emit, action.name))
            self.buttons[action.name] = button
            row.addWidget(button)

    def show_finding(self, finding: ServiceFinding | None) -> None:
        self._offered = _offered(finding)
        for name, button in self.buttons.items():
            button.setVisible(name in self._offered)
        turned = finding is not None and finding.points_other_way
        words = self.tr("No longer points the other way") if turned else self.tr("Points the other way")
        self.buttons["other-way"].setText(words)
        self.buttons["other-way"].setToolTip(f"{words} (X)")
        self.setVisible(finding is not None)

    def action_of(self, key: Qt.Key) -> str:
        """What the key does with the chosen finding; "" for nothing. Enter is the table's own."""
        named = (one.name for one in self._actions if one.key == key and one.name in self._offered - {"open"})
        return next(named, "")


def _offered(finding: ServiceFinding | None) -> frozenset[str]:
    if finding is None:
        return frozenset()
    opening = {"open"} if finding.node else set()
    if finding.retracted_at is not None:
        return frozenset({"restore", *opening})
    turning = {"other-way"} if finding.node else set()
    return frozenset({"link", "retract", *turning, *opening})
