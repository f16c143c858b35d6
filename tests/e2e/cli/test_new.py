"""Creating an inspection: what it may be called, and who is in its team."""

import pytest

from tests.e2e.cli.program import Program

TYPE_AND_START = ("--trust-type", "acute", "--start", "2026-03-10")
NAMED = ("--trust", "Example Vale NHS Trust", "--provider-code", "RXX")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--trust", "Vale", "--provider-code", ""), "A provider code is 2 to 8 letters and figures"),
        (("--trust", "Vale", "--provider-code", "R X/../"), "A provider code is 2 to 8 letters and figures"),
        (("--trust", "Vale", "--provider-code", "R" * 9), "A provider code is 2 to 8 letters and figures"),
        (("--trust", "  ", "--provider-code", "RXX"), "needs the name of the trust"),
        (("--trust", "V" * 5_000, "--provider-code", "RXX"), "longer than 200 characters"),
        (("--trust", "Vale\u202eelaV", "--provider-code", "RXX"), "characters that cannot be shown"),
        (("--trust", "Vale\x1b[31m", "--provider-code", "RXX"), "characters that cannot be shown"),
        ((*NAMED, "--member", "B. Invented", "--member", " b.  invented"), "Two people of the team have the same name"),
        ((*NAMED, "--member", "B\u2066 Invented"), "A name in the team holds characters that cannot be shown"),
    ],
)
def test_what_no_inspection_is_called(wellled: Program, arguments: tuple[str, ...], named: str) -> None:
    assert named in wellled("new", *arguments, *TYPE_AND_START).failed(1)
    assert wellled("list", "--json").done().json == []
    assert not list(wellled.library.glob("inspections/*"))


def test_name_and_code_are_kept_in_one_form(wellled: Program) -> None:
    wellled("new", "--trust", "  Example\tVale ", "--provider-code", " rxx1 ", *TYPE_AND_START).done()
    (listed,) = wellled("list", "--json").done().json
    assert (listed["trust_name"], listed["provider_code"]) == ("Example Vale", "RXX1")


def test_a_second_of_the_same_trust_code_and_day_is_made_and_remarked_on(wellled: Program) -> None:
    first = wellled("new", *NAMED, *TYPE_AND_START).done().out.strip()
    wellled("new", *NAMED, "--trust-type", "acute", "--start", "2026-03-11").done()
    again = wellled("new", "--trust", " example vale  NHS Trust", "--provider-code", "rxx", *TYPE_AND_START)
    second = again.out.strip()
    assert (again.status, again.err) == (
        0,
        "There is already an inspection of this trust with the provider code RXX and the first day 2026-03-10 "
        f"({first}); this one is told from it by its id, {second}.\n",
    )
    assert first != second
