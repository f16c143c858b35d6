"""The agenda of an evening: its order, what becomes one item, what was settled earlier, and what comes back."""

import datetime as dt
from typing import Any

import pytest

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.corroboration.agenda import Agenda, Item, KloeAgenda, Weighed, drawn_up
from wellled_desktop.inspection.corroboration.digest import FreshLine, NewToday, digest
from wellled_desktop.inspection.corroboration.keeping import as_decided, kept_in_order
from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.inspection.triangulation.advice import advice_on
from wellled_desktop.inspection.triangulation.matrix import Cell, PromptRow
from wellled_desktop.inspection.triangulation.proving import UnprovenClaim
from wellled_desktop.inspection.triangulation.triangulating import Triangulated

FIRST, SECOND = dt.date(2026, 11, 24), dt.date(2026, 11, 25)
EVENING = dt.datetime(2026, 11, 24, 19, tzinfo=dt.UTC)


def prompt(row: PromptRow, text: str = "Is it so?") -> Triangulated:
    return Triangulated(row, advice_on(row), text)


CLAIM = UnprovenClaim("l9", "s1", "S-01 l.9", ("W1.E2", "W1.E3"))
CONTRADICTED = prompt(
    PromptRow("W1.3", {"executive": Cell(2), "staff": Cell(0, 1)}, frozenset((1, 2)), 2, unproven=(CLAIM,))
)
THIN = prompt(PromptRow("W1.1", {"executive": Cell(1)}, frozenset((1,)), 1))
MANY = prompt(PromptRow("W1.2", {"staff": Cell(3), "executive": Cell(1)}, frozenset((1, 2)), 4))
EMPTY = prompt(PromptRow("W1.4"))
NOT_OURS = prompt(PromptRow("W1.5"))
FRESH = NewToday((("staff", 2),), 1, 0, 1, ("l1",), ("e1",))


def weighed(day: dt.date = FIRST, **other: Any) -> Weighed:
    prompts = (THIN, MANY, CONTRADICTED, EMPTY, NOT_OURS)
    applies = frozenset(one.node for one in prompts if one is not NOT_OURS)
    fields: dict[str, Any] = {"day": day, "prompts": prompts, "applies": applies, "fresh": {"W1": FRESH}}
    return Weighed(**(fields | other))


def outcome(item: Item, day: dt.date = FIRST, at: dt.datetime = EVENING, **other: Any) -> CorroborationOutcome:
    fields: dict[str, Any] = {
        "id": f"o {item.key}",
        "kloe": item.kloe,
        "subject": item.subject,
        "said": item.said,
        "outcome": "enough",
        "reason": "",
        "request": None,
        "question": None,
        "recorded_at": at,
        "day": day,
        "author": "A. Inspector",
    }
    return CorroborationOutcome(**(fields | other))


def first(agenda: Agenda) -> KloeAgenda:
    return agenda.kloes[0]


def keys(agenda: Agenda) -> list[str]:
    return [item.key for item in first(agenda).items]


def find(agenda: Agenda, key: str) -> Item:
    return next(item for item in first(agenda).items if item.key == key)


@pytest.fixture
def agenda(pack: Pack) -> Agenda:
    return drawn_up(pack.kloes, weighed())


def test_what_is_new_comes_first_then_what_is_contradicted_then_what_rests_on_little_and_gaps_last(
    agenda: Agenda,
) -> None:
    assert keys(agenda) == [
        "new today W1",
        "contradicted W1.3",
        "one source only W1.1",
        "claim without proof W1.3",
        "said by many, written nowhere W1.2",
        "nothing yet W1.4",
    ]
    assert [len(one.items) for one in agenda.kloes[1:]] == [0] * 7
    assert first(agenda).undecided == 6


def test_of_contradictions_the_one_whose_sides_are_most_nearly_equal_comes_first(pack: Pack) -> None:
    sides = {"W1.1": (9, 1), "W1.2": (1, 3), "W1.3": (2, 3), "W1.4": (2, 9), "W1.5": (128, 1)}
    prompts = tuple(
        prompt(PromptRow(node, {"staff": Cell(support), "executive": Cell(1, against)}, frozenset((1, 2))))
        for node, (support, against) in sides.items()
    )
    found = [key for key in keys(drawn_up(pack.kloes, weighed(prompts=prompts))) if key.startswith("contradicted")]
    assert found == [f"contradicted {node}" for node in ("W1.3", "W1.2", "W1.4", "W1.1")]


def test_resting_on_too_little_in_several_ways_is_one_item_with_all_its_reasons(agenda: Agenda) -> None:
    item = find(agenda, "one source only W1.1")
    assert len(item.reasons) == 3
    assert item.said.startswith(
        "One source only, W1.1 Is it so? The only one comes from one source: executive. All of it"
    )


