"""What the Worries page does with the record.

Signals of WorriesPresenter: `worries_read(tuple, tuple)` with the worries and those that stand in forms and were not taken
over yet; `register_read(RiskIndex)`; `refused(str)`; `noted(str)` with the id of a worry that is on disk.
"""

import os
import time
from typing import Any

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.commands import (
    CompareWorry,
    NewRisk,
    NoteWorry,
    RecordRisks,
    RetractWorry,
)  # fmt: skip
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.likeness import RiskIndex
from wellled_desktop.inspection.read_models import Risk, SaidWorries, Worry
from wellled_desktop.inspection.words import WorryVerdict
from wellled_desktop.store import talk_reading
from wellled_desktop.ui.bridge import Bridge

# The field of the forms that asks for worries (forms.yaml); a pack without it has none to take over.
FIELD = "top-worries"
WORRY_KINDS = frozenset(
    {
        "worry-noted", "worry-retracted", "worry-restored", "worry-compared", "form-answered", "risk-recorded",
        "risk-retracted", "risk-restored",
    }
)  # fmt: skip
"""The kinds of change after which the worries have to be read again."""


def new_id(place: int = 0) -> str:
    """`place`, below 4,096, keeps several that are made in one millisecond in their order."""
    return uuid7(time.time_ns() // 1_000_000, place.to_bytes(2, "big") + os.urandom(8))


class WorriesPresenter(QObject):
    worries_read = Signal(object, object)
    register_read = Signal(object)
    refused = Signal(str)
    noted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def read_worries(self) -> None:
        self._bridge.ask(self, _worries, lambda answer: self.worries_read.emit(*answer))

    def read_register(self) -> None:
        """Sorted and taken to words on the reader's thread: a long register takes a second."""
        self._bridge.ask(self, lambda connection: RiskIndex(talk_reading.risks(connection)), self.register_read.emit)

    def note(self, text: str) -> None:
        command = NoteWorry(new_id(), text)
        self._bridge.do(command, then=lambda _: self.noted.emit(command.id), refused=self.refused.emit, owner=self)

    def take_over(self, said: tuple[SaidWorries, ...]) -> None:
        texts = [(one.session_id, text) for one in said for text in one.texts]
        commands = [NoteWorry(new_id(at), text, session_id) for at, (session_id, text) in enumerate(texts)]
        self._bridge.do(*commands, refused=self.refused.emit, owner=self)

    def compare(self, worry: Worry, verdict: WorryVerdict, risk: Risk | None, remark: str) -> None:
        command = CompareWorry(worry.id, verdict, risk.id if risk else None, remark)
        self._bridge.do(command, refused=self.refused.emit, owner=self)

    def retract(self, worry: Worry, reason: str) -> None:
        self._bridge.do(RetractWorry(worry.id, reason), refused=self.refused.emit, owner=self)

    def add_risk(self, reference: str, title: str, rating: str, owner: str, source: str) -> None:
        command = RecordRisks(source, (NewRisk(new_id(), reference, title, rating, owner),))
        self._bridge.do(command, refused=self.refused.emit, owner=self)


def _worries(connection: Any) -> tuple[tuple[Worry, ...], tuple[SaidWorries, ...]]:
    return talk_reading.worries(connection), talk_reading.said_worries(connection, field=FIELD)
