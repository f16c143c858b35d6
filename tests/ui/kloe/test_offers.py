"""On the KLOE page: a tick offers the entry, an entry and interviews offer the tick; one key each."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage
from tests.ui.kloe.records import entry, record
from wellled_desktop.inspection.commands import NewParticipant, PlanSession, StartSession
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage

CTRL = Qt.KeyboardModifier.ControlModifier
SESSION = "01900000-0000-7000-8000-00000000c001"


def key(page: KloePage, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.column.row.target, which, modifier)


def states(opened: Opened) -> dict[str, str]:
    return {one.node: one.state for one in opened.bridge.read_now(reading.evidence_states)}


def test_a_tick_offers_the_entry_with_the_items_wording_to_begin_with(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.E6")
    box, item = page.beside.record, page.column.selected_item
    with qtbot.waitSignal(opened.bridge.changed):
        key(page, Qt.Key.Key_Space)
    assert box.entry.isVisible()
    key(page, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(box.title.hasFocus)
    assert (box.title.text(), box.kinds.currentData()) == (item.text, item.source_kind)
    assert not box.entry.isVisible()
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(box.title, Qt.Key.Key_Return)
    (found,) = opened.bridge.read_now(reading.evidence_entries)
    assert (found.title, found.nodes) == (item.text, ("W3.E6",))


def test_an_item_with_an_entry_or_with_another_state_offers_none(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(qtbot, opened, entry(1, "Survey", "W3.E6"))
    page = show_page(opened, "W3.E6")
    with qtbot.waitSignal(opened.bridge.changed):
        key(page, Qt.Key.Key_G)
    assert not page.beside.record.entry.isVisible()
    page.column.select("W3.E5")
    with qtbot.waitSignal(opened.bridge.changed):
        key(page, Qt.Key.Key_H)
    assert not page.beside.record.entry.isVisible()


def test_an_entry_recorded_here_offers_the_tick_in_one_key(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.E6")
    box = page.beside.record
    box.title.setText("Survey")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(box.title, Qt.Key.Key_Return)
    qtbot.waitUntil(box.tick.isVisible)
    assert states(opened) == {}
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(box.title, Qt.Key.Key_G, CTRL)
    assert states(opened) == {"W3.E6": "gathered"}
    assert not box.tick.isVisible()
    assert not box.entry.isVisible()


def test_an_item_says_how_far_its_interviews_are_and_offers_the_tick_once_all_were_held(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W5.E16")
    row, box = page.column.rows["W5.E16"], page.beside.record
    qtbot.waitUntil(lambda: "0 of 1 role interviewed" in row.quiet_words())
    assert not box.tick.isVisible()
    person = NewParticipant("01900000-0000-7000-8000-00000000d001", "quality-and-safety")
    record(qtbot, opened, PlanSession(SESSION, "interview", ("quality-and-safety",), (person,)), StartSession(SESSION))
    qtbot.waitUntil(lambda: "1 of 1 role interviewed" in row.quiet_words())
    qtbot.waitUntil(box.tick.isVisible)
    with qtbot.waitSignal(opened.bridge.changed):
        key(page, Qt.Key.Key_G, CTRL)
    assert states(opened) == {"W5.E16": "gathered"}


def test_an_offer_is_gone_with_its_item(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.E6")
    with qtbot.waitSignal(opened.bridge.changed):
        key(page, Qt.Key.Key_Space)
    assert page.beside.record.entry.isVisible()
    page.column.select("W3.E5")
    assert not page.beside.record.entry.isVisible()
    key(page, Qt.Key.Key_G, CTRL)
    assert page.beside.record.title.text() == ""
