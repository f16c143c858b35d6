"""For developers: how long the UI thread kept the event loop from going round, and in which of our functions it was then.

Only there when asked for (`--watchdog FILE`). Nothing that is typed or shown goes into the file: numbers, and names of ours.
Qt's own signals of the event loop are no measure on Linux: with GLib, a turn between them contains the sleep before it.
"""

import datetime as dt
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer

LONG_MS = 50.0
_BEAT_MS = 5
_LOOK_SECONDS = 0.01
_LOOK_WHEN_LATE_MS = 20.0
_MOST_LOOKS = 12
_OURS = "wellled_desktop"
_STEPS_MS = (10, 16, 30, 50, 100, 250, 1000)


class LongTurn(msgspec.Struct, frozen=True):
    """A turn of the loop that took longer than it may. Of it, the thread worked for `processor_ms`, and for `queued_ms` it could
    have and other programs had the processor (0.0 where the system does not say); the rest it waited for something.

    `where` has a stack of our functions, outermost first, for each look that was taken meanwhile; equal ones once.
    """

    at: dt.datetime
    ms: float
    processor_ms: float
    queued_ms: float
    where: tuple[str, ...]

    @property
    def own_ms(self) -> float:
        """Without what other programs made of it."""
        return self.ms - self.queued_ms

    def __str__(self) -> str:
        stacks = "\n".join(f"    {stack or 'no function of ours'}" for stack in self.where)
        parts = f"at work for {self.processor_ms:.0f} ms, kept waiting by other programs for {self.queued_ms:.0f} ms"
        return f"{self.at:%Y-%m-%d %H:%M:%S.%f} {self.ms:.0f} ms, {parts}\n{stacks}\n"


class Watchdog(QObject):
    """From `start` to `stop`, on the thread that made it. A turn is the time from one beat to the next that was served, so it
    is told up to one beat (5 ms) too long and never too short.
    """

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.long_turns: list[LongTurn] = []
        self.turns = 0
        self.longest_ms = 0.0
        self._histogram: Counter[int] = Counter()
        self._watched = threading.get_ident()
        self._queue = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._served_at = self._worked = self._queued = 0.0
        self._looks: dict[str, None] = {}
        self._stopping = threading.Event()
        self._looking = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._serve)

    def start(self) -> None:
        """Raises OSError where the file cannot be written."""
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"Watching for turns of the event loop longer than {LONG_MS:.0f} ms\n")
        self._begin_turn()
        self._looking.start()
        self._beat.start()

    def stop(self) -> None:
        """Ends the watch and writes how long the turns were."""
        if not self._beat.isActive():
            return
        self._serve()
        self._beat.stop()
        self._stopping.set()
        self._looking.join()
        with self._file.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in self.summary())

    def summary(self) -> Iterator[str]:
        """How many turns took how long."""
        yield f"{self.turns:,} turns, the longest {self.longest_ms:.1f} ms, {len(self.long_turns)} over {LONG_MS:.0f} ms"
        for step in (*_STEPS_MS, 0):
            if self._histogram[step]:
                yield f"{f'up to {step}' if step else f'over {_STEPS_MS[-1]}'} ms: {self._histogram[step]:,}"

    def _serve(self) -> None:
        took_ms = (time.perf_counter() - self._served_at) * 1000
        self.turns += 1
        self.longest_ms = max(self.longest_ms, took_ms)
        self._histogram[next((step for step in _STEPS_MS if took_ms <= step), 0)] += 1
        if took_ms > LONG_MS:
            self._tell(took_ms)
        self._begin_turn()

    def _begin_turn(self) -> None:
        self._looks = {}
        self._worked, self._queued = time.thread_time(), self._queued_seconds()
        self._served_at = time.perf_counter()

    def _queued_seconds(self) -> float:
        """How long this thread was ready to run and did not, as Linux counts it."""
        try:
            return int(self._queue.read_text(encoding="ascii").split()[1]) / 1e9
        except OSError:
            return 0.0

    def _tell(self, took_ms: float) -> None:
        worked_ms, queued_ms = (
            (time.thread_time() - self._worked) * 1000,
            (self._queued_seconds() - self._queued) * 1000,
        )
        turn = LongTurn(dt.datetime.now(dt.UTC), took_ms, worked_ms, queued_ms, tuple(self._looks))
        self.long_turns.append(turn)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(str(turn))

    def _look(self) -> None:
        """On a thread of its own: where the watched thread is, while it lets the loop wait."""
        while not self._stopping.wait(_LOOK_SECONDS):
            looks = self._looks
            late_ms = (time.perf_counter() - self._served_at) * 1000
            if late_ms > _LOOK_WHEN_LATE_MS and len(looks) < _MOST_LOOKS:
                looks[functions_of_ours(sys._current_frames().get(self._watched))] = None


def functions_of_ours(frame: FrameType | None) -> str:
    """Our functions on the stack, outermost first: module and name, and nothing they hold."""
    names: list[str] = []
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == _OURS and module != __name__:
            names.append(f"{module.removeprefix(f'{_OURS}.')}:{frame.f_code.co_name}")
        frame = frame.f_back
    return " > ".join(reversed(names))
