"""A program that attaches the files of a folder to an evidence entry and says so of each, to be killed in the middle.

Library, passphrase file, inspection and folder are its arguments, and the most bytes a file of it may have, 0 for any.
"""

import os
import sys
import time
from pathlib import Path

from wellled_desktop.exchange.attaching import attach, collect
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.store import reading
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.errors import NotKept
from wellled_desktop.vault.library import Library


def main() -> None:
    library, passphrase_file, inspection, folder = sys.argv[1:5]
    vault = Library(Path(library)).unlock(Path(passphrase_file).read_text(encoding="utf-8"))
    opened = vault.open_inspection(inspection, LaptopClock())
    (entry,) = opened.store.read(reading.evidence_entries)
    if most := int(sys.argv[5]):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    results = attach(opened, entry.id, collect([Path(folder)]).files, new_id=_new_id)
    try:
        for result in results:
            if result.command is not None:
                opened.store.execute(result.command)
                sys.stdout.write(f"{result.command.sha256}\n")
                sys.stdout.flush()
    except NotKept as error:
        sys.stderr.write(f"{error}\n")
    opened.close()
    vault.close()


def _new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


if __name__ == "__main__":
    main()
