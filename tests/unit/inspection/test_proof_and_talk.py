"""Which evidence could prove a claim, and who talked how much."""

from tests.unit.inspection.conftest import NINE, a_line
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.proof import proof_for
from wellled_desktop.inspection.talk import shares_of_talk


def test_a_claim_about_complaints_is_proved_by_what_speaks_of_complaints(pack: Pack, scope: Scope) -> None:
    found = proof_for(pack, scope, "We answer every complaint within 25 days.", ("W7.1",), role=None)
    assert any("complaint" in proof.text.casefold() for proof in found[:3])
    assert all(proof.why for proof in found)


def test_evidence_the_line_is_linked_to_comes_first(pack: Pack, scope: Scope) -> None:
    first = proof_for(pack, scope, "We have a strategy.", ("W2.E3",), role="chief-executive")[0]
    assert (first.node, first.why) == ("W2.E3", "The line is linked to it.")


def test_an_interview_proves_no_claim_and_words_without_meaning_find_nothing(pack: Pack, scope: Scope) -> None:
    kinds = {item.id: item.kind for kloe in pack.kloes for item in kloe.evidence}
    found = proof_for(pack, scope, "The board knows the risks and the staff.", ("W1.1", "W5.4"), role="chief-executive")
    assert found
    assert not {"interview", "focus-group", "observation"} & {kinds[proof.node] for proof in found}
    assert proof_for(pack, scope, "It is very well.", (), role=None) == ()


def test_the_share_of_talk_counts_words_said_and_not_retracted() -> None:
    lines = [
        a_line(1, "one two three", speaker="p1"),
        a_line(2, "four", speaker="p2"),
        a_line(3, "not counted at all", speaker="p2", line_type="seen"),
        a_line(4, "taken back", speaker="p2", retracted_at=NINE),
        a_line(5, "", speaker="several"),
    ]
    shares = [(one.speaker, one.lines, one.words, one.share) for one in shares_of_talk(lines)]
    assert shares == [("p1", 1, 3, 0.75), ("p2", 1, 1, 0.25), ("several", 1, 0, 0.0)]
    assert shares_of_talk([]) == ()


def test_with_an_item_that_speaks_of_the_same_its_mere_neighbours_are_left_out(pack: Pack, scope: Scope) -> None:
    found = proof_for(pack, scope, "Every complaint is answered within 25 days.", ("W7.1",), role=None)
    assert all("complaint" in proof.why for proof in found)
    assert found[0].why.startswith("It speaks of complaint.")
    neighbours = proof_for(pack, scope, "It is so.", ("W7.1",), role=None)
    assert {proof.why for proof in neighbours} == {"It is key evidence of W7, which the line is linked to."}
