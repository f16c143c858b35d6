"""The keys of a document on show, and of citing, as the list of shortcuts (F1) has them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut


def document_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("C", _tr("Cite the chosen entry; in a document the chosen paragraph, or the words selected")),
        Shortcut(
            "PgDown", _tr("In a document: the next page; PgUp: the page before; Home and End: the first, the last")
        ),
        Shortcut("G", _tr("In a document: type the page to go to")),
        Shortcut("Down", _tr("In a document: the next paragraph; with Shift and the arrows words are selected")),
        Shortcut("+", _tr("In a document: larger; −: smaller; 0: as large as fits")),
        Shortcut("O", _tr("Open a read-only copy of a file in another program")),
        Shortcut("X", _tr("Export a copy of a file, a picture without the place where it was taken")),
        Shortcut("Esc", _tr("In a document: back to where you were")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("DocumentKeys", words)
