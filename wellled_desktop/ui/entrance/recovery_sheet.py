"""The recovery key on paper or in a text file: what stands on it, and sending it to a printer."""

import datetime as dt
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def sheet_text(recovery_key: str) -> str:
    """The key with what it is for, as plain text."""
    return "\n".join((_tr("WellLed Desktop: recovery key"), _made(), "", recovery_key, "", _advice(), ""))


def print_sheet(recovery_key: str, parent: QWidget) -> bool:
    """Asks which printer, and prints; whether it was printed."""
    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Recovery key")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    document = QTextDocument()
    document.setHtml(_sheet_html(recovery_key))
    document.print_(printer)
    return True


def _sheet_html(recovery_key: str) -> str:
    return (
        f"<h1>{escape(_tr('WellLed Desktop: recovery key'))}</h1><p>{escape(_made())}</p>"
        f'<p style="font-family: monospace; font-size: 18pt; font-weight: 600">{escape(recovery_key)}</p>'
        f"<p>{escape(_advice())}</p>"
    )


def _made() -> str:
    return _tr("Made on %1.").replace("%1", f"{dt.date.today():%Y-%m-%d}")  # noqa: DTZ011  # the wall calendar is meant


def _advice() -> str:
    return _tr(
        "It opens the vault on this laptop when the passphrase is forgotten, for anybody who has it. "
        "Keep it where you keep such things, away from the laptop."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecoverySheet", text)
