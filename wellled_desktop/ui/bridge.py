"""Between the window and the record: commands go to the one writer's thread, questions to the reader's, answers come back
to the UI thread. Nothing here blocks; nothing here touches the disk on the UI thread.

Signals of Bridge: `changed(tuple[Change, ...])` once a command's changes are on disk; `saved(datetime)` with the moment;
`refused(str)` with a sentence when a command was not recorded and its asker left the telling to the window; `unsaved(str)`
with the sentence of every command that was not recorded, whoever tells it; `pending(int)` with how many writes are on their
way; `asked(Asked)` when something is to be recorded, and then either `done(Done)` with what was recorded and can be taken back
or `lapsed(int, bool)` with the ticket of what changed nothing or, where True, was not recorded; `closing()` when long work should
end by itself, because the inspection is about to be closed.
"""

import datetime as dt
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from wellled_desktop.inspection.commands import Command
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.store.errors import StoreError
from wellled_desktop.store.store import Change, Recorded
from wellled_desktop.ui.asked import Asked, Done, Writing
from wellled_desktop.ui.lanes import Lanes, WorkLane
from wellled_desktop.vault.errors import NotKept
from wellled_desktop.vault.library import OpenInspection

Answer = TypeVar("Answer")
Deliver = Callable[[], None]
_CLOSED = "The inspection is being closed, so this was not recorded. Everything before it is safe; open it again."
_DEFECT = "Something unexpected happened, so this was not recorded. Everything before it is safe; try again."


def _nothing(_connection: object) -> None:
    """Asks nothing of the store."""


