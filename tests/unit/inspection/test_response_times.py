"""How long answers took: calendar days, the open ones with their age, by whom asked."""

import datetime as dt

import msgspec
import pytest

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import Answer, Request
from wellled_desktop.inspection.response_times import (
    AskedOf,
    Waited,
    days_waited,
    figures,
    in_one_line,
    received_on,
    response_times,
    timeliness_prompt,
    title_of,
)
from wellled_desktop.inspection.words import RequestState

TODAY = dt.date(2026, 11, 25)
NOON = dt.time(12, tzinfo=dt.UTC)


def request(
    number: int,
    asked: int,
    state: RequestState = "open",
    over: int = 25,
    whom: str = "company secretary",
    due: int | None = None,
) -> Request:
    """Asked, over and due on those days of November 2026."""
    made, at = (dt.datetime.combine(dt.date(2026, 11, day), NOON) for day in (asked, over))
    until = dt.date(2026, 11, due) if due else None
    return Request(
        f"r{number}", number, "SECRET words", whom, "W7.E2", "l1", "S-01 l.1", until, state, at, "SECRET", made,
        made.date(), "A. Inspector",
    )  # fmt: skip


FIVE = (
    request(1, 16, "received", 18),
    request(2, 16, "received", 23),
    request(3, 20, "partial", 24, due=23),
    request(4, 25, whom=""),
    request(5, 10, "withdrawn", 11),
)


def test_the_answered_have_a_median_and_a_longest_and_the_open_their_age() -> None:
    times = response_times(FIVE, TODAY, zone=dt.UTC)
    assert (times.answered, times.median_days, times.longest) == (2, 4.5, Waited("R-002", 7))
    assert times.waiting == (Waited("R-003", 5), Waited("R-004", 0))
    assert (times.asked, times.overdue, times.first_asked) == (4, 1, dt.date(2026, 11, 16))
    assert times.by_whom == (AskedOf("company secretary", 2, 4.5, 1), AskedOf("", 0, None, 1))


def test_they_are_said_in_one_line_and_in_full() -> None:
    times = response_times(FIVE, TODAY, zone=dt.UTC)
    assert in_one_line(times) == (
        "Response times: 2 answered, median 4.5 days, longest 7 days (R-002), 2 open, the oldest R-003 for 5 days."
    )
    assert title_of(times, TODAY) == "Response times to 4 requests, to Wed 25 November"
    said = figures(times, TODAY)
    assert said.splitlines() == [
        "Requests counted: 4, withdrawn ones left out. Days are calendar days from asking to receipt, to Wed 25 November.",
        "Answered: 2; median 4.5 days; longest 7 days (R-002).",
        "Open: 2, of which 1 past the day agreed: R-003 for 5 days, R-004 since today.",
        "Asked of company secretary: 2 answered, median 4.5 days; 1 open.",
        "Asked of nobody in particular: 0 answered; 1 open.",
    ]
    assert "SECRET" not in said


def test_nothing_asked_is_nothing_said_and_nothing_answered_is_said() -> None:
    assert in_one_line(response_times((), TODAY)) == ""
    one = response_times((request(1, 25),), TODAY, zone=dt.UTC)
    assert in_one_line(one) == "Response times: none answered yet, 1 open, the oldest R-001 since today."
    assert title_of(one, TODAY).startswith("Response times to a request,")
    assert "Answered: none." in figures(one, TODAY)
    answered = response_times((request(1, 24, "received"),), TODAY, zone=dt.UTC)
    assert in_one_line(answered) == "Response times: 1 answered, median 1 day, longest 1 day (R-001)."
    assert "Open" not in figures(answered, TODAY)
    at_once = response_times((request(1, 25, "received"),), TODAY, zone=dt.UTC)
    assert "median the same day" in in_one_line(at_once)


def test_the_day_an_entry_came_counts_before_the_day_somebody_marked_it() -> None:
    late = request(1, 16, "received", 24)
    answers = (
        Answer("r1", "e1", "E-001", dt.date(2026, 11, 17)),
        Answer("r1", "e2", "E-002"),
        Answer("r2", "e3", "E-003"),
    )
    assert received_on(late, answers, dt.UTC) == dt.date(2026, 11, 17)
    assert days_waited(late, TODAY, answers, dt.UTC) == 1
    assert response_times((late,), TODAY, answers, dt.UTC).longest == Waited("R-001", 1)
    assert received_on(request(2, 16), answers) is None
    assert days_waited(request(5, 10, "withdrawn", 11), TODAY, zone=dt.UTC) == 1


def test_a_day_is_never_less_than_none() -> None:
    early = (Answer("r1", "e1", "E-001", dt.date(2026, 11, 1)),)
    assert days_waited(request(1, 16, "received"), TODAY, early, dt.UTC) == 0


def test_the_prompt_on_timely_information_is_found_in_the_framework(pack: Pack) -> None:
    assert timeliness_prompt(pack) == "W6.4"


def test_a_framework_without_such_a_prompt_has_none(pack: Pack) -> None:
    bare = msgspec.structs.replace(pack, kloes=pack.kloes[:1])
    assert timeliness_prompt(bare) is None


@pytest.mark.parametrize("state", ["open", "partial"])
def test_what_has_come_in_part_is_still_waited_for(state: RequestState) -> None:
    assert response_times((request(1, 20, state, 21),), TODAY).waiting == (Waited("R-001", 5),)
