"""Which key evidence could prove a claim: what its words point at, and what they do not."""

import datetime as dt

import msgspec
import pytest

from wellled_desktop.framework.pack import KeyEvidence, Pack
from wellled_desktop.framework.scope import Scope, scope_for
from wellled_desktop.inspection.proof import Asked, Proof, Proposed, Standing, proof_for, proposed

DAY = dt.date(2026, 3, 10)


def nodes(pack: Pack, scope: Scope, text: str, *tags: str) -> list[str]:
    return [one.node for one in proof_for(pack, scope, text, tags, role=None)]


def test_a_claim_about_complaints_is_proved_by_what_speaks_of_complaints(pack: Pack, scope: Scope) -> None:
    found = proof_for(pack, scope, "We answer every complaint within 25 days.", ("W7.1",), role=None)
    assert [one.node for one in found] == ["W3.E7", "W3.E9"]
    assert {one.why for one in found} == {"Speaks of complaint."}


@pytest.mark.parametrize(
    ("text", "tags", "pointed_at"),
    [
        ("62-day cancer waits from 58% to 74% in a year.", ("W5.2",), ["W5.E21", "W5.E20", "W8.E12"]),
        ("All three are on the register.", ("W5.4",), ["W5.E4"]),
        ("94% of duty of candour letters go out in ten days.", ("W3.5",), ["W3.E8"]),
        ("Nobody speaks up twice here.", ("W3.5",), ["W3.E10"]),
        ("The staff survey is better than last year.", ("W1.1",), ["W1.E6"]),
        ("The NEDs know their wards.", ("W4.1",), ["W4.E6"]),
    ],
)
def test_the_claim_s_own_words_point_at_an_item(
    pack: Pack, scope: Scope, text: str, tags: tuple[str, ...], pointed_at: list[str]
) -> None:
    assert nodes(pack, scope, text, *tags) == pointed_at


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Slide 19 gave night fill as ninety; nobody at the table spoke.", ("W5.2",)),
        ("A bed was closed for safety against the money, three times this year.", ("W2.1",)),
        ("Named staffing at night, money, and the state of the estate; gave an action and a date.", ("W1.2",)),
        ("Told the ICB in writing that the control total could not be met; gave the clinical reasons.", ("W1.2",)),
        ("Hospital at home: 70 to 80 beds without walls, and fewer readmissions.", ("W8.1",)),
        ("Had the data room described to him for the first time in the week before this visit.", ("W5.4",)),
        ("Asked a surgeon to stop for two weeks; it was hard and it was right.", ("W3.4",)),
        ("Two registered nurses for twenty-eight patients on eleven nights.", ("W5.4",)),
        ("Young people wait on the children's ward for a bed.", ("W5.4",)),
        ("Business as usual, and it goes well.", ("W2.5",)),
        ("It is very well.", ()),
    ],
)
def test_where_they_point_at_nothing_nothing_is_proposed(
    pack: Pack, scope: Scope, text: str, tags: tuple[str, ...]
) -> None:
    assert nodes(pack, scope, text, *tags) == []


def test_evidence_the_line_is_linked_to_comes_first_a_sub_item_for_its_item(pack: Pack, scope: Scope) -> None:
    first = proof_for(pack, scope, "We have a strategy.", ("W2.E3",), role="chief-executive")[0]
    assert (first.node, first.why) == ("W2.E3", "Linked to the line.")
    assert nodes(pack, scope, "It is kept.", "W4.E4.8") == ["W4.E4"]


def test_an_interview_proves_no_claim(pack: Pack, scope: Scope) -> None:
    assert nodes(pack, scope, "We had interviews with staff and focus groups.", "W1.E2", "W1.E1") == []


def test_an_item_hidden_for_the_trust_s_type_or_retracted_is_never_proposed(pack: Pack) -> None:
    limited = msgspec.structs.replace(
        pack,
        kloes=tuple(
            msgspec.structs.replace(kloe, evidence=tuple(one for one in kloe.evidence if one.id != "W5.E20"))
            for kloe in pack.kloes
        ),
    )
    hidden = scope_for(pack, ("acute",))
    hidden = type(hidden)(hidden.trust_types, {"W5.E20": "The team retracted this."}, {})
    text = "Every cancer breach is looked at."
    assert "W5.E20" in nodes(pack, scope_for(pack, ("acute",)), text, "W5.2")
    assert nodes(pack, hidden, text, "W5.2") == nodes(limited, hidden, text, "W5.2")


def test_an_item_that_names_the_role_of_who_spoke_is_likelier_and_says_so(pack: Pack, scope: Scope) -> None:
    kloes = tuple(
        msgspec.structs.replace(kloe, evidence=tuple(_naming_siro(item) for item in kloe.evidence))
        for kloe in pack.kloes
    )
    named = msgspec.structs.replace(pack, kloes=kloes)
    text = "The dashboard is looked at."
    assert nodes(pack, scope, text)[0] == "W5.E9"
    first, other = proof_for(named, scope, text, (), role="siro")
    assert (first.node, first.why) == ("W6.E10", "Speaks of dashboard. Names the speaker's role.")
    assert "role" not in other.why


def _naming_siro(item: KeyEvidence) -> KeyEvidence:
    return msgspec.structs.replace(item, roles=("siro",)) if item.id == "W6.E10" else item


# What is left to ask for

REGISTER, STRATEGY = Proof("W5.E4", "Registers", "Speaks of risk."), Proof("W5.E3", "Strategy", "Speaks of risk.")
BOTH = (REGISTER, STRATEGY)


def test_what_is_gathered_or_not_to_be_had_is_not_asked_for() -> None:
    assert proposed(BOTH, Standing(), "l1") == Proposed(BOTH)
    assert proposed(BOTH, Standing(gathered=frozenset({"W5.E4"})), None).proofs == (STRATEGY,)
    assert proposed(BOTH, Standing(closed=frozenset({"W5.E3"})), None).proofs == (REGISTER,)


def test_an_open_request_for_the_item_is_told_instead_of_the_item() -> None:
    asked = Asked("R-034", "company secretary", DAY, node="W5.E4")
    other = Asked("R-035", "", DAY, node="W1.2")
    assert proposed(BOTH, Standing(asked=(asked, other)), None) == Proposed((STRATEGY,), (asked,))
    assert asked.in_words == "R-034 is open (W5.E4, asked of company secretary on Tue 10 March)."


def test_with_an_open_request_for_the_claim_nothing_more_is_proposed() -> None:
    asked = Asked("R-034", "", DAY, line="l1")
    assert proposed(BOTH, Standing(asked=(asked,)), "l1") == Proposed((), (asked,))
    assert proposed(BOTH, Standing(asked=(asked,)), "l2") == Proposed(BOTH)
    assert proposed(BOTH, Standing(asked=(asked,)), None) == Proposed(BOTH), "a claim that is still being written"


def test_an_item_marked_as_requested_is_asked_for_without_a_number() -> None:
    marked = Asked("", "", DAY, node="W5.E4.1")
    assert proposed(BOTH, Standing(asked=(marked,)), None) == Proposed((STRATEGY,), (marked,))
    assert marked.in_words == "W5.E4.1 is open (asked on Tue 10 March)."
