"""Claims without proof: what counts as proof, and what only looks like it."""

import pytest

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.triangulation.proving import Proofs, UnprovenClaim, unproven
from wellled_desktop.inspection.triangulation.rows import ClaimHeld

AUDIT = "the independent audit of information governance is done each quarter"


def claim(text: str = AUDIT, *tags: str, answered: bool = False) -> ClaimHeld:
    return ClaimHeld("l1", "s1", "S-01 l.1", text, "siro", tags or ("W6.7",), answered)


@pytest.fixture
def proofs(pack: Pack, scope: Scope) -> Proofs:
    return Proofs(pack, scope)


def test_a_claim_for_which_nothing_was_gathered_stands_by_each_of_its_nodes(proofs: Proofs) -> None:
    found = unproven([claim(AUDIT, "W6.7", "W5.1")], frozenset(), proofs)
    assert found.keys() == {"W6.7", "W5.1"}
    (one,) = found["W6.7"]
    assert (one.line, one.session, one.ref) == ("l1", "s1", "S-01 l.1")
    assert "W6.E13" in one.could_prove, "the independent audit of the information governance toolkit"


def test_key_evidence_that_speaks_of_it_proves_it_once_gathered(proofs: Proofs) -> None:
    assert unproven([claim()], frozenset({"W6.E13"}), proofs) == {}


def test_key_evidence_it_is_linked_to_proves_it_whatever_it_speaks_of(proofs: Proofs) -> None:
    lift = claim("the lift is mended", "W6.7", "W6.E1")
    assert unproven([lift], frozenset({"W6.E1"}), proofs) == {}


def test_a_neighbour_that_speaks_of_something_else_proves_nothing_and_is_proposed_only_until_gathered(
    proofs: Proofs,
) -> None:
    lift = claim("the lift is mended")
    ungathered = unproven([lift], frozenset(), proofs)["W6.7"][0].could_prove
    assert ungathered
    (still,) = unproven([lift], frozenset(ungathered[:1]), proofs)["W6.7"]
    assert still == UnprovenClaim("l1", "s1", "S-01 l.1", ungathered[1:])


def test_a_claim_that_a_request_answered_is_proved(proofs: Proofs) -> None:
    assert unproven([claim(answered=True)], frozenset(), proofs) == {}


def test_a_claim_is_looked_up_once(proofs: Proofs) -> None:
    assert proofs.items_for(claim()) is proofs.items_for(claim())
