"""Service-level findings are read from whatever table comes with a core-service report, and a hostile file is one sentence."""

from itertools import count
from pathlib import Path

import pytest

from tests.unit.exchange.workbooks import workbook
from wellled_desktop.exchange.finding_words import node_words
from wellled_desktop.exchange.service_findings import (
    Columns,
    FindingsSheet,
    Taken,
    compared,
    guessed_columns,
    read_findings,
    recording,
    taken,
)
from wellled_desktop.exchange.table_file import remembering
from wellled_desktop.exchange.table_rows import ReadingCancelled, TableUnreadable
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.inspection.read_models import ServiceFinding

HEADINGS = ("Core service", "Finding", "Rating", "Prompt", "Published", "Other way")
ROWS = (
    HEADINGS,
    ("Maternity", "Women were asked and plans changed.", "Good", "W7.1", "November 2025", ""),
    ("Surgery", "Lists ran late.", "Requires improvement", "w5.2", "", "yes"),
)


def all_of(sheet: FindingsSheet, pack: Pack, columns: Columns | None = None) -> Taken:
    numbers = count(1)
    return taken(sheet, columns or sheet.guessed, node_words(pack), lambda: f"f{next(numbers)}")


def from_text(tmp_path: Path, content: str | bytes, pack: Pack) -> Taken:
    path = tmp_path / "findings.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return all_of(read_findings(path).sheets[0], pack)


def told(came: Taken) -> list[str]:
    return [f"Row {one.row} {one.why}." for one in came.left_out]


def refused(path: Path) -> str:
    with pytest.raises(TableUnreadable) as error:
        read_findings(path)
    assert path.name in str(error.value)
    assert "\n" not in str(error.value)
    return str(error.value)


def recorded(finding_id: str, service: str, text: str, gone: str | None = None) -> ServiceFinding:
    import datetime as dt

    at = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
    return ServiceFinding(
        finding_id, service, text, None, "neutral", False, "x", "", at, at.date(), "A", at if gone else None, gone
    )


def test_a_workbook_gives_service_words_weight_way_item_and_day(tmp_path: Path, pack: Pack) -> None:
    file = read_findings(workbook(tmp_path / "Core services.xlsx", ROWS))
    (sheet,) = file.sheets
    assert (file.source, sheet.guessed) == ("Core services.xlsx", Columns(0, 1, 2, 5, 3, 4))
    came = all_of(sheet, pack)
    assert [
        (one.service, one.text, one.node, one.weight, one.points_other_way, one.reported) for one in came.findings
    ] == [
        ("Maternity", "Women were asked and plans changed.", "W7.1", "strength", False, "November 2025"),
        ("Surgery", "Lists ran late.", "W5.2", "concern", True, ""),
    ]
    assert came.left_out == ()


def test_rows_left_out_and_cells_not_known_are_told_by_row(tmp_path: Path, pack: Pack) -> None:
    rows = (
        "Service,Finding,Rating,Prompt,Other way",
        ",No service here.,,,",
        "Maternity,,,,",
        ",,Good,,",
        "Surgery,Lists ran late.,purple,W9.9,perhaps",
        "Surgery,Lists  ran late.,,,",
        "Surgery,Two items.,,W5.2 and W5.4,yes",
        "Surgery,Linked to nothing.,,,yes",
    )
    came = from_text(tmp_path, "\n".join(rows), pack)
    assert [one.text for one in came.findings] == ["Lists ran late.", "Two items.", "Linked to nothing."]
    assert [(one.weight, one.node, one.points_other_way) for one in came.findings] == [
        ("neutral", None, False),
        ("neutral", "W5.2", True),
        ("neutral", None, False),
    ]
    assert told(came) == [
        "Row 2 has no service and is left out.",
        "Row 3 has no finding and is left out.",
        "Row 4 has neither a service nor a finding and is left out.",
        "Row 5 has the rating “purple”, which is not known here; it is taken as neutral.",
        "Row 5 says “perhaps” of which way it points, which is taken as no.",
        "Row 5 names “W9.9”, which is not in the framework; it is taken without a link.",
        "Row 6 says the same of the same service as row 5 and is left out.",
        "Row 7 names 2 items of the framework; it is linked to the first, W5.2.",
        "Row 8 points the other way of nothing, for it is linked to nothing; that is taken as no.",
    ]


