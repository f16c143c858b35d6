"""The bar that says which way something points, wherever it is said: filled supports, hollow points the other way."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPen


def draw_way(painter: QPainter, room: QRect, *, hollow: bool) -> None:
    """As wide as the room, and two thirds as high, so that it stands beside a line of words."""
    palette = QGuiApplication.palette()
    thick = max(6, room.height() * 2 // 3)
    bar = QRect(room.left(), room.top() + (room.height() - thick) // 2, room.width(), thick)
    if hollow:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
    else:
        painter.fillRect(bar, palette.color(QPalette.ColorRole.Accent))
