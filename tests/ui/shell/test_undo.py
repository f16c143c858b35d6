"""Undo and redo, by real keys, over what is done on any page."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import MakeWindow
from wellled_desktop.inspection.commands import Command, PlanSession, SetEvidenceState, WriteLine
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def edit_menu(window: MainWindow) -> list[str]:
    (menu,) = (one.menu() for one in window.menuBar().actions() if one.text() == "&Edit")
    assert isinstance(menu, QMenu)
    return [action.text().replace("&", "") for action in menu.actions() if action.isEnabled()]


def do(window: MainWindow, qtbot: QtBot, *commands: Command) -> None:
    with qtbot.waitSignals([window.opened.bridge.done, window.opened.bridge.changed]):
        window.opened.bridge.do(*commands)


def undo(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.opened.bridge.changed):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL)


def redo(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.opened.bridge.changed):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL | SHIFT)


def state(opened: Opened, node: str) -> str:
    found = opened.bridge.read_now(partial(reading.evidence_states, node=node))
    return found[0].state if found else "none"


def test_what_was_done_on_two_pages_is_taken_back_in_turn(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    assert edit_menu(window) == []
    do(window, qtbot, SetEvidenceState("W1.E1", "gathered"))
    do(window, qtbot, PlanSession("s1", "interview", ("chief-executive",)))
    assert edit_menu(window) == ["Undo: plan a session"]
    window.go(Place("kloe", "W2"))
    undo(window, qtbot)
    assert opened.bridge.read_now(reading.sessions) == ()
    assert edit_menu(window) == ["Undo: tick W1.E1", "Redo: plan a session"]


def test_a_tick_is_taken_back_from_another_page_and_ticked_again(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    do(window, qtbot, SetEvidenceState("W1.E1", "gathered"))
    window.go(Place("requests"))
    undo(window, qtbot)
    assert state(opened, "W1.E1") == "none"
    assert edit_menu(window) == ["Redo: tick W1.E1"]
    redo(window, qtbot)
    assert state(opened, "W1.E1") == "gathered"
    assert edit_menu(window) == ["Undo: tick W1.E1"]
    undo(window, qtbot)
    do(window, qtbot, SetEvidenceState("W1.E2", "gathered"))
    assert edit_menu(window) == ["Undo: tick W1.E2"]


def test_in_the_composer_typing_is_taken_back_first_and_then_the_line_before(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    do(window, qtbot, PlanSession("s1", "interview", ("chief-executive",)))
    window.go(Place("session", "s1"))
    page = window.pages.page
    assert isinstance(page, SessionPage)
    composer = page.composer.edit
    qtbot.waitUntil(lambda: composer.hasFocus() and page.presenter.session is not None)
    with qtbot.waitSignal(opened.bridge.done):
        QTest.keyClicks(composer, "We walk the wards.")
        QTest.keyClick(composer, Qt.Key.Key_Return)
    QTest.keyClicks(composer, "half")
    QTest.keyClick(composer, Qt.Key.Key_Z, CTRL)
    (line,) = opened.bridge.read_now(reading.lines)
    assert line.retracted_at is None
    undo(window, qtbot)
    (line,) = opened.bridge.read_now(reading.lines)
    assert line.retraction_reason == "Taken back with Undo."
    redo(window, qtbot)
    (line,) = opened.bridge.read_now(reading.lines)
    assert line.retracted_at is None


def test_what_can_no_longer_be_taken_back_is_told(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    window = make_window()
    do(window, qtbot, PlanSession("s1", "interview", ("chief-executive",)))
    with qtbot.waitSignal(opened.bridge.done):
        opened.bridge.do(WriteLine("l1", "s1", "words"))
    undo(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(window.message.isVisible)
    assert "Not taken back: S-01 holds lines" in window.message.accessibleName()


def test_what_was_undone_and_redone_is_told_whatever_page_is_shown(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    do(window, qtbot, PlanSession("s1", "interview", ("chief-executive",)))
    do(window, qtbot, SetEvidenceState("W1.E1", "gathered"))
    window.go(Place("requests"))
    assert window.status.told == ""
    undo(window, qtbot)
    qtbot.waitUntil(lambda: window.status.told == "Undone: tick W1.E1")
    undo(window, qtbot)
    qtbot.waitUntil(lambda: window.status.told == "Undone: plan a session")
    redo(window, qtbot)
    qtbot.waitUntil(lambda: window.status.told == "Redone: plan a session")
    assert not window.message.isVisible()
    assert opened.bridge.read_now(reading.sessions)
