"""Sentences above the page that what happens next makes untrue."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kloe.records import entry, record
from tests.ui.shell.conftest import MakeWindow
from tests.ui.shell.test_undo_bursts import burst
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow


def is_told(window: MainWindow, words: str) -> bool:
    return window.status.told == words


def test_what_a_page_said_goes_when_something_is_undone_and_when_it_is_redone(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    record(qtbot, opened, entry(1, "Board minutes"))
    page = window.pages.page
    assert page is not None
    for keys, told in (("z", "Undone: record an evidence entry"), ("Z", "Redone: record an evidence entry")):
        page.notice.emit("1 entry is recorded. Undo takes it back.")
        assert window.message.isVisible()
        burst(window, keys)
        qtbot.waitUntil(partial(is_told, window, told))
        assert not window.message.isVisible()


def test_what_the_sessions_said_above_their_list_goes_as_well(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    record(qtbot, opened, entry(1, "Board minutes"))
    window.go(Place("sessions"))
    page = window.pages.page
    assert isinstance(page, SessionsPage)
    page.exchange.notice.emit("Imported: 2 new, 0 changed. Undo takes it back.")
    assert page.message.isVisible()
    burst(window, "z")
    qtbot.waitUntil(page.message.isHidden)


def test_what_waits_to_be_dismissed_outlives_an_undo(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    window = make_window()
    record(qtbot, opened, entry(1, "Board minutes"))
    window.message.show_sentence("The disk is full.")
    burst(window, "z")
    qtbot.waitUntil(lambda: window.status.told == "Undone: record an evidence entry")
    assert window.message.isVisible()
    window.message.show_sentence("")
    assert window.message.isVisible()
    assert window.message.sentence == "The disk is full."


def test_a_refusal_goes_once_what_was_refused_is_put_right(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.go(Place("requests"))
    page = window.pages.page
    assert isinstance(page, RequestsPage)
    line = page.new_request
    line.asked_for.setText("Fire safety audit")
    line.node.setText("W9.1")
    QTest.keyClick(line.node, Qt.Key.Key_Return)
    qtbot.waitUntil(window.message.isVisible)
    line.node.setText("W7.E1")
    QTest.keyClick(line.node, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.message.isVisible())
    assert line.asked_for.text() == ""
