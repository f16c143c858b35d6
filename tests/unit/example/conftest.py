"""The example's own content and framework, and its steps: made once, for they are the same each time."""

from pathlib import Path

import pytest

from wellled_desktop.framework.loader import load_pack
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.generator import generate
from wellled_desktop.inspection.example.steps import Step
from wellled_desktop.vault.example import read_content

ROOT = Path(__file__).parents[3]


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
