"""What the team adds to a pack stands among the framework's own nodes, marked, and whatever knows a node knows it."""

from typing import Literal

import msgspec
import pytest

from wellled_desktop.framework.finding import NodeIndex
from wellled_desktop.framework.local import is_local, marked, pack_with, retracted_nodes
from wellled_desktop.framework.pack import Kloe, Pack, node_texts, walk
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.framework.scope import scope_for


class Added(msgspec.Struct, frozen=True):
    node: str
    kloe: str
    kind: Literal["prompt", "evidence"]
    text: str
    retraction_reason: str | None = None


QUESTION = Added("W3.L1", "W3", "prompt", "Do porters feel that zebras are listened to?")
ITEM = Added("W3.L2", "W3", "evidence", "The zebra listening log")


def kloe(pack: Pack, called: str) -> Kloe:
    return next(one for one in pack.kloes if one.id == called)


def test_own_nodes_stand_at_the_end_of_their_kind_in_their_kloe(pack: Pack) -> None:
    whole = pack_with(pack, (QUESTION, ITEM))
    here = kloe(whole, "W3")
    assert (here.prompts[-1].id, here.prompts[-1].text) == ("W3.L1", QUESTION.text)
    assert (here.evidence[-1].id, here.evidence[-1].text) == ("W3.L2", ITEM.text)
    assert here.prompts[:-1] == kloe(pack, "W3").prompts
    assert kloe(whole, "W4") == kloe(pack, "W4")


def test_the_pack_itself_has_no_local_node_and_nothing_retracted(pack: Pack) -> None:
    assert not any(is_local(node.id) for _, node in walk(pack))
    assert retracted_nodes(pack) == {}


@pytest.mark.parametrize("other", ["W3", "W3.1", "W3.E1", "W3.E4.1", "W3.G1", "W3.R1", "chief-executive"])
def test_only_an_id_with_an_l_is_local(other: str) -> None:
    assert is_local("W3.L1")
    assert is_local("W3.L12")
    assert not is_local(other)
    assert marked(other, "text") == "text"
    assert marked("W3.L1", "text") == "text (local)"


def test_what_was_added_before_gives_way_to_what_there_is_now(pack: Pack) -> None:
    once = pack_with(pack, (QUESTION, ITEM))
    changed = msgspec.structs.replace(QUESTION, text="Other words?")
    assert pack_with(once, (changed,)) == pack_with(pack, (changed,))
    assert pack_with(once, ()) == pack_with(pack, ())


def test_an_own_question_is_found_by_its_words_and_by_its_id(pack: Pack) -> None:
    index = NodeIndex(pack_with(pack, (QUESTION, ITEM)))
    assert index.find("porters zebra")[0].id == "W3.L1"
    assert [one.id for one in index.find("W3.L")][:2] == ["W3.L1", "W3.L2"]
    assert {one.kind for one in index.find("zebra")} == {"prompt", "evidence"}


def test_an_index_that_follows_another_finds_what_that_one_finds(pack: Pack) -> None:
    index = NodeIndex(pack)
    assert index.find("zebra") == ()
    other = NodeIndex(pack_with(pack, (QUESTION,)))
    other.prepare()
    index.follow(other)
    assert [one.id for one in index.find("zebra")] == ["W3.L1"]


def test_one_that_was_retracted_stays_readable_says_why_and_is_offered_no_longer(pack: Pack) -> None:
    gone = msgspec.structs.replace(QUESTION, retraction_reason="asked by W3.2 already")
    whole = pack_with(pack, (gone, ITEM))
    scope = scope_for(whole, ("acute",))
    assert node_texts(whole)["W3.L1"] == QUESTION.text
    assert scope.reason("W3.L1") == "The team added this and retracted it. Reason: asked by W3.2 already"
    assert scope.applies("W3.L2")
    assert [one.id for one in NodeIndex(whole, scope.applies).find("zebra")] == ["W3.L2"]
    assert retracted_nodes(whole) == {"W3.L1": "asked by W3.2 already"}


def test_an_own_question_is_on_every_role_card_after_the_framework_s_own_prompts(pack: Pack) -> None:
    whole = pack_with(pack, (QUESTION, ITEM))
    scope = scope_for(whole, ("acute",))
    assert pack.role_cards
    for role in [card.role for card in pack.role_cards if card_for(pack, (card.role,), scope)]:
        card = card_for(whole, (role,), scope)
        (own,) = [entry for entry in card if entry.node == "W3.L1"]
        assert (own.reason, own.because) == ("added by the team", "A question of the team's own (local).")
        assert own.roles == (role,)
        assert tuple(entry for entry in card if entry != own) == card_for(pack, (role,), scope)
        assert "W3.L2" not in {entry.node for entry in card}


def test_where_there_is_no_card_an_own_question_makes_none(pack: Pack) -> None:
    assert card_for(pack_with(pack, (QUESTION,)), ()) == ()
    assert card_for(pack_with(pack, (QUESTION,)), ("nobody",)) == ()
