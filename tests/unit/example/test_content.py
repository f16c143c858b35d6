"""How the example's files are read."""

import datetime as dt

import pytest

from wellled_desktop.inspection.example.content import content_from
from wellled_desktop.inspection.example.writing import ContentError, Sentence, occasion, sentences


def test_a_line_is_a_mark_words_tags_and_a_claim() -> None:
    (read,) = sentences("-- says [so|no] #W1.E3 #W5.4 !", "W1.1")
    assert read == Sentence("says [so|no].", "concern", strong=True, tags=("W1.1", "W1.E3", "W5.4"), claim=True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("= walked by", "walked by."),
        ("= walked by.", "walked by."),
        ("= said “no”", "said “no”."),
        ("= said “no.”", "said “no.”"),
        ("= is it #1?", "is it #1?"),
    ],
)
def test_a_line_ends_with_its_full_stop(line: str, words: str) -> None:
    assert sentences(line)[0].words == words


def test_a_line_without_a_mark_is_refused_and_shown() -> None:
    with pytest.raises(ContentError, match="no mark here"):
        sentences("= fine\nno mark here")


def test_content_of_another_form_is_refused() -> None:
    with pytest.raises(ContentError, match="not of the expected form"):
        content_from({"trust": 1}, [], {}, {}, {})


def test_an_occasion_is_a_day_of_the_visit_or_before_it() -> None:
    assert occasion("2 15:45").on(dt.date(2026, 3, 10)) == dt.datetime(2026, 3, 11, 15, 45, tzinfo=dt.UTC)
    assert occasion("-3 09:00").on(dt.date(2026, 3, 10)) == dt.datetime(2026, 3, 6, 9, 0, tzinfo=dt.UTC)
