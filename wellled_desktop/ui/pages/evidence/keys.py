"""The keys of the log and the checklist, as the list of shortcuts (F1) has them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.kit.offer_bar import KEYS
from wellled_desktop.ui.page import Shortcut


def log_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("Ctrl+Shift+E", _tr("Record an evidence entry")),
        Shortcut("Ctrl+F", _tr("Filter the log by words or by id")),
        Shortcut("Return", _tr("On an entry: to its links; on the checklist: open the item on its page")),
        Shortcut("F2", _tr("Change the chosen entry (E does too)")),
        Shortcut("Del", _tr("Retract the chosen entry, or put it back, with a reason")),
        Shortcut("S", _tr("Sort the log by the next column; Shift+S: the other way round")),
        Shortcut("Alt+R", _tr("Show the entries that were retracted as well")),
        Shortcut("Alt+M", _tr("In the form: more to fill in")),
        Shortcut("Ctrl+Return", _tr("In the form: record the entry, or keep the changes")),
        Shortcut("Space", _tr("On the checklist: tick as gathered; G, R, H, A, P and Backspace: the other states")),
        Shortcut(KEYS, _tr("Take what is offered: the tick, the entry, or that a request is received")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("EvidenceKeys", words)
