"""The window while files are attached: killed, its disk full, its folder pulled away. What is said to be attached opens byte for
byte, the rest is offered again, and nothing half-done stays."""

import hashlib
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.drills.test_attaching import library, opened_again
from tests.ui.conftest import INSPECTION
from wellled_desktop.store.weighing_reading import attachments
from wellled_desktop.ui.attaching.outstanding import NAME, decoded
from wellled_desktop.ui.kit.settings import SettingsFile

__all__ = ["library"]
_FEW, _MANY = 60, 200
SECONDS = 180

Papers = dict[str, Path]


@pytest.fixture
def papers(tmp_path: Path, library: Path, request: pytest.FixtureRequest) -> Papers:
    """The files by the hash of what is in them, large enough to be caught at; 200 of them in a real drill."""
    SettingsFile(library).change(last_inspection=INSPECTION)
    folder = tmp_path / "papers"
    folder.mkdir()
    chance = random.Random(20261124)  # noqa: S311  # what the files hold, not a secret
    made = {}
    for number in range(_MANY if request.config.getoption("--drills") else _FEW):
        content = chance.randbytes(1_500_000 if number % 20 == 7 else chance.randrange(800_000, 1_300_000))
        path = folder / f"paper {number:03}.pdf"
        path.write_bytes(content)
        made[hashlib.sha256(content).hexdigest()] = path
    return made


def test_a_window_killed_while_it_attaches_has_what_it_said_and_offers_the_rest(
    library: Path, papers: Papers, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rounds = 6 if request.config.getoption("--drills") else 1
    left = len(papers)
    for number in range(1, rounds + 1):
        enough = len(papers) * number // (rounds + 3) - (len(papers) - left)
        with collector(library, tmp_path) as program:
            check_offer(program, 0 if number == 1 else left)
            said = read_attached(program, enough)
            program.kill()
            said += [line.split("\t")[1] for line in rest_of(program) if line.startswith("attached\t")]
        recorded = check(library, papers)
        assert set(said) <= recorded
        left = len(papers) - len(recorded)
        assert 0 < left < len(papers)
    attach_the_rest(library, tmp_path, papers, left)


def test_a_disk_that_takes_no_more_is_told_and_the_rest_is_offered(
    library: Path, papers: Papers, tmp_path: Path
) -> None:
    with collector(library, tmp_path, most_bytes=1_400_000) as program:
        lines = rest_of(program)
    assert lines[-1].startswith("ended\tThe disk takes no file as large as this one, so nothing was changed.")
    recorded = check(library, papers)
    assert {line.split("\t")[1] for line in lines if line.startswith("attached\t")} == recorded
    left = len(papers) - len(recorded)
    assert lines[-1].endswith(f" {left} files are not attached.")
    attach_the_rest(library, tmp_path, papers, left)


def test_a_folder_pulled_away_is_told_and_the_rest_is_offered(library: Path, papers: Papers, tmp_path: Path) -> None:
    folder, away = tmp_path / "papers", tmp_path / "away"
    with collector(library, tmp_path) as program:
        check_offer(program, 0)
        said = read_attached(program, 5)
        folder.rename(away)
        lines = rest_of(program)
    away.rename(folder)
    assert lines[-1].startswith("ended\tThe folder “papers” cannot be reached any more; what was attached is safe.")
    said += [line.split("\t")[1] for line in lines if line.startswith("attached\t")]
    assert check(library, papers) == set(said)
    attach_the_rest(library, tmp_path, papers, len(papers) - len(said))


@contextmanager
def collector(library: Path, tmp_path: Path, most_bytes: int = 0) -> Iterator[subprocess.Popen[bytes]]:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    arguments = map(str, (library, tmp_path / "passphrase", tmp_path / "papers", most_bytes))
    command = [sys.executable, "-m", "tests.drills.collector", *arguments]
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, bufsize=0
    ) as program:
        try:
            yield program
            assert program.stderr is not None
            assert program.stderr.read().decode() == ""
            assert program.wait(SECONDS) in {0, -signal.SIGKILL}
        finally:
            program.kill()


def read_line(program: subprocess.Popen[bytes]) -> str:
    assert program.stdout is not None
    line = program.stdout.readline().decode()
    assert line.endswith("\n"), "it ended too early"
    return line.rstrip("\n")


def check_offer(program: subprocess.Popen[bytes], left: int) -> None:
    words = f"{left} files were not attached when WellLed Desktop ended." if left else ""
    assert read_line(program) == f"offered\t{words}"


def read_attached(program: subprocess.Popen[bytes], count: int) -> list[str]:
    lines = [read_line(program) for _ in range(count)]
    assert all(line.startswith("attached\t") for line in lines)
    return [line.split("\t")[1] for line in lines]


def rest_of(program: subprocess.Popen[bytes]) -> list[str]:
    assert program.stdout is not None
    return program.stdout.read().decode().splitlines()


def check(library: Path, papers: Papers) -> set[str]:
    """The ids of what the record says is attached, each opened byte for byte; on the disk are whole files alone."""
    with opened_again(library) as opened:
        recorded = opened.store.read(attachments)
        for one in recorded:
            with opened.attachments.open(one.sha256) as reader:
                assert b"".join(reader) == papers[one.sha256].read_bytes()
            assert one.name == papers[one.sha256].name
        assert len({one.sha256 for one in recorded}) == len(recorded)
        on_disk = [path for path in (library / "inspections" / INSPECTION / "attachments").rglob("*") if path.is_file()]
        assert [path for path in on_disk if path.suffix == ".new"] == []
        whole = sum(opened.attachments.holds(sha256) for sha256 in papers)
        assert whole == len(on_disk), "something on the disk is not a whole file of these"
    return {one.id for one in recorded}


def attach_the_rest(library: Path, tmp_path: Path, papers: Papers, left: int) -> None:
    """The window offers it by itself, and takes one key."""
    with collector(library, tmp_path) as program:
        check_offer(program, left)
        assert rest_of(program)[-1] == "ended\t"
    assert len(check(library, papers)) == len(papers)
    with opened_again(library) as opened:
        assert decoded(opened.remembered(NAME)) == ()
