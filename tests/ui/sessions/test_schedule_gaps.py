"""The list beside the schedule: what is double-booked, missing or cancelled, and cancelling and restoring."""

import datetime as dt

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.sessions.schedule_at_work import (
    ALT,
    PETRA,
    Key,
    choose_gap,
    dialog_of,
    do,
    gap_words,
    gaps,
    page,
    planned,
    press,
    recorded,
    show,
)
from wellled_desktop.inspection.commands import CancelSession
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage

__all__ = ["page"]


def test_cancelling_asks_why_and_what_was_cancelled_can_be_restored(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10), planned("b", 11, "governors"))
    show(page, qtbot, "a")
    press(page, Key.Key_Delete)
    assert page.schedule.reason.question == "Why is S-01 cancelled?"
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "She is ill")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(field, Key.Key_Return)
    assert page.schedule.grid.hasFocus()
    qtbot.waitUntil(lambda: "Cancelled (1)" in gap_words(page))
    assert recorded(opened, "a").cancelled_reason == "She is ill"
    choose_gap(page, "S-01 chief executive")
    assert page.schedule.reason.question == "Why is S-01 restored?"
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "She is well")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(field, Key.Key_Return)
    assert recorded(opened, "a").cancelled_at is None


def test_double_bookings_are_listed_and_lead_there(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10, day=25), planned("b", 10, "governors", day=25, lead=PETRA), planned("c", 9))
    show(page, qtbot, "c")
    assert "Double-booked (1)" in gap_words(page)
    assert [gap.why for gap in gaps(page) if gap.kind == "booking"] == ["Room 10; Wed 25 November, 10:00"]
    choose_gap(page, "S-01 and S-02")
    assert page.schedule.tabs.day() == dt.date(2026, 11, 25)
    assert page.schedule.selected_id() == "b"
    assert page.schedule.grid.hasFocus()
    press(page, Key.Key_Down, ALT, times=4)
    qtbot.waitUntil(lambda: "Double-booked: none" in gap_words(page))


def test_what_is_missing_can_be_planned_from_the_list(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    assert "chief executive" not in gap_words(page)
    choose_gap(page, "SIRO")
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert dialog.picker.roles.picked == ("siro",)
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(NewSessionDialog) is None)
    prompt = next(gap for gap in gaps(page) if gap.kind == "prompt" and len(gap.roles) > 1)
    choose_gap(page, prompt.words)
    menu = page.schedule.gaps.findChild(QMenu)
    assert menu is not None
    assert len(menu.actions()) == len(prompt.roles)
    QTest.keyClick(menu, Key.Key_Return)
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert dialog.picker.roles.picked == prompt.roles[:1]
    dialog.reject()


def test_a_cancelled_session_is_not_on_the_schedule_and_not_in_the_list(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10), planned("b", 11), CancelSession("a", "ill"))
    show(page, qtbot, "b")
    assert [block.session.id for block in page.schedule.model.shown.blocks] == ["b"]
    QTest.keyClick(page, Key.Key_L, ALT)
    assert page.tree.model().rowCount(page.tree.model().index(0, 0)) == 1
