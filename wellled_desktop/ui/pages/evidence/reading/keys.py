"""The keys of the reading plan, as the list of shortcuts (F1) has them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut


def reading_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("P", _tr("On an entry: plan who reads which pages")),
        Shortcut("R", _tr("On pages of the reading plan: to read, reading, read; E changes them, Del withdraws them")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReadingKeys", words)
