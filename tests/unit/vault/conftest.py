"""A vault in a temporary folder, whose Argon2id takes milliseconds, and an inspection of an invented trust in it."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.store.conftest import HandClock
from tests.store.packs import create_inspection, tiny_pack
from wellled_desktop.inspection.commands import CreateInspection, PlanSession, TeamMember, WriteLine
from wellled_desktop.store.store import Change
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library, OpenInspection, Vault

PASSPHRASE = "walrus banjo teapot"
AUTHOR = "Quillon Inspectorate"
CHEAP = KeyDerivation(1, 8_192)

__all__ = ["AUTHOR", "CHEAP", "PASSPHRASE", "HandClock", "another_inspection", "create_inspection", "write_lines"]


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def recovery_text(folder: Path) -> str:
    """Makes the vault in `folder` and gives its recovery key."""
    vault, recovery_key = Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    vault.close()
    return recovery_key.text


@pytest.fixture
def library(folder: Path, recovery_text: str) -> Library:
    """A library with a vault, locked."""
    assert recovery_text
    return Library(folder)


@pytest.fixture
def vault(library: Library) -> Iterator[Vault]:
    unlocked = library.unlock(PASSPHRASE)
    yield unlocked
    unlocked.close()


@pytest.fixture
def inspection_id(vault: Vault, clock: HandClock) -> str:
    """An inspection with one session and three lines, closed."""
    opened = vault.create_inspection(create_inspection(), clock)
    opened.store.execute(PlanSession("s1", "interview", ("chief-executive",)))
    write_lines(opened, 1, 3)
    opened.close()
    return opened.id


def write_lines(opened: OpenInspection, first: int, last: int) -> list[Change]:
    commands = [WriteLine(f"l{number}", "s1", f"Line {number}") for number in range(first, last + 1)]
    return [opened.store.execute(command)[-1] for command in commands]


def another_inspection(inspection_id: str, trust_name: str = "Second Example NHS Trust") -> CreateInspection:
    return CreateInspection(
        id=inspection_id,
        trust_name=trust_name,
        provider_code="RYY",
        trust_types=("mental-health", "community"),
        start_date=dt.date(2026, 12, 1),
        days=2,
        team=(TeamMember(AUTHOR),),
        framework=msgspec.json.encode(tiny_pack()).decode(),
    )
