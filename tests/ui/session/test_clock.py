"""The laptop's clock put back, jumped ahead, a night, and the hour that comes twice: through the real store and page."""

import datetime as dt
import os
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.session.desk import SESSION, Desk, two_sessions
from wellled_desktop.inspection.commands import WriteLine
from wellled_desktop.inspection.journal import Moment
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.clock_words import BesideTime, length_words, zone_words
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place

HOUR = 60


class LondonClock(HandClock):
    """Stands on the wall in London, with summer time as the laptop's own zone has it."""

    def read(self) -> Moment:
        zone = round(time.localtime(self.unix_ms / 1000).tm_gmtoff / 60)
        return Moment(self.unix_ms, zone, self.unix_ms % 1_000_000, "boot")


@pytest.fixture
def london() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/London"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


class SetClock:
    """A page whose steady clock runs on while the one on the wall is set by hand."""

    def __init__(self, opened: Opened, clock: HandClock, qtbot: QtBot) -> None:
        self.desk = Desk(opened, clock, qtbot)
        self.seconds = 0.0
        self.desk.page.deleteLater()
        self.desk.page = SessionPage(opened, now=self.desk.now, steady=lambda: self.seconds)
        qtbot.addWidget(self.desk.page)
        self.desk.do(*two_sessions())
        self.desk.show()

    def pass_minutes(self, minutes: float) -> None:
        self.seconds += minutes * 60
        self.desk.clock.pass_minutes(minutes)

    def set_clock(self, minutes: float) -> None:
        """Puts the clock on the wall ahead, or back, and no time passes."""
        self.desk.clock.pass_minutes(minutes)
        self.desk.page.clock.look()

    @property
    def said(self) -> str:
        notice = self.desk.page.clock.notice
        return notice.text() if notice.isVisible() else ""


@pytest.fixture
def at(opened: Opened, clock: HandClock, qtbot: QtBot, london: None) -> Iterator[SetClock]:
    assert london is None
    made = SetClock(opened, clock, qtbot)
    yield made
    made.desk.close()


def test_a_clock_put_back_is_told_and_order_and_times_stay(at: SetClock) -> None:
    at.desk.enter("Before the clock was put back.")
    at.pass_minutes(65)
    at.desk.enter("Still before.")
    at.set_clock(-53)
    assert at.said == (
        "The laptop's clock now says 09:12, earlier than the last line (10:05). "
        "Lines keep their order and their times; check the clock."
    )
    at.desk.enter("Written by a clock that is wrong.")
    lines = at.desk.lines()
    assert [line.number for line in lines] == [1, 2, 3]
    assert [f"{line.local_time:%H:%M}" for line in lines] == ["09:00", "10:05", "09:12"]
    assert "earlier than line 2 (10:05)" in at.said
    shown = [at.desk.page.presenter.lines.line_at(row) for row in range(3)]
    assert shown == list(lines)


def test_a_clock_put_back_a_day_says_which_day_it_now_is(at: SetClock) -> None:
    at.desk.enter("On Tuesday.")
    at.set_clock(-24 * HOUR)
    assert "now says Monday 23 November 2026, 09:00, earlier than the last line" in at.said
    assert "(Tuesday 24 November 2026, 09:00)" in at.said
    at.desk.enter("Still on Tuesday, whatever the clock says.")
    model = at.desk.page.presenter.lines
    assert model.beside_time(1) == BesideTime("Monday 23 November 2026", "")
    assert [line.text for line in at.desk.lines()] == ["On Tuesday.", "Still on Tuesday, whatever the clock says."]


def test_a_clock_that_jumped_ahead_is_told_and_goes_when_it_is_right_again(at: SetClock) -> None:
    at.desk.enter("A line.")
    at.set_clock(185)
    assert at.said == (
        "The laptop's clock jumped ahead by 3 h 5 min and now says 12:05. "
        "Lines keep their order and their times; check the clock."
    )
    at.set_clock(-185)
    assert at.said == ""


