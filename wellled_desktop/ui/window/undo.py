"""Undo and redo over everything that is recorded, whatever the page: what was done last is taken back by the record itself.

Signal of UndoStack: `changed()` when there is another thing to undo or to redo; `refused(str)` with the sentence when
something could not be taken back. Closing the window forgets the stack; the record keeps what was done and undone.
"""

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.action_names import action_name, goes_on
from wellled_desktop.inspection.commands import Command
from wellled_desktop.ui.bridge import Bridge, Done

MOST = 200


class _Step(msgspec.Struct, frozen=True):
    """What undoing or redoing would record, and what it is called; `did` is what undoing takes back, where that is known."""

    name: str
    commands: tuple[Command, ...]
    did: tuple[Command, ...] = ()


class UndoStack(QObject):
    changed = Signal()
    refused = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._busy = False
        bridge.done.connect(self._add)

    @property
    def undo_name(self) -> str:
        """What would be undone, "" when nothing can be."""
        return self._done[-1].name if self._done and not self._busy else ""

    @property
    def redo_name(self) -> str:
        return self._undone[-1].name if self._undone and not self._busy else ""

    def undo(self) -> None:
        self._step(self._done, self._undone)

    def redo(self) -> None:
        self._step(self._undone, self._done)

    def _add(self, done: Done) -> None:
        """Something new was done: what was undone before it can no longer be done again."""
        name = action_name(done.commands)
        if not name:
            return
        undo = done.undo
        if self._done and not self._busy and goes_on(self._done[-1].did, done.commands):
            undo = self._done.pop().commands
        if undo != done.commands:  # typed and taken out again: nothing to take back
            self._done.append(_Step(name, undo, done.commands))
        del self._done[:-MOST]
        self._undone.clear()
        self.changed.emit()

    def _step(self, source: list[_Step], target: list[_Step]) -> None:
        """One at a time: the next depends on how this one leaves the record."""
        if self._busy or not source:
            return
        step = source.pop()
        self._busy = True

        def recorded(back: tuple[Command, ...]) -> None:
            self._busy = False
            if back:
                target.append(_Step(step.name, back))
            self.changed.emit()

        def not_recorded(sentence: str) -> None:
            self._busy = False
            self.changed.emit()
            self.refused.emit(sentence)

        self._bridge.take_back(step.commands, recorded, not_recorded, self)
        self.changed.emit()
