"""Which outcome an undo or a redo was about, so that the meeting can go back to its item.

Signals of UndoneOutcome: `found(CorroborationOutcome)`, also of one that no longer stands.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.store import weighing_reading
from wellled_desktop.store.store import Change
from wellled_desktop.ui.bridge import Bridge


class UndoneOutcome(QObject):
    found = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._awaited = False
        bridge.changed.connect(self._look)

    def await_changes(self) -> None:
        """Something was undone or redone: the record tells next what that changed."""
        self._awaited = True

    def _look(self, changes: tuple[Change, ...]) -> None:
        awaited, self._awaited = self._awaited, False
        changed = next((one.entity for one in changes if one.kind.startswith("outcome-")), None)
        if awaited and changed is not None:
            question = partial(weighing_reading.outcomes, outcome_id=changed, withdrawn=True)
            self._bridge.ask(self, question, self._tell)

    def _tell(self, outcomes: tuple[CorroborationOutcome, ...]) -> None:
        for outcome in outcomes:
            self.found.emit(outcome)
