"""The program as a process: what it loads before the first picture, locking, dying, being asked to end."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import INSPECTION, PASSPHRASE, HandClock, Templates
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.vault.library import Library

ROOT = Path(__file__).parents[3]
HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "nacl", "yaml", "reportlab", "msgspec")
PAINTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from wellled_desktop import bootstrap
from wellled_desktop.ui.entrance import entrance

class Noted(entrance.Entrance):
    def paintEvent(self, event):
        print(" ".join(sorted({name.split(".")[0] for name in sys.modules})), flush=True)
        super().paintEvent(event)
        self.close()

from wellled_desktop.ui import application
application.Entrance = Noted
sys.exit(bootstrap.window(["wellled-desktop", "--library", sys.argv[1]]))
"""


@pytest.fixture
def library(templates: Templates, library_folder: Path) -> Path:
    """A library with one inspection, which was open last."""
    shutil.copytree(templates.inspection, library_folder)
    SettingsFile(library_folder).change(last_inspection=INSPECTION)
    return library_folder


def command(story: str, library: Path) -> list[str]:
    return [sys.executable, "-m", "tests.ui.shell.driven", story, str(library)]


def run(words: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_nothing_heavy_is_loaded_before_the_first_picture(library: Path) -> None:
    ran = run([sys.executable, "-c", PAINTED, str(library)])
    assert ran.returncode == 0, ran.stderr
    loaded = set(ran.stdout.splitlines()[0].split())
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_locking_begins_a_new_process_at_the_lock_screen(library: Path) -> None:
    ran = run(command("lock_and_come_back", library))
    assert ran.returncode == 0, ran.stderr
    said = ran.stdout.splitlines()
    assert said[:2] == ["open", "back: --locked lock"]
    assert "Locked. What you wrote is safe on disk." in said


def remembered_place(library: Path, clock: HandClock) -> bytes:
    """Also shows that nothing of the process that was killed is in the way of opening."""
    vault = Library(library).unlock(PASSPHRASE)
    opened = vault.open_inspection(INSPECTION, clock)
    kept = opened.remembered("window")
    opened.close()
    vault.close()
    return kept or b""


def test_a_killed_window_is_reopened_where_it_was(library: Path, clock: HandClock) -> None:
    with subprocess.Popen(command("go_and_wait", library), cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "there\n"
        os.kill(program.pid, signal.SIGKILL)
    assert b'"W6"' in remembered_place(library, clock)


def test_asked_to_end_it_ends_as_a_closed_window_does(library: Path, clock: HandClock) -> None:
    with subprocess.Popen(command("go_and_wait", library), cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "there\n"
        program.send_signal(signal.SIGTERM)
        assert program.wait(20) == 0
    assert b'"W6"' in remembered_place(library, clock)


def test_a_defect_is_told_in_a_sentence_and_the_window_goes_on(library: Path) -> None:
    ran = run(command("meet_a_defect", library))
    assert ran.returncode == 0, ran.stderr
    assert "Something unexpected happened" in ran.stdout
    assert "Something went wrong in WellLed Desktop itself (ValueError at driven.py" in ran.stderr
    assert "What is recorded is safe on disk" in ran.stderr
    assert "somebody" not in ran.stdout + ran.stderr
