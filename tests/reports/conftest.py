"""A real encrypted store, the bundled typeface, and reports made from the one with the other."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest

from tests.reports.days import DAY, START_MS, small_day
from tests.store.conftest import KEY, WRITER, HandClock, new_store
from tests.store.packs import tiny_pack
from wellled_desktop.framework.loader import load_pack
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.journal import Moment
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.blocks import Document
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.reports.fonts import Fonts, fonts_in
from wellled_desktop.store.day_reading import day_report
from wellled_desktop.store.store import Store

RESOURCES = Path(__file__).parents[2] / "resources"


class ZoneClock(HandClock):
    """Stands still until it is moved, in a zone that can be changed."""

    zone_minutes = 0

    def read(self) -> Moment:
        return msgspec.structs.replace(super().read(), zone_minutes=self.zone_minutes)


@pytest.fixture
def clock() -> ZoneClock:
    return ZoneClock(START_MS)


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody writes in it."""
    return new_store(tmp_path_factory.mktemp("made") / "store.db", ZoneClock(START_MS))


@pytest.fixture
def store(tmp_path: Path, made_store: Path, clock: ZoneClock) -> Iterator[Store]:
    """Made when the clock began."""
    opened = Store(Path(shutil.copy(made_store, tmp_path / "store.db")), KEY, WRITER, clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return fonts_in(RESOURCES / "fonts")


@pytest.fixture(scope="session")
def real_pack() -> Pack:
    return load_pack(RESOURCES.parent / "framework_data" / "cqc-trust-well-led")


ReadDay = Callable[..., DayReport]


@pytest.fixture
def read_day(store: Store) -> ReadDay:
    """The day's read model, for an inspector or for everybody."""

    def read(author: str | None = None) -> DayReport:
        return store.read(partial(day_report, day=DAY, device="laptop-a", author=author))

    return read


@pytest.fixture
def small(store: Store, clock: HandClock, read_day: ReadDay) -> DayReport:
    small_day(store, clock)
    return read_day()


@pytest.fixture
def content(small: DayReport) -> Document:
    return day_content(small, tiny_pack(), made_at=small.head.at)
