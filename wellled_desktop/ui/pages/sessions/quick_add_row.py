"""One line that plans a session, and beneath it what was understood of it.

Signals of QuickAddRow: `planned(QuickPlan)` on Enter, once there is a role; `left()` with Esc.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.quick_add import QuickPlan, read_quick_plan
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.ui.kit.labels import label, paragraph

_NO_LIMIT = 16_777_215


class QuickAddRow(QWidget):
    """`in_words` says what a plan would come to, with what the schedule adds to it (the day, who leads)."""

    planned = Signal(object)
    left = Signal()

    def __init__(
        self, pack: Pack, team: Sequence[str], in_words: Callable[[QuickPlan], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._words: RoleWords | None = None
        self._team = team
        self._in_words = in_words
        self._told = ""
        self.typed = QLineEdit()
        self.typed.setMaxLength(300)
        self.typed.setPlaceholderText(self.tr("10:30 chief executive 45 board room"))
        self.typed.setAccessibleName(self.tr("Quick add: time, role, minutes, place"))
        self.typed.setToolTip(self.tr("Time, role, minutes, place, “by” who leads; Enter plans it (Alt+A)"))
        self.typed.textChanged.connect(self._typed)
        self.typed.returnPressed.connect(self._plan)
        self.understood = paragraph("", "muted")
        title = label(self.tr("Quick &add"))
        title.setBuddy(self.typed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self.typed, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.understood)
        self.understood.setMaximumWidth(_NO_LIMIT)
        self.show_understood()

    def plan(self) -> QuickPlan | None:
        if not self.typed.text().strip():
            return None
        self._words = self._words or RoleWords(self._pack)
        return read_quick_plan(self.typed.text(), self._words, self._team)

    def show_understood(self) -> None:
        plan = self.plan()
        if plan is None:
            words = self._told or self.tr("Type a time, a role, minutes and a place; Enter plans it.")
        elif plan.roles:
            words = self._in_words(plan)
        else:
            words = self.tr("No role is named yet: role before name. For example: 10:30 chief executive 45 board room")
        self.understood.setText(words)
        self.typed.setAccessibleDescription(words)

    def tell(self, words: str) -> None:
        """What was planned, until the next is typed; to screen readers at once. "" takes it back."""
        self._told = words
        self.show_understood()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.typed, words))

    def take_words(self) -> str:
        """What was typed; the line is free for the next."""
        words = self.typed.text()
        self.typed.clear()
        return words

    def give_back(self, words: str) -> None:
        """What could not be recorded, before whatever was typed since."""
        self.typed.setText(" ".join(part for part in (words, self.typed.text()) if part))

    def _typed(self, text: str) -> None:
        if text.strip():
            self._told = ""
        self.show_understood()

    def _plan(self) -> None:
        plan = self.plan()
        if plan is not None and plan.roles:
            self.planned.emit(plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self._told = ""
            self.typed.clear()
            self.show_understood()
            self.left.emit()
            return
        super().keyPressEvent(event)
