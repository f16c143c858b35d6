"""The list of sessions by day."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import (
    Command,
    PlanSession,
    WriteLine,
)
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.places import Place

SESSIONS = Place("sessions")


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> Iterator[SessionsPage]:
    made = SessionsPage(opened)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    yield made
    made.hide()


def do(opened: Opened, qtbot: QtBot, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(*commands)


def planned(session_id: str, day: int, hour: int, role: str) -> PlanSession:
    start = dt.datetime(2026, 11, day, hour, tzinfo=dt.UTC)
    return PlanSession(session_id, "interview", (role,), planned_start=start, place="Room 1", lead="Petra Invented")


def texts(page: SessionsPage, role: int = Qt.ItemDataRole.DisplayRole) -> list[list[Any]]:
    """Each day's heading with its rows of cells under it."""
    model = page.tree.model()
    shown: list[list[Any]] = []
    for day in range(model.rowCount()):
        parent = model.index(day, 0)
        shown.append([model.data(parent, role)])
        for row in range(model.rowCount(parent)):
            cells = [model.data(model.index(row, column, parent), role) for column in range(model.columnCount())]
            shown.append(cells)
    return shown


def test_with_no_session_the_page_says_how_to_begin(page: SessionsPage) -> None:
    page.show_place(SESSIONS)
    assert page.empty.isVisible()
    assert "Ctrl+N" in page.empty.text()
    assert page.new.hasFocus() or not page.tree.isVisible()


def test_sessions_stand_under_their_day_in_time_order(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(
        opened,
        qtbot,
        planned("b", 25, 9, "trust-chair"),
        planned("c", 24, 14, "governors"),
        planned("a", 24, 9, "chief-executive"),
        PlanSession("d", "panel", ("consultants",)),
    )
    page.show_place(SESSIONS)
    qtbot.waitUntil(lambda: page.tree.model().rowCount() == 3)
    shown = texts(page)
    assert [row[0] for row in shown if len(row) == 1] == [
        "Tuesday 24 November 2026, 2 sessions",
        "Wednesday 25 November 2026, 1 session",
        "No day yet, 1 session",
    ]
    assert [row[3] for row in shown if len(row) > 1] == ["chief executive", "governors", "trust chair", "consultants"]
    assert shown[1][1:3] == ["S-03", "interview"]
    assert shown[1][4:8] == ["Room 1", "Petra Invented", "", "planned"]
    assert page.tree.selected_id() == "a"


def test_a_change_on_disk_is_shown(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 24, 9, "chief-executive"))
    page.show_place(SESSIONS)
    do(opened, qtbot, WriteLine("l1", "a", "Good morning."))
    qtbot.waitUntil(lambda: [row[7:] for row in texts(page)][-1:] == [["under way", "1"]])
    assert page.tree.selected_id() == "a"


def test_enter_opens_the_session(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 24, 9, "chief-executive"), planned("b", 24, 10, "governors"))
    page.show_place(Place("sessions", selected="b"))
    qtbot.waitUntil(lambda: page.tree.selected_id() == "b")
    assert page.present_place() == Place("sessions", selected="b")
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert went.args == [Place("session", "b")]


def test_home_goes_to_the_first_session_and_not_to_its_days_heading(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 24, 9, "chief-executive"), planned("b", 25, 10, "governors"))
    page.show_place(Place("sessions", selected="b"))
    qtbot.waitUntil(lambda: page.tree.selected_id() == "b")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        page.tree.select("b")
        QTest.keyClick(page.tree, key)
        assert page.tree.selected_id() == "a"


def test_a_screen_reader_hears_what_each_cell_is(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 24, 9, "chief-executive"))
    page.show_place(SESSIONS)
    qtbot.waitUntil(lambda: page.tree.model().rowCount() == 1)
    spoken = texts(page, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken[1][3] == "With: chief executive"
    assert page.tree.accessibleName()


def test_new_session_opens_its_dialog(page: SessionsPage, qtbot: QtBot) -> None:
    page.show_place(SESSIONS)
    page.new.click()
    dialog = page.findChild(NewSessionDialog)
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(NewSessionDialog) is None)


def test_the_selected_row_is_flat(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 24, 9, "chief-executive"))
    page.show_place(SESSIONS)
    qtbot.waitUntil(lambda: page.tree.selected_id() == "a")
    row = page.tree.visualRect(page.tree.currentIndex())
    shown = page.tree.viewport().grab().toImage()
    beyond_the_words = page.tree.viewport().width() - 3
    colours = {shown.pixelColor(beyond_the_words, y).name() for y in range(row.top(), row.bottom() + 1)}
    assert colours == {page.palette().color(QPalette.ColorRole.Highlight).name()}


def test_in_a_narrow_window_columns_are_left_out_rather_than_cut(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 24, 9, "chief-executive"))
    page.show_place(SESSIONS)
    qtbot.waitUntil(lambda: page.tree.selected_id() == "a")

    def hidden() -> list[str]:
        columns = range(page.tree.model().columnCount())
        return [
            page.tree.model().headerData(column, Qt.Orientation.Horizontal)
            for column in columns
            if page.tree.isColumnHidden(column)
        ]

    page.resize(1_200, 600)
    assert hidden() == []
    page.resize(640, 600)
    assert hidden()[-1] == "Notes by"
    assert "With" not in hidden()
