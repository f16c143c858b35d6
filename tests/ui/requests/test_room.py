"""Where there is little room the requests come first: what is said of them all gives way, and the chosen one's part scrolls."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.requests.test_requests import ASKED, page, show, three_asked
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.requests.page import RequestsPage

__all__ = ["page"]
AMPLE, SMALL = QSize(1240, 900), QSize(1000, 430)


@pytest.fixture
def asked(qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage) -> RequestsPage:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    return page


def rows_with_room(page: RequestsPage) -> float:
    return page.table.viewport().height() / page.table.verticalHeader().defaultSectionSize()


def resize(qtbot: QtBot, page: RequestsPage, size: QSize, rows: int) -> None:
    page.resize(size)
    qtbot.waitUntil(lambda: rows_with_room(page) >= rows)
    QApplication.processEvents()


def scrolls(page: RequestsPage) -> bool:
    return page.details.verticalScrollBar().maximum() > 0


def test_with_room_everything_is_on_show_and_nothing_scrolls(qtbot: QtBot, asked: RequestsPage) -> None:
    resize(qtbot, asked, AMPLE, 6)
    assert asked.responses.isVisible()
    qtbot.waitUntil(lambda: not scrolls(asked))


def test_with_little_room_what_is_said_of_all_gives_way_and_comes_back(qtbot: QtBot, asked: RequestsPage) -> None:
    resize(qtbot, asked, SMALL, 5)
    qtbot.waitUntil(lambda: not asked.responses.isVisible())
    resize(qtbot, asked, AMPLE, 6)
    qtbot.waitUntil(asked.responses.isVisible)


@pytest.fixture
def larger(qapp: QApplication) -> Iterator[None]:
    """Text four steps larger than usual."""
    usual, font = qapp.font(), QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 16.5 / 10.5)
    qapp.setFont(font)
    yield
    qapp.setFont(usual)


@pytest.mark.usefixtures("larger")
def test_larger_text_leaves_five_rows_and_the_due_day_and_tab_comes_to_all_that_scrolls(
    qtbot: QtBot, opened: Opened, clock: HandClock
) -> None:
    page = RequestsPage(opened)
    qtbot.addWidget(page)
    page.resize(1040, 560)
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    qtbot.waitUntil(lambda: rows_with_room(page) >= 5 and scrolls(page))
    assert not page.table.isColumnHidden(6)
    page.activateWindow()
    page.table.setFocus()
    for _ in range(12):
        focus = QApplication.focusWidget()
        if focus is page.buttons["open"] or focus is None:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    last = page.buttons["open"]
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect() == last.rect()
