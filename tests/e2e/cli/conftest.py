"""A library whose passphrase is cheap to check, and an inspection in it; made once, and copied for each test."""

import shutil
from pathlib import Path

import msgspec
import pytest

from tests.e2e.cli.program import CHEAP, PASSPHRASE, Program
from wellled_desktop.vault.library import Library


def secret_file(path: Path, secret: str) -> Path:
    path.touch(mode=0o600)
    path.write_text(f"{secret}\n", encoding="utf-8")
    return path


class Templates(msgspec.Struct, frozen=True):
    """Three libraries nobody writes in: each holds what the one before it holds, and one thing more."""

    vault: Path
    inspection: Path
    session: Path
    recovery_key: str
    inspection_id: str
    session_number: str


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    folder = tmp_path_factory.mktemp("templates")
    wellled = Program(folder / "library", secret_file(folder / "passphrase", PASSPHRASE))

    def kept(name: str) -> Path:
        return Path(shutil.copytree(wellled.library, folder / name))

    recovery_key = make_vault(wellled.library)
    vault = kept("vault")
    inspection_id = new_inspection(wellled)
    inspection = kept("inspection")
    number, _ = (
        wellled(
            "session", "add", inspection_id,
            "--role", "chief-executive", "--kind", "interview", "--person", "Jo Invented",
        ).done().out.split()
    )  # fmt: skip
    return Templates(vault, inspection, kept("session"), recovery_key, inspection_id, number)


@pytest.fixture
def nowhere(tmp_path: Path) -> Program:
    """The program, and no vault yet."""
    return Program(tmp_path / "library", secret_file(tmp_path / "passphrase", PASSPHRASE))


@pytest.fixture
def recovery_key(nowhere: Program, templates: Templates) -> str:
    """Puts a vault there; its recovery key."""
    shutil.copytree(templates.vault, nowhere.library)
    return templates.recovery_key


@pytest.fixture
def wellled(nowhere: Program, recovery_key: str) -> Program:
    """The program, and a vault with nothing in it."""
    assert recovery_key
    return nowhere


@pytest.fixture
def inspection(wellled: Program, templates: Templates) -> str:
    """The id of an inspection of an invented trust, on the framework that comes with the app."""
    shutil.copytree(templates.inspection, wellled.library, dirs_exist_ok=True)
    return templates.inspection_id


@pytest.fixture
def session(wellled: Program, inspection: str, templates: Templates) -> str:
    """The number of a planned interview with the chief executive."""
    assert inspection
    shutil.copytree(templates.session, wellled.library, dirs_exist_ok=True)
    return templates.session_number


def make_vault(library: Path) -> str:
    """Its recovery key, the same each time."""
    chance = 0

    def bytes_of(count: int) -> bytes:
        nonlocal chance
        chance += 1
        return bytes((chance * 31 + place) % 256 for place in range(count))

    vault, key = Library(library).create_vault(PASSPHRASE, "A. Inspector", CHEAP, bytes_of)
    vault.close()
    return key.text


def new_inspection(wellled: Program, code: str = "RXX", start: str = "2026-03-10") -> str:
    ran = wellled(
        "new", "--trust", "Example Vale NHS Trust", "--provider-code", code, "--trust-type", "acute", "--start", start
    )  # fmt: skip
    return ran.done().out.strip()
