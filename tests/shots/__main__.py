"""Makes the example inspection once and has each look photographed by a process of its own, as fonts and scale are set once.

The steps of whole sessions, held by keyboard, are photographed in the same looks, into the folder “steps”.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.shots.library import make_library
from tests.shots.looks import LOOKS

_SECONDS_A_LOOK = 300


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("Say in which folder the pictures shall be: python -m tests.shots FOLDER\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        library = Path(scratch) / "library"
        make_library(library)
        for name, look in LOOKS.items():
            for told in (
                ("tests.shots.photograph", str(folder), name, str(library)),
                ("tests.e2e.window.photograph", str(folder / "steps"), name),
            ):
                photographed = subprocess.run(
                    [sys.executable, "-m", *told],
                    env={**os.environ, "QT_SCALE_FACTOR": look.scale},
                    timeout=_SECONDS_A_LOOK,
                    check=False,
                )
                if photographed.returncode:
                    return photographed.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
