"""Each way of failing has its exit status and one plain sentence on standard error."""

from pathlib import Path

import pytest

from tests.e2e.cli.conftest import new_inspection, secret_file
from tests.e2e.cli.program import PASSPHRASE, Program
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.library import Library


def test_a_wrong_passphrase(wellled: Program, tmp_path: Path) -> None:
    wrong = Program(wellled.library, secret_file(tmp_path / "wrong", "gravel lantern adder"))
    assert wrong("list").failed(4).startswith("The passphrase was not recognised. Nothing was changed")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read (No such file or directory), so nothing was opened or changed."),
        (b"\xff\xfe", "is not text in UTF-8, so nothing was opened or changed."),
        (b"x" * 5000, "is too long to be a passphrase, so it was not used. Nothing was changed."),
    ],
)
def test_a_passphrase_file_that_is_none(wellled: Program, tmp_path: Path, content: bytes | None, sentence: str) -> None:
    file = tmp_path / "other"
    if content is not None:
        file.write_bytes(content)
    assert Program(wellled.library, file)("list").failed(4) == f"{file} {sentence}"


def test_no_passphrase_and_no_terminal(wellled: Program) -> None:
    environment = {key: value for key, value in wellled.environment().items() if key != "WELLLED_PASSPHRASE_FILE"}
    assert "A passphrase is needed" in wellled.installed("list", environment=environment).failed(4)


def test_an_inspection_that_is_open_elsewhere(wellled: Program, inspection: str) -> None:
    vault = Library(wellled.library).unlock(PASSPHRASE)
    opened = vault.open_inspection(inspection, LaptopClock())
    try:
        assert "open in another window" in wellled("session", "list", inspection).failed(4)
    finally:
        opened.close()
        vault.close()


def test_no_vault(nowhere: Program) -> None:
    sentence = nowhere("list").failed(3)
    assert sentence.startswith(f"There is no vault in this folder ({nowhere.library}). Nothing was changed")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("session", "list", "RYY"), "There is no inspection “RYY”"),
        (("session", "list", "x" * 90), f"There is no inspection “{'x' * 40}…”"),
        (("line", "list", "RXX", "--session", "S-07"), "There is no session “S-07”"),
        (("line", "amend", "RXX", "S-01 l.9", "x"), "There is no line “S-01 l.9”"),
        (("line", "retract", "RXX", "\udcff", "--reason", "x"), "There is no line “\ufffd”"),
        (("line", "add", "RXX", "1", "x", "--tag", "W1.99"), "“W1.99” is not in this inspection's framework"),
        (("session", "add", "RXX", "--role", "wizard", "--kind", "panel"), "“wizard” is not a role"),
        (("evidence", "set", "RXX", "W1.1", "gathered"), "“W1.1” is not a key-evidence item"),
        (("framework", "show", "../x"), "There is no pack “../x”"),
        (("framework", "check", "/nowhere/at-all"), "There is no file /nowhere/at-all"),
        (("framework", "check", "/a\nb\x1b[31m"), "There is no file /a b\ufffd[31m to check."),
    ],
)
def test_what_is_not_there(wellled: Program, session: str, arguments: tuple[str, ...], named: str) -> None:
    assert session
    assert named in wellled(*arguments).failed(3)


def test_no_name_is_no_inspection(wellled: Program, inspection: str) -> None:
    assert inspection
    for called in ("", "  "):
        assert wellled("session", "list", called).failed(2).startswith("Name the inspection")


NEW = ("new", "--trust", "T", "--provider-code", "R", "--trust-type", "acute")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("sing",), "No such command 'sing'. “wellled --help” says how it is used."),
        (("line", "add", "RXX"), "Missing argument 'SESSION'. “wellled line add --help” says how it is used."),
        ((*NEW, "--start", "10/03/2026"), "“10/03/2026” is not a day; write it as 2026-03-10."),
        ((*NEW, "--start", "2026-02-30"), "“2026-02-30” is not a day"),
        ((*NEW, "--start", "9999-12-31"), "“9999-12-31” is outside the years 1990 to 2200, which are allowed."),
        ((*NEW, "--start", "2026-03-10", "--days", "0"), "Invalid value for '--days'"),
        ((*NEW, "--start", "2026-03-10", "--trust-type", "dental"), "“dental” is not a trust type; there are acute, "),
        (("report", "day", "RXX", "--date", "yesterday", "--out", "x.pdf"), "“yesterday” is not a day"),
        (("session", "add", "RXX", "--role", "governors", "--kind", "seance"), "'seance' is not one of 'interview'"),
        (
            ("session", "add", "RXX", "--role", "governors", "--kind", "panel", "--at", "2026-03-10"),
            "has no time of day",
        ),
        (("session", "add", "RXX", "--role", "governors", "--kind", "panel", "--at", "ten"), "“ten” is not a time"),
        (
            ("session", "add", "RXX", "--role", "governors", "--kind", "panel", "--at", "0001-01-01T00:00+14:00"),
            "“0001-01-01T00:00+14:00” is outside the years 1990 to 2200",
        ),
        (
            ("session", "add", "RXX", "--role", "governors", "--kind", "panel", "--person", "A", "--person", "B"),
            "There are more names than roles: role before name.",
        ),
        (("evidence", "set", "RXX", "W1.E1", "lost"), "'lost' is not one of 'gathered'"),
        (("line", "add", "RXX", "1", "x", "--type", "sung"), "'sung' is not one of 'said'"),
    ],
)
def test_wrong_usage(wellled: Program, inspection: str, arguments: tuple[str, ...], named: str) -> None:
    assert inspection
    assert named in wellled(*arguments).failed(2)


def test_a_name_that_fits_two_inspections(wellled: Program, inspection: str) -> None:
    new_inspection(wellled, start="2026-03-17")
    assert "“RXX” fits 2 inspections" in wellled("session", "list", "RXX").failed(2)
    assert wellled("session", "list", inspection, "--json").done().json == []


def test_a_group_without_a_command_shows_its_commands(nowhere: Program) -> None:
    ran = nowhere("line")
    assert (ran.status, ran.out) == (2, "")
    assert "  retract  " in ran.err


def test_a_defect_is_told_by_its_type_and_place_only(wellled: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_library: Library, text: str) -> None:
        raise KeyError(text)

    monkeypatch.setattr(Library, "unlock_with_either", broken)
    sentence = wellled("list").failed(1)
    assert "(KeyError at cli/opening.py:" in sentence
    assert PASSPHRASE not in sentence
