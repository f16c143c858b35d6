"""The printed recovery key: no group broken over two lines, and a file that was printed to is not left open to others."""

from pathlib import Path

from wellled_desktop.ui.entrance.recovery_sheet import key_lines, told_of


def test_no_group_of_the_key_is_broken_over_two_lines() -> None:
    groups = [f"G{number}AB" for number in range(9)]
    lines = key_lines("-".join(groups))
    assert lines == ["G0AB-G1AB-G2AB-", "G3AB-G4AB-G5AB-", "G6AB-G7AB-G8AB"]
    assert "".join(lines) == "-".join(groups)


def test_a_sheet_printed_to_a_file_says_so_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "key.pdf"
    file.write_bytes(b"%PDF-")
    assert told_of(str(file)) == f"Printed to the file {file}. Move it off this laptop."
    assert file.stat().st_mode & 0o777 == 0o600
    assert told_of("") == "Sent to the printer."
