"""Committing a note line, beside raw sqlcipher3 with the same PRAGMAs: one bare insert with FTS5, and the same rows in the same
tables. The words are in an index of the same kind in all three.
"""

import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.ratios import Figure, at, show
from tests.store.packs import INSPECTION, create_inspection
from wellled_desktop.inspection.commands import PlanSession, SaveDraft, StartSession, WriteLine
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.store.connection import StoreKey, open_connection
from wellled_desktop.store.journal import Writer
from wellled_desktop.store.store import Store

KEY = StoreKey(bytes(range(32)), bytes(range(16)))
TEXT = (
    "says the night cover was filled on nine nights in ten, and that the tenth is the one that matters to the ward; "
    * 2
)
MARKS = "all bya byainspector byinspector day20261124 fromchiefexecutive inw1 inw1x1 kindline typesaid"
REMARK = (
    "Ours writes the line, its tag, its hashed journal entry and its words and marks in the index, and checks the rules of the "
    "record, in one transaction."
)
LINES = 600
WARM_UP = 50
DRAFTS_BEFORE = 2_000


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> list[Figure]:
    store = _store(folder / "ours.db")
    raw = open_connection(folder / "raw.db", KEY)
    raw.execute("CREATE TABLE line (id TEXT PRIMARY KEY, session TEXT, number INTEGER, text TEXT, at INTEGER)")
    raw.execute(
        "CREATE VIRTUAL TABLE line_words USING fts5(text, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    _store(folder / "same.db").close()
    same = open_connection(folder / "same.db", KEY)
    taken: tuple[list[float], ...] = ([], [], [])
    for number in range(LINES):
        for kept, write in zip(taken, (partial(_ours, store), partial(_bare, raw), partial(_same, same)), strict=True):
            began = time.perf_counter()
            write(number)
            if number >= WARM_UP:
                kept.append((time.perf_counter() - began) * 1000)
    drafts = _drafts(store)
    store.close()
    raw.close()
    same.close()
    ours, bare, rows = taken
    return [
        Figure("commit a line, p50, against one bare insert and its words in FTS5", at(ours, 50), at(bare, 50)),
        Figure("commit a line, p99, against one bare insert and its words in FTS5", at(ours, 99), at(bare, 99)),
        Figure("commit a line, p50, against the same rows written raw", at(ours, 50), at(rows, 50), 2.0),
        Figure("commit a line, p99, against the same rows written raw", at(ours, 99), at(rows, 99)),
        Figure(
            f"save a draft after {DRAFTS_BEFORE:,} of the session, p50, against committing a line",
            at(drafts, 50),
            at(ours, 50),
            1.0,
        ),
    ]


def _drafts(store: Store) -> list[float]:
    """Milliseconds that each draft takes late in a session of half an hour's typing, where one is saved each second."""
    taken: list[float] = []
    for number in range(DRAFTS_BEFORE + LINES):
        began = time.perf_counter()
        store.execute(SaveDraft("s1", TEXT[: 1 + number % len(TEXT)]))
        taken.append((time.perf_counter() - began) * 1000)
    return taken[DRAFTS_BEFORE:]


def _store(path: Path) -> Store:
    store = Store(path, KEY, Writer(INSPECTION, "laptop", "A. Inspector"), LaptopClock())
    store.execute(create_inspection())
    store.execute(PlanSession("s1", "interview", ("chief-executive",)), StartSession("s1"))
    return store


def _ours(store: Store, number: int) -> None:
    store.execute(WriteLine(f"line-{number}", "s1", TEXT, tags=("W1.1",)))


def _bare(raw: Any, number: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO line VALUES (?, ?, ?, ?, ?)", (f"line-{number}", "s1", number, TEXT, time.time_ns()))
    raw.execute("INSERT INTO line_words (rowid, text) VALUES (?, ?)", (number + 1, TEXT))
    raw.execute("COMMIT")


def _same(raw: Any, number: int) -> None:
    """The rows a written line comes to, with what stands in them made up: no rule is checked and nothing is hashed."""
    line, now = f"line-{number}", time.time_ns() // 1_000_000
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        "INSERT INTO journal (device, n, version, inspection, clock, unix_ms, zone_minutes, monotonic_ms, boot, author, kind, "
        "entity, field, value, prev, hash) VALUES ('laptop', ?, 1, ?, ?, ?, 0, 0, 'boot', 'A', 'line-written', ?, '', ?, ?, ?)",
        (number + 100, INSPECTION, now << 16, now, line, TEXT, "0" * 64, "0" * 64),
    )
    raw.execute(
        "INSERT INTO note_line (id, session_id, number, text, line_type, claim, weight, written_at, zone_minutes, day, author, "
        "amendments) VALUES (?, 's1', ?, ?, 'said', 0, 'neutral', ?, 0, '2026-11-24', 'A', 0)",
        (line, number + 1, TEXT, now),
    )
    raw.execute("INSERT INTO line_tag (line_id, node, position) VALUES (?, 'W1.1', 0)", (line,))
    raw.execute(
        "INSERT INTO findable (kind, entity, session_id, ref, at, words, marks) VALUES ('line', ?, 's1', ?, ?, ?, ?)",
        (line, f"S-01 l.{number + 1}", now, TEXT, MARKS),
    )
    raw.execute("DELETE FROM draft WHERE session_id = 's1' AND device = 'laptop'")
    raw.execute("COMMIT")


if __name__ == "__main__":
    show(
        "A committed note line, against raw sqlcipher3 with the same PRAGMAs",
        measure(),
        REMARK,
    )
