"""The keys of Tidy up, as the list of shortcuts (F1) names them while it is open."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut


def tidy_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("1", _tr("Tag the line with the node of that number, and go on: 1, 2, 3 and so on")),
        Shortcut("#", _tr("Tag: an id or words of the framework, then Enter")),
        Shortcut("Space", _tr("Skip the line")),
        Shortcut("Backspace", _tr("Back to the line before")),
        Shortcut("C", _tr("Mark: claim (also F7)")),
        Shortcut("N", _tr("Mark: concern (also F8)")),
        Shortcut("S", _tr("Mark: strength (also F9)")),
        Shortcut("Return", _tr("At the end: walk those that were skipped")),
        Shortcut("Esc", _tr("Leave, back to the composer")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("TidyUp", words)
