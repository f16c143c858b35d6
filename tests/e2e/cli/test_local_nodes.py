"""What the team adds to an inspection's framework, and another trust type, from the command line."""

import pytest

from tests.e2e.cli.program import Program


@pytest.fixture
def own(wellled: Program, inspection: str) -> str:
    """A question and an evidence item of the team's own."""
    assert wellled("framework", "add-node", inspection, "w3", "Do porters feel heard?").done().out == (
        "W3.L1 Do porters feel heard?\n"
    )
    wellled("framework", "add-node", inspection, "W3", "The porters' log", "--kind", "evidence").done()
    return inspection


def test_what_was_added_is_listed(wellled: Program, own: str) -> None:
    found = wellled("framework", "local", own, "--json").done().json
    assert [(one["node"], one["kind"], one["text"]) for one in found] == [
        ("W3.L1", "prompt", "Do porters feel heard?"),
        ("W3.L2", "evidence", "The porters' log"),
    ]
    rows = [row.split("\t") for row in wellled("framework", "local", own).done().lines]
    assert rows[0] == ["Node", "Kind", "Text", "Added", "By", "Retracted"]
    assert rows[1][:3] == ["W3.L1", "prompt", "Do porters feel heard?"]


def test_before_anything_is_added_it_says_how_to_begin(wellled: Program, inspection: str) -> None:
    assert "“wellled framework add-node” adds something" in wellled("framework", "local", inspection).done().out


def test_an_own_node_is_tagged_ticked_and_found_as_any_other(wellled: Program, session: str, own: str) -> None:
    wellled("line", "add", own, session, "--tag", "w3.l1", "Nobody asks us.").done()
    wellled("evidence", "set", own, "W3.L2", "gathered").done()
    states = wellled("evidence", "list", own, "--state", "gathered", "--json").done().json
    assert [one["node"] for one in states] == ["W3.L2"]
    (row,) = [one for one in wellled("triangulation", own, "--json").done().json if one["node"] == "W3.L1"]
    assert (row["local"], sum(cell["support"] for cell in row["cells"].values())) == (True, 1)


def test_its_words_are_changed_and_it_is_retracted_and_restored(wellled: Program, own: str) -> None:
    changed = wellled("framework", "amend-node", own, "w3.l1", "Do all porters?").done().out
    assert changed == "W3.L1 Do all porters?\n"
    gone = wellled("framework", "retract-node", own, "W3.L2", "--reason", "asked already", "--json").done().json
    assert gone["retraction_reason"] == "asked already"
    assert [one["node"] for one in wellled("framework", "local", own, "--json").done().json] == ["W3.L1"]
    listed = wellled("framework", "local", own, "--retracted").done().lines
    assert listed[2].endswith("\tasked already")
    assert "W3.L2" not in wellled("evidence", "list", own).done().out
    restored = wellled("framework", "restore-node", own, "W3.L2", "--reason", "it was not").done().out
    assert restored == "W3.L2 The porters' log\n"
    assert "W3.L2" in wellled("evidence", "list", own).done().out
    wellled("framework", "retract-node", own, "W3.L1", "--reason", "no").done()
    assert wellled("framework", "amend-node", own, "W3.L1", "Words").done().out == "W3.L1 Words (retracted)\n"


def test_one_that_was_never_added_is_not_found(wellled: Program, own: str) -> None:
    said = wellled("framework", "retract-node", own, "W3.L9", "--reason", "x").failed(3)
    assert said == "The team has added no “W3.L9” to this inspection's framework."
    assert "is not a KLOE" in wellled("framework", "add-node", own, "W3.1", "Words").failed(3)


def test_another_trust_type_is_said_beforehand_and_then_recorded(wellled: Program, inspection: str) -> None:
    wanted = ("trust-type", inspection, "--trust-type", "mental-health")
    before = wellled(*wanted, "--dry-run", "--json").done().json
    assert (before["trust_types"], before["changed"]) == (["mental-health"], False)
    assert "W4.5" in [one["id"] for one in before["shown"]]
    rows = [row.split("\t") for row in wellled(*wanted, "--reason", "the letter says so").done().lines]
    assert rows[0] == ["", "Id", "Text", "Why hidden, now or until now"]
    assert ["hidden", "director-of-infection-prevention-and-control"] in [row[:2] for row in rows]
    after = wellled(*wanted, "--reason", "again", "--json").done().json
    assert after["hidden"] == after["shown"] == []
    assert (after["trust_types"], after["changed"]) == (["mental-health"], False)
    assert wellled(*wanted, "--dry-run").done().out == "Nothing is shown or hidden by it.\n"


def test_a_trust_type_is_changed_only_with_a_reason_and_to_one_that_there_is(wellled: Program, inspection: str) -> None:
    said = wellled("trust-type", inspection, "--trust-type", "ambulance").failed(2)
    assert said.startswith("Say with --reason why the trust type is changed, or see with --dry-run")
    assert "Only --dry-run goes without." in " ".join(wellled("trust-type", "--help").done().out.split())
    assert "is not a trust type" in wellled("trust-type", inspection, "--trust-type", "castle").failed(2)
