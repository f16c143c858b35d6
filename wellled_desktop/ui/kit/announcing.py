"""Saying something to screen readers at once."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, said: str) -> None:
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))
