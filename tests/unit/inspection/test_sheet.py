"""What a question sheet proposes, in which order and why."""

from tests.unit.inspection.conftest import a_line
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import Question
from wellled_desktop.inspection.sheet import Held, proposed_sheet


def test_about_eight_questions_an_hour_each_with_its_reason(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    for minutes, count in ((60, 8), (90, 12), (10, 4)):
        sheet = proposed_sheet(card, {}, (), (), minutes)
        assert len(sheet) == count
        assert all(one.why and one.text and one.node for one in sheet)


def test_the_first_questions_are_spread_over_the_kloes(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    kloes = [one.node.split(".")[0] for one in proposed_sheet(card, {}, (), (), 60) if one.node]
    assert len(set(kloes[:5])) == 5


def test_a_contradiction_comes_first_then_an_open_claim(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    claim = a_line(4, "Every ward is visited weekly.", claim=True, tags=("W1.3",))
    first, second, *_ = proposed_sheet(card, {"W5.4": Held(5, 2)}, (claim,), (), 60)
    assert (first.origin, first.node) == ("contradiction", "W5.4")
    assert "3 of 5 lines support it, 2 point the other way" in first.why
    assert (second.origin, second.text) == ("claim", "What shows that “Every ward is visited weekly”?")
    assert "S-01 l.4" in second.why


def test_what_is_on_the_sheet_is_not_proposed_again_and_dropped_ones_make_room(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    sheet = proposed_sheet(card, {}, (), (), 60)
    already = tuple(
        Question(str(place), "s1", place, one.text, one.why, one.origin, one.node, "open")
        for place, one in enumerate(sheet)
    )
    assert proposed_sheet(card, {}, (), already, 60) == ()
    dropped = (*already[:-1], Question("7", "s1", 7, sheet[-1].text, "", "role card", sheet[-1].node, "dropped"))
    (another,) = proposed_sheet(card, {}, (), dropped, 60)
    assert another.node not in {one.node for one in sheet}


def test_a_long_claim_is_quoted_short() -> None:
    from wellled_desktop.framework.role_cards import CardEntry

    entry = CardEntry("W1.1", "prompt", "Are leaders visible?", "by subject", "Because.", ("chief-executive",))
    claim = a_line(1, "word " * 200, claim=True, tags=("W1.1",))
    (question, *_) = proposed_sheet([entry], {}, (claim,), (), 60)
    assert len(question.text) < 200
    assert question.text.endswith("…”?")
