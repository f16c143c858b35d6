"""Typing in the session of 5,000 lines while what a trust handed over is attached: nothing long on the UI thread, every line and
every file on disk, memory that does not grow with the files.

A sample of few files runs with the suite; `make drills` attaches 330 files of 0.8 GB and one of 2 GB.
"""

import random
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from benchmarks import extreme
from benchmarks.talk import at_the_desk
from benchmarks.typist import KEYS_A_SECOND, Typist
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.store import reading
from wellled_desktop.store.weighing_reading import attachments
from wellled_desktop.ui.attaching.attaching import attaching_of
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.kit.watchdog import LONG_MS

_SECONDS = 60
_SAMPLE_KEYS = 60
_MOST_MORE_MB = 60.0
_NOISE = 1 << 20
_FAR_TOO_LONG_MS = 3 * LONG_MS


def fill(folder: Path, sizes: list[int]) -> None:
    """Each differs from its first byte on."""
    folder.mkdir()
    chance = random.Random(330)  # noqa: S311  # what the files hold, not a secret
    noise = chance.randbytes(_NOISE)
    for number, size in enumerate(sizes):
        with (folder / f"paper {number:03}.pdf").open("wb") as file:
            file.write(number.to_bytes(8, "big"))
            left = size - 8
            while left > 0:
                left -= file.write(noise[: min(left, _NOISE)])


def wait_for_the_rest(bridge: Bridge, seconds: float) -> None:
    loop, until = QEventLoop(), time.monotonic() + seconds
    looks = QTimer(interval=50)
    looks.timeout.connect(
        lambda: loop.quit() if not attaching_of(bridge).is_at_work or time.monotonic() > until else None
    )
    looks.start()
    loop.exec()
    looks.stop()


def test_typing_goes_on_while_files_are_attached(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    assert qtbot is not None
    drill = request.config.getoption("--drills")
    sizes = [2_000_000_000, *([2_424_000] * 330)] if drill else [4_000_000, *([60_000] * 30)]
    keys = _SECONDS * KEYS_A_SECOND if drill else _SAMPLE_KEYS
    fill(tmp_path / "papers", sizes)
    library = extreme.copied(tmp_path / "library") if drill else extreme.small(tmp_path / "library", 200)
    with at_the_desk(library) as desk:
        bridge = desk.window.opened.bridge
        bridge.inspection.store.execute(RecordEvidence("e-papers", "Papers handed over", "document", nodes=("W1.1",)))
        before = len(bridge.read_now(partial(reading.lines, session_id=extreme.LONG_SESSION)))
        began = time.monotonic()
        attaching_of(bridge).attach("e-papers", "E-001", [tmp_path / "papers"])
        typed = Typist(desk.page, bridge, keys, waits=True).type(tmp_path / "watchdog.txt")
        wait_for_the_rest(bridge, 300)
        lines = bridge.read_now(partial(reading.lines, session_id=extreme.LONG_SESSION))
        attached = bridge.read_now(partial(attachments, entry_id="e-papers"))
    sys.stdout.write(f"{typed.words}\n{len(attached)} files attached, {time.monotonic() - began:.0f} s in all\n")
    assert len(lines) == before + typed.lines
    assert sorted(one.size for one in attached) == sorted(sizes)
    most = LONG_MS if drill else _FAR_TOO_LONG_MS
    assert [turn for turn in typed.long_turns if turn.own_ms > most] == []
    assert typed.memory_at_the_end <= typed.memory_at_a_tenth + _MOST_MORE_MB
