"""The threads behind the window, one for each kind of work, so that a long one never holds up another of a different kind."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, get_args

WorkLane = Literal["work", "files", "documents", "preview", "find"]
"""What runs beside reading and writing: reports and the like; files being attached or exported; documents being read for the
search; a picture of what is chosen; finding in the text of documents."""


class Lanes:
    """`write` and `read` go one after the other on a thread each; so does the work of each lane."""

    def __init__(self) -> None:
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._working = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane) for lane in get_args(WorkLane)}

    def write(self, job: Callable[[], None]) -> None:
        self._writing.submit(job)

    def read(self, job: Callable[[], None]) -> None:
        self._reading.submit(job)

    def work(self, lane: WorkLane, job: Callable[[], None]) -> None:
        self._working[lane].submit(job)

    def finish(self) -> None:
        """Waits for all that was asked: the long work, which was told to end, first, because it may still have to write."""
        for pool in (*self._working.values(), self._writing, self._reading):
            pool.shutdown(wait=True)
