"""The machine-readable output: its keys are the read models' field names, and people's names are never in it."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.e2e.cli.program import Program
from wellled_desktop.bootstrap import shipped
from wellled_desktop.framework.loader import load_pack, published_form
from wellled_desktop.inspection.read_models import EvidenceItemState, NoteLine, Participant, Session
from wellled_desktop.store.verify import Verification
from wellled_desktop.vault.library import InspectionSummary


def fields(model: type[msgspec.Struct], *properties: str) -> set[str]:
    return {*model.__struct_fields__, *properties}


@pytest.mark.parametrize("arguments", [("--json", "list"), ("list", "--json")])
def test_json_may_be_asked_for_before_and_after_the_command(
    wellled: Program, inspection: str, arguments: tuple[str, str]
) -> None:
    (listed,) = wellled(*arguments).done().json
    assert set(listed) == fields(InspectionSummary)
    assert listed | {"id": "", "is_example": None} == {
        "id": "",
        "trust_name": "Example Vale NHS Trust",
        "provider_code": "RXX",
        "trust_types": ["acute"],
        "start_date": "2026-03-10",
        "days": 3,
        "is_example": None,
    }
    assert listed["id"] == inspection


def test_every_key_evidence_item_is_listed_with_its_state(wellled: Program, inspection: str) -> None:
    wellled("evidence", "set", inspection, "w4.e4.1", "not-held", "--reason", "kept by the ICB").done()
    listed = wellled("evidence", "list", inspection, "--json").done().json
    assert len(listed) == 112 + 13
    assert all(set(one) == fields(EvidenceItemState) for one in listed)
    by_node = {one["node"]: one for one in listed}
    assert by_node["W1.E1"] == {
        "node": "W1.E1", "state": "none", "reason": None, "set_at": None, "day": None, "author": None,
    }  # fmt: skip
    held = by_node["W4.E4.1"]
    assert (held["state"], held["reason"], held["author"]) == ("not-held", "kept by the ICB", "A. Inspector")
    only = wellled("evidence", "list", inspection, "--state", "not-held", "--json").done().json
    assert only == [held]


def test_sessions_have_their_fields_and_no_names(wellled: Program, inspection: str, session: str) -> None:
    ran = wellled("session", "list", inspection, "--json").done()
    (listed,) = ran.json
    assert set(listed) == fields(Session, "ref", "state")
    assert (listed["ref"], listed["state"], listed["roles"]) == (session, "planned", ["chief-executive"])
    (participant,) = listed["participants"]
    assert set(participant) == fields(Participant)
    assert (participant["has_name"], participant["name"]) == (True, None)
    assert "Invented" not in ran.out


def test_names_are_in_no_listing(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "Said so.", "--speaker", "chief-executive").done()
    for listing in ("session", "line", "evidence"):
        for form in ((), ("--json",)):
            assert "Jo Invented" not in wellled(listing, "list", inspection, *form).done().out


def test_lines_have_their_fields(wellled: Program, inspection: str, session: str) -> None:
    written = wellled(
        "line", "add", inspection, session, "Wards are full.", "--type", "seen", "--tag", "W1.1", "--concern"
    )
    number, line, line_id = written.done().out.split()
    (listed,) = wellled("line", "list", inspection, "--json").done().json
    assert set(listed) == fields(NoteLine, "ref")
    assert (listed["ref"], listed["id"]) == (f"{number} {line}", line_id)
    assert (listed["line_type"], listed["tags"], listed["weight"], listed["claim"]) == (
        "seen",
        ["W1.1"],
        "concern",
        False,
    )
    assert listed["author"] == "A. Inspector"


def test_a_verification_has_its_fields(wellled: Program, inspection: str) -> None:
    found = wellled("verify", inspection, "--json").done().json
    assert set(found) == fields(Verification)
    assert found["findings"] == []
    assert found["entries"] == 2


def test_the_framework_is_shown_in_the_published_shape(nowhere: Program) -> None:
    shown = nowhere("framework", "show", "--json").done().json
    assert list(shown) == ["id", "version", "title", "updates", "roles", "kloes"]
    assert set(shown["updates"][0]) == {"section", "pages", "detail"}
    assert set(shown["roles"][0]) == {"id", "title", "group", "remarks"}
    assert {one["group"] for one in shown["roles"]} == {"key", "other"}
    kloe = shown["kloes"][3]
    assert list(kloe) == ["id", "question", "sub_heading", "prompts", "guidance", "evidence", "references"]
    assert set(kloe["prompts"][0]) == {"id", "text", "applies_to"}
    assert set(kloe["guidance"][0]) == {"id", "text", "items", "applies_to", "themes"}
    assert set(kloe["evidence"][0]) == {"id", "text", "items", "roles", "kind"}
    assert set(kloe["evidence"][3]["items"][0]) == {"id", "text"}
    assert set(kloe["references"][0]) == {"id", "text", "note"}
    counts = [[len(one[part]) for one in shown["kloes"]] for part in ("prompts", "guidance", "evidence", "references")]
    assert counts == [
        [4, 6, 9, 5, 6, 7, 5, 5],
        [6, 13, 6, 10, 6, 9, 6, 14],
        [9, 14, 18, 12, 22, 14, 11, 12],
        [13, 11, 18, 5, 8, 10, 5, 14],
    ]
    assert (len(shown["roles"]), len(shown["updates"])) == (41, 5)
    assert shown == published_form(load_pack(shipped("framework_data") / shown["id"]))


def test_packs_are_listed(nowhere: Program) -> None:
    (listed,) = nowhere("framework", "list", "--json").done().json
    assert set(listed) == {"id", "version", "title"}
    assert listed["id"] == "cqc-trust-well-led"


def test_what_is_printed_for_a_pipe_is_one_line_a_row(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "First\nand second\tpart.").done()
    head, row = wellled("line", "list", inspection).done().lines
    assert head.split("\t") == ["Line", "Day", "Time", "Type", "Speaker", "Text", "Marks", "Tags"]
    assert row.split("\t")[5] == "First and second part."


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_every_command_has_a_machine_readable_answer(
    nowhere: Program, recovery_key: str, tmp_path: Path, before: bool
) -> None:
    def answer(*arguments: str, typed: bytes = b"") -> Any:
        return nowhere(*(("--json", *arguments) if before else (*arguments, "--json")), typed=typed).done().json

    new = ("new", "--trust", "Example Vale NHS Trust", "--provider-code", "rxx", "--trust-type", "acute")
    made = answer(*new, "--start", "2026-03-10")
    assert made == {"id": nowhere("list", "--json").done().json[0]["id"], "ref": "RXX"}
    planned = answer("session", "add", "RXX", "--role", "governors", "--kind", "panel")
    assert planned == {"id": nowhere("session", "list", "RXX", "--json").done().json[0]["id"], "ref": "S-01"}
    written = answer("line", "add", "RXX", "S-01", "Wards are full.")
    assert written == {"id": nowhere("line", "list", "RXX", "--json").done().json[0]["id"], "ref": "S-01 l.1"}
    changing = {"amend": ("Wards are shut.",), "retract": ("--reason", "x"), "restore": ("--reason", "y")}
    for command, rest in changing.items():
        assert answer("line", command, "RXX", "S-01.1", *rest) == written | {"done": f"{command}ed".replace("ee", "e")}
    assert answer("line", "amend", "RXX", "S-01.1", "Wards are shut.") == written | {"done": "nothing"}
    assert answer("evidence", "set", "RXX", "w1.e1", "gathered") == {
        "node": "W1.E1", "state": "gathered", "changed": True,
    }  # fmt: skip
    out = tmp_path / "day.pdf"
    report = answer("report", "day", "RXX", "--date", "2026-03-10", "--out", str(out))
    assert (report["file"], set(report)) == (str(out), {"file", "pages", "sha256"})
    assert answer("framework", "check", str(shipped("framework_data") / "cqc-trust-well-led")) == {
        "sound": True, "problems": [],
    }  # fmt: skip
    same = ("--new-passphrase-file", str(nowhere.passphrase_file))
    (tmp_path / "key").write_text(recovery_key)
    changed = {"passphrase": "changed", "recovery_key": "unchanged"}
    assert answer("vault", "passphrase", *same) == changed
    assert answer("vault", "recover", "--recovery-key-file", str(tmp_path / "key"), *same) == changed


def test_lines_from_standard_input_are_acknowledged_an_object_a_line(
    wellled: Program, inspection: str, session: str
) -> None:
    ran = wellled("line", "add", inspection, session, "-", "--json", typed=b"one\ntwo\n").done()
    assert [json.loads(line)["ref"] for line in ran.lines] == ["S-01 l.1", "S-01 l.2"]


def test_a_pack_that_cannot_be_used_is_told_in_json_too(nowhere: Program, tmp_path: Path) -> None:
    (tmp_path / "w1.yaml").write_text("a: [1", encoding="utf-8")
    ran = nowhere("framework", "check", str(tmp_path / "w1.yaml"), "--json")
    assert (ran.status, ran.json["sound"], len(ran.json["problems"])) == (1, False, 1)


def test_a_new_vaults_recovery_key_is_told_in_json(nowhere: Program) -> None:
    made = nowhere("vault", "create", "--author", "A. Inspector", "--json").done().json
    assert set(made) == {"recovery_key"}
    assert len(made["recovery_key"].split("-")) == 9
