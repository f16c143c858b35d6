"""The page by keyboard alone, and what it tells a screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage
from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import line, record, session
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.places import Place


def tab_stops(page: KloePage) -> list[QWidget]:
    """What Tab visits, beginning with the selected item, until it comes round."""
    first = page.column.row.target
    first.setFocus()
    stops: list[QWidget] = []
    for _ in range(40):
        widget = QApplication.focusWidget()
        if widget is None or (stops and widget is first):
            break
        stops.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return stops


def test_the_selected_item_has_the_focus(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.E3")
    assert page.column.row.target.hasFocus()
    assert isinstance(page.column.row.target, QCheckBox)


def test_up_and_down_move_between_all_items_that_are_shown(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1")
    seen = [page.column.selected_item.id]
    for _ in range(60):
        QTest.keyClick(page.column.row.target, Qt.Key.Key_Down)
        if page.column.selected_item.id == seen[-1]:
            break
        seen.append(page.column.selected_item.id)
    assert seen == [node for node, row in page.column.rows.items() if row.isVisibleTo(page.column)]
    assert seen[-1] == "W1.R13"
    assert not page.column.row.visibleRegion().isEmpty()
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Up)
    assert page.column.selected_item.id == "W1.R12"
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Home)
    assert page.column.selected_item.id == "W1"
    QTest.keyClick(page.column.row.target, Qt.Key.Key_End)
    assert page.column.selected_item.id == "W1.R13"


def test_tab_goes_from_the_item_to_what_is_beside_it_and_back_without_a_trap(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(qtbot, opened, session(), line(1, "Said.", "W1.E3"))
    page = show_page(opened, "W1.E3")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(page.column.row.target, Qt.Key.Key_R)
    stops = tab_stops(page)
    beside = page.beside
    expected = [
        *beside.states.buttons.values(),
        beside.states.reason,
        beside.links,
        beside.record.title,
        beside.record.kinds,
        beside.record.button,
    ]
    assert stops[0] is page.column.row.target
    assert [stop for stop in stops if stop in expected] == expected
    assert (
        len([stop for stop in stops if stop is not page.column.row.target and stop in page.column.rows.values()]) == 0
    )


def test_escape_comes_back_to_the_item(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.E3")
    page.beside.links.setFocus()
    QTest.keyClick(page.beside.links, Qt.Key.Key_Escape)
    assert page.column.row.target.hasFocus()


def test_alt_page_down_and_up_go_to_the_next_and_previous_kloe(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.1")
    alt = Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.column.row.target, Qt.Key.Key_PageDown, alt)
    assert went.args == [Place("kloe", "W4")]
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.column.row.target, Qt.Key.Key_PageUp, alt)
    assert went.args == [Place("kloe", "W2")]


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(qtbot, opened, session(), line(1, "Said.", "W4.E4"))
    page = show_page(opened, "W4.E4")
    assert unnamed(page) == []


def test_a_check_box_is_named_by_its_item_and_described_by_its_state(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.E17")
    box = page.column.row.target
    assert box.accessibleName() == "W3.E17: Minutes for any trust equality sub committees"
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(box, Qt.Key.Key_P)
    assert box.accessibleDescription() == "not pursued. minutes"


def test_every_key_of_the_page_is_in_its_list_of_shortcuts(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1")
    keys = {shortcut.keys for shortcut in page.shortcuts()}
    assert {"Space", "G", "R", "H", "A", "P", "Backspace", "Return", "Ctrl+R", "Alt+PgUp", "Alt+PgDown"} <= keys