def test_empty_rows_are_told_in_one_sentence_and_those_after_the_last_not_at_all(tmp_path: Path, pack: Pack) -> None:
    one = "Service,Finding\nA,One.\n\nA,Two.\n\n\n"
    assert told(from_text(tmp_path, one, pack)) == ["Row 3 is empty and is left out."]
    two = f"{one}A,Three.\n,,\n"
    assert told(from_text(tmp_path, one.rstrip() + "\n,,\nA,Three.\n", pack)) == [
        "Row 3 is empty and is left out, and so is 1 row further down."
    ]
    assert told(from_text(tmp_path, two, pack)) == ["Row 3 is empty and is left out, and so are 2 rows further down."]


def test_a_day_that_there_is_not_is_taken_as_it_stands_and_told(tmp_path: Path, pack: Pack) -> None:
    rows = "Service,Finding,Reported\nA,One.,31/02/2026\nA,Two.,28/02/2026\nA,Three.,November 2026\n"
    came = from_text(tmp_path, rows, pack)
    assert [one.reported for one in came.findings] == ["31/02/2026", "28/02/2026", "November 2026"]
    assert told(came) == ["Row 2 says “31/02/2026” of when it was reported, which is no day; it is taken as it stands."]


def test_the_rating_may_say_which_way_it_points_too(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "f.csv"
    path.write_text("Service,Finding,Rating,KLOE\nA,Bad.,Inadequate,W1.1\nA,Fine.,Good,W1.1\n", encoding="utf-8")
    came = all_of(read_findings(path).sheets[0], pack, Columns(0, 1, 2, 2, 3))
    assert [(one.weight, one.points_other_way) for one in came.findings] == [("concern", True), ("strength", False)]


def test_a_merged_service_holds_for_each_of_its_rows_and_a_merged_finding_once(tmp_path: Path, pack: Pack) -> None:
    rows = (("Service", "Finding"), ("Surgery", "One."), (None, "Two."), ("Medicine", "Three."), ("Medicine", None))
    path = workbook(tmp_path / "f.xlsx", rows, merged=("A2:A3", "B4:B5"))
    came = all_of(read_findings(path).sheets[0], pack)
    assert [(one.service, one.text) for one in came.findings] == [
        ("Surgery", "One."), ("Surgery", "Two."), ("Medicine", "Three."),
    ]  # fmt: skip
    assert told(came) == ["Row 5 continues the finding above (a merged cell) and is left out."]


def test_formulas_control_and_turning_characters_are_taken_as_harmless_words(tmp_path: Path, pack: Pack) -> None:
    content = 'Service,Finding\n=1+1,"=HYPERLINK(""http://x"")"\nA\u202eB,\u05d0\u05d1 seen\x07\n'
    came = from_text(tmp_path, content, pack)
    assert [(one.service, one.text) for one in came.findings] == [
        ("=1+1", '=HYPERLINK("http://x")'),
        ("A\ufffdB", "\u05d0\u05d1 seen\ufffd"),
    ]
    formula = workbook(tmp_path / "f.xlsx", (("Service", "Finding"), ("A", "=cmd()")))
    assert all_of(read_findings(formula).sheets[0], pack).findings[0].text == "42"


def test_long_cells_are_cut_visibly(tmp_path: Path, pack: Pack) -> None:
    came = from_text(tmp_path, f"Service,Finding\n{'s' * 400},{'x' * 6_000}\n", pack)
    assert (len(came.findings[0].service), len(came.findings[0].text)) == (300, 5_000)
    assert [one.split(";")[0] for one in told(came)] == [
        "Row 2 has a service of more than 300 characters",
        "Row 2 has a finding of more than 5,000 characters",
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("f.xlsx", b"PK\x03\x04 nothing", "damaged or is no spreadsheet"),
        ("f.csv", b"Service,Finding\nA,b\x00c\n", "damaged or is no spreadsheet"),
        ("f.csv", b"", "is empty"),
        ("f.csv", b"\n\n", "holds no rows"),
        ("f.csv", b'Service,Finding\nA,"open\n', "quotation mark"),
        ("f.pdf", b"%PDF-1.4", "neither XLSX nor CSV"),
    ],
)
def test_a_hostile_file_is_one_sentence(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert sentence in refused(path)


def test_two_hundred_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # a hole: the disk holds nothing of it
    assert "larger than 20 MB" in refused(path)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.csv").startswith(
        "gone.csv is not there, so nothing was taken from it; check its name"
    )


