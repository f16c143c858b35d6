"""Where sessions stand on the wall of a day, also when the clocks change."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from tests.unit.inspection.conftest import a_session
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.ui.pages.sessions import schedule_changes as changes
from wellled_desktop.ui.pages.sessions.schedule_day import (
    Block,
    blocks_of,
    columns_for,
    day_of,
    moment_at,
    on_day,
    skipped_rows,
    widths_of,
)
from wellled_desktop.ui.pages.sessions.schedule_model import ScheduleModel

LONDON = ZoneInfo("Europe/London")
SPRING, AUTUMN, USUAL = dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2026, 11, 24)


def at(utc: str, minutes: int = 60, number: int = 1, **other: Any) -> Session:
    return a_session(number, planned_start=dt.datetime.fromisoformat(f"{utc}+00:00"), planned_minutes=minutes, **other)


def spans(session: Session, day: dt.date) -> list[tuple[int, int]]:
    return [(block.top, block.bottom) for block in blocks_of((session,), day, ("",), LONDON)]


def test_when_the_clocks_go_forward_a_session_spans_the_hour_that_is_not_there() -> None:
    assert spans(at("2026-03-29T00:30"), SPRING) == [(30, 150)]
    assert sorted(skipped_rows(SPRING, LONDON)) == [4, 5, 6, 7]
    assert skipped_rows(USUAL, LONDON) == frozenset()
    assert moment_at(SPRING, 4, LONDON) == dt.datetime(2026, 3, 29, 1, tzinfo=dt.UTC)


def test_time_that_does_not_come_is_said_not_to(qapp: QApplication) -> None:
    assert qapp is not None
    model = ScheduleModel(("Ann",), {"chief-executive": "chief executive"}, LONDON)
    assert model.show_day(SPRING, (at("2026-03-29T01:00", lead="Ann"),), {})
    assert model.slot_words(4, 0) == "01:00, Ann: the clocks go forward, so this time does not come"
    assert model.slot_words(3, 0) == "00:45, Ann: free"
    assert model.slot_words(8, 0) == ("02:00, Ann: S-01 interview with chief executive, 02:00 to 03:00, lead Ann")
    assert not model.show_day(SPRING, (at("2026-03-29T01:00", lead="Ann"),), {})
    assert model.show_day(AUTUMN, (), {})
    assert model.slot_words(6, 1) == "01:30, Nobody yet: free"


def test_when_the_clocks_go_back_a_session_is_never_shorter_than_it_lasts() -> None:
    assert spans(at("2026-10-25T00:30"), AUTUMN) == [(90, 150)]
    assert spans(at("2026-10-25T01:30"), AUTUMN) == [(90, 150)]


def test_earlier_and_later_are_time_that_passes_and_another_day_is_the_same_wall() -> None:
    session = at("2026-03-29T01:00")
    earlier = changes.by_quarters(session, -1, LONDON)
    assert earlier is not None
    assert earlier.planned_start == dt.datetime(2026, 3, 29, 0, 45, tzinfo=dt.UTC)
    assert earlier.planned_start.hour == 0
    before = changes.to_day(session, SPRING - dt.timedelta(days=1), LONDON)
    assert before is not None
    assert before.planned_start == dt.datetime(2026, 3, 28, 2, 0, tzinfo=dt.UTC)
    assert changes.applied(session, before).day == dt.date(2026, 3, 28)


def test_a_session_over_midnight_stands_on_both_days() -> None:
    session = at("2026-11-24T23:30")
    assert (spans(session, USUAL), spans(session, dt.date(2026, 11, 25))) == ([(1410, 1440)], [(0, 30)])
    assert on_day((session,), dt.date(2026, 11, 26), LONDON) == ()
    assert day_of(session, LONDON) == USUAL
    assert day_of(at("2026-07-01T23:30"), LONDON) == dt.date(2026, 7, 2)


def test_overlapping_sessions_stand_side_by_side_and_the_note_takers_column_is_quiet() -> None:
    sessions = (
        at("2026-11-24T09:00", lead="Ann", note_taker="Bo, Cy"),
        at("2026-11-24T09:30", number=2, lead="ann"),
        at("2026-11-24T10:30", number=3, lead="Ann"),
        at("2026-11-24T09:00", number=4, lead="Di"),
        at("2026-11-24T09:00", number=5),
    )
    columns = columns_for(("Ann", "Bo"), sessions[:1] + sessions[3:])
    assert columns == ("Ann", "Bo", "Di", "")
    blocks = blocks_of(sessions, USUAL, columns, LONDON)
    told = [(one.session.number, one.column, one.lane, one.lanes, one.quiet) for one in blocks]
    assert told == [
        (1, 0, 0, 2, False),
        (2, 0, 1, 2, False),
        (3, 0, 0, 1, False),
        (1, 1, 0, 1, True),
        (4, 2, 0, 1, False),
        (5, 3, 0, 1, False),
    ]


def test_a_session_begun_without_a_plan_stands_where_it_was_held() -> None:
    begun = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
    session = a_session(1, None, started_at=begun, ended_at=begun + dt.timedelta(minutes=20))
    assert spans(session, USUAL) == [(540, 560)]
    assert isinstance(blocks_of((session,), USUAL, ("",), LONDON)[0], Block)
    assert changes.by_quarters(session, 1, LONDON) is None
    assert changes.to_day(session, USUAL, LONDON) is None


def test_what_changes_nothing_is_no_command() -> None:
    session = at("2026-11-24T09:00", lead="Ann")
    assert session.planned_start is not None
    assert changes.to_lead(session, "Ann") is None
    assert changes.to_slot(session, session.planned_start, "Ann") is None
    assert changes.to_minutes(session, 60) is None
    shortest = changes.to_minutes(session, 0)
    assert shortest is not None
    assert shortest.planned_minutes == 15
    whole_day = changes.to_minutes(session, 5_000)
    assert whole_day is not None
    assert whole_day.planned_minutes == 1_440


def test_columns_share_the_room_and_those_with_many_side_by_side_are_wide_enough_for_each() -> None:
    crowd = tuple(at("2026-11-24T09:00", number=number, lead="Ann") for number in range(1, 11))
    blocks = blocks_of((*crowd, at("2026-11-24T09:00", number=11, lead="Bo")), USUAL, ("Ann", "Bo", ""), LONDON)
    assert widths_of(blocks, 3, 0, 7) == (350, 77, 77)
    assert widths_of(blocks, 3, 804, 7) == (450, 177, 177)
    assert widths_of((), 3, 900, 7) == (300, 300, 300)
    two = blocks_of((crowd[0], crowd[1]), USUAL, ("Ann", "Bo", ""), LONDON)
    assert widths_of(two, 3, 0, 7) == (77, 77, 77), "two beside each other leave the columns as they are"
