"""The watchdog of the event loop, on real turns of it."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.application import WATCHDOG_VARIABLE, options_of, watched
from wellled_desktop.ui.kit.background import Background
from wellled_desktop.ui.kit.watchdog import LONG_MS, Watchdog

SECRET = "what the finance director said"


def busy(ms: float) -> None:
    """Keeps the thread busy."""
    until = time.perf_counter() + ms / 1000
    words = SECRET
    while time.perf_counter() < until:
        words = words[1:] + words[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "watchdog.txt"


def test_a_long_turn_is_written_with_the_functions_of_ours_that_ran_and_no_words(qtbot: QtBot, file: Path) -> None:
    watchdog = Watchdog(file)
    watchdog.start()
    background = Background()
    QTimer.singleShot(10, lambda: background.call(lambda: busy(3 * LONG_MS)))
    qtbot.waitUntil(lambda: bool(watchdog.long_turns))
    watchdog.stop()
    turn = watchdog.long_turns[0]
    assert 3 * LONG_MS <= turn.ms == watchdog.longest_ms
    assert turn.processor_ms <= turn.ms + 1
    written = file.read_text(encoding="utf-8")
    assert "ui.kit.background:call > ui.kit.background:_deliver" in written
    assert SECRET not in written


def test_the_histogram_at_the_end_counts_every_turn(qtbot: QtBot, file: Path) -> None:
    watchdog = Watchdog(file)
    watchdog.start()
    qtbot.waitUntil(lambda: watchdog.turns > 20)
    watchdog.stop()
    first, *steps = watchdog.summary()
    assert first.startswith(f"{watchdog.turns} turns")
    assert sum(int(step.rpartition(": ")[2]) for step in steps) == watchdog.turns
    assert file.read_text(encoding="utf-8").splitlines()[-len(steps) :] == steps


def test_stopping_twice_is_stopping_once(file: Path, qtbot: QtBot) -> None:
    watchdog = Watchdog(file)
    watchdog.start()
    qtbot.waitUntil(lambda: watchdog.turns > 2)
    watchdog.stop()
    written = file.read_bytes()
    watchdog.stop()
    assert file.read_bytes() == written


def test_it_is_there_only_when_it_is_asked_for(file: Path, qtbot: QtBot) -> None:
    with watched(None):
        assert not file.exists()
    with watched(file):
        assert file.exists()
    assert "turns, the longest" in file.read_text(encoding="utf-8")
    assert qtbot is not None


def test_the_program_takes_the_file_from_its_option_or_the_environment(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert options_of([]).watchdog is None
    assert options_of(["--watchdog", str(file)]).watchdog == file
    monkeypatch.setenv(WATCHDOG_VARIABLE, str(file))
    assert options_of([]).watchdog == file
    with pytest.raises(SystemExit):
        options_of(["--watchdog", str(file / "not" / "there.txt")])
    assert "cannot be written; name a file in a folder that is there" in capsys.readouterr().err
