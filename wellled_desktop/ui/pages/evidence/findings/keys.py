"""The keys of the tab of service-level findings as the list of shortcuts (F1) names them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut

FILE_KEYS = "Ctrl+O"
ADD_KEYS = "Ctrl+R"


def findings_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut(FILE_KEYS, _tr("Findings: take them over from a file")),
        Shortcut(ADD_KEYS, _tr("Findings: type one in")),
        Shortcut("L", _tr("Findings: link to a prompt or key evidence")),
        Shortcut("X", _tr("Findings: points the other way, or no longer")),
        Shortcut("Return", _tr("Findings: open what it is linked to on its page")),
        Shortcut("Del", _tr("Findings: retract, with a reason")),
        Shortcut("U", _tr("Findings: restore, with a reason")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Findings", words)
