"""How the selected key-evidence item stands: a button a state, and a reason for whoever wants to give one.

Signals of StateBar: `wanted(str, object)` with a state and the reason (None for none); `left()` when Esc leaves the reason.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.state_keys import LETTERS, state_title


class ReasonEdit(QLineEdit):
    """Esc gives the field up: its owner puts back what is recorded."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class StateBar(QWidget):
    wanted = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: EvidenceState = "none"
        self._recorded = ""
        self.buttons: dict[EvidenceState, QToolButton] = {}
        states = FlowLayout(8)
        for state in LETTERS:
            if state != "none":
                states.addWidget(self._button(state))
        self.reason = ReasonEdit()
        self.reason.setMaxLength(1000)
        self.reason.returnPressed.connect(self._keep_reason)
        self.reason.escaped.connect(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(states)
        layout.addWidget(self.reason)
        self.show_state("none", None)

    def _button(self, state: EvidenceState) -> QToolButton:
        button = QToolButton()
        button.setText(state_title(state))
        button.setCheckable(True)
        button.setToolTip(f"{state_title(state)} ({LETTERS[state]})")
        button.clicked.connect(partial(self._press, state))
        self.buttons[state] = button
        return button

    def show_state(self, state: EvidenceState, reason: str | None) -> None:
        """What is recorded. A reason being typed is left alone while the item stays the same."""
        typing = self.reason.hasFocus() and self.reason.text() != self._recorded
        self._state, self._recorded = state, reason or ""
        self._mark_standing()
        if not typing:
            self.reason.setText(self._recorded)
            self.reason.setCursorPosition(0)
        self.reason.setEnabled(state != "none")
        words = self.tr("Of whom, or why (optional)") if state == "requested" else self.tr("Reason (optional)")
        self.reason.setAccessibleName(words)
        self.reason.setPlaceholderText(words if state != "none" else self.tr("A state can carry a reason"))
        self.reason.setToolTip(self.tr("Enter on the item comes here; Enter keeps the reason, Esc leaves it"))

    def show_item(self, item: str, state: EvidenceState, reason: str | None) -> None:
        """Another item: whatever was being typed for the one before is gone."""
        self._recorded = self.reason.text()
        for one, button in self.buttons.items():
            button.setAccessibleName(f"{item}: {state_title(one)}")
        self.show_state(state, reason)

    def take_focus(self) -> bool:
        """Puts the caret into the reason; False while no state is set that could carry one."""
        if not self.reason.isEnabled():
            return False
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reason.selectAll()
        return True

    def _press(self, state: EvidenceState) -> None:
        """A second press on the present state takes it away. The buttons go on showing what stands, not what was pressed."""
        self._mark_standing()
        self.wanted.emit("none" if state == self._state else state, None)

    def _mark_standing(self) -> None:
        for one, button in self.buttons.items():
            button.setChecked(one == self._state)

    def _keep_reason(self) -> None:
        self._recorded = self.reason.text().strip()
        self.wanted.emit(self._state, self._recorded or None)
        self.left.emit()

    def _leave(self) -> None:
        self.reason.setText(self._recorded)
        self.left.emit()
