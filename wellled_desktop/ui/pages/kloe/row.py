"""One row of a KLOE: id, text, quiet words, and for key evidence a real check box. Its words are drawn, not labelled:
a KLOE has some sixty rows, and six widgets each would make switching slow.

Signals of NodeRow: `chosen()` when it gets the focus or is clicked; `ticked(bool)` when its box is ticked or cleared by
the user; `menu_wanted(QPoint)` with a global position; `dragged_over()` when something that can be linked is held over it;
`dropped(Dragged, bool)` with what was dropped on it, and whether it is to be moved there.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)  # fmt: skip
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from wellled_desktop.inspection.read_models import NodeHoldings
from wellled_desktop.inspection.words import EvidenceState, Judgement
from wellled_desktop.ui.kit.judgement_sign import draw_judgement
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.kit.row_text import RowText
from wellled_desktop.ui.pages.kloe import quiet
from wellled_desktop.ui.pages.kloe.dragging import unpacked
from wellled_desktop.ui.pages.kloe.items import NodeItem, printed_wording
from wellled_desktop.ui.pages.kloe.tick_box import TickBox

PAD = 8
ABOVE = 6
INDENT = 24
BOX = 32
WIDTHS_KEPT = 6


class NodeRow(QFrame):
    chosen = Signal()
    ticked = Signal(bool)
    menu_wanted = Signal(QPoint)
    dragged_over = Signal()
    dropped = Signal(object, bool)

    def __init__(self, item: NodeItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.selected = False
        self.state: EvidenceState = "none"
        self.reason = ""
        self.judgement: Judgement | None = None
        self.judged = False
        self.held = NodeHoldings(item.id)
        self.interviews = ""
        self._held_over = False
        self._laid: dict[int, _Laid] = {}
        self.box = self._made_box() if item.tickable else None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.target.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(True)
        if item.erratum:
            self.setToolTip(printed_wording(item.erratum))
        self._tell_names()

    @property
    def target(self) -> QWidget:
        """What of the row takes the focus."""
        return self.box or self

    def _made_box(self) -> TickBox:
        box = TickBox(self)
        box.clicked.connect(self.ticked)
        box.focused.connect(self.chosen)
        return box

    # How it stands

    def show_held(self, held: NodeHoldings) -> None:
        if held != self.held:
            self.held = held
            self._changed()

    def show_state(self, state: EvidenceState, reason: str | None) -> None:
        if self.box is not None:
            self.box.setChecked(state == "gathered")
        if (state, reason or "") != (self.state, self.reason):
            self.state, self.reason = state, reason or ""
            self._changed()

    def show_interviews(self, words: str) -> None:
        """How far the interviews are that the item asks for; "" where it asks for none."""
        if words != self.interviews:
            self.interviews = words
            self._changed()

    def show_judgement(self, judgement: Judgement | None, text: str) -> None:
        if (judgement, bool(text)) != (self.judgement, self.judged):
            self.judgement, self.judged = judgement, bool(text)
            self._changed()

    def chip_words(self) -> str:
        """The word in a thin frame: how key evidence stands, or what the team makes of a prompt; "" for neither."""
        return quiet.state_word(self.state) or self.judgement or (self.tr("in words") if self.judged else "")

    def set_selected(self, selected: bool) -> None:
        self.selected = selected
        self.target.setFocusPolicy(Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus)
        self.update()

    def quiet_words(self) -> str:
        """Everything in small beneath the text, except the word of the state."""
        item = self.item
        held = quiet.holdings_words(self.held) or (self.tr("nothing yet") if item.kind in ("prompt", "kloe") else "")
        repaired = self.tr("repaired wording") if item.erratum else ""
        return " · ".join(part for part in (self.reason, item.about, self.interviews, held, repaired) if part)

    def _changed(self) -> None:
        self._laid.clear()
        self._tell_names()
        self.updateGeometry()
        self.update()

    def _tell_names(self) -> None:
        self.target.setAccessibleName(f"{self.item.id}: {self.item.text}")
        limits = (self.item.note, self.item.left_out or "")
        judged = self.judgement or self.judged
        chip = self.tr("our judgement: %1").replace("%1", self.chip_words()) if judged else self.chip_words()
        parts = (chip, self.quiet_words(), *limits)
        self.target.setAccessibleDescription(". ".join(part for part in parts if part))

    # Its size and look

    def _layout_for(self, width: int) -> "_Laid":
        """A layout asks for a few widths in turn before it settles on one."""
        if width not in self._laid:
            if len(self._laid) == WIDTHS_KEPT:
                self._laid.clear()
            self._laid[width] = _Laid(self, width)
        return self._laid[width]

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._layout_for(width).height

    def sizeHint(self) -> QSize:  # noqa: N802
        width = max(self.width(), 320)
        return QSize(320, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(280, self.fontMetrics().height() + 2 * PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self.box is not None:
            line = self.fontMetrics().height()
            self.box.setGeometry(PAD, ABOVE, BOX - PAD, line)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.selected or self._held_over:
            self._draw_frame(painter)
        self._layout_for(self.width()).draw(painter)
        painter.end()

    def _draw_frame(self, painter: QPainter) -> None:
        palette = QGuiApplication.palette()
        focused = self.target.hasFocus() or self._held_over
        pen = QPen(palette.color(QPalette.ColorRole.Accent), 2 if focused else 1)
        if self._held_over:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # What is done to it

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.target.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.target.setFocus(
            Qt.FocusReason.MouseFocusReason
        )  # the menu gives the focus back, which chooses: it must be here
        self.chosen.emit()
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.chosen.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Not onto the item beside which it stands."""
        dragged = unpacked(event.mimeData())
        if dragged is not None and dragged.node != self.item.id:
            event.acceptProposedAction()
            self._hold_over(held=True)
            self.dragged_over.emit()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802
        self._hold_over(held=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._hold_over(held=False)
        dragged = unpacked(event.mimeData())
        if dragged is not None:
            event.acceptProposedAction()
            self.dropped.emit(dragged, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _hold_over(self, *, held: bool) -> None:
        self._held_over = held
        self.update()


class _Laid:
    """A row laid out for a width: where each of its texts stands and how tall it is."""

    def __init__(self, row: NodeRow, width: int) -> None:
        font, metrics = row.font(), row.fontMetrics()
        self._bold = QFont(font)
        self._bold.setBold(True)
        bold = QFontMetrics(self._bold)
        item = row.item
        self._id = item.id
        self._id_left = PAD + (BOX if item.tickable else 0) + (INDENT if item.nested else 0)
        self._line = metrics.height()
        left = self._id_left + bold.horizontalAdvance("W4.E10.1" if item.nested else "W4.E10") + 12
        room = max(120, min(width - left - PAD, metrics.averageCharWidth() * MOST_CHARACTERS))
        self._state = row.chip_words()
        self._judgement = row.judgement
        sign = self._line if self._judgement else 0
        chip = metrics.horizontalAdvance(self._state) + sign + 2 * PAD if self._state else 0
        self._parts: list[tuple[QPoint, RowText, bool]] = []
        y = ABOVE
        self._parts.append((QPoint(left, y), RowText(item.text, font, room), False))
        y += self._parts[-1][1].height
        for words in (item.note, item.left_out or ""):
            if words:
                self._parts.append((QPoint(left, y), RowText(words, font, room), True))
                y += self._parts[-1][1].height
        self._chip = QRect(left, y + 1, chip, self._line - 1) if chip else QRect()
        held = quiet.holdings_words(row.held)
        words = row.quiet_words().replace(held, quiet.unbroken(held)) if held else row.quiet_words()
        words = words.replace(" · ", "\u00a0· ")
        taken = chip + PAD if chip else 0
        if words:
            text = RowText(words, font, room - taken)
            self._parts.append((QPoint(left + taken, y), text, True))
            y += text.height
        elif chip:
            y += self._line
        self.height = y + ABOVE

    def draw(self, painter: QPainter) -> None:
        palette = QGuiApplication.palette()
        font = painter.font()
        painter.setFont(self._bold)
        painter.setPen(palette.color(QPalette.ColorRole.Link))
        place = QRect(self._id_left, ABOVE, 200, self._line)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._id)
        painter.setFont(font)
        for at, text, muted in self._parts:
            role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.Text
            text.draw(painter, at.x(), at.y(), palette.color(role))
        if not self._chip.isNull():
            painter.setPen(palette.color(QPalette.ColorRole.Dark))
            painter.drawRoundedRect(self._chip, 3, 3)
            colour, words = palette.color(QPalette.ColorRole.Text), QRect(self._chip)
            if self._judgement:
                sign = QRect(words.left() + PAD // 2, words.top(), words.height(), words.height())
                draw_judgement(painter, sign, self._judgement, colour)
                words.setLeft(sign.right() - PAD // 2)
            painter.setPen(colour)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._state)