def test_time_that_simply_passes_says_nothing(at: SetClock) -> None:
    at.desk.enter("A line.")
    at.pass_minutes(3 * HOUR)
    at.desk.enter("Another, three hours later.")
    assert at.said == ""


def test_a_session_opened_after_the_clock_was_put_back_says_so(at: SetClock) -> None:
    at.desk.enter("Written at nine.")
    at.desk.page.show_place(Place("session", "s-panel"))
    at.desk.until(lambda: at.desk.page.presenter.session is not None)
    at.set_clock(-90)
    at.desk.page.show_place(Place("session", SESSION))
    at.desk.until(lambda: "now says 07:30, earlier than the last line (09:00)" in at.said)
    at.desk.page.show_place(Place("session", "s-panel"))
    at.desk.until(lambda: at.said == "")


def test_the_day_stands_over_the_first_line_after_midnight(at: SetClock) -> None:
    at.pass_minutes(14 * HOUR + 58)
    at.desk.enter("At two minutes to midnight.")
    at.desk.enter("Still that day.")
    at.pass_minutes(4)
    at.desk.enter("Two minutes past midnight.")
    at.desk.enter("And another.")
    lines, model = at.desk.page.lines, at.desk.page.presenter.lines
    assert [model.beside_time(row).day for row in range(4)] == ["", "", "Wednesday 25 November 2026", ""]
    assert [str(line.day) for line in at.desk.lines()] == ["2026-11-24"] * 2 + ["2026-11-25"] * 2
    heights = [lines.visualRect(model.index(row)).height() for row in range(4)]
    assert heights[2] >= heights[3] + lines.fontMetrics().height()
    said = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Wednesday 25 November 2026, S-01 l.3, 00:02")
    assert at.said == ""


class TestTheHourThatComesTwice:
    """On 25 October 2026, at two in the morning of summer time, it is one again."""

    @pytest.fixture
    def clock(self, london: None) -> HandClock:
        assert london is None
        return LondonClock(round(dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC).timestamp() * 1000))

    def test_the_zone_is_shown_on_both_sides_of_the_change(self, at: SetClock) -> None:
        at.desk.enter("Long before it.")
        at.pass_minutes(1)
        at.desk.enter("In summer time.")
        at.pass_minutes(40)
        at.desk.enter("Forty minutes later.")
        at.pass_minutes(1)
        at.desk.enter("Long after it.")
        model = at.desk.page.presenter.lines
        assert [f"{line.local_time:%H:%M}" for line in at.desk.lines()] == ["01:30", "01:31", "01:11", "01:12"]
        assert [model.beside_time(row).zone for row in range(4)] == ["", "BST", "GMT", ""]
        assert ", 01:11 GMT, " in model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
        assert at.said == "", "no clock was put back: an hour came twice"


def test_lines_fetched_later_say_the_day_on_the_line_after_them(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(*(WriteLine(f"old-{number}", SESSION, f"Yesterday, {number}.") for number in range(60)))
    desk.clock.pass_minutes(24 * HOUR)
    desk.do(*(WriteLine(f"new-{number}", SESSION, f"Today, {number}.") for number in range(60)))
    desk.show()
    model = desk.page.presenter.lines
    desk.page.lines.scrollTo(model.index(55))
    desk.until(lambda: model.line_at(59) is not None)
    assert model.beside_time(60).day == "Wednesday 25 November 2026"
    tall, plain = (desk.page.lines.visualRect(model.index(row)).height() for row in (60, 61))
    assert tall > plain


def test_zones_and_lengths_in_words() -> None:
    assert [zone_words(minutes) for minutes in (0, 60, 120, -210)] == ["GMT", "BST", "UTC+2", "UTC−3:30"]
    assert [length_words(seconds) for seconds in (20, -3120, 11_100, 200_000)] == [
        "1 min",
        "52 min",
        "3 h 5 min",
        "2 days",
    ]
