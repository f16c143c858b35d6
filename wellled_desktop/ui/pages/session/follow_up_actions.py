"""What follows from the lines of a session: requests made for claims, immediate concerns, worries. Reads them, marks the
lines, and hands them to the panels at the right.
"""

import datetime as dt
import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.commands import NoteWorry
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import FollowUp
from wellled_desktop.store import talk_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.kit.concern_words import MARK
from wellled_desktop.ui.page import Opened, Shortcut
from wellled_desktop.ui.pages.session import concern_panel, proof_panel
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.concern_actions import ConcernActions
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.proof_actions import ProofActions
from wellled_desktop.ui.pages.session.side_panel import SidePanel

WORRY_KEYS = "Ctrl+Shift+Y"
_KINDS = frozenset(
    (
        "request-made", "request-amended", "request-state-set", "concern-pinned", "concern-unpinned", "concern-told",
        "concern-replied", "telling-retracted", "telling-restored",
    )
)  # fmt: skip
_LINE_KINDS = frozenset(("line-amended", "line-retracted", "line-restored"))


class FollowUpActions(QObject):
    def __init__(
        self,
        page: QWidget,
        opened: Opened,
        *,
        presenter: SessionPresenter,
        lines: LineList,
        composer: Composer,
        side: SidePanel,
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(page)
        self._bridge = opened.bridge
        self._presenter = presenter
        self._now = now
        self._lines = lines
        self._composer = composer
        self._side = side
        self._pinned = False
        self.proof = ProofActions(
            opened, self, presenter=presenter, lines=lines, composer=composer, panel=side.proof, now=now
        )
        self.concerns = ConcernActions(
            opened.bridge, self, presenter=presenter, lines=lines, composer=composer, side=side, now=now
        )
        presenter.opened.connect(self._read)
        opened.bridge.changed.connect(self._changed)
        for keys, then in (
            (proof_panel.KEYS, self.proof.begin),
            (concern_panel.KEYS, self.concerns.begin),
            (WORRY_KEYS, self._note_worry),
        ):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)

    def _changed(self, changes: tuple[Change, ...]) -> None:
        kinds = {change.kind for change in changes}
        if kinds & _KINDS or (self._pinned and kinds & _LINE_KINDS):
            self._read()

    def _read(self) -> None:
        if self._presenter.session is not None:
            question = partial(talk_reading.follow_up, session_id=self._presenter.session_id)
            self._bridge.ask(self, question, self._show)

    def _show(self, follow_up: FollowUp) -> None:
        if follow_up.session_id != self._presenter.session_id:
            return
        self._pinned = bool(follow_up.concerns)
        marks: dict[str, tuple[str, ...]] = {one.line.id: (MARK,) for one in follow_up.concerns}
        asked: dict[str, tuple[str, ...]] = {}
        for one in follow_up.requests:
            if one.line is not None and one.state != "withdrawn":
                asked[one.line] = (*asked.get(one.line, ()), one.ref)
        for line_id, refs in asked.items():
            marks[line_id] = (*marks.get(line_id, ()), *refs)
        self._presenter.lines.set_follow_up(marks)
        self._side.follow_ups.show_requests(asked)
        self.concerns.show(follow_up)

    def _note_worry(self) -> None:
        line = self._lines.selected_line()
        if line is None:
            self._composer.show_quiet(self.tr("Select a line; then Ctrl+Shift+Y notes it as a worry (W5.4)."))
            return
        new_id = uuid7(round(self._now().timestamp() * 1000), os.urandom(10))
        words = self.tr("l.%1 noted as a worry; Worries (Ctrl+7) compares it with the risk register.")
        self._bridge.do(
            NoteWorry(new_id, line.text, line.session_id, line.id),
            then=lambda _: self._composer.show_quiet(words.replace("%1", str(line.number))),
            refused=self._composer.message.show_sentence,
            owner=self,
        )


def follow_up_shortcuts() -> tuple[Shortcut, ...]:
    return (
        Shortcut(proof_panel.KEYS, _tr("What could prove a claim; then a number or Enter asks the trust for it")),
        Shortcut(
            concern_panel.KEYS,
            _tr(
                "Immediate concern: pin the line being written, just written, changed or selected; again: who was told"
            ),
        ),
        Shortcut(WORRY_KEYS, _tr("On a line in the list: note it as a worry")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("FollowUp", words)
