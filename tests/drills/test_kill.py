"""kill -9 of the window while somebody types: what is older than a second is there, the record is sound, nothing leaks."""

import ast
import os
import random
import select
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.drills.typist import CANARY
from tests.ui.conftest import AUTHOR, CHEAP, INSPECTION, PASSPHRASE, new_inspection
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import PlanSession
from wellled_desktop.store import reading
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.vault.library import Library

BEHIND_NS = 1_000_000_000
START_SECONDS = 60.0
SESSION = "01900000-0000-7000-8000-00000000000a"


@pytest.fixture
def library(tmp_path: Path, real_pack: Pack) -> Path:
    folder = tmp_path / "library"
    vault, _ = Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    opened = vault.create_inspection(new_inspection(real_pack), LaptopClock())
    opened.store.execute(PlanSession(SESSION, "interview", ("chief-executive",)))
    opened.close()
    vault.close()
    SettingsFile(folder).change(last_inspection=INSPECTION)
    return folder


def test_a_killed_window_loses_nothing_older_than_a_second(
    library: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rounds, longest = (50, 4.5) if request.config.getoption("--drills") else (1, 2.5)
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    chance = random.Random(20261124)  # noqa: S311  # when to kill, not a secret
    lines_before = 0
    most_behind_ms = 0.0
    for number in range(rounds):
        keys, draft = _typed_until_killed(library, tmp_path, home, number, chance.uniform(1.2, longest))
        lines_before, behind_ms = _check(library, keys, draft, lines_before)
        most_behind_ms = max(most_behind_ms, behind_ms)
    found = [str(file) for file in _all_files(library, home) if _holds_canary(file)]
    assert found == [], "typed text can be read in these files"
    sys.stdout.write(f"{rounds} kills; the oldest key lost was {most_behind_ms:.0f} ms old\n")


def _typed_until_killed(
    library: Path, tmp_path: Path, home: Path, seed: int, seconds: float
) -> tuple[list[tuple[int, str]], str]:
    """Types for `seconds` after the composer is reached, then kills; the keys with their moments, and the draft found first."""
    command = [
        sys.executable,
        "-m",
        "tests.drills.typist",
        *map(str, (library, tmp_path / "passphrase", SESSION, seed)),
    ]
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home)}
    environment |= {name: str(home / name) for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, bufsize=0
    ) as typist:
        assert typist.stdout is not None
        assert typist.stderr is not None
        text = b""
        deadline = time.monotonic() + START_SECONDS
        begun = False
        while time.monotonic() < deadline:
            ready, _, _ = select.select([typist.stdout], [], [], 0.02)
            if ready:
                part = os.read(typist.stdout.fileno(), 65536)
                if not part:
                    break
                text += part
            if not begun and b"\tbegin\t" in text:
                begun = True
                deadline = time.monotonic() + seconds
        typist.send_signal(signal.SIGKILL)
        killed_ns = time.monotonic_ns()
        text += typist.stdout.read()
        complaints = typist.stderr.read().decode()
    assert begun, f"the window did not open: {complaints}"
    assert complaints == ""
    rows = [line.split("\t") for line in text.decode().splitlines() if line.count("\t") == 2]
    draft = next(str(ast.literal_eval(row[2])) for row in rows if row[1] == "begin")
    keys = [(killed_ns - int(row[0]), str(ast.literal_eval(row[2]))) for row in rows if row[1] == "key"]
    return keys, draft


def _check(library: Path, keys: list[tuple[int, str]], draft: str, lines_before: int) -> tuple[int, float]:
    """How many lines there are now, and how old the oldest key was that did not reach the disk (milliseconds)."""
    vault = Library(library).unlock(PASSPHRASE)
    verification = vault.verify_inspection(INSPECTION)
    assert verification.findings == ()
    opened = vault.open_inspection(INSPECTION, LaptopClock())
    lines = opened.store.read(partial(reading.lines, session_id=SESSION, from_number=lines_before + 1))
    left = opened.store.read(partial(reading.draft, session_id=SESSION, device=opened.device))
    opened.close()
    vault.close()
    kept = _letters(" ".join([*(line.text for line in lines), left]))
    typed = _letters(draft) + _letters("".join(character for _, character in keys))
    assert typed.startswith(kept), "what is on disk is not what was typed"
    lost = len(typed) - len(kept)
    ages = [age for age, character in keys if character.isalpha()]
    oldest_lost_ns = ages[len(ages) - lost] if lost else 0
    assert lost <= len(ages), "the draft of the round before was lost"
    assert oldest_lost_ns <= BEHIND_NS, f"a key {oldest_lost_ns / 1e6:.0f} ms old was lost"
    return lines_before + len(lines), oldest_lost_ns / 1e6


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalpha())


def _all_files(*folders: Path) -> list[Path]:
    return [file for folder in folders for file in folder.rglob("*") if file.is_file()]


def _holds_canary(file: Path) -> bool:
    content = file.read_bytes()
    return any(CANARY.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
