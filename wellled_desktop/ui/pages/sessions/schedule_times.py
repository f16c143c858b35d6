"""The two edges of the schedule: the hours down the left, each right under its line, and the team along the top."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from wellled_desktop.ui.pages.sessions.schedule_day import QUARTER, row_words

_AIR = 8
_PAD = 6


class TimeHeader(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Known without asking each of the 96 rows what it says, which Qt does at every change of style."""
        return QSize(self.fontMetrics().horizontalAdvance("00:00") + 20, 0)

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:  # noqa: N802
        role = QPalette.ColorRole
        painter.fillRect(rect, self.palette().color(role.Window))
        if row * QUARTER % 60:
            return
        painter.setPen(self.palette().color(role.Mid))
        painter.drawLine(rect.right() - _AIR, rect.top(), rect.right(), rect.top())
        painter.setPen(self.palette().color(role.PlaceholderText))
        room = rect.adjusted(0, 0, -_AIR, 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, row_words(row))


class TeamHeader(QHeaderView):
    """A name on two lines, each cut for itself: the first names tell a team apart, whatever the width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 2 * self.fontMetrics().lineSpacing() + 10)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:  # noqa: N802
        role = QPalette.ColorRole
        painter.fillRect(rect, self.palette().color(role.Window))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self.palette().color(role.PlaceholderText))
        first, _, rest = str(self.model().headerData(column, Qt.Orientation.Horizontal)).partition(" ")
        room = rect.adjusted(_PAD, 4, -2, -4)
        for at, words in enumerate((first, rest)):
            line = QRect(room.left(), room.top() + at * metrics.lineSpacing(), room.width(), metrics.lineSpacing())
            painter.drawText(line, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
        painter.setPen(self.palette().color(role.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
