"""Before a report takes the place of a file that is there: asked, never guessed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def is_there(file: Path) -> bool:
    """Also False where nobody may look: writing there will say so."""
    try:
        return file.is_file()
    except OSError:
        return False


def ask_to_replace(over: QWidget, file: Path, replace: Callable[[], None], keep: Callable[[], None]) -> None:
    question = QMessageBox(over)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.setIcon(QMessageBox.Icon.Question)
    question.setWindowTitle(_tr("Replace the file?"))
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setText(
        _tr("There is a file %1 already. The report would take its place; what is in it now would be gone.").replace(
            "%1", str(file)
        )
    )
    replacing = question.addButton(_tr("&Replace"), QMessageBox.ButtonRole.AcceptRole)
    keeping = question.addButton(QMessageBox.StandardButton.Cancel)
    question.setDefaultButton(keeping)
    replacing.clicked.connect(replace)
    keeping.clicked.connect(keep)
    question.open()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Replacing", words)
