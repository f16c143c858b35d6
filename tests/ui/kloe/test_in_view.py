"""The item that was gone to is in view, and stays there while what the column says of the others comes in."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage, go_to
from tests.ui.kloe.records import line, record, session
from wellled_desktop.inspection.commands import Command
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage

LOW = "W1.G5"


def lines_above() -> tuple[Command, ...]:
    """On the guidance above, so that each says in a line of its own what it holds."""
    return (
        session(),
        *(
            line(number, "Said.", node)
            for number, node in enumerate(("W1.G1", "W1.G2", "W1.G3", "W1.G4.1", "W1.G4.2"), 1)
        ),
    )


def view_of(page: KloePage) -> QWidget:
    return page.columns.area("W1").viewport()


def stands(page: KloePage) -> QRect:
    """Where the selected row is in what is in view."""
    row = page.column.row
    return QRect(row.mapTo(view_of(page), QPoint()), row.size())


def wheel(page: KloePage, by: int) -> None:
    over = view_of(page)
    at = QPointF(over.rect().center())
    turned = QWheelEvent(
        at, QPointF(over.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(over, turned)


def test_the_item_gone_to_stays_whole_in_view_when_the_counts_above_it_come(
    opened: Opened, qtbot: QtBot, show_page: ShowPage
) -> None:
    page = show_page(opened, LOW)
    before = page.column.height()
    assert view_of(page).rect().contains(stands(page))
    record(qtbot, opened, *lines_above())
    qtbot.waitUntil(lambda: page.column.height() > before)
    assert view_of(page).rect().contains(stands(page))


def test_it_stays_in_view_when_the_window_gets_lower(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, LOW)
    page.resize(page.width(), page.height() - 200)
    assert view_of(page).rect().contains(stands(page))


def test_of_an_item_taller_than_the_view_the_beginning_is_there(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1")
    page.columns.setFixedHeight(page.column.rows["W1.4"].height() - 4)
    page.column.select("W1.4")
    assert stands(page).top() == 0


def test_whoever_scrolls_away_is_not_taken_back(opened: Opened, qtbot: QtBot, show_page: ShowPage) -> None:
    page = show_page(opened, LOW)
    before = page.column.height()
    wheel(page, 120 * 40)
    bar = page.columns.area("W1").verticalScrollBar()
    assert bar.value() == 0
    record(qtbot, opened, *lines_above())
    qtbot.waitUntil(lambda: page.column.height() > before)
    assert bar.value() == 0


def test_going_there_again_scrolls_back(opened: Opened, qtbot: QtBot, show_page: ShowPage) -> None:
    page = show_page(opened, LOW)
    wheel(page, 120 * 40)
    go_to(qtbot, page, LOW)
    assert view_of(page).rect().contains(stands(page))
