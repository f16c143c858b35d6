"""Making the vault, and getting back in."""

import stat
from pathlib import Path

import pytest

from tests.e2e.cli.conftest import secret_file
from tests.e2e.cli.program import Program

NEW = "kettle maple trombone"


def test_a_vault_is_made_once(wellled: Program) -> None:
    before = sorted(path.read_bytes() for path in wellled.library.iterdir())
    assert wellled("vault", "create").failed(1).startswith("There is already a vault in this folder.")
    assert sorted(path.read_bytes() for path in wellled.library.iterdir()) == before


def test_a_short_passphrase_makes_no_vault(nowhere: Program, tmp_path: Path) -> None:
    short = Program(nowhere.library, secret_file(tmp_path / "short", "short"))
    assert short("vault", "create", "--author", "A. Inspector").failed(1).startswith("A passphrase needs at least")
    assert not nowhere.library.exists()


def test_the_library_is_its_owners_alone(wellled: Program, inspection: str) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (wellled.library, *wellled.library.rglob("*"))}
    assert inspection
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_the_recovery_key_opens_the_vault(wellled: Program, recovery_key: str, tmp_path: Path) -> None:
    with_key = Program(wellled.library, secret_file(tmp_path / "key", recovery_key.lower()))
    assert with_key("list", "--json").done().json == []


def test_the_passphrase_is_changed(wellled: Program, recovery_key: str, tmp_path: Path) -> None:
    new = secret_file(tmp_path / "new", NEW)
    changed = wellled("vault", "passphrase", "--new-passphrase-file", str(new)).done()
    assert changed.out == "The passphrase is changed. The recovery key stays the same.\n"
    assert wellled("list").failed(4)
    Program(wellled.library, new)("list").done()


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_key(
    wellled: Program, recovery_key: str, tmp_path: Path
) -> None:
    key, new = secret_file(tmp_path / "key", recovery_key), secret_file(tmp_path / "new", NEW)
    recover = ("vault", "recover", "--recovery-key-file", str(key), "--new-passphrase-file", str(new))
    assert wellled(*recover).done().out == "The passphrase is changed. The recovery key stays the same.\n"
    Program(wellled.library, new)("list").done()
    Program(wellled.library, key)("list").done()
    assert wellled("list").failed(4)


def test_a_mistyped_recovery_key_changes_nothing(wellled: Program, recovery_key: str, tmp_path: Path) -> None:
    mistyped = recovery_key[:-1] + ("0" if recovery_key[-1] != "0" else "1")
    key, new = secret_file(tmp_path / "key", mistyped), secret_file(tmp_path / "new", NEW)
    ran = wellled("vault", "recover", "--recovery-key-file", str(key), "--new-passphrase-file", str(new))
    assert "recovery key" in ran.failed(4)
    wellled("list").done()


def test_who_signs_is_said_where_no_name_was_given(nowhere: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "qinvented")
    made = nowhere("vault", "create")
    assert made.status == 0
    assert made.err.startswith("The record is signed “qinvented”; to sign otherwise, give --author with each command")
    assert made.err.count("\n") == 1


@pytest.mark.parametrize("place", ["a-file", "a-file/below"])
def test_a_place_where_no_folder_can_be_is_named(nowhere: Program, tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").touch()
    impossible = Program(tmp_path / place, nowhere.passphrase_file)
    sentence = impossible("vault", "create", "--author", "A. Inspector").failed(1)
    assert sentence.startswith("The library's folder cannot be made there")


def test_no_vault_is_made_over_inspections_whose_vault_is_missing(wellled: Program, inspection: str) -> None:
    assert inspection
    for name in ("vault-a.wl", "vault-b.wl"):
        (wellled.library / name).unlink()
    sentence = (
        f"The vault's two files are missing, but 1 inspection is here ({wellled.library}), which no new vault could open. "
        "Nothing was changed; put vault-a.wl and vault-b.wl back from the backup, or choose another folder with --library."
    )
    assert wellled("vault", "create", "--author", "A. Inspector").failed(5) == sentence
    assert wellled("list").failed(5) == sentence
    assert wellled("vault", "recover").failed(5) == sentence
    assert wellled("doctor").failed(1) == sentence
    assert "vault\tmissing" in wellled("doctor").lines
    assert not list(wellled.library.glob("*.wl"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("vault", "recover"), "A recovery key is needed: name a file that holds it with --recovery-key-file, or run"),
        (
            ("list",),
            "A passphrase is needed: name a file that holds it with --passphrase-file (before the command), or",
        ),
    ],
)
def test_how_a_secret_is_given_in_a_file_is_said(wellled: Program, arguments: tuple[str, ...], sentence: str) -> None:
    environment = {key: value for key, value in wellled.environment().items() if key != "WELLLED_PASSPHRASE_FILE"}
    assert wellled.installed(*arguments, environment=environment).failed(4).startswith(sentence)


def test_how_a_new_passphrase_is_given_in_a_file_is_said(wellled: Program) -> None:
    sentence = wellled("vault", "passphrase").failed(4)
    assert sentence.startswith(
        "A new passphrase is needed: name a file that holds it with --new-passphrase-file, or run"
    )
