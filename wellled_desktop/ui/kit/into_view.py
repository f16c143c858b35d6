"""Scrolls a widget into view that has only just been shown, or has only just grown."""

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget


def bring_into_view(widget: QWidget) -> None:
    """Once it has its place in the column that scrolls; nothing where it stands in none."""
    area = _area_around(widget)
    if area is not None:
        QTimer.singleShot(0, widget, partial(area.ensureWidgetVisible, widget))


def bring_row_into_view(table: QAbstractItemView) -> None:
    """The current row of a table that stands in a column that scrolls, with the row before and after it, or the header."""
    area, index = _area_around(table), table.currentIndex()
    column = area.widget() if area is not None else None
    if area is None or column is None or not index.isValid():
        return
    row = table.visualRect(index)
    middle = table.viewport().mapTo(column, QPoint(0, row.center().y()))
    room = min(row.height() * 2, area.viewport().height() // 2)
    area.ensureVisible(area.horizontalScrollBar().value(), middle.y(), 0, room)


def _area_around(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
