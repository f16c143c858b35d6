"""How wide words are in a font: asked once, and kept. Lists ask for the same few words row after row as one scrolls."""

from PySide6.QtGui import QFont, QFontMetrics

_KEPT = 2_000


class TextWidths:
    """The widths of one font at a time; `metrics` are that font's."""

    def __init__(self) -> None:
        self._font = ""
        self._widths: dict[str, int] = {}
        self.metrics = QFontMetrics(QFont())

    def use(self, font: QFont) -> str:
        """From now on widths are in this font; returns its key. With another than before nothing is kept."""
        key = font.key()
        if key != self._font:
            self._font, self.metrics = key, QFontMetrics(font)
            self._widths.clear()
        return key

    def width(self, words: str) -> int:
        """In pixels."""
        known = self._widths.get(words)
        if known is None:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            known = self._widths[words] = self.metrics.horizontalAdvance(words)
        return known
