"""The example inspection is made once."""

from tests.e2e.cli.program import Program


def test_a_whole_example_is_not_made_twice(wellled: Program) -> None:
    made = wellled("example", "create").done().out
    again = wellled("example", "create")
    assert (again.status, again.out) == (0, made)
    assert again.err == "The example inspection is already there; this is its id.\n"
    assert len(wellled("list", "--json").done().json) == 1
