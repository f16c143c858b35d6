"""The size of the text by keys pressed one after another: told at once, shown once, and nothing that is put away is styled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kloe.records import SESSION, record, session
from tests.ui.shell.conftest import MakeWindow
from wellled_desktop.ui.kit import theme
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def styled(monkeypatch: pytest.MonkeyPatch, appearance: Appearance) -> list[float]:
    """The sizes in which everything was styled from now on."""
    sizes: list[float] = []
    really = theme.apply_theme

    def apply(*told: object) -> None:
        sizes.append(float(str(told[-1])))
        really(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(theme, "apply_theme", apply)
    return sizes


def test_steps_pressed_in_a_row_are_told_at_once_and_styled_once(
    make_window: MakeWindow, styled: list[float], qtbot: QtBot
) -> None:
    window = make_window()
    window.go(Place("kloe", "W2"))
    for told in ("Text 114 %", "Text 129 %", "Text 143 %"):
        QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
        assert window.status.told == told
    assert styled == []
    qtbot.waitUntil(lambda: styled != [])
    assert styled == [15.0]
    place = window.pages.present_place()
    assert place is not None
    assert (place.page, place.key) == ("kloe", "W2")
    assert window.focusWidget() is not None


def test_no_step_leads_past_the_largest_and_the_smallest(
    make_window: MakeWindow, styled: list[float], qtbot: QtBot
) -> None:
    window = make_window()
    for _ in range(9):
        QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert window.status.told == "Text 157 %, largest"
    for _ in range(9):
        QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert window.status.told == "Text 86 %, smallest"
    qtbot.waitUntil(lambda: styled == [9.0])
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    assert window.status.told == "Text of the usual size"
    qtbot.waitUntil(lambda: styled == [9.0, 10.5])


def test_steps_there_and_back_style_nothing(
    make_window: MakeWindow, appearance: Appearance, styled: list[float], qtbot: QtBot
) -> None:
    window = make_window()
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    qtbot.waitUntil(lambda: not appearance._soon.isActive())
    assert styled == []


def test_every_page_is_gone_before_the_window_is_styled(
    make_window: MakeWindow, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    for place in (Place("requests"), Place("kloe", "W2"), Place("evidence")):
        window.go(place)
    assert len(window.findChildren(Page)) > 2
    left: list[int] = []
    monkeypatch.setattr(theme, "apply_theme", lambda *_told: left.append(len(window.findChildren(Page))))
    appearance.resize_text(1)
    assert left == [0]
    assert window.pages.present_place() == Place("evidence")


def test_a_dialog_that_was_opened_meanwhile_is_not_taken_away(
    make_window: MakeWindow, appearance: Appearance, styled: list[float], qtbot: QtBot
) -> None:
    window = make_window()
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    with qtbot.waitSignal(appearance._soon.timeout):
        pass
    assert styled == []
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    qtbot.waitUntil(lambda: styled == [12.0])


def test_what_is_typed_and_not_recorded_outlives_larger_text(make_window: MakeWindow, appearance: Appearance) -> None:
    window = make_window()
    window.go(Place("requests"))
    page = window.pages.page
    assert isinstance(page, RequestsPage)
    asked_for = page.new_request.asked_for
    QTest.keyClicks(asked_for, "Half a request")
    appearance.resize_text(1)
    assert window.pages.page is page
    assert asked_for.text() == "Half a request"
    assert asked_for.hasFocus()
    window.go(Place("today"))
    appearance.resize_text(2)
    assert window.pages.present_place() == Place("today")
    window.go(Place("requests"))
    assert asked_for.text() == "Half a request"
    asked_for.clear()
    window.go(Place("requests"))
    assert window.pages.page is not page


def test_a_line_that_is_being_written_is_brought_back_in_larger_text(
    make_window: MakeWindow, appearance: Appearance, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    record(qtbot, opened, session())
    window.go(Place("session", SESSION))
    page = window.pages.page
    assert isinstance(page, SessionPage)
    qtbot.waitUntil(page.composer.isEnabled)
    QTest.keyClicks(page.composer.edit, "They are heard")
    appearance.resize_text(1)
    qtbot.waitUntil(lambda: window.pages.page not in (page, None))
    again = window.pages.page
    assert isinstance(again, SessionPage)
    qtbot.waitUntil(lambda: again.composer.draft().text == "They are heard")
