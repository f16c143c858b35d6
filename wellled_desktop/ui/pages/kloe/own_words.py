"""How the KLOE page asks for the team's own questions and evidence items: the quiet button, the keys, the menu's entries."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wellled_desktop.inspection.words import LocalKind
from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.kloe.items import NodeItem

Wanted = Literal["add-prompt", "add-evidence", "amend", "retract", "restore"]
ADDING: dict[str, LocalKind] = {"add-prompt": "prompt", "add-evidence": "evidence"}


class AddOwn(QWidget):
    """The quiet button at the end of the prompts and of the key evidence."""

    def __init__(self, kind: LocalKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _tr("Add a question of our own") if kind == "prompt" else _tr("Add an evidence item of our own")
        self.button = QPushButton(words)
        self.button.setProperty("kind", "link")
        self.button.setAccessibleName(words)
        self.button.setToolTip(_tr("It stands here from then on, marked as local (N)"))
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 4, 0, 0)
        line.addWidget(self.button)
        line.addStretch(1)


def wanted_by(key: Qt.Key, item: NodeItem) -> Wanted | None:
    """What a key asks for while this row is selected."""
    if key == Qt.Key.Key_N:
        return "add-evidence" if item.kind == "evidence" else "add-prompt"
    if not item.local:
        return None
    if key == Qt.Key.Key_Delete:
        return "restore" if item.retracted else "retract"
    return "amend" if key == Qt.Key.Key_F2 else None


def own_actions(parent: QObject, item: NodeItem) -> list[QAction]:
    """What can be done with a node of the team's own; nothing with one of the framework's. `data()` is what is wanted."""
    if not item.local:
        return []
    last: tuple[Wanted, str] = ("restore", _tr("Restore…")) if item.retracted else ("retract", _tr("Retract…"))
    first: tuple[Wanted, str] = ("amend", _tr("Change the words…"))
    actions = []
    for (wanted, words), key in ((first, "F2"), (last, "Del")):
        action = QAction(f"{words}\t{key}", parent)
        action.setData(wanted)
        actions.append(action)
    return actions


def own_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("N", _tr("Add a question or an evidence item of the team's own")),
        Shortcut("F2", _tr("Change the words of one of the team's own")),
        Shortcut("Del", _tr("Retract one of the team's own with a reason, or restore it")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("KloePage", text)
