"""A library whose passphrase is cheap to check, and an inspection in it."""

from pathlib import Path

import pytest

from tests.e2e.cli.program import PASSPHRASE, Program
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library


def secret_file(path: Path, secret: str) -> Path:
    path.touch(mode=0o600)
    path.write_text(f"{secret}\n", encoding="utf-8")
    return path


@pytest.fixture
def nowhere(tmp_path: Path) -> Program:
    """The program, and no vault yet."""
    return Program(tmp_path / "library", secret_file(tmp_path / "passphrase", PASSPHRASE))


@pytest.fixture
def recovery_key(nowhere: Program) -> str:
    """Makes the vault; its recovery key."""
    chance = 0

    def bytes_of(count: int) -> bytes:
        nonlocal chance
        chance += 1
        return bytes((chance * 31 + place) % 256 for place in range(count))

    vault, key = Library(nowhere.library).create_vault(PASSPHRASE, "A. Inspector", KeyDerivation(1, 8_192), bytes_of)
    vault.close()
    return key.text


@pytest.fixture
def wellled(nowhere: Program, recovery_key: str) -> Program:
    """The program, and a vault with nothing in it."""
    assert recovery_key
    return nowhere


@pytest.fixture
def inspection(wellled: Program) -> str:
    """The id of an inspection of an invented trust, on the framework that comes with the app."""
    return new_inspection(wellled)


@pytest.fixture
def session(wellled: Program, inspection: str) -> str:
    """The number of a planned interview with the chief executive."""
    ran = wellled(
        "session", "add", inspection, "--role", "chief-executive", "--kind", "interview", "--person", "Jo Invented"
    )
    return ran.done().out.split()[0]


def new_inspection(wellled: Program, code: str = "RXX", start: str = "2026-03-10") -> str:
    ran = wellled(
        "new", "--trust", "Example Vale NHS Trust", "--provider-code", code, "--trust-type", "acute", "--start", start
    )  # fmt: skip
    return ran.done().out.strip()
