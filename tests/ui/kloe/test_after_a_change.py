"""The list beside an item after something was changed in it: what was changed stays in view and current, and keys act on it."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage
from tests.ui.kloe.records import entry, line, line_id, record, session
from tests.ui.kloe.test_linking import ALL, choose, dragged, the_line, told
from wellled_desktop.inspection.commands import AmendLine
from wellled_desktop.ui.kit.linked_rows import LinkedRow
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.own_words import AddOwn
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.window.undo import UndoStack

MANY = 14
NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> KloePage:
    """At W3.2 with more than can be in view: of the chief executive's lines every second one points the other way."""
    lines = [line(number, f"Staff are glad to be here, said {number} times.", "W3.2") for number in range(1, MANY + 1)]
    turned = [AmendLine(line_id(number), points_other_way=True) for number in range(2, MANY + 1, 2)]
    record(qtbot, opened, session(), *lines, *turned, entry(1, "Culture plan", "W3.2"))
    return show_page(opened, "W3.2")


def current(page: KloePage) -> str:
    row = page.beside.links.current_row()
    return row.key if isinstance(row, LinkedRow) else ""


def is_in_view(page: KloePage, key: str) -> bool:
    links = page.beside.links
    rect = links.visualRect(links.linked.index(links.linked.row_of(key)))
    return links.viewport().rect().contains(rect)


def side(page: KloePage, key: str) -> str:
    links = page.beside.links
    row = links.linked.row_of(key)
    return links.sources.side_at(row) if row >= 0 else ""


def wait_for(qtbot: QtBot, page: KloePage, key: str, sign: str) -> None:
    """Until the record stands on the side of that sign; "" for none."""
    qtbot.waitUntil(lambda: side(page, key) == sign)


def test_a_line_turned_round_is_current_and_in_view_where_it_stands_now(
    qtbot: QtBot, opened: Opened, page: KloePage
) -> None:
    choose(page, line_id(MANY - 1))
    assert told(qtbot, page, page.beside.links, Qt.Key.Key_X) == "S-01 l.13 points the other way."
    qtbot.waitUntil(lambda: side(page, line_id(13)) == "hollow")
    assert current(page) == line_id(13)
    assert is_in_view(page, line_id(13))
    assert page.beside.links.hasFocus()


def test_one_turned_round_is_listed_even_where_many_newer_ones_stand(
    qtbot: QtBot, opened: Opened, page: KloePage
) -> None:
    undo = UndoStack(opened.bridge, page)
    choose(page, line_id(5))
    told(qtbot, page, page.beside.links, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: side(page, line_id(5)) == "hollow")
    for number in (11, 9):
        choose(page, line_id(number))
        told(qtbot, page, page.beside.links, Qt.Key.Key_X)
        wait_for(qtbot, page, line_id(number), "hollow")
    assert is_in_view(page, line_id(9))
    undo.undo()
    qtbot.waitUntil(lambda: side(page, line_id(9)) == "filled")
    assert current(page) == line_id(9)
    assert is_in_view(page, line_id(9))
    assert side(page, line_id(5)) == "hollow"


def test_what_was_unlinked_and_brought_back_is_what_keys_act_on(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    undo = UndoStack(opened.bridge, page)
    links, mover = page.beside.links, page.beside.mover
    for number in (13, 11):
        choose(page, line_id(number))
        told(qtbot, page, links, Qt.Key.Key_Delete)
        wait_for(qtbot, page, line_id(number), "")
    for number in (11, 13):
        undo.undo()
        wait_for(qtbot, page, line_id(number), "filled")
        assert current(page) == line_id(number)
    QTest.keyClick(links, Qt.Key.Key_M)
    QTest.keyClicks(mover.field, "w3.4")
    assert told(qtbot, page, mover.field, Qt.Key.Key_Return) == "S-01 l.13 is linked to W3.4."


def test_what_was_changed_elsewhere_leaves_the_eye_where_it_is(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    choose(page, line_id(1 + MANY // 2))
    record(qtbot, opened, AmendLine(line_id(13), points_other_way=True))
    qtbot.waitUntil(lambda: side(page, line_id(13)) == "hollow")
    assert current(page) == line_id(1 + MANY // 2)


def drop_on(page: KloePage, key: str, at: QPointF) -> bool:
    """As the window system delivers it; whether the list takes it there."""
    links, data, left = page.beside.links, dragged(page, key), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at.toPoint(), ALL, data, left, NO)
    QApplication.sendEvent(links.viewport(), enter)
    move = QDragMoveEvent(at.toPoint(), ALL, data, left, NO)
    QApplication.sendEvent(links.viewport(), move)
    if move.isAccepted():
        QApplication.sendEvent(links.viewport(), QDropEvent(at, ALL, data, left, NO))
    return enter.isAccepted() and move.isAccepted()


def centre_of(page: KloePage, row: int) -> QPointF:
    links = page.beside.links
    index = links.linked.index(row)
    links.scrollTo(index)
    return QPointF(links.visualRect(index).center())


def test_dropped_among_what_points_the_other_way_a_line_is_turned_round_and_it_is_said(
    qtbot: QtBot, opened: Opened, page: KloePage
) -> None:
    links = page.beside.links
    with qtbot.waitSignal(page.told) as said:
        assert drop_on(page, line_id(13), centre_of(page, links.linked.row_of(line_id(14))))
    assert said.args == ["S-01 l.13 points the other way."]
    assert the_line(opened, 13).points_other_way
    qtbot.waitUntil(lambda: side(page, line_id(13)) == "hollow")
    assert current(page) == line_id(13)
    with qtbot.waitSignal(page.told) as said:
        assert drop_on(page, line_id(13), centre_of(page, 0))
    assert said.args == ["S-01 l.13 no longer points the other way."]


def test_a_line_is_not_taken_on_the_side_where_it_stands_and_nothing_strange_is(page: KloePage) -> None:
    links = page.beside.links
    assert not drop_on(page, line_id(13), centre_of(page, links.linked.row_of(line_id(11))))
    last = links.linked.rowCount() - 1
    assert not drop_on(page, line_id(14), centre_of(page, last))
    page.beside.links.sources.node = "W3.4"
    data = dragged(page, line_id(13))
    page.beside.links.sources.node = "W3.2"
    enter = QDragEnterEvent(centre_of(page, last).toPoint(), ALL, data, Qt.MouseButton.LeftButton, NO)
    QApplication.sendEvent(links.viewport(), enter)
    assert not enter.isAccepted()


def test_right_leads_to_the_list_and_left_back(page: KloePage) -> None:
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Right)
    assert page.beside.links.hasFocus()
    QTest.keyClick(page.beside.links, Qt.Key.Key_Left)
    assert page.column.row.target.hasFocus()


def test_tab_from_a_prompt_leads_beside_it_past_the_quiet_buttons_below(page: KloePage) -> None:
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Tab)
    assert page.beside.judgement.buttons["strength"].hasFocus()
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert page.beside.links.hasFocus()


def test_back_from_beside_it_shift_and_tab_come_to_the_quiet_buttons_and_to_the_item(page: KloePage) -> None:
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Tab)
    passed = []
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is page.column.row.target:
            break
        QTest.keyClick(focus, Qt.Key.Key_Backtab)
        passed.append(QApplication.focusWidget())
    assert page.column.row.target.hasFocus()
    assert {one.button for one in page.column.findChildren(AddOwn)} <= set(passed)


def test_each_key_of_the_page_stands_once_in_its_list(page: KloePage) -> None:
    keys = [one.keys for one in page.shortcuts()]
    assert keys.count("X") == 1
    assert "Right" in keys
