"""What the words of a core-service report's table are taken for."""

import datetime as dt

import pytest

from wellled_desktop.exchange.finding_words import is_no_day, node_words, other_way, weight_of
from wellled_desktop.framework.local import pack_with
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import LocalNode

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("rating", "weight"),
    [
        ("Outstanding", "strength"),
        ("GOOD", "strength"),
        ("Requires improvement", "concern"),
        ("Inadequate", "concern"),
        ("negative", "concern"),
        ("Positive finding", "strength"),
        ("Must do", "concern"),
        ("Not met", "concern"),
        ("Met", "strength"),
        ("non-compliant", "concern"),
        ("+", "strength"),
        ("\u2212", "concern"),
        ("", "neutral"),
        ("N/A", "neutral"),
        ("Not rated", "neutral"),
        ("Good and inadequate", None),
        ("purple", None),
        ("???", None),
    ],
)
def test_a_rating_weighs_by_its_words_and_by_none_that_say_two_things(rating: str, weight: str | None) -> None:
    assert weight_of(rating) == weight


@pytest.mark.parametrize(
    ("cell", "turned"),
    [("yes", True), ("X", True), ("\u2713", True), ("no", False), ("", False), ("Points the other way", True),
     ("Requires improvement", True), ("Good", False), ("perhaps", None)],
)  # fmt: skip
def test_the_other_way_is_yes_or_no_in_some_form_or_a_rating(cell: str, turned: bool | None) -> None:
    assert other_way(cell) is turned


@pytest.mark.parametrize(
    ("cell", "nodes"),
    [
        ("W3.2", ("W3.2",)),
        ("well-led: w3.2 and W 4.e4.1", ("W3.2", "W4.E4.1")),
        ("W3", ("W3",)),
        ("information management", ("W6",)),
        ("Are leaders visible and approachable?", ("W1.3",)),
        ("W99.1", ()),
        ("Ward 3.2", ()),
        ("", ()),
    ],
)
def test_a_node_is_named_by_its_id_or_by_all_its_words(pack: Pack, cell: str, nodes: tuple[str, ...]) -> None:
    assert node_words(pack).found(cell) == nodes


def test_what_the_team_added_is_found_and_what_it_took_away_is_not(pack: Pack) -> None:
    def added(number: int, gone: str | None) -> LocalNode:
        at = NOW if gone else None
        return LocalNode(
            f"n{number}",
            f"W3.L{number}",
            "W3",
            number,
            "prompt",
            f"Own question {number}?",
            NOW,
            NOW.date(),
            "A",
            at,
            gone,
        )

    words = node_words(pack_with(pack, (added(1, None), added(2, "asked twice"))))
    assert words.found("w3.l1") == words.found("own question 1") == ("W3.L1",)
    assert words.found("W3.L2") == words.found("Own question 2?") == ()


@pytest.mark.parametrize(
    "cell", ["31/02/2026", "31 February 2026", "30th feb 2026", "2026-13-01", "0.1.2026", "1/1/0000"]
)
def test_what_is_written_as_a_day_and_is_none_is_known(cell: str) -> None:
    assert is_no_day(cell)


@pytest.mark.parametrize(
    "cell", ["", "28/02/2026", "29 Feb 2028", "2026-11-24", "November 2026", "12 wards 2026", "Q3"]
)
def test_a_day_or_other_words_are_no_mistake(cell: str) -> None:
    assert not is_no_day(cell)
