"""Words in a row that is drawn by hand, with what was looked for in bold; as many lines of them as there may be."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

Marked = tuple[tuple[int, int], ...]
_ELLIPSIS = "…"


class MarkedText:
    """Laid out for a width; `height` in pixels. What would be on further lines is left out, and a “…” says so."""

    def __init__(self, text: str, marked: Marked, font: QFont, width: int, most_lines: int) -> None:
        self._layout = _layout(text, marked, font)
        self.height, end = self._lay_out(width, most_lines)
        for shorter in range(1, len(_ELLIPSIS) + 3):
            if end >= len(self._layout.text()):
                break
            self._layout = _layout(text[: max(0, end - shorter)].rstrip() + _ELLIPSIS, marked, font)
            self.height, end = self._lay_out(width, most_lines)

    def draw(self, painter: QPainter, x: int, y: int, colour: QColor) -> None:
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))

    def _lay_out(self, width: int, most_lines: int) -> tuple[int, int]:
        """The height, and where in the text the last line ends."""
        layout, height, end = self._layout, 0.0, 0
        layout.beginLayout()
        for _ in range(most_lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return round(height + 0.49), end


def _layout(text: str, marked: Marked, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_bold(start, min(end, len(text))) for start, end in marked if start < len(text)])
    return layout


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    made.start, made.length, made.format = start, end - start, form
    return made
