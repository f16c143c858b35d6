"""Undo and redo over everything that is recorded, whatever the page: what was done last is taken back by the record itself.

What the keys ask for counts from when they are pressed: an action can be taken back before it is on disk, and several presses in
one burst do what they would have done one by one, each as soon as the record is there.

Signals of UndoStack: `changed()` when there is another thing to undo or to redo; `told(str)` with what was undone or redone,
whatever page shows it; `refused(str)` with the sentence when something could not be taken back. Closing the window forgets
the stack; the record keeps what was done and undone.
"""

import msgspec
from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.action_names import action_name, comes_to_nothing, goes_on
from wellled_desktop.inspection.commands import Command
from wellled_desktop.ui.asked import Asked, Done
from wellled_desktop.ui.bridge import Bridge

MOST = 200
_Part = tuple[Command, ...]


class _Step(msgspec.Struct, eq=False):
    """One action. `parts` are what undoing (or, undone, redoing) it records, in turn; none until it is on disk.

    `did` is what was asked last; `tickets` are those of its parts that are still on their way. `before` had been undone when it
    was asked, and can no longer be done again unless nothing comes of it.
    """

    order: int
    name: str
    did: _Part
    run: str
    before: list["_Step"]
    tickets: set[int] = msgspec.field(default_factory=set)
    parts: list[_Part] = msgspec.field(default_factory=list)
    presses: int = 0
    undone: bool = False
    gone: bool = False


class UndoStack(QObject):
    changed = Signal()
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._pressed: list[tuple[_Step, bool]] = []
        self._asked_by: dict[int, _Step] = {}
        self._busy = False
        bridge.asked.connect(self._ask)
        bridge.done.connect(self._add)
        bridge.lapsed.connect(self._drop)

    @property
    def undo_name(self) -> str:
        """What would be undone, "" when nothing can be."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        return self._undone[-1].name if self._undone else ""

    def undo(self) -> None:
        self._press(self._done, self._undone, undo=True)

    def redo(self) -> None:
        self._press(self._undone, self._done, undo=False)

    def _press(self, source: list[_Step], target: list[_Step], *, undo: bool) -> None:
        if not source:
            return
        step = source.pop()
        target.append(step)
        step.presses += 1
        self._pressed.append((step, undo))
        self.changed.emit()
        self._go_on()

    # What is done

    def _ask(self, asked: Asked) -> None:
        """Something new is to be done: what was undone before it can no longer be done again."""
        name = action_name(asked.commands)
        if not name:
            return
        step = self._continued(asked)
        if step is None:
            step = _Step(asked.ticket, name, asked.commands, asked.run, self._undone)
            self._undone = []
            self._done.append(step)
            del self._done[:-MOST]
        step.tickets.add(asked.ticket)
        self._asked_by[asked.ticket] = step
        self.changed.emit()

    def _continued(self, asked: Asked) -> _Step | None:
        """The action before, where this only goes on with it."""
        step = self._done[-1] if self._done and not self._undone else None
        if step is None or step.presses:
            return None
        if asked.run and asked.run == step.run:
            step.did = (*step.did, *asked.commands)
            step.name = action_name(step.did)
            return step
        if goes_on(step.did, asked.commands):
            step.did = asked.commands
            return step
        return None

    def _add(self, done: Done) -> None:
        """It is on disk."""
        step = self._answered(done.ticket)
        if step is None:
            return
        step.before = []
        if step.run or not step.parts:
            step.parts.insert(0, done.undo)  # of several parts the last is taken back first
        elif not step.presses and comes_to_nothing(step.parts[0], done.commands):
            step.gone = True
        self._settle(step)

    def _drop(self, ticket: int, refused: bool) -> None:  # as the signal hands it over
        """Nothing came of it. Who wanted to take it back meant, where it only changed nothing, the action before it."""
        step = self._answered(ticket)
        if step is None:
            return
        if not step.tickets and not step.parts:
            meant_before = step in self._undone and not refused
            step.gone = True
            again = {one for one in step.before if not one.gone and one not in self._done}
            self._undone = sorted({*self._undone, *again}, key=lambda one: -one.order)
            self._settle(step)
            if meant_before:
                self.undo()
        else:
            self._settle(step)

    def _answered(self, ticket: int) -> _Step | None:
        step = self._asked_by.pop(ticket, None)
        if step is not None:
            step.tickets.discard(ticket)
        return step

    # What was pressed

    def _go_on(self) -> None:
        """One at a time, in the order pressed: the next depends on how this one leaves the record."""
        while self._pressed and not self._busy and not self._pressed[0][0].tickets:
            step, undo = self._pressed.pop(0)
            if step.gone or step.undone == undo:  # that it should be so already is so
                step.presses -= 1
                self._settle(step)
            else:
                self._busy = True
                self._record(step, undo, list(step.parts), [])

    def _record(self, step: _Step, undo: bool, left: list[_Part], back: list[_Part]) -> None:
        if not left:
            step.parts, step.undone, step.gone = back, undo, not back
            self.told.emit((self.tr("Undone: %1") if undo else self.tr("Redone: %1")).replace("%1", step.name))
            self._finish(step)
            return

        def recorded(part: _Part) -> None:
            self._record(step, undo, left[1:], [part, *back] if part else back)

        def refused(sentence: str) -> None:
            step.parts, step.undone, step.gone = back, undo, not back
            self._finish(step)
            self.refused.emit(sentence)

        def unable(sentence: str) -> None:
            if back:  # what is left of it can be tried again, by itself
                rest = _Step(step.order, step.name, step.did, step.run, [], parts=left, undone=step.undone)
                step.parts, step.undone = back, undo
                self._settle(rest)
            self._finish(step)
            self.refused.emit(sentence)

        self._bridge.take_back(left[0], recorded, refused, self, unable)

    def _finish(self, step: _Step) -> None:
        self._busy = False
        step.presses -= 1
        self._settle(step)

    def _settle(self, step: _Step) -> None:
        """Puts the step where it now belongs, unless it waits for what was pressed later."""
        if step.gone or not step.presses:
            forgotten = step.undone and step not in self._undone and step not in self._done
            self._done = [one for one in self._done if one is not step]
            self._undone = [one for one in self._undone if one is not step]
            if not (step.gone or forgotten):
                (self._undone if step.undone else self._done).append(step)
                self._done.sort(key=lambda one: one.order)
                self._undone.sort(key=lambda one: -one.order)
                del self._done[:-MOST]
        self.changed.emit()
        self._go_on()
