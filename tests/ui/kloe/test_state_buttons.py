"""The buttons beside a key-evidence item, and the item the menu was opened on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage
from tests.ui.kloe.test_checklist import recorded
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage


def click(qtbot: QtBot, opened: Opened, page: KloePage, state: EvidenceState) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.mouseClick(page.beside.states.buttons[state], Qt.MouseButton.LeftButton)


def highlighted(page: KloePage) -> list[EvidenceState]:
    return [state for state, button in page.beside.states.buttons.items() if button.isChecked()]


def test_each_button_sets_its_state_on_disk_and_only_it_is_highlighted(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W1.E3")
    for state in tuple(page.beside.states.buttons):
        click(qtbot, opened, page, state)
        on_disk = recorded(opened, "W1.E3")
        assert on_disk is not None
        assert on_disk.state == state
        assert highlighted(page) == [state]
        assert page.column.row.state == state


def test_a_second_click_takes_the_state_away(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.E3")
    click(qtbot, opened, page, "requested")
    click(qtbot, opened, page, "requested")
    assert highlighted(page) == []
    assert page.column.row.state == "none"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of popups
def test_the_item_whose_menu_was_opened_has_the_focus_and_stays_selected(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W1.E3")
    row = page.column.rows["W1.E5"]
    place = QPoint(200, 12)
    QApplication.sendEvent(row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.mapToGlobal(place)))
    menu = page.column.findChild(QMenu)
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(opened.bridge.changed):
        menu.actions()[1].trigger()
    menu.close()
    assert page.window().focusWidget() is row.target
    assert page.column.selected_item.id == "W1.E5"
    assert row.state == "requested"
