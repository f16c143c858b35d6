"""A schedule at work for the tests: the page on a real record, and what its keys and mouse do."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.conftest import AUTHOR
from wellled_desktop.inspection.commands import Command, PlanSession
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.pages.sessions.schedule_gaps import Gap, GapModel
from wellled_desktop.ui.places import Place

PETRA = "Petra Invented"
Key, Mod = Qt.Key, Qt.KeyboardModifier
NO, ALT, CTRL, SHIFT = Mod.NoModifier, Mod.AltModifier, Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def page(opened: Opened, clock: HandClock, qtbot: QtBot) -> Iterator[SessionsPage]:
    made = SessionsPage(opened, now=lambda: dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC))
    qtbot.addWidget(made)
    made.resize(1_100, 700)
    made.show()
    yield made
    made.hide()


def do(opened: Opened, qtbot: QtBot, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(*commands)


def planned(key: str, hour: int, role: str = "chief-executive", day: int = 24, lead: str = AUTHOR) -> PlanSession:
    start = dt.datetime(2026, 11, day, hour).astimezone()
    return PlanSession(key, "interview", (role,), planned_start=start, place=f"Room {hour}", lead=lead)


def show(page: SessionsPage, qtbot: QtBot, selected: str = "") -> None:
    page.show_place(Place("sessions", selected=selected))
    QTest.mouseClick(page.as_schedule, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.schedule.tabs.count() > 1 and page.schedule.grid.hasFocus())
    if selected:
        qtbot.waitUntil(lambda: page.schedule.selected_id() == selected)


def press(page: SessionsPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(page.schedule.grid, key, modifiers)


def recorded(opened: Opened, key: str) -> Session:
    return opened.bridge.read_now(partial(reading.sessions, session_id=key))[0]


def settled(opened: Opened, qtbot: QtBot) -> None:
    done: list[bool] = []
    opened.bridge.finish(opened.bridge, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def dialog_of(page: QWidget, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: page.findChild(kind) is not None)
    found = page.findChild(kind)
    assert isinstance(found, kind)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def gaps(page: SessionsPage) -> list[Gap]:
    model = page.schedule.gaps.model()
    assert isinstance(model, GapModel)
    rows = (model.row_at(row) for row in range(model.rowCount()))
    return [row for row in rows if row is not None]


def gap_words(page: SessionsPage) -> list[str]:
    return [gap.words for gap in gaps(page)]


def choose_gap(page: SessionsPage, words: str) -> None:
    row = next(at for at, gap in enumerate(gaps(page)) if gap.words.startswith(words))
    page.schedule.gaps.setFocus()
    page.schedule.gaps.setCurrentIndex(page.schedule.gaps.model().index(row, 0))
    QTest.keyClick(page.schedule.gaps, Key.Key_Return)


def drag(page: SessionsPage, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    viewport = page.schedule.grid.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO, start)
    for step in (1, 2, 3):
        QTest.mouseMove(viewport, start + (end - start) * step / 3)
    assert page.schedule.grid.drag.under_way()
    if let_go:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO, end)
