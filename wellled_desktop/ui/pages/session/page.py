"""The session page: the role card at the left, lines and composer in the middle, people and facts at the right.

This is the view: what is recorded and read is the presenter's.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import NoteLine, SavedDraft, Session, SessionOpening
from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.kit.inspection_days import outside_words
from wellled_desktop.ui.kit.labels import paragraph, rule
from wellled_desktop.ui.kit.speaking import session_words
from wellled_desktop.ui.kit.words import clock_time, in_words
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.session.card_panel import CardPanel
from wellled_desktop.ui.pages.session.clock_notice import ClockNotice
from wellled_desktop.ui.pages.session.clock_watch import steady_seconds
from wellled_desktop.ui.pages.session.composed import Composed, KnownTags
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.course_actions import CourseActions
from wellled_desktop.ui.pages.session.course_words import remarks
from wellled_desktop.ui.pages.session.draft_saver import DraftSaver
from wellled_desktop.ui.pages.session.elided_label import ElidedLabel, ElidedTitle
from wellled_desktop.ui.pages.session.follow_up_actions import FollowUpActions
from wellled_desktop.ui.pages.session.keys import install_keys, session_shortcuts
from wellled_desktop.ui.pages.session.line_actions import LineActions
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.privacy_actions import TablePrivacy
from wellled_desktop.ui.pages.session.privacy_questions import questions_of
from wellled_desktop.ui.pages.session.reason_row import ReasonRow
from wellled_desktop.ui.pages.session.sheet_actions import SheetActions
from wellled_desktop.ui.pages.session.side_panel import SidePanel
from wellled_desktop.ui.pages.session.speaker_choice import SpeakerChoice
from wellled_desktop.ui.pages.session.tag_box import TagBox
from wellled_desktop.ui.pages.session.talk_shares import SharesOfTalk
from wellled_desktop.ui.places import Place

_TICK_MS = 20_000
# In characters.
_LEAST_CARD, _LEAST_LINES, _LEAST_SIDE = 20, 27, 14


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class SessionPage(Page):
    """`now` is the clock by which the page judges ten minutes and shows how long a session has been under way."""

    def __init__(
        self,
        opened: Opened,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = _utc_now,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._now = now
        self._titles = role_titles(opened.pack)
        self._days = opened.inspection.dates
        self._select_when_here = ""
        known = KnownTags(opened.pack)
        self.presenter = SessionPresenter(opened, self._titles, now, self)
        self.card = CardPanel(opened.pack, opened.scope)
        self.lines = LineList(self.presenter.lines)
        self.completions = Completions(opened.index, self)
        self.composer = Composer(known, self.completions, self.presenter.needs_reason)
        self.sheet = SheetActions(self, opened, card=self.card, composer=self.composer, known=known)
        self.reason = ReasonRow()
        self.tag_box = TagBox(known, Completions(opened.index, self))
        asked = questions_of(self.sheet.panel, self.card)
        self.privacy = TablePrivacy(self, self.presenter, self._titles, asked, kept=(self.composer, self.reason))
        self.clock = ClockNotice(self.presenter, now, steady, self)
        self.side = SidePanel(opened, self._titles, known.texts, now)
        self.drafts = DraftSaver(self.composer.draft, self.presenter.save_draft, self)
        self.actions_on_line = LineActions(
            self,
            presenter=self.presenter,
            lines=self.lines,
            composer=self.composer,
            details=self.side.details,
            reason=self.reason,
            tags=self.tag_box,
        )
        self.speakers = SpeakerChoice(self, self._titles, self.actions_on_line, self.composer, self.side.people)
        self.follow_up = FollowUpActions(
            self, opened, presenter=self.presenter, lines=self.lines, composer=self.composer, side=self.side, now=now
        )
        self.shares = SharesOfTalk(self, opened.bridge, self.presenter, self.side.talk)
        self.course = CourseActions(
            self, opened, self.presenter, side=self.side, composer=self.composer, texts=known.texts, now=now
        )
        self.tidy = self.course.tidy
        self._title = ElidedTitle()
        self._remarks = ElidedLabel()
        self.outside = paragraph("", "muted")
        self.outside.hide()
        self._missing = paragraph(
            self.tr("This session is not in this inspection. Sessions (Ctrl+3) lists those that are.")
        )
        self._missing.hide()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._lay_out()
        self._connect()
        install_keys(self, self.actions_on_line, self.speakers, self.course.end)

    def _lay_out(self) -> None:
        middle = QFrame()
        middle.setProperty("kind", "card")
        column = QVBoxLayout(middle)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.lines, 1)
        column.addWidget(rule())
        column.addWidget(self.reason)
        column.addWidget(self.tag_box)
        column.addWidget(self.composer)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        character = self.fontMetrics().averageCharWidth()
        for pane, least in ((self.sheet.tabs, _LEAST_CARD), (middle, _LEAST_LINES), (self.side, _LEAST_SIDE)):
            pane.setMinimumWidth(character * least)
            self._panes.addWidget(pane)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes([270, 540, 250])
        self._panes.setChildrenCollapsible(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 8, 12)
        page.setSpacing(8)
        head = QVBoxLayout()
        head.setSpacing(0)
        parts = (self._title, self._remarks, self.outside, self.privacy.identifying, self.clock.notice)
        for part in (self.privacy.said, *parts):
            head.addWidget(part)
        page.addLayout(head)
        page.addWidget(self._missing)
        page.addWidget(self._panes, 1)
        page.addWidget(self.tidy.view, 1)

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
        self.side.follow_ups.line_wanted.connect(self._go_to_line)
        self.side.concerns.line_wanted.connect(self._go_to_line)
        self._tick.timeout.connect(self._show_time)

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
        if place.selected:
            self._go_to_line(place.selected)
        else:
            self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def present_place(self) -> Place:
        line = self.lines.selected_line()
        return Place("session", self.presenter.session_id, line.id if line else "")

    def leave(self) -> None:
        """Saves what is in the composer at once; called when another place or the end of the window comes."""
        self.drafts.save_now()
        self.side.form.leave()
        self.privacy.cover.show_all()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        return session_shortcuts()

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
        self._missing.hide()
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
        if self._select_when_here:
            self._go_to_line(self._select_when_here)

    def _put_back(self, draft: SavedDraft) -> None:
        nothing_typed = self.composer.edit.document().isEmpty()
        self.composer.put_back(draft)
        if nothing_typed:
            self.drafts.drop()
        words = self.tr("Draft from %1 put back").replace("%1", clock_time(draft.saved_at))
        self.composer.show_quiet(words)

    def _show_missing(self) -> None:
        self._title.set_words("")
        self._remarks.set_words("")
        self.outside.hide()
        self._missing.show()
        self._panes.hide()

    def _show_session(self, session: Session) -> None:
        kind = in_words(session.kind).capitalize()
        self._title.set_words(f"{session.ref}  {kind}: {session_words(session, self._titles)}")
        outside = outside_words(session.day, self._days)
        self.outside.setText(outside)
        self.outside.setVisible(bool(outside))
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
        self._remarks.set_words(remarks(session, self.presenter.lines.rowCount(), self._now()))

    def _tallied(self, counts: dict[str, int], claims: tuple[NoteLine, ...]) -> None:
        self.card.card.show_counts(counts)
        self.sheet.show_counts(counts)
        self.side.follow_ups.show_claims(claims)

    # What is asked

    def _written(self, composed: Composed) -> None:
        self.drafts.drop()
        self.presenter.write(composed)
        self.lines.scroll_to_end()

    def _go_to_line(self, line_id: str) -> None:
        """At once when the line is here, else as soon as it is."""
        self._select_when_here = ""
        if self.presenter.session is None:
            self._select_when_here = line_id
        elif not self._select_line(line_id):
            self.presenter.find_line(line_id, partial(self._select_line, line_id))

    def _select_line(self, line_id: str) -> bool:
        if self.lines.select_line(line_id):
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leads back to the composer from wherever it means nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
