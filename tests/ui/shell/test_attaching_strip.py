"""What is said of attaching above the status bar, on every page: how far it is, what is offered again, what was left out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.attaching.conftest import Gate, MakePapers, attached, gate, papers
from tests.ui.shell.conftest import MakeWindow
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.ui.attaching.attaching import Attaching, attaching_of
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.attaching_strip import AttachingStrip
from wellled_desktop.ui.window.main_window import MainWindow

__all__ = ["gate", "papers"]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(RecordEvidence("e1", "Board papers", "document"))
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def strip(window: MainWindow) -> AttachingStrip:
    return window.attaching


@pytest.fixture
def attaching(window: MainWindow) -> Attaching:
    return attaching_of(window.opened.bridge)


def test_the_strip_is_not_there_while_it_has_nothing_to_say(strip: AttachingStrip) -> None:
    assert strip.words == ""


def test_it_tells_how_far_attaching_is_on_every_page_and_a_key_stops_it_and_another_goes_on(
    qtbot: QtBot, window: MainWindow, strip: AttachingStrip, attaching: Attaching, papers: MakePapers, gate: Gate
) -> None:
    gate.after = 4
    attaching.attach("e1", "E-001", (papers(9),))
    qtbot.waitUntil(lambda: gate.is_reached and strip.words.startswith("Attaching 5 of 9 files"))
    window.go(Place("requests"))
    assert strip.isVisible()
    assert (strip.cancel.isHidden(), strip.go_on.isHidden()) == (False, True)
    assert strip.meter.value() > 0
    QTest.keyClick(window, Qt.Key.Key_X, CTRL_SHIFT)
    gate.open()
    qtbot.waitUntil(lambda: strip.words.endswith("5 files are not attached."))
    assert (strip.cancel.isHidden(), strip.go_on.isHidden(), strip.forget.isHidden()) == (True, False, False)
    gate.after = 0
    QTest.keyClick(window, Qt.Key.Key_G, CTRL_SHIFT)
    qtbot.waitUntil(lambda: strip.isHidden() and not attaching.is_at_work)
    assert len(attached(window.opened)) == 9
    assert window.status.told == "5 files are attached"


def test_what_was_left_out_is_read_in_one_list_and_closed(
    qtbot: QtBot, window: MainWindow, strip: AttachingStrip, attaching: Attaching, papers: MakePapers
) -> None:
    folder = papers(2)
    for name in ("one", "other"):
        (folder / f"{name}.txt").symlink_to(folder / "paper 000.txt")
    attaching.attach("e1", "E-001", (folder,))
    qtbot.waitUntil(lambda: strip.words == "2 files were attached, 2 were not; the reason for each is beneath.")
    assert [strip.list.item(row).text().split("”")[0] for row in range(2)] == ["“one.txt", "“other.txt"]
    strip.list.setFocus()
    QTest.keyClick(strip.list, Qt.Key.Key_Escape)
    assert strip.words == ""
    attaching.attach("e1", "E-001", (folder / "paper 000.txt",))
    qtbot.waitUntil(lambda: strip.words == "One file was not attached; the reason is beneath.")
    window.go(Place("requests"))
    QTest.keyClick(window, Qt.Key.Key_K, CTRL_SHIFT)
    assert strip.isHidden()
    attaching.attach("e1", "E-001", (folder / "one.txt", folder / "other.txt"))
    qtbot.waitUntil(lambda: strip.words == "2 files were not attached; the reason for each is beneath.")
    attaching.attach("e1", "E-001", (papers(1, "more"), folder / "gone.txt"))
    qtbot.waitUntil(lambda: strip.words == "1 file was attached, 3 were not; the reason for each is beneath.")
    strip.put_away.click()
    attaching.attach("e1", "E-001", (papers(4, "again"), folder / "gone.txt"))
    qtbot.waitUntil(lambda: strip.words == "4 files were attached, one was not; the reason is beneath.")


def test_what_is_offered_can_be_forgotten(
    qtbot: QtBot, window: MainWindow, strip: AttachingStrip, attaching: Attaching, papers: MakePapers, gate: Gate
) -> None:
    gate.after = 1
    attaching.attach("e1", "E-001", (papers(3),))
    qtbot.waitUntil(lambda: gate.is_reached and attaching.is_at_work)
    attaching.cancel()
    gate.open()
    qtbot.waitUntil(strip.forget.isVisible)
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.isVisible(), "Esc is for the list alone"
    strip.forget.click()
    assert strip.isHidden()
    assert window.status.told == "2 files will not be offered again; nothing happened to the files themselves."
