"""A real encrypted store for each test, with a clock the test moves by hand. Made once, and its file copied for each."""

import shutil
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


def new_store(file: Path, clock: HandClock) -> Path:
    """Makes a store with an inspection in it, and closes it."""
    store = Store(file, KEY, WRITER, clock)
    store.execute(create_inspection())
    store.close()
    return file


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody writes in it."""
    return new_store(tmp_path_factory.mktemp("made") / "store.db", HandClock())


@pytest.fixture
def store(tmp_path: Path, made_store: Path, clock: HandClock) -> Iterator[Store]:
    """Made when the hand clock began."""
    opened = Store(Path(shutil.copy(made_store, tmp_path / "store.db")), KEY, WRITER, clock)
    yield opened
    opened.close()
