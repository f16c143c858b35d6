"""What a question sheet proposes, in which order and why."""

import datetime as dt

from tests.unit.inspection.conftest import a_line
from wellled_desktop.framework.pack import Pack, walk
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import Question, Session
from wellled_desktop.inspection.sheet import Held, SheetMatter, drawn_up, proposed_sheet, questions_that_fit


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


def test_a_claim_of_which_the_role_card_raises_nothing_is_no_question_of_that_card(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    node = next(one.id for _, one in walk(pack) if one.id not in {entry.node for entry in card})
    claims = [a_line(1, "It is so.", claim=True, tags=(node,)), a_line(2, "That too.", claim=True)]
    assert "claim" not in {one.origin for one in proposed_sheet(card, {}, claims, (), 60)}


def test_claims_take_half_of_the_sheet_at_most_and_are_spread_over_the_kloes(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    nodes = ("W1.2", "W1.2", "W1.2", "W2.2", "W3.4", "W4.2", "W5.4")
    claims = [
        a_line(number, f"Claim {number}.", claim=True, tags=(node,)) for number, node in enumerate(nodes, start=1)
    ]
    sheet = proposed_sheet(card, {}, claims, (), 60)
    assert [one.node for one in sheet if one.origin == "claim"] == ["W1.2", "W2.2", "W3.4", "W4.2"]
    assert len(sheet) == 8
    already = tuple(
        Question(str(place), "s1", place, one.text, one.why, one.origin, one.node, "open")
        for place, one in enumerate(sheet[:6])
    )
    assert [one.origin for one in proposed_sheet(card, {}, claims, already, 60)] == ["role card"] * 2


def test_where_everything_is_contradicted_the_most_even_come_first_and_leave_room_for_claims_and_the_role_card(
    pack: Pack, scope: Scope
) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    prompts = [entry.node for entry in card if entry.kind == "prompt"]
    held = {node: Held(100, 3) for node in prompts[:-2]} | {"W5.4": Held(100, 40), "W4.2": Held(10, 5)}
    held |= {prompts[-2]: Held(9), prompts[-1]: Held(2)}
    claims = [a_line(number, f"Claim {number}.", claim=True, tags=("W1.3",)) for number in range(6)]
    sheet = proposed_sheet(card, held, claims, (), 60)
    assert [one.node for one in sheet[:2]] == ["W4.2", "W5.4"]
    assert [one.origin for one in sheet] == ["contradiction"] * 2 + ["claim"] * 4 + ["role card"] * 2
    assert {one.node for one in sheet[-2:]} == {prompts[-1], prompts[-2]}
    already = tuple(
        Question(str(place), "s1", place, one.text, one.why, one.origin, one.node, "open")
        for place, one in enumerate(sheet[:2])
    )
    assert "contradiction" not in {one.origin for one in proposed_sheet(card, held, claims, already, 60)}
    without_claims = [one.origin for one in proposed_sheet(card, held, (), (), 60)]
    assert without_claims == ["contradiction"] * 2 + ["role card"] * 2 + ["contradiction"] * 4


def test_of_what_has_lines_already_that_with_fewest_comes_first(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    prompts = [entry.node for entry in card if entry.kind == "prompt"]
    held = {node: Held(50 - place) for place, node in enumerate(prompts)}
    first, *_ = proposed_sheet(card, held, (), (), 60)
    assert first.node == prompts[-1]


def test_one_line_on_each_side_is_said_in_the_singular(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    first, *_ = proposed_sheet(card, {"W5.4": Held(2, 1)}, (), (), 60)
    assert first.why == "Contradicted: 1 of 2 lines supports it, 1 points the other way."


def test_what_the_role_card_raises_says_how_many_lines_there_are(pack: Pack, scope: Scope) -> None:
    (entry,) = (one for one in card_for(pack, ("chief-executive",), scope) if one.node == "W5.4")
    for lines, words in ((0, "nothing"), (1, "1 line"), (7, "7 lines")):
        (question,) = proposed_sheet([entry], {"W5.4": Held(lines)}, (), (), 60)
        assert question.why == f"{entry.because} When drawn up: {words} on it."


def test_each_session_gets_what_its_own_roles_raise_and_a_full_sheet_gets_nothing(pack: Pack, scope: Scope) -> None:
    ids = (f"q{number}" for number in range(100))
    claim = a_line(4, "Every ward is visited weekly.", claim=True, tags=("W1.4",))
    chair, full = a_session("chair", "trust-chair"), a_session("full", "chief-executive")
    sheet = tuple(Question(str(place), "full", place, f"{place}?", "", "own", None, "open") for place in range(8))
    matter = SheetMatter((chair, full), {}, (claim,), {"full": sheet})
    (added,) = drawn_up(pack, scope, matter, lambda: next(ids))
    assert added.session == "chair"
    assert len(added.questions) == questions_that_fit(60) == 8
    assert added.questions[0].origin == "claim"
    assert {one.node for one in added.questions} <= {entry.node for entry in card_for(pack, ("trust-chair",), scope)}


def test_a_claim_without_a_tag_is_asked_after_on_one_sheet_of_the_role_that_made_it(pack: Pack, scope: Scope) -> None:
    ids = (f"q{number}" for number in range(100))
    claims = tuple(a_line(number, f"Untagged {number}.", claim=True, session_id="held") for number in range(4))
    sessions = (a_session("chair", "trust-chair"), a_session("chief", "chief-executive"))
    matter = SheetMatter(sessions, {}, claims, {}, {"held": ("chief-executive",)})
    chair, chief = drawn_up(pack, scope, matter, lambda: next(ids))
    assert "claim" not in {one.origin for one in chair.questions}
    asked = [one for one in chief.questions if one.origin == "claim"]
    assert [one.text for one in asked] == [f"What shows that “Untagged {number}”?" for number in range(4)]
    assert {one.node for one in asked} == {None}
    assert len(chief.questions) == questions_that_fit(60)


def test_claims_that_no_role_card_raises_are_shared_out_and_none_is_asked_after_twice(pack: Pack, scope: Scope) -> None:
    ids = (f"q{number}" for number in range(200))
    tags: tuple[tuple[str, ...], ...] = ((), ("W1",), (), ("W1",))
    claims = tuple(a_line(number, f"Loose {number}.", claim=True, tags=on) for number, on in enumerate(tags))
    sessions = tuple(a_session(role, role) for role in ("trust-chair", "chief-executive"))
    drawn = drawn_up(pack, scope, SheetMatter(sessions, {}, claims, {}), lambda: next(ids))
    asked = [[one.text for one in added.questions if one.origin == "claim"] for added in drawn]
    assert [len(texts) for texts in asked] == [2, 2]
    assert len({text for texts in asked for text in texts}) == 4
    on_sheets = {
        added.session: tuple(
            Question(one.id, added.session, place, one.text, one.why, one.origin, one.node, "open")
            for place, one in enumerate(added.questions)
        )
        for added in drawn
    }
    later = SheetMatter((a_session("later", "trust-chair"),), {}, claims, on_sheets)
    (again,) = drawn_up(pack, scope, later, lambda: next(ids))
    assert "claim" not in {one.origin for one in again.questions}


def test_what_was_claimed_in_a_session_is_a_question_for_other_sessions_alone(pack: Pack, scope: Scope) -> None:
    ids = (f"q{number}" for number in range(100))
    claims = (
        a_line(1, "Every ward is visited.", claim=True, tags=("W1.4",), session_id="here"),
        a_line(2, "The roof holds.", claim=True, session_id="here"),
    )
    here, there = a_session("here", "chief-executive"), a_session("there", "chief-executive")
    (alone,) = drawn_up(pack, scope, SheetMatter((here,), {}, claims, {}), lambda: next(ids))
    assert "claim" not in {one.origin for one in alone.questions}
    assert len(alone.questions) == questions_that_fit(60)
    own, other = drawn_up(pack, scope, SheetMatter((here, there), {}, claims, {}), lambda: next(ids))
    assert "claim" not in {one.origin for one in own.questions}
    asked = [one.text for one in other.questions if one.origin == "claim"]
    assert asked == ["What shows that “Every ward is visited”?", "What shows that “The roof holds”?"]


def test_claims_that_the_card_raises_leave_room_for_others_and_the_others_for_them(pack: Pack, scope: Scope) -> None:
    card = card_for(pack, ("chief-executive",), scope)
    claims = [a_line(number, f"Claim {number}.", claim=True, tags=("W1.3",)) for number in range(6)]
    loose = [a_line(number, f"Loose {number}.", claim=True) for number in range(6)]
    asked = [one.node for one in proposed_sheet(card, {}, claims, (), 60, loose=loose) if one.origin == "claim"]
    assert asked == ["W1.3", "W1.3", None, None]


def a_session(session_id: str, role: str) -> Session:
    return Session(
        session_id, 1, "interview", "", (role,), (), None, 60, "", "", "", None, None, dt.date(2026, 11, 25), 0
    )
