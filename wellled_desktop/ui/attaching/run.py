"""One attaching: its files, how far it is, and the work itself, on the thread for files."""

import os
import threading
import time
from collections.abc import Callable, Iterator

import msgspec

from wellled_desktop.exchange.attaching import Attaching as Attached
from wellled_desktop.exchange.attaching import attach_each
from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.commands import AttachFile
from wellled_desktop.inspection.identity import uuid7, uuid7s
from wellled_desktop.ui.attaching.identifying import may_identify
from wellled_desktop.ui.attaching.left_out import FileLeftOut
from wellled_desktop.ui.attaching.outstanding import Wanted
from wellled_desktop.vault.opened import OpenInspection

TELL_EVERY_SECONDS = 0.1
_A_FILE_TAKES_AS_LONG_AS = 150_000  # bytes: what syncing a small file costs
_TOO_SOON_SECONDS = 2.0


class Run(msgspec.Struct, eq=False):
    """`name` is the same for all that is recorded of it, so that it is taken back as one; `to` is the entry as people say it.

    `sentence` says why it ended early, `refusal` why the record did not take what was kept.
    """

    files: tuple[Wanted, ...]
    name: str
    to: str
    left_out: list[FileLeftOut] = msgspec.field(default_factory=list)
    settled: set[str] = msgspec.field(default_factory=set)
    cancelled: threading.Event = msgspec.field(default_factory=threading.Event)
    is_remembered: bool = False
    is_worked: bool = False
    began: float = 0.0
    bytes_done: int = 0
    files_done: int = 0
    attached: list[AttachFile] = msgspec.field(default_factory=list)
    sentence: str = ""
    refusal: str = ""
    refused_in_a_row: int = 0

    @property
    def size(self) -> int:
        return sum(one.size for one in self.files)

    @property
    def rest(self) -> tuple[Wanted, ...]:
        return tuple(one for one in self.files if one.id not in self.settled)

    @property
    def done(self) -> tuple[Wanted, ...]:
        """What is in the record now, by this or from before."""
        return tuple(one for one in self.files if one.id in self.settled)

    @property
    def asking(self) -> tuple[AttachFile, ...]:
        """What was attached that a patient may be recognised in, with nothing said of why it was necessary."""
        return tuple(one for one in self.attached if may_identify(one) and not one.necessity)

    def seconds_left(self, now: float) -> float | None:
        """None while it cannot be told yet."""
        passed, done = now - self.began, self.bytes_done + self.files_done * _A_FILE_TAKES_AS_LONG_AS
        if passed < _TOO_SOON_SECONDS or not done:
            return None
        in_all = self.size + len(self.files) * _A_FILE_TAKES_AS_LONG_AS
        return passed * max(0, in_all - done) / done


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


def new_ids() -> Iterator[str]:
    """In the order in which they are taken."""
    return uuid7s(time.time_ns() // 1_000_000, os.urandom)


def attach_files(
    inspection: OpenInspection,
    run: Run,
    came: Callable[[Wanted, Attached], None],
    progressed: Callable[[int], None],
    new_id: Callable[[], str],
) -> str:
    """Tells of each file once it is on the medium. Answers the name of a folder that went away in the middle, "" otherwise.

    Raises NotKept, StoreError; what came before is safe.
    """
    told = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= TELL_EVERY_SECONDS or done == total:
            told = now
            progressed(done)

    files = ((one.entry, one.file) for one in run.files)
    results = attach_each(inspection, files, new_id=new_id, progress=progress, cancelled=run.cancelled.is_set)
    for one, result in zip(run.files, results, strict=False):
        if result.left_out is not None and not one.pasted and not one.place.parent.is_dir():
            return shown_name(one.place.parent.name)
        came(one, result)
    return ""
