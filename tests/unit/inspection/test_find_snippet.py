"""The part of a text that is shown for what was found, and what is marked in it."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.store.packs import tiny_pack
from wellled_desktop.framework.pack import Alias
from wellled_desktop.inspection.find.snippet import WORDS, holds, snippet
from wellled_desktop.inspection.find.typed import Reader

READER = Reader(tiny_pack(), dt.date(2026, 11, 24))
WITH_ALIASES = Reader(
    msgspec.structs.replace(
        tiny_pack(), aliases=(Alias(term="CCG", means="clinical commissioning group", now=("ICB",)),)
    ),
    dt.date(2026, 11, 24),
)


def marked(text: str, typed: str) -> list[str]:
    shown = snippet(text, READER.read(typed))
    return [shown.text[start:end] for start, end in shown.marked]


def test_each_word_found_is_marked_whole() -> None:
    assert marked("Nightly cover, by night", "nig") == ["Nightly", "night"]
    assert marked("Nightly cover, by night", "night ") == ["night"]


def test_accents_and_capitals_make_no_difference() -> None:
    assert marked("Le CAFÉ, cafe\u0301", "cafe ") == ["CAFÉ", "cafe"]


def test_words_side_by_side_are_marked_only_where_they_are() -> None:
    assert marked("night cover and night staff", '"night cov') == ["night cover"]


def test_of_places_that_overlap_the_first_is_marked_and_the_longer_of_two() -> None:
    assert marked("the night cover", '"the night" "night cover" cover ') == ["the night", "cover"]
    assert marked("the night cover", 'night "night cover" ') == ["night cover"]


def test_of_one_long_word_only_the_end_is_shown_before_a_place() -> None:
    shown = snippet("x" * 2_000 + " found", READER.read("found "))
    assert shown.text.startswith("… x")
    assert len(shown.text) < 1_000


def test_the_words_around_the_first_place_are_shown_on_one_line() -> None:
    text = "\n".join(["word"] * 100 + ["found"] + ["after"] * 100)
    shown = snippet(text, READER.read("found "))
    assert shown.text.startswith("… word ")
    assert shown.text.endswith(" after …")
    assert len(shown.text.split()) == WORDS + 2
    assert [shown.text[start:end] for start, end in shown.marked] == ["found"]


def test_where_nothing_is_to_be_marked_the_beginning_is_shown() -> None:
    assert snippet("one two", READER.read("in:W1")) == ("one two", ())
    assert snippet("", READER.read("x ")) == ("", ())
    assert snippet("one " * 100, READER.read("")).text == "one " * (WORDS - 1) + "one …"


def test_at_the_end_of_a_text_as_much_is_shown_as_at_its_beginning() -> None:
    shown = snippet("word " * 100 + "last", READER.read("last "))
    assert shown.text.split()[-1] == "last"
    assert len(shown.text.split()) == WORDS + 1


@pytest.mark.parametrize(
    ("typed", "held", "held_whole"),
    [
        ("night cover", True, True),
        ("cover night ", True, True),
        ("night cov", True, False),
        ("night day ", False, False),
        ('"night cover"', True, True),
        ('"cover night"', False, False),
        ("ICB", True, True),
        ("in:W1", True, True),
    ],
)
def test_a_text_holds_what_is_typed_where_it_has_every_word_or_another_name(
    typed: str, held: bool, held_whole: bool
) -> None:
    query = WITH_ALIASES.read(typed)
    text = "Night cover is paid for by the clinical commissioning group"
    assert (holds(text, query), holds(text, query, whole=True)) == (held, held_whole)


@given(some.text(max_size=300), some.text(max_size=20))
def test_what_is_marked_is_in_the_text_in_order_and_apart(text: str, typed: str) -> None:
    shown = snippet(text, READER.read(typed))
    ends = [place for pair in shown.marked for place in pair]
    assert ends == sorted(set(ends))
    assert all(0 <= place <= len(shown.text) for place in ends)