def test_a_claim_brings_its_line_and_what_could_prove_it(agenda: Agenda) -> None:
    item = find(agenda, "claim without proof W1.3")
    assert (item.claims, item.could_prove) == (("l9",), ("W1.E2", "W1.E3"))
    assert find(agenda, "contradicted W1.3").claims == ()


def test_what_could_prove_a_claim_is_of_the_first_claim_and_asking_changes_no_mark(pack: Pack) -> None:
    def item(*claims: UnprovenClaim) -> Item:
        row = PromptRow("W1.3", {"staff": Cell(1, 0)}, unproven=claims)
        prompts = (Triangulated(row, advice_on(row), "Is it so?"),)
        agenda = drawn_up(pack.kloes, Weighed(FIRST, prompts, frozenset()))
        return find(agenda, "claim without proof W1.3")

    other = UnprovenClaim("l10", "s1", "S-01 l.10", ())
    before, after = item(CLAIM, other), item(other, CLAIM)
    assert (before.could_prove, after.could_prove) == (("W1.E2", "W1.E3"), ())
    assert before.mark == after.mark, "nothing came: a request was made"


def test_what_is_new_says_how_much_by_source_and_is_another_item_on_another_day(agenda: Agenda) -> None:
    item = find(agenda, "new today W1")
    assert item.reasons == ("1 concern, 1 claim; by source: 2 staff. 1 evidence entry received.",)
    assert (item.lines, item.entries) == (("l1",), ("e1",))
    assert item.said.startswith("New today, W1: 1 concern")
    assert item.subject == "new today W1; 2026-11-24 2 lines, 1 entries"


def test_what_was_decided_this_evening_stays_with_its_outcome(pack: Pack, agenda: Agenda) -> None:
    decided = outcome(find(agenda, "contradicted W1.3"))
    item = find(drawn_up(pack.kloes, weighed(outcomes=(decided,))), "contradicted W1.3")
    assert (item.outcome, item.changed, item.before) == (decided, False, None)


def test_what_was_settled_on_an_earlier_evening_is_left_out_and_counted(pack: Pack, agenda: Agenda) -> None:
    decided = tuple(outcome(find(agenda, key)) for key in ("contradicted W1.3", "nothing yet W1.4"))
    again = drawn_up(pack.kloes, weighed(SECOND, outcomes=decided))
    assert "contradicted W1.3" not in keys(again)
    assert "nothing yet W1.4" not in keys(again)
    assert first(again).settled == 2


def test_it_comes_back_when_something_new_was_linked_even_where_the_numbers_are_the_same(
    pack: Pack, agenda: Agenda
) -> None:
    decided = outcome(find(agenda, "contradicted W1.3"))
    later = {"W1.3": EVENING + dt.timedelta(hours=12)}
    item = find(drawn_up(pack.kloes, weighed(SECOND, outcomes=(decided,), newest=later)), "contradicted W1.3")
    assert (item.outcome, item.before) == (None, decided)
    earlier = {"W1.3": EVENING - dt.timedelta(hours=1)}
    assert first(drawn_up(pack.kloes, weighed(SECOND, outcomes=(decided,), newest=earlier))).settled == 1


def test_it_comes_back_when_how_much_is_held_has_changed(pack: Pack, agenda: Agenda) -> None:
    decided = outcome(find(agenda, "contradicted W1.3"))
    more = prompt(PromptRow("W1.3", {"executive": Cell(3), "staff": Cell(0, 1)}, frozenset((1, 2)), 2))
    again = drawn_up(pack.kloes, weighed(SECOND, prompts=(more,), outcomes=(decided,)))
    assert find(again, "contradicted W1.3").before == decided
    tonight = drawn_up(pack.kloes, weighed(FIRST, prompts=(more,), outcomes=(decided,)))
    assert find(tonight, "contradicted W1.3").changed


def test_of_several_outcomes_the_last_counts(pack: Pack, agenda: Agenda) -> None:
    item = find(agenda, "contradicted W1.3")
    both = outcome(item, id="o1"), outcome(item, id="o2", outcome="drop")
    found = find(drawn_up(pack.kloes, weighed(outcomes=both)), item.key)
    assert found.outcome == both[1]


def test_the_day_s_own_outcome_counts_before_one_that_another_day_s_meeting_recorded_later(
    pack: Pack, agenda: Agenda
) -> None:
    item = find(agenda, "contradicted W1.3")
    own = outcome(item, id="o1")
    later = outcome(item, SECOND, EVENING + dt.timedelta(days=1), id="o2", outcome="drop")
    again = outcome(item, FIRST, EVENING + dt.timedelta(days=2), id="o3")
    for outcomes, on_first, on_second in (
        ((own, later), own, later),
        ((later, again), again, later),
        ((later,), later, later),
    ):
        on = {day: drawn_up(pack.kloes, weighed(day, outcomes=outcomes)) for day in (FIRST, SECOND)}
        assert [find(on[day], item.key).outcome for day in (FIRST, SECOND)] == [on_first, on_second]


