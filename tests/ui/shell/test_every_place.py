"""What holds of every place in the app: each control has a name, and Tab reaches each of them and leaves each again."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import MakeWindow
from wellled_desktop.inspection.commands import PlanSession, RecordEvidence, SetEvidenceState, WriteLine
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow

MORNING = dt.datetime(2026, 11, 24, 10, 15, tzinfo=dt.UTC)
PLACES = [
    Place("today", "2026-11-24"),
    Place("kloe", "W4", "W4.E4.1"),
    Place("sessions"),
    Place("session", "s1"),
    Place("evidence"),
    Place("requests"),
    Place("triangulation", selected="W1.3"),
    Place("corroboration", "2026-11-24"),
    Place("reports", "2026-11-24"),
]
MOST_STEPS = 400


@pytest.fixture
def window(opened: Opened, make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            PlanSession("s1", "interview", ("chief-executive",), planned_start=MORNING),
            WriteLine("l1", "s1", "We walk the wards.", tags=("W1.3",), claim=True),
            SetEvidenceState("W1.E3", "requested", "the company secretary"),
            RecordEvidence("e1", "Board papers", "minutes", nodes=("W4.E4.1",)),
        )
    return make_window()


def go(window: MainWindow, place: Place, qtbot: QtBot, opened: Opened) -> QWidget:
    """The page, once all it has asked the reader has been answered."""
    window.go(place)
    answered: list[bool] = []
    for _ in range(3):
        answered.clear()
        opened.bridge.ask(window, lambda _connection: True, answered.append)
        qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    page = window.pages.page
    assert page is not None
    return page


def controls(page: QWidget) -> list[QWidget]:
    return [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()
    ]


def spoken(widget: QWidget) -> str:
    """What a screen reader is given for it: its name, or that of the label it belongs to."""
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    labels = [other for other, _ in interface.relations() if other is not None]
    return " ".join(
        [interface.text(QAccessible.Text.Name), *(one.text(QAccessible.Text.Name) for one in labels)]
    ).strip()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.page)
def test_every_control_has_a_name(window: MainWindow, opened: Opened, qtbot: QtBot, place: Place) -> None:
    found = controls(go(window, place, qtbot, opened))
    assert found
    assert [f"{type(one).__name__} {one.objectName()}" for one in found if not spoken(one)] == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.page)
def test_tab_walks_through_the_page_and_out_of_it(
    window: MainWindow, opened: Opened, qtbot: QtBot, place: Place
) -> None:
    page = go(window, place, qtbot, opened)
    window.navigator.setFocus()
    visited: list[QWidget] = []
    for _ in range(MOST_STEPS):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not focus, f"Tab stays in {type(focus).__name__}"
        if now is window.navigator or now is None:
            break
        visited.append(now)
    assert QApplication.focusWidget() is window.navigator, "Tab never comes round"
    assert {one for one in visited if page.isAncestorOf(one)}, "Tab passes the page by"
