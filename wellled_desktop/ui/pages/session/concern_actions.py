"""Immediate concerns: one key pins the line that is written or selected and opens its log."""

import datetime as dt
import os
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from wellled_desktop.inspection.commands import LogTelling, PinConcern, RecordReply, UnpinConcern
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import FollowUp, NoteLine
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.session.composed import says_something
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.concern_panel import ConcernPanel
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.presenter import SessionPresenter


class ConcernActions(QObject):
    def __init__(
        self,
        bridge: Bridge,
        parent: QObject,
        *,
        presenter: SessionPresenter,
        lines: LineList,
        composer: Composer,
        panel: ConcernPanel,
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._presenter = presenter
        self._now = now
        self._lines = lines
        self._composer = composer
        self._panel = panel
        self._to_open = ""
        self._wrote = False
        presenter.opened.connect(self._begin_session)
        composer.written.connect(self._written)
        panel.told.connect(self._tell)
        panel.replied.connect(lambda telling, reply: self._do(RecordReply(telling, reply)))
        panel.unpinned.connect(self._unpin)
        panel.left.connect(self._back)

    def show(self, follow_up: FollowUp) -> None:
        self._panel.show_concerns(follow_up.concerns)
        if self._to_open in self._panel.line_ids:
            self._panel.open_log(self._to_open)
            self._to_open = ""

    def begin(self) -> None:
        """Pins the selected line, else the one being changed, else what is being written (which is kept first), else the line
        just written; the log of one that is pinned opens.
        """
        line = self._lines.selected_line() or self._composer.amending or self._kept() or self._just_written()
        if line is not None or self._panel.line_ids:
            self._composer.show_quiet("")
        if line is not None and line.id not in self._panel.line_ids:
            self._to_open = line.id
            self._do(PinConcern(line.id))
        elif line is not None:
            self._panel.open_log(line.id)
        elif self._panel.line_ids:
            self._panel.open_log(self._panel.line_ids[-1])
        else:
            words = self.tr("Write a line, or select one (Shift+Tab); then Ctrl+I pins it as an immediate concern.")
            self._composer.show_quiet(words)

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

    def _just_written(self) -> NoteLine | None:
        """The newest of the user's own lines that stands, once they have written here."""
        return self._presenter.lines.last_own(self._presenter.author) if self._wrote else None

    def _tell(self, line_id: str, told: str, when: dt.datetime, reply: str) -> None:
        new_id = uuid7(round(self._now().timestamp() * 1000), os.urandom(10))
        self._do(LogTelling(new_id, line_id, told, when, reply))
        self._back()

    def _unpin(self, line_id: str, reason: str) -> None:
        self._do(UnpinConcern(line_id, reason))
        self._back()

    def _do(self, command: PinConcern | UnpinConcern | LogTelling | RecordReply) -> None:
        self._bridge.do(command, refused=self._composer.message.show_sentence, owner=self)

    def _back(self) -> None:
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
