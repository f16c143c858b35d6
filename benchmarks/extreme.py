"""An inspection ten times the example's size, made once by its generator: 44,500 lines in 380 sessions, one of them of 5,000.

It is kept in `build/`, and whoever measures works on a copy: what is typed while measuring never adds up.
"""

import os
import random
import shutil
import sys
from contextlib import closing
from pathlib import Path

import msgspec

from tests.ui.conftest import new_inspection
from wellled_desktop import bootstrap
from wellled_desktop.framework.loader import load_pack
from wellled_desktop.framework.pack import Pack, walk
from wellled_desktop.inspection.commands import NewParticipant, PlanSession, StartSession, WriteLine
from wellled_desktop.inspection.example.generator import LINES, SESSIONS, generate
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.example import read_content, record_example
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library, OpenInspection, Vault

TIMES = 10
LONG = 5_000
LONG_SESSION = "01900000-0000-7000-8000-0000000000ff"
PASSPHRASE = "only for measuring"  # noqa: S105  # of an invented inspection
KEPT = Path("build") / "extreme"
_QUICK = KeyDerivation(1, 8_192)
# Raised when what is recorded changes, so that the one in `build/` is made anew.
_EDITION = "5"
_AT_A_TIME = 400
_PEOPLE = (
    NewParticipant("01900000-0000-7000-8000-0000000000f1", "non-executive-directors", "first"),
    NewParticipant("01900000-0000-7000-8000-0000000000f2", "non-executive-directors", "second"),
    NewParticipant("01900000-0000-7000-8000-0000000000f3", "chief-executive"),
)


def pack_of_the_app() -> Pack:
    return load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")


def copied(folder: Path, kept: Path = KEPT) -> Path:
    """A library of its own with the extreme inspection in it, in `folder`. Making the first one takes half a minute."""
    edition = kept / "edition"
    if not edition.is_file() or edition.read_text(encoding="ascii") != _EDITION:
        shutil.rmtree(kept, ignore_errors=True)
        _make(kept / "library")
        edition.write_text(_EDITION, encoding="ascii")
    shutil.copytree(kept / "library", folder)
    return folder


def open_copied(library: Path) -> tuple[Vault, OpenInspection]:
    """The vault and its one inspection; close both."""
    vault = Library(library).unlock(PASSPHRASE)
    (summary,) = vault.inspections()
    return vault, vault.open_inspection(summary.id, LaptopClock())


def small(folder: Path, lines: int) -> Path:
    """A library with a new inspection whose one session is as the long one, with so many lines: for a sample in the tests."""
    pack = pack_of_the_app()
    vault, _ = Library(folder).create_vault(PASSPHRASE, "A. Measurer", _QUICK, os.urandom)
    with closing(vault), closing(vault.create_inspection(new_inspection(pack), LaptopClock())) as opened:
        _record_long_session(opened, pack, lines)
    return folder


def _make(folder: Path) -> None:
    sys.stderr.write("Making an inspection of 44,500 lines, once; this takes half a minute or more.\n")
    pack = pack_of_the_app()
    content = read_content(bootstrap.shipped("resources") / "example")
    sessions = (content.sessions * TIMES)[: SESSIONS * TIMES - 1]
    content = msgspec.structs.replace(content, sessions=sessions)
    vault, _ = Library(folder).create_vault(PASSPHRASE, "A. Measurer", _QUICK, os.urandom)
    with closing(vault), closing(record_example(vault, content, pack, lines=LINES * TIMES - LONG)) as opened:
        _record_long_session(opened, pack, LONG)


def _record_long_session(opened: OpenInspection, pack: Pack, lines: int) -> None:
    opened.store.execute(
        PlanSession(LONG_SESSION, "panel", ("non-executive-directors", "chief-executive"), _PEOPLE),
        StartSession(LONG_SESSION),
    )
    written = _said_at_length(pack, lines)
    for start in range(0, lines, _AT_A_TIME):
        opened.store.execute(*written[start : start + _AT_A_TIME])


def _said_at_length(pack: Pack, count: int) -> list[WriteLine]:
    """What is written in the example's meetings, one line after another until there are enough, said by the three here."""
    chance = random.Random(LONG)  # noqa: S311  # the same lines each time
    content = read_content(bootstrap.shipped("resources") / "example")
    lines = [step.command for step in generate(content, pack) if isinstance(step.command, WriteLine)]
    published = {
        node.id for _, node in walk(pack)
    }  # what the example's team added to the tree is not in a new inspection
    return [
        msgspec.structs.replace(
            line,
            id=f"01900000-0000-7000-8000-{number:012x}",
            session=LONG_SESSION,
            speaker=chance.choice(_PEOPLE).id if line.speaker else None,
            tags=tuple(tag for tag in line.tags if tag in published),
        )
        for number, line in enumerate((*lines, *lines)[:count], start=1_000)
    ]
