"""The form beside the log: for a new entry, for one that was offered and is filled in already, and for changing one.

Signals of EntryForm: `recorded(RecordEvidence)`; `amended(AmendEntry)`; `closed()` when it is left without either; `touched()`
at each change by hand; `hidden()`.
"""

import os
import time

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.into_view import bring_into_view
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.evidence.entry_fields import EntryFields, Typed, typed_of
from wellled_desktop.ui.pages.evidence.entry_values import EntryValues, amending, recording, values_of


class EntryForm(QWidget):
    """What is typed of a new entry waits while another is offered or one is changed, and is there again afterwards."""

    recorded = Signal(object)
    amended = Signal(object)
    closed = Signal()
    touched = Signal()
    hidden = Signal()

    def __init__(self, index: NodeIndex, nodes: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: EvidenceEntry | None = None
        self._kept: Typed | None = None
        self._kept_by_hand = False
        self._recorded = self._stays_from = ""
        self.fields = EntryFields(index, nodes)
        self.fields.touched.connect(self.touched)
        self._heading = paragraph("", "heading")
        self._answers = paragraph("", "muted")
        self.fields.request.currentIndexChanged.connect(self._show_answers)
        self._problem = paragraph("", "warning")
        self._problem.hide()
        self.record = QPushButton()
        self.record.setProperty("kind", "primary")
        self.record.clicked.connect(self._record)
        self.leave = QPushButton(self.tr("Close"))
        self.leave.clicked.connect(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._answers)
        layout.addWidget(self.fields)
        layout.addWidget(self._problem)
        row = FlowLayout(8)
        row.addWidget(self.record)
        row.addWidget(self.leave)
        layout.addLayout(row)
        layout.addWidget(label(self.tr("Ctrl+Enter records, Esc closes"), "muted"))
        layout.addStretch(1)
        self._show_which()
        self._show_answers()

    @property
    def entry(self) -> EvidenceEntry | None:
        """The entry that is being changed; None for a new one."""
        return self._entry

    @property
    def problem(self) -> str:
        """Why nothing was recorded; "" when there is nothing to say."""
        return self.fields.problems.told or ("" if self._problem.isHidden() else self._problem.text())

    @property
    def answers(self) -> str:
        """What is said above the fields of the request that it will answer; "" for none."""
        return "" if self._answers.isHidden() else self._answers.text()

    def typed_by_hand(self) -> Typed:
        """What was typed of a new entry, also while it waits; nothing where nobody typed anything."""
        if self._kept is not None:
            return self._kept if self._kept_by_hand else Typed()
        return self.fields.typed() if self.fields.is_touched else Typed()

    def put_back(self, typed: Typed) -> None:
        """What was typed before, as if it had just been."""
        self.fields.fill(typed, by_hand=True)

    def begin_new(self, values: EntryValues | None = None) -> None:
        """Goes on with what was typed; with `values`, an entry filled in so, and with the request that was made for it."""
        if values is None:
            self._end_other()
        else:
            request = values.request or self.fields.likely_request(values.nodes)
            self._begin_other(None, msgspec.structs.replace(values, request=request))
        self._show_which()
        self.fields.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if values is not None:
            self.fields.title.selectAll()

    def begin_change(self, entry: EvidenceEntry) -> None:
        self._begin_other(entry, values_of(entry))
        self._show_which()
        self.fields.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_done(self) -> None:
        """What was asked for is on disk. Kind and source stay, as things often come from one source together."""
        self.record.setEnabled(True)
        self._hide_problem()
        if self._kept is not None:
            self._end_other()
        else:
            now = self.fields.typed()
            self.fields.fill(Typed(source_kind=now.source_kind, owner=now.owner))
            self._stays_from = self._recorded
        self._show_which()

    def is_gone(self, entry_id: str) -> None:
        """The entry does not stand any more: what stayed of it does not look as if it were the next one's."""
        if not entry_id or entry_id != self._stays_from:
            return
        self._stays_from = ""
        if self._kept is not None and not self._kept_by_hand:
            self._kept = Typed()
        elif self._kept is None and not self.fields.is_touched:
            self.fields.fill(Typed())

    def tell_refused(self, sentence: str) -> None:
        self.record.setEnabled(True)
        self._problem.setText(sentence)
        self._problem.show()
        bring_into_view(self._problem)

    def _hide_problem(self) -> None:
        self._problem.hide()
        self.fields.problems.hide()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.hidden.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        in_title = self.focusWidget() is self.fields.title
        if enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or in_title):
            self._record()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _begin_other(self, entry: EvidenceEntry | None, values: EntryValues) -> None:
        if self._kept is None:
            self._kept, self._kept_by_hand = self.fields.typed(), self.fields.is_touched
        self._entry = entry
        self._hide_problem()
        self.fields.fill(typed_of(values))

    def _end_other(self) -> None:
        kept, self._kept, self._entry = self._kept, None, None
        if kept is not None:
            self._hide_problem()
            self.fields.fill(kept, by_hand=self._kept_by_hand)

    def _close(self) -> None:
        self._end_other()
        self._show_which()
        self.closed.emit()

    def _record(self) -> None:
        self._hide_problem()
        if not self.record.isEnabled():
            return
        if problem := self.fields.problem():
            self.fields.tell_problem(*problem)
            return
        values = self.fields.values()
        if self._entry is None:
            self.record.setEnabled(False)
            self._recorded = uuid7(time.time_ns() // 1_000_000, os.urandom(10))
            self.recorded.emit(recording(values, self._recorded))
        elif command := amending(self._entry, values):
            self.record.setEnabled(False)
            self.amended.emit(command)
        else:
            self._close()

    def _show_answers(self, _index: int = 0) -> None:
        """On top, as the choice itself stands far down, and may have been made by itself."""
        chosen = self.fields.asked(self.fields.request.currentData())
        words = self.tr("It answers %1, %2 (under More).")
        self._answers.setVisible(chosen is not None)
        if chosen is not None:
            self._answers.setText(words.replace("%1", chosen.ref).replace("%2", chosen.asked_for))

    def _show_which(self) -> None:
        entry = self._entry
        self._heading.setText(self.tr("Change %1").replace("%1", entry.ref) if entry else self.tr("Record evidence"))
        self.record.setText(self.tr("Keep the changes") if entry else self.tr("Record"))
        words = self.tr("Change the entry; how it stood before stays in the record (Ctrl+Enter)")
        self.record.setToolTip(words if entry else self.tr("Record the entry (Ctrl+Enter)"))
        stays = self._kept is None
        words = self.tr("Close the form and change nothing (Esc)")
        self.leave.setToolTip(self.tr("Close the form (Esc); what is typed stays in it") if stays else words)
