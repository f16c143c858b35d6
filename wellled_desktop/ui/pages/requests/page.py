"""The Requests page: what was asked of the trust, oldest first, and what became of it."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import SetEvidenceState
from wellled_desktop.inspection.read_models import EvidenceItemState
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.store import reading
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS, label, paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.state_keys import KEYS, LETTERS, state_title
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.requests.request_model import WIDE, RequestModel
from wellled_desktop.ui.places import Place

OUTCOMES: tuple[EvidenceState, ...] = ("gathered", "not-held", "not-pursued", "none")


class RequestsPage(Page):
    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._wanted = ""
        self.requests = RequestModel(opened.pack, self)
        self.table = RecordTable(self.tr("Requests to the trust, oldest first"), self.requests, wide=WIDE)
        samples = {
            0: "W4.E10.10",
            2: "asked of the company secretary",
            3: "Wed 11 March",
            4: "122 days",
            5: "Rosalind Peppercorn",
        }
        self.table.set_widths(samples, give_way=(5, 3, 2))
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self._facts = paragraph("", "muted")
        self._chosen = paragraph("")
        self.reason = QLineEdit()
        self.reason.setMaxLength(1000)
        self.reason.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS)
        self.reason.setPlaceholderText(self.tr("A reason or remark for the record (optional)"))
        self.reason.setAccessibleName(self.tr("Reason for the state (optional)"))
        self.buttons: dict[EvidenceState, QPushButton] = {}
        self._outcome = self._outcomes()
        self._build()
        self.follow(opened.bridge, frozenset({"evidence-state-set"}))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Requests"), "title"))
        layout.addWidget(self._facts)
        layout.addSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._outcome)
        layout.addStretch(0)

    def _outcomes(self) -> QWidget:
        widget = QWidget()
        row = FlowLayout(8)
        for state in OUTCOMES:
            words = self.tr("No longer asked") if state == "none" else state_title(state)
            button = QPushButton(words)
            button.setToolTip(f"{words} ({LETTERS[state]})")
            button.clicked.connect(partial(self._set, state))
            self.buttons[state] = button
            row.addWidget(button)
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._chosen)
        layout.addWidget(self.reason)
        layout.addLayout(row)
        return widget

    def show_place(self, place: Place) -> None:
        self._wanted = place.selected or place.key
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        request = self._current()
        return Place("requests", selected=request.node if request else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return (
            Shortcut("G", self.tr("The item has been gathered")),
            Shortcut("H", self.tr("The trust does not hold it")),
            Shortcut("P", self.tr("Not pursued")),
            Shortcut("Backspace", self.tr("No longer asked")),
            Shortcut("Return", self.tr("Open the item on its page")),
        )

    @property
    def facts(self) -> str:
        """What is said beneath the title."""
        return self._facts.text()

    # Reading

    def read(self) -> None:
        self._opened.bridge.ask(self, partial(reading.evidence_states, state="requested"), self._show)

    def _show(self, requests: tuple[EvidenceItemState, ...]) -> None:
        """The row of what was current stays the current one; when that is gone, the one now in its place."""
        row, node = self.table.currentIndex().row(), self._wanted or self.present_place().selected
        self._wanted = ""
        self.requests.show_requests(requests, dt.date.today())  # noqa: DTZ011  # days of the wall calendar are meant
        kept = self.requests.row_of(node)
        last = self.requests.rowCount() - 1
        self.table.choose_row(kept if kept >= 0 else min(max(row, 0), last))
        self._show_chosen(self.table.currentIndex().row())
        self._tell()

    def _tell(self) -> None:
        count = self.requests.rowCount()
        self._facts.setText(
            self.tr("%1 of the trust and not yet here, the longest waiting first.").replace(
                "%1", counted(count, self.tr("item is asked"), self.tr("items are asked"))
            )
            if count
            else self.tr(
                "Nothing is asked of the trust at present. On a KLOE's page, R on a key-evidence item marks it requested, and it "
                "stands here until it is gathered, not held or not pursued."
            )
        )
        self.table.setVisible(count > 0)
        self._outcome.setVisible(count > 0)

    def _current(self) -> EvidenceItemState | None:
        return self.requests.request_at(self.table.currentIndex().row())

    def _show_chosen(self, row: int) -> None:
        request = self.requests.request_at(row)
        self.reason.clear()
        self._chosen.setText(self._whole(request) if request else "")
        for state, button in self.buttons.items():
            button.setEnabled(request is not None)
            words = button.text()
            button.setAccessibleName(f"{request.node}: {words}" if request else words)
            button.setProperty("state", state)

    def _whole(self, request: EvidenceItemState) -> str:
        """With of whom it was asked, or why: that column gives way where there is little room."""
        asked = f"{request.node}: {self.requests.text_of(request.node)}"
        return f"{asked}\n{request.reason}" if request.reason else asked

    def _open(self, row: int) -> None:
        request = self.requests.request_at(row)
        if request is not None:
            self.go.emit(Place("kloe", request.node.split(".", maxsplit=1)[0], request.node))

    # Writing

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        state = KEYS.get(Qt.Key(event.key()))
        if state in OUTCOMES and not event.modifiers() and self.table.hasFocus():
            self._set(state)
            return
        super().keyPressEvent(event)

    def _set(self, state: EvidenceState) -> None:
        request = self._current()
        if request is None:
            return
        reason = self.reason.text().strip() or None
        self._opened.bridge.do(SetEvidenceState(request.node, state, reason), refused=self.notice.emit, owner=self)
