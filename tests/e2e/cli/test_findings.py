"""Service-level findings, and the list for the trust's liaison, from the command line."""

import csv
from pathlib import Path

from pypdf import PdfReader

from tests.e2e.cli.program import Program
from tests.unit.exchange.workbooks import workbook
from wellled_desktop.cli.exits import FAILED, NOT_FOUND, WRONG_USAGE

ROWS = (
    ("Core service", "Finding", "Rating", "Prompt"),
    ("Maternity", "Women were asked and plans changed.", "Good", "W7.1"),
    ("Surgery", "Lists ran late.", "Inadequate", "W9.9"),
    ("", "Of no service.", "", ""),
)


def test_a_file_is_taken_over_and_not_twice(wellled: Program, inspection: str, tmp_path: Path) -> None:
    file = workbook(tmp_path / "Core.xlsx", ROWS)
    tried = wellled("findings", "import", inspection, str(file), "--dry-run", "--json").done().json
    assert (tried["new"], tried["linked"], tried["same"]) == (2, 1, 0)
    assert [one["row"] for one in tried["left_out"]] == [3, 4]
    assert wellled("findings", "list", inspection, "--json").done().json == []
    ran = wellled("findings", "import", inspection, str(file))
    assert (ran.status, ran.out) == (0, "2 new, 0 as they were\n")
    assert "Row 4 has no service and is left out." in ran.err
    assert wellled("findings", "import", inspection, str(file)).out == "0 new, 2 as they were\n"
    found = wellled("findings", "list", inspection, "--json").done().json
    assert [(one["service"], one["node"], one["weight"], one["source"]) for one in found] == [
        ("Maternity", "W7.1", "strength", "Core.xlsx"),
        ("Surgery", None, "concern", "Core.xlsx"),
    ]
    assert "Lists ran late." in wellled("findings", "list", inspection).done().out


def test_columns_are_named_where_their_headings_say_nothing(wellled: Program, inspection: str, tmp_path: Path) -> None:
    file = tmp_path / "f.csv"
    file.write_text("Bereich,Was\nSurgery,Lists ran late.\n", encoding="utf-8")
    said = wellled("findings", "import", inspection, str(file)).failed(WRONG_USAGE)
    assert "say so with --service and --text. The headings are “Bereich”, “Was”." in said
    named = ("--service", "Bereich", "--text", "2")
    assert wellled("findings", "import", inspection, str(file), *named).done().out == "1 new, 0 as they were\n"
    assert "no column “Woher”" in wellled("findings", "import", inspection, str(file), "--service", "Woher").failed(
        WRONG_USAGE
    )
    assert "has no sheet" in wellled("findings", "import", inspection, str(file), "--sheet", "x").failed(WRONG_USAGE)


def test_a_broken_file_is_one_sentence(wellled: Program, inspection: str, tmp_path: Path) -> None:
    file = tmp_path / "f.xlsx"
    file.write_bytes(b"PK\x03\x04 nothing")
    assert "damaged or is no spreadsheet" in wellled("findings", "import", inspection, str(file)).failed(FAILED)
    assert wellled("findings", "list", inspection, "--json").done().json == []


