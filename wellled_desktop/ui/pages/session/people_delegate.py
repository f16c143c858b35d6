"""How somebody in the room is drawn: the key that makes them the speaker, and beside it the role and label, in two lines where
they need them.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
FRAMED_ROLE = Qt.ItemDataRole.UserRole + 2
_PAD = 6
_ROW_PAD = 2
_MOST_KEPT = 500
_AT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class PeopleDelegate(QStyledItemDelegate):
    def __init__(self, people: QListView) -> None:
        super().__init__(people)
        self._people = people
        # The list asks for every row's height again and again while it is laid out, some sixty times for ten people.
        self._broken: dict[tuple[str, int, str], str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        lines = self._words(option, index).count("\n") + 1
        return QSize(2 * self._left(option), lines * option.fontMetrics.lineSpacing() + 2 * _ROW_PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        if index.data(FRAMED_ROLE):
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.setFont(option.font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        key = rect.adjusted(_PAD, _ROW_PAD, 0, -_ROW_PAD)
        painter.drawText(key, _AT_TOP, index.data(KEY_ROLE))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(key.adjusted(self._left(option) - _PAD, 0, 0, 0), _AT_TOP, self._words(option, index))

    def _words(self, option: QStyleOptionViewItem, index: Index) -> str:
        width = self._people.viewport().width() - self._left(option) - _PAD
        words, font = str(index.data()), option.font.key()
        broken = self._broken.get((words, width, font))
        if broken is None:
            if len(self._broken) >= _MOST_KEPT:
                self._broken.clear()
            broken = self._broken[words, width, font] = in_two_lines(words, option.fontMetrics, width)
        return broken

    @staticmethod
    def _left(option: QStyleOptionViewItem) -> int:
        return _PAD + option.fontMetrics.horizontalAdvance("N  ")


def in_two_lines(words: str, metrics: QFontMetrics, width: int) -> str:
    """Broken between words where one line is too short for them; what does not fit in the second is cut."""
    first: list[str] = []
    rest = words.split(" ")
    while rest and metrics.horizontalAdvance(" ".join((*first, rest[0]))) <= width:
        first.append(rest.pop(0))
    second = metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)
    return "\n".join(part for part in (" ".join(first), second) if part)
