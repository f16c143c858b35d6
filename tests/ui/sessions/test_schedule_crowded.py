"""A crowded schedule: who is double-booked, sessions side by side, and what is out of sight."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.sessions.schedule_at_work import (
    ALT,
    CTRL,
    NO,
    PETRA,
    Key,
    choose_gap,
    do,
    gap_words,
    gaps,
    page,
    planned,
    press,
    recorded,
    settled,
    show,
)
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.page import SessionsPage

__all__ = ["page"]


def test_a_role_that_one_person_holds_is_double_booked_too(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10), planned("b", 11, lead=PETRA))
    show(page, qtbot, "b")
    assert "Double-booked: none" in gap_words(page)
    press(page, Key.Key_Up, ALT)
    assert [gap.why for gap in gaps(page) if gap.kind == "booking"] == ["chief executive; Tue 24 November, 10:45"]
    settled(opened, qtbot)
    press(page, Key.Key_Down, ALT)
    assert "Double-booked: none" in gap_words(page)


def test_of_two_side_by_side_in_another_column_the_one_that_was_meant_is_chosen_and_moved(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 9), planned("b", 10, "governors", lead=PETRA), planned("c", 10, lead=PETRA))
    show(page, qtbot, "a")
    choose_gap(page, "S-02 and S-03")
    assert page.schedule.selected_id() == "c"
    page.schedule.select("a")
    block = page.schedule.model.block_of("c")
    assert block is not None
    at = page.schedule.grid.block_rect(block).center()
    QTest.mouseClick(page.schedule.grid.viewport(), Qt.MouseButton.LeftButton, NO, at)
    assert page.schedule.selected_id() == "c"
    press(page, Key.Key_Down, ALT, times=4)
    settled(opened, qtbot)
    assert recorded(opened, "c").planned_start == dt.datetime(2026, 11, 24, 11).astimezone()
    assert recorded(opened, "b").planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_a_day_that_begins_late_is_shown_where_its_first_session_is(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10), planned("b", 22, day=25))
    show(page, qtbot, "a")
    press(page, Key.Key_PageDown, CTRL)
    grid = page.schedule.grid
    assert page.schedule.selected_id() == "b"
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))


def test_only_the_columns_that_a_move_changes_are_drawn_again(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10), planned("b", 10, "governors", lead=PETRA))
    show(page, qtbot, "a")
    changed: list[int] = []
    page.schedule.model.dataChanged.connect(lambda first, _last: changed.append(first.column()))
    press(page, Key.Key_Down, ALT, times=4)
    assert set(changed) == {0, 1}, "of the other one the double-booking has gone"
    changed.clear()
    press(page, Key.Key_Down, ALT)
    assert changed == [0]
    settled(opened, qtbot)


def test_a_session_is_dragged_to_a_time_that_was_not_in_sight(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    grid = page.schedule.grid
    block = page.schedule.model.block_of("a")
    assert block is not None
    viewport, begun, bottom = grid.viewport(), grid.block_rect(block).center(), grid.viewport().height() - 3
    first = grid.verticalOffset()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO, begun)
    for step in range(20):
        QTest.mouseMove(viewport, QPoint(begun.x(), bottom + step % 2))
    assert grid.verticalOffset() > first
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO, QPoint(begun.x(), bottom))
    moved = recorded(opened, "a")
    assert moved.planned_start is not None
    assert moved.planned_start.astimezone().hour >= 17
    assert grid.viewport().rect().intersects(grid.block_rect(page.schedule.model.block_of("a") or block))
