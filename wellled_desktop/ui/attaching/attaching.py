"""The files of an open inspection that are being attached, wait to be, or were not: one attaching after the other.

A file is recorded only once its content is on the medium. What is not in the record yet is remembered beside it before the work
begins, and offered again, whatever ended the work.

Signals of Attaching: `changed()` when there is something else to show; `told(str)` with what became of an attaching.
"""

import time
from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wellled_desktop.exchange.attaching import Attaching as Attached
from wellled_desktop.exchange.attaching import FileToAttach, ToAttach, collect
from wellled_desktop.inspection.commands import AttachFile
from wellled_desktop.store.attachment_reading import attachment_ids
from wellled_desktop.store.errors import StoreError
from wellled_desktop.store.store import Change
from wellled_desktop.ui.attaching.left_out import FileLeftOut, FilesLeftOut, not_taken, refused
from wellled_desktop.ui.attaching.offered import FilesOffered
from wellled_desktop.ui.attaching.outstanding import NAME, Wanted, decoded, encoded, wanted
from wellled_desktop.ui.attaching.run import Run, attach_files, new_id, new_ids
from wellled_desktop.ui.attaching.words import attached_words, files_words, under_way
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.vault.errors import VaultError

RECORD_EVERY_MS = 100
_TOGETHER = 20
_ToRecord = list[tuple[Wanted, AttachFile]]


