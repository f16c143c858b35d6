"""Wrapped text in rows that are drawn by hand: laid out once for a width, kept while it is in view."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

_KEPT = 80
_LINE_SEPARATOR = "\u2028"


class RowText:
    """One text, wrapped; `height` in pixels."""

    def __init__(self, text: str, font: QFont, width: int) -> None:
        self.text = text
        self._layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.height = self._lay_out(width)

    def _lay_out(self, width: int) -> int:
        height = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
            line = self._layout.createLine()
        self._layout.endLayout()
        return round(height + 0.49)

    def draw(self, painter: QPainter, x: int, y: int, colour: QColor) -> None:
        painter.setPen(colour)
        clip = painter.clipBoundingRect()
        self._layout.draw(painter, QPointF(x, y), [], clip if clip.isValid() else QRectF())


class RowTexts:
    """The texts last drawn. Laying one out costs more than drawing it, so that scrolling and repainting ask here."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, str], RowText] = OrderedDict()

    def laid_out(self, key: str, text: str, font: QFont, width: int) -> RowText:
        """`key` names the row; a text that has changed is laid out anew."""
        place = (key, width, font.key())
        kept = self._kept.get(place)
        if kept is None or kept.text != text:
            kept = RowText(text, font, max(20, width))
            self._kept[place] = kept
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(place)
        return kept
