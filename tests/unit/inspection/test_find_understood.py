"""What is said of how a text was understood, and of why nothing was found."""

import datetime as dt

import pytest

from tests.store.packs import tiny_pack
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.find.understood import not_understood, said_of, why_nothing
from wellled_desktop.inspection.read_models.found import Found

READER = Reader(tiny_pack(), dt.date(2026, 11, 24))
DAYS = 3


def why(typed: str, *carried_by_nothing: str, days: int = DAYS) -> str:
    return why_nothing(READER.read(typed), Found(carried_by_nothing=carried_by_nothing), days)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("night cover", ()),
        ("type:said is:claim -in:W3", ()),
        ("type:sayd night", ("type:sayd",)),
        ("night -is:nonsense colour:red", ("-is:nonsense", "colour:red")),
        ("at 10:15 ::", ()),
    ],
)
def test_what_looks_like_an_operator_and_is_none_is_known(typed: str, parts: tuple[str, ...]) -> None:
    assert not_understood(READER, typed) == parts


def test_of_what_was_not_understood_the_first_is_said() -> None:
    assert said_of(()) == ""
    assert said_of(("type:sayd",)) == "type: goes with said, seen, read, data or inference."
    assert said_of(("-IS:nonsense", "colour:red", "in:")) == (
        "is: goes with claim, concern, strength or retracted. “colour:red” is looked for as words."
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "day:9",
            "day:9 is Wed 2 December, and nothing in the record is of that day: this inspection has 3 days",
        ),
        ("day:2", "day:2 is Wed 25 November, and nothing in the record is of that day"),
        ("day:24-12", "day:24-12 is Thu 24 December, and nothing in the record is of that day"),
        ("in:w9", "Nothing in the record is linked to w9"),
        ("from:governors", "Nothing in the record is from governors yet"),
        ("from:nobody", "No role of the framework is called nobody, and nobody called so has written anything here"),
        (
            'FROM:"no body"',
            "No role of the framework is called no body, and nobody called so has written anything here",
        ),
        ("type:inference", "Nothing in the record is marked type:inference"),
        ("is:claim", "Nothing in the record is marked is:claim"),
    ],
)
def test_a_mark_that_nothing_carries_is_named(typed: str, said: str) -> None:
    assert why(f"{typed} night", typed) == f"Nothing was found. {said}."


def test_every_mark_that_nothing_carries_is_named() -> None:
    assert why("is:claim in:W1 day:1", "is:claim", "in:W1") == (
        "Nothing was found. Nothing in the record is marked is:claim. Nothing in the record is linked to W1."
    )
    assert why("day:9", "day:9", days=1).endswith("this inspection has 1 day.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("night cover", "Fewer words, or only how they begin, may find more."),
        ("-night", "Fewer words, or only how they begin, may find more."),
        ('"night cover"', "Fewer words, only how they begin, or no quotation marks, may find more."),
        ("night in:W1", "Fewer words, only how they begin, or leaving out in:W1, may find more."),
        ("is:claim in:W1", "Leaving out in:W1 may find more."),
    ],
)
def test_where_nothing_is_found_it_is_said_what_may_find_more(typed: str, said: str) -> None:
    assert why(typed) == f"Nothing was found. {said}"
