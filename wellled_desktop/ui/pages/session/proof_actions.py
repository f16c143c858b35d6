"""From a claim to a request: what could prove it is proposed quietly; one key asks the trust for it, under the next number."""

import datetime as dt
import os
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt

from wellled_desktop.inspection.commands import AmendLine, Command, MakeRequest, SetEvidenceState
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.proof import Standing, proof_for, proposed
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.store import reading, talk_reading, triangulation_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.composed import Composed, says_something
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.proof_panel import ProofPanel

_CHANGING = frozenset(
    {
        "evidence-state-set", "evidence-recorded", "evidence-amended", "evidence-linked", "evidence-retracted",
        "evidence-restored", "request-made", "request-state-set",
    }
)  # fmt: skip


class Checklist(msgspec.Struct, frozen=True):
    """The state of each item of the checklist that has one, and how things stand with what could prove a claim."""

    states: dict[str, EvidenceState]
    standing: Standing


def read_checklist(connection: Any) -> Checklist:
    states = {one.node: one.state for one in reading.evidence_states(connection)}
    return Checklist(states, triangulation_reading.standing(connection))


class ProofActions(QObject):
    def __init__(
        self,
        opened: Opened,
        parent: QObject,
        *,
        presenter: SessionPresenter,
        lines: LineList,
        composer: Composer,
        panel: ProofPanel,
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._presenter = presenter
        self._now = now
        self._lines = lines
        self._composer = composer
        self._panel = panel
        self._claim_before = False
        self._just_written: Composed | None = None
        self._line: NoteLine | None = None
        self._standing = Standing()
        composer.strip.changed.connect(self._coded)
        composer.written.connect(self._written)
        lines.selected.connect(self._selected)
        presenter.lines.dataChanged.connect(self._selected)
        presenter.lines.rowsInserted.connect(self._shown)
        presenter.opened.connect(self._begin_session)
        presenter.opened.connect(self._learn)
        opened.bridge.changed.connect(self._learn_anew)
        panel.request_wanted.connect(self._make)
        panel.left.connect(self._back)

    # What is proposed, and when

    def _begin_session(self) -> None:
        self._line = None
        self._panel.hide()

    def _learn(self) -> None:
        """Before the first claim, so that what is proposed then is not another under the hand that reaches for it."""
        self._opened.bridge.ask(self, read_checklist, self._tell_standing)

    def _learn_anew(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in _CHANGING for change in changes):
            self._learn()

    def _coded(self) -> None:
        """The claim mark was just set on what is being written."""
        claim, before = self._composer.strip.claim, self._claim_before
        self._claim_before = claim
        if claim and not before and self._composer.amending is None:
            self._propose(None)

    def _written(self, composed: Composed) -> None:
        self._just_written = composed

    def _shown(self) -> None:
        """A claim that was just written keeps its proposals; another line puts them away."""
        composed, self._just_written = self._just_written, None
        if composed is None or self._panel.in_use:
            return
        if composed.claim:
            self._propose(self._newest())
        else:
            self._begin_session()

    def _selected(self) -> None:
        line = self._lines.selected_line()
        if self._panel.in_use or line is None:
            return
        if line.claim:
            self._propose(line)
        elif self._line is not None and self._line.id != line.id:
            self._begin_session()

    def _newest(self) -> NoteLine | None:
        model = self._presenter.lines
        return model.line_at(model.rowCount() - 1)

    def _propose(self, line: NoteLine | None) -> None:
        """For a line, or None for what stands in the composer."""
        self._line = line
        self._show()
        self._opened.bridge.ask(self, read_checklist, self._tell_standing)

    def _tell_standing(self, checklist: Checklist) -> None:
        self._standing = checklist.standing
        if not self._panel.isHidden():
            self._show()

    def _show(self) -> None:
        line = self._line
        composed = self._composer.composed() if line is None else None
        text, tags, speaker = (
            (composed.text, composed.tags, composed.speaker)
            if composed is not None
            else (line.text, line.tags, line.speaker) if line is not None else ("", (), None)
        )  # fmt: skip
        role = self._role_of(speaker)
        proofs = proof_for(self._opened.pack, self._opened.scope, text, tags, role=role)
        title = (
            self.tr("Proof for l.%1").replace("%1", str(line.number))
            if line is not None
            else self.tr("Proof for the claim being written")
        )
        self._panel.show_proposed(title, proposed(proofs, self._standing, line.id if line is not None else None))

    def _role_of(self, speaker: str | None) -> str | None:
        session = self._presenter.session
        people = session.participants if session is not None else ()
        return next((one.role for one in people if one.id == speaker), None)

    # Asking

    def begin(self) -> None:
        """To the proposals of the selected line, of what is being written (which is kept first), or of the last claim."""
        line = self._lines.selected_line() or self._kept() or self._last_claim()
        if line is None:
            words = self.tr("Write a claim (F7), or select a line; then Ctrl+M asks for what could prove it.")
            self._composer.show_quiet(words)
            return
        if self._line is None or self._line.id != line.id or self._panel.isHidden():
            self._propose(line)
        self._panel.take_focus()

    def _kept(self) -> NoteLine | None:
        """What is being written becomes a line, a claim: only what is on disk can be asked about."""
        composer = self._composer
        if composer.amending is not None or not says_something(composer.composed().text):
            return None
        before = self._presenter.lines.rowCount()
        if not composer.strip.claim:
            composer.strip.toggle_mark("claim")
        composer.commit()
        return self._newest() if self._presenter.lines.rowCount() > before else None

    def _last_claim(self) -> NoteLine | None:
        if self._line is not None and not self._panel.isHidden():
            return self._line
        model = self._presenter.lines
        rows = (model.line_at(row) for row in range(model.rowCount() - 1, -1, -1))
        return next((one for one in rows if one is not None and one.claim and one.retracted_at is None), None)

    def _make(self, node: str, asked_for: str, asked_of: str) -> None:
        """Beside how things stand now: an item that has a state keeps it."""
        line = self._line
        if line is not None:
            request = MakeRequest(self._new_id(), asked_for, asked_of, node or None, line.id)
            self._opened.bridge.ask(self, read_checklist, partial(self._record, line, request))

    def _record(self, line: NoteLine, request: MakeRequest, checklist: Checklist) -> None:
        commands: list[Command] = [request]
        if request.node and checklist.states.get(request.node, "none") == "none":
            commands.append(SetEvidenceState(request.node, "requested"))
        shown = self._presenter.lines.row_of(line.id)
        present = self._presenter.lines.line_at(shown) if shown is not None else line
        if present is not None and not present.claim:
            commands.append(AmendLine(line.id, claim=True))
        self._opened.bridge.do(
            *commands, then=partial(self._made, request), refused=self._composer.message.show_sentence, owner=self
        )
        self._back()

    def _made(self, request: MakeRequest, _changes: object) -> None:
        question = partial(talk_reading.requests, request_id=request.id)
        self._opened.bridge.ask(self, question, self._tell_made)
        self._begin_session()

    def _tell_made(self, made: tuple[Any, ...]) -> None:
        for one in made:
            words = self.tr("%1 asked for: %2").replace("%1", one.ref)
            self._composer.show_quiet(words.replace("%2", one.asked_for[:80]))

    def _back(self) -> None:
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_id(self) -> str:
        return uuid7(round(self._now().timestamp() * 1000), os.urandom(10))
