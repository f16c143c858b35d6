"""The small form that records an evidence entry: what it is, what kind of source, from whom, of what date, for which nodes.

Signals of EntryForm: `recorded(RecordEvidence)`; `closed()` when it is left without recording.
"""

import datetime as dt
import os
import re
import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.words import SOURCE_KINDS
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.words import in_words
from wellled_desktop.ui.pages.evidence.node_field import NodeField

_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


class EntryForm(QWidget):
    recorded = Signal(object)
    closed = Signal()

    def __init__(self, index: NodeIndex, nodes: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.title.setMaxLength(500)
        self.kinds = QComboBox()
        for kind in SOURCE_KINDS:
            self.kinds.addItem(in_words(kind), kind)
        self.owner = QLineEdit()
        self.owner.setMaxLength(200)
        self.owner.setPlaceholderText(self.tr("such as company secretary"))
        self.dated = QLineEdit()
        self.owner.setToolTip(self.tr("A role before a name"))
        self.dated.setPlaceholderText(self.tr("31/03/2025 (optional)"))
        self.dated.setToolTip(self.tr("The thing's own date, not today's"))
        self.nodes = NodeField(index, nodes)
        self.nodes.setPlaceholderText(self.tr("W3.E5, or # and words of it"))
        self.remarks = QPlainTextEdit()
        self.remarks.setTabChangesFocus(True)
        self.remarks.setFixedHeight(self.fontMetrics().height() * 4 + 16)
        self._problem = paragraph("", "warning")
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Record evidence"), "heading"))
        layout.addLayout(self._fields())
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())
        layout.addStretch(1)

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(4)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("What was gathered"), self.title),
            (self.tr("Kind of source"), self.kinds),
            (self.tr("From whom"), self.owner),
            (self.tr("Dated"), self.dated),
            (self.tr("Linked to"), self.nodes),
            (self.tr("Remarks"), self.remarks),
        )
        for words, field in fields:
            field.setAccessibleName(words)
            form.addRow(words, field)
        return form

    def _buttons(self) -> QHBoxLayout:
        self.record = QPushButton(self.tr("Record"))
        self.record.setProperty("kind", "primary")
        self.record.setToolTip(self.tr("Record the entry (Ctrl+Enter)"))
        self.record.clicked.connect(self._record)
        leave = QPushButton(self.tr("Close"))
        leave.setToolTip(self.tr("Close the form (Esc); what is typed stays in it"))
        leave.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.record)
        row.addWidget(leave)
        row.addStretch(1)
        return row

    @property
    def problem(self) -> str:
        """Why nothing was recorded; "" when there is nothing to say."""
        return "" if self._problem.isHidden() else self._problem.text()

    def clear(self) -> None:
        """Ready for the next entry; kind and source stay, as things often come from one source together."""
        for field in (self.title, self.dated, self.nodes, self.remarks):
            field.clear()
        self._problem.hide()

    def tell_refused(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or self.focusWidget() is self.title):
            self._record()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _record(self) -> None:
        self._problem.hide()
        dated, problem = _date_in(self.dated.text())
        if not self.title.text().strip():
            self._stop(self.title, self.tr("An evidence entry needs a title. Nothing was recorded yet."))
        elif problem:
            self._stop(
                self.dated, self.tr("The date is not one of the calendar; write it as 31/03/2025, or leave it out.")
            )
        elif unknown := self.nodes.unknown():
            words = self.tr("%1 is not in this inspection's framework; take an id that is offered, or leave it out.")
            self._stop(self.nodes, words.replace("%1", f"“{unknown[0]}”"))
        else:
            self.recorded.emit(self._command(dated))

    def _command(self, dated: dt.date | None) -> RecordEvidence:
        return RecordEvidence(
            id=uuid7(time.time_ns() // 1_000_000, os.urandom(10)),
            title=self.title.text().strip(),
            source_kind=self.kinds.currentData(),
            owner=self.owner.text().strip(),
            dated=dated,
            nodes=self.nodes.nodes(),
            remarks=self.remarks.toPlainText().strip(),
        )

    def _stop(self, field: QWidget, sentence: str) -> None:
        self.tell_refused(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _date_in(typed: str) -> tuple[dt.date | None, bool]:
    """The date typed in the British order, and whether what was typed is none."""
    typed = typed.strip()
    if not typed:
        return None, False
    match = _DATE.fullmatch(typed)
    if match is None:
        return None, True
    day, month, year = (int(part) for part in match.groups())
    try:
        return dt.date(year, month, day), False
    except ValueError:
        return None, True
