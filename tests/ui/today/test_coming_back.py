"""The current row of Today's lists is in view, and the one that was left is there when one comes back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.today.test_today import DAY, MORNING, covered, listed, page, show
from wellled_desktop.inspection.commands import Command, PlanSession, WriteLine
from wellled_desktop.ui.kit.rows import RowList
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.today.page import TodayPage
from wellled_desktop.ui.places import Place

__all__ = ["page"]

MANY: tuple[Command, ...] = (
    PlanSession("s1", "interview", ("chief-executive",), planned_start=MORNING, lead=AUTHOR),
    *(WriteLine(f"l{at}", "s1", "Nobody waits.", tags=("W5.1",), claim=True) for at in range(8)),
)


def in_view(page: TodayPage, view: RowList) -> bool:
    """Whether all of the current row is."""
    (area,) = page.findChildren(QScrollArea)
    row = view.visualRect(view.currentIndex())
    top = view.viewport().mapTo(area.viewport(), row.topLeft()).y()
    return top >= 0 and top + row.height() <= area.viewport().height()


def with_claims(page: TodayPage, opened: Opened, qtbot: QtBot) -> RowList:
    """Eight of them, of which not all are in view."""
    covered(page, opened, qtbot, *MANY)
    claims = listed(page, "Open claims")
    page.resize(1060, 300)
    claims.setFocus()
    return claims


def test_the_page_follows_the_current_row(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    claims = with_claims(page, opened, qtbot)
    seen = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 7):
        QTest.keyClick(claims, key)
        seen.append((claims.currentIndex().row(), in_view(page, claims)))
    assert seen == [(row, True) for row in (7, 0, 1, 2, 3, 4, 5, 6, 7)]


def test_one_comes_back_to_the_row_one_left_from(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    claims = with_claims(page, opened, qtbot)
    QTest.keyClick(claims, Qt.Key.Key_End)
    left = page.present_place()
    listed(page, "Sessions of the day").setFocus()
    (area,) = page.findChildren(QScrollArea)
    area.verticalScrollBar().setValue(0)
    page.show_place(left)
    assert (claims.hasFocus(), claims.currentIndex().row(), in_view(page, claims)) == (True, 7, True)


def test_a_page_built_anew_leads_to_the_part_that_was_left_once_it_is_read(
    page: TodayPage, opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(*MANY)
    page.show_place(Place("today", "2026-11-24", "claims"))
    qtbot.waitUntil(lambda: listed(page, "Open claims").hasFocus(), timeout=10_000)
    assert page.present_place() == Place("today", "2026-11-24", "claims")


def test_whoever_has_gone_on_meanwhile_is_not_taken_to_the_part_that_was_left(
    page: TodayPage, opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(*MANY)
    page.show_place(Place("today", "2026-11-24", "claims"))
    (days,) = page.findChildren(QComboBox)
    days.setFocus()
    qtbot.waitUntil(lambda: listed(page, "Open claims").model().rowCount() == 8, timeout=10_000)
    assert days.hasFocus()


def test_the_keys_are_in_the_sessions_as_soon_as_there_are_any(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, opened, qtbot, *DAY)
    assert listed(page, "Sessions of the day").hasFocus()
