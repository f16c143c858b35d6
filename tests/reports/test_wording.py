"""Dates, times and numbers as they read in a report."""

import datetime as dt

import pytest

from wellled_desktop.reports.single_holders import single_holders
from wellled_desktop.reports.wording import count, days_from_to, how_long, listed, long_date, sentence_case, zone


def test_dates_are_british() -> None:
    assert long_date(dt.date(2026, 3, 10)) == "Tuesday 10 March 2026"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2026, 11, 3), dt.date(2026, 11, 5), "3 to 5 November 2026"),
        (dt.date(2026, 11, 30), dt.date(2026, 12, 2), "30 November to 2 December 2026"),
        (dt.date(2026, 12, 31), dt.date(2027, 1, 2), "31 December 2026 to 2 January 2027"),
        (dt.date(2026, 11, 3), dt.date(2026, 11, 3), "3 November 2026"),
    ],
)
def test_the_days_of_an_inspection_say_once_what_they_share(first: dt.date, last: dt.date, words: str) -> None:
    assert days_from_to(first, last) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "less than a minute"),
        (1, "1 minute"),
        (35, "35 minutes"),
        (60, "1 hour"),
        (125, "2 hours 5 minutes"),
        (1440, "1 day"),
        (2950, "2 days 1 hour"),
    ],
)
def test_a_length_of_time_is_in_words(minutes: int, words: str) -> None:
    assert how_long(minutes) == words


def test_zones_numbers_and_lists() -> None:
    assert [zone(0), zone(60), zone(-210)] == ["UTC", "UTC+01:00", "UTC\u221203:30"]
    assert [count(1, "entry", "entries"), count(1204, "entry", "entries"), count(0, "line")] == [
        "1 entry",
        "1,204 entries",
        "0 lines",
    ]
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
    assert sentence_case("chief executive") == "Chief executive"


def test_only_roles_of_one_person_are_named_and_each_once() -> None:
    assert single_holders(["governors", "chief-executive", "consultants", "chief-executive"]) == ("chief-executive",)