class Bridge(QObject):
    """One open inspection, for the window. `close` waits for what was asked before it returns: nothing typed is dropped.

    To learn first whether everything was recorded, ask `finish` and close when it answers.
    """

    changed = Signal(object)
    saved = Signal(object)
    refused = Signal(str)
    unsaved = Signal(str)
    pending = Signal(int)
    asked = Signal(object)
    done = Signal(object)
    lapsed = Signal(int, bool)
    closing = Signal()
    _delivered = Signal(object)

    def __init__(self, inspection: OpenInspection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inspection = inspection
        self._reader = inspection.reader()
        self._lanes = Lanes()
        self._on_the_way = self._tickets = 0
        self._closed = False
        self._remembered, self._to_remember = dict[str, bytes](), set[str]()
        self._to_write: list[Writing] = []
        # Not before what was done is painted: both threads run Python, and the writer would make the caret wait for it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._hand_over)
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # Connects while the window is built; what fails now fails again, and is told, when something is asked.
        self._lanes.read(lambda: self._reader.read(_nothing))

    @property
    def inspection(self) -> OpenInspection:
        """For long work, which keeps attachments and reads documents; the record is written through `do` alone."""
        return self._inspection

    @property
    def device(self) -> str:
        return self._inspection.device

    @property
    def author(self) -> str:
        return self._inspection.store.writer.author

    @property
    def warning(self) -> str | None:
        """A sentence when the file is not the one that was closed last, or when that cannot be told."""
        return self._inspection.warning

    def do(
        self,
        *commands: Command,
        then: Callable[[tuple[Change, ...]], None] | None = None,
        refused: Callable[[str], None] | None = None,
        owner: QObject | None = None,
        run: str = "",
    ) -> None:
        """Records the commands, in the order asked, in one transaction.

        `then` hears of it once it is on disk; `refused` gets the sentence when it was not recorded. Both are called on the
        UI thread, and only while `owner` lives. What is recorded in several parts with one `run` is taken back as one.
        """
        if self._closed:
            (refused or self.refused.emit)(_CLOSED)
            return
        self._tickets += 1
        ticket = self._tickets

        def recorded(what: Recorded) -> None:
            if what.undo:
                self.call(self, lambda: self.done.emit(Done(commands, what.undo, ticket)))
            else:
                self.call(self, lambda: self.lapsed.emit(ticket, False))
            if then is not None:
                self.call(owner or self, lambda: then(what.changes))

        self.asked.emit(Asked(commands, ticket, run))
        self._submit(Writing(commands, recorded, refused, owner or self, ticket))

    def take_back(
        self,
        commands: tuple[Command, ...],
        then: Callable[[tuple[Command, ...]], None],
        refused: Callable[[str], None],
        owner: QObject,
        unable: Callable[[str], None] | None = None,
    ) -> None:
        """Records what takes something back; `then` gets the commands that would do it again. `done` is not told of it.

        `refused` gets the sentence where the record does not allow it, `unable` where only the disk did not.
        """
        if not self._closed:
            recorded = lambda what: self.call(owner, lambda: then(what.undo))  # noqa: E731
            self._submit(Writing(commands, recorded, refused, owner, unable=unable))

    def _submit(self, writing: Writing) -> None:
        self._count(1)
        self._to_write.append(writing)
        if not self._soon.isActive():
            self._soon.start()

    def _hand_over(self) -> None:
        """To the writer, in the order asked."""
        self._soon.stop()
        for writing in self._to_write:
            self._lanes.write(partial(self._record, writing))
        self._to_write.clear()

    def ask(self, owner: QObject, question: Callable[[Any], Answer], then: Callable[[Answer], None]) -> None:
        """Answers `question` (a function of `store.reading`, with its arguments bound) to `then` on the UI thread.

        The answer is dropped when `owner` has gone by then. What was recorded before is seen only once it is on disk.
        """
        if not self._closed:
            self._lanes.read(partial(self._answer, owner, question, then))

    def work(
        self,
        owner: QObject,
        job: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Exception], None],
        lane: WorkLane = "work",
    ) -> None:
        """Runs long work (a report) beside reading and writing; `failed` gets what `job` raised."""
        if not self._closed:
            self._lanes.work(lane, partial(self._work, owner, job, then, failed))

    def read_now(self, question: Callable[[Any], Answer]) -> Answer:
        """For long work on a worker's thread: answers on a connection of its own."""
        with closing(self._inspection.reader()) as reader:
            return reader.read(question)

    def call(self, owner: QObject, deliver: Deliver) -> None:
        """Calls `deliver` on the UI thread, if `owner` still lives; may be called from any thread."""
        self._delivered.emit((owner, deliver))

    def remember(self, name: str, content: bytes) -> None:
        """Keeps a small private state of this laptop, beside the record; of several in a row only the last is written."""
        self._remembered[name] = content
        if name not in self._to_remember and not self._closed:
            self._to_remember.add(name)
            self._hand_over()
            self._lanes.write(partial(self._keep, name))

    def remembered(self, name: str) -> bytes | None:
        """What was remembered under the name; read at once, so ask it once, when the window is built."""
        return self._remembered[name] if name in self._remembered else self._inspection.remembered(name)

    def anchor(self) -> None:
        """Notes outside the store how far the journal has come, behind the writes asked for before."""
        if not self._closed:
            self._hand_over()
            self._lanes.write(self._note_head)

    def finish(self, owner: QObject, then: Deliver) -> None:
        """Calls `then` on the UI thread once all that was asked to be recorded is on disk or its refusal was told."""
        if self._closed:
            then()
        else:
            self._hand_over()
            self._lanes.write(partial(self.call, owner, then))

    def close(self) -> None:
        """Finishes what was asked, then closes the inspection; closing twice is closing once. No answer comes after it."""
        if self._closed:
            return
        self._hand_over()
        self._closed = True
        self.closing.emit()
        self._lanes.finish()
        self._reader.close()
        self._inspection.close()

    def _count(self, more: int) -> None:
        self._on_the_way += more
        self.pending.emit(self._on_the_way)

    def _keep(self, name: str) -> None:
        self._to_remember.discard(name)
        self._inspection.remember(name, self._remembered[name])

    def _note_head(self) -> None:
        """An anchor that is behind is fine: the next one, or closing, catches up."""
        with suppress(NotKept, StoreError):
            self._inspection.anchor()

    def _record(self, writing: Writing) -> None:
        try:
            recorded = self._inspection.store.record(*writing.commands)
        except RuleBroken as error:
            self._send_refusal(str(error), writing, writing.refused)
            return
        except StoreError as error:
            self._send_refusal(str(error), writing, writing.unable or writing.refused)
            return
        except Exception as error:  # noqa: BLE001  # a defect: nothing was recorded, and it goes on to whoever is told of those
            self._send_refusal(_DEFECT, writing, writing.refused)
            self._send_defect(error)
            return
        now = dt.datetime.now(dt.UTC)
        writing.recorded(recorded)
        self.call(self, lambda: self._tell(recorded.changes, now))

    def _send_refusal(self, sentence: str, writing: Writing, refused: Callable[[str], None] | None) -> None:
        self.call(self, lambda: self._tell_unsaved(sentence, writing.ticket))
        self.call(self if refused is None else writing.owner, lambda: (refused or self.refused.emit)(sentence))

    def _send_defect(self, error: Exception) -> None:
        def raise_it() -> None:
            raise error

        self.call(self, raise_it)

    def _tell_unsaved(self, sentence: str, ticket: int) -> None:
        self._count(-1)
        self.unsaved.emit(sentence)
        if ticket:
            self.lapsed.emit(ticket, True)

    def _tell(self, changes: tuple[Change, ...], now: dt.datetime) -> None:
        self._count(-1)
        self.saved.emit(now)
        if changes:
            self.changed.emit(changes)

    def _answer(self, owner: QObject, question: Callable[[Any], Answer], then: Callable[[Answer], None]) -> None:
        try:
            answer = self._reader.read(question)
        except StoreError as error:
            sentence = str(error)
            self.call(self, lambda: self.refused.emit(sentence))
            return
        except Exception as error:  # noqa: BLE001  # a defect, told on the UI thread
            self._send_defect(error)
            return
        self.call(owner, lambda: then(answer))

    def _work(
        self,
        owner: QObject,
        job: Callable[[], Answer],
        then: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001  # handed on whole to the asker, who tells the user
            problem = error
            self.call(owner, lambda: failed(problem))
            return
        self.call(owner, lambda: then(answer))

    @Slot(object)
    def _deliver(self, sent: tuple[QObject, Deliver]) -> None:
        owner, deliver = sent
        if not self._closed and shiboken6.isValid(owner):
            deliver()
