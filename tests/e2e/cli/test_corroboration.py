"""The evening meeting from the command line."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.e2e.cli.program import Program


@pytest.fixture
def heard(wellled: Program, inspection: str, session: str) -> str:
    """The chief executive says one thing on W3.2; a document points the other way."""
    add = ("line", "add", inspection, session, "--tag", "W3.2")
    wellled(*add, "--speaker", "chief-executive", "--concern", "Jo says that nobody waits.").done()
    wellled(*add, "--type", "read", "--other-way", "Minutes, p. 3: many wait.").done()
    return inspection


def test_the_agenda_is_a_table_and_as_json_has_each_kloe(wellled: Program, heard: str) -> None:
    rows = [row.split("\t") for row in wellled("corroboration", "agenda", heard).done().out.splitlines()]
    assert rows[0] == ["KLOE", "Item", "Why", "Outcome"]
    assert ["contradicted W3.2", "1 supports it and 1 points the other way (document)."] in [row[1:3] for row in rows]
    found = wellled("corroboration", "agenda", heard, "--json").done().json
    assert [one["kloe"] for one in found["kloes"]] == [f"W{number}" for number in range(1, 9)]
    assert found["kloes"][2]["items"][0]["kind"] == "new today"


def test_outcomes_are_recorded_taken_over_and_told_by_the_agenda(wellled: Program, heard: str, session: str) -> None:
    decide = ("corroboration", "outcome", heard)
    for _ in range(2):  # the second changes nothing
        assert wellled(*decide, "contradicted W3.2", "enough").done().out == "contradicted W3.2: enough\n"
    wellled(*decide, "Contradicted w3.2", "find more", "--request", "Waiting times", "--of", "HR").done()
    wellled(*decide, "leaders only W3.2", "drop", "--reason", "known").done()
    asked = (*decide, "nothing yet W3.1", "find more", "--question", "Who waits?", "--session", session, "--json")
    assert wellled(*asked).done().json == {"item": "nothing yet W3.1", "outcome": "find more"}
    agenda = wellled("corroboration", "agenda", heard).done().out
    decided = {row.split("\t")[1]: row.split("\t")[3] for row in agenda.splitlines()[1:] if row.split("\t")[3:]}
    assert decided["contradicted W3.2"] == "find more"
    assert decided["leaders only W3.2"] == "drop"
    assert decided["nothing yet W3.1"] == "find more"
    assert "R-001" in wellled("request", "list", heard).done().out


def test_what_is_settled_is_counted_on_a_later_day(wellled: Program, heard: str) -> None:
    wellled("corroboration", "outcome", heard, "contradicted W3.2", "enough").done()
    later = wellled("corroboration", "agenda", heard, "--date", "2199-01-01")
    assert later.status == 0
    assert later.out.endswith("1 settled earlier\n")
    assert "contradicted W3.2" not in later.out


def test_a_day_on_which_nothing_of_the_inspection_is_is_used_and_said_to_be_none_of_its_days(
    wellled: Program, heard: str, tmp_path: Path
) -> None:
    of_the_day = ("--date", "2199-01-01")
    recorded = wellled("corroboration", "outcome", heard, "contradicted W3.2", "enough", *of_the_day)
    assert (recorded.status, recorded.out) == (0, "contradicted W3.2: enough\n")
    assert recorded.err.startswith("Tuesday 1 January 2199 is none of the inspection's days (")
    assert recorded.err.count("\n") == 1
    assert wellled("corroboration", "agenda", heard, *of_the_day).err == ""  # there is an outcome of it now
    empty = wellled("corroboration", "agenda", heard, "--date", "2199-01-02")
    assert (empty.status, "2 January 2199 is none of" in empty.err) == (0, True)
    minutes = wellled("corroboration", "minutes", heard, "--date", "2199-01-02", "--out", str(tmp_path / "m.pdf"))
    assert (minutes.status, "2 January 2199 is none of" in minutes.err) == (0, True)
    assert " 1 page sha256 " in minutes.out


def test_an_outcome_is_in_the_minutes_of_the_day_it_is_recorded_for(
    wellled: Program, heard: str, tmp_path: Path
) -> None:
    first = "2026-03-10"
    wellled("corroboration", "outcome", heard, "contradicted W3.2", "enough", "--date", first).done()
    wellled("corroboration", "outcome", heard, "contradicted W3.2", "enough", "--date", first).done()
    out = tmp_path / "minutes.pdf"
    wellled("corroboration", "minutes", heard, "--date", first, "--out", str(out)).done()
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    assert "Enough 1 item" in text


def test_what_is_missing_or_unknown_is_refused(wellled: Program, heard: str) -> None:
    decide = ("corroboration", "outcome", heard)
    assert "--request, or --question" in wellled(*decide, "contradicted W3.2", "find more").failed(2)
    assert "“wellled corroboration agenda” lists them" in wellled(*decide, "contradicted W9.9", "enough").failed(3)


def test_the_minutes_are_a_pdf(wellled: Program, heard: str, tmp_path: Path) -> None:
    out = tmp_path / "minutes.pdf"
    wellled("corroboration", "outcome", heard, "contradicted W3.2", "enough").done()
    wellled("corroboration", "outcome", heard, "contradicted W3.2", "enough").done()
    today = wellled("corroboration", "agenda", heard, "--json").done().json["day"]
    minutes = ("corroboration", "minutes", heard, "--date", today, "--out", str(out))
    assert wellled(*minutes, "--json").done().json["pages"] >= 1
    assert out.read_bytes().startswith(b"%PDF-")
    (page, *_) = PdfReader(out).pages
    assert " ".join(page.extract_text().split()).count("Enough") == 2  # once counted, once listed
