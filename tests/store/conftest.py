"""A real encrypted store for each test, with a clock the test moves by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.packs import INSPECTION, create_inspection
from wellled_desktop.inspection.journal import Moment
from wellled_desktop.store.connection import StoreKey
from wellled_desktop.store.journal import Writer
from wellled_desktop.store.store import Store

KEY = StoreKey(bytes(range(32)), bytes(range(16)))
WRITER = Writer(INSPECTION, "laptop-a", "A. Inspector")


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, unix_ms: int = 1_795_510_800_000) -> None:
        self.unix_ms = unix_ms

    def read(self) -> Moment:
        return Moment(self.unix_ms, 0, self.unix_ms % 1_000_000, "boot")

    def pass_minutes(self, minutes: float) -> None:
        self.unix_ms += round(minutes * 60_000)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = Store(tmp_path / "store.db", KEY, WRITER, clock)
    opened.execute(create_inspection())
    yield opened
    opened.close()
