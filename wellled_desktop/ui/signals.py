"""Ctrl+C in the terminal and the system's wish that the program end: answered as a closed window is."""

import signal
from collections.abc import Callable
from types import FrameType


def end_when_asked(end: Callable[[], None]) -> None:
    """`end` is called when the process is asked to end. Python sees it the next time Qt lets it run."""

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        end()

    signal.signal(signal.SIGINT, on_signal)
    signal.signal(signal.SIGTERM, on_signal)
