"""Tomorrow's question sheets for all sessions in one action, from the Sessions page."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import Command, EndSession, PlanSession, StartSession
from wellled_desktop.store import talk_reading
from wellled_desktop.ui.asked import Done
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.draw_sheets import DrawSheetsDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.places import Place

TODAY = dt.date(2026, 11, 24)


def do(opened: Opened, qtbot: QtBot, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed, timeout=20_000):
        opened.bridge.do(*commands)


def planned(session_id: str, day: int, hour: int, role: str = "chief-executive") -> PlanSession:
    start = dt.datetime(2026, 11, day, hour, tzinfo=dt.UTC)
    return PlanSession(session_id, "interview", (role,), planned_start=start)


def questions(opened: Opened) -> Counter[str]:
    """How many questions each session's sheet has, without the dropped."""
    found = opened.bridge.read_now(talk_reading.questions)
    return Counter(one.session_id for one in found if one.state != "dropped")


@pytest.fixture
def dialog(opened: Opened, qtbot: QtBot) -> Iterator[DrawSheetsDialog]:
    do(
        opened,
        qtbot,
        planned("today", 24, 9),
        planned("a", 25, 9),
        planned("b", 25, 11, "governors"),
        planned("held", 25, 14),
        StartSession("held"),
        EndSession("held"),
        planned("later", 26, 9),
    )
    made = DrawSheetsDialog(opened, today=TODAY)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.days.count() == 3)
    yield made
    made.hide()


def test_the_day_after_today_is_offered_with_its_sessions_that_are_still_to_be_held(dialog: DrawSheetsDialog) -> None:
    assert dialog.days.currentText() == "Wednesday 25 November 2026"
    assert dialog.said.text() == "2 sessions"


def test_all_sheets_of_the_day_are_drawn_up_together_and_taken_back_together(
    dialog: DrawSheetsDialog, opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.bridge.done) as done:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.said.text() == "16 questions for 2 of 2 sessions. Ctrl+Z takes them all back.")
    assert questions(opened) == {"a": 8, "b": 8}
    recorded: Done = done.args[0]
    opened.bridge.do(*recorded.undo)
    qtbot.waitUntil(lambda: not questions(opened))


def test_a_second_time_there_is_nothing_new(dialog: DrawSheetsDialog, opened: Opened, qtbot: QtBot) -> None:
    dialog.draw.click()
    qtbot.waitUntil(lambda: "16 questions" in dialog.said.text())
    dialog.draw.click()
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Nothing is new"))
    assert questions(opened) == {"a": 8, "b": 8}


def test_another_day_can_be_chosen(dialog: DrawSheetsDialog, opened: Opened, qtbot: QtBot) -> None:
    dialog.days.setCurrentIndex(2)
    dialog.draw.click()
    qtbot.waitUntil(lambda: "8 questions for 1 of 1 session." in dialog.said.text())
    assert questions(opened) == {"later": 8}


def test_without_sessions_it_says_how_to_begin(opened: Opened, qtbot: QtBot) -> None:
    made = DrawSheetsDialog(opened, today=TODAY)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "Ctrl+N" in made.said.text())
    assert not made.draw.isEnabled()
    made.hide()


def test_the_sessions_page_opens_it_by_key(opened: Opened, qtbot: QtBot) -> None:
    page = SessionsPage(opened)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("sessions"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.findChild(DrawSheetsDialog) is not None)
    dialog = page.findChild(DrawSheetsDialog)
    assert isinstance(dialog, DrawSheetsDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert any(one.keys == "Ctrl+Shift+D" for one in page.shortcuts())
    page.hide()


def test_a_hundred_and_thirty_sessions_are_drawn_up_in_one_go(opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, *(planned(f"s{number}", 25, 8 + number % 10) for number in range(130)))
    made = DrawSheetsDialog(opened, today=TODAY)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.days.count() == 1)
    made.draw.click()
    qtbot.waitUntil(lambda: made.said.text().startswith("1,040 questions for 130 of 130 sessions"), timeout=20_000)
    made.hide()
