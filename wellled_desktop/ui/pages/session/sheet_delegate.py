"""How a question is drawn: its state as a shape and a word, its node and where it is from; the words; quietly, why."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.inspection.read_models import Question
from wellled_desktop.inspection.words import QuestionState
from wellled_desktop.ui.kit.row_text import RowText, RowTexts
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.session.sheet_model import Fold, SheetModel, origin_words, state_words

Index = QModelIndex | QPersistentModelIndex
PAD = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SheetDelegate(QStyledItemDelegate):
    def __init__(self, model: SheetModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words = RowTexts()
        self._whys = RowTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row, width, line = self._model.row_at(index.row()), option.rect.width(), option.fontMetrics.height()
        if isinstance(row, Question):
            words, why = self._texts(row, option)
            return QSize(width, line + words.height + why.height + PAD + PAD // 2)
        return QSize(width, line + 2 * PAD if row else 0)

    def _texts(self, row: Question, option: QStyleOptionViewItem) -> tuple[RowText, RowText]:
        width = option.rect.width() - 2 * PAD
        return (
            self._words.laid_out(row.id, row.text, option.font, width),
            self._whys.laid_out(row.id, row.why, option.font, width),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, palette = self._model.row_at(index.row()), option.rect, QGuiApplication.palette()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        painter.setFont(option.font)
        if isinstance(row, Question):
            self._paint_question(painter, option, row)
        elif isinstance(row, Fold):
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            arrow = "▾" if row.unfolded else "▸"
            painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), _LEFT, f"{arrow} {row.words}")

    def _paint_question(self, painter: QPainter, option: QStyleOptionViewItem, row: Question) -> None:
        palette, rect, line = QGuiApplication.palette(), option.rect, option.fontMetrics.height()
        muted, text = palette.color(QPalette.ColorRole.PlaceholderText), palette.color(QPalette.ColorRole.Text)
        head = QRect(rect.left() + PAD, rect.top() + PAD // 2, rect.width() - 2 * PAD, line)
        self._paint_head(painter, head, row)
        words, why = self._texts(row, option)
        settled = row.state in ("answered", "dropped")
        words.draw(painter, head.left(), head.bottom() + 1, muted if settled else text)
        why.draw(painter, head.left(), head.bottom() + 1 + words.height, muted)

    def _paint_head(self, painter: QPainter, head: QRect, row: Question) -> None:
        """The state comes first and is never cut; of the rest, what finds room."""
        palette, metrics = QGuiApplication.palette(), painter.fontMetrics()
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        count = self._model.count(row.node)
        lines = counted(count, self.tr("line"), self.tr("lines")) if count else ""
        end = head.right() - (metrics.horizontalAdvance(lines) + PAD if lines else 0)
        side = metrics.ascent()
        draw_state(painter, QRectF(head.left(), head.top() + (head.height() - side) / 2, side, side), row.state)
        at = head.left() + side + PAD // 2
        parts = (
            (state_words(row.state), palette.color(QPalette.ColorRole.Text)),
            (row.node or "", palette.color(QPalette.ColorRole.Link)),
            (origin_words(row), muted),
        )
        for words, colour in parts:
            width = metrics.horizontalAdvance(words)
            if words and at + width <= end:
                painter.setPen(colour)
                painter.drawText(QRect(at, head.top(), width, head.height()), _LEFT, words)
                at += width + PAD
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(head, _RIGHT, lines)


def draw_state(painter: QPainter, box: QRectF, state: QuestionState) -> None:
    """Open a ring, asked half a disc, answered a disc, parked two bars, dropped a cross: told apart without colour."""
    ink: QColor = QGuiApplication.palette().color(QPalette.ColorRole.Text)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(ink, 1.4))
    if state == "parked":
        for share in (0.33, 0.67):
            x = inner.left() + inner.width() * share
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
    elif state == "dropped":
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    else:
        painter.drawEllipse(inner)
        painter.setBrush(ink)
        if state == "answered":
            painter.drawEllipse(inner)
        elif state == "asked":
            painter.drawPie(inner, 90 * 16, 180 * 16)
    painter.restore()
