"""The matrix and its advice from the command line."""

import pytest

from tests.e2e.cli.program import Program


@pytest.fixture
def heard(wellled: Program, inspection: str, session: str) -> str:
    """The chief executive says one thing on W3.2, and claims it; a document points the other way."""
    add = ("line", "add", inspection, session, "--tag", "W3.2")
    wellled(*add, "--speaker", "chief-executive", "--claim", "Nobody waits.").done()
    wellled(*add, "--type", "read", "--other-way", "Minutes, p. 3: many wait.").done()
    return inspection


def test_the_matrix_and_its_advice_are_two_tables(wellled: Program, heard: str) -> None:
    matrix, advice = wellled("triangulation", heard).done().out.split("\n\n")
    assert [row.split("\t") for row in matrix.splitlines()] == [
        ["Prompt", "executive", "document"],
        ["W3.2", "1", "0, 1 other way"],
    ]
    rows = [row.split("\t") for row in advice.splitlines()]
    assert [row[:2] for row in rows] == [
        ["Prompt", "Advice"], ["W3.2", "contradicted"], ["W3.2", "claim without proof"], ["W3.2", "leaders only"],
    ]  # fmt: skip
    assert rows[1][2] == "1 supports it and 1 points the other way (document)."


def test_as_json_there_is_a_row_for_each_prompt_of_the_kloe_asked_for(wellled: Program, heard: str) -> None:
    found = wellled("triangulation", heard, "--kloe", "w3", "--json").done().json
    assert [one["node"] for one in found] == [f"W3.{number}" for number in range(1, 10)]
    assert found[1]["cells"] == {
        "executive": {"support": 1, "other_way": 0}, "document": {"support": 0, "other_way": 1},
    }  # fmt: skip
    assert (found[1]["speakers"], found[1]["sessions"], found[1]["local"]) == (1, [1], False)
    assert [one["rule"] for one in found[1]["advice"]] == ["contradicted", "claim without proof", "leaders only"]
    assert found[0]["cells"] == {}


def test_with_nothing_linked_it_says_how_to_begin_and_that_there_is_no_advice(
    wellled: Program, inspection: str
) -> None:
    said = wellled("triangulation", inspection).done().out
    assert "Nothing is linked to these prompts yet; “wellled line add”" in said
    assert "No advice:" in said


def test_a_kloe_that_there_is_not_is_refused_with_those_there_are(wellled: Program, inspection: str) -> None:
    assert wellled("triangulation", inspection, "--kloe", "W9").failed(3) == (
        "There is no key line of enquiry “W9”; they are W1 to W8."
    )


def test_what_is_linked_to_no_prompt_is_told_where_its_source_has_no_column(wellled: Program, heard: str) -> None:
    wellled("evidence", "record", heard, "The regulator's letter", "--kind", "external", "--supports", "W3.E1").done()
    ran = wellled("triangulation", heard)
    assert ran.status == 0
    assert ran.err == "1 entry (external) is linked to key evidence or guidance only, and to no prompt.\n"
    wellled("triangulation", heard, "--kloe", "W3").done()


def test_coverage_says_of_each_kloe_what_to_look_at(wellled: Program, heard: str) -> None:
    rows = [row.split("\t") for row in wellled("coverage", heard).done().out.splitlines()]
    assert rows[0] == ["KLOE", "What to look at"]
    assert [row[1] for row in rows if row[0] == "W3"] == [
        "W3.2 is contradicted: 1 supports it and 1 points the other way (document)",
        "W3.2 has a claim without proof (S-01 l.1)",
        "W3 has nothing yet on 8 of 9 prompts",
    ]
    culture = wellled("coverage", heard, "--json").done().json[2]
    assert (culture["kloe"], culture["held"]) == ("W3", True)
    assert [one["kind"] for one in culture["points"]] == ["contradicted", "claim without proof", "nothing yet"]
    assert culture["points"][0]["node"] == "W3.2"
