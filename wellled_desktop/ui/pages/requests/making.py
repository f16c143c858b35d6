"""Recording a new request, and how long answers took as an evidence entry.

Signals of Making: `begun(str)` with the id of a request that is on its way to the record; `made()` when it is there;
`told(str)` with its number, then; `said(str)` with a sentence for the window.
"""

import datetime as dt
import os
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.commands import MakeRequest, SetEvidenceState
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.read_models import EvidenceEntry, EvidenceItemState, Request
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.requests.new_request import NewRequest
from wellled_desktop.ui.pages.requests.response_row import ResponseRow


class Making(QObject):
    begun = Signal(str)
    made = Signal()
    told = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        line: NewRequest,
        responses: ResponseRow,
        is_evidence: Callable[[str], bool],
        parent: QObject,
        *,
        today: Callable[[], dt.date],
    ) -> None:
        """`is_evidence` says of a node whether it is an item of the key evidence, which a request marks requested."""
        super().__init__(parent)
        self._bridge = bridge
        self._line = line
        self._responses = responses
        self._is_evidence = is_evidence
        self._today = today
        line.wanted.connect(self._make)
        responses.record_wanted.connect(self.record_times)

    def _make(self, asked_for: str, asked_of: str, node: str, due: dt.date | None) -> None:
        command = MakeRequest(new_id(), asked_for, asked_of, node or None, due=due)
        self.begun.emit(command.id)
        if self._is_evidence(node):
            question = partial(reading.evidence_states, node=node)
            self._bridge.ask(self, question, partial(self._make_beside, command, node))
        else:
            self._do(command)

    def _make_beside(self, command: MakeRequest, node: str, states: tuple[EvidenceItemState, ...]) -> None:
        """An item that has a state keeps it."""
        if any(one.state != "none" for one in states):
            self._do(command)
        else:
            self._do(command, SetEvidenceState(node, "requested"))

    def _do(self, made: MakeRequest, *beside: SetEvidenceState) -> None:
        self._bridge.do(made, *beside, then=partial(self._recorded, made.id), refused=self._refused, owner=self)

    def _recorded(self, request_id: str, _changes: object) -> None:
        self._line.take_recorded(self.said.emit)
        self.made.emit()
        self._bridge.ask(self, partial(talk_reading.requests, request_id=request_id), self._tell_made)

    def _tell_made(self, found: tuple[Request, ...]) -> None:
        for request in found:
            self.told.emit(self.tr("%1 is made").replace("%1", request.ref))

    def _refused(self, sentence: str) -> None:
        self.said.emit(sentence)
        self._line.point_at_fault(sentence)

    def record_times(self) -> None:
        command = self._responses.evidence(new_id(), self._today())
        if command is not None:
            then = partial(self._times_recorded, command.id)
            self._bridge.do(command, then=then, refused=self.said.emit, owner=self)

    def _times_recorded(self, entry_id: str, _changes: object) -> None:
        self._bridge.ask(self, partial(reading.evidence_entries, entry_id=entry_id), self._tell_recorded)

    def _tell_recorded(self, found: tuple[EvidenceEntry, ...]) -> None:
        for entry in found:
            words = self.tr("Recorded as %1: %2. Undo takes it back.").replace("%1", entry.ref)
            self.said.emit(words.replace("%2", entry.title))


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
