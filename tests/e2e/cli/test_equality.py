"""Which groups were heard, from the command line, with the same guard for fewer than five as in the window."""

import pytest

from tests.e2e.cli.program import Program


@pytest.fixture
def heard(wellled: Program, inspection: str, session: str) -> str:
    """In a focus group of twenty, twelve of the night staff, one trans person, and carers nobody counted."""
    wellled("session", "add", inspection, "--role", "governors", "--kind", "focus-group").done()
    form = ("session", "form", inspection, "S-02")
    wellled(*form, "head-count", "20").done()
    wellled(*form, "groups-heard", "night-staff 12", "trans-staff 1", "carers-and-families").done()
    wellled("session", "form", inspection, session, "groups-heard", "disabled-staff").done()
    return inspection


def test_the_form_of_a_session_takes_groups_and_shows_them_as_they_are(wellled: Program, heard: str) -> None:
    shown = {one["id"]: one["answer"] for one in wellled("session", "form", heard, "S-02", "--json").done().json}
    assert shown["groups-heard"] == ["trans-staff 1", "night-staff 12", "carers-and-families"]
    refused = wellled("session", "form", heard, "S-02", "groups-heard", "moon-staff").failed(1)
    assert "takes groups of the framework’s list" in refused


def test_outside_its_form_a_session_names_no_group_of_fewer_than_five(wellled: Program, heard: str) -> None:
    said = wellled("session", "show", heard, "S-02").done().out
    assert (
        "Night staff: five or more; Carers and families: not counted; Groups of fewer than five are not named" in said
    )
    answers = {
        one["field"]: one["answer"]
        for one in wellled("session", "show", heard, "S-01", "--json").done().json["answers"]
    }
    assert answers == {"groups-heard": ["Groups of fewer than five are not named here."]}
    assert "trans" not in said.casefold()


def test_the_lens_is_a_table_and_advice_on_whom_nobody_heard(wellled: Program, heard: str) -> None:
    table, advice = wellled("equality", heard).done().out.split("\n\n")
    rows = {row.split("\t")[0]: row.split("\t")[1:] for row in table.splitlines()}
    assert rows["night-staff"][:4] == ["staff", "S-02", "at least 10", "focus-group"]
    assert rows["trans-staff"][:4] == ["staff", "", "heard, fewer than five", ""]
    assert rows["disabled-staff"][:4] == ["staff", "", "heard, fewer than five", ""], "an interview is one person"
    assert rows["carers-and-families"][:3] == ["patients", "S-02", "not counted"]
    told = dict(row.split("\t") for row in advice.splitlines())
    assert told["patients-dementia"].startswith("Nobody has said yet that they heard this group. W2.G7.3 and W7.G1")
    assert not {"night-staff", "trans-staff", "disabled-staff"} & told.keys()


def test_as_json_the_guard_is_the_same(wellled: Program, heard: str) -> None:
    found = {one["group"]: one for one in wellled("equality", heard, "--json").done().json}
    few = found["trans-staff"]
    assert (few["heard"], few["fewer_than_five"], few["sessions"], few["kinds"], few["last"], few["at_least"]) == (
        True, True, [], [], None, 0,
    )  # fmt: skip
    assert (found["night-staff"]["sessions"], found["night-staff"]["at_least"]) == (["S-02"], 10)
    assert found["autistic-patients"]["asked_by"][0] == {"node": "W2.G7.3", "words": "autism or dementia diagnosis?"}
