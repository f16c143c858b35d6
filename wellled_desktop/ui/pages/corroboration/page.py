"""The evening meeting: one KLOE after another in large type, no names, an outcome with one key, full screen where wanted."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import node_texts, role_titles
from wellled_desktop.inspection.corroboration.agenda import Item, KloeAgenda, key_of
from wellled_desktop.inspection.read_models import CorroborationOutcome, Session
from wellled_desktop.store.corroboration_behind import BehindItem
from wellled_desktop.store.corroboration_reading import Evening
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.corroboration.asking import MeetingQuestions
from wellled_desktop.ui.pages.corroboration.beside import Beside
from wellled_desktop.ui.pages.corroboration.clock import MeetingClock
from wellled_desktop.ui.pages.corroboration.head import MeetingHead
from wellled_desktop.ui.pages.corroboration.outcome_bar import AFTER, BEFORE, KEYS, OutcomeBar
from wellled_desktop.ui.pages.corroboration.presenter import CHANGES, CorroborationPresenter
from wellled_desktop.ui.pages.corroboration.row_list import RowList
from wellled_desktop.ui.pages.corroboration.sizes import IN_WINDOW, WHOLE_SCREEN, enlarged
from wellled_desktop.ui.pages.corroboration.telling import MeetingTelling
from wellled_desktop.ui.pages.corroboration.undone import UndoneOutcome
from wellled_desktop.ui.pages.corroboration.words import corroboration_shortcuts, item_row, prompt_words
from wellled_desktop.ui.places import Place


class CorroborationPage(Page):
    """`kloe` is the place of the KLOE that is shown, from 0."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._opened = opened
        self._whole = self._minutes_asked_for = False
        self._evening: Evening | None = None
        self._wanted = self._weighed = ""
        self.kloe = 0
        self.clock = MeetingClock()
        self.presenter = CorroborationPresenter(opened, self)
        self.head = MeetingHead(self.clock, self)
        self.items = RowList(self.tr("What there is to weigh of this KLOE"), self)
        self.beside = Beside(self)
        self.behind = self.beside.list
        self.bar = OutcomeBar(self)
        self.telling = MeetingTelling(self.head, opened.bridge, self)
        self.undone = UndoneOutcome(opened.bridge, self)
        self.questions = MeetingQuestions(self.presenter, node_texts(opened.pack), role_titles(opened.pack), self)
        self._build()
        self._connect()
        self.follow(opened.bridge, CHANGES)

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.items)
        self.splitter.addWidget(self.beside)
        self.splitter.setSizes([560, 440])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.bar)
        self._points = self.font().pointSizeF()
        self._enlarge()

    def _connect(self) -> None:
        self.presenter.agenda_read.connect(self._show)
        self.presenter.agenda_changed.connect(self._show_changed)
        self.presenter.behind_read.connect(self._show_behind)
        self.presenter.decided.connect(self._next_undecided)
        self.presenter.sessions_read.connect(self._ask_question)
        self.presenter.days_read.connect(self._ask_day)
        self.presenter.refused.connect(self.telling.tell_refused)
        self.telling.notice.connect(self.notice)
        self.undone.found.connect(self._go_back_to)
        self.items.selectionModel().currentChanged.connect(self._item_changed)
        self.head.chosen.connect(self.show_kloe)
        self.bar.pressed_key.connect(self._press)

    # Places

    def show_place(self, place: Place) -> None:
        self._wanted = place.selected
        self._stale = False
        self.presenter.begin(dt.date.fromisoformat(place.key) if place.key else None)
        self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        day, item = self.presenter.day, self.item
        return Place("corroboration", day.isoformat() if day else "", item.node if item else "")

    def adopt(self) -> bool:
        """The meeting goes on where it is, the whole screen and the clock with it."""
        self.questions.adopt(node_texts(self._opened.pack), role_titles(self._opened.pack))
        self.presenter.adopt()
        return True

    def leave(self) -> None:
        self._fill_screen(whole=False)

    def show_told(self, words: str) -> None:
        self.undone.await_changes()
        self.telling.tell_undone(words)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return corroboration_shortcuts()

    def read(self) -> None:
        self.presenter.read()

    # What is shown

    @property
    def agenda(self) -> KloeAgenda | None:
        """That of the KLOE which is shown."""
        return self._evening.agenda.kloes[self.kloe] if self._evening else None

    @property
    def item(self) -> Item | None:
        """The one to be weighed now."""
        at, agenda = self.items.currentIndex().row(), self.agenda
        return agenda.items[at] if agenda is not None and 0 <= at < len(agenda.items) else None

    @property
    def prompt(self) -> str:
        """What stands over what lies behind."""
        return self.beside.prompt

    def _show(self, evening: Evening) -> None:
        if self._wanted or self._evening is None:
            self._evening = evening
            self._go_to_wanted(evening)
        else:
            self._show_changed(evening)

    def _show_changed(self, evening: Evening) -> None:
        current = self.item
        self._evening = evening
        self._fill(current.key if current else "")

    def _go_to_wanted(self, evening: Evening) -> None:
        """Where one was; the first time, the first KLOE with something to weigh."""
        wanted, self._wanted = self._wanted, ""
        self.kloe = evening.agenda.place_wanted(wanted)
        self._fill(next((one.key for one in evening.agenda.kloes[self.kloe].items if one.node == wanted), ""))

    def _fill(self, key: str) -> None:
        """The items of the KLOE; the one of that key is current, else the first to be weighed."""
        evening, agenda = self._evening, self.agenda
        if evening is None or agenda is None:
            return
        self.items.rows.show_rows([item_row(item, evening.words) for item in agenda.items])
        at = self.items.rows.row_of(key) if key else -1
        at = at if at >= 0 else agenda.next_undecided() or 0
        if agenda.items and (at != self.items.currentIndex().row() or not self.items.selectedIndexes()):
            self.items.choose(at)
        self._item_changed()

    def _item_changed(self) -> None:
        evening, agenda, item = self._evening, self.agenda, self.item
        if evening is None or agenda is None:
            return
        self.head.show_kloe(evening.agenda, self.kloe, self.items.currentIndex().row())
        self.beside.begin(prompt_words(agenda, item), item)
        self.bar.show_item(item)
        self.bar.show_more(more=self.beside.more, whole=self.beside.whole)
        if item is not None:
            if item.key != self._weighed:
                self.head.close_notice()
            self._weighed = item.key
            self.presenter.show_item(item, whole=self.beside.whole)

    def _show_behind(self, behind: BehindItem) -> None:
        item = self.item
        if item is not None and item.key == behind.key:
            self.beside.show_behind(item, behind)
            self.bar.show_more(more=self.beside.more, whole=self.beside.whole)

    def _show_whole(self) -> None:
        if self.item is not None and self.beside.turn_whole():
            self.presenter.show_item(self.item, whole=self.beside.whole)

    # Moving on

    def show_kloe(self, at: int) -> None:
        """At its first item to be weighed."""
        if self._evening is not None and 0 <= at < len(self._evening.agenda.kloes):
            self.clock.begin()
            self.kloe = at
            self._fill("")

    def _next_undecided(self) -> None:
        """The next of the KLOE, from the one decided on and round again; with none left, one stays."""
        agenda = self.agenda
        following = agenda.next_undecided(self.items.currentIndex().row()) if agenda is not None else None
        if following is not None:
            self.items.choose(following)

    def _go_back_to(self, outcome: CorroborationOutcome) -> None:
        """To the item of an outcome that was undone or redone, where that is of the day talked about."""
        at = self._evening.agenda.place_of(outcome) if self._evening is not None else None
        if at is not None:
            self.kloe = at
            self._fill(key_of(outcome))
            self.items.scrollTo(self.items.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        held_down = event.isAutoRepeat() and key not in (*BEFORE, *AFTER)
        if modifiers or held_down or not self._press(Qt.Key(key)):
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key) -> bool:
        """Whether the key is one of the meeting's; what was told before goes with it."""
        asked_before, self._minutes_asked_for = self._minutes_asked_for, False
        if key != Qt.Key.Key_Escape:  # that closes it alone
            self.head.close_notice()
        if key in BEFORE:
            self.show_kloe(self.kloe - 1)
        elif key in AFTER:
            self.show_kloe(self.kloe + 1)
        elif key in (Qt.Key.Key_F, Qt.Key.Key_F11):
            self._fill_screen(whole=not self._whole)
        elif key == Qt.Key.Key_Escape and self._whole:
            if not self.head.close_notice():
                self._fill_screen(whole=False)
        elif key == Qt.Key.Key_A:
            self._show_whole()
        elif key == Qt.Key.Key_T:
            self.presenter.ask_days()
        elif key == Qt.Key.Key_P:
            self._go_to_minutes(asked_before=asked_before)
        else:
            return self._decide(key)
        return True

    def _decide(self, key: Qt.Key) -> bool:
        item, evening = self.item, self._evening
        if item is None or evening is None or key not in KEYS:
            return False
        self.clock.begin()
        if key == Qt.Key.Key_E:
            self.presenter.enough(item)
        elif key == Qt.Key.Key_R:
            self.questions.ask_request(item, self._large, evening.masking)
        elif key == Qt.Key.Key_Q:
            self.presenter.ask_sessions(item)
        elif key == Qt.Key.Key_D:
            self.questions.ask_reason(item, self._large)
        else:
            self.presenter.take_back(item)
        return True

    def _ask_question(self, item: Item, sessions: tuple[Session, ...]) -> None:
        nobody = self.tr("No session is still to come, so there is nobody to ask. R makes a request instead.")
        if sessions:
            self.questions.ask_question(item, sessions, self._large)
        else:
            self.telling.tell(nobody)

    def _ask_day(self, days: tuple[tuple[dt.date, int], ...]) -> None:
        if self.presenter.day is not None:
            self.questions.ask_day(days, self.presenter.day, self._large, self._go_to_day)

    def _go_to_day(self, day: dt.date) -> None:
        kloe = self.agenda.kloe if self.agenda is not None else ""
        self.go.emit(Place("corroboration", day.isoformat(), kloe))

    def _go_to_minutes(self, *, asked_before: bool) -> None:
        """Whoever sits at the table sees the whole window then: from the whole screen, one asks twice."""
        if self._whole and not asked_before:
            self._minutes_asked_for = True
            self.telling.tell(
                self.tr("The minutes are written in Reports, which leaves full screen. P again goes there.")
            )
            return
        day = self.presenter.day
        self.go.emit(Place("reports", day.isoformat() if day else "", "minutes"))

    # The screen

    def _fill_screen(self, *, whole: bool) -> None:
        if whole != self._whole:
            self._whole = self.telling.whole = whole
            self.head.close_notice()
            self.clock.begin()
            self._enlarge()
            self.bar.show_whole(whole)
            self.whole_screen.emit(whole)
            self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enlarge(self) -> None:
        self._large = enlarged(self.font(), self._points * (WHOLE_SCREEN if self._whole else IN_WINDOW))
        self.items.setFont(self._large)
        self.beside.enlarge(self._large)
        self.head.enlarge(self._large)
        self.bar.enlarge(enlarged(self.font(), self._points * (WHOLE_SCREEN / IN_WINDOW if self._whole else 1)))
