"""What every test is held to: no warning, no log record, no Qt message, no thread, timer or window left behind.

Warnings become errors in pyproject.toml, Qt messages through pytest-qt's `qt_log_level_fail`; the rest is here.
"""

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.measuring import measuring, spare_the_programs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
spare_the_programs()

if sys.dont_write_bytecode:
    # Some hundred programs are started, and each would compile the whole app anew: compiled modules go beside the sources' tree.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = sys.pycache_prefix or str(Path(__file__).parents[1] / "build" / "bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

SECONDS_TO_END = 5.0
_MEASURING = measuring()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--drills", action="store_true", help="run the drills at their full length")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    if _MEASURING:
        _MEASURING.for_test_in(item.path)
    return (yield)


class _Records(logging.Handler):
    """Keeps every record that reaches the root logger."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture
def log_records() -> Iterator[list[str]]:
    """The log records of this test so far. A test that expects one takes it out of the list; what is left fails it."""
    handler = _Records()
    logging.getLogger().addHandler(handler)
    try:
        yield handler.kept
    finally:
        logging.getLogger().removeHandler(handler)


@pytest.fixture(autouse=True)
def nothing_is_logged(log_records: list[str]) -> Iterator[None]:
    yield
    assert log_records == [], "unexpected log records"


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + SECONDS_TO_END
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [thread for thread in left if thread.is_alive()]
    assert left == [], "threads left running"


@pytest.fixture(scope="module", autouse=True)
def what_is_there_before_a_module_is_not_looked_at_again() -> None:
    """Half a million objects of modules, tests and fixtures outlive the tests of a module: to go through them after each test
    took longer than most tests. What is frozen neither `collect` nor `get_objects` goes through; what is made later they do.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_timer_or_window_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Only for tests that show widgets: nothing else has timers."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtWidgets import QApplication

    known = {id(widget) for widget in QApplication.topLevelWidgets()}
    gc.disable()  # as in the program: only the UI thread looks for cycles, here after each test
    yield
    gc.enable()
    _finish_deleting()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and id(widget) not in known]
    assert shown == [], "windows left open"
    assert _active_timers() == [], "timers left running"


def _finish_deleting() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _active_timers() -> "list[QTimer]":
    if "PySide6.QtCore" not in sys.modules:
        return []
    import shiboken6
    from PySide6.QtCore import QTimer

    return [
        thing for thing in gc.get_objects() if type(thing) is QTimer and shiboken6.isValid(thing) and thing.isActive()
    ]
