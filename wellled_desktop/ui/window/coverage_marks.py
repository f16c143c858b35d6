"""What there is to look at in a KLOE, at a glance: a shape for each kind, each in its own place, drawn in the ink of quiet text.

Two arrows that meet: contradicted. One bar: rests on one source. A question mark: a claim without proof. A ring: nothing yet.
Shape alone tells them apart, so that they read in grey; what they mean stands in words in the row's tooltip.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from wellled_desktop.inspection.triangulation.coverage import Kind, KloeCoverage

_GAP = 4
_POINTS_TOLD = 8


def marks_width(height: int, places: Sequence[Kind]) -> int:
    """Pixels for marks in these places, beside text of this height."""
    return len(places) * (_size(height) + _GAP)


def marks_from(height: int, places: Sequence[Kind], kinds: Collection[Kind]) -> int:
    """So many pixels before the end of the places the first of the marks stands."""
    first = next((at for at, kind in enumerate(places) if kind in kinds), len(places))
    return marks_width(height, places[first:])


def paint_marks(painter: QPainter, area: QRectF, height: int, places: Sequence[Kind], kinds: Collection[Kind]) -> None:
    """Each in its place, in the ink of the painter's pen, from the left of the area, in the middle of its height."""
    size = _size(height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at, kind in enumerate(places):
        if kind in kinds:
            left = area.left() + at * (size + _GAP)
            _PAINTERS[kind](painter, QRectF(left, area.center().y() - size / 2, size, size))
    painter.restore()


def coverage_in_words(found: KloeCoverage) -> tuple[str, ...]:
    """A sentence for each thing to look at, the most telling first; of many, how many more."""
    told = [f"{point.words}." for point in found.points[:_POINTS_TOLD]]
    more = len(found.points) - len(told)
    if more:
        words = QCoreApplication.translate("CoverageMarks", "And %1 more, in Triangulation (Ctrl+8).")
        told.append(words.replace("%1", f"{more:,}"))
    return tuple(told)


def _size(height: int) -> int:
    return max(8, round(height * 0.6))


def _contradicted(painter: QPainter, box: QRectF) -> None:
    middle, meet = box.center().y(), box.center().x()
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for outer, inner in ((box.left(), meet - 0.5), (box.right(), meet + 0.5)):
        corners = (QPointF(outer, box.top() + 1), QPointF(outer, box.bottom() - 1), QPointF(inner, middle))
        painter.drawPolygon(QPolygonF(corners))
    painter.setPen(painter.brush().color())


def _one_source(painter: QPainter, box: QRectF) -> None:
    bar = QRectF(box.center().x() - box.width() / 6, box.top(), box.width() / 3, box.height())
    painter.fillRect(bar, painter.pen().color())


def _claim(painter: QPainter, box: QRectF) -> None:
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box.adjusted(-_GAP, -_GAP, _GAP, _GAP), Qt.AlignmentFlag.AlignCenter, "?")


def _nothing(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(painter.pen().color(), 1.2))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


_PAINTERS = {
    "contradicted": _contradicted,
    "one source only": _one_source,
    "claim without proof": _claim,
    "nothing yet": _nothing,
}
