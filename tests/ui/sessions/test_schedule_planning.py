"""Planning and changing sessions from the schedule: on free time, by the quick line and in a form."""

import datetime as dt

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.sessions.schedule_at_work import (
    ALT,
    CTRL,
    PETRA,
    Key,
    dialog_of,
    do,
    page,
    planned,
    press,
    recorded,
    settled,
    show,
)
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.edit_session import EditSessionDialog
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.places import Place

__all__ = ["page"]


def test_enter_on_a_session_opens_it_and_a_letter_on_free_time_begins_one_there(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    with qtbot.waitSignal(page.go) as went:
        press(page, Key.Key_Return)
    assert went.args == [Place("session", "a")]
    page.schedule.grid.choose_slot(14 * 4 + 2, 1)
    QTest.keyClicks(page.schedule.grid, "g")
    dialog = dialog_of(page, NewSessionDialog, qtbot)
    assert isinstance(dialog, NewSessionDialog)
    assert dialog.picker.typed.text() == "g"
    QTest.keyClicks(dialog.picker.typed, "overnors")
    QTest.keyClick(dialog.picker.typed, Key.Key_Return)
    assert dialog.plan.lead.currentText() == PETRA
    with qtbot.waitSignal(dialog.made):
        QTest.keyClick(dialog.picker.typed, Key.Key_Return)
    (made,) = (one for one in opened.bridge.read_now(reading.sessions) if one.id != "a")
    assert (made.roles, made.lead) == (("governors",), PETRA)
    assert made.planned_start == dt.datetime(2026, 11, 24, 14, 30).astimezone()


def test_the_quick_line_says_what_it_understood_and_plans_it(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, qtbot)
    page.schedule.grid.choose_slot(36, 1)
    QTest.keyClick(page, Key.Key_A, ALT)
    typed = page.schedule.quick.typed
    assert typed.hasFocus()
    QTest.keyClicks(typed, "board room")
    assert page.schedule.quick.understood.text().startswith("No role is named yet")
    QTest.keyClick(typed, Key.Key_Return)
    typed.clear()
    QTest.keyClicks(typed, "10:30 ceo 45 board room by quillon")
    assert page.schedule.quick.understood.text() == (
        "Enter plans: Tue 24 November, 10:30–11:15, interview: chief executive, in board room, "
        f"lead {AUTHOR}, notes by {AUTHOR}"
    )
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(typed, Key.Key_Return)
    assert typed.text() == ""
    assert typed.hasFocus()
    qtbot.waitUntil(lambda: page.schedule.selected_id() != "")
    page.schedule.grid.choose_slot(36, 1)
    QTest.keyClicks(typed, "panel neds and governors 30")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(typed, Key.Key_Return)
    one, two = sorted(opened.bridge.read_now(reading.sessions), key=lambda session: session.number)
    assert (one.planned_start, one.planned_minutes, one.place, one.lead, one.kind) == (
        dt.datetime(2026, 11, 24, 10, 30).astimezone(), 45, "board room", AUTHOR, "interview"
    )  # fmt: skip
    assert [person.role for person in one.present] == ["chief-executive"]
    assert (two.planned_start, two.lead, two.kind) == (dt.datetime(2026, 11, 24, 9).astimezone(), PETRA, "panel")
    QTest.keyClick(typed, Key.Key_Escape)
    assert page.schedule.grid.hasFocus()


def test_whoever_plans_by_the_quick_line_takes_the_notes(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, qtbot)
    typed = page.schedule.quick.typed
    typed.setFocus()
    QTest.keyClicks(typed, "14:30 ceo 45")
    QTest.keyClick(typed, Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.bridge.read_now(reading.sessions)) == 1)
    settled(opened, qtbot)
    (session,) = opened.bridge.read_now(reading.sessions)
    assert session.note_taker == AUTHOR


def test_a_session_is_changed_in_a_form(page: SessionsPage, opened: Opened, qtbot: QtBot) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_F2)
    dialog = dialog_of(page, EditSessionDialog, qtbot)
    assert isinstance(dialog, EditSessionDialog)
    assert dialog.commands() == ()
    QTest.keyClick(dialog.plan.place, Key.Key_A, CTRL)
    QTest.keyClicks(dialog.plan.place, "Hall")
    QTest.keyClicks(dialog.picker.typed, "governors")
    QTest.keyClick(dialog.picker.typed, Key.Key_Return)
    dialog.kind.setCurrentIndex(1)
    dialog.plan.note_taker.setCurrentText(PETRA)
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(dialog.plan.place, Key.Key_Return)
    changed = recorded(opened, "a")
    assert (changed.place, changed.roles, changed.kind) == ("Hall", ("chief-executive", "governors"), "panel")
    assert (changed.note_taker, [one.role for one in changed.present]) == (PETRA, ["governors"])
    assert changed.planned_start == dt.datetime(2026, 11, 24, 10).astimezone()


def test_the_form_takes_a_time_away_and_the_session_waits_on_its_own_tab(
    page: SessionsPage, opened: Opened, qtbot: QtBot
) -> None:
    do(opened, qtbot, planned("a", 10))
    show(page, qtbot, "a")
    press(page, Key.Key_F2)
    dialog = dialog_of(page, EditSessionDialog, qtbot)
    assert isinstance(dialog, EditSessionDialog)
    QTest.keyClick(dialog, Key.Key_T, ALT)
    qtbot.waitUntil(lambda: not dialog.plan.time.isEnabled())
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(dialog.plan.place, Key.Key_Return)
    qtbot.waitUntil(lambda: page.schedule.tabs.tabText(3) == "Without a time (1)")
    assert page.focusWidget() is page.schedule.grid
    page.activateWindow()
    qtbot.waitUntil(page.schedule.grid.hasFocus)
    press(page, Key.Key_PageDown, CTRL, times=3)
    assert page.schedule.untimed.isVisible()
    assert page.schedule.untimed.hasFocus()
    assert page.schedule.selected_id() == "a"
    assert page.schedule.facts.text().startswith("Sessions that have no time yet.")
    with qtbot.waitSignal(page.go):
        QTest.keyClick(page.schedule.untimed, Key.Key_Return)
    QTest.keyClicks(page.schedule.quick.typed, "siro")
    assert page.schedule.quick.understood.text() == (
        f"Enter plans: without a time, interview: SIRO, nobody leads it yet, notes by {AUTHOR}"
    )
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(page.schedule.quick.typed, Key.Key_Return)
    assert [one.planned_start for one in opened.bridge.read_now(reading.sessions)] == [None, None]
