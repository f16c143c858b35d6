"""The reading plan's pages: typed, split, and counted by who reads them."""

import datetime as dt
from itertools import count

import msgspec
import pytest

from wellled_desktop.inspection.commands import PlanReading
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.page_ranges import (
    Pages,
    Share,
    check_within,
    next_state,
    not_in_team,
    planned,
    planned_anew,
    shares,
    split_evenly,
    told_of_overlaps,
    told_of_strangers,
    typed_pages,
    typed_readers,
)
from wellled_desktop.inspection.read_models import ReadingPart
from wellled_desktop.inspection.words import ReadingState

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("typed", "pages"),
    [("1-80", (1, 80)), (" 1 – 80 ", (1, 80)), ("1 to 80", (1, 80)), ("p. 12", (12, 12)), ("pages 3—4", (3, 4))],
)
def test_pages_are_understood_as_people_type_them(typed: str, pages: tuple[int, int]) -> None:
    assert typed_pages(typed) == Pages(*pages)


@pytest.mark.parametrize("typed", ["", "eighty", "1-", "0-3", "9-3", "1-100001", "1-2-3"])
def test_what_are_no_pages_is_told_in_a_sentence(typed: str) -> None:
    with pytest.raises(RuleBroken, match="nothing was recorded"):
        typed_pages(typed)


def test_readers_are_typed_by_name_or_only_counted() -> None:
    assert typed_readers("A. Inspector,  B.  Second ,") == ("A. Inspector", "B. Second")
    assert typed_readers("4") == ("", "", "", "")
    assert typed_readers(" ") == typed_readers("0") == ("",)
    with pytest.raises(RuleBroken, match="at most 50"):
        typed_readers("51")


def test_three_hundred_pages_are_split_among_four() -> None:
    assert split_evenly(Pages(1, 300), 4) == (Pages(1, 75), Pages(76, 150), Pages(151, 225), Pages(226, 300))
    assert split_evenly(Pages(11, 20), 3) == (Pages(11, 14), Pages(15, 17), Pages(18, 20))
    assert split_evenly(Pages(1, 2), 4) == (Pages(1, 1), Pages(2, 2))


def test_the_parts_go_to_the_readers_in_their_order() -> None:
    made = planned("e1", Pages(1, 5), ("A", "B"), map(str, count()))
    assert made == (PlanReading("0", "e1", 1, 3, "A"), PlanReading("1", "e1", 4, 5, "B"))
    (of_a_file,) = planned("e1", Pages(1, 5), ("A",), map(str, count()), "a1")
    assert of_a_file == PlanReading("0", "e1", 1, 5, "A", "a1")


def test_the_states_go_round() -> None:
    states: list[ReadingState] = ["to read", "reading", "read"]
    assert [next_state(state) for state in states] == ["reading", "read", "to read"]


def part(reader: str, first: int, last: int, state: ReadingState) -> ReadingPart:
    return ReadingPart(f"p{first}", "e1", "E-001", "A pack", first, last, reader, state, NOON, "A")


def test_what_each_has_to_read_is_counted_in_pages_and_what_nobody_reads_comes_last() -> None:
    parts = (
        part("", 1, 10, "to read"),
        part("A", 11, 20, "read"),
        part("B", 21, 21, "reading"),
        part("A", 22, 26, "to read"),
    )
    assert shares(parts) == (Share("A", 10, 15), Share("B", 0, 1), Share("", 0, 10))


def test_readers_who_are_not_in_the_team_are_told_by_name_and_those_who_are_are_not() -> None:
    team = ("A. Inspector", "B. Second")
    assert not_in_team(("b.  second", "", "Zed Nobody", "Zed Nobody", "Y"), team) == ("Zed Nobody", "Y")
    assert told_of_strangers(()) == ""
    assert told_of_strangers(("Zed Nobody",)).startswith("“Zed Nobody” is not in the team of this inspection; ")
    assert told_of_strangers(("X", "Y", "Z")).startswith("“X”, “Y” and “Z” are not in the team of this inspection; ")


def test_pages_that_the_file_has_not_are_refused_where_it_is_known_how_many_it_has() -> None:
    check_within(Pages(1, 4), "pack.pdf", 4)
    check_within(Pages(1, 900), "scan.doc", 0)
    with pytest.raises(
        RuleBroken, match=r"“pack\.pdf” has 1,200 pages, so it has no page 9,000 to read; nothing was recorded"
    ):
        check_within(Pages(1, 9_000), "pack.pdf", 1_200)
    with pytest.raises(RuleBroken, match="has 1 page, so"):
        check_within(Pages(2, 2), "note.pdf", 1)


def test_pages_that_somebody_was_given_before_are_told() -> None:
    known = (part("A", 1, 10, "read"), part("", 11, 20, "to read"))
    apart = (PlanReading("x", "e1", 21, 30), PlanReading("x", "e2", 1, 9), PlanReading("x", "e1", 1, 9, "", "a1"))
    assert told_of_overlaps(apart, known) == ""
    told = told_of_overlaps((PlanReading("x", "e1", 10, 12, "B"),), known)
    assert told == "Already on the plan, and now there twice: p. 10 (A), p. 11–12 (nobody yet)."
    gone = msgspec.structs.replace(known[0], withdrawn_at=NOON)
    assert told_of_overlaps((PlanReading("x", "e1", 1, 10),), (gone,)) == ""
    many = tuple(PlanReading(f"x{page}", "e1", page, page) for page in range(1, 6))
    assert told_of_overlaps(many, known).endswith("p. 1 (A), p. 2 (A), p. 3 (A) and 2 more.")


def test_a_part_is_told_apart_from_itself_as_it_was_before() -> None:
    known = part("A", 1, 10, "read")
    anew = planned_anew(known, Pages(2, 11))
    assert anew == PlanReading("p1", "e1", 2, 11, "A")
    assert told_of_overlaps((anew,), (known,)) == ""
