"""After a session was planned by typing, the schedule goes to it and says so, and the caret stays in the quick line."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.sessions.schedule_at_work import (
    ALT,
    CTRL,
    PETRA,
    Key,
    do,
    page,
    planned,
    press,
    recorded,
    show,
)
from tests.ui.shell.test_undo_runs import pragma
from wellled_desktop.inspection.commands import CancelSession
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.vault.library import OpenInspection

__all__ = ["page"]

TUESDAY, WEDNESDAY = dt.date(2026, 11, 24), dt.date(2026, 11, 25)


def plan(page: SessionsPage, qtbot: QtBot, words: str) -> str:
    """Types it and presses Enter where the caret is; what the schedule has selected then."""
    before = page.schedule.quick.understood.text()
    field = QApplication.focusWidget()
    assert field is page.schedule.quick.typed
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Key.Key_Return)
    understood = page.schedule.quick.understood
    qtbot.waitUntil(lambda: understood.text().startswith("Planned: ") and understood.text() != before)
    return page.schedule.selected_id()


def in_sight(page: SessionsPage, session_id: str) -> bool:
    grid = page.schedule.grid
    block = page.schedule.model.block_of(session_id)
    assert block is not None
    return QRect(QPoint(), grid.viewport().size()).contains(grid.block_rect(block))


@pytest.mark.parametrize("hour", [6, 20])
def test_what_was_typed_is_selected_scrolled_to_and_told(
    page: SessionsPage, opened: Opened, qtbot: QtBot, hour: int
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    QTest.keyClick(page, Key.Key_A, ALT)
    new = plan(page, qtbot, f"{hour:02}:30 governors 45 hall")
    assert recorded(opened, new).roles == ("governors",)
    QTest.qWait(1)
    assert in_sight(page, new)
    told = page.schedule.quick.understood.text()
    times = f"{hour:02}:30–{hour + 1:02}:15"
    assert told == f"Planned: S-02, Tue 24 November, {times}. Esc goes to it on the schedule."
    assert page.schedule.quick.typed.accessibleDescription() == told
    assert page.schedule.quick.typed.hasFocus()
    assert page.message.isHidden()
    QTest.keyClick(page.schedule.quick.typed, Key.Key_Escape)
    assert page.schedule.grid.hasFocus()
    assert page.schedule.quick.understood.text().startswith("Type a time")
    press(page, Key.Key_Delete)
    assert page.schedule.reason.question == "Why is S-02 cancelled?"


def test_another_day_that_is_shown_by_then_gives_way_to_the_day_of_what_was_planned(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10, day=25))
    show(page, qtbot, "a")
    QTest.keyClick(page, Key.Key_A, ALT)
    QTest.keyClicks(page.schedule.quick.typed, "14:00 ceo")
    QTest.keyClick(page.schedule.quick.typed, Key.Key_Return)
    page.schedule.grid.setFocus()
    press(page, Key.Key_PageUp, CTRL)
    assert page.schedule.tabs.day() == TUESDAY
    qtbot.waitUntil(lambda: page.schedule.tabs.day() == WEDNESDAY)
    assert recorded(opened, page.schedule.selected_id()).planned_start == dt.datetime(2026, 11, 25, 14).astimezone()
    assert page.schedule.grid.hasFocus()


def test_what_is_typed_next_without_a_time_follows_what_was_just_planned(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    show(page, qtbot)
    QTest.keyClick(page, Key.Key_A, ALT)
    first = plan(page, qtbot, "9:30 ceo 40 by petra")
    QTest.keyClicks(page.schedule.quick.typed, "governors")
    assert page.schedule.quick.understood.text().startswith("Enter plans: Tue 24 November, 10:10–11:10, ")
    page.schedule.quick.typed.clear()
    second, third = plan(page, qtbot, "governors 30"), plan(page, qtbot, "siro 30")
    sessions = [recorded(opened, one) for one in (first, second, third)]
    start = dt.datetime(2026, 11, 24, 9, 30).astimezone()
    assert [one.planned_start for one in sessions] == [start + dt.timedelta(minutes=after) for after in (0, 40, 70)]
    assert {one.lead for one in sessions} == {PETRA}
    QTest.keyClick(page.schedule.quick.typed, Key.Key_Escape)
    page.schedule.grid.choose_slot(60, 0)
    QTest.keyClick(page, Key.Key_A, ALT)
    fourth = recorded(opened, plan(page, qtbot, "governors"))
    assert (fourth.planned_start, fourth.lead) == (dt.datetime(2026, 11, 24, 15).astimezone(), AUTHOR)


def test_a_double_booking_is_told_with_it(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    QTest.keyClick(page, Key.Key_A, ALT)
    plan(page, qtbot, "10:15 governors 45")
    assert "double-booked with S-01. Esc goes" in page.schedule.quick.understood.text()


def test_what_was_planned_is_not_told_any_more_once_it_is_gone(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    show(page, qtbot)
    QTest.keyClick(page, Key.Key_A, ALT)
    new = plan(page, qtbot, "14:00 ceo")
    do(opened, qtbot, CancelSession(new, "came to nothing"))
    qtbot.waitUntil(lambda: page.schedule.quick.understood.text().startswith("Type a time"))


def test_what_the_disk_would_not_take_comes_back_into_the_line(
    page: SessionsPage, opened: Opened, inspection: OpenInspection, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    told: list[str] = []
    page.schedule.notice.connect(told.append)
    pragma(inspection, "max_page_count=1")
    QTest.keyClick(page, Key.Key_A, ALT)
    words = f"14:30 governors 45 {'hall ' * 50}".strip()
    for _ in range(40):  # what is free in the file's pages takes some of them
        QTest.keyClicks(page.schedule.quick.typed, words)
        QTest.keyClick(page.schedule.quick.typed, Key.Key_Return)
        qtbot.waitUntil(lambda: bool(told) or page.schedule.quick.understood.text().startswith("Planned: "))
        if told:
            break
    assert "full" in told[0]
    assert page.schedule.quick.typed.text() == words
    pragma(inspection, "max_page_count=100000")
