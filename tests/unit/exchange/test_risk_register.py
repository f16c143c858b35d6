"""The trust's risk register is read from whatever file the trust sends, and a hostile file is one plain sentence."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.unit.exchange.workbooks import packed, parts, sheet, sheet_of, workbook
from wellled_desktop.exchange.risk_register import (
    Columns,
    LeftOut,
    Register,
    RegisterSheet,
    Taken,
    compared,
    guessed_columns,
    read_register,
    taken,
)
from wellled_desktop.exchange.table_rows import ReadingCancelled, TableUnreadable
from wellled_desktop.inspection.read_models import Risk

HEADINGS = ("Risk ID", "Risk title", "Current score", "Executive lead")
ROWS = ((*HEADINGS,), ("R1", "Nurse staffing at night", 20, "Chief nurse"), ("R2", "Roof of ward 7", 12, "Estates"))


def read(path: Path) -> Register:
    return read_register(path)


def text(tmp_path: Path, content: bytes, name: str = "register.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def numbered() -> Iterator[str]:
    return (f"risk-{number}" for number in count(1))


def all_of(sheet_read: RegisterSheet, columns: Columns | None = None) -> Taken:
    ids = numbered()
    return taken(sheet_read, columns or sheet_read.guessed, lambda: next(ids))


def refused(path: Path) -> str:
    with pytest.raises(TableUnreadable) as told:
        read_register(path)
    sentence = str(told.value)
    assert path.name in sentence
    assert "\n" not in sentence
    return sentence


def test_a_workbook_is_read_with_its_columns_guessed_from_their_headings(tmp_path: Path) -> None:
    register = read(workbook(tmp_path / "BAF.xlsx", ROWS))
    (found,) = register.sheets
    assert (register.source, found.name, found.headings) == ("BAF.xlsx", "Register", HEADINGS)
    assert found.guessed == Columns(0, 1, 2, 3)
    assert [(one.reference, one.title, one.rating, one.owner) for one in all_of(found).risks] == [
        ("R1", "Nurse staffing at night", "20", "Chief nurse"),
        ("R2", "Roof of ward 7", "12", "Estates"),
    ]


def test_what_stands_above_the_headings_is_passed_over_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows = (
        ("Example Vale NHS Trust",),
        (),
        ("As at", "1 November"),
        (),
        *ROWS,
        (),
        ("", "No reference"),
        ("R2", "Again"),
    )
    (found,) = read(workbook(tmp_path / "r.xlsx", rows, ("A1:D1",))).sheets
    assert found.headings[0] == "Risk ID"
    assert all_of(found).left_out == (
        LeftOut(9, "has no reference and is left out"),
        LeftOut(10, "has the same reference as row 7 (R2) and is left out"),
    )


def test_a_formula_is_its_last_result_and_is_never_calculated(tmp_path: Path) -> None:
    rows = (HEADINGS, ("R1", "Falls", '=HYPERLINK("http://example.invalid")', "Nurse"))
    (found,) = read(workbook(tmp_path / "r.xlsx", rows)).sheets
    assert all_of(found).risks[0].rating == "42"
    (found,) = read(text(tmp_path, b"Ref,Title\nR1,=1+1\n")).sheets
    assert all_of(found).risks[0].title == "=1+1"


def test_the_lower_part_of_a_merged_reference_continues_its_entry_and_a_merged_rating_is_each_rows(
    tmp_path: Path,
) -> None:
    rows = (
        HEADINGS,
        ("R1", "Falls", 15, "Nurse"),
        (None, "second control", None, None),
        ("R2", "Roof", None, "Estates"),
    )
    (found,) = read(workbook(tmp_path / "r.xlsx", rows, ("A2:A3", "C2:C4"))).sheets
    came = all_of(found)
    assert [(one.reference, one.title, one.rating) for one in came.risks] == [
        ("R1", "Falls", "15"),
        ("R2", "Roof", "15"),
    ]
    assert (came.continued, came.left_out) == (1, ())


def test_the_sheet_that_looks_like_a_register_comes_first_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    sheets = {
        "Notes": sheet([("Read me", "please")] * 9),
        "Old": sheet(ROWS),
        "Risks": sheet(ROWS),
    }
    path = text(tmp_path, packed(parts(sheets, hidden=("Old",))), "r.xlsx")
    assert [one.name for one in read(path).sheets] == ["Risks", "Notes"]


@pytest.mark.parametrize(
    "content",
    [
        "Ref;Title\nR1;Café — “night” staffing\n".encode("cp1252"),
        "Ref;Title\nR1;Café — “night” staffing\n".encode("utf-8-sig"),
        "Ref\tTitle\r\nR1\tCafé — “night” staffing\r\n".encode("utf-16"),
        "Ref|Title\nR1|Café — “night” staffing\n".encode("utf-16-le"),
        b'"Ref","Title"\n"R1","Caf\xc3\xa9 \xe2\x80\x94 \xe2\x80\x9cnight\xe2\x80\x9d\n staffing"\n',
    ],
)
def test_any_encoding_and_any_separator_gives_the_same_words(tmp_path: Path, content: bytes) -> None:
    (found,) = read(text(tmp_path, content)).sheets
    assert [(one.reference, one.title) for one in all_of(found).risks] == [("R1", "Café — “night” staffing")]


def test_an_encoding_that_had_to_be_guessed_is_said(tmp_path: Path) -> None:
    (found,) = read(text(tmp_path, b"Ref,Title\nR1,Caf\xe9\n")).sheets
    assert "Windows-1252" in found.remark


def test_control_characters_are_replaced_visibly(tmp_path: Path) -> None:
    (found,) = read(text(tmp_path, b"Ref,Title\nR1,Fa\x01lls\n")).sheets
    assert all_of(found).risks[0].title == "Fa\ufffdlls"


def test_a_very_long_cell_is_cut_visibly_and_told_by_its_row(tmp_path: Path) -> None:
    (found,) = read(text(tmp_path, b"Ref,Title\nR1," + b"x" * 5_000 + b"\n")).sheets
    came = all_of(found)
    assert (len(came.risks[0].title), came.risks[0].title[-1]) == (2_000, "…")
    assert came.left_out[0].why.startswith("has a title of more than 2,000 characters")


def test_headings_nobody_foresaw_leave_the_columns_to_be_chosen(tmp_path: Path) -> None:
    (found,) = read(text(tmp_path, b"Kennung,Was,Wert\nR1,Falls,9\n")).sheets
    assert not found.guessed.enough
    assert all_of(found, Columns(0, 1, 2)).risks[0].rating == "9"


def test_no_column_is_guessed_for_two_things() -> None:
    assert guessed_columns(("Ref", "Risk", "Initial rating", "Current rating", "Risk Owner")) == Columns(0, 1, 3, 4)
    assert guessed_columns(("Description of risk", "No.", "Score")) == Columns(1, 0, 2)
    assert guessed_columns(("Risk",)) == Columns(title=0)


def test_what_would_be_new_changed_and_the_same_is_known_before_anything_is_recorded(tmp_path: Path) -> None:
    (found,) = read(workbook(tmp_path / "r.xlsx", (*ROWS, ("R3", "New one", 4, "")))).sheets
    now = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    recorded = (
        Risk("a", "R1", "Nurse staffing at night", "20", "Chief nurse", "old.csv", now),
        Risk("b", "R2", "Roof of ward 7", "9", "Estates", "old.csv", now),
        Risk("c", "R9", "Gone", "", "", "old.csv", now),
    )
    came = compared(all_of(found).risks, "r.xlsx", recorded)
    assert [one.reference for one in came.new] == ["R3"]
    assert [one.reference for one in came.changed] == ["R2"]
    assert (came.same, came.missing) == (1, ("R9",))


# Hostile files


def test_a_file_that_is_no_spreadsheet_is_told(tmp_path: Path) -> None:
    assert "neither XLSX nor CSV" in refused(text(tmp_path, b"%PDF-1.7", "register.pdf"))
    assert "damaged" in refused(text(tmp_path, b"hello", "register.xlsx"))
    assert "damaged" in refused(text(tmp_path, b"PK\x03\x04 and then nothing", "register.xlsx"))
    assert "damaged" in refused(text(tmp_path, b"\x00\x01\x02\x03" * 50, "register.csv"))
    assert "empty" in refused(text(tmp_path, b"", "register.csv"))
    assert "no rows" in refused(text(tmp_path, b"\n , ,\n", "register.csv"))
    assert "gone.csv is not there" in refused(tmp_path / "gone.csv")


def test_a_workbook_cut_off_or_with_broken_xml_is_told(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", ROWS).read_bytes()
    assert "damaged" in refused(text(tmp_path, whole[: len(whole) // 2], "cut.xlsx"))
    content = parts({"Register": sheet(ROWS)})
    content["xl/worksheets/sheet1.xml"] = content["xl/worksheets/sheet1.xml"][:300]
    assert "damaged" in refused(text(tmp_path, packed(content), "broken.xlsx"))
    del content["xl/worksheets/sheet1.xml"]
    assert "damaged" in refused(text(tmp_path, packed(content), "lost.xlsx"))


def test_a_password_and_the_old_format_are_told_apart(tmp_path: Path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "old Excel format" in refused(text(tmp_path, old, "old.xls"))
    protected = old + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    assert "protected by a password" in refused(text(tmp_path, protected, "locked.xlsx"))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    content = parts({"Register": sheet(ROWS)})
    bomb: dict[str, str | bytes] = {**content, "xl/sharedStrings.xml": b" " * (130 * 1024 * 1024)}
    assert "grow to far more" in refused(text(tmp_path, packed(bomb), "bomb.xlsx"))


def test_a_part_that_lies_about_its_size_is_damaged_and_never_unpacked_beyond_it(tmp_path: Path) -> None:
    path = tmp_path / "liar.xlsx"
    content = parts({"Register": sheet(ROWS)})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in content.items():
            file.writestr(name, part)
        file.writestr("xl/theme.xml", b" " * 50_000_000)
        file.getinfo("xl/theme.xml").file_size = 100
    assert "damaged" in refused(path)


def test_one_cell_at_the_far_end_of_the_sheet_does_not_ask_for_the_whole_of_it(tmp_path: Path) -> None:
    far_down = sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>')
    far_right = sheet_of('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>3</v></c></row>')
    assert "more than 20,000 rows" in refused(text(tmp_path, packed(parts({"R": far_down})), "down.xlsx"))
    assert "more than 100 columns" in refused(text(tmp_path, packed(parts({"R": far_right})), "right.xlsx"))


def test_cells_that_are_only_coloured_count_for_nothing(tmp_path: Path) -> None:
    styled = sheet(ROWS).replace("</sheetData>", '<row r="900000"><c r="XFD900000" s="1"/></row></sheetData>')
    (found,) = read(text(tmp_path, packed(parts({"R": styled})), "styled.xlsx")).sheets
    assert len(all_of(found).risks) == 2


def test_one_long_text_shown_in_thousands_of_cells_is_refused(tmp_path: Path) -> None:
    strings = f'<sst xmlns="x"><si><t>{"x" * 30_000}</t></si></sst>'
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 3_000))
    content = {**parts({"R": sheet_of(rows)}), "xl/sharedStrings.xml": strings}
    assert "grow to far more" in refused(text(tmp_path, packed(content), "echo.xlsx"))


def test_entities_are_refused(tmp_path: Path) -> None:
    content = parts({"R": sheet(ROWS)})
    declared = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaa">]>'
    content["xl/worksheets/sheet1.xml"] = content["xl/worksheets/sheet1.xml"].replace(
        "<worksheet", f"{declared}<worksheet"
    )
    assert "damaged" in refused(text(tmp_path, packed(content), "entities.xlsx"))


def test_too_many_rows_columns_or_bytes_are_told(tmp_path: Path) -> None:
    many = b"Ref,Title\n" + b"".join(b"R%d,t\n" % row for row in range(20_100))
    assert "more than 20,000 rows" in refused(text(tmp_path, many))
    assert "more than 100 columns" in refused(text(tmp_path, b"Ref,Title" + b",x" * 200 + b"\n"))
    assert "larger than 20 MB" in refused(text(tmp_path, bytes(21 * 1024 * 1024), "huge.xlsx"))


def test_exactly_twenty_thousand_entries_are_taken(tmp_path: Path) -> None:
    content = b"Ref,Title\n" + b"".join(b"R%d,Risk number %d\n" % (row, row) for row in range(20_000))
    steps: list[tuple[int, int]] = []
    register = read_register(text(tmp_path, content), progress=lambda done, total: steps.append((done, total)))
    assert len(all_of(register.sheets[0]).risks) == 20_000
    assert steps


def test_an_open_quotation_mark_is_told_and_swallows_nothing(tmp_path: Path) -> None:
    assert "quotation mark" in refused(text(tmp_path, b'Ref,Title\nR1,"open\nR2,Falls\nR3,Roof\n'))


def test_reading_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    with pytest.raises(ReadingCancelled):
        read_register(workbook(tmp_path / "r.xlsx", ROWS), cancelled=lambda: True)
    with pytest.raises(ReadingCancelled):
        read_register(text(tmp_path, b"Ref,Title\n" * 900), cancelled=lambda: True)
