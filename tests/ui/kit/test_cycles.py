"""Reference cycles are looked for on the UI thread, and by nobody else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.kit.cycles import Cycles


class Knot:
    """Holds itself, so that only a search for cycles lets go of it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def cycles(qtbot: QtBot) -> Iterator[Cycles]:
    assert qtbot is not None
    thresholds = gc.get_threshold()
    gc.enable()
    cycles = Cycles()
    cycles.begin()
    yield cycles
    cycles.end()
    gc.set_threshold(*thresholds)
    gc.disable()


def make_many() -> list[list[int]]:
    return [[number] for number in range(5_000)]


def test_another_thread_lets_go_of_nothing_and_the_ui_thread_does(cycles: Cycles, qtbot: QtBot) -> None:
    gc.set_threshold(1_000, 10, 10)
    knot = weakref.ref(Knot())
    other = threading.Thread(target=make_many)
    other.start()
    other.join()
    assert knot() is not None
    kept = make_many()
    qtbot.waitUntil(lambda: knot() is None)
    assert len(kept) == 5_000
    assert cycles.parent() is None


def test_nothing_is_looked_for_before_it_is_time(cycles: Cycles) -> None:
    gc.collect()
    gc.set_threshold(1_000_000, 10, 10)
    knot = weakref.ref(Knot())
    cycles.look()
    assert knot() is not None
    gc.set_threshold(1, 10, 10)
    cycles.look()
    assert knot() is None


def test_at_the_end_python_looks_by_itself_again(cycles: Cycles) -> None:
    assert not gc.isenabled()
    cycles.end()
    assert gc.isenabled()
