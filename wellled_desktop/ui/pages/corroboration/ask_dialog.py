"""The little questions of the meeting, in large type: what to ask the trust for, what to ask in which session, why to drop.

Signals of AskDialog: `given(tuple[str, ...])` with what stands in the fields, once Enter was pressed; with sessions, the
chosen one's id comes last.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.corroboration.ask_field import AskField

_CHARACTERS = 64
_FRAME = 80
"""So much of the screen is left for the window's own frame, above and below, and at the sides."""


class AskDialog(QDialog):
    given = Signal(object)

    def __init__(
        self,
        title: str,
        about: str,
        fields: Sequence[AskField],
        go: str,
        parent: QWidget,
        *,
        begin_in: AskField,
        sessions: Sequence[tuple[str, str]] = (),
        large: QFont,
    ) -> None:
        """None of the `fields` may stay empty; it begins in `begin_in`. `sessions` are words and ids."""
        super().__init__(parent)
        self.setFont(large)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = tuple(fields)
        self.problem = paragraph("", "warning")
        for field in self.fields:
            field.textChanged.connect(self.problem.hide)
            field.entered.connect(self._give)
        self.sessions = QComboBox()
        self.sessions.setAccessibleName(self.tr("Session"))
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words, session in sessions:
            self.sessions.addItem(words, session)
        self.go = QPushButton(go)
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.go.setToolTip(self.tr("%1 (Enter)").replace("%1", go))
        self.go.clicked.connect(self._give)
        leave = QPushButton(self.tr("Leave it"))
        leave.setAutoDefault(False)
        leave.setToolTip(self.tr("Decide nothing (Esc)"))
        leave.clicked.connect(self.reject)
        self._begin_in = begin_in
        self._about = _large(paragraph(about, "muted"), self.font())
        self._inner = QWidget()
        self._asked = QVBoxLayout(self._inner)
        self.area = self._scrolling()
        self._column = QVBoxLayout(self)
        self._lay_out(leave)
        self._fit()
        begin_in.begin()

    def _scrolling(self) -> QScrollArea:
        """What is asked: all of it where the screen has room, and else as much as there is room for."""
        column = self._asked
        self._inner.setProperty("kind", "page")
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        parts: list[tuple[str, QWidget]] = [(field.accessibleName(), field) for field in self.fields]
        if self.sessions.count():
            parts.append((self.tr("Session"), self.sessions))
        for name, part in parts:
            named = label(name)
            named.setFont(self.font())
            part.setFont(self.font())
            column.addWidget(named)
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.verticalScrollBar().rangeChanged.connect(self._show_field)
        return area

    def _show_field(self) -> None:
        """The one that is typed in, whenever it turns out how high the others are."""
        QTimer.singleShot(0, self, self._scroll_to_field)

    def _scroll_to_field(self) -> None:
        """To the whole of it: the area by itself scrolls to where its caret is."""
        field = self.focusWidget() or self._begin_in
        if self.area.isAncestorOf(field):
            top = field.mapTo(self._inner, QPoint(0, 0)).y()
            for y in (top + field.height(), top):
                self.area.ensureVisible(0, y, 0, 0)

    def _lay_out(self, leave: QPushButton) -> None:
        column = self._column
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.area, 1)
        column.addWidget(self._room_for_problem())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.go, leave):
            button.setFont(self.font())
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _fit(self) -> None:
        """Whole on the screen, whatever is asked and however large the text: the buttons always, what is above them scrolls.

        The bar is there or not from the beginning: one that came and went would change how the words wrap.
        """
        room, column = self.screen().availableSize(), self._column
        width = min(room.width() - _FRAME, self.fontMetrics().averageCharWidth() * _CHARACTERS)
        margins = column.contentsMargins()
        inner = width - margins.left() - margins.right()
        beneath = [one for at in (1, 2) if (one := column.itemAt(at)) is not None]
        heights = (one.heightForWidth(inner) if one.hasHeightForWidth() else one.sizeHint().height() for one in beneath)
        others = margins.top() + margins.bottom() + 2 * column.spacing() + sum(heights)
        most = room.height() - _FRAME
        for field in self.fields:
            field.show_lines(fewer=False)
        if others + self._asked_height(inner) > most:
            for field in self.fields:
                field.show_lines(fewer=True)
        asked = self._asked_height(inner)
        fits = others + asked <= most
        if not fits:
            self._asked_height(inner - self.area.verticalScrollBar().sizeHint().width())
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.area.setVerticalScrollBarPolicy(bar)
        self.setMinimumWidth(width)
        self.setMaximumHeight(most)
        self.resize(width, others + asked if fits else most)

    def _asked_height(self, width: int) -> int:
        """Of what is asked at that width; by themselves the words would tell the area how high they are when they are narrow."""
        self._about.setFixedHeight(self._about.heightForWidth(width))
        return self._asked.totalHeightForWidth(width)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now does the style sheet say how high the fields are."""
        super().showEvent(event)
        self._fit()
        self._show_field()

    def _room_for_problem(self) -> QWidget:
        """Kept for it, so that nothing moves when it is told."""
        self.problem.setText(self._empty(max(self.fields, key=lambda field: len(field.accessibleName()))))
        policy = self.problem.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.problem.setSizePolicy(policy)
        self.problem.hide()
        return _large(self.problem, self.font())

    def _empty(self, field: AskField) -> str:
        words = self.tr("“%1” is still empty, so nothing is decided yet. Esc leaves the item as it is.")
        return words.replace("%1", field.accessibleName())

    def _give(self) -> None:
        texts = tuple(field.text() for field in self.fields)
        empty = next((field for field in self.fields if not field.text()), None)
        if empty is not None:
            self.problem.setText(self._empty(empty))
            self.problem.show()
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_field()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, self.problem.text()))
            return
        session = self.sessions.currentData()
        self.given.emit((*texts, session) if isinstance(session, str) else texts)
        self.accept()


def _large(widget: QWidget, font: QFont) -> QWidget:
    widget.setFont(font)
    widget.setMaximumWidth(16_777_215)
    return widget
