"""How what is linked to a node is drawn: small words above, the words themselves wrapped, how they stand below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.kit.row_text import RowText, RowTexts
from wellled_desktop.ui.pages.kloe.linked_model import Heading, LinkedModel, More, marks_of, record_of, words_of

Index = QModelIndex | QPersistentModelIndex
PAD = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LinkedDelegate(QStyledItemDelegate):
    def __init__(self, model: LinkedModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = RowTexts()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row = self._model.row_at(index.row())
        line = option.fontMetrics.height()
        if isinstance(row, Heading):
            quiet = self._quiet(row, option).height if row.quiet else line
            return QSize(option.rect.width(), quiet + (PAD if row.quiet else 2 * PAD))
        if row is None or isinstance(row, More):
            return QSize(option.rect.width(), line + 2 * PAD)
        return QSize(option.rect.width(), 2 * line + self._words(row, option).height + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = QGuiApplication.palette()
        rect: QRect = option.rect
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
        if row.quiet:
            muted = palette.color(QPalette.ColorRole.PlaceholderText)
            self._quiet(row, option).draw(painter, rect.left() + PAD + 4, rect.top(), muted)
            return
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(rect.adjusted(PAD + 4, PAD // 2, -PAD, 0), _LEFT, row.words)

    def _draw_record(self, painter: QPainter, option: QStyleOptionViewItem, row: EvidenceEntry | LinkedLine) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        height = option.fontMetrics.height()
        inner = rect.adjusted(PAD + 4, PAD, -PAD, -PAD)
        self._draw_head(painter, QRect(inner.left(), inner.top(), inner.width(), height), row)
        words = self._words(row, option)
        colour = muted if _struck(row) else palette.color(QPalette.ColorRole.Text)
        words.draw(painter, inner.left(), inner.top() + height, colour)
        foot = QRect(inner.left(), inner.top() + height + words.height, inner.width(), height)
        painter.setPen(muted)
        fitting = painter.fontMetrics().elidedText(self._model.foot(row), Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, _LEFT, fitting)
        painter.fillRect(
            rect.left() + PAD, rect.bottom(), rect.width() - 2 * PAD, 1, palette.color(QPalette.ColorRole.Mid)
        )

    def _draw_head(self, painter: QPainter, rect: QRect, row: EvidenceEntry | LinkedLine) -> None:
        palette, metrics = QGuiApplication.palette(), painter.fontMetrics()
        marks = marks_of(row)
        taken = sum(metrics.horizontalAdvance(word) + 3 * PAD for word in marks)
        head = head_in(self._model.head_parts(row), metrics, max(0, rect.width() - taken))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, _LEFT, head)
        x = rect.left() + metrics.horizontalAdvance(head) + PAD
        for word in marks:
            frame = QRect(x, rect.top() + 1, metrics.horizontalAdvance(word) + 2 * PAD, rect.height() - 2)
            painter.setPen(palette.color(QPalette.ColorRole.Dark))
            painter.drawRoundedRect(frame, 3, 3)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
            x += frame.width() + PAD

    def _words(self, row: EvidenceEntry | LinkedLine, option: QStyleOptionViewItem) -> RowText:
        font = QFont(option.font)
        font.setStrikeOut(_struck(row))
        font.setItalic(isinstance(row, LinkedLine) and row.line.line_type == "inference")
        return self._texts.laid_out(record_of(row), words_of(row), font, _room(option))

    def _quiet(self, row: Heading, option: QStyleOptionViewItem) -> RowText:
        return self._texts.laid_out(row.words, row.words, option.font, _room(option))


def head_in(parts: tuple[str, str], metrics: QFontMetrics, width: int) -> str:
    """The small words above in so much room: who spoke is cut short, how the line came to be known never is."""
    who, line_type = parts
    room = max(0, width - metrics.horizontalAdvance(line_type))
    return metrics.elidedText(who, Qt.TextElideMode.ElideRight, room) + line_type


def _room(option: QStyleOptionViewItem) -> int:
    most = option.fontMetrics.averageCharWidth() * MOST_CHARACTERS
    return max(80, min(option.rect.width() - 2 * PAD - 4, most))


def _struck(row: EvidenceEntry | LinkedLine) -> bool:
    return isinstance(row, LinkedLine) and row.line.retracted_at is not None
