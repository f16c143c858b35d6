"""The names of the sources above their narrow columns, written upwards, in full; those of two words on two lines."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from wellled_desktop.ui.pages.triangulation.matrix_model import PROMPT

_PAD = 8


class MatrixHeader(QHeaderView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(self._bold())
        words = (word for column in range(1, self.count()) for word in self._name(column).split())
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(super().sizeHint().width(), widest + 2 * _PAD)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:  # noqa: N802
        painter.save()
        painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Window))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.palette().color(QPalette.ColorRole.Mid))
        painter.setFont(self._bold())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        if column == PROMPT:
            place = rect.adjusted(_PAD, 0, -_PAD, -_PAD // 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._name(column))
        else:
            painter.translate(QPoint(rect.left(), rect.bottom()))
            painter.rotate(-90)
            upwards = QRect(_PAD, 0, rect.height() - _PAD, rect.width())
            lines = self._name(column).replace(" ", "\n")
            painter.drawText(upwards, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, lines)
        painter.restore()

    def _name(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
