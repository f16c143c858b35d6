"""The team's judgements on the KLOE page: read from the record, and kept in it while one types; no widget.

A judgement is saved when its node is left, and by a deadline that the first unsaved key sets. The saves of one node that follow
each other are one step for Undo: see `action_names.goes_on`.

Signals of Judgements: `read()` when what stands may be another; `refused(str)`.
"""

from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from wellled_desktop.inspection.commands import SetJudgement
from wellled_desktop.inspection.read_models import NodeJudgement
from wellled_desktop.inspection.words import Judgement
from wellled_desktop.store import weighing_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge

# With the write itself (some milliseconds) this stays well under the promised second.
DEADLINE_MS = 600


class Stands(msgspec.Struct, frozen=True):
    """A judgement as it is shown: what is typed, or else what is recorded. `recorded` says who and when."""

    judgement: Judgement | None = None
    text: str = ""
    recorded: NodeJudgement | None = None


class _Typed(msgspec.Struct, frozen=True):
    number: int
    judgement: Judgement | None
    text: str


class Judgements(QObject):
    read = Signal()
    refused = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._recorded: dict[str, NodeJudgement] = {}
        self._typed: dict[str, _Typed] = {}
        self._unsaved: set[str] = set()
        self._number = 0
        self._deadline = QTimer(self, singleShot=True, interval=DEADLINE_MS)
        self._deadline.timeout.connect(self.save_now)
        bridge.changed.connect(self._changed)

    def ask(self) -> None:
        self._bridge.ask(self, weighing_reading.judgements, partial(self._answered, ()))

    def of(self, node: str) -> Stands:
        recorded, typed = self._recorded.get(node), self._typed.get(node)
        if typed is not None:
            return Stands(typed.judgement, typed.text, recorded)
        return Stands(recorded.judgement, recorded.text, recorded) if recorded else Stands()

    def put(self, node: str, judgement: Judgement | None, text: str) -> None:
        """What stands in the fields now. A running deadline is left alone: continuous typing saves too."""
        self._number += 1
        self._typed[node] = _Typed(self._number, judgement, text)
        self._unsaved.add(node)
        if not self._deadline.isActive():
            self._deadline.start()

    @property
    def is_writing(self) -> bool:
        """Whether something that is shown is not on disk yet."""
        return bool(self._typed)

    def save_now(self) -> None:
        """Records what was changed since the last time. What is refused stays in its field, to try again."""
        self._deadline.stop()
        unsaved, self._unsaved = self._unsaved, set()
        for node in sorted(unsaved):
            typed = self._typed[node]
            self._bridge.do(
                SetJudgement(node, typed.judgement, typed.text),
                then=partial(self._saved, node, typed.number),
                refused=self.refused.emit,
                owner=self,
            )

    def _saved(self, node: str, number: int, _changes: tuple[Change, ...]) -> None:
        """What was typed stays on show until the record has been read again."""
        self._bridge.ask(self, weighing_reading.judgements, partial(self._answered, ((node, number),)))

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if any(one.kind == "judgement-set" for one in changes):
            self.ask()

    def _answered(self, settled: tuple[tuple[str, int], ...], found: tuple[NodeJudgement, ...]) -> None:
        for node, number in settled:
            typed = self._typed.get(node)
            if typed is not None and typed.number == number:
                del self._typed[node]
        self._recorded = {one.node: one for one in found}
        self.read.emit()