class Attaching(QObject):
    """Belongs to the bridge of the inspection, not to a page: it goes on wherever one goes. See `attaching_of`."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._now: Run | None = None
        self._waiting: deque[Run] = deque()
        self._to_record: _ToRecord = []
        self._recording = self._one_by_one = self._is_closing = False
        self._soon = QTimer(self, singleShot=True, interval=RECORD_EVERY_MS)
        self._soon.timeout.connect(self._record)
        self.files_left_out = FilesLeftOut()
        self.asking: tuple[AttachFile, ...] = ()
        self._offered = FilesOffered(decoded(bridge.remembered(NAME)))
        self._is_known = not self._offered.files
        bridge.closing.connect(self._end)
        if not self._is_known:
            bridge.ask(self, attachment_ids, self._sort_out)

    # What is shown

    @property
    def is_at_work(self) -> bool:
        """Also while it is about to begin."""
        return self._now is not None or bool(self._waiting)

    @property
    def offered(self) -> tuple[Wanted, ...]:
        """What was not attached, and can be now."""
        return self._offered.files if self._is_known else ()

    @property
    def left_out(self) -> tuple[str, ...]:
        """Why, of each file that was not taken."""
        return self.files_left_out.sentences

    @property
    def offer(self) -> str:
        """Why it was not attached, in a sentence; "" where nothing is offered."""
        return self._offered.words if self._is_known else ""

    @property
    def words(self) -> str:
        """How far it is; "" while nothing is attached."""
        if self._now is None:
            return under_way(self._waiting[0], list(self._waiting)[1:]) if self._waiting else ""
        return under_way(self._now, self._waiting)

    @property
    def share_done(self) -> float:
        """Of the bytes, from 0 to 1."""
        run = self._now
        return run.bytes_done / run.size if run is not None and run.size else 0.0

    # What is asked

    def attach(self, entry_id: str, ref: str, paths: Sequence[Path]) -> None:
        """Files, and all files in folders, to an entry that is in the record, which people call `ref`."""
        job = partial(collect, tuple(paths), lambda: self._is_closing)
        self._bridge.work(self, job, partial(self._collected, entry_id, ref), self._raise)

    def attach_content(self, entry_id: str, ref: str, name: str, content: bytes) -> None:
        """What has no file, because it was pasted."""
        self._queue_up([FileToAttach(Path(name), name, len(content), content=content)], entry_id, ref, [])

    def attach_offered(self) -> None:
        """What was not attached, each to its entry."""
        files = self.offered
        if files:
            self._offered.clear()
            self.files_left_out.clear()
            self._add(Run(files, new_id(), ""))

    def forget_offered(self) -> None:
        if self.offered:
            told = self.tr("%1 will not be offered again; nothing happened to the files themselves.")
            told = told.replace("%1", files_words(len(self.offered)))
            self._offered.clear()
            self.files_left_out.clear()
            self._remember()
            self._tell(told)
            self.changed.emit()

    def cancel(self) -> None:
        """Stops what is under way and what waits; all of it can be attached later."""
        stopped, was_at_work = self.tr("Attaching was stopped; what was attached is safe."), self.is_at_work
        for run in self._waiting:
            self._offered.add(run.files, stopped)
            self.files_left_out.add(run.left_out)
        self._waiting.clear()
        if self._now is not None:
            self._now.sentence = stopped
            self._now.cancelled.set()
        elif was_at_work:
            self.changed.emit()

    def put_away(self) -> None:
        """What was left out has been read."""
        self.files_left_out.clear()
        self.changed.emit()

    # Before the work

    def _sort_out(self, known: frozenset[str]) -> None:
        """Of what was remembered, what is in the record is done, and what was pasted may be lost."""
        left = tuple(one for one in self._offered.files if one.id not in known)
        lost = tuple(one for one in left if one.is_lost)
        self._offered.files = tuple(one for one in left if not one.is_lost)
        words = self.tr("“%1” was pasted and was not attached in time; it was too large to be kept. Copy it again.")
        self.files_left_out.add([FileLeftOut(one.entry, words.replace("%1", one.name)) for one in lost])
        self._is_known = True
        self._remember()
        self.changed.emit()

    def _collected(self, entry_id: str, ref: str, found: ToAttach) -> None:
        left_out = refused(entry_id, found.refused)
        if found.files:
            self._queue_up(found.files, entry_id, ref, left_out)
        elif left_out:
            self.files_left_out.add(left_out)
            self.changed.emit()
        else:
            self._tell(self.tr("There is no file in it, so nothing was attached."))

    def _queue_up(self, files: Sequence[FileToAttach], entry_id: str, ref: str, left_out: list[FileLeftOut]) -> None:
        made = tuple(wanted(file, entry_id, one) for file, one in zip(files, new_ids(), strict=False))
        self._add(Run(made, new_id(), ref, left_out))

    def _add(self, run: Run) -> None:
        """It begins once it is remembered."""
        self._waiting.append(run)
        self._remember()
        self._bridge.finish(self, partial(self._remembered, run))
        self.changed.emit()

    def _remembered(self, run: Run) -> None:
        run.is_remembered = True
        self._begin_next()

    def _begin_next(self) -> None:
        if self._now is not None or not self._waiting or not self._waiting[0].is_remembered:
            return
        run = self._now = self._waiting.popleft()
        run.began = time.monotonic()
        self._one_by_one = False
        came = lambda one, result: self._bridge.call(self, partial(self._came, run, one, result))  # noqa: E731
        progressed = lambda done: self._bridge.call(self, partial(self._progressed, run, done))  # noqa: E731
        job = partial(attach_files, self._bridge.inspection, run, came, progressed, new_id)
        self._bridge.work(self, job, partial(self._worked, run), partial(self._failed, run), lane="files")
        self.changed.emit()

    # While it is done

    def _progressed(self, run: Run, done: int) -> None:
        run.bytes_done = done
        self.changed.emit()

    def _came(self, run: Run, one: Wanted, result: Attached) -> None:
        """Its content is on the medium, or there is a reason why it is not."""
        run.files_done += 1
        if result.command is not None:
            self._to_record.append((one, result.command))
            if not self._soon.isActive():
                self._soon.start()
        elif result.left_out is not None:
            run.left_out.append(not_taken(one, result.left_out))
            if result.already_there:
                run.settled.add(one.id)
        self.changed.emit()

    def _record(self) -> None:
        """Together what has come meanwhile: each time, every page that shows it reads it anew."""
        run = self._now
        if run is None or self._recording or not self._to_record:
            return
        count = 1 if self._one_by_one else _TOGETHER
        group, self._to_record = self._to_record[:count], self._to_record[count:]
        self._recording = True
        commands = (command for _, command in group)
        then, refused = partial(self._recorded, run, group), partial(self._refused, run, group)
        self._bridge.do(*commands, then=then, refused=refused, owner=self, run=run.name)

    def _recorded(self, run: Run, group: _ToRecord, _changes: tuple[Change, ...]) -> None:
        self._recording = False
        run.settled.update(one.id for one, _ in group)
        run.attached += [command for _, command in group]
        run.refused_in_a_row = 0
        self._end_if_done(run)

    def _refused(self, run: Run, group: _ToRecord, sentence: str) -> None:
        """One that is refused takes those recorded with it along: each is tried by itself."""
        self._recording = False
        if len(group) > 1:
            self._one_by_one = True
            self._to_record = [*group, *self._to_record]
        else:
            run.refusal = sentence
            run.refused_in_a_row += 1
            if run.refused_in_a_row > 1:  # the record takes nothing: not all of them need to be tried
                run.cancelled.set()
        self._end_if_done(run)

    # Afterwards

    def _worked(self, run: Run, gone: str) -> None:
        run.is_worked = True
        if gone:
            words = self.tr("The folder “%1” cannot be reached any more; what was attached is safe.")
            run.sentence = words.replace("%1", gone)
        self._end_if_done(run)

    def _failed(self, run: Run, problem: Exception) -> None:
        run.is_worked = True
        run.sentence = str(problem)
        self._end_if_done(run)
        self._raise(problem)

    def _raise(self, problem: Exception) -> None:
        if not isinstance(problem, StoreError | VaultError | OSError):
            raise problem

    def _end_if_done(self, run: Run) -> None:
        if run.is_worked or self._one_by_one:  # nothing more is waited for
            self._record()
        if run is not self._now or not run.is_worked or self._recording or self._to_record:
            return
        self._soon.stop()
        self._now = None
        for told in (self._offered, self.files_left_out):
            told.take_away(run.done)
        if run.rest:
            self._offered.add(run.rest, run.sentence or run.refusal or self.tr("Not everything could be attached."))
        self.files_left_out.add(run.left_out, len(run.attached))
        self._remember()
        if run.attached:
            self._tell(attached_words(run), run.asking)
        self._begin_next()
        self.changed.emit()

    def _tell(self, words: str, asking: tuple[AttachFile, ...] = ()) -> None:
        """`asking`: in what a patient may be recognised, by these words."""
        self.asking = asking
        self.told.emit(words)

    def _remember(self) -> None:
        under_way = () if self._now is None else self._now.rest
        waiting = (one for run in self._waiting for one in run.files)
        self._bridge.remember(NAME, encoded((*self._offered.files, *under_way, *waiting)))

    def _end(self) -> None:
        """The inspection is being closed. What is not recorded is remembered already."""
        self._is_closing = True
        self._soon.stop()
        if self._now is not None:
            self._now.cancelled.set()


def attaching_of(bridge: Bridge) -> Attaching:
    """The one of the open inspection, made when it is first wanted."""
    found = bridge.findChild(Attaching, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Attaching) else Attaching(bridge)
