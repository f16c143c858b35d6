"""The keys of the Requests page as the list of shortcuts (F1) names them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.requests import changing, new_request, response_row


def requests_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut(new_request.KEYS, _tr("Make a request: to its line")),
        Shortcut("Esc", _tr("From that line to the requests; what is typed stays")),
        Shortcut(
            changing.LETTER,
            _tr("Change a request: what is asked for, of whom, for which item of the framework, or the day"),
        ),
        Shortcut("R", _tr("Received")),
        Shortcut("T", _tr("Received in part")),
        Shortcut("G", _tr("Received, and its key evidence gathered")),
        Shortcut("W", _tr("Withdrawn")),
        Shortcut("O", _tr("Open again")),
        Shortcut("N", _tr("Key evidence without a number: give it one")),
        Shortcut("H", _tr("Key evidence without a number: the trust does not hold it")),
        Shortcut("P", _tr("Key evidence without a number: not pursued")),
        Shortcut("Backspace", _tr("Key evidence without a number: no longer asked")),
        Shortcut("Return", _tr("Open the line it was made for, or the item on its page")),
        Shortcut("I", _tr("Open the item on its page")),
        Shortcut("E", _tr("Open the evidence entry that answered it")),
        Shortcut(response_row.RECORD, _tr("Record how long answers took as evidence")),
        Shortcut(response_row.LIAISON, _tr("Save the list for the trust's liaison: PDF or CSV")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Requests", words)
