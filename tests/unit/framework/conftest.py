"""The real pack, read once, and copies of its files that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from wellled_desktop.framework.loader import load_pack
from wellled_desktop.framework.pack import Pack

PACK = Path(__file__).parents[3] / "framework_data" / "cqc-trust-well-led"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(PACK)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real pack."""
    copy = tmp_path / "pack"
    shutil.copytree(PACK, copy)
    return copy
