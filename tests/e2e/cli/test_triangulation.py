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
