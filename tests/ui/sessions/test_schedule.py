"""The schedule by keyboard, on a real record: what it says, walking over it and moving sessions."""

import datetime as dt
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.sessions.schedule_at_work import (
    ALT,
    CTRL,
    PETRA,
    SHIFT,
    Key,
    do,
    gap_words,
    page,
    planned,
    press,
    recorded,
    settled,
    show,
)
from wellled_desktop.inspection.commands import PlanSession, StartSession
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.page import SessionsPage

__all__ = ["page"]


def test_the_chosen_view_is_remembered(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, qtbot)
    settled(opened, qtbot)
    again = SessionsPage(opened)
    qtbot.addWidget(again)
    assert again.on_schedule
    QTest.keyClick(page, Key.Key_L, ALT)
    qtbot.waitUntil(lambda: not page.on_schedule)
    settled(opened, qtbot)
    assert opened.bridge.remembered("sessions") == b"list"


def test_a_session_is_read_out_with_all_there_is_to_know(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    first = PlanSession(
        "a",
        "interview",
        ("chief-executive",),
        planned_start=dt.datetime(2026, 11, 24, 10).astimezone(),
        place="Board room",
        lead=AUTHOR,
        note_taker=PETRA,
    )
    do(opened, qtbot, first, planned("b", 10, "governors"))
    show(page, qtbot, "a")
    expected = (
        f"10:00, {AUTHOR}: S-01 interview with chief executive, 10:00 to 11:00, Board room, lead {AUTHOR}, "
        f"notes by {PETRA}, double-booked with S-02"
    )
    assert page.schedule.facts.text() == f"{expected} (one of 2 side by side)"
    grid = page.schedule.grid
    spoken = grid.model().data(grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{expected}; S-02 interview with governors")
    press(page, Key.Key_Right)
    assert page.schedule.selected_id() == "b"
    press(page, Key.Key_Right)
    assert page.schedule.facts.text().startswith(f"10:00, {PETRA}: takes notes in S-01 interview")
    press(page, Key.Key_Up)
    assert page.schedule.facts.text() == f"09:45, {PETRA}: free"
    table = QAccessible.queryAccessibleInterface(grid)
    assert table is not None
    assert table.text(QAccessible.Text.Name) == "Schedule of the day: quarter hours by who leads"


def test_keys_move_a_session_and_hold_on_to_it(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_Down, ALT, times=5)
    press(page, Key.Key_Up, ALT)
    press(page, Key.Key_Right, ALT)
    press(page, Key.Key_Down, ALT | SHIFT, times=2)
    press(page, Key.Key_Up, ALT | SHIFT)
    press(page, Key.Key_PageDown, ALT)
    assert page.schedule.selected_id() == "a"
    assert page.schedule.tabs.day() == dt.date(2026, 11, 25)
    settled(opened, qtbot)
    moved = recorded(opened, "a")
    assert moved.planned_start == dt.datetime(2026, 11, 25, 11).astimezone()
    assert (moved.lead, moved.planned_minutes, moved.day) == (PETRA, 75, dt.date(2026, 11, 25))
    press(page, Key.Key_Left, ALT)
    press(page, Key.Key_PageUp, ALT)
    settled(opened, qtbot)
    assert (recorded(opened, "a").lead, recorded(opened, "a").day) == (AUTHOR, dt.date(2026, 11, 24))


def test_every_move_can_be_taken_back(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    with qtbot.waitSignal(opened.bridge.done) as done:
        press(page, Key.Key_Down, ALT)
    opened.bridge.take_back(done.args[0].undo, lambda _redo: None, pytest.fail, page)
    qtbot.waitUntil(lambda: page.schedule.facts.text().startswith("10:00"))
    assert recorded(opened, "a").planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_what_has_begun_stays_where_it_is(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10), StartSession("a"))
    show(page, qtbot, "a")
    press(page, Key.Key_Down, ALT)
    assert page.message.sentence == "S-01 has begun, so its place on the schedule stands."
    assert recorded(opened, "a").planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_the_windows_own_keys_go_back_and_forward_where_there_is_no_session(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    went: list[bool] = []
    forward = QAction("Forward", page)
    forward.setShortcut("Alt+Right")
    forward.triggered.connect(lambda: went.append(True))
    page.addAction(forward)
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_Right, ALT)
    settled(opened, qtbot)
    assert (went, recorded(opened, "a").lead) == ([], PETRA)
    page.schedule.grid.choose_slot(4, 0)
    press(page, Key.Key_Right, ALT)
    assert went == [True]


def test_walking_goes_from_session_to_session_and_from_day_to_day(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(
        opened,
        qtbot,
        planned("a", 10),
        planned("b", 10, "governors", lead=PETRA),
        planned("c", 15),
        planned("d", 9, day=30),
    )
    show(page, qtbot, "a")
    walked = []
    for _ in range(3):
        press(page, Key.Key_Down, CTRL)
        walked.append(page.schedule.selected_id())
    assert walked == ["b", "c", "a"]
    press(page, Key.Key_Up, CTRL)
    assert page.schedule.selected_id() == "c"
    press(page, Key.Key_PageDown, CTRL, times=3)
    assert page.schedule.tabs.day() == dt.date(2026, 11, 30)
    assert page.schedule.selected_id() == "d"
    press(page, Key.Key_PageUp, CTRL)
    assert page.schedule.facts.text() == f"08:00, {AUTHOR}: free"


def test_a_day_with_130_sessions_is_painted_and_walked_in_no_time(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    start = dt.datetime(2026, 11, 24, 7).astimezone()
    leads = [f"Inspector {number}" for number in range(9)]
    do(
        opened,
        qtbot,
        *(
            PlanSession(
                f"s{number}", "interview", ("governors", "consultants"), place=f"Room {number % 9}", lead=leads[number % 9],
                planned_start=start + dt.timedelta(minutes=45 * (number // 9)), planned_minutes=45,
            )
            for number in range(130)
        ),
    )  # fmt: skip
    show(page, qtbot, "s64")
    assert len(page.schedule.model.shown.blocks) == 130
    assert "Double-booked: none" in gap_words(page)
    viewport, bar = page.schedule.grid.viewport(), page.schedule.grid.verticalScrollBar()
    spent = []
    for value in range(0, bar.maximum(), max(1, bar.maximum() // 20)):
        bar.setValue(value)
        before = time.perf_counter()
        viewport.repaint()
        spent.append(time.perf_counter() - before)
    assert sorted(spent)[len(spent) // 2] < 0.1  # 7 ms on two quiet cores; 20 ms on busy ones
    press(page, Key.Key_Down, ALT, times=4)
    settled(opened, qtbot)
    assert recorded(opened, "s64").planned_start == start + dt.timedelta(minutes=45 * 7 + 60)


def test_everything_that_takes_the_keyboard_has_a_name_and_keys_are_listed(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (interface := QAccessible.queryAccessibleInterface(widget)) or not interface.text(QAccessible.Text.Name)
    ]
    assert nameless == []
    keys = [shortcut.keys for shortcut in page.shortcuts()]
    assert {"Alt+Up", "Alt+Right", "Alt+PgDown", "Alt+Shift+Down", "F2", "Delete", "Alt+A", "Ctrl+PgDown"} <= set(keys)
    assert len(keys) == len(set(keys))
    assert len(page.panes()) == 2
    page.resize(700, 600)
    assert page.schedule.splitter.orientation() == Qt.Orientation.Vertical
