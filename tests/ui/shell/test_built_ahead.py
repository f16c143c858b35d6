"""The window that stands ready while the passphrase is typed: it holds nothing, is the one that opens, and goes with the lock
screen. Each in a process of its own, as the program is.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import INSPECTION, PASSPHRASE, HandClock, Templates
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.vault.library import Library

ROOT = Path(__file__).parents[3]


@pytest.fixture
def library(templates: Templates, library_folder: Path) -> Path:
    """A library with one inspection, which was open last."""
    shutil.copytree(templates.inspection, library_folder)
    SettingsFile(library_folder).change(last_inspection=INSPECTION)
    return library_folder


def told(story: str, library: Path) -> list[str]:
    """The lines that the story's process printed; it ended as a closed program does, and complained of nothing."""
    command = [sys.executable, "-m", "tests.ui.shell.driven", story, str(library)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    complaints = [line for line in ran.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (ran.returncode, complaints) == (0, [])
    return ran.stdout.splitlines()


def opens_again(library: Path, clock: HandClock) -> bool:
    vault = Library(library).unlock(PASSPHRASE)
    opened = vault.open_inspection(INSPECTION, clock)
    opened.close()
    vault.close()
    return opened.warning is None


def test_the_window_that_stands_ready_holds_nothing_of_an_inspection_and_is_the_one_that_opens(library: Path) -> None:
    *said, last = told("look_at_what_is_ready_and_open_it", library)
    assert last == "the same"
    assert said[0] == "title: "
    assert "Sessions" in said
    assert {line for line in said if line.startswith("rows: ")} == {"rows: 0"}
    assert not any("Example Vale" in line or "RXX" in line for line in said)


def test_closing_the_lock_screen_does_away_with_the_window_that_stands_ready(library: Path) -> None:
    assert told("close_the_lock_screen", library) == ["gone"]


def test_a_wrong_passphrase_while_the_window_is_built_is_in_nobodys_way(library: Path) -> None:
    assert told("be_wrong_first", library) == ["the same"]


def test_closing_right_after_enter_ends_the_program(library: Path, clock: HandClock) -> None:
    assert told("close_right_after_enter", library) == ["gone"]
    assert opens_again(library, clock)


def test_quitting_before_the_window_is_painted_closes_the_inspection(library: Path, clock: HandClock) -> None:
    assert told("quit_before_it_is_painted", library) == []
    assert opens_again(library, clock)


def test_locking_before_the_window_is_painted_leads_back_to_the_lock_screen(library: Path, clock: HandClock) -> None:
    assert told("lock_before_it_is_painted", library) == ["back"]
    assert opens_again(library, clock)
