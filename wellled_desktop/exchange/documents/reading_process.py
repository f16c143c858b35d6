"""The process that reads one document, as the app holds it: started, spoken with, and ended when it is late."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from wellled_desktop.exchange.documents.limits import MOST_BYTES
from wellled_desktop.exchange.documents.messages import (
    MEMORY_ENDED,
    Answer,
    Ask,
    Ended,
    Failed,
    Job,
    Reason,
    Unread,
    read_answer,
    write_frame,
    write_message,
)

_CHILD = "wellled_desktop.exchange.documents.child"
_LOOK_EVERY = 0.05


class ReadingProcess:
    """For one thread at a time; `close` may be called by another. Ends with the process on the other side of the pipes."""

    def __init__(self, job: Job, cancelled: Callable[[], bool]) -> None:
        """Raises Unread."""
        self._job = job
        self._cancelled = cancelled
        self._late = False
        try:
            self._process = _started()
        except OSError as error:  # no room for another process
            raise Unread("start") from error

    def send(self, frames: Iterable[bytes]) -> None:
        """The content. Raises Unread, and what `frames` raises."""
        size = 0
        self._say(self._job)
        for frame in frames:
            size += len(frame)
            if size > MOST_BYTES:
                raise Unread("size")
            with self._in_time():
                write_frame(self._to, frame)
        with self._in_time():
            write_frame(self._to, b"")
            self._to.flush()

    def ask(self, what: Ask) -> Answer:
        """Raises Unread."""
        self._say(what)
        return self.answer()

    def answer(self) -> Answer:
        """The next one. Raises Unread, also where it is that the document cannot be read."""
        with self._in_time():
            answer = read_answer(self._from)
        if isinstance(answer, Failed):
            raise Unread(answer.reason)
        return answer

    def close(self) -> None:
        """Ends it, whatever it does; when this returns, it has gone."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            with suppress(OSError):  # what was not sent is of no use any more
                pipe.close()

    def _say(self, message: Job | Ask) -> None:
        with self._in_time():
            write_message(self._to, message)

    @property
    def _to(self) -> BinaryIO:
        assert self._process.stdin is not None  # noqa: S101  # a pipe was asked for
        return self._process.stdin  # type: ignore[return-value]

    @property
    def _from(self) -> BinaryIO:
        assert self._process.stdout is not None  # noqa: S101  # a pipe was asked for
        return self._process.stdout  # type: ignore[return-value]

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        """A pipe cannot be waited for with a limit on all systems, so a thread ends the process when it is late."""
        done = threading.Event()
        watch = threading.Thread(target=self._end_when_late, args=(done,), name="document-watch", daemon=True)
        watch.start()
        try:
            yield
        except (Ended, OSError, ValueError) as error:  # ValueError: closed by another thread
            raise Unread(self._why_ended()) from error
        finally:
            done.set()
            watch.join()

    def _end_when_late(self, done: threading.Event) -> None:
        deadline = time.monotonic() + self._job.limits.seconds
        while not done.wait(_LOOK_EVERY):
            late = time.monotonic() > deadline
            if late or self._cancelled():
                self._late = late
                self._process.kill()
                return

    def _why_ended(self) -> Reason:
        self._process.kill()
        status = self._process.wait()
        if self._late or status == -_signal("SIGXCPU"):
            return "slow"
        return "memory" if status == MEMORY_ENDED else "ended"


def _started() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  # our own module, by our own interpreter
        [sys.executable, "-I", "-B", "-X", "utf8", "-m", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=os.path.abspath(os.sep),  # noqa: PTH100  # no folder of the user's
        env=_environment(),
        start_new_session=True,  # Ctrl+C is for the app, which ends it
    )


def _signal(name: str) -> int:
    import signal

    return int(getattr(signal, name, 0))


def _environment() -> dict[str, str]:
    """Nothing of the user's; Windows starts no Python without its own folder."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
