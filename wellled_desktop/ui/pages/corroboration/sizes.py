"""How large the meeting's type is: to be read from three metres on a turned laptop, and further on a projector."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy

from wellled_desktop.ui.kit.labels import paragraph

IN_WINDOW = 1.5
WHOLE_SCREEN = 2.0
_ANY_WIDTH = 16_777_215


def enlarged(font: QFont, points: float, *, bold: bool = False) -> QFont:
    large = QFont(font)
    large.setPointSizeF(points)
    large.setBold(bold)
    return large


def wide_paragraph() -> QLabel:
    """Wrapped as wide as there is room: in large type eighty characters are wider than the screen. Nothing to select."""
    made = paragraph("")
    made.setMaximumWidth(_ANY_WIDTH)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made
