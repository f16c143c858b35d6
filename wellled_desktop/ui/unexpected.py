"""A defect of the program: told in one sentence, noted by its kind and place in the code, and the window goes on."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_PACKAGE = Path(__file__).parent.parent
_LOG = logging.getLogger("wellled_desktop")
SENTENCE = (
    "Something unexpected happened in the program. What is recorded is safe on disk and you can go on; "
    "if it happens again, close the inspection and open it again."
)

_FOR_HELP = (
    "Something went wrong in WellLed Desktop itself (%s). What is recorded is safe on disk; go on, and pass this sentence on "
    "to whoever helps you."
)


def catch_unexpected(tell: Callable[[str], None]) -> None:
    """From now on `tell` gets the sentence of every error that nothing else caught, on whichever thread it came up."""

    def on_error(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        _LOG.error(_FOR_HELP, place_of(error))
        tell(SENTENCE)

    def on_thread_error(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            on_error(failed.exc_type, failed.exc_value, failed.exc_traceback)

    sys.excepthook = on_error
    threading.excepthook = on_thread_error


def place_of(error: BaseException) -> str:
    """The error's type and where in our code it came up; never its text, which may hold what was typed.

    An error that Qt's binding raises itself has no traceback; then it is where our code stands while it is told.
    """
    frames = traceback.extract_tb(error.__traceback__) or traceback.extract_stack()[:-1]
    ours = [frame for frame in frames if _PACKAGE in Path(frame.filename).parents and frame.filename != __file__]
    places = [f"{_module(frame)}:{frame.lineno} {frame.name}" for frame in reversed((ours or frames)[-3:])]
    return f"{type(error).__name__} at {' < '.join(places)}"


def _module(frame: traceback.FrameSummary) -> str:
    file = Path(frame.filename)
    return file.relative_to(_PACKAGE).as_posix() if _PACKAGE in file.parents else file.name
