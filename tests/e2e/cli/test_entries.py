"""What was gathered, recorded and changed from the command line."""

from pathlib import Path

import pytest

from tests.e2e.cli.program import Program


@pytest.fixture
def recorded(wellled: Program, inspection: str) -> str:
    """An entry with everything that can be said of one; its id."""
    wellled("request", "make", inspection, "The board's minutes").done()
    ran = wellled(
        "evidence", "record", inspection, "Board minutes", "--kind", "minutes", "--from", "company secretary",
        "--dated", "2026-03-01", "--period", "January and February 2026", "--received", "2026-03-10",
        "--received-how", "by hand", "--supports", "w4.e7", "--other-way", "w4.2", "--request", "r1",
        "--remarks", "Item 9 only.",
    )  # fmt: skip
    ref, entry_id = ran.done().out.split()
    assert ref == "E-001"
    return entry_id


def test_an_entry_is_recorded_in_full_and_listed(wellled: Program, inspection: str, recorded: str) -> None:
    (listed,) = wellled("evidence", "entries", inspection, "--json").done().json
    assert (listed["id"], listed["ref"], listed["source_kind"], listed["attachments"]) == (
        recorded,
        "E-001",
        "minutes",
        0,
    )
    assert (listed["nodes"], listed["other_way"]) == (["W4.E7", "W4.2"], ["W4.2"])
    assert (listed["dated"], listed["received_on"], listed["received_how"]) == ("2026-03-01", "2026-03-10", "by hand")
    line = wellled("evidence", "entries", inspection).done().out.splitlines()[1].split("\t")
    assert line[6:9] == ["W4.E7, W4.2 (other way)", "", "R-001"]


def test_only_what_is_named_is_changed_and_how_it_stood_before_is_told(
    wellled: Program, inspection: str, recorded: str
) -> None:
    changed = wellled("evidence", "amend", inspection, "e1", "--dated", "", "--supports", "W4.E7", "--request", "")
    assert changed.done().out == "E-001 changed\n"
    again = wellled("evidence", "amend", inspection, "e1", "--title", "Board minutes")
    assert again.done().out == "E-001 was already so\n"
    whole = wellled("evidence", "entry", inspection, recorded, "--json").done().json
    assert (whole["entry"]["dated"], whole["entry"]["nodes"], whole["entry"]["request"]) == (None, ["W4.E7"], None)
    assert [one["field"] for one in whole["changes"]] == ["dated", "request", "links"]
    said = wellled("evidence", "entry", inspection, recorded).done().out
    assert "dated: 2026-03-01 → nothing" in said
    assert "links: W4.E7, W4.2 (other way) → W4.E7" in said
    assert "Covers: January and February 2026" in said


def test_an_entry_is_retracted_and_put_back_with_reasons(wellled: Program, inspection: str, recorded: str) -> None:
    assert wellled("evidence", "retract", inspection, "e1", "--reason", "twice").done().out == "E-001 retracted\n"
    assert wellled("evidence", "entries", inspection).done().out.startswith("Nothing is recorded")
    (gone,) = wellled("evidence", "entries", inspection, "--retracted", "--json").done().json
    assert gone["retraction_reason"] == "twice"
    done = wellled("evidence", "restore", inspection, recorded, "--reason", "not twice", "--json").done().json
    assert done == {"id": recorded, "ref": "E-001", "changed": True}
    assert "retracted: yes (twice)" in wellled("evidence", "entry", inspection, "1").done().out


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("amend", "e1"), 2, "Say what to change"),
        (("amend", "e1", "--unlinked", "--supports", "W1.1"), 2, "cannot stand beside others"),
        (("amend", "e9", "--title", "x"), 3, "no evidence entry"),
        (("retract", "e9", "--reason", "x"), 3, "no evidence entry"),
        (("amend", "e1", "--request", "r9"), 3, "no request"),
        (("amend", "e1", "--dated", "March"), 2, "is not a day"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    wellled: Program, inspection: str, recorded: str, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    assert recorded
    command, *rest = arguments
    ran = wellled("evidence", command, inspection, *rest)
    assert (ran.status, sentence in ran.err) == (status, True)


def test_all_links_can_be_taken_away(wellled: Program, inspection: str, recorded: str) -> None:
    wellled("evidence", "amend", inspection, recorded, "--unlinked").done()
    assert wellled("evidence", "entry", inspection, recorded, "--json").done().json["entry"]["nodes"] == []


def test_of_one_that_was_retracted_it_is_said_by_whom_why_and_how_it_is_put_back(
    wellled: Program, inspection: str, recorded: str, tmp_path: Path
) -> None:
    wellled("evidence", "retract", inspection, "e1", "--reason", "twice.").done()
    (tmp_path / "minutes.txt").write_text("minutes", encoding="utf-8")
    for command in (("amend", inspection, "e1", "--title", "New"), ("attach", inspection, "e1", str(tmp_path))):
        told = wellled("evidence", *command).failed(1)
        assert told.startswith("E-001 was retracted by A. Inspector on ")
        assert " (twice), so nothing was changed; " in told
        assert told.endswith("“wellled evidence restore INSPECTION E-001 --reason …” puts it back.")
    assert "There is no evidence entry" in wellled("evidence", "amend", inspection, "e9", "--title", "x").failed(3)


def test_an_entry_does_not_point_both_ways_and_was_not_received_on_a_day_to_come(
    wellled: Program, inspection: str, recorded: str
) -> None:
    both = ("--supports", "w4.2", "--supports", "w4.e7", "--other-way", "W4.2")
    told = (
        "W4.2 is given with --supports and with --other-way, and an entry points one way there; leave one of them out."
    )
    for command in (("record", inspection, "Rota"), ("amend", inspection, "e1")):
        assert wellled("evidence", *command, *both).failed(2).startswith(told)
        late = wellled("evidence", *command, "--received", "2190-01-01").failed(2)
        assert late.startswith("2190-01-01 is still to come, so nothing was received on that day; check --received.")
    (kept,) = wellled("evidence", "entries", inspection, "--json").done().json
    assert (kept["title"], kept["received_on"]) == ("Board minutes", "2026-03-10")
