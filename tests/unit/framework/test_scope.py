"""What applies to which trust, and why something does not."""

import pytest

from wellled_desktop.framework.pack import (
    TRUST_TYPES,
    AppliesTo,
    Guidance,
    Kloe,
    Pack,
    SubItem,
    TrustType,
    walk,
)
from wellled_desktop.framework.scope import Scope, scope_for

COMBINED_QUESTIONS = {"W1.G5", "W2.G10", "W7.G5"}
DIPC = "director-of-infection-prevention-and-control"


def hidden(pack: Pack, scope: Scope) -> set[str]:
    ids = {node.id for _, node in walk(pack)} | {role.id for role in pack.roles}
    return {one for one in ids if not scope.applies(one)}


@pytest.mark.parametrize(
    ("trust_types", "expected"),
    [
        (("acute",), {*COMBINED_QUESTIONS, "W4.5"}),
        (("mental-health",), {*COMBINED_QUESTIONS, DIPC}),
        (("community",), {*COMBINED_QUESTIONS, "W4.5", DIPC}),
        (("ambulance",), {*COMBINED_QUESTIONS, "W4.5", DIPC}),
        (("acute", "combined"), {"W4.5"}),
        (("acute", "mental-health", "combined"), set()),
        (("community", "combined"), {"W4.5", DIPC}),
    ],
)
def test_only_what_the_framework_limits_by_trust_type_is_hidden(
    pack: Pack, trust_types: tuple[TrustType, ...], expected: set[str]
) -> None:
    assert hidden(pack, scope_for(pack, trust_types)) == expected


def test_a_trust_of_two_sectors_is_a_combined_one_without_being_told(pack: Pack) -> None:
    assert hidden(pack, scope_for(pack, ("acute", "community"))) == {"W4.5"}


def test_nothing_is_hidden_where_the_sectors_of_a_trust_are_not_known(pack: Pack) -> None:
    assert hidden(pack, scope_for(pack, ("combined",))) == set()
    assert hidden(pack, scope_for(pack, ())) == set()
    assert scope_for(pack, ("combined",)).note("W4.5") == "For Specialist mental health services."


def test_what_is_hidden_says_why_in_a_sentence(pack: Pack) -> None:
    acute = scope_for(pack, ("acute",))
    assert acute.reason("W4.5") == (
        "This is for mental health trusts (“Specialist mental health services”), and this trust is recorded as acute."
    )
    assert acute.reason("W1.G5") == "This is for combined trusts, and this trust is recorded as acute."
    assert acute.reason(DIPC) is None
    two = scope_for(pack, ("community", "ambulance"))
    assert two.reason(DIPC) == ("This is for acute trusts, and this trust is recorded as community and ambulance.")


def test_the_reason_names_the_types_that_were_recorded_and_no_others(pack: Pack) -> None:
    assert scope_for(pack, ("acute", "community")).reason("W4.5") == (
        "This is for mental health trusts (“Specialist mental health services”), "
        "and this trust is recorded as acute and community."
    )
    ticked = scope_for(pack, ("acute", "community", "combined")).reason("W4.5")
    assert ticked is not None
    assert ticked.endswith("this trust is recorded as acute, community and combined.")


def test_what_applies_has_no_reason_and_a_node_without_limit_no_note(pack: Pack) -> None:
    scope = scope_for(pack, ("acute",))
    assert scope.applies("W1.1")
    assert scope.reason("W1.1") is None
    assert scope.note("W1.1") is None


@pytest.mark.parametrize("trust_type", TRUST_TYPES)
def test_a_limit_that_is_only_implied_never_hides_a_node(pack: Pack, trust_type: TrustType) -> None:
    implied = [node.id for _, node in walk(pack) if not isinstance(node, Kloe) and _implied(node.applies_to)]
    assert implied == ["W2.G6", "W2.G12", "W2.G13", "W4.G8", "W4.R2", "W8.G13.2"]
    scope = scope_for(pack, (trust_type,))
    assert all(scope.applies(one) for one in implied)


def test_an_implied_limit_is_told_where_it_does_not_fit(pack: Pack) -> None:
    assert scope_for(pack, ("acute",)).note("W2.G6") == (
        "By its sense this is for mental health trusts; the framework does not say so."
    )
    assert scope_for(pack, ("mental-health",)).note("W2.G6") is None


def test_a_partnership_limit_shows_the_node_with_its_wording(pack: Pack) -> None:
    scope = scope_for(pack, ("mental-health",))
    assert scope.applies("W4.G7")
    assert scope.note("W4.G7") == (
        "For trusts with a partnership arrangement for psychiatric liaison services; by its sense, for acute trusts "
        "(trusts that are not themselves the mental health provider)."
    )
    assert scope.note("pms-or-asc-senior-leaders") == "For trusts where PMS or ASC services exist."


def test_what_stands_under_a_limited_node_shares_its_limit(pack: Pack) -> None:
    item = SubItem("W1.G1.1", "in every sector", (1,))
    guidance = Guidance("W1.G1", "Do leaders see:", (1,), (item,), AppliesTo("combined trusts", ("combined",)))
    kloe = Kloe("W1", "Leadership?", "Leadership", (1,), (), (guidance,), (), ())
    small = Pack("p", "P", "p", pack.version, (), (), (), (), (), (), (), (kloe,))
    scope = scope_for(small, ("acute",))
    assert not scope.applies("W1.G1.1")
    assert scope.reason("W1.G1.1") == scope.reason("W1.G1")


def _implied(limit: AppliesTo | None) -> bool:
    return limit is not None and not limit.stated
