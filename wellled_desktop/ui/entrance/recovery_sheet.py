"""The recovery key on paper or in a text file: what stands on it, and sending it to a printer."""

import datetime as dt
from contextlib import suppress
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

_GROUPS_A_LINE = 3


def sheet_text(recovery_key: str) -> str:
    """The key with what it is for, as plain text."""
    return "\n".join((_tr("WellLed Desktop: recovery key"), _made(), "", recovery_key, "", _advice(), ""))


def print_sheet(recovery_key: str, parent: QWidget) -> str:
    """Asks which printer, and prints; says in a sentence what was done, "" when nothing was."""
    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Recovery key")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return ""
    document = QTextDocument()
    document.setHtml(_sheet_html(recovery_key))
    document.setPageSize(printer.pageRect(QPrinter.Unit.Point).size())  # else a page number is printed at the foot
    document.print_(printer)
    return told_of(printer.outputFileName())


def told_of(file: str) -> str:
    """What is said once the sheet is printed: a machine without a printer prints to a file, which must not stay on it."""
    if not file:
        return _tr("Sent to the printer.")
    with suppress(OSError):
        Path(file).chmod(0o600)
    return _tr("Printed to the file %1. Move it off this laptop.").replace("%1", file)


def _sheet_html(recovery_key: str) -> str:
    return (
        f"<h1>{escape(_tr('WellLed Desktop: recovery key'))}</h1><p>{escape(_made())}</p>"
        f'<p style="font-family: monospace; font-size: 18pt; font-weight: 600">{"<br>".join(key_lines(recovery_key))}</p>'
        f"<p>{escape(_advice())}</p>"
    )


def key_lines(recovery_key: str) -> list[str]:
    """The key on lines of three groups, so that no group is broken over two; the hyphens at their ends belong to it."""
    groups = recovery_key.split("-")
    lines = ["-".join(groups[start : start + _GROUPS_A_LINE]) for start in range(0, len(groups), _GROUPS_A_LINE)]
    return [f"{escape(line)}-" for line in lines[:-1]] + [escape(lines[-1])]


def _made() -> str:
    return _tr("Made on %1.").replace("%1", f"{dt.date.today():%Y-%m-%d}")  # noqa: DTZ011  # the wall calendar is meant


def _advice() -> str:
    return _tr(
        "It opens the vault on this laptop when the passphrase is forgotten, for anybody who has it. "
        "Keep it where you keep such things, away from the laptop."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecoverySheet", text)
