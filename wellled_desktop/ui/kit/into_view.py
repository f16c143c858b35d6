"""Scrolls a widget into view that has only just been shown, or has only just grown."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_view(widget: QWidget) -> None:
    """Once it has its place in the column that scrolls; nothing where it stands in none."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        QTimer.singleShot(0, widget, partial(area.ensureWidgetVisible, widget))
