"""Checking a pack of one's own."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.cli.program import Program
from wellled_desktop.bootstrap import shipped


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the framework that comes with the app, to break."""
    shipped_pack = shipped("framework_data") / "cqc-trust-well-led"
    assert isinstance(shipped_pack, Path)
    return Path(shutil.copytree(shipped_pack, tmp_path / "pack"))


def test_a_sound_pack_is_said_to_be(nowhere: Program, pack: Path) -> None:
    assert nowhere("framework", "check", str(pack)).done().out == "The pack is sound.\n"
    assert nowhere("framework", "check", str(pack / "w1.yaml")).done().out == "The pack is sound.\n"


def test_what_is_wrong_is_named_with_its_file(nowhere: Program, pack: Path) -> None:
    (pack / "w3.yaml").write_text("a: [1", encoding="utf-8")
    ran = nowhere("framework", "check", str(pack))
    assert ran.lines[0].startswith("w3.yaml, line ")
    assert ran.failed(1).endswith("to mend. Nothing was changed.")


def test_the_whole_text_is_shown(nowhere: Program) -> None:
    shown = nowhere("framework", "show").done().lines
    assert "Key interviews" in shown
    assert [line for line in shown if line.startswith("W4.E4.1 ")]
    assert sum(line.startswith("Report sub-heading: ") for line in shown) == 8
