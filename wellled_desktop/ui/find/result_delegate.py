"""How what was found is drawn: what it is called, whose it is and when; under it its words, what was looked for in bold."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.ui.find.marked_text import MarkedText
from wellled_desktop.ui.find.result_model import ResultModel
from wellled_desktop.ui.find.results import Heading, Result
from wellled_desktop.ui.kit.text_widths import TextWidths

Index = QModelIndex | QPersistentModelIndex
PAD = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_LINES = 3
_COLUMN = 9
"""The column of what things are called, in characters, on rows of one line."""


class ResultDelegate(QStyledItemDelegate):
    def __init__(self, model: ResultModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._widths = TextWidths()
        self._laid_out: dict[tuple[str, int, str], MarkedText] = {}
        model.modelReset.connect(self._laid_out.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row, line = self._model.row_at(index.row()), option.fontMetrics.height()
        if isinstance(row, Result) and not row.flat:
            return QSize(option.rect.width(), line + self._words(row, option).height + PAD)
        return QSize(option.rect.width(), line + PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        row = self._model.row_at(index.row())
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
            return
        if row is None:
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        painter.setFont(option.font)
        self._widths.use(option.font)
        top = QRect(rect.left() + 2 * PAD, rect.top() + PAD // 2, rect.width() - 3 * PAD, option.fontMetrics.height())
        room = self._paint_right(painter, top, row)
        colour = QPalette.ColorRole.PlaceholderText if row.no_longer else QPalette.ColorRole.Text
        words = self._words(row, option)
        if row.flat:
            self._paint_short(painter, top, row.short)
            words.draw(painter, top.left() + self._column(row), top.top(), palette.color(colour))
        else:
            self._paint_head(painter, room, row)
            words.draw(painter, top.left(), top.bottom() + 1, palette.color(colour))

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        palette, bold = QGuiApplication.palette(), QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.fillRect(option.rect, palette.color(QPalette.ColorRole.AlternateBase))
        painter.setFont(bold)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(option.rect.adjusted(PAD, 0, -PAD, 0), _LEFT, row.words)

    def _paint_right(self, painter: QPainter, area: QRect, row: Result) -> QRect:
        """When it was, or the keys of a command; returns what is left of the row's first line."""
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, _RIGHT, self._right_of(area, row))
        taken = self._widths.width(row.when) + PAD if row.when else 0
        return area.adjusted(0, 0, -taken, 0)

    def _right_of(self, area: QRect, row: Result) -> str:
        """Of a role's sessions only as many as fit beside its title."""
        return self._widths.metrics.elidedText(row.when, Qt.TextElideMode.ElideRight, area.width() // 2)

    def _paint_short(self, painter: QPainter, area: QRect, short: str) -> None:
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.Link))
        painter.drawText(area, _LEFT, short)

    def _paint_head(self, painter: QPainter, area: QRect, row: Result) -> None:
        palette = QGuiApplication.palette()
        short = self._widths.metrics.elidedText(row.short, Qt.TextElideMode.ElideRight, area.width())
        self._paint_short(painter, area, short)
        x = area.left() + (self._widths.width(short) + PAD if short else 0)
        if row.no_longer:
            frame = QRect(x, area.top() + 1, self._widths.width(row.no_longer) + PAD, area.height() - 2)
            painter.setPen(palette.color(QPalette.ColorRole.Dark))
            painter.drawRoundedRect(frame, 3, 3)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, row.no_longer)
            x += frame.width() + PAD
        room = area.right() - x
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        about = self._widths.metrics.elidedText(row.about, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(QRect(x, area.top(), max(0, room), area.height()), _LEFT, about)

    def _words(self, row: Result, option: QStyleOptionViewItem) -> MarkedText:
        width = option.rect.width() - 3 * PAD
        if row.flat:
            self._widths.use(option.font)
            right = min(self._widths.width(row.when) + PAD, width // 2 + PAD) if row.when else 0
            width -= self._column(row) + right
        place = (row.key, width, option.font.key())
        if place not in self._laid_out:
            font = QFont(option.font)
            font.setStrikeOut(bool(row.no_longer))
            self._laid_out[place] = MarkedText(
                row.text, row.marked, font, max(40, width), 1 if row.flat else _MOST_LINES
            )
        return self._laid_out[place]

    def _column(self, row: Result) -> int:
        return self._widths.metrics.averageCharWidth() * _COLUMN if row.short else 0
