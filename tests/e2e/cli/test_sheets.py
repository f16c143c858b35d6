"""Question sheets from the command line: drawn up for a day, shown, and printed; blank role cards."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.e2e.cli.program import Program

DAY = ("--date", "2026-03-10")


@pytest.fixture
def planned(wellled: Program, inspection: str) -> str:
    """Two sessions on the first day and one on the second."""
    for role, at in (("chief-executive", "10T09:00"), ("governors", "10T11:00"), ("trust-chair", "11T09:00")):
        plan = ("--role", role, "--kind", "interview", "--at", f"2026-03-{at}", "--place", "Room 1")
        wellled("session", "add", inspection, *plan).done()
    return inspection


def texts(out: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(out).pages]


def test_the_sheets_of_a_day_are_drawn_up_in_one_go_and_again_there_is_nothing_new(
    wellled: Program, planned: str
) -> None:
    assert wellled("sheet", "draw", planned, *DAY).done().out == "16 questions for 2 of 2 sessions\n"
    assert wellled("sheet", "draw", planned, *DAY).done().out == "0 questions for 0 of 2 sessions\n"
    shown = wellled("sheet", "show", planned, "S-01", "--json").done().json
    assert [one["position"] for one in shown] == list(range(8))
    assert all(one["why"] and one["state"] == "open" for one in shown)
    assert wellled("sheet", "show", planned, "S-03", "--json").done().json == []


def test_a_sheet_is_shown_as_a_table_and_an_empty_one_says_how_to_begin(wellled: Program, planned: str) -> None:
    assert "“wellled sheet draw”" in wellled("sheet", "show", planned, "S-01").done().out
    wellled("sheet", "draw", planned, *DAY).done()
    heads, first, *_ = wellled("sheet", "show", planned, "S-01").done().lines
    assert heads.split("\t") == ["No.", "State", "Question", "Node", "From", "Why"]
    assert first.split("\t")[:2] == ["1", "open"]


def test_a_claim_of_today_is_on_the_sheet_of_tomorrow(wellled: Program, planned: str) -> None:
    claim = ("line", "add", planned, "S-01", "Every ward is visited weekly.", "--tag", "W1.4", "--claim")
    wellled(*claim).done()
    wellled("sheet", "draw", planned, "--date", "2026-03-11").done()
    first, *_ = wellled("sheet", "show", planned, "S-03", "--json").done().json
    assert (first["origin"], first["text"]) == ("claim", "What shows that “Every ward is visited weekly”?")
    assert first["why"] == "Claimed in S-01 l.1 and not yet proved."


def test_the_sheets_of_a_day_print_each_session_on_a_page_of_its_own(
    wellled: Program, planned: str, tmp_path: Path
) -> None:
    wellled("sheet", "draw", planned, *DAY).done()
    out = tmp_path / "sheets.pdf"
    wellled("report", "sheets", planned, *DAY, "--out", str(out)).done()
    pages = texts(out)
    first = [number for number, text in enumerate(pages) if "S-0" in text.split("Tuesday")[1][:40]]
    assert len(first) == 2
    for number, text in enumerate(pages, start=1):
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(pages)}" in text
    for shown in wellled("sheet", "show", planned, "S-02", "--json").done().json:
        assert any(shown["node"] in text for text in pages[first[1] :])


def test_a_day_without_a_session_writes_no_sheets(wellled: Program, planned: str, tmp_path: Path) -> None:
    out = tmp_path / "sheets.pdf"
    sentence = wellled("report", "sheets", planned, "--date", "2026-03-12", "--out", str(out)).failed(3)
    assert sentence == "No session is planned on 2026-03-12; no sheet was written."
    assert not out.exists()


def test_the_cards_of_named_roles_begin_a_page_each(wellled: Program, inspection: str, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    roles = ("--role", "governors", "--role", "SIRO")
    wellled("report", "cards", inspection, "--out", str(out), *roles).done()
    pages = texts(out)
    assert [title for title in ("Governors", "SIRO") if any(title in text for text in pages)] == ["Governors", "SIRO"]
    (siro,) = (number for number, text in enumerate(pages) if "One person holds this role" in text)
    assert siro > 0
    assert "Governors" not in pages[siro]


def test_the_cards_of_all_roles_that_apply_are_written_unless_some_are_named(
    wellled: Program, inspection: str, tmp_path: Path
) -> None:
    out = tmp_path / "cards.pdf"
    wellled("report", "cards", inspection, "--out", str(out)).done()
    titles = [str(entry.title) for entry in PdfReader(out).outline if isinstance(entry, Destination)]
    assert titles[:2] == ["Trust chair", "Chief executive"]
    assert {"Company secretary", "SIRO"} < set(titles)


def test_a_role_that_is_not_there_is_refused_and_nothing_is_written(
    wellled: Program, inspection: str, tmp_path: Path
) -> None:
    out = tmp_path / "cards.pdf"
    sentence = wellled("report", "cards", inspection, "--out", str(out), "--role", "wizard").failed(3)
    assert "There is no role “wizard”" in sentence
    assert not out.exists()
