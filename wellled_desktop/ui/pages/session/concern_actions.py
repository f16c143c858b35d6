"""Immediate concerns: one key pins the line that is written or selected and shows its log, a second leads to who was told.

The caret stays where it is until that second press: whoever was told comes after the sentence that is being written.
"""

import datetime as dt
import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt

from wellled_desktop.inspection.commands import LogTelling, PinConcern, RecordReply, UnpinConcern
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import FollowUp, ImmediateConcern, NoteLine
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.session import concern_panel
from wellled_desktop.ui.pages.session.composed import says_something
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.side_panel import SidePanel


class ConcernActions(QObject):
    def __init__(
        self,
        bridge: Bridge,
        parent: QObject,
        *,
        presenter: SessionPresenter,
        lines: LineList,
        composer: Composer,
        side: SidePanel,
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._presenter = presenter
        self._now = now
        self._lines = lines
        self._composer = composer
        self._side = side
        self._panel = panel = side.concerns
        self._session_id = ""
        self._read = False
        self._pinning = ""
        self._who_wanted = False
        self._logging = ""
        self._pinned: NoteLine | None = None
        self._wrote = False
        presenter.opened.connect(self._begin_session)
        composer.written.connect(self._written)
        composer.edit.typed.connect(self._promise_no_more)
        lines.selected.connect(self._promise_no_more)
        panel.told.connect(self._tell)
        panel.replied.connect(lambda telling, reply: self._do(RecordReply(telling, reply)))
        panel.unpinned.connect(self._unpin)
        panel.left.connect(self._back)

    # What is on show

    def show(self, follow_up: FollowUp) -> None:
        before, known = self._panel.line_ids, self._read
        self._read = True
        self._panel.show_concerns(follow_up.concerns)
        pinned = next((one for one in follow_up.concerns if one.line.id == self._pinning), None)
        if pinned is not None:
            self._tell_pinned(pinned)
        logged = any(told.id == self._logging for one in follow_up.concerns for told in one.tellings)
        if logged:
            self._logging = ""
        if logged or (known and any(one not in before for one in self._panel.line_ids)):
            self._side.bring(self._panel.heading, self._panel.keep)

    def _tell_pinned(self, concern: ImmediateConcern) -> None:
        self._pinning = ""
        self._pinned = concern.line
        if self._who_wanted:
            self._panel.open_log(concern.line.id)
            return
        again = self.tr("%1 again: who was told.").replace("%1", concern_panel.KEYS)
        self._composer.show_quiet(f"{self._words(concern.line)} {again}")
        self._promise_no_more()

    def _words(self, line: NoteLine) -> str:
        return self.tr("l.%1 is pinned as an immediate concern.").replace("%1", str(line.number))

    def _promise_no_more(self) -> None:
        """Once the key would act on another line, as when the next one is begun, only that the line is pinned is said."""
        line, composer = self._pinned, self._composer
        if line is None or not composer.mode.quiet.startswith(f"{self._words(line)} "):
            return
        meant = self._lines.selected_line() or composer.amending
        if meant is None and not says_something(composer.composed().text):
            meant = self._just_written()
        if meant is None or meant.id != line.id:
            composer.show_quiet(self._words(line))

    # Pinning

    def begin(self) -> None:
        """Pins the selected line, else the one being changed, else what is being written (which is kept first), else the line
        just written; where that is pinned already, leads to who was told.
        """
        line = self._lines.selected_line() or self._composer.amending or self._kept() or self._just_written()
        if line is not None or self._panel.line_ids:
            self._composer.show_quiet("")
        if line is not None and line.id == self._pinning:
            self._who_wanted = True
        elif line is not None and line.id not in self._panel.line_ids:
            self._pinning, self._who_wanted = line.id, False
            self._bridge.do(PinConcern(line.id), refused=self._refuse_pin, owner=self)
        elif line is not None:
            self._panel.open_log(line.id)
        elif self._panel.line_ids:
            self._panel.open_log(self._panel.line_ids[-1])
        else:
            words = self.tr("Write a line, or select one (Shift+Tab); then Ctrl+I pins it as an immediate concern.")
            self._composer.show_quiet(words)

    def _refuse_pin(self, sentence: str) -> None:
        self._pinning = ""
        self._composer.message.show_sentence(sentence)

    def _kept(self) -> NoteLine | None:
        composer, model = self._composer, self._presenter.lines
        if not says_something(composer.composed().text):
            return None
        before = model.rowCount()
        composer.commit()
        return model.line_at(model.rowCount() - 1) if model.rowCount() > before else None

    def _written(self) -> None:
        self._wrote = True

    def _begin_session(self) -> None:
        self._wrote = False
        if self._session_id != self._presenter.session_id:
            self._session_id = self._presenter.session_id
            self._read = False
            self._pinning = self._logging = ""
            self._pinned = None
            self._panel.begin()

    def _just_written(self) -> NoteLine | None:
        """The newest of the user's own lines that stands, once they have written here."""
        return self._presenter.lines.last_own(self._presenter.author) if self._wrote else None

    # The log

    def _tell(self, line_id: str, told: str, when: dt.datetime, reply: str) -> None:
        self._logging = uuid7(round(self._now().timestamp() * 1000), os.urandom(10))
        self._bridge.do(
            LogTelling(self._logging, line_id, told, when, reply),
            then=partial(self._tell_logged, self._panel.line_called(line_id), told, when),
            refused=self._composer.message.show_sentence,
            owner=self,
        )
        self._back()

    def _tell_logged(self, line: NoteLine | None, told: str, when: dt.datetime, _changes: object) -> None:
        if line is not None and line.session_id == self._presenter.session_id:
            words = self.tr("Logged with l.%1: %2 told, %3.").replace("%1", str(line.number))
            time = concern_panel.time_told(when, line.day)
            self._composer.show_quiet(words.replace("%3", time).replace("%2", told))

    def _unpin(self, line_id: str, reason: str) -> None:
        self._do(UnpinConcern(line_id, reason))
        self._back()

    def _do(self, command: UnpinConcern | RecordReply) -> None:
        self._bridge.do(command, refused=self._composer.message.show_sentence, owner=self)

    def _back(self) -> None:
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
