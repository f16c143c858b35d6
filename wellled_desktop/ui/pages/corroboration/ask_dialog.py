"""The little questions of the meeting, in large type: what to ask the trust for, what to ask in which session, why to drop.

Signals of AskDialog: `given(tuple[str, ...])` with what stands in the fields, once Enter was pressed; with sessions, the
chosen one's id comes last.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.ui.kit.labels import label, paragraph

_CHARACTERS = 64


class AskDialog(QDialog):
    given = Signal(object)

    def __init__(
        self,
        title: str,
        about: str,
        fields: Sequence[tuple[str, str]],
        go: str,
        parent: QWidget,
        *,
        sessions: Sequence[tuple[str, str]] = (),
        large: QFont,
    ) -> None:
        """`fields` are what each is called and what stands in it; none may stay empty. `sessions` are words and ids."""
        super().__init__(parent)
        self.setFont(large)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = tuple(self._field(name, text) for name, text in fields)
        self.problem = paragraph("", "warning")
        for field in self.fields:
            field.textChanged.connect(self.problem.hide)
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
        self._lay_out(about, [name for name, _ in fields], leave)

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        field.setMaxLength(2000)
        field.setCursorPosition(0)
        return field

    def _lay_out(self, about: str, names: Sequence[str], leave: QPushButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(_large(paragraph(about, "muted"), self.font()))
        parts: list[tuple[str, QWidget]] = list(zip(names, self.fields, strict=True))
        if self.sessions.count():
            parts.append((self.tr("Session"), self.sessions))
        for name, field in parts:
            named = label(name)
            named.setFont(self.font())
            field.setFont(self.font())
            column.addWidget(named)
            column.addWidget(field)
        column.addWidget(self._room_for_problem())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.go, leave):
            button.setFont(self.font())
            buttons.addWidget(button)
        column.addSpacing(8)
        column.addStretch(1)
        column.addLayout(buttons)
        widest = self.screen().availableSize().width() - 80
        self.setMinimumWidth(min(widest, self.fontMetrics().averageCharWidth() * _CHARACTERS))
        self.resize(self.minimumWidth(), column.totalHeightForWidth(self.minimumWidth()))
        self._first_empty().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_empty(self) -> QLineEdit:
        """Where all is filled in, the first: Enter alone is enough there."""
        return next((field for field in self.fields if not field.text().strip()), self.fields[0])

    def _room_for_problem(self) -> QWidget:
        """Kept for it, so that nothing moves when it is told."""
        self.problem.setText(self._empty(max(self.fields, key=lambda field: len(field.accessibleName()))))
        policy = self.problem.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.problem.setSizePolicy(policy)
        self.problem.hide()
        return _large(self.problem, self.font())

    def _empty(self, field: QLineEdit) -> str:
        words = self.tr("“%1” is still empty, so nothing is decided yet. Esc leaves the item as it is.")
        return words.replace("%1", field.accessibleName())

    def _give(self) -> None:
        texts = tuple(field.text().strip() for field in self.fields)
        if not all(texts):
            empty = self._first_empty()
            self.problem.setText(self._empty(empty))
            self.problem.show()
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, self.problem.text()))
            return
        session = self.sessions.currentData()
        self.given.emit((*texts, session) if isinstance(session, str) else texts)
        self.accept()


def _large(widget: QWidget, font: QFont) -> QWidget:
    widget.setFont(font)
    widget.setMaximumWidth(16_777_215)
    return widget