def test_what_cannot_be_read_from_the_disk_is_told(tmp_path: Path) -> None:
    assert "could not be read from the disk" in refused(tmp_path)


def test_reading_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("Service,Finding\n" + "A,b\n" * 2_000, encoding="utf-8")
    with pytest.raises(ReadingCancelled):
        read_findings(path, cancelled=lambda: True)


def test_what_is_in_the_record_is_not_doubled_and_what_was_retracted_is_not_brought_back(
    tmp_path: Path, pack: Pack
) -> None:
    came = from_text(tmp_path, "Service,Finding\nA,One.\nA,Two.\nA,Three.\n", pack)
    there = (recorded("r1", "A", "One."), recorded("r2", "A", "Two.", "a mistake"))
    comparison = compared(came, there)
    assert [one.text for one in comparison.new] == ["Three."]
    assert (comparison.same, [one.row for one in comparison.retracted]) == (1, [3])


def test_what_was_taken_back_with_undo_is_new_again_and_what_was_retracted_only_by_choice(
    tmp_path: Path, pack: Pack
) -> None:
    came = from_text(tmp_path, "Service,Finding\nA,One.\nA,Two.\nA,Three.\nA,Four.\n", pack)
    there = (
        recorded("r1", "A", "One.", UNDONE),
        recorded("r2", "A", "Two.", "a mistake"),
        recorded("r3", "A", "Two.", UNDONE),
        recorded("r4", "A", "Three.", UNDONE),
        recorded("r5", "A", "Three."),
    )
    comparison = compared(came, there)
    assert [one.text for one in comparison.new] == ["One.", "Four."]
    assert (comparison.same, [one.row for one in comparison.retracted]) == (1, [3])
    chosen = compared(came, there, retracted_too=True)
    assert [one.text for one in chosen.new] == ["One.", "Two.", "Four."]
    assert (chosen.same, chosen.retracted) == (1, ())


def test_many_are_recorded_in_parts_of_fifty(tmp_path: Path, pack: Pack) -> None:
    rows = "".join(f"Ward {row},Finding {row}.\n" for row in range(250))
    came = from_text(tmp_path, f"Service,Finding\n{rows}", pack)
    parts = recording(compared(came, ()), "f.csv")
    assert [len(part.findings) for part in parts] == [50] * 5
    assert {part.source for part in parts} == {"f.csv"}


def test_what_a_heading_held_before_is_known_again_and_a_guess_taken_away_stays_away() -> None:
    headings = ("Bereich", "Was", "Rating", "Finding")
    guessed = {
        name: at for name in Columns.__struct_fields__ if (at := getattr(guessed_columns(headings), name)) is not None
    }
    assert guessed == {"rating": 2, "text": 3}
    remembered = remembering(headings, guessed, {"service": 0, "text": 1, "other_way": 1}, {"ward": "service"})
    assert remembered == {"ward": "service", "bereich": "service", "was": "text other_way", "rating": "", "finding": ""}
    assert guessed_columns(headings, remembered) == Columns(service=0, text=1, other_way=1)
    assert guessed_columns(("Ward", "was "), remembered) == Columns(service=0, text=1, other_way=1)
    assert guessed_columns(("A", "B"), {"a": "nonsense"}) == Columns()
