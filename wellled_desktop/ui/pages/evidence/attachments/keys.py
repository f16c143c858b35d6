"""The keys of attachments, as the list of shortcuts (F1) has them."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.page import Shortcut


def attachment_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut("A", _tr("On an entry: to its attachments")),
        Shortcut("Ctrl+Shift+A", _tr("Attach files to the chosen entry")),
        Shortcut("Ctrl+Shift+F", _tr("Attach all files of a folder to the chosen entry")),
        Shortcut("Ctrl+V", _tr("Attach the files, or the picture, that were copied")),
        Shortcut("Return", _tr("On an attachment: show it; Del retracts it, or puts it back")),
        Shortcut(
            "N",
            _tr("On an entry or an attachment: note why a file was necessary, if a patient may be recognised in it"),
        ),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("AttachmentKeys", words)
