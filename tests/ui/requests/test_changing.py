"""Changing a request that was made: by its key, in the line for new ones, and taken back with Undo."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.kloe.names import unnamed
from tests.ui.requests.test_requests import ASKED, cells, page, press, request_of, show, three_asked
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.window.undo import UndoStack

__all__ = ["page"]


def begin(qtbot: QtBot, page: RequestsPage, row: int = 0) -> None:
    """The page with the line for changing the request of the row, by its key."""
    show(qtbot, page, ASKED)
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    page.table.choose_row(row)
    press(page, "C")


def typed(page: RequestsPage) -> tuple[str, ...]:
    line = page.new_request
    return line.asked_for.text(), line.asked_of.text(), line.node.text(), line.due.text()


def test_its_key_puts_what_was_asked_into_the_line_and_enter_changes_it(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    begin(qtbot, page)
    assert typed(page) == ("Complaints log", "company secretary", "W7.E2", "20/11/2026")
    assert page.new_request.asked_for.hasFocus()
    QTest.keyClicks(page.new_request.asked_for, " of the last year")
    page.new_request.due.setText("12 December 2026")
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClick(page.new_request.due, Qt.Key.Key_Return)
    assert told.args == ["R-001 is changed"]
    qtbot.waitUntil(lambda: cells(page, 0)[1] == "Complaints log of the last year")
    request = request_of(opened, "r1")
    assert (request.asked_of, request.due, request.node) == ("company secretary", dt.date(2026, 12, 12), "W7.E2")
    qtbot.waitUntil(page.table.hasFocus)
    assert typed(page) == ("", "", "", "")
    assert page.new_request.ask.text() == "Ask"


def test_what_it_is_for_can_be_changed_and_has_to_be_in_the_framework(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    begin(qtbot, page)
    page.new_request.node.setText("w7.e1")
    QTest.keyClick(page.new_request.node, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(page, 0)[2] == "S-01 l.1, W7.E1")
    qtbot.waitUntil(lambda: not page.new_request.leave.isVisible())
    page.table.choose_row(page.requests.row_of("r1"))
    press(page, "C")
    page.new_request.node.setText("W9.E1")
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(page.new_request.node, Qt.Key.Key_Return)
    assert "“W9.E1” is not in this inspection's framework" in told.args[0]
    page.new_request.node.clear()
    QTest.keyClick(page.new_request.node, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: request_of(opened, "r1").node is None)


def test_the_day_can_be_taken_away(qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage) -> None:
    three_asked(qtbot, opened, clock)
    begin(qtbot, page)
    page.new_request.due.clear()
    QTest.keyClick(page.new_request.due, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(page, 0)[6] == "")
    assert request_of(opened, "r1").due is None


def test_esc_leaves_it_as_it_is_and_gives_back_what_was_typed_for_a_new_one(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    QTest.keyClicks(page.new_request.asked_for, "Fire safety")
    begin(qtbot, page, 2)
    assert typed(page) == ("Map of the sites", "", "", "")
    assert page.new_request.leave.isVisible()
    QTest.keyClicks(page.new_request.asked_for, " and wards")
    QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert typed(page) == ("Fire safety", "", "", "")
    assert not page.new_request.leave.isVisible()
    assert request_of(opened, "r2").asked_for == "Map of the sites"


def test_undo_and_redo_put_back_how_it_was_asked(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    steps = UndoStack(opened.bridge, page)
    begin(qtbot, page)
    page.new_request.asked_for.setText("Complaints policy")
    page.new_request.due.clear()
    QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(page, 0)[1] == "Complaints policy")
    assert steps.undo_name == "change a request"
    steps.undo()
    qtbot.waitUntil(lambda: cells(page, 0)[1] == "Complaints log")
    assert request_of(opened, "r1").due == dt.date(2026, 11, 20)
    steps.redo()
    qtbot.waitUntil(lambda: cells(page, 0)[1] == "Complaints policy")
    assert request_of(opened, "r1").due is None


def test_what_is_refused_is_said_and_what_was_typed_stays(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    begin(qtbot, page)
    page.new_request.asked_for.setMaxLength(100_000)
    page.new_request.asked_for.setText("x" * 30_000)
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Return)
    assert "is longer than" in told.args[0]
    assert typed(page)[1] == "company secretary"
    page.new_request.asked_for.clear()
    QTest.keyClick(page.new_request.due, Qt.Key.Key_Return)
    assert page.new_request.asked_for.hasFocus()


def test_an_item_without_a_number_has_nothing_to_change(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    begin(qtbot, page, 1)
    assert not page.changing.button.isVisible()
    assert typed(page) == ("", "", "", "")
    page.table.choose_row(0)
    assert page.changing.button.isVisible()
    assert page.changing.button.accessibleName() == "R-001: Change…"


def test_the_button_does_what_the_key_does_and_all_has_names(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.table.choose_row(2)
    QTest.keyClick(page.changing.button, Qt.Key.Key_Space)
    assert typed(page)[0] == "Map of the sites"
    assert unnamed(page) == []
    QTest.keySequence(page.new_request.leave, QKeySequence("Space"))
    assert typed(page)[0] == ""
