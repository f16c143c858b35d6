"""The example day is played on the real window in a process of its own, once, and what it leaves is looked at."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.colours import colours_in
from wellled_desktop.ui.example_day import arrival, fieldwork, interview

PLAY = """
import sys
from pathlib import Path
from wellled_desktop import bootstrap
from wellled_desktop.ui.application import Sitting, make_application
from wellled_desktop.ui.example_day.player import play
from wellled_desktop.ui.example_day.program import Parts

own, folder = map(Path, sys.argv[1:])
packs, resources = bootstrap.shipped("framework_data"), bootstrap.shipped("resources")
sys.exit(play(own, packs, resources, folder, Parts(make_application, Sitting), with_tour=False))
"""
PICTURES = (
    "first-run", "recovery-key", "choose", "new-inspection", "today-empty", "kloe-w1", "kloe-ticked", "kloe-entry",
    "kloe-requested", "new-session", "session-empty", "session-completion", "session-paused", "session-lines", "session-changed",
    "session-retracted", "session-draft", "today-evening", "report-done", "lock", "session-again", "choose-again",
)  # fmt: skip


class Played:
    """The day as it ended."""

    def __init__(self, folder: Path, ran: "subprocess.CompletedProcess[str]") -> None:
        self.folder = folder
        self.ran = ran

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def play(own_library: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PLAY, str(own_library), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=240, check=False, env=environment)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("day") / "example-day"
    return Played(folder, play(folder.parent / "own", folder))


def test_the_whole_day_comes_to_pass_and_nothing_is_complained_of(played: Played) -> None:
    assert (played.ran.returncode, played.ran.stderr) == (0, "")


def test_each_step_is_told_in_one_plain_line_with_its_time(played: Played) -> None:
    lines = played.ran.stdout.splitlines()
    assert all(line[2] == ":" and line[:2].isdigit() and line[5] == " " for line in lines)
    assert lines[0].endswith("[01-first-run.png]")
    assert any("all sound" in line for line in lines)
    assert lines[-1].endswith(str(played.folder))


def test_there_is_a_picture_of_every_step_and_none_is_blank(played: Played) -> None:
    names = [f"{number:02d}-{name}.png" for number, name in enumerate(PICTURES, start=1)]
    assert sorted(path.name for path in played.folder.glob("*.png")) == names
    for name in names:
        assert len(colours_in(QImage(str(played.folder / name)))) > 20, name


def test_the_day_report_is_a_pdf_with_what_was_written(played: Played) -> None:
    from pypdf import PdfReader

    text = " ".join(page.extract_text() for page in PdfReader(played.folder / "day-report.pdf").pages)
    words = " ".join(text.split())
    assert arrival.TRUST in words
    for line in interview.LINES:
        assert line.text[:45] in words
    assert fieldwork.REASON.split(";", maxsplit=1)[0] in words


def test_the_journal_names_each_thing_that_was_done(played: Played) -> None:
    journal = played.text("journal.txt")
    kinds = (
        "inspection-created", "evidence-state-set", "evidence-recorded", "session-planned", "session-started",
        "line-written", "line-amended", "line-retracted", "draft-saved",
    )  # fmt: skip
    assert [kind for kind in kinds if f"  {kind}  " not in journal] == []
    assert journal.count("  line-written  ") == len(interview.LINES)
    assert interview.DRAFT in journal
    assert f"because: {interview.WHY_RETRACTED}" in journal


def test_the_recovery_key_was_saved_for_its_owner_alone(played: Played) -> None:
    assert "recovery key" in played.text("recovery-key.txt")
    assert (played.folder / "recovery-key.txt").stat().st_mode & 0o077 == 0


def test_the_users_own_library_was_not_touched(played: Played) -> None:
    assert not (played.folder.parent / "own").exists()
