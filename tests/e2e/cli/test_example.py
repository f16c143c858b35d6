"""The example inspection is made once."""

from tests.e2e.cli.program import Program


def test_a_whole_example_is_named_by_id_and_code_and_not_made_twice(wellled: Program) -> None:
    made = wellled("example", "create", "--json").done().json
    again = wellled("example", "create")
    assert (again.status, again.out) == (0, f"{made['id']}\n")
    assert again.err == "The example inspection is already there; this is its id.\n"
    (listed,) = wellled("list", "--json").done().json
    assert made == {"id": listed["id"], "ref": listed["provider_code"]}
