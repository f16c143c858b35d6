"""What the session page does with the course of its session: start, pause, end, paper day, tidy up, sign off; and its people."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wellled_desktop.framework.forms import OPENING_STATEMENT, SUMMARY
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.sign_off import OpenPoints
from wellled_desktop.store import closing_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session import course_words as words
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.facts import PLAN_KEYS
from wellled_desktop.ui.pages.session.form_panel import FORM_KEYS
from wellled_desktop.ui.pages.session.form_sections import OPENING_KEYS, SUMMARY_KEYS
from wellled_desktop.ui.pages.session.paper_times import Held
from wellled_desktop.ui.pages.session.people_actions import PeopleActions
from wellled_desktop.ui.pages.session.people_buttons import ADD_KEYS
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.side_panel import SidePanel
from wellled_desktop.ui.pages.session.tidy_actions import TidyActions


class CourseActions(QObject):
    """Connects the right panel with the record; each step can be taken back with Undo."""

    def __init__(
        self,
        page: QWidget,
        opened: Opened,
        presenter: SessionPresenter,
        *,
        side: SidePanel,
        composer: Composer,
        texts: Mapping[str, str],
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = opened.bridge
        self._presenter = presenter
        self._side = side
        self._composer = composer
        self._shown = ""
        self.tidy = TidyActions(opened, texts, presenter.lines.speaker, self)
        self.people = PeopleActions(side.people, side.people_buttons, side.editor, now, self)
        self._steps: dict[str, Callable[[], None]] = {
            "start": partial(self._do_and_write, c.StartSession),
            "pause": partial(self._do_and_write, c.PauseSession),
            "resume": partial(self._do_and_write, c.ResumeSession),
            "end": partial(self._do_and_write, c.EndSession),
            "reopen": partial(self._do_and_write, c.ReopenSession),
            "withdraw-start": partial(self._do_and_write, c.WithdrawStart),
            "withdraw-sign-off": partial(self._do_and_write, c.WithdrawSignOff),
            "withdraw-paper": self._withdraw_paper,
            "paper": self.ask_paper,
            "plan": self.ask_plan,
            "tidy-up": self.tidy_up,
            "sign-off": self.sign_off,
        }
        self._connect()
        self._install_keys()

    def _connect(self) -> None:
        side = self._side
        side.facts.wanted.connect(self._step)
        self.people.wanted.connect(self._do)
        side.paper.given.connect(self._take_from_paper)
        side.plan.given.connect(self._change_plan)
        side.sign_off.signed.connect(self._sign)
        side.sign_off.tidy_up_wanted.connect(self.tidy_up)
        side.sign_off.field_wanted.connect(side.form.go_to)
        for asked in (side.paper, side.plan, side.sign_off):
            asked.left.connect(self._back)
        side.form.told.connect(self._composer.show_quiet)
        self.tidy.left.connect(self._back)

    def _install_keys(self) -> None:
        for keys, then in (
            (words.PAUSE_KEYS, self.pause_or_resume),
            (words.PAPER_KEYS, self.ask_paper),
            (words.TIDY_KEYS, self.tidy_up),
            (words.SIGN_OFF_KEYS, self.sign_off),
            (OPENING_KEYS, self._side.form.toggle_opening_statement),
            (FORM_KEYS, self._side.form.go_to),
            (SUMMARY_KEYS, self._side.form.go_to_summary),
            (PLAN_KEYS, self.ask_plan),
            (ADD_KEYS, self.add_person),
        ):
            shortcut = QShortcut(QKeySequence(keys), self._page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)

    # What is on show

    def show_session(self, session: Session) -> None:
        """Also when the same session has changed."""
        side = self._side
        if session.id != self._shown:
            self._shown = session.id
            self._close_questions()
            side.begin()
        self.people.show_session(session)
        side.form.show_session(session)

    def leave(self) -> None:
        """Another place is shown: what was typed in the form is recorded, nothing goes on being asked."""
        self._side.form.leave()
        self._close_questions()
        self.tidy.close()

    def _close_questions(self) -> None:
        for asked in (self._side.paper, self._side.plan, self._side.sign_off, self._side.editor):
            asked.hide()

    # Steps

    @property
    def _session(self) -> Session | None:
        return self._presenter.session

    def _step(self, name: str) -> None:
        self._steps[name]()

    def _do(self, *commands: c.Command) -> None:
        self._bridge.do(*commands, refused=self._presenter.refused.emit, owner=self)

    def _do_and_write(self, command: Callable[[str], c.Command]) -> None:
        """The caret goes to the composer first: the button that was pressed is about to go."""
        self._back()
        if self._session is not None:
            self._do(command(self._session.id))

    def _back(self) -> None:
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        if self._session is not None:
            self._do(c.EndSession(self._session.id))

    def pause_or_resume(self) -> None:
        session = self._session
        if session is not None:
            self._do(c.ResumeSession(session.id) if session.paused else c.PauseSession(session.id))

    def add_person(self) -> None:
        self._side.open_room()
        self.people.add()

    def ask_plan(self) -> None:
        if self._session is not None:
            self._close_questions()
            self._side.open_course()
            self._side.plan.ask(self._session)

    def _change_plan(self, command: c.ChangeSession) -> None:
        self._do(command)
        self._back()

    # Paper day

    def ask_paper(self) -> None:
        if self._session is not None:
            self._close_questions()
            self._side.open_course()
            self._side.paper.ask(self._session)

    def _take_from_paper(self, held: Held) -> None:
        if self._session is not None:
            self._do(c.TakeFromHandwrittenNotes(self._session.id, held.began, held.ended, held.day))
        self._back()

    def _withdraw_paper(self) -> None:
        """A session that holds lines keeps its times: it was held then, however the notes were taken."""
        session = self._session
        self._back()
        if session is None:
            return
        if session.lines or self._presenter.lines.rowCount():
            self._do(c.WithdrawHandwrittenNotes(session.id, session.started_at, session.ended_at, session.day))
        else:
            day = session.planned_start.astimezone().date() if session.planned_start else None
            self._do(c.WithdrawHandwrittenNotes(session.id, day=day))

    # Afterwards

    def tidy_up(self) -> None:
        if self._session is not None:
            self._close_questions()
            self.tidy.open(self._session)

    def sign_off(self) -> None:
        """Shows what is open first; in a session that is signed off, the key leads to where that can be withdrawn."""
        session = self._session
        if session is None:
            return
        if session.signed_off_at is not None:
            self._side.open_course()
            self._side.facts.steps["withdraw-sign-off"].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._side.form.leave()
        # Whoever watches a meeting may have said nothing at its opening: that is no open point.
        asked = (SUMMARY,) if session.kind == "observation" else (OPENING_STATEMENT, SUMMARY)
        fields = [field for field in asked if field in self._side.form.fields]
        question = partial(closing_reading.what_is_open, session_id=session.id, fields=fields)
        # Behind what is still on its way to the disk, the summary that was just typed included.
        self._bridge.finish(self, partial(self._bridge.ask, self, question, partial(self._ask_sign_off, session.id)))

    def _ask_sign_off(self, session_id: str, open_points: OpenPoints) -> None:
        session = self._session
        if session is None or session.id != session_id:
            return
        self.tidy.close()
        self._close_questions()
        self._side.open_course()
        self._side.sign_off.ask(session, open_points)

    def _sign(self) -> None:
        session = self._session
        if session is not None:
            end = (c.EndSession(session.id),) if session.ended_at is None else ()
            self._do(*end, c.SignOffSession(session.id))
        self._back()
