"""What is asked of the trust, told to it, and worried about, from the command line."""

from pathlib import Path

import pytest

from tests.e2e.cli.program import Program
from tests.unit.exchange.workbooks import workbook
from wellled_desktop.cli.table_columns import tell_rows
from wellled_desktop.exchange.table_file import LeftOut

ROWS = (
    ("Risk ID", "Risk title", "Current score", "Executive lead"),
    ("R1", "Nurse staffing at night", 20, "Chief nurse"),
    ("R2", "Roof of ward 7", 12, "Estates"),
    ("R2", "Roof again", 12, "Estates"),
)


@pytest.fixture
def claim(wellled: Program, inspection: str, session: str) -> str:
    ran = wellled(
        "line", "add", inspection, session, "We answer every complaint in 25 days.", "--tag", "W7.1", "--claim"
    )
    return ran.done().out.rsplit(maxsplit=1)[0]


def test_a_request_is_made_for_a_claim_listed_and_answered(wellled: Program, inspection: str, claim: str) -> None:
    made = wellled(
        "request", "make", inspection, "The complaints log", "--node", "w7.e2", "--line", claim,
        "--of", "company secretary", "--due", "2190-03-12",
    )  # fmt: skip
    assert made.done().out.split()[0] == "R-001"
    (listed,) = wellled("request", "list", inspection, "--json").done().json
    assert (listed["ref"], listed["node"], listed["line_ref"]) == ("R-001", "W7.E2", "S-01 l.1")
    assert (listed["asked_of"], listed["due"], listed["state"]) == ("company secretary", "2190-03-12", "open")
    states = wellled("evidence", "list", inspection, "--state", "requested", "--json").done().json
    assert [one["node"] for one in states] == ["W7.E2"]
    assert (
        wellled("request", "set", inspection, "r1", "received", "--reason", "by hand").done().out == "R-001 received\n"
    )
    assert wellled("request", "list", inspection, "--state", "open").done().out.startswith("Nothing has been asked")
    assert wellled("request", "set", inspection, "R-001", "received", "--reason", "by hand").done().out == (
        "R-001 was already received\n"
    )


def test_a_request_is_amended_and_only_what_is_named_is_changed(wellled: Program, inspection: str) -> None:
    wellled(
        "request", "make", inspection, "The complaints log", "--of", "company secretary", "--due", "2190-03-12"
    ).done()
    ran = wellled("request", "amend", inspection, "r1", "--text", "The complaints log of 2025", "--node", "w7.e2")
    assert ran.done().out == "R-001 changed\n"
    (listed,) = wellled("request", "list", inspection, "--json").done().json
    assert (listed["asked_for"], listed["node"]) == ("The complaints log of 2025", "W7.E2")
    assert (listed["asked_of"], listed["due"]) == ("company secretary", "2190-03-12")
    wellled("request", "amend", inspection, "R-001", "--due", "", "--of", "", "--node", "").done()
    (listed,) = wellled("request", "list", inspection, "--json").done().json
    assert (listed["asked_of"], listed["node"], listed["due"]) == ("", None, None)
    told = wellled("request", "amend", inspection, "R-001", "--due", "", "--json").done().json
    assert (told["ref"], told["changed"]) == ("R-001", False)


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("R-001",), 2, "Say what to change: --text, --of, --node or --due."),
        (("R-001", "--text", " "), 1, "needs to say what is asked for; R-001 stands as it was."),
        (("R-001", "--node", "W9.E1"), 3, "“W9.E1” is not in this inspection's framework"),
        (("R-001", "--due", "soon"), 2, "“soon” is not a day"),
        (("R-009", "--text", "x"), 3, "There is no request “R-009”"),
    ],
)
def test_an_amendment_that_cannot_be_is_one_sentence(
    wellled: Program, inspection: str, arguments: tuple[str, ...], status: int, words: str
) -> None:
    wellled("request", "make", inspection, "The complaints log").done()
    assert words in wellled("request", "amend", inspection, *arguments).failed(status)


def test_a_request_that_is_not_there_is_not_found(wellled: Program, inspection: str) -> None:
    assert wellled("request", "set", inspection, "R-009", "open").failed(3) == (
        "There is no request “R-009” in this inspection."
    )


def test_an_immediate_concern_is_pinned_and_its_log_kept(wellled: Program, inspection: str, claim: str) -> None:
    assert wellled("concern", "pin", inspection, claim).done().out == "S-01 l.1 pinned\n"
    told = wellled(
        "concern", "tell", inspection, claim, "chief nurse", "--at", "2026-03-10T10:15+00:00", "--reply", "On my way."
    )
    assert told.done().out == "S-01 l.1 told to chief nurse\n"
    (listed,) = wellled("concern", "list", inspection, "--json").done().json
    assert listed["line"]["ref"] == "S-01 l.1"
    assert [(x["told"], x["told_at"], x["reply"]) for x in listed["tellings"]] == [
        ("chief nurse", "2026-03-10T10:15:00Z", "On my way.")
    ]
    assert "On my way." in wellled("concern", "list", inspection).done().out


