"""What stands where something is hidden: plain bars, the same whatever is behind them."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

_BAR = 12
_BETWEEN = 12
_MARGIN = 12
_SHORTER = (1.0, 0.86, 0.93, 0.55)


class Blocks(QWidget):
    """Takes the place of a widget: its size, and nothing of what it shows."""

    def __init__(self, instead_of: QWidget) -> None:
        super().__init__()
        self.setMinimumWidth(instead_of.minimumWidth())
        self.setMinimumHeight(min(instead_of.height(), _BAR + _BETWEEN))
        self.setSizePolicy(instead_of.sizePolicy())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Hidden"))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        palette = QGuiApplication.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        room = self.width() - 2 * _MARGIN
        tops = range(_MARGIN, self.height() - _BAR, _BAR + _BETWEEN)
        for number, top in enumerate(tops or (max(0, (self.height() - _BAR) // 2),)):
            bar = QRect(_MARGIN, top, round(room * _SHORTER[number % len(_SHORTER)]), _BAR)
            painter.fillRect(bar, palette.color(QPalette.ColorRole.Mid))
        painter.end()
