"""How what is linked to the framework is drawn: small words above, the words themselves wrapped, how they stand below.

Its marks stand beside the small words where there is room for both, and under them where there is not.
"""

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
        lines = len(mark_lines(row, _head_metrics(row, option), _inside(option.rect).width())) + (1 if row.foot else 0)
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
        height, inner = option.fontMetrics.height(), _inside(rect)
        top = inner.top() + height * self._draw_head(painter, inner, row, option)
        words = self._words(row, option)
        words.draw(painter, inner.left(), top, palette.color(QPalette.ColorRole.Text))
        foot = QRect(inner.left(), top + words.height, inner.width(), height)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        fitting = painter.fontMetrics().elidedText(row.foot, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, _LEFT, fitting)
        painter.fillRect(
            rect.left() + PAD, rect.bottom(), rect.width() - 2 * PAD, 1, palette.color(QPalette.ColorRole.Mid)
        )

    def _draw_head(self, painter: QPainter, inner: QRect, row: LinkedRow, option: QStyleOptionViewItem) -> int:
        """The small words and the marks; how many lines they take."""
        palette, height = QGuiApplication.palette(), option.fontMetrics.height()
        painter.setFont(_bold(option.font) if row.bold else option.font)
        metrics = _head_metrics(row, option)
        lines = mark_lines(row, metrics, inner.width())
        beside = sum(mark_width(word, metrics) for word in lines[0])
        head = head_in((row.who, row.known), metrics, max(0, inner.width() - beside))
        painter.setPen(palette.color(QPalette.ColorRole.Text if row.bold else QPalette.ColorRole.PlaceholderText))
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), height), _LEFT, head)
        left = inner.left() + metrics.horizontalAdvance(head) + PAD
        for at, marks in enumerate(lines):
            line = QRect(left if at == 0 else inner.left(), inner.top() + at * height, inner.width(), height)
            _draw_marks(painter, line, marks, metrics)
        painter.setFont(option.font)
        return len(lines)

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


def mark_width(word: str, metrics: QFontMetrics) -> int:
    """Of a mark in its frame, and the gap to what stands before it."""
    return metrics.horizontalAdvance(word) + 3 * PAD


def mark_lines(row: LinkedRow, metrics: QFontMetrics, width: int) -> tuple[tuple[str, ...], ...]:
    """Which marks stand beside the small words, all or none of them, and line by line those beneath."""
    taken = sum(mark_width(word, metrics) for word in row.marks)
    if metrics.horizontalAdvance(row.who + row.known) + taken <= width:
        return (row.marks,)
    lines: list[tuple[str, ...]] = [()]
    for word in row.marks:
        longer = (*lines[-1], word)
        fits = sum(mark_width(one, metrics) for one in longer) <= width + PAD  # none stands before the first
        if fits and len(lines) > 1:
            lines[-1] = longer
        else:
            lines.append((word,))
    return tuple(lines)


def _draw_marks(painter: QPainter, line: QRect, marks: tuple[str, ...], metrics: QFontMetrics) -> None:
    """From the left of the line, each in a thin frame."""
    palette, left = QGuiApplication.palette(), line.left()
    for word in marks:
        frame = QRect(left, line.top() + 1, metrics.horizontalAdvance(word) + 2 * PAD, line.height() - 2)
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
        left += mark_width(word, metrics)


def _inside(rect: QRect) -> QRect:
    """Where the words of a record stand in its row."""
    return rect.adjusted(PAD + 4, PAD, -PAD, -PAD)


def _head_metrics(row: LinkedRow, option: QStyleOptionViewItem) -> QFontMetrics:
    return QFontMetrics(_bold(option.font)) if row.bold else option.fontMetrics


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
