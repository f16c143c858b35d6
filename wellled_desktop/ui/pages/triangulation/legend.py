"""What the bars of the matrix mean, drawn as they are drawn there, each with its words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

_BAR, _GAP = 20, 8


class Legend(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ((False, self.tr("supports")), (True, self.tr("points the other way")))
        self.setAccessibleName(
            self.tr("A filled bar supports, a hollow bar points the other way; its length says how many")
        )
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        width = sum(_BAR + 3 * _GAP + metrics.horizontalAdvance(words) for _, words in self._words)
        return QSize(width, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        metrics, left, thick = self.fontMetrics(), 0, max(6, self.fontMetrics().height() * 2 // 3)
        for hollow, words in self._words:
            bar = QRect(left, (self.height() - thick) // 2, _BAR, thick)
            if hollow:
                painter.setPen(self.palette().color(QPalette.ColorRole.Text))
                painter.drawRect(bar.adjusted(0, 0, -1, -1))
            else:
                painter.fillRect(bar, self.palette().color(QPalette.ColorRole.Accent))
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            place = QRect(left + _BAR + _GAP, 0, metrics.horizontalAdvance(words) + _GAP, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            left = place.right() + _GAP
        painter.end()
