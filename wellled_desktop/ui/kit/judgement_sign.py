"""The shape of a judgement, beside its word: a triangle up for a strength, one down for a concern, a rhombus for balanced.

Strength is filled and the others are hollow, so that they read in grey.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from wellled_desktop.inspection.words import Judgement

_POINTS: dict[Judgement, tuple[tuple[float, float], ...]] = {
    "strength": ((0.5, 0.0), (1.0, 0.9), (0.0, 0.9)),
    "concern": ((0.0, 0.1), (1.0, 0.1), (0.5, 1.0)),
    "balanced": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
}


def draw_judgement(painter: QPainter, room: QRect, judgement: Judgement, colour: QColor) -> None:
    """In the middle of the room, as high as small letters are."""
    side = room.height() * 0.5
    place = QRectF(0, 0, side, side)
    place.moveCenter(QRectF(room).center())
    corners = [QPointF(place.x() + x * side, place.y() + y * side) for x, y in _POINTS[judgement]]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(colour if judgement == "strength" else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
