"""Committing a note line, beside a raw sqlcipher3 insert and commit with the same PRAGMAs on a file of its own."""

import tempfile
import time
from pathlib import Path

from benchmarks.ratios import Figure, at, show
from tests.store.packs import INSPECTION, create_inspection
from wellled_desktop.inspection.commands import PlanSession, WriteLine
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.store.connection import StoreKey, open_connection
from wellled_desktop.store.journal import Writer
from wellled_desktop.store.store import Store

KEY = StoreKey(bytes(range(32)), bytes(range(16)))
TEXT = (
    "says the night cover was filled on nine nights in ten, and that the tenth is the one that matters to the ward; "
    * 2
)
LINES = 600
WARM_UP = 50


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> list[Figure]:
    store = Store(folder / "ours.db", KEY, Writer(INSPECTION, "laptop", "A. Inspector"), LaptopClock())
    store.execute(create_inspection())
    store.execute(PlanSession("s1", "interview", ("chief-executive",)))
    raw = open_connection(folder / "raw.db", KEY)
    raw.execute("CREATE TABLE line (id TEXT PRIMARY KEY, session TEXT, number INTEGER, text TEXT, at INTEGER)")
    ours, bare = [], []
    for number in range(LINES):
        began = time.perf_counter()
        store.execute(WriteLine(f"line-{number}", "s1", TEXT, tags=("W1.1",)))
        between = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO line VALUES (?, ?, ?, ?, ?)", (f"line-{number}", "s1", number, TEXT, time.time_ns()))
        raw.execute("COMMIT")
        ended = time.perf_counter()
        if number >= WARM_UP:
            ours.append((between - began) * 1000)
            bare.append((ended - between) * 1000)
    store.close()
    raw.close()
    return [
        Figure("commit a line, p50", at(ours, 50), at(bare, 50), 2.0),
        Figure("commit a line, p95", at(ours, 95), at(bare, 95)),
        Figure("commit a line, p99", at(ours, 99), at(bare, 99)),
    ]


if __name__ == "__main__":
    show(
        "A committed note line against a raw sqlcipher3 insert and commit",
        measure(),
        "Ours writes the line, its tag and its hashed journal entry, and checks the rules of the record, in one transaction.",
    )
