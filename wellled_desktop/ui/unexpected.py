"""A defect of the program: told in one sentence, noted by its kind and place in the code, and the window goes on."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("wellled_desktop")
SENTENCE = (
    "Something unexpected happened in the program. What is recorded is safe on disk and you can go on; "
    "if it happens again, close the inspection and open it again."
)


def catch_unexpected(tell: Callable[[str], None]) -> None:
    """From now on `tell` gets the sentence of every error that nothing else caught, on whichever thread it came up."""

    def on_error(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        _LOG.error("%s", place_of(error))
        tell(SENTENCE)

    def on_thread_error(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            on_error(failed.exc_type, failed.exc_value, failed.exc_traceback)

    sys.excepthook = on_error
    threading.excepthook = on_thread_error


def place_of(error: BaseException) -> str:
    """The error's type and where in the code it came up; never its text, which may hold what was typed."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places or 'an unknown place'}"
