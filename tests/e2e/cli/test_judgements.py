"""Judgements from the command line: in words, never a score."""

from tests.e2e.cli.program import Program


def test_a_judgement_is_given_listed_and_taken_away(wellled: Program, inspection: str) -> None:
    nothing = wellled("judgement", "list", inspection).done().out
    assert nothing.strip() == "No judgement has been given; “wellled judgement set” gives one."
    words = "Staff tell it otherwise than the board."
    assert (
        wellled("judgement", "set", inspection, "w3.2", words, "--as", "concern").done().out.strip() == "W3.2 concern"
    )
    wellled("judgement", "set", inspection, "W4", "--as", "balanced").done()
    found = wellled("judgement", "list", inspection, "--json").done().json
    assert [(one["node"], one["judgement"], one["text"]) for one in found] == [
        ("W3.2", "concern", words),
        ("W4", "balanced", ""),
    ]
    of_one = wellled("judgement", "list", inspection, "--kloe", "w3").done().out.splitlines()
    assert [row.split("\t")[0] for row in of_one] == ["Item", "W3.2"]
    again = wellled("judgement", "set", inspection, "W3.2", words, "--as", "concern", "--json").done().json
    assert (again["node"], again["changed"]) == ("W3.2", False)
    assert wellled("judgement", "set", inspection, "W3.2", "Only words").done().out.strip() == "W3.2 in words"
    assert wellled("judgement", "set", inspection, "W3.2").done().out.strip() == "W3.2 without judgement"
    assert [one["node"] for one in wellled("judgement", "list", inspection, "--json").done().json] == ["W4"]


def test_what_is_no_prompt_or_is_too_long_is_refused(wellled: Program, inspection: str) -> None:
    assert "W3.E4" in wellled("judgement", "set", inspection, "W3.E4", "Words").failed(3)
    told = wellled("judgement", "set", inspection, "W3.2", "x" * 601).failed(2)
    assert told == ("A judgement has 600 characters at most, and this one 601; shorten it. Nothing was recorded.")
