"""How advice and what is behind a cell are drawn: small words above, the words themselves wrapped, small words below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.kit.row_text import RowText, RowTexts
from wellled_desktop.ui.pages.triangulation.behind_model import BehindModel, Heading, More, Record, key_of, words_of

Index = QModelIndex | QPersistentModelIndex
PAD = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BehindDelegate(QStyledItemDelegate):
    def __init__(self, model: BehindModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = RowTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row, line, width = self._model.row_at(index.row()), option.fontMetrics.height(), option.rect.width()
        if isinstance(row, Heading):
            return QSize(width, self._heading(row, option).height + (PAD if row.quiet else 2 * PAD))
        if row is None or isinstance(row, More):
            return QSize(width, line + 2 * PAD)
        lines = 1 if isinstance(row, Advice) else 2
        return QSize(width, lines * line + self._words(row, option).height + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        row = self._model.row_at(index.row())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        painter.setFont(option.font)
        if isinstance(row, Heading):
            colour = QPalette.ColorRole.PlaceholderText if row.quiet else QPalette.ColorRole.Text
            top = rect.top() + (0 if row.quiet else PAD)
            self._heading(row, option).draw(painter, rect.left() + PAD + 4, top, palette.color(colour))
        elif isinstance(row, More):
            painter.setPen(palette.color(QPalette.ColorRole.Link))
            painter.drawText(rect.adjusted(PAD + 4, 0, -PAD, 0), _LEFT, row.words)
        elif row is not None:
            self._paint_record(painter, option, row)

    def _paint_record(self, painter: QPainter, option: QStyleOptionViewItem, row: Record) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        text, muted = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        metrics, height = option.fontMetrics, option.fontMetrics.height()
        inner = rect.adjusted(PAD + 4, PAD, -PAD, -PAD)
        above = QRect(inner.left(), inner.top(), inner.width(), height)
        is_advice = isinstance(row, Advice)
        painter.setFont(_bold(option.font) if is_advice else option.font)
        painter.setPen(text if is_advice else muted)
        head = painter.fontMetrics().elidedText(self._model.head(row), Qt.TextElideMode.ElideRight, above.width())
        painter.drawText(above, _LEFT, head)
        painter.setFont(option.font)
        words = self._words(row, option)
        words.draw(painter, inner.left(), above.bottom() + 1, text)
        painter.setPen(muted)
        below = QRect(inner.left(), above.bottom() + 1 + words.height, inner.width(), height)
        foot = metrics.elidedText(self._model.foot(row), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, _LEFT, foot)
        painter.fillRect(
            rect.left() + PAD, rect.bottom(), rect.width() - 2 * PAD, 1, palette.color(QPalette.ColorRole.Mid)
        )

    def _heading(self, row: Heading, option: QStyleOptionViewItem) -> RowText:
        font = option.font if row.quiet else _bold(option.font)
        return self._texts.laid_out(row.words, row.words, font, _room(option))

    def _words(self, row: Record, option: QStyleOptionViewItem) -> RowText:
        return self._texts.laid_out(key_of(row), words_of(row), option.font, _room(option))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _room(option: QStyleOptionViewItem) -> int:
    most = option.fontMetrics.averageCharWidth() * MOST_CHARACTERS
    return max(80, min(option.rect.width() - 2 * PAD - 4, most))
