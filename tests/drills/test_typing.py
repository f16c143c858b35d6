"""An hour of typing, 12 keys a second, with the watchdog of the event loop: nothing long on the UI thread, memory flat.

A sample runs with the suite. `make drills` types the hour's 43,200 keys in the extreme inspection's session of 5,000 lines
without waiting between them (so it is over in minutes, and the loop is busier than in an hour of real time; timers run as
ever), and two minutes of them in real time.
"""

import sys
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks import extreme
from benchmarks.talk import at_the_desk
from benchmarks.typist import KEYS_A_SECOND, KEYS_AN_HOUR, Typed, Typist
from wellled_desktop.store import reading
from wellled_desktop.ui.kit.watchdog import LONG_MS

SAMPLE_KEYS = 500
REAL_TIME_SECONDS = 120
MOST_MEMORY = 1.1
# With the suite, the tests of other processes and this one's own threads share two cores.
_FAR_TOO_LONG_MS = 3 * LONG_MS


def typed_in(library: Path, keys: int, *, waits: bool, watchdog: Path) -> Typed:
    with at_the_desk(library) as desk:
        bridge = desk.window.opened.bridge
        before = len(bridge.read_now(partial(reading.lines, session_id=extreme.LONG_SESSION)))
        typed = Typist(desk.page, bridge, keys, waits=waits).type(watchdog)
        after = bridge.read_now(partial(reading.lines, session_id=extreme.LONG_SESSION))
    assert len(after) == before + typed.lines, "every line that was entered is on disk"
    assert [line.number for line in after] == list(range(1, len(after) + 1))
    sys.stdout.write(f"{typed.words}\n" + "".join(f"{step}\n" for step in typed.histogram[1:]))
    return typed


def test_a_sample_of_typing_keeps_the_window_free(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    library = extreme.small(tmp_path / "library", 200)
    typed = typed_in(library, SAMPLE_KEYS, waits=False, watchdog=tmp_path / "watchdog.txt")
    assert typed.lines >= SAMPLE_KEYS // 120
    assert [turn for turn in typed.long_turns if turn.own_ms > _FAR_TOO_LONG_MS] == []
    assert f"{typed.turns:,} turns" in (tmp_path / "watchdog.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("waits", [False, True], ids=["an hour's keys without waiting", "two minutes in real time"])
def test_an_hour_of_typing_in_a_long_session(
    tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest, waits: bool
) -> None:
    assert qtbot is not None
    if not request.config.getoption("--drills"):
        return
    keys = REAL_TIME_SECONDS * KEYS_A_SECOND if waits else KEYS_AN_HOUR
    library = extreme.copied(tmp_path / "library")
    typed = typed_in(library, keys, waits=waits, watchdog=tmp_path / "watchdog.txt")
    assert [turn for turn in typed.long_turns if turn.own_ms > LONG_MS] == []
    assert typed.memory_at_the_end <= MOST_MEMORY * typed.memory_at_a_tenth
