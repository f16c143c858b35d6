"""Role cards: for every role something to ask, with the reason; several roles at one table share a card."""

from collections import Counter

import pytest

from wellled_desktop.framework.pack import Pack, role_titles, walk
from wellled_desktop.framework.role_cards import CardEntry, card_for
from wellled_desktop.framework.scope import scope_for

BOARD = (
    "trust-chair", "chief-executive", "medical-director", "nursing-director", "chief-operating-officer",
    "director-of-finance", "director-of-hr", "non-executive-directors", "audit-committee-chair", "finance-committee-chair",
)  # fmt: skip


def test_every_role_and_siro_has_a_card(pack: Pack) -> None:
    roles = [role.id for role in pack.roles] + [named.id for named in pack.roles_named_in_evidence]
    assert sorted(card.role for card in pack.role_cards) == sorted(roles)


def test_every_role_has_a_title_by_its_id_and_so_has_siro(pack: Pack) -> None:
    titles = role_titles(pack)
    assert len(titles) == 42
    assert titles["chief-executive"] == "chief executive"
    assert titles["siro"] == pack.roles_named_in_evidence[0].title


def test_a_card_fits_an_interview_of_fifty_five_minutes(pack: Pack) -> None:
    for card in pack.role_cards:
        kinds = Counter(entry.kind for entry in card_for(pack, [card.role]))
        assert 6 <= kinds["prompt"] + kinds["guidance"] <= 15, card.role
        assert 4 <= kinds["evidence"] <= 16, card.role


def test_every_prompt_can_be_put_to_at_least_two_roles(pack: Pack) -> None:
    raised = Counter(item.node for card in pack.role_cards for item in card.items)
    assert [prompt.id for kloe in pack.kloes for prompt in kloe.prompts if raised[prompt.id] < 2] == []


def test_all_guidance_and_key_evidence_can_be_raised_with_someone(pack: Pack) -> None:
    raised = {item.node for card in pack.role_cards for item in card.items}
    asked = {one.id for kloe in pack.kloes for one in kloe.guidance}
    asked |= {one.id for kloe in pack.kloes for one in kloe.evidence}
    assert asked - raised == set()


def test_every_reason_is_said_in_a_plain_sentence(pack: Pack) -> None:
    for card in pack.role_cards:
        for item in card.items:
            assert item.because.endswith((".", "?")), (card.role, item.because)
            assert item.because[0].isupper(), (card.role, item.because)


@pytest.mark.parametrize(
    ("role", "node"),
    [
        ("director-of-hr", "W1.E1"),
        ("complaints", "W3.E1"),
        ("audit", "W5.E1"),
        ("quality-and-safety", "W5.E16"),
        ("caldicott-guardian", "W6.E1"),
        ("siro", "W6.E1"),
        ("non-executive-directors", "W4.G3"),
        ("divisional-directors", "W8.G2"),
    ],
)
def test_a_role_the_framework_names_is_on_the_card_for_that_reason(pack: Pack, role: str, node: str) -> None:
    assert _entry(card_for(pack, [role]), node).reason == "named in the framework"


@pytest.mark.parametrize(
    ("role", "node"),
    [
        ("freedom-to-speak-up-guardian", "W3.G2"),
        ("guardian-of-safe-working-hours", "W3.7"),
        ("director-of-finance", "W5.6"),
        ("finance-committee-chair", "W2.E8"),
        ("director-of-improvement", "W8.2"),
        ("research", "W8.1"),
        ("mental-health-act-and-mental-capacity-act", "W4.5"),
        ("chief-pharmacist", "W2.E10"),
        ("director-of-infection-prevention-and-control", "W2.2"),
        ("company-secretary", "W4.E4.8"),
    ],
)
def test_a_role_raises_what_is_its_subject(pack: Pack, role: str, node: str) -> None:
    assert _entry(card_for(pack, [role]), node).reason == "by subject"


@pytest.mark.parametrize("role", BOARD)
def test_an_interview_with_a_board_member_is_itself_key_evidence(pack: Pack, role: str) -> None:
    interviews = {kloe.evidence[0].id for kloe in pack.kloes}
    board = [entry.node for entry in card_for(pack, [role]) if entry.reason == "board-level interview evidence"]
    assert len(board) >= 3
    assert set(board) <= interviews


def test_a_card_stands_in_the_order_of_the_framework(pack: Pack) -> None:
    order = [node.id for _, node in walk(pack)]
    for card in pack.role_cards:
        places = [order.index(entry.node) for entry in card_for(pack, [card.role])]
        assert places == sorted(places)


def test_a_panel_has_one_card_on_which_a_shared_node_stands_once(pack: Pack) -> None:
    card = card_for(pack, ["caldicott-guardian", "siro", "caldicott-guardian"])
    nodes = [entry.node for entry in card]
    assert len(nodes) == len(set(nodes))
    shared = _entry(card, "W6.7")
    assert shared.roles == ("caldicott-guardian", "siro")
    assert "Confidential" in shared.because
    assert "lessons from breaches" in shared.because


def test_the_strongest_reason_of_a_panel_is_the_one_told_first(pack: Pack) -> None:
    entry = _entry(card_for(pack, ["trust-chair", "director-of-hr"]), "W1.E1")
    assert entry.reason == "named in the framework"
    assert entry.because.startswith("The key evidence names the HR lead.")
    assert entry.roles == ("trust-chair", "director-of-hr")


def test_what_does_not_apply_to_the_trust_is_left_off(pack: Pack) -> None:
    role = ["mental-health-act-and-mental-capacity-act"]
    acute = {entry.node for entry in card_for(pack, role, scope_for(pack, ("acute",)))}
    mental_health = {entry.node for entry in card_for(pack, role, scope_for(pack, ("mental-health",)))}
    assert "W4.5" not in acute
    assert "W4.5" in mental_health


def test_a_nested_item_is_read_with_what_it_stands_under(pack: Pack) -> None:
    entry = _entry(card_for(pack, ["company-secretary"]), "W4.E4.8")
    assert (entry.kind, entry.text) == ("evidence", "Corporate governance frameworks: Scheme of delegation")


def test_an_item_that_ends_in_a_colon_is_asked_with_what_stands_under_it(pack: Pack) -> None:
    texts = {entry.node: entry.text for card in pack.role_cards for entry in card_for(pack, [card.role])}
    assert texts["W1.G4"].endswith("a lead for: child and adolescent mental health; learning disability; autism?")
    assert not [node for node, text in texts.items() if text.endswith(":")]


def test_a_role_that_the_pack_does_not_know_brings_nothing(pack: Pack) -> None:
    assert card_for(pack, ["town-crier"]) == ()


def _entry(card: tuple[CardEntry, ...], node: str) -> CardEntry:
    return next(entry for entry in card if entry.node == node)
