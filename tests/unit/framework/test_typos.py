"""Slips of the fingers: forgiven in words long enough to be known by the rest of them."""

import pytest

from wellled_desktop.framework.typos import close_words, letters_of, slips, slips_allowed


@pytest.mark.parametrize(
    ("typed", "word", "expected"),
    [
        ("succession", "succession", 0),
        ("succ", "succession", 0),
        ("succesion", "succession", 1),
        ("sucesion", "succession", 2),
        ("bulying", "bullying", 1),
        ("baord", "board", 1),
        ("rsik", "risks", 1),
        ("risck", "risks", 1),
        ("tribunal", "succession", None),
    ],
)
def test_the_slips_between_what_was_typed_and_the_beginning_of_a_word(
    typed: str, word: str, expected: int | None
) -> None:
    assert slips(typed, word, 2) == expected


def test_the_longer_the_word_the_more_is_forgiven() -> None:
    assert [slips_allowed("x" * length) for length in (1, 3, 4, 7, 8, 20)] == [0, 0, 1, 1, 2, 2]


def test_close_words_are_those_nearly_begun_and_not_those_begun() -> None:
    vocabulary = [(place, word, letters_of(word)) for place, word in enumerate(("board", "broad", "abroad", "bored"))]
    assert list(close_words("boadr", vocabulary)) == [(0, 1)]
    assert list(close_words("boa", vocabulary)) == []
    assert 0 not in dict(close_words("board", vocabulary)), "what begins as typed is no slip"
