"""The states of a key-evidence item with their keys, for the checklist, its menu, its buttons and the list of shortcuts."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction

from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.words import in_words

LETTERS: dict[EvidenceState, str] = {
    "gathered": "G",
    "requested": "R",
    "not-held": "H",
    "not-applicable": "A",
    "not-pursued": "P",
    "none": "Backspace",
}
KEYS: dict[Qt.Key, EvidenceState] = {
    Qt.Key.Key_G: "gathered",
    Qt.Key.Key_R: "requested",
    Qt.Key.Key_H: "not-held",
    Qt.Key.Key_A: "not-applicable",
    Qt.Key.Key_P: "not-pursued",
    Qt.Key.Key_Backspace: "none",
    Qt.Key.Key_Delete: "none",
}


def state_title(state: EvidenceState) -> str:
    """Gathered, Requested, …; No state."""
    if state == "none":
        return QCoreApplication.translate("KloePage", "No state")
    return in_words(state).capitalize()


def state_actions(parent: QObject, present: EvidenceState) -> list[QAction]:
    """One action a state, with its key beside it and the present one checked; `data()` is the state."""
    actions = []
    for state, letter in LETTERS.items():
        action = QAction(f"{state_title(state)}\t{letter}", parent)
        action.setData(state)
        action.setCheckable(True)
        action.setChecked(state == present)
        actions.append(action)
    return actions
