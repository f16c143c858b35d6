"""Drawing the schedule: the lines of the hours, and each session as a block with a shape and words for what there is to know."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.kit.row_text import RowText
from wellled_desktop.ui.kit.words import clock_time
from wellled_desktop.ui.pages.sessions.schedule_day import Block
from wellled_desktop.ui.pages.sessions.schedule_model import ScheduleModel

_BAR = 3
_PAD = 5
_NARROW_PAD = 2
_LEAST_CHARACTERS = 6  # where fewer stand side by side, words are cut to crumbs: number and shape are enough
_KEPT = 1_000
_ROLE = QPalette.ColorRole
_ROLES = (
    _ROLE.Base, _ROLE.AlternateBase, _ROLE.Text, _ROLE.PlaceholderText, _ROLE.BrightText, _ROLE.Accent, _ROLE.Highlight,
    _ROLE.Dark,
)  # fmt: skip


class BlockWords:
    """Texts laid out and cut for a width once, as that takes longer than drawing them."""

    def __init__(self) -> None:
        self._bodies: dict[tuple[str, int, str], RowText] = {}
        self._heads: dict[tuple[str, int, str], str] = {}

    def body(self, words: str, font: QFont, width: int) -> RowText:
        key = (words, width, font.key())
        if key not in self._bodies:
            if len(self._bodies) > _KEPT:
                self._bodies.clear()
            self._bodies[key] = RowText(words, font, width)
        return self._bodies[key]

    def head(self, words: str, font: QFont, metrics: QFontMetrics, width: int) -> str:
        key = (words, width, font.key())
        if key not in self._heads:
            if len(self._heads) > _KEPT:
                self._heads.clear()
            self._heads[key] = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        return self._heads[key]


class BlockPainter:
    """Made for one painting: fonts and colours are looked up once."""

    def __init__(self, painter: QPainter, view: QWidget, model: ScheduleModel, words: BlockWords) -> None:
        self._painter = painter
        self._model = model
        self._words = words
        self._font = view.font()
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)
        self._thick = QFontMetrics(self._bold)
        self._line = self._metrics.lineSpacing()
        self._least_words = self._metrics.averageCharWidth() * _LEAST_CHARACTERS
        palette = view.palette()
        self._colours = {role: palette.color(role) for role in _ROLES}
        self._clashes: Mapping[str, tuple[str, ...]] = model.shown.clashes
        self._double = (model.tr("double-booked"), model.tr("booked twice"), model.tr("twice"))

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._colours[role]

    def draw(self, block: Block, rect: QRect, *, chosen: bool, focused: bool) -> None:
        if block.quiet:
            self._draw_quiet(block, rect)
        else:
            self._draw_led(block, rect)
        if chosen:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._colour(_ROLE.Accent if focused else _ROLE.Dark), 2))
            self._painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _draw_quiet(self, block: Block, rect: QRect) -> None:
        """Dashed and unfilled, as somebody else leads it."""
        self._painter.setBrush(QBrush(self._colour(_ROLE.Base)))
        self._painter.setPen(QPen(self._colour(_ROLE.Dark), 1, Qt.PenStyle.DashLine))
        self._painter.drawRect(rect.adjusted(0, 0, -1, -1))
        ref, number = block.session.ref, str(block.session.number)
        pad = self._pad(rect)
        room = rect.adjusted(pad, 1, -pad, -1)
        if block.session.id in self._clashes:
            beside = self._draw_triangle(room)
            room = beside if self._fitting((ref,), beside.width()) else room.adjusted(0, self._line, 0, 0)
        words = self._fitting((self._model.tr("%1 notes").replace("%1", ref), ref, number), room.width())
        self._painter.setFont(self._font)
        self._painter.setPen(self._colour(_ROLE.PlaceholderText))
        self._painter.drawText(room, Qt.AlignmentFlag.AlignTop, words)

    def _fitting(self, said: tuple[str, ...], width: int) -> str:
        """The first that fits, "" where none does."""
        return next((words for words in said if self._metrics.horizontalAdvance(words) <= width), "")

    def _pad(self, rect: QRect) -> int:
        return _PAD if rect.width() > self._least_words else _NARROW_PAD

    def _draw_led(self, block: Block, rect: QRect) -> None:
        session = block.session
        begun = session.started_at is not None
        clash = session.id in self._clashes
        self._painter.setPen(QPen(self._colour(_ROLE.BrightText if clash else _ROLE.Dark), 1))
        self._painter.setBrush(QBrush(self._colour(_ROLE.AlternateBase if begun else _ROLE.Highlight)))
        self._painter.drawRect(rect.adjusted(0, 0, -1, -1))
        bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
        self._painter.fillRect(bar, self._colour(_ROLE.Dark if begun else _ROLE.Accent))
        pad = self._pad(rect)
        room = rect.adjusted(_BAR + pad, 1, -pad, -1)
        line = self._line
        head = QRect(room.left(), room.top(), room.width(), line)
        lines = max(1, (room.height() + 3) // line)
        if clash:
            head = self._draw_triangle(head)
            if (
                head.width() < self._thick.horizontalAdvance(session.ref) and lines > 1
            ):  # a narrow lane: beneath its shape
                room = room.adjusted(0, line, 0, 0)
                head = QRect(room.left(), room.top(), room.width(), line)
        self._painter.setFont(self._bold)
        self._painter.setPen(self._colour(_ROLE.Text))
        self._painter.drawText(head, Qt.AlignmentFlag.AlignTop, self._head(block, head.width(), alone=lines == 1))
        self._painter.setFont(self._font)
        double = self._fitting(self._double, room.width()) if clash and lines > 1 else ""
        if double:
            room = room.adjusted(0, line, 0, 0)
            self._painter.setPen(self._colour(_ROLE.BrightText))
            self._painter.drawText(room, Qt.AlignmentFlag.AlignTop, double)
        self._draw_body(block, room.adjusted(0, line, 0, 0))

    def _draw_body(self, block: Block, room: QRect) -> None:
        if room.height() < self._line - 3 or room.width() < self._least_words:
            return
        session = block.session
        state = session.state if session.state != "planned" else ""
        roles = self._model.with_whom(session)
        if room.height() < 2 * self._line - 3:
            self._painter.setPen(self._colour(_ROLE.Text))
            self._painter.drawText(room, Qt.AlignmentFlag.AlignTop, self._elided(roles, room.width()))
            return
        words = "\n".join(part for part in (roles, session.place, state) if part)
        body = self._words.body(words, self._font, room.width())
        body.draw(self._painter, room.left(), room.top(), self._colour(_ROLE.Text))

    def _head(self, block: Block, width: int, *, alone: bool) -> str:
        session = block.session
        if alone:
            return self._words.head(f"{session.ref} {self._model.with_whom(session)}", self._bold, self._thick, width)
        whole = f"{session.ref}  {clock_time(session.planned_start or session.started_at, self._model.zone)}"
        fitting = self._words.head(whole, self._bold, self._thick, width)
        if fitting == whole:
            return fitting
        short = session.ref if self._thick.horizontalAdvance(session.ref) <= width else str(session.number)
        return self._words.head(short, self._bold, self._thick, width)

    def _elided(self, words: str, width: int) -> str:
        return self._words.head(words, self._font, self._metrics, width)

    def _draw_triangle(self, room: QRect) -> QRect:
        """The shape of a double-booking; what is left of the room beside it."""
        size = self._metrics.ascent() * 0.75
        left, top = float(room.left()), room.top() + self._line * 0.2
        shape = (QPointF(left + size / 2, top), QPointF(left + size, top + size), QPointF(left, top + size))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(self._colour(_ROLE.BrightText)))
        self._painter.drawPolygon(QPolygonF(shape))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return room.adjusted(round(size) + 4, 0, 0, 0)

    def draw_ghost(self, rect: QRect, words: str) -> None:
        """Where what is dragged would come to stand."""
        self._painter.setBrush(QBrush(self._colour(_ROLE.Base)))
        self._painter.setPen(QPen(self._colour(_ROLE.Accent), 2, Qt.PenStyle.DashLine))
        self._painter.drawRect(QRectF(rect.adjusted(1, 1, -1, -1)))
        self._painter.setPen(self._colour(_ROLE.Text))
        self._painter.setFont(self._bold)
        room = rect.adjusted(_BAR + _PAD, 1, -_PAD, -1)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignTop, self._elided(words, room.width()))
