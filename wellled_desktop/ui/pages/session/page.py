"""The session page: the role card at the left, lines and composer in the middle, people and facts at the right.

This is the view: what is recorded and read is the presenter's.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import NoteLine, SavedDraft, Session, SessionOpening
from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.kit.curtain import Curtain
from wellled_desktop.ui.kit.inspection_days import utc_now
from wellled_desktop.ui.kit.labels import rule
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.kit.words import clock_time
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.session.card_panel import CardPanel
from wellled_desktop.ui.pages.session.clock_notice import ClockNotice
from wellled_desktop.ui.pages.session.clock_watch import steady_seconds
from wellled_desktop.ui.pages.session.composed import Composed, KnownTags
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.course_actions import CourseActions
from wellled_desktop.ui.pages.session.course_words import remarks
from wellled_desktop.ui.pages.session.draft_saver import DraftSaver
from wellled_desktop.ui.pages.session.follow_up_actions import FollowUpActions
from wellled_desktop.ui.pages.session.interview_offer import InterviewOffer
from wellled_desktop.ui.pages.session.keys import install_keys, session_shortcuts
from wellled_desktop.ui.pages.session.line_actions import LineActions
from wellled_desktop.ui.pages.session.line_finding import LineFinding
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.next_line_words import NextLineWords
from wellled_desktop.ui.pages.session.page_head import PageHead
from wellled_desktop.ui.pages.session.person_finding import PersonFinding
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.privacy_actions import TablePrivacy
from wellled_desktop.ui.pages.session.privacy_questions import questions_of
from wellled_desktop.ui.pages.session.sheet_actions import SheetActions
from wellled_desktop.ui.pages.session.side_panel import SidePanel
from wellled_desktop.ui.pages.session.speaker_choice import SpeakerChoice
from wellled_desktop.ui.pages.session.tag_box import TagBox
from wellled_desktop.ui.pages.session.talk_shares import SharesOfTalk
from wellled_desktop.ui.pages.session.tidy_keys import tidy_shortcuts
from wellled_desktop.ui.places import Place

_TICK_MS = 20_000
# In characters.
_LEAST_CARD, _LEAST_LINES, _LEAST_SIDE = 20, 27, 14


class SessionPage(Page):
    """`now` is the clock by which the page judges ten minutes and shows how long a session has been under way."""

    def __init__(
        self,
        opened: Opened,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = utc_now,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._now = now
        self._titles = role_titles(opened.pack)
        self._inspection = opened
        self._known = known = KnownTags(opened.pack)
        self.presenter = SessionPresenter(opened, self._titles, now, self)
        self.card = CardPanel(opened.pack, opened.scope)
        self.lines = LineList(self.presenter.lines)
        self._finding = LineFinding(self.presenter, self.lines)
        self.completions = Completions(opened.index, self)
        self.composer = Composer(known, self.completions, self.presenter.needs_reason)
        self.next_line = NextLineWords(self.composer, steady)
        self.sheet = SheetActions(self, opened, card=self.card, composer=self.composer, known=known)
        self.reason = ReasonRow()
        self.tag_box = TagBox(known, Completions(opened.index, self))
        asked = questions_of(self.sheet.panel, self.card, known.texts)
        self.privacy = TablePrivacy(self, self.presenter, self._titles, asked, kept=(self.composer, self.reason))
        self.clock = ClockNotice(self.presenter, now, steady, self)
        self.side = SidePanel(opened, self._titles, known.texts, now)
        self._somebody = PersonFinding(self.presenter, self.side)
        self.drafts = DraftSaver(self.composer.draft, self.presenter.save_draft, self)
        self.actions_on_line = LineActions(
            self, presenter=self.presenter, lines=self.lines, composer=self.composer,
            details=self.side.details, reason=self.reason, tags=self.tag_box,
        )  # fmt: skip
        self.speakers = SpeakerChoice(self, self._titles, self.actions_on_line, self.composer, self.side.people)
        self.follow_up = FollowUpActions(
            self, opened, presenter=self.presenter, lines=self.lines, composer=self.composer, side=self.side, now=now
        )
        self.shares = SharesOfTalk(self, opened.bridge, self.presenter, self.side.talk)
        self.course = CourseActions(
            self, opened, self.presenter, side=self.side, composer=self.composer, texts=known.texts, now=now
        )
        self.tidy = self.course.tidy
        self.interviews = InterviewOffer(opened, self.composer, self)
        notices = (self.privacy.identifying, self.clock.notice)
        self.head = PageHead(self._titles, opened.inspection.dates, *notices)
        self.outside = self.head.outside
        self._tick = QTimer(self, interval=_TICK_MS)
        self._lay_out()
        self._connect()
        install_keys(self, self.actions_on_line, self.speakers, self.course.end)

    def _lay_out(self) -> None:
        """From the outside in: what is put into something else has all that is in it styled anew, 20 ms for these panes."""
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 8, 12)
        page.setSpacing(8)
        page.addWidget(self.privacy.said)
        page.addWidget(self.head)
        page.addWidget(self.interviews.bar)
        page.addWidget(self._panes, 1)
        left, middle, right = Curtain(), QFrame(), Curtain()
        character = self.fontMetrics().averageCharWidth()
        for pane, least in ((left, _LEAST_CARD), (middle, _LEAST_LINES), (right, _LEAST_SIDE)):
            pane.setMinimumWidth(character * least)
            self._panes.addWidget(pane)
        left.hold(self.sheet.tabs)
        self._lay_out_lines(middle)
        right.hold(self.side)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes([270, 540, 250])
        self._panes.setChildrenCollapsible(False)
        page.addWidget(self.tidy.view, 1)

    def _lay_out_lines(self, card: QFrame) -> None:
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(Curtain().hold(self.lines), 1)
        column.addWidget(rule())
        column.addWidget(self.reason)
        column.addWidget(self.tag_box)
        column.addWidget(self.composer)

    def _connect(self) -> None:
        presenter, composer = self.presenter, self.composer
        presenter.opened.connect(self._opened)
        presenter.missing.connect(self._show_missing)
        presenter.session_changed.connect(self._show_session)
        presenter.tallied.connect(self._tallied)
        presenter.line_refused.connect(composer.return_line)
        presenter.change_refused.connect(composer.return_change)
        presenter.refused.connect(composer.message.show_sentence)
        presenter.lines.rowsInserted.connect(self._show_remarks)
        composer.written.connect(self._written)
        composer.amended.connect(presenter.amend)
        composer.touched.connect(self.drafts.touch)
        composer.edit.focused.connect(self.lines.let_go)
        self.card.node_chosen.connect(self.actions_on_line.tag)
        self.side.people.names_wanted.connect(presenter.show_names)
        self.tidy.shown.connect(self._panes.setHidden)
        self.side.follow_ups.line_wanted.connect(self._finding.go_to)
        self.side.concerns.line_wanted.connect(self._finding.go_to)
        self._tick.timeout.connect(self._show_time)
        self.privacy.cover.changed.connect(self.covered)

    # Places

    def show_place(self, place: Place) -> None:
        if place.key != self.presenter.session_id:
            self.leave()
            self.course.leave()
            self.presenter.open(place.key)
            self.composer.clear()
            self.drafts.drop()
            self.actions_on_line.drop()
            self.side.people.hide_names()
            self.interviews.begin(place.key)
        if place.selected:
            self.course.tidy.close()
        if self._somebody.go_to(place.selected) or not place.selected:
            self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._finding.go_to(place.selected)

    def present_place(self) -> Place:
        line = self.lines.selected_line()
        return Place("session", self.presenter.session_id, line.id if line else "")

    def adopt(self) -> bool:
        """The card and the tags follow; what is being written stays as it is."""
        self._known.adopt(self._inspection.pack)
        self.card.adopt(self._inspection.pack, self._inspection.scope)
        return True

    def kept_fields(self) -> tuple[QWidget, ...]:
        """The draft and the form are handed over when the page is left."""
        return (self.composer.edit, *self.side.form.findChildren(QWidget))

    def leave(self) -> None:
        """Saves what is in the composer at once; called when another place or the end of the window comes."""
        self.drafts.save_now()
        self.side.form.leave()
        self.privacy.cover.show_all()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return session_shortcuts() if self.tidy.view.isHidden() else tidy_shortcuts()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._tick.start()
        self._show_time()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._tick.stop()
        self.leave()
        super().hideEvent(event)

    # What is on show

    def _opened(self, opening: SessionOpening) -> None:
        session = opening.session
        again = self._panes.isHidden()
        self._panes.show()
        if self.composer.session_id != session.id:
            self.composer.begin_session(session)
            self.card.show_roles(session.roles)
            self.sheet.open(session)
            if opening.draft is not None:
                self._put_back(opening.draft)
            if again:
                self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_session(session)
        self._finding.begin()
        self._somebody.begin()

    def _put_back(self, draft: SavedDraft) -> None:
        nothing_typed = self.composer.edit.document().isEmpty()
        self.composer.put_back(draft)
        if nothing_typed:
            self.drafts.drop()
        words = self.tr("Draft from %1 put back").replace("%1", clock_time(draft.saved_at))
        self.composer.show_quiet(words)

    def _show_missing(self) -> None:
        self.head.show_missing()
        self._panes.hide()

    def _show_session(self, session: Session) -> None:
        self.head.show_session(session)
        self.speakers.show_session(session)
        self.course.show_session(session)
        self._show_time()

    def _show_time(self) -> None:
        session = self.presenter.session
        if session is not None:
            self.clock.look()
            self.side.facts.show_session(session, self._now())
            self.composer.mode.show_session(session)
            self._show_remarks()

    def _show_remarks(self) -> None:
        session = self.presenter.session
        if session is None:
            return
        self.head.show_remarks(remarks(session, self.presenter.lines.rowCount() - session.retracted, self._now()))

    def _tallied(self, counts: dict[str, int], claims: tuple[NoteLine, ...]) -> None:
        self.card.card.show_counts(counts)
        self.sheet.show_counts(counts)
        self.side.follow_ups.show_claims(claims)

    # What is asked

    def _written(self, composed: Composed) -> None:
        self.drafts.drop()
        self.presenter.write(composed)
        self.lines.scroll_to_end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leads back to the composer from wherever it means nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
