"""How a row of what was retracted looks in a table: struck through and muted, beside the word that says so."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette


def retracted_look(role: int) -> Any:
    if role == Qt.ItemDataRole.FontRole:
        font = QFont()  # nothing else is set, so that it is the table's font in its size
        font.setStrikeOut(True)
        return font
    if role == Qt.ItemDataRole.ForegroundRole:
        return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
    return None
