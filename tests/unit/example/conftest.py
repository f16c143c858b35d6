"""The example's own content and framework, and its steps: made once, for they are the same each time."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from wellled_desktop.framework.loader import load_pack
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.generator import generate
from wellled_desktop.inspection.example.steps import Step
from wellled_desktop.vault.example import create_example, read_content
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library
from wellled_desktop.vault.vault import Vault

ROOT = Path(__file__).parents[3]
CHEAP = KeyDerivation(1, 8192 * 1024)


@pytest.fixture(scope="session")
def resources() -> Path:
    return ROOT / "resources"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(ROOT / "framework_data" / "cqc-trust-well-led")


@pytest.fixture(scope="session")
def content(resources: Path) -> ExampleContent:
    return read_content(resources / "example")


@pytest.fixture(scope="session")
def steps(content: ExampleContent, pack: Pack) -> tuple[Step, ...]:
    return tuple(generate(content, pack))


@pytest.fixture(scope="session")
def progress() -> list[tuple[int, int]]:
    return []


@pytest.fixture(scope="session")
def example(
    tmp_path_factory: pytest.TempPathFactory, resources: Path, pack: Pack, progress: list[tuple[int, int]]
) -> Iterator[tuple[Vault, str]]:
    folder = tmp_path_factory.mktemp("example")
    vault, _ = Library(folder).create_vault("seven harbour lamps at dusk", "Lead", CHEAP, os.urandom)
    opened = create_example(vault, resources, pack, lambda done, whole: progress.append((done, whole)))
    opened.close()
    yield vault, opened.id
    vault.close()
