"""From the start of the program to its first painted window, and to the example inspection open, beside a bare window."""

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.example_library import PASSPHRASE_FILE
from benchmarks.ratios import Figure, medians

ROUNDS = 7
SECONDS = 60
TYPING_SECONDS = 2.0


def measure(library: Path) -> list[Figure]:
    """In turn: bare, ours. The example's vault has a quick Argon2id, so that what is measured is the app's own work."""
    bare, lock, usable, at_once = [], [], [], []
    files = (str(library), str(library / PASSPHRASE_FILE))
    for number in range(ROUNDS + 1):
        plain = _run((sys.executable, "-m", "benchmarks.start_bare"))
        typed = _run((sys.executable, "-m", "benchmarks.start_ours", *files, str(TYPING_SECONDS)))
        pasted = _run((sys.executable, "-m", "benchmarks.start_ours", *files, "0"))
        if number:  # the first round fills the disk cache
            bare.append(plain["painted"])
            lock.append(typed["painted"])
            usable.append(typed["painted"] + typed["usable"] - typed["entered"])
            at_once.append(pasted["usable"])
    return [
        medians("start to lock screen painted", (lock, bare), 1.2),
        medians("the same, and from the passphrase entered to the example open and painted", (usable, bare), 2.0),
        medians("start to example open and painted, passphrase entered at once", (at_once, bare)),
    ]


def _run(command: tuple[str, ...]) -> dict[str, float]:
    """Milliseconds from the start of the process to each moment it prints."""
    # Compiled modules are kept, as on any laptop, also where the environment of the measurement says otherwise.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.monotonic_ns()
    ran = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True, env=environment)
    rows = (line.split("\t") for line in ran.stdout.splitlines() if "\t" in line)
    return {what: (int(at) - began) / 1e6 for what, at in rows}
