"""Which evidence could prove a claim, and who talked how much."""

import msgspec

from tests.unit.inspection.conftest import NINE, a_line
from wellled_desktop.framework.pack import KeyEvidence, Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.proof import proof_for
from wellled_desktop.inspection.read_models import Talk
from wellled_desktop.inspection.speaking import spoken_share, spoken_unspoken
from wellled_desktop.inspection.talk import talk_of


def test_a_claim_about_complaints_is_proved_by_what_speaks_of_complaints(pack: Pack, scope: Scope) -> None:
    found = proof_for(pack, scope, "We answer every complaint within 25 days.", ("W7.1",), role=None)
    assert any("complaint" in proof.text.casefold() for proof in found[:3])
    assert all(proof.why for proof in found)


def test_evidence_the_line_is_linked_to_comes_first(pack: Pack, scope: Scope) -> None:
    first = proof_for(pack, scope, "We have a strategy.", ("W2.E3",), role="chief-executive")[0]
    assert (first.node, first.why) == ("W2.E3", "Linked to the line.")


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
    shares = [(one.speaker, one.lines, one.words, one.share) for one in talk_of(lines).shares]
    assert shares == [("p1", 1, 3, 0.75), ("p2", 1, 1, 0.25), ("several", 1, 0, 0.0)]
    assert talk_of([]) == Talk()


def test_what_nobody_said_is_counted_apart_and_changes_no_share() -> None:
    lines = [
        a_line(1, "one two three", speaker="p1"),
        a_line(2, "four", speaker="several"),
        a_line(3, "after the question on nights, for a whole minute", speaker="silence"),
        a_line(4, "on the lifts", speaker="silence"),
        a_line(5, "two shook their heads", speaker="disagreement"),
        a_line(6, "who chairs it", speaker="nobody-answered"),
        a_line(7, "taken back", speaker="silence", retracted_at=NINE),
    ]
    talk = talk_of(lines)
    assert [(one.speaker, one.share) for one in talk.shares] == [("p1", 0.75), ("several", 0.25)]
    assert spoken_unspoken(talk.unspoken) == "1 line where nobody answered, 1 line of disagreement, 2 lines of silence"
    assert spoken_unspoken(()) == ""


def test_a_small_share_is_not_none() -> None:
    assert [spoken_share(share) for share in (0.0, 0.001, 0.62, 1.0)] == ["0 %", "under 1 %", "62 %", "100 %"]


def test_with_an_item_that_speaks_of_the_same_its_mere_neighbours_are_left_out(pack: Pack, scope: Scope) -> None:
    found = proof_for(pack, scope, "Every complaint is answered within 25 days.", ("W7.1",), role=None)
    assert all("complaint" in proof.why for proof in found)
    assert found[0].why.startswith("Speaks of complaint.")
    neighbours = proof_for(pack, scope, "It is so.", ("W7.1",), role=None)
    assert {proof.why for proof in neighbours} == {"Key evidence of W7, which the line is linked to."}


def test_evidence_that_names_the_role_of_who_spoke_is_likelier_and_says_so(pack: Pack, scope: Scope) -> None:
    kloes = tuple(
        msgspec.structs.replace(kloe, evidence=tuple(_naming_siro(item) for item in kloe.evidence))
        for kloe in pack.kloes
    )
    named = msgspec.structs.replace(pack, kloes=kloes)
    first, *others = proof_for(named, scope, "It is so.", ("W6.1",), role="siro")
    assert first.node == "W6.E10"
    assert "Names the speaker's role." in first.why
    assert not any("role" in proof.why for proof in others)
    assert proof_for(named, scope, "It is so.", ("W6.1",), role="audit")[0].node != "W6.E10"


def _naming_siro(item: KeyEvidence) -> KeyEvidence:
    return msgspec.structs.replace(item, roles=("siro",)) if item.id == "W6.E10" else item
