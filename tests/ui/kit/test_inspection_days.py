"""How the days of an inspection are said, and that a day is none of them."""

import datetime as dt

import pytest

from wellled_desktop.ui.kit.inspection_days import days_in_words, outside_words

THIRD = dt.date(2026, 11, 3)
DAYS = tuple(THIRD + dt.timedelta(days=more) for more in range(3))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2026, 11, 3), dt.date(2026, 11, 3), "3 November 2026"),
        (dt.date(2026, 11, 3), dt.date(2026, 11, 5), "3 to 5 November 2026"),
        (dt.date(2026, 10, 30), dt.date(2026, 11, 2), "30 October to 2 November 2026"),
        (dt.date(2026, 12, 30), dt.date(2027, 1, 2), "30 December 2026 to 2 January 2027"),
        (dt.date(2026, 12, 3), dt.date(2027, 12, 5), "3 December 2026 to 5 December 2027"),
    ],
)
def test_days_are_said_as_shortly_as_they_are_clear(first: dt.date, last: dt.date, words: str) -> None:
    assert days_in_words(first, last) == words


@pytest.mark.parametrize("day", [dt.date(2026, 11, 2), dt.date(2026, 11, 6)])
def test_a_day_before_or_after_is_outside(day: dt.date) -> None:
    assert outside_words(day, DAYS) == "Outside the inspection's days, 3 to 5 November 2026"


@pytest.mark.parametrize("day", [*DAYS, None])
def test_of_a_day_of_the_inspection_or_of_none_nothing_is_said(day: dt.date | None) -> None:
    assert outside_words(day, DAYS) == ""
