"""Text on a page: titles, headings, quiet remarks, and paragraphs no wider than eighty characters."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

LabelKind = Literal["", "title", "heading", "subheading", "muted", "node-id", "warning"]
MOST_CHARACTERS = 80


def label(text: str, kind: LabelKind = "", parent: QWidget | None = None) -> QLabel:
    """A label in one of the theme's kinds. Its text is plain: nothing typed is ever taken for markup."""
    return _plain(QLabel(text, parent), kind)


def _plain(made: QLabel, kind: LabelKind) -> QLabel:
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("kind", kind)
    return made


class _Paragraph(QLabel):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._measured = ""
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """A column asks for the height at its own width, and never gives the label more than the label's.

        It asks some four times whenever anything near it changes, and Qt lays the words out anew each time.
        """
        text = self.text()
        if text != self._measured:
            self._measured, self._heights = text, {}
        width = min(width, self.maximumWidth())
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Of the font, say."""
        super().changeEvent(event)
        self._heights = {}


def paragraph(text: str, kind: LabelKind = "", parent: QWidget | None = None) -> QLabel:
    """A label that wraps and stays readable: at most eighty characters wide; its text can be selected with the mouse."""
    made = _plain(_Paragraph(text, parent), kind)
    made.setWordWrap(True)
    made.setMaximumWidth(made.fontMetrics().averageCharWidth() * MOST_CHARACTERS)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline between two parts of a page."""
    made = QFrame(parent)
    made.setProperty("kind", "rule")
    made.setFixedHeight(1)
    return made
