"""The Requests page: what was asked of the trust, the longest waiting first, and what became of it."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.commands import Command, MakeRequest
from wellled_desktop.inspection.read_models import RequestList
from wellled_desktop.store import talk_reading
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.requests import new_request
from wellled_desktop.ui.pages.requests.answering import Answering
from wellled_desktop.ui.pages.requests.changing import Changing
from wellled_desktop.ui.pages.requests.details import Details
from wellled_desktop.ui.pages.requests.due import wall_today
from wellled_desktop.ui.pages.requests.keys import requests_shortcuts
from wellled_desktop.ui.pages.requests.liaison_export import LiaisonExport
from wellled_desktop.ui.pages.requests.making import Making, new_id
from wellled_desktop.ui.pages.requests.new_request import NewRequest
from wellled_desktop.ui.pages.requests.outcomes import OUTCOMES, Outcome, became, commands_for, offered
from wellled_desktop.ui.pages.requests.request_model import WIDE, Asked, RequestModel
from wellled_desktop.ui.pages.requests.response_row import ResponseRow
from wellled_desktop.ui.pages.requests.room import Room
from wellled_desktop.ui.places import Place

LEAST_CHARACTERS = 20
CONCERNING = frozenset(
    {
        "evidence-state-set", "request-made", "request-amended", "request-state-set", "evidence-recorded",
        "evidence-amended", "evidence-retracted", "evidence-restored",
    }
)  # fmt: skip


class RequestsPage(Page):
    """`today` is the day by which ages are counted."""

    def __init__(
        self, opened: Opened, parent: QWidget | None = None, *, today: Callable[[], dt.date] = wall_today
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._opened = opened
        self._wanted = ""
        self._arriving = False
        self.requests = RequestModel(opened.pack, self)
        self.table = RecordTable(self.tr("Requests to the trust, the longest waiting first"), self.requests, wide=WIDE)
        samples = {
            0: "R-000",
            2: "S-00 l.000, W4.E10",
            3: "company secretary",
            4: "Wed 30 Sept",
            5: "122 days",
            6: "was due Wed 30 Sept",
            7: "received, E-000",
        }
        self.table.set_widths(samples, give_way=(4, 3, 6, 2), least_beside={2: LEAST_CHARACTERS, 6: LEAST_CHARACTERS})
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self._facts = paragraph("", "muted")
        self.new_request = NewRequest(today)
        self.changing = Changing(
            opened.bridge, self.new_request, refused=self.notice.emit, back=self._take_focus, parent=self
        )
        self.changing.told.connect(self.told)
        self.answering = Answering(opened.bridge, self)
        self.answering.refused.connect(self.notice)
        self.number_all = QPushButton()
        self.number_all.setProperty("kind", "link")
        self.number_all.clicked.connect(self._number_all)
        self.details = Details(self.requests, self.changing.button, self.answering.field)
        self.details.outcome_wanted.connect(self._set)
        self.reason, self.buttons = self.details.reason, self.details.buttons
        self.responses = ResponseRow(opened.pack)
        self.making = Making(
            opened.bridge, self.new_request, self.responses, self.requests.is_evidence, self, today=today
        )
        self.making.begun.connect(self._making_of)
        self.making.made.connect(self._made)
        self.making.told.connect(self.told)
        self.making.said.connect(self.notice)
        self.export = LiaisonExport(opened, self)
        self.responses.list_wanted.connect(self._list_for_liaison)
        self.export.said.connect(self.notice)
        self._build()
        for part in (self.table, self.details, self.number_all):
            part.hide()
        shortcut = QShortcut(QKeySequence(new_request.KEYS), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.new_request.asked_for.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self.follow(opened.bridge, CONCERNING)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Requests"), "title"))
        head.addStretch(1)
        self.worries = QPushButton(self.tr("Worries and the risk register (Ctrl+7)"))
        self.worries.setProperty("kind", "link")
        self.worries.clicked.connect(partial(self.go.emit, Place("worries")))
        head.addWidget(self.worries)
        layout.addLayout(head)
        about = QWidget()
        said = QVBoxLayout(about)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self._facts)
        said.addWidget(self.responses)
        layout.addWidget(about)
        layout.addWidget(self.new_request)
        layout.addWidget(self.number_all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.details)
        layout.addStretch(0)
        self.room = Room(self, layout, about, self.table, self.details)

    def show_place(self, place: Place) -> None:
        self._wanted = place.selected or place.key
        self._arriving = True
        self.refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        """The rows have it; where there are none yet, the line for a new request."""
        target = self.new_request.asked_for if self.table.isHidden() else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        asked = self._current()
        return Place("requests", selected=asked.key if asked else "")

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return requests_shortcuts()

    @property
    def facts(self) -> str:
        """What is said beneath the title."""
        return self._facts.text()

    # Reading

    def read(self) -> None:
        self._opened.bridge.ask(self, talk_reading.request_list, self._show)

    def _show(self, asked: RequestList) -> None:
        """The row of what was current stays the current one; when that is gone, the one now in its place."""
        row, key = self.table.currentIndex().row(), self._wanted or self.present_place().selected
        self._wanted = ""
        self.requests.show_requests(asked, self._today())
        self.responses.show_requests(asked, self._today())
        kept = self.requests.row_of(key)
        self.table.choose_row(kept if kept >= 0 else min(max(row, 0), self.requests.rowCount() - 1))
        self._show_chosen(self.table.currentIndex().row())
        self._tell()
        if self._arriving and not self.new_request.asked_for.text():
            self._take_focus()
        self._arriving = False

    def _tell(self) -> None:
        waiting, unnumbered, past = self.requests.counts
        count = waiting + unnumbered + past
        parts = (
            counted(waiting, self.tr("request open"), self.tr("requests open")) if waiting else "",
            counted(unnumbered, self.tr("item without a number"), self.tr("items without a number"))
            if unnumbered
            else "",
            self.tr("%1 received or withdrawn").replace("%1", f"{past:,}") if past else "",
        )
        self._facts.setText(
            ", ".join(part for part in parts if part)
            + self.tr(": what was asked of the trust, the longest waiting first.")
            if count
            else self.tr(
                "Nothing is asked of the trust at present. Ctrl+R makes a request here; Ctrl+M on a claim in a session asks for "
                "what could prove it; R on a key-evidence item of a KLOE's page marks it requested."
            )
        )
        items = counted(unnumbered, self.tr("item is requested"), self.tr("items are requested"))
        self.number_all.setText(self.tr("%1 without a number. Give each a number").replace("%1", items))
        self.number_all.setVisible(unnumbered > 1)
        self.table.setVisible(count > 0)
        self.details.setVisible(count > 0)
        self.room.share()

    def _current(self) -> Asked | None:
        return self.requests.asked_at(self.table.currentIndex().row())

    def _show_chosen(self, row: int) -> None:
        asked = self.requests.asked_at(row)
        self.changing.show_chosen(asked)
        self.answering.show_chosen(asked)
        self.details.show_chosen(asked)
        self.room.share()

    # Going on

    def _open_entry(self, asked: Asked) -> None:
        """The first that answered the request."""
        answers = self.requests.answers_to(asked)
        if answers:
            self.go.emit(Place("evidence", selected=answers[0].entry))

    def _open(self, row: int) -> None:
        asked = self.requests.asked_at(row)
        if asked is None:
            return
        if asked.request is not None and asked.request.line and asked.request.session:
            self.go.emit(Place("session", asked.request.session, asked.request.line))
        else:
            self._open_item(asked)

    def _open_item(self, asked: Asked) -> None:
        if asked.node:
            self.go.emit(Place("kloe", asked.node.split(".", maxsplit=1)[0], asked.node))

    # Writing

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        asked = self._current()
        if asked is None or event.modifiers() or not self.table.hasFocus():
            super().keyPressEvent(event)
            return
        key = Qt.Key.Key_Backspace if event.key() == Qt.Key.Key_Delete else Qt.Key(event.key())
        outcome = next((one for one in OUTCOMES if one.key == key and offered(one, asked)), None)
        if outcome is not None:
            self._set(outcome)
        elif key in _OTHERS:
            _OTHERS[key](self, asked)
        elif key != Qt.Key.Key_C or not self.changing.begin():
            super().keyPressEvent(event)

    def _set(self, outcome: Outcome) -> None:
        asked = self._current()
        if asked is None or not offered(outcome, asked):
            return
        reason = self.reason.text().strip() or None
        commands = commands_for(outcome, asked, reason, self.requests.words_of(asked), new_id)
        said = became(outcome, self.requests.ref_of(asked))
        self.answering.with_entry(outcome, asked, commands, partial(self._do, said))

    def _do(self, said: str, *commands: Command) -> None:
        self._opened.bridge.do(*commands, then=lambda _: self.told.emit(said), refused=self.notice.emit, owner=self)

    def _number_all(self) -> None:
        rows = (self.requests.asked_at(row) for row in range(self.requests.rowCount()))
        items = [one for one in rows if one is not None and one.item is not None]
        made = [MakeRequest(new_id(), self.requests.text_of(one.node), node=one.node) for one in items]
        words = counted(len(made), self.tr("request is made"), self.tr("requests are made"))
        self._do(words, *made)

    def _list_for_liaison(self) -> None:
        self.export.choose(self._today())

    def _making_of(self, request_id: str) -> None:
        """Its row is to be the current one."""
        self._wanted = request_id

    def _made(self) -> None:
        """The line is ready for the next (Ctrl+R); the keys are the rows' again, of which there may be none yet."""
        self.new_request.clear()
        self._arriving = self.table.isHidden()
        self._take_focus()


_OTHERS: dict[Qt.Key, Callable[[RequestsPage, Asked], None]] = {
    Qt.Key.Key_I: RequestsPage._open_item,
    Qt.Key.Key_E: RequestsPage._open_entry,
    Qt.Key.Key_V: lambda page, _asked: page.making.record_times(),
    Qt.Key.Key_L: lambda page, _asked: page._list_for_liaison(),
}
