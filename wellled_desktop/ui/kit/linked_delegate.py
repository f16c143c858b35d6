"""How what is linked to the framework is drawn: small words above, the words themselves wrapped, how they stand below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.kit.linked_model import LinkedModel
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, More
from wellled_desktop.ui.kit.row_text import RowText, RowTexts
from wellled_desktop.ui.kit.way_sign import draw_way

Index = QModelIndex | QPersistentModelIndex
PAD = 8
_SIGN = 20
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LinkedDelegate(QStyledItemDelegate):
    def __init__(self, model: LinkedModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = RowTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row, line, width = self._model.row_at(index.row()), option.fontMetrics.height(), option.rect.width()
        if isinstance(row, Heading):
            return QSize(width, self._heading(row, option).height + _above(row) + (PAD if row.quiet else PAD // 2))
        if row is None or isinstance(row, More):
            return QSize(width, line + 2 * PAD)
        lines = 2 if row.foot else 1
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
            self._draw_heading(painter, option, row)
        elif isinstance(row, More):
            painter.setPen(palette.color(QPalette.ColorRole.Link))
            painter.drawText(rect.adjusted(PAD + 4, 0, -PAD, 0), _LEFT, row.words)
        elif row is not None:
            self._draw_record(painter, option, row)

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        left, top = rect.left() + PAD + 4, rect.top() + _above(row)
        if row.sign:
            draw_way(painter, QRect(left, top, _SIGN, option.fontMetrics.height()), hollow=row.sign == "hollow")
            left += _SIGN + PAD
        quiet = row.quiet or row.below
        colour = palette.color(QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text)
        self._heading(row, option).draw(painter, left, top, colour)

    def _draw_record(self, painter: QPainter, option: QStyleOptionViewItem, row: LinkedRow) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        height = option.fontMetrics.height()
        inner = rect.adjusted(PAD + 4, PAD, -PAD, -PAD)
        self._draw_head(painter, QRect(inner.left(), inner.top(), inner.width(), height), row, option.font)
        words = self._words(row, option)
        words.draw(painter, inner.left(), inner.top() + height, palette.color(QPalette.ColorRole.Text))
        foot = QRect(inner.left(), inner.top() + height + words.height, inner.width(), height)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        fitting = painter.fontMetrics().elidedText(row.foot, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, _LEFT, fitting)
        painter.fillRect(
            rect.left() + PAD, rect.bottom(), rect.width() - 2 * PAD, 1, palette.color(QPalette.ColorRole.Mid)
        )

    def _draw_head(self, painter: QPainter, rect: QRect, row: LinkedRow, font: QFont) -> None:
        palette = QGuiApplication.palette()
        painter.setFont(_bold(font) if row.bold else font)
        metrics = painter.fontMetrics()
        taken = sum(metrics.horizontalAdvance(word) + 3 * PAD for word in row.marks)
        head = head_in((row.who, row.known), metrics, max(0, rect.width() - taken))
        painter.setPen(palette.color(QPalette.ColorRole.Text if row.bold else QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, _LEFT, head)
        x = rect.left() + metrics.horizontalAdvance(head) + PAD
        for word in row.marks:
            frame = QRect(x, rect.top() + 1, metrics.horizontalAdvance(word) + 2 * PAD, rect.height() - 2)
            painter.setPen(palette.color(QPalette.ColorRole.Dark))
            painter.drawRoundedRect(frame, 3, 3)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
            x += frame.width() + PAD
        painter.setFont(font)

    def _heading(self, row: Heading, option: QStyleOptionViewItem) -> RowText:
        font = option.font if row.quiet else _bold(option.font)
        room = _room(option) - (_SIGN + PAD if row.sign else 0)
        return self._texts.laid_out(row.words, row.words, font, room)

    def _words(self, row: LinkedRow, option: QStyleOptionViewItem) -> RowText:
        font = QFont(option.font)
        font.setItalic(row.italic)
        return self._texts.laid_out(row.key, row.words, font, _room(option))


def head_in(parts: tuple[str, str], metrics: QFontMetrics, width: int) -> str:
    """The small words above in so much room: who spoke is cut short, how the line came to be known never is."""
    who, known = parts
    room = max(0, width - metrics.horizontalAdvance(known))
    return metrics.elidedText(who, Qt.TextElideMode.ElideRight, room) + known


def _above(row: Heading) -> int:
    """Pixels above a heading: parts stand further apart than sources."""
    return 0 if row.quiet else PAD // 2 if row.below else PAD


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _room(option: QStyleOptionViewItem) -> int:
    most = option.fontMetrics.averageCharWidth() * MOST_CHARACTERS
    return max(80, min(option.rect.width() - 2 * PAD - 4, most))
