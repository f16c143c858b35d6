"""How the role card is drawn: the id, what it is and how many lines it has; the words; quietly, why it is on the card."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.framework.role_cards import CardEntry
from wellled_desktop.ui.kit.card_model import KIND_WORDS, CardHeading, CardModel
from wellled_desktop.ui.kit.row_text import RowText, RowTexts

Index = QModelIndex | QPersistentModelIndex
PAD = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    def __init__(self, model: CardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = RowTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row = self._model.row_at(index.row())
        width, line = option.rect.width(), option.fontMetrics.height()
        if isinstance(row, CardHeading):
            return QSize(width, self._heading(row, option).height + 2 * PAD)
        if row is None:
            return QSize(width, 0)
        return QSize(width, self._words(row, option).height + 2 * line + PAD + PAD // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if isinstance(row, CardHeading):
            self._paint_heading(painter, option, row)
        elif row is not None:
            self._paint_entry(painter, option, row)

    def _heading(self, row: CardHeading, option: QStyleOptionViewItem) -> RowText:
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        return self._texts.laid_out(row.kloe, f"{row.kloe}  {row.words}", bold, option.rect.width() - 2 * PAD)

    def _words(self, row: CardEntry, option: QStyleOptionViewItem) -> RowText:
        return self._texts.laid_out(row.node, row.text, option.font, option.rect.width() - 2 * PAD)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: CardHeading) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        painter.fillRect(rect, palette.color(QPalette.ColorRole.AlternateBase))
        self._heading(row, option).draw(
            painter, rect.left() + PAD, rect.top() + PAD, palette.color(QPalette.ColorRole.Text)
        )

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, row: CardEntry) -> None:
        palette, rect, line = QGuiApplication.palette(), option.rect, option.fontMetrics.height()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        painter.setFont(option.font)
        head = QRect(rect.left() + PAD, rect.top() + PAD // 2, rect.width() - 2 * PAD, line)
        self._paint_head(painter, head, row)
        words = self._words(row, option)
        words.draw(painter, head.left(), head.bottom() + 1, palette.color(QPalette.ColorRole.Text))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        reason = QRect(head.left(), head.bottom() + 1 + words.height, head.width(), line)
        painter.drawText(
            reason, _LEFT, option.fontMetrics.elidedText(row.reason, Qt.TextElideMode.ElideRight, head.width())
        )

    def _paint_head(self, painter: QPainter, head: QRect, row: CardEntry) -> None:
        palette, metrics = QGuiApplication.palette(), painter.fontMetrics()
        painter.setPen(palette.color(QPalette.ColorRole.Link))
        painter.drawText(head, _LEFT, row.node)
        count = self._model.count(row.node)
        lines = f"{count} {self.tr('line') if count == 1 else self.tr('lines')}" if count else ""
        taken = metrics.horizontalAdvance(row.node) + PAD
        room = head.width() - taken - (metrics.horizontalAdvance(lines) + PAD if lines else 0)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        if metrics.horizontalAdvance(KIND_WORDS[row.kind]) <= room:  # the id says it, too
            painter.drawText(head.adjusted(taken, 0, 0, 0), _LEFT, KIND_WORDS[row.kind])
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(head, _RIGHT, lines)