def test_a_finding_is_linked_counted_as_a_source_found_and_retracted(
    wellled: Program, inspection: str, tmp_path: Path
) -> None:
    wellled("findings", "import", inspection, str(workbook(tmp_path / "Core.xlsx", ROWS)), "--json").done()
    found = wellled("findings", "list", inspection, "--json").done().json
    surgery = next(one["id"] for one in found if one["service"] == "Surgery")
    told = wellled("findings", "link", inspection, surgery, "w5.2", "--other-way", "--json").done().json
    assert told == {"id": surgery, "node": "W5.2", "changed": True}
    (linked,) = wellled("findings", "list", inspection, "--node", "W5.2", "--json").done().json
    assert linked["points_other_way"] is True
    assert wellled("findings", "link", inspection, surgery, "W5.2", "--other-way").done().out.endswith("already so\n")
    triangulated = wellled("triangulation", inspection, "--json").done().out
    assert '"service-level-finding"' in triangulated
    assert "Lists ran late" in wellled("find", inspection, "lists late").done().out
    assert "no service-level finding “nothing”" in wellled("findings", "link", inspection, "nothing", "W5.2").failed(
        NOT_FOUND
    )
    assert (
        wellled("findings", "retract", inspection, surgery, "--reason", "of another trust").done().out
        == "1 retracted\n"
    )
    assert wellled("findings", "list", inspection, "--node", "W5.2", "--json").done().json == []
    (gone,) = wellled("findings", "list", inspection, "--node", "W5.2", "--retracted", "--json").done().json
    assert gone["retraction_reason"] == "of another trust"
    again = wellled("findings", "import", inspection, str(tmp_path / "Core.xlsx"), "--json").done().json
    assert (again["new"], again["same"]) == (0, 1)
    ran = wellled("findings", "import", inspection, str(tmp_path / "Core.xlsx"))
    assert (ran.status, ran.out) == (0, "0 new, 1 as they were\n")
    assert ran.err.endswith("What was retracted for a reason is taken in with --retracted.\n")
    assert wellled("findings", "import", inspection, str(tmp_path / "Core.xlsx"), "--retracted").out == (
        "1 new, 1 as they were\n"
    )


def test_a_beginning_that_fits_several_is_refused(wellled: Program, inspection: str, tmp_path: Path) -> None:
    wellled("findings", "import", inspection, str(workbook(tmp_path / "Core.xlsx", ROWS)), "--json").done()
    first = wellled("findings", "list", inspection, "--json").done().json[0]["id"]
    assert "fits 2 findings" in wellled("findings", "link", inspection, first[:8], "W5.2").failed(NOT_FOUND)
    assert wellled("findings", "link", inspection, first, "").done().out == f"{first} linked to nothing\n"


def test_the_list_for_the_liaison_holds_nothing_of_the_notes(
    wellled: Program, inspection: str, session: str, tmp_path: Path
) -> None:
    secret = "SECRET: we answer every complaint within 25 days."
    line = wellled("line", "add", inspection, session, secret, "--tag", "W7.1", "--claim").done().out.split()[-1]
    make = ("request", "make", inspection)
    wellled(*make, "The complaints log", "--node", "W7.E2", "--line", line, "--of", "company secretary").done()
    wellled(*make, "=we answer every complaint within 25 days", "--line", line).done()
    wellled(*make, "=1+1 rota").done()
    wellled("request", "set", inspection, "R-001", "partial", "--reason", "SECRET reason").done()
    pdf, table = tmp_path / "list.pdf", tmp_path / "list.csv"
    ran = wellled("request", "liaison", inspection, "--pdf", str(pdf), "--csv", str(table))
    assert ran.out == f"{pdf} 3 requests\n{table} 3 requests\n"
    assert ran.err.startswith("R-002 is worded like the note")
    printed = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    written = table.read_text("utf-8-sig")
    for text in (printed, written):
        assert "The complaints log" in text
        for word in ("SECRET", "25 days", "S-01", "W7.E2", line):
            assert word not in text
    rows = list(csv.reader(written.splitlines()))
    assert [row[1] for row in rows[1:]] == ["The complaints log", "(to be said by the inspection team)", "'=1+1 rota"]
    again = wellled("request", "liaison", inspection, "--csv", str(table)).failed(FAILED)
    assert "is there already" in again
    forced = wellled("request", "liaison", inspection, "--csv", str(table), "--force", "--json").done().json
    assert (forced["files"], forced["withheld"], len(forced["rows"])) == ([str(table)], ["R-002"], 3)
    assert "--pdf or --csv" in wellled("request", "liaison", inspection).failed(WRONG_USAGE)
    nowhere = str(tmp_path / "nowhere" / "list.csv")
    assert "There is no folder" in wellled("request", "liaison", inspection, "--csv", nowhere).failed(FAILED)
