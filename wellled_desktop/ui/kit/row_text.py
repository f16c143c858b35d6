"""Wrapped text in rows that are drawn by hand: laid out once for a width, kept while it is in view."""

import unicodedata
from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

_KEPT = 80
_LINE_SEPARATOR = "\u2028"
# A million letters without a space take half a minute: nobody reads them in a list.
_MOST_LAID_OUT = 4_000
_FROM_RIGHT = frozenset(("R", "AL"))


class RowText:
    """One text, wrapped; `height` in pixels. Each paragraph runs the way its own first letter does."""

    def __init__(self, text: str, font: QFont, width: int) -> None:
        self.text = text
        shown = text if len(text) <= _MOST_LAID_OUT else f"{text[:_MOST_LAID_OUT]}…"
        # One layout is quicker than one for each paragraph, and looks the same while all of them run from the left.
        paragraphs = shown.split("\n") if _runs_from_right(shown) else [shown.replace("\n", _LINE_SEPARATOR)]
        self._layouts = [_layout(paragraph, font) for paragraph in paragraphs]
        self.height = self._lay_out(width)

    def _lay_out(self, width: int) -> int:
        height = 0.0
        for layout in self._layouts:
            layout.beginLayout()
            line = layout.createLine()
            while line.isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, height))
                height += line.height()
                line = layout.createLine()
            layout.endLayout()
        return round(height + 0.49)

    def draw(self, painter: QPainter, x: int, y: int, colour: QColor) -> None:
        painter.setPen(colour)
        clip = painter.clipBoundingRect()
        for layout in self._layouts:
            layout.draw(painter, QPointF(x, y), [], clip if clip.isValid() else QRectF())


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _begins_from_right(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return layout


def _runs_from_right(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in text)


def _begins_from_right(text: str) -> bool:
    """What the first letter that runs either way says."""
    if text.isascii():
        return False
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way == "L" or way in _FROM_RIGHT), "L") != "L"


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
