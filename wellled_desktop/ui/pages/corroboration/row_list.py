"""A list in large type, to be read from across the table; letters and the keys to the sides are the page's."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QGuiApplication, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wellled_desktop.ui.kit.measured_list import MeasuredList
from wellled_desktop.ui.kit.row_text import RowText, RowTexts
from wellled_desktop.ui.pages.corroboration.rows import Row, RowModel

Index = QModelIndex | QPersistentModelIndex
PAD = 10
_BAR = 5
_ESTIMATE = 120
_OWN_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class RowDelegate(QStyledItemDelegate):
    def __init__(self, model: RowModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = RowTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row = self._model.row_at(index.row())
        parts = [] if row is None else [text.height for text, _ in self._parts(row, option)]
        return QSize(option.rect.width(), sum(parts) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        palette, rect = QGuiApplication.palette(), option.rect
        if row.words and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
            painter.fillRect(
                QRect(rect.left(), rect.top(), _BAR, rect.height()), palette.color(QPalette.ColorRole.Accent)
            )
        top = rect.top() + PAD
        for text, colour in self._parts(row, option):
            text.draw(painter, rect.left() + PAD + _BAR, top, palette.color(colour))
            top += text.height
        hairline = palette.color(QPalette.ColorRole.Mid)
        painter.fillRect(rect.left() + PAD, rect.bottom(), rect.width() - 2 * PAD, 1, hairline)

    def _parts(self, row: Row, option: QStyleOptionViewItem) -> list[tuple[RowText, QPalette.ColorRole]]:
        """The texts from the top downwards, each with its colour."""
        text, muted = QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText
        width = max(80, option.rect.width() - 2 * PAD - _BAR)
        bold, small = _bold(option.font), _small(option.font)
        parts = (
            ("head", row.head, small if row.small else bold, muted if row.small or row.quiet else text),
            ("words", row.words, option.font, muted if row.quiet else text),
            ("foot", row.foot, bold if row.quiet else small, text if row.quiet else muted),
        )
        return [
            (self._texts.laid_out(f"{name} {row.key}", words, font, width), colour)
            for name, words, font, colour in parts
            if words
        ]


class RowList(MeasuredList):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_ESTIMATE, parent)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self.rows, self))
        self.setAccessibleName(name)

    def choose(self, row: int) -> None:
        """Also while Ctrl is held, when it would else be toggled."""
        index = self.rows.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def shows_end(self) -> bool:
        """Never for its own sake: leaving the whole screen, where all of it fits, is not a wish to see the end."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.mark_first()

    def mark_first(self) -> None:
        """Where nothing is marked: Qt makes a row the current one by itself, the last, and does not mark it."""
        if not self.selectedIndexes() and (first := self._choosable(0, 1)) >= 0:
            self.choose(first)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().averageCharWidth() * 18, self.fontMetrics().height() * 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _OWN_KEYS and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.8)
    return small
