"""What the Help menu tells: where the data is and how to get it out, and what this program is and is not."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from wellled_desktop.ui.kit.labels import label, paragraph


class TextDialog(QDialog):
    """A title and some paragraphs to read."""

    def __init__(self, title: str, paragraphs: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(title, "title"))
        for text in paragraphs:
            shown = paragraph(text)
            shown.setMinimumWidth(440)
            column.addWidget(shown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def about_dialog(parent: QWidget) -> TextDialog:
    """What the program is, and its honest limits."""
    return TextDialog(
        _tr("WellLed Desktop %1").replace("%1", _version()),
        (
            _tr("For inspectors who assess how well led an NHS trust is: on their own laptop, with no network."),
            _tr(
                "What it does not do: it keeps no second copy of your record, so make backups of the library's folder; it "
                "shares nothing with colleagues by itself; and nobody can open the vault without its passphrase or its "
                "recovery key."
            ),
            _tr(
                "While it is unlocked, whoever has the laptop can read it; it locks itself after ten minutes without a key "
                "or the mouse. Coverage is advice: nothing here says that an inspection is complete."
            ),
            _tr("The framework's texts are the published ones. The example inspection is invented. Licence: MIT."),
        ),
        parent,
    )


def data_dialog(library_folder: Path, inspection: str, warning: str | None, parent: QWidget) -> TextDialog:
    """Where the library is, what is in it, and how to get `inspection` out; `warning` where the place is not safe."""
    told = (
        _tr("Everything is in the folder %1").replace("%1", str(library_folder)),
        _tr(
            "It holds the vault (vault-a.wl and vault-b.wl, two copies) and a folder for each inspection; all are encrypted, "
            "and only your passphrase or your recovery key opens them. To back up, close the program and copy the whole folder."
        ),
        _tr(
            "To get the record out: Reports makes a PDF of any day, and “wellled line list %1 --json” and its neighbours "
            "(“wellled --help” names them) print everything for other programs."
        ).replace("%1", inspection),
    )
    return TextDialog(_tr("Where my data is"), (*told, *((warning,) if warning else ())), parent)


def _version() -> str:
    try:
        return version("wellled-desktop")
    except PackageNotFoundError:
        return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