def test_what_a_later_meeting_decided_of_what_was_new_then_says_nothing_of_an_earlier_day(
    pack: Pack, agenda: Agenda
) -> None:
    new = find(drawn_up(pack.kloes, weighed(SECOND)), "new today W1")
    later = outcome(new, SECOND)
    assert find(drawn_up(pack.kloes, weighed(SECOND, outcomes=(later,))), "new today W1").outcome == later
    assert find(drawn_up(pack.kloes, weighed(FIRST, outcomes=(later,))), "new today W1") == find(agenda, "new today W1")


# During the meeting


def test_what_is_new_comes_at_the_end_and_what_is_no_longer_so_stays_and_says_it(pack: Pack, agenda: Agenda) -> None:
    new = prompt(PromptRow("W1.2", {"document": Cell(1)}, outside=True))
    decided = outcome(find(agenda, "contradicted W1.3"))
    now = drawn_up(pack.kloes, weighed(prompts=(new, THIN, EMPTY), outcomes=(decided,)))
    kept = kept_in_order(agenda, now, (decided,))
    assert keys(kept) == [*keys(agenda), "document only W1.2"]
    gone = find(kept, "contradicted W1.3")
    assert (gone.over, gone.outcome) == (True, decided)
    assert find(kept, "claim without proof W1.3").outcome is None
    assert not find(kept, "one source only W1.1").over
    assert first(kept).undecided == 4


def test_another_day_is_another_agenda(pack: Pack, agenda: Agenda) -> None:
    another = drawn_up(pack.kloes, weighed(SECOND, prompts=(EMPTY,), fresh={}))
    assert kept_in_order(agenda, another, ()) == another


def test_a_kloe_that_was_not_there_is_taken_as_it_is(agenda: Agenda) -> None:
    assert kept_in_order(Agenda(FIRST, ()), agenda, ()) == agenda


def test_what_was_decided_since_stands_on_its_item_and_what_was_taken_back_does_not(agenda: Agenda) -> None:
    decided = outcome(find(agenda, "contradicted W1.3"))
    now = as_decided(agenda, {"contradicted W1.3": decided})
    assert find(now, "contradicted W1.3").outcome == decided
    assert first(now).undecided == first(agenda).undecided - 1
    assert as_decided(now, {"contradicted W1.3": None}) == agenda


def test_the_next_to_weigh_is_looked_for_from_the_present_one_on_and_round_again(agenda: Agenda) -> None:
    decided = {item.key: outcome(item) for item in first(agenda).items}
    open_ones = {keys(agenda)[1], keys(agenda)[4]}
    now = first(as_decided(agenda, {key: one for key, one in decided.items() if key not in open_ones}))
    assert [now.next_undecided(at) for at in (-1, 0, 1, 3, 4, 5)] == [1, 1, 4, 4, 1, 1]
    assert first(as_decided(agenda, decided)).next_undecided() is None
    assert KloeAgenda("W1", "Empty").next_undecided() is None


# What is new


def test_a_day_s_lines_count_once_and_stand_in_the_order_of_being_told_each_source_in_turn() -> None:
    staff = [FreshLine(f"s{at}", "staff", False, "strength") for at in range(9)]
    chief = FreshLine("c1", "executive", True, "concern")
    found = digest([*staff, chief, chief], ["e1", "e1"])
    assert found is not None
    assert found.sources == (("executive", 1), ("staff", 9))
    assert (found.concerns, found.strengths, found.claims, found.entries) == (1, 9, 1, ("e1",))
    assert found.lines == ("c1", *(f"s{at}" for at in range(9)))


def test_a_day_with_nothing_is_no_item_and_one_with_evidence_alone_says_so() -> None:
    assert digest([], []) is None
    found = digest([], ["e1", "e2"])
    assert found is not None
    assert found.in_words == "2 evidence entries received."
    lines = digest([FreshLine("l1", "staff", False, "strength")], [])
    assert lines is not None
    assert lines.in_words == "1 strength; by source: 1 staff."


def test_the_place_of_an_outcome_is_that_of_its_item_on_its_own_day(agenda: Agenda) -> None:
    item = find(agenda, "contradicted W1.3")
    assert agenda.place_of(outcome(item)) == 0
    assert agenda.place_of(outcome(item, SECOND)) is None
    assert agenda.place_of(outcome(item, kloe="W2")) is None
    assert agenda.place_of(outcome(item, subject="leaders only W1.3; 2")) is None


def test_the_kloe_of_a_node_is_found_and_otherwise_the_first_with_something_to_weigh(agenda: Agenda) -> None:
    assert agenda.place_wanted("W3.2") == 2
    assert agenda.place_wanted("W3") == 2
    assert agenda.place_wanted("W9.1") == 0
    later = Agenda(agenda.day, (agenda.kloes[1], agenda.kloes[0]))
    assert later.place_wanted("") == 1
    assert Agenda(agenda.day, agenda.kloes[1:]).place_wanted("") == 0