def test_a_concern_written_after_its_session_says_so_in_the_list(wellled: Program, inspection: str, claim: str) -> None:
    wellled("session", "end", inspection, "S-01").done()
    late = wellled("line", "add", inspection, "S-01", "Nobody looked in.", "--json").done().json["id"]
    wellled("concern", "pin", inspection, late).done()
    (_, row) = wellled("concern", "list", inspection).done().lines
    assert "[written just after the end] Nobody looked in." in row


def test_a_register_is_imported_looked_at_first_and_brought_up_to_date(
    wellled: Program, inspection: str, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "register.xlsx", ROWS)
    tried = wellled("risk", "import", inspection, str(path), "--dry-run", "--json").done().json
    assert (tried["new"], tried["changed"], tried["same"]) == (2, 0, 0)
    assert wellled("risk", "list", inspection).done().out.startswith("No entry")
    ran = wellled("risk", "import", inspection, str(path))
    assert (ran.status, ran.out) == (0, "2 new, 0 changed, 0 as they were\n")
    assert ran.err == "Row 4 has the same reference as row 3 (R2) and is left out.\n"
    changed = workbook(tmp_path / "register.xlsx", (*ROWS[:2], ("R2", "Roof of ward 7", 16, "Estates")))
    assert wellled("risk", "import", inspection, str(changed)).done().out == "0 new, 1 changed, 1 as they were\n"
    assert [x["rating"] for x in wellled("risk", "list", inspection, "--json").done().json] == ["20", "16"]


def test_columns_nobody_can_guess_are_named(wellled: Program, inspection: str, tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("Kennung,Was\nR1,Falls\n", encoding="utf-8")
    assert "say so with --reference and --title" in wellled("risk", "import", inspection, str(path)).failed(2)
    ran = wellled("risk", "import", inspection, str(path), "--reference", "1", "--title", "was")
    assert ran.done().out == "1 new, 0 changed, 0 as they were\n"
    assert "no column “x”" in wellled("risk", "import", inspection, str(path), "--reference", "x").failed(2)
    assert "no sheet" in wellled("risk", "import", inspection, str(path), "--sheet", "x").failed(2)
    assert "gone.csv is not there" in wellled("risk", "import", inspection, str(tmp_path / "gone.csv")).failed(1)


def test_a_worry_is_noted_and_compared_with_the_register(
    wellled: Program, inspection: str, claim: str, tmp_path: Path
) -> None:
    wellled("risk", "import", inspection, str(workbook(tmp_path / "r.xlsx", ROWS)))
    worry = wellled("worry", "add", inspection, "Nobody at night.", "--line", claim).done().out.strip()
    ran = wellled("worry", "compare", inspection, worry, "rated-lower", "--risk", "r1", "--remark", "They say 25")
    assert ran.done().out == f"{worry} rated lower\n"
    (listed,) = wellled("worry", "list", inspection, "--json").done().json
    assert (listed["session_ref"], listed["verdict"], listed["remark"]) == ("S-01", "rated lower", "They say 25")
    assert listed["risk"]["reference"] == "R1"
    wellled("worry", "compare", inspection, worry, "missing").done()
    (listed,) = wellled("worry", "list", inspection, "--json").done().json
    assert (listed["verdict"], listed["risk"], listed["remark"]) == ("missing", None, "They say 25")
    assert wellled("worry", "compare", inspection, worry, "matched").failed(1).startswith("Choose the entry")
    assert "no verdict" in wellled("worry", "compare", inspection, worry, "fine").failed(2)
    assert "no worry" in wellled("worry", "compare", inspection, "w", "missing").failed(3)
    assert "no entry" in wellled("worry", "compare", inspection, worry, "matched", "--risk", "R99").failed(3)


def test_a_request_that_is_due_before_it_was_made_is_taken_and_told(wellled: Program, inspection: str) -> None:
    ran = wellled("request", "make", inspection, "The complaints log", "--due", "2026-03-12")
    told = "R-001 is due on 2026-03-12, which is past already; “wellled request amend --due” gives it another day.\n"
    assert (ran.status, ran.err) == (0, told)
    assert wellled("request", "amend", inspection, "r1", "--due", "2026-03-13").err == told.replace("12", "13")
    wellled("request", "amend", inspection, "r1", "--due", "").done()


def test_one_of_a_thing_is_said_as_one(wellled: Program, inspection: str, tmp_path: Path) -> None:
    wellled("risk", "import", inspection, str(workbook(tmp_path / "register.xlsx", ROWS[:3]))).done()
    left = wellled("risk", "import", inspection, str(workbook(tmp_path / "register.xlsx", ROWS[:2])))
    assert left.err == "1 entry of the record is not in the file; it stays.\n"
    wellled("request", "make", inspection, "The complaints log").done()
    table = tmp_path / "list.csv"
    assert wellled("request", "liaison", inspection, "--csv", str(table)).done().out == f"{table} 1 request\n"


@pytest.mark.parametrize(("rows", "more"), [(21, "And 1 row more"), (22, "And 2 rows more"), (20, "Row 19 is empty")])
def test_of_many_rows_left_out_the_first_are_told_and_how_many_more(
    rows: int, more: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_rows([LeftOut(row, "is empty") for row in range(rows)])
    assert capsys.readouterr().err.splitlines()[-1].startswith(more)
