"""The schedule by mouse: dragging moves a session, makes it longer, or plans one."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.ui.sessions.schedule_at_work import (
    NO,
    PETRA,
    Key,
    dialog_of,
    do,
    drag,
    page,
    planned,
    press,
    recorded,
    settled,
    show,
)
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage

__all__ = ["page"]


def test_dragging_a_block_moves_it_and_its_edge_makes_it_longer(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    grid = page.schedule.grid
    block = page.schedule.model.block_of("a")
    assert block is not None
    rect = grid.block_rect(block)
    quarter = grid.rowHeight(0)
    aside = QPoint(grid.columnWidth(0), 2 * quarter)
    with qtbot.waitSignal(opened.bridge.changed):
        drag(page, rect.center(), rect.center() + aside)
    moved = recorded(opened, "a")
    assert (moved.planned_start, moved.lead) == (dt.datetime(2026, 11, 24, 10, 30).astimezone(), PETRA)
    block = page.schedule.model.block_of("a")
    assert block is not None
    rect = grid.block_rect(block)
    edge = QPoint(rect.center().x(), rect.bottom() - 2)
    with qtbot.waitSignal(opened.bridge.changed):
        drag(page, edge, edge + QPoint(0, quarter))
    assert recorded(opened, "a").planned_minutes == 75


def test_escape_lets_go_of_a_drag_and_nothing_moves(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    block = page.schedule.model.block_of("a")
    assert block is not None
    rect = page.schedule.grid.block_rect(block)
    drag(page, rect.center(), rect.center() + QPoint(0, 80), let_go=False)
    press(page, Key.Key_Escape)
    QTest.mouseRelease(page.schedule.grid.viewport(), Qt.MouseButton.LeftButton, NO, rect.center() + QPoint(0, 80))
    settled(opened, qtbot)
    assert recorded(opened, "a").planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_dragging_over_free_time_plans_a_session_of_that_length(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    show(page, qtbot)
    grid = page.schedule.grid
    grid.choose_slot(36, 1)
    grid.scrollTo(grid.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
    top = grid.visualRect(grid.currentIndex())
    drag(page, top.center(), top.center() + QPoint(0, 2 * top.height()))
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert (dialog.plan.minutes.value(), dialog.plan.lead.currentText()) == (45, PETRA)
    assert dialog.plan.planned_start() == dt.datetime(2026, 11, 24, 9).astimezone()
    dialog.reject()
    assert opened.bridge.read_now(reading.sessions) == ()
