"""What the meeting's page asks of the record, and what it records: an outcome, and what it becomes, in one transaction.

Signals of CorroborationPresenter: `agenda_read(Evening)`, in the order the meeting began with; `agenda_changed(Evening)`, the
same with what was just decided, before it is on disk, or without what was refused; `decided()` when the next item may be
weighed; `behind_read(BehindItem)`; `sessions_read(Item, tuple)` with the sessions still to come; `days_read(tuple)` with the days
that can be talked about, each with how many outcomes it has; `refused(str)` with a sentence when an outcome was not recorded.
"""

import datetime as dt
import os
import time
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.commands import Command
from wellled_desktop.inspection.corroboration import deciding
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.corroboration.deciding import Became
from wellled_desktop.inspection.corroboration.keeping import kept_in_order
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.store import corroboration_behind, corroboration_reading
from wellled_desktop.store.corroboration_behind import BehindItem
from wellled_desktop.store.corroboration_reading import Basis, Evening
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.node_changes import CONCERNING
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.corroboration.on_the_way import OnTheWay, Sent, sent_with

CHANGES = CONCERNING | frozenset(
    {
        "evidence-amended", "evidence-linked", "finding-recorded", "finding-linked", "finding-retracted",
        "finding-restored", "local-node-added", "local-node-amended", "local-node-retracted", "local-node-restored",
        "request-made", "request-amended", "request-state-set", "question-added", "question-withdrawn",
        "question-state-set", "participant-added", "participant-changed", "session-changed", "trust-types-changed",
        "outcome-recorded", "outcome-withdrawn", "outcome-returned",
    }
)  # fmt: skip
"""The kinds of change after which the agenda may be another."""


class CorroborationPresenter(QObject):
    agenda_read = Signal(object)
    agenda_changed = Signal(object)
    behind_read = Signal(object)
    decided = Signal()
    sessions_read = Signal(object, object)
    days_read = Signal(object)
    refused = Signal(str)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._basis = Basis(opened.pack, opened.scope)
        self._day: dt.date | None = None
        self._pinned: dt.date | None = None
        self._evening: Evening | None = None
        self._item: Item | None = None
        self._asking = self._again = self._whole_wanted = False
        self._on_the_way = OnTheWay()

    def adopt(self) -> None:
        """The framework in use is another: the meeting goes on with it, in the order it has."""
        self._basis = Basis(self._opened.pack, self._opened.scope)
        self.read()

    @property
    def day(self) -> dt.date | None:
        """The day that is talked about; None before it is known."""
        return self._evening.agenda.day if self._evening else self._pinned

    def begin(self, day: dt.date | None) -> None:
        """The meeting of that day; of None, the last day that has something. A meeting that is under way goes on."""
        if day is not None:
            self._pinned = day
        self.read()

    def read(self) -> None:
        """While one reading is on its way, one more at most."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        question = partial(
            corroboration_reading.evening,
            basis=self._basis,
            day=self._pinned,
            today=dt.date.today(),  # noqa: DTZ011  # the wall calendar is meant
        )
        self._opened.bridge.ask(self, question, partial(self._read, self._on_the_way.recorded()))

    def _read(self, seen: frozenset[Sent], found: Evening) -> None:
        self._asking = False
        self._on_the_way.forget(seen)
        if self._again:
            self._again = False
            self.read()
        if self._evening is not None:
            agenda = kept_in_order(self._evening.agenda, found.agenda, found.outcomes)
            found = msgspec.structs.replace(found, agenda=agenda)
        self._pinned = found.agenda.day
        self._evening = found
        self.agenda_read.emit(self._on_the_way.laid_over(found))

    def show_item(self, item: Item, *, whole: bool = False) -> None:
        """Asks for what lies behind it, or the `whole` of that; of items passed over quickly, only the last is told."""
        self._item, self._whole_wanted = item, whole
        question = partial(corroboration_behind.behind_item, basis=self._basis, item=item, whole=whole)
        self._opened.bridge.ask(self, question, partial(self._read_behind, whole))

    def _read_behind(self, whole: bool, behind: BehindItem) -> None:
        if self._item is not None and behind.key == self._item.key and whole == self._whole_wanted:
            self.behind_read.emit(behind)

    def ask_days(self) -> None:
        self._opened.bridge.ask(self, corroboration_reading.days_to_talk_about, self.days_read.emit)

    def ask_sessions(self, item: Item) -> None:
        def told(sessions: tuple[Session, ...]) -> None:
            self.sessions_read.emit(item, sessions)

        self._opened.bridge.ask(self, corroboration_reading.sessions_to_come, told)

    # Recording

    def enough(self, item: Item) -> None:
        if (day := self.day) is not None:
            self._record(item, day, deciding.enough(item, day, new_id))

    def drop(self, item: Item, reason: str) -> None:
        if (day := self.day) is not None:
            self._record(item, day, deciding.dropped(item, reason, day, new_id))

    def request(self, item: Item, asked_for: str, asked_of: str) -> None:
        if (day := self.day) is not None:
            self._record(item, day, deciding.asked_of_the_trust(item, asked_for, asked_of, day, new_id))

    def question(self, item: Item, text: str, session: str) -> None:
        if (day := self.day) is not None:
            self._record(item, day, deciding.asked_in_session(item, session, text, day, new_id))

    def take_back(self, item: Item) -> None:
        now, day = self._now(item), self.day
        if day is not None and now.outcome is not None and not self._on_the_way.is_asking(now.outcome):
            self._send(now, deciding.taken_back(now.outcome, self._became(now)), Sent(day, None))

    def _record(self, item: Item, day: dt.date, commands: tuple[Command, ...]) -> None:
        """What was decided before of the item this evening is taken back with it; the same again is nothing."""
        now = self._now(item)
        became = self._became(now)
        if self._on_the_way.is_asking(now.outcome) or deciding.repeats(now, became, commands):
            return
        sent = sent_with(commands, self._opened.bridge.author, day, dt.datetime.now(dt.UTC))
        self._send(now, (*deciding.replaced(now, became, day), *commands), sent)
        self.decided.emit()

    def _send(self, item: Item, commands: tuple[Command, ...], sent: Sent) -> None:
        def recorded(_changes: tuple[Change, ...]) -> None:
            sent.recorded = True

        def refused(sentence: str) -> None:
            self._on_the_way.put_back(item.key, sent)
            self._tell_changed()
            self.refused.emit(sentence)

        self._on_the_way.send(item.key, sent)
        self._opened.bridge.do(*commands, then=recorded, refused=refused, owner=self)
        self._tell_changed()

    def _tell_changed(self) -> None:
        if self._evening is not None:
            self.agenda_changed.emit(self._on_the_way.laid_over(self._evening))

    def _now(self, item: Item) -> Item:
        """As it stands, with what is on its way: since it was shown, it may have been decided."""
        if self._evening is None:
            return item
        kloes = self._on_the_way.laid_over(self._evening).agenda.kloes
        return next((one for kloe in kloes for one in kloe.items if one.key == item.key), item)

    def _became(self, item: Item) -> Became:
        became = self._evening.became if self._evening is not None else {}
        return became.get(item.outcome.id, Became()) if item.outcome is not None else Became()


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
