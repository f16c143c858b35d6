"""The keys of the Worries page as the list of shortcuts (F1) names them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.worries.register_pane import FILE_KEYS


def worries_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("Ctrl+R", _tr("Note a worry: to its line")),
        Shortcut("T", _tr("Take over the worries that stand in the forms of sessions")),
        Shortcut("Return", _tr("On a worry: search the register; on an entry: compare with it")),
        Shortcut("M", _tr("The register has it: matched")),
        Shortcut("L", _tr("The register has it, rated lower")),
        Shortcut("X", _tr("The register does not have it: missing")),
        Shortcut("N", _tr("Not compared")),
        Shortcut("S", _tr("Open the session in which it was said")),
        Shortcut("Del", _tr("Retract the worry, with a reason")),
        Shortcut("Ctrl+F", _tr("Search the risk register")),
        Shortcut(FILE_KEYS, _tr("Take the risk register over from a file")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Worries", words)
