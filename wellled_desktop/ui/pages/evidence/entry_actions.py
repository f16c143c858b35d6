"""What can be done with the chosen entry: change it, retract it with a reason, put it back with one.

Signals of EntryActions: `change_wanted(EvidenceEntry)`; `wanted(command)` with RetractEntry or RestoreEntry; `left()` when the
reason was given or left, so that the focus can go back to where it was.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import RestoreEntry, RetractEntry
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.reason_row import ReasonRow


class EntryActions(QWidget):
    change_wanted = Signal(object)
    wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: EvidenceEntry | None = None
        self._asked_of: EvidenceEntry | None = None
        self.change = QPushButton(self.tr("Change…"))
        self.change.setToolTip(
            self.tr("Change the entry; how it stood before stays in the record (F2, or E in the log)")
        )
        self.change.clicked.connect(self.begin_change)
        self.retract = QPushButton()
        self.retract.clicked.connect(self.ask_reason)
        self.reason = ReasonRow()
        self.reason.given.connect(self._give)
        self.reason.left.connect(self.left)
        row = FlowLayout(8)
        row.addWidget(self.change)
        row.addWidget(self.retract)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.reason)

    def show_entry(self, entry: EvidenceEntry | None) -> None:
        self._entry = entry
        self.setVisible(entry is not None)
        if self._asked_of is not None and (entry is None or entry.id != self._asked_of.id):
            self._asked_of = None
            self.reason.hide()
        if entry is None:
            return
        standing = entry.retracted_at is None
        self.change.setVisible(standing)
        self.retract.setText(self.tr("Retract…") if standing else self.tr("Put back…"))
        words = self.tr("Take the entry out, with a reason; it stays readable and can be put back (Delete)")
        self.retract.setToolTip(words if standing else self.tr("Put the entry back, with a reason (Delete)"))
        for button in (self.change, self.retract):
            button.setAccessibleName(f"{entry.ref}: {button.text()}")

    def begin_change(self) -> None:
        """Nothing for an entry that is retracted: it has to be put back first."""
        if self._entry is not None and self._entry.retracted_at is None:
            self.change_wanted.emit(self._entry)

    def ask_reason(self) -> None:
        if self._entry is None:
            return
        self._asked_of = self._entry
        standing = self._entry.retracted_at is None
        why = self.tr("Why is %1 retracted? It stays readable.") if standing else self.tr("Why is %1 put back?")
        self.reason.ask(why.replace("%1", self._entry.ref))

    def _give(self, reason: str) -> None:
        asked_of, self._asked_of = self._asked_of, None
        if asked_of is not None:
            standing = asked_of.retracted_at is None
            self.wanted.emit(RetractEntry(asked_of.id, reason) if standing else RestoreEntry(asked_of.id, reason))
        self.left.emit()
