"""Finding a node by what one types."""

import re

import pytest

from wellled_desktop.framework.finding import NodeIndex, find_nodes
from wellled_desktop.framework.pack import Pack


def ids(pack: Pack, typed: str, limit: int = 8) -> list[str]:
    return [node.id for node in find_nodes(pack, typed, limit)]


@pytest.mark.parametrize("typed", ["W4.E4.1", "w4.e4.1", "#w4.e4.1", "w4e41", " W4.E4.1 "])
def test_an_id_finds_its_node_however_it_is_written(pack: Pack, typed: str) -> None:
    assert ids(pack, typed) == ["W4.E4.1"]


def test_the_start_of_an_id_finds_what_begins_so_in_reading_order(pack: Pack) -> None:
    assert ids(pack, "w1.e") == [f"W1.E{number}" for number in range(1, 9)]
    assert ids(pack, "W3.", 4) == ["W3.1", "W3.2", "W3.3", "W3.4"]


def test_the_whole_id_comes_before_those_that_begin_with_it(pack: Pack) -> None:
    assert ids(pack, "W2.E1", 3) == ["W2.E1", "W2.E10", "W2.E11"]


def test_a_kloe_is_found_with_its_question(pack: Pack) -> None:
    first = find_nodes(pack, "W6")[0]
    assert (first.id, first.kind, first.kloe) == ("W6", "kloe", "W6")
    assert first.text.startswith("Is appropriate and accurate information")


def test_the_beginning_of_a_word_is_enough(pack: Pack) -> None:
    assert "W3.G6" in ids(pack, "bully")
    assert "W3.E12" in ids(pack, "BULLY")


def test_prompts_come_first_then_what_begins_with_the_word_then_what_speaks_of_it(pack: Pack) -> None:
    found = find_nodes(pack, "risk", 40)
    assert [node.id for node in found[:3]] == ["W5.4", "W5.5", "W5"]
    in_the_text = [node.kind for node in found if " risk" in f" {node.text.casefold()}"]
    order = ["prompt", "kloe", "guidance", "evidence", "reference"]
    assert [node.id for node in found[3:5]] == ["W4.E7.1", "W5.E3"]  # Risk; Risk management strategy
    kinds = [*in_the_text[:3], *in_the_text[5:]]
    assert kinds == sorted(kinds, key=order.index)
    assert {"prompt", "guidance", "evidence"} <= set(kinds)
    assert ids(pack, "complaints")[:2] == ["W3.E9", "W4.G1"]  # Complaints data; e.g. complaints data
    assert ids(pack, "risk management s")[0] == "W5.E3"


def test_a_whole_word_or_its_plural_comes_before_one_that_only_begins_so(pack: Pack) -> None:
    found = find_nodes(pack, "plan", 40)
    whole = [re.search(r"\bplans?\b", node.text, re.IGNORECASE) is not None for node in found]
    assert whole == sorted(whole, reverse=True)
    assert {True, False} == set(whole)


def test_typing_on_to_the_end_of_a_word_does_not_move_what_is_offered(pack: Pack) -> None:
    assert ids(pack, "ris") == ids(pack, "risk")


def test_words_are_found_in_any_order(pack: Pack) -> None:
    assert set(ids(pack, "succession plan")) == {"W1.4", "W1.E5"}
    assert ids(pack, "plan succession") == ids(pack, "succession plan")


def test_words_side_by_side_come_first(pack: Pack) -> None:
    assert ids(pack, "quality accounts")[0] == "W5.E15"


def test_every_word_must_fit_if_any_node_has_them_all(pack: Pack) -> None:
    assert ids(pack, "worry list") == ["W5.4"]


def test_one_strange_word_among_others_does_not_spoil_the_search(pack: Pack) -> None:
    assert ids(pack, "worry zebra") == ["W5.4"]
    assert ids(pack, "zebra") == []


def test_a_slip_of_the_keys_finds_what_was_meant(pack: Pack) -> None:
    assert set(ids(pack, "sucession plan")) == set(ids(pack, "succession plan"))
    assert ids(pack, "whistelblowing", 40) == ids(pack, "whistleblowing", 40)


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("ICB", "W2.E13"),
        ("integrated care board", "W2.E13"),
        ("CCG", "W2.E13"),
        ("ics", "W2.G3"),
        ("DSPT", "W6.E14"),
        ("information governance toolkit", "W6.G5"),
        ("PSIRF", "W3.R4"),
        ("BAF", "W4.E4.7"),
        ("linac", "W2.G12"),
        ("whistleblowing", "W3.G2"),
        ("fit and proper", "W1.E4"),
        ("FPPR", "W3.R15"),
        ("NHS England", "W2.E11"),
    ],
)
def test_names_of_then_and_now_find_one_another(pack: Pack, typed: str, node: str) -> None:
    assert node in ids(pack, typed, 40)


def test_the_words_of_the_text_come_before_those_of_an_alias(pack: Pack) -> None:
    found = ids(pack, "race equality", 40)
    assert found[0].startswith(("W1.R12", "W3.R8"))
    assert "W1.E8" in found


def test_a_node_says_what_it_is(pack: Pack) -> None:
    kinds = {typed: find_nodes(pack, typed)[0].kind for typed in ("W1.1", "W1.G4.2", "W4.E4.3", "W1.R1")}
    assert kinds == {"W1.1": "prompt", "W1.G4.2": "guidance", "W4.E4.3": "evidence", "W1.R1": "reference"}


@pytest.mark.parametrize("typed", ["", "   ", "#", "…", "“”"])
def test_nothing_typed_finds_nothing(pack: Pack, typed: str) -> None:
    assert ids(pack, typed) == []


def test_no_more_is_found_than_asked_for(pack: Pack) -> None:
    assert len(ids(pack, "trust", 3)) == 3


def test_an_index_prepared_beforehand_finds_the_same(pack: Pack) -> None:
    prepared = NodeIndex(pack)
    prepared.prepare()
    assert prepared.find("succession") == NodeIndex(pack).find("succession") != ()


def test_what_applies_to_the_trust_comes_first_and_an_id_finds_its_node_all_the_same(pack: Pack) -> None:
    everything = [node.id for node in NodeIndex(pack).find("risk", 200)]
    scoped = NodeIndex(pack, lambda node: node != everything[0])
    assert [node.id for node in scoped.find("risk", 200)] == [*everything[1:], everything[0]]
    assert scoped.find(everything[0])[0].id == everything[0]
