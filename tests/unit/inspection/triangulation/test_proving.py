"""Claims without proof: what counts as proof, and what only looks like it."""

import datetime as dt

import pytest

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.proof import Asked, Standing
from wellled_desktop.inspection.triangulation.proving import Proofs, UnprovenClaim, unproven
from wellled_desktop.inspection.triangulation.rows import ClaimHeld

NOTHING = Standing()
AUDIT = "the independent audit of information governance is done each quarter"


def claim(text: str = AUDIT, *tags: str, answered: bool = False) -> ClaimHeld:
    return ClaimHeld("l1", "s1", "S-01 l.1", text, "siro", tags or ("W6.7",), answered)


def gathered(*nodes: str) -> Standing:
    return Standing(frozenset(nodes))


@pytest.fixture
def proofs(pack: Pack, scope: Scope) -> Proofs:
    return Proofs(pack, scope)


def test_a_claim_for_which_nothing_was_gathered_stands_by_each_of_its_nodes(proofs: Proofs) -> None:
    found = unproven([claim(AUDIT, "W6.7", "W5.1")], NOTHING, proofs)
    assert found.keys() == {"W6.7", "W5.1"}
    (one,) = found["W6.7"]
    assert (one.line, one.session, one.ref) == ("l1", "s1", "S-01 l.1")
    assert "W6.E13" in one.could_prove, "the independent audit of the information governance toolkit"


def test_key_evidence_that_speaks_of_it_proves_it_once_gathered(proofs: Proofs) -> None:
    assert unproven([claim()], gathered("W6.E13"), proofs) == {}


def test_key_evidence_it_is_linked_to_proves_it_whatever_it_speaks_of(proofs: Proofs) -> None:
    lift = claim("the lift is mended", "W6.7", "W6.E1")
    assert unproven([lift], gathered("W6.E1"), proofs) == {}


def test_a_neighbour_that_speaks_of_something_else_neither_proves_it_nor_is_proposed(proofs: Proofs) -> None:
    lift = claim("the lift is mended")
    (still,) = unproven([lift], gathered("W6.E5", "W6.E9"), proofs)["W6.7"]
    assert still == UnprovenClaim("l1", "s1", "S-01 l.1", ())


def test_any_word_in_common_with_what_is_gathered_gives_the_benefit_of_the_doubt(proofs: Proofs) -> None:
    times = claim("the performance of the lift is looked at, three times a year")
    assert unproven([times], gathered("W6.E5"), proofs) == {}, "performance reports"
    assert unproven([times], gathered("W8.E10"), proofs) != {}, "a number and a year are no word of the claim"


def test_what_is_not_held_or_not_pursued_or_asked_for_is_not_proposed(proofs: Proofs) -> None:
    assert unproven([claim()], Standing(closed=frozenset({"W6.E13"})), proofs)["W6.7"][0].could_prove == ()
    asked = Standing(asked=(Asked("R-034", "SIRO", dt.date(2026, 3, 10), node="W6.E13"),))
    (found,) = unproven([claim()], asked, proofs)["W6.7"]
    assert (found.could_prove, found.asked) == ((), ("R-034 is open (W6.E13, asked of SIRO on Tue 10 March).",))


def test_claims_that_nothing_is_asked_for_come_first(proofs: Proofs) -> None:
    asked = Standing(asked=(Asked("R-001", "", dt.date(2026, 3, 10), line="l1"),))
    other = ClaimHeld("l2", "s1", "S-01 l.2", "the lift is mended", None, ("W6.7",), answered=False)
    found = unproven([claim(), other], asked, proofs)["W6.7"]
    assert [one.ref for one in found] == ["S-01 l.2", "S-01 l.1"]
    assert found[1].asked == ("R-001 is open (asked on Tue 10 March).",)


def test_a_claim_that_a_request_answered_is_proved(proofs: Proofs) -> None:
    assert unproven([claim(answered=True)], NOTHING, proofs) == {}


def test_a_claim_is_looked_up_once(proofs: Proofs) -> None:
    assert proofs.of(claim()) is proofs.of(claim())
