"""How one note line is drawn: number and time in a gutter; who and what kind, marks and tags; the words; how it stands.

Marks are words in a thin frame, so that nothing is said by colour alone.
"""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.inspection.speaking import spoken_marks
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.kit.row_text import RowText, RowTexts
from wellled_desktop.ui.kit.speaking import standing_words
from wellled_desktop.ui.kit.text_widths import TextWidths
from wellled_desktop.ui.pages.session.clock_words import BesideTime
from wellled_desktop.ui.pages.session.line_model import LineModel

Index = QModelIndex | QPersistentModelIndex
PAD = 8
GAP = 12
ROW_PAD = 5
_MOST_SHOWN = 3_000
_ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineDelegate(QStyledItemDelegate):
    def __init__(self, model: LineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts = RowTexts()
        self._feet = RowTexts()
        self._widths = TextWidths()
        self._at: dict[tuple[int, str], _Places] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        line = self._model.line_at(index.row())
        metrics = option.fontMetrics
        if line is None:
            self._model.want(index.row())
            return QSize(option.rect.width(), 2 * metrics.height() + 2 * ROW_PAD)
        self._model.look_ahead(index.row())
        where = self._places(option)
        foot = max((piece.y + piece.text.height for piece in self._foot(line, option, where)), default=0)
        day = _day_height(self._model.beside_time(index.row()), metrics)
        height = day + metrics.height() + self._words(line, option, where).height + foot + 2 * ROW_PAD
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = QGuiApplication.palette()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        painter.setFont(option.font)
        where = self._places(option)
        line = self._model.line_at(index.row())
        if day := _day_height(self._model.beside_time(index.row()), option.fontMetrics):
            self._draw_day(painter, QRect(rect.topLeft(), QSize(rect.width(), day)), where, index.row())
            rect = option.rect = rect.adjusted(0, day, 0, 0)
        self._draw_gutter(painter, rect, where, index.row(), line)
        if line is not None:
            self._draw_line(painter, option, where, line)

    def _places(self, option: QStyleOptionViewItem) -> "_Places":
        """Where the columns stand; from here on widths are those of this font."""
        key = (option.rect.width(), self._widths.use(option.font))
        if key not in self._at:
            self._at = {key: _Places(key[0], self._widths.metrics)}
        return self._at[key]

    def _words(self, line: NoteLine, option: QStyleOptionViewItem, where: "_Places") -> RowText:
        return self._texts.laid_out(line.id, _at_a_glance(line.text), _font_of(line, option.font), where.text_width)

    def _draw_day(self, painter: QPainter, band: QRect, where: "_Places", row: int) -> None:
        """A new day begins: said over its first line."""
        palette = QGuiApplication.palette()
        painter.fillRect(band, palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(band.adjusted(where.time_left, 0, 0, 0), _ALIGN_LEFT, self._model.beside_time(row).day)

    def _draw_gutter(self, painter: QPainter, rect: QRect, where: "_Places", row: int, line: NoteLine | None) -> None:
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        height = where.line_height
        pending = line is not None and self._model.is_pending(line.id)
        number = "…" if pending else f"{line.number if line else row + 1}"
        painter.drawText(QRect(0, rect.top() + ROW_PAD, where.number_right, height), _ALIGN_RIGHT, number)
        if line is not None:
            time = QRect(where.time_left, rect.top() + ROW_PAD, where.text_left - where.time_left, height)
            painter.drawText(time, _ALIGN_LEFT, f"{line.local_time:%H:%M}")
            if zone := self._model.beside_time(row).zone:
                painter.drawText(time.translated(0, height), _ALIGN_LEFT, zone)

    def _draw_line(self, painter: QPainter, option: QStyleOptionViewItem, where: "_Places", line: NoteLine) -> None:
        palette = QGuiApplication.palette()
        muted, text = palette.color(QPalette.ColorRole.PlaceholderText), palette.color(QPalette.ColorRole.Text)
        height = where.line_height
        top = option.rect.top() + ROW_PAD
        tags_in_head = self._tags_in_head(line, where)
        room = where.text_width - (self._widths.width(_tag_words(line)) + GAP if tags_in_head else 0)
        self._draw_head(painter, QRect(where.text_left, top, room, height), where, line)
        if tags_in_head and line.tags:
            painter.setPen(palette.color(QPalette.ColorRole.Link))
            painter.drawText(QRect(where.text_left, top, where.text_width, height), _ALIGN_RIGHT, _tag_words(line))
        words = self._words(line, option, where)
        retracted = line.retracted_at is not None
        words.draw(painter, where.text_left, top + height, muted if retracted else text)
        under = top + height + words.height
        for piece in self._foot(line, option, where):
            piece.text.draw(painter, where.text_left + piece.x, under + piece.y, palette.color(piece.role))

    def _tags_in_head(self, line: NoteLine, where: "_Places") -> bool:
        if not line.tags:
            return True
        head = self._widths.width(head_words(self._model.speaker(line), line.line_type))
        head += sum(map(self._chip_width, self._chips(line, where)))
        return head + self._widths.width(_tag_words(line)) + 2 * GAP <= where.text_width

    def _chip_width(self, word: str) -> int:
        return self._widths.width(word) + 2 * PAD + PAD

    def _chips(self, line: NoteLine, where: "_Places") -> tuple[str, ...]:
        """The marks in the head's row; where there is no room for all, what follows from the line stands in its foot."""
        marks = self._model.marks(line)
        if not marks:
            return marks
        taken = self._widths.width(line.line_type) + sum(map(self._chip_width, marks))
        return marks if taken <= where.text_width else spoken_marks(line)

    def _draw_head(self, painter: QPainter, rect: QRect, where: "_Places", line: NoteLine) -> None:
        palette = QGuiApplication.palette()
        marks = self._chips(line, where)
        room = max(0, rect.width() - sum(map(self._chip_width, marks)))
        head = head_words(self._model.speaker(line), line.line_type)
        if self._widths.width(head) > room:
            head = fitting_head(self._model.speaker(line), line.line_type, self._widths.metrics, room)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, _ALIGN_LEFT, head)
        x = rect.left() + self._widths.width(head) + PAD
        for word in marks:
            width = self._chip_width(word) - PAD
            frame = QRect(x, rect.top() + 1, width, rect.height() - 2)
            painter.setPen(palette.color(QPalette.ColorRole.Dark))
            painter.drawRoundedRect(frame, 3, 3)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
            x += width + PAD

    def _foot(self, line: NoteLine, option: QStyleOptionViewItem, where: "_Places") -> tuple["_Piece", ...]:
        """The marks and tags that found no room in the head, and how the line stands; all of it wraps."""
        role = QPalette.ColorRole
        pieces: list[_Piece] = []
        marks = self._model.marks(line)[len(self._chips(line, where)) :]
        last = below = 0
        for name, words, colour in (
            ("follows", " · ".join(marks), role.Text),
            ("stands", " · ".join(standing_words(line)), role.PlaceholderText),
        ):
            if words:
                text = self._feet.laid_out(f"{line.id} {name}", words, option.font, where.text_width)
                pieces.append(_Piece(text, colour, 0, below))
                last, below = self._widths.width(words) + GAP, below + text.height
        if not self._tags_in_head(line, where):
            beside = last + self._widths.width(_tag_words(line)) <= where.text_width
            x, y = (last, pieces[-1].y if pieces else 0) if beside else (0, below)
            text = self._feet.laid_out(f"{line.id} tags", _tag_words(line), option.font, where.text_width - x)
            pieces.append(_Piece(text, role.Link, x, y))
        return tuple(pieces)


class _Piece(NamedTuple):
    """A part of what stands under the words, from the beginning of the words' column."""

    text: RowText
    role: QPalette.ColorRole
    x: int
    y: int


class _Places:
    """Where the columns of a row stand, for its width."""

    def __init__(self, width: int, metrics: QFontMetrics) -> None:
        digit = metrics.horizontalAdvance("0")
        self.number_right = PAD + 4 * digit
        self.time_left = self.number_right + PAD
        self.text_left = self.time_left + metrics.horizontalAdvance("00:00") + GAP
        most = metrics.averageCharWidth() * MOST_CHARACTERS
        self.line_height = metrics.height()
        self.text_width = max(80, min(width - self.text_left - GAP, most))


def _day_height(beside: BesideTime, metrics: QFontMetrics) -> int:
    return metrics.height() + ROW_PAD if beside.day else 0


def head_words(who: str, line_type: str) -> str:
    return f"{who}, {line_type}" if who else line_type


def fitting_head(who: str, line_type: str, metrics: QFontMetrics, room: int) -> str:
    """Who speaks and what kind of line it is, in so many pixels: `who` is cut, never the type, which says what the line is."""
    room_for_who = room - metrics.horizontalAdvance(f", {line_type}")
    return head_words(metrics.elidedText(who, Qt.TextElideMode.ElideRight, room_for_who), line_type)


def _at_a_glance(text: str) -> str:
    """As much of a very long line as a list can show, and how much more there is."""
    if len(text) <= _MOST_SHOWN:
        return text
    more = QCoreApplication.translate("LineDelegate", "… %1 characters more: Enter opens the whole line")
    return f"{text[:_MOST_SHOWN]}\n{more.replace('%1', f'{len(text) - _MOST_SHOWN:,}')}"


def _tag_words(line: NoteLine) -> str:
    return "  ".join(line.tags)


def _font_of(line: NoteLine, font: QFont) -> QFont:
    """A retracted line is struck through, an inference is in italics; a word says so beside either."""
    if line.retracted_at is None and line.line_type != "inference":
        return font
    changed = QFont(font)
    changed.setStrikeOut(line.retracted_at is not None)
    changed.setItalic(line.line_type == "inference")
    return changed
