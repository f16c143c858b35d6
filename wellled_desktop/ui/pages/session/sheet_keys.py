"""The keys of the question sheet. They work wherever the focus is on the page, so that nobody leaves the composer."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.words import QuestionState
from wellled_desktop.ui.kit.sheet_drawing import DRAW_KEYS
from wellled_desktop.ui.page import Shortcut

NEXT_KEYS = "Alt+Down"
PREVIOUS_KEYS = "Alt+Up"
SEND_KEYS = "Ctrl+Return"
OWN_KEYS = "Alt+O"
STATE_KEYS: Mapping[QuestionState, str] = {"asked": "Alt+A", "answered": "Alt+W", "parked": "Alt+P", "dropped": "Alt+X"}


def sheet_shortcuts() -> tuple[Shortcut, ...]:
    """The lines of the list of shortcuts that are the sheet's."""
    return (
        Shortcut(NEXT_KEYS, _tr("Question sheet: the next question; Alt+Up for the one before")),
        Shortcut(SEND_KEYS, _tr("Send the question's tag to the next line, and mark it asked")),
        Shortcut(STATE_KEYS["asked"], _tr("The question is asked; once more: open again")),
        Shortcut(STATE_KEYS["answered"], _tr("The question is answered; once more: open again")),
        Shortcut(STATE_KEYS["parked"], _tr("Park the question for later; once more: open again")),
        Shortcut(STATE_KEYS["dropped"], _tr("Drop the question; on a dropped one: put it back")),
        Shortcut("Ctrl+Shift+Up", _tr("On the sheet: move the question up; Ctrl+Shift+Down moves it down")),
        Shortcut(OWN_KEYS, _tr("Add a question of your own; # and an id give it a tag")),
        Shortcut(DRAW_KEYS, _tr("Draw up the question sheet, or add what is new")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("SheetKeys", words)
