"""Triangulation: reading the whole matrix with its advice, and what is behind a cell, in the example and in one ten times it."""

import gc
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from benchmarks import example_library, extreme
from benchmarks.ratios import Spread, show_spreads
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.sources import Source
from wellled_desktop.store import reading, triangulation_reading
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.library import Library, OpenInspection

ROUNDS = 15
TYPICAL_MS, EXTREME_MS = 100, 400
_CELLS: tuple[tuple[str, Source | None], ...] = (("W3.2", "staff"), ("W5.4", "senior-leader"), ("W5.4", None))


def measure() -> list[Spread]:
    with tempfile.TemporaryDirectory() as folder:
        library = example_library.make(Path(folder) / "library")
        with closing(Library(library).unlock(example_library.PASSPHRASE)) as vault:
            (summary,) = vault.inspections()
            with closing(vault.open_inspection(summary.id, LaptopClock())) as opened:
                typical = _of(opened, "4,450 lines", TYPICAL_MS)
        vault, opened = extreme.open_copied(extreme.copied(Path(folder) / "extreme"))
        with closing(vault), closing(opened):
            return [*typical, *_of(opened, "44,500 lines", EXTREME_MS)]


def _of(opened: OpenInspection, size: str, goal_ms: float) -> list[Spread]:
    pack, detail = opened.store.read(reading.pinned_pack), opened.store.read(reading.inspection_detail)
    assert pack is not None
    assert detail is not None
    proofs = Proofs(pack, scope_for(pack, detail.trust_types))
    matrix = partial(triangulation_reading.triangulated, pack=pack, proofs=proofs)
    first = _timed(opened, matrix)
    # As the app does when all is loaded (ui/entrance/preload.py); making the example leaves much more than that behind.
    gc.collect()
    gc.freeze()
    cells = [partial(triangulation_reading.behind, pack=pack, node=node, source=source) for node, source in _CELLS]
    behind = [_timed(opened, cell) for _ in range(ROUNDS) for cell in cells]
    return [
        Spread(f"matrix and advice, the first time, {size}", [first]),
        Spread(f"matrix and advice, {size}", [_timed(opened, matrix) for _ in range(ROUNDS)], goal_ms=goal_ms),
        Spread(f"behind a cell, {size}", behind),
    ]


def _timed(opened: OpenInspection, question: Callable[[Connection], object]) -> float:
    began = time.perf_counter()
    opened.store.read(question)
    return (time.perf_counter() - began) * 1000


def show() -> None:
    show_spreads(
        "Triangulation, read from the encrypted store",
        measure(),
        "The first time, what could prove each claim is looked up; the page keeps that while it lives.",
    )


if __name__ == "__main__":
    show()
