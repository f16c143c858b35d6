"""How a cell of the matrix is drawn: above, a filled bar for what supports; below, a hollow one for what points the other way.

Each bar has its number, and its length says how many, by the root so that few are seen beside many. Shape alone tells them
apart, so that the picture reads in grey.
"""

from collections.abc import Iterator
from math import sqrt

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.inspection.triangulation.triangulating import Triangulated
from wellled_desktop.ui.kit.row_text import RowText, RowTexts
from wellled_desktop.ui.pages.triangulation.matrix_model import PROMPT, MatrixModel
from wellled_desktop.ui.pages.triangulation.words import advice_in_words

Index = QModelIndex | QPersistentModelIndex
PAD = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEAST = 3


class MatrixDelegate(QStyledItemDelegate):
    def __init__(self, model: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = RowTexts()
        self.in_full = False
        """Whether the current row has its words in full."""
        self.current_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(option.rect.width(), 2 * option.fontMetrics.height() + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        if index.row() == self.current_row:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        painter.setFont(option.font)
        if index.column() == PROMPT:
            self._paint_prompt(painter, option, index)
        else:
            self._paint_cell(painter, option, index)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, palette.color(QPalette.ColorRole.Mid))
        if option.state & QStyle.StateFlag.State_Selected:
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2 if focus else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_prompt(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = self._model.row_at(index.row())
        if one is None:
            return
        palette, metrics = QGuiApplication.palette(), option.fontMetrics
        if self.in_full and index.row() == self.current_row:
            self._paint_in_full(painter, option, one)
            return
        inner = option.rect.adjusted(2 * PAD, PAD, -PAD, -PAD)
        upper = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        lower = upper.translated(0, metrics.height())
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(palette.color(QPalette.ColorRole.Link))
        painter.drawText(upper, _LEFT, one.node)
        taken = painter.fontMetrics().horizontalAdvance(f"{one.node}  ")
        painter.setFont(option.font)
        words = upper.adjusted(taken, 0, 0, 0)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(words, _LEFT, metrics.elidedText(one.text, Qt.TextElideMode.ElideRight, words.width()))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        advice = advice_in_words(one.advice)
        painter.drawText(lower, _LEFT, metrics.elidedText(advice, Qt.TextElideMode.ElideRight, lower.width()))

    def height_in_full(self, row: int, font: QFont, width: int) -> int:
        """Pixels of the prompt's words and its advice, wrapped in a column so wide."""
        one = self._model.row_at(row)
        return 2 * PAD + sum(text.height for text, _ in self._in_full(one, font, width)) if one is not None else 0

    def _in_full(self, one: Triangulated, font: QFont, width: int) -> Iterator[tuple[RowText, QPalette.ColorRole]]:
        room = width - 3 * PAD
        yield self._texts.laid_out(one.node, f"{one.node}  {one.text}", font, room), QPalette.ColorRole.Text
        if one.advice:
            advice = advice_in_words(one.advice)
            yield self._texts.laid_out(f"{one.node} advice", advice, font, room), QPalette.ColorRole.PlaceholderText

    def _paint_in_full(self, painter: QPainter, option: QStyleOptionViewItem, one: Triangulated) -> None:
        rect, palette = option.rect, QGuiApplication.palette()
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, 0, -PAD))
        top = rect.top() + PAD
        for text, role in self._in_full(one, option.font, rect.width()):
            text.draw(painter, rect.left() + 2 * PAD, top, palette.color(role))
            top += text.height
        painter.restore()

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._model.cell(index.row(), index.column())
        inner = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        height = option.fontMetrics.height()
        number = number_width(option.fontMetrics, self._model.most)
        for at, (count, hollow) in enumerate(((cell.support, False), (cell.other_way, True))):
            if count:
                line = QRect(inner.left(), inner.top() + at * height, inner.width(), height)
                painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.Text))
                painter.drawText(QRect(line.left(), line.top(), number, height), _RIGHT, f"{count}")
                self._paint_bar(painter, line.adjusted(number + PAD, 0, 0, 0), count, hollow=hollow)

    def _paint_bar(self, painter: QPainter, room: QRect, count: int, *, hollow: bool) -> None:
        palette = QGuiApplication.palette()
        thick = max(6, room.height() * 2 // 3)
        length = bar_length(count, self._model.most, room.width())
        bar = QRect(room.left(), room.top() + (room.height() - thick) // 2, length, thick)
        if hollow:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
        else:
            painter.fillRect(bar, palette.color(QPalette.ColorRole.Accent))


def number_width(metrics: QFontMetrics, most: int) -> int:
    """Pixels for the widest number of the matrix; from two digits on, so that the columns do not move with the first lines."""
    return metrics.horizontalAdvance("0" * max(2, len(str(most))))


def bar_length(count: int, most: int, room: int) -> int:
    """Pixels: `room` for the most that any cell holds, and never so short that it cannot be seen."""
    return max(_LEAST, round(room * sqrt(count / most))) if count else 0
