"""What is asked when an inspection is opened has been asked before, of an empty store."""

from functools import partial
from pathlib import Path

import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from wellled_desktop.store import connection, node_reading, overview, reading
from wellled_desktop.store.rehearsal import rehearse
from wellled_desktop.store.store import StoreReader


def test_once_rehearsed_no_statement_of_the_opening_is_built_again(
    made_store: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = connection._CompiledOnce()
    monkeypatch.setattr(connection, "_compiled", built)
    rehearse()
    before = set(built)
    assert before
    reader = StoreReader(made_store, KEY)
    detail = reader.read(reading.inspection_detail)
    assert detail is not None
    reader.read(reading.pinned_pack)
    reader.read(overview.days_with_something)
    reader.read(partial(overview.day_overview, day=detail.start_date, device=WRITER.device))
    reader.read(node_reading.kloe_totals)
    reader.close()
    assert set(built) == before
