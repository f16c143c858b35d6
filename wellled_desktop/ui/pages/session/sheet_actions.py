"""What can be done with the question sheet while one writes: walk it, send a tag, mark, drop, move and add questions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.read_models import Question, Session
from wellled_desktop.inspection.words import QuestionState
from wellled_desktop.ui.kit.sheet_drawing import DRAW_KEYS
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.card_panel import CardPanel
from wellled_desktop.ui.pages.session.composed import KnownTags
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.sheet_keys import (
    NEXT_KEYS,
    OWN_KEYS,
    PREVIOUS_KEYS,
    SEND_KEYS,
    STATE_KEYS,
)
from wellled_desktop.ui.pages.session.sheet_panel import SheetPanel
from wellled_desktop.ui.pages.session.sheet_presenter import SheetPresenter
from wellled_desktop.ui.pages.session.sheet_tabs import SheetTabs


class SheetActions(QObject):
    """The sheet and its tabs, connected. A session with a sheet opens on it, one without on its role card."""

    def __init__(self, page: QWidget, opened: Opened, *, card: CardPanel, composer: Composer, known: KnownTags) -> None:
        super().__init__(page)
        self._card = card
        self._composer = composer
        self._known = known
        self._session: Session | None = None
        self._may_choose_tab = False
        self.presenter = SheetPresenter(opened, self)
        self.panel = SheetPanel()
        self.tabs = SheetTabs(self.panel, card)
        self._connect()
        self._install_keys(page)

    def _connect(self) -> None:
        panel, presenter = self.panel, self.presenter
        presenter.read.connect(self._show)
        self.tabs.currentChanged.connect(self._tab_chosen)
        presenter.nothing_new.connect(panel.tell_nothing_new)
        presenter.refused.connect(self._composer.message.show_sentence)
        panel.draw_wanted.connect(self.draw_up)
        panel.state_wanted.connect(self.toggle_state)
        panel.own_written.connect(self._add_own)
        panel.own.left.connect(self._to_composer)
        panel.list.send_wanted.connect(self.send)
        panel.list.drop_wanted.connect(partial(self.toggle_state, "dropped"))
        panel.list.move_wanted.connect(self._move)

    def _install_keys(self, page: QWidget) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            (NEXT_KEYS, partial(self.step, 1)),
            (PREVIOUS_KEYS, partial(self.step, -1)),
            (SEND_KEYS, self.send_shown),
            (DRAW_KEYS, self.draw_up),
            (OWN_KEYS, self.write_own),
            *((keys, partial(self.toggle_state, state)) for state, keys in STATE_KEYS.items()),
        )
        for sequence, then in keys:
            shortcut = QShortcut(QKeySequence(sequence), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)

    # What is on show

    def open(self, session: Session) -> None:
        self._session = session
        self._may_choose_tab = True
        self.panel.clear()
        self.presenter.open(session.id)

    def _show(self, questions: tuple[Question, ...]) -> None:
        self.panel.show_sheet(questions, self._session.planned_minutes if self._session else 0)
        if self._may_choose_tab:
            (self.tabs.show_sheet if questions else self.tabs.show_card)()
            self._may_choose_tab = False

    def _tab_chosen(self) -> None:
        """Whoever has chosen a tab before the sheet was read keeps it."""
        self._may_choose_tab = False

    def show_counts(self, counts: dict[str, int]) -> None:
        self.panel.model.show_counts(counts)

    # What is asked

    def step(self, by: int) -> None:
        self.tabs.show_sheet()
        if not self.panel.step(by):
            self._tell_empty()

    def _tell_empty(self) -> None:
        words = self.tr("The question sheet is empty; %1 draws it up.").replace("%1", DRAW_KEYS)
        self._composer.show_quiet(words)

    def send_shown(self) -> None:
        """The question that is chosen; with the role card in front, its item."""
        if self.tabs.shows_sheet:
            self.send()
        else:
            self._card.list.choose_current()

    def send(self) -> None:
        """The question's tag goes to the line that is written next, and the question is asked."""
        question = self.panel.current_question()
        if question is None:
            self._tell_empty()
            return
        if question.node:
            self._composer.tag(question.node)
        if question.state not in ("asked", "answered"):
            self.presenter.set_state(question.id, "asked")
        self._to_composer()

    def toggle_state(self, state: QuestionState) -> None:
        """The state for the current question; what has it already is open again."""
        self.tabs.show_sheet()
        question = self.panel.current_question()
        if question is None:
            self._tell_empty()
            return
        self.presenter.set_state(question.id, "open" if question.state == state else state)

    def _move(self, question_id: str, place: int) -> None:
        self.presenter.order(self.panel.model.order_with(question_id, place))

    def draw_up(self) -> None:
        self.tabs.show_sheet()
        self.presenter.draw_up()

    def write_own(self) -> None:
        self.tabs.show_sheet()
        self.panel.own.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_own(self, typed: str) -> None:
        """An id typed after # is the question's tag."""
        text, tags = self._known.taken_out(typed)
        if text.strip():
            self.presenter.add_own(text.strip(), tags[0] if tags else None)

    def _to_composer(self) -> None:
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
