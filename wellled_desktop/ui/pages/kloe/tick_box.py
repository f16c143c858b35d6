"""A real check box for key evidence, drawn so that it is plain to see in both themes: Fusion's has no outline in the dark.

Signals of TickBox: `focused()` when it gets the focus.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

SIDE = 15.0


class TickBox(QCheckBox):
    """Ticks with Space; every other key is the column's. The row around it shows the focus."""

    focused = Signal()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(24, 20)

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        palette = QGuiApplication.palette()
        accent = palette.color(QPalette.ColorRole.Accent)
        frame = QRectF(0.5, (self.height() - SIDE) / 2, SIDE, SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = self.isChecked()
        edge = accent if ticked or self.underMouse() else palette.color(QPalette.ColorRole.Dark)
        painter.setPen(QPen(edge, 1.2))
        painter.setBrush(accent if ticked else palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, 3, 3)
        if ticked:
            painter.setPen(
                QPen(palette.color(QPalette.ColorRole.Base), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            corner = frame.topLeft()
            tick = [corner + point for point in (QPointF(3.5, 8), QPointF(6.5, 11), QPointF(11.5, 4.5))]
            painter.drawPolyline(tick)
        painter.end()
