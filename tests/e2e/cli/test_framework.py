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


def test_a_sound_file_is_not_said_to_be_a_sound_pack(nowhere: Program, pack: Path) -> None:
    (pack / "w3.yaml").write_text("a: [1", encoding="utf-8")
    checked = nowhere("framework", "check", str(pack / "w2.yaml")).done()
    assert checked.out == "This file is sound; the pack as a whole was not checked.\n"


def test_one_thing_wrong_is_one_sentence(nowhere: Program, pack: Path) -> None:
    lines = (pack / "w1.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("- {id: W1.E4,")]
    (pack / "w1.yaml").write_text("".join(kept), encoding="utf-8")
    ran = nowhere("framework", "check", str(pack))
    assert ran.lines == ["w1.yaml, W1.E4: it was expected after W1.E3 and is missing."]
    assert ran.failed(1) == "The pack cannot be used: 1 to mend. Nothing was changed."
    alone = nowhere("framework", "check", str(pack / "w1.yaml"))
    assert alone.lines == ran.lines
    assert alone.failed(1) == "The file cannot be used: 1 to mend. Nothing was changed."


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


def test_the_text_says_whom_a_node_is_for_and_what_is_only_implied(nowhere: Program) -> None:
    shown = {line.partition(" ")[0]: line for line in nowhere("framework", "show").done().lines}
    assert shown["W2.G10"].endswith(" [applies to: combined trusts]")
    assert shown["W2.G13"].endswith(" [applies to: trusts with radiotherapy (implied)]")
    assert shown["W8.G13.2"].endswith(" [applies to: trusts with radiotherapy (implied)]")
    implied = "acute trusts (trusts that are not themselves the mental health provider) (implied)"
    assert shown["W4.G9"].endswith(f" [applies to: trusts that provide mental health liaison in-house; {implied}]")
    assert "applies to" not in shown["W2.G11"]
