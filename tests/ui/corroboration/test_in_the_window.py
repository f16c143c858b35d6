"""The meeting in the window: its key, the whole screen, undo while the menus are hidden, larger text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.corroboration.conftest import press
from tests.ui.shell.conftest import MakeWindow, appearance, make_window, settings
from wellled_desktop.inspection.commands import AddLocalNode, WriteLine
from wellled_desktop.store import weighing_reading
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.corroboration.page import CorroborationPage
from wellled_desktop.ui.pages.reports.page import ReportsPage
from wellled_desktop.ui.window.main_window import MainWindow

__all__ = ["appearance", "make_window", "settings"]


def meeting(window: MainWindow, qtbot: QtBot) -> CorroborationPage:
    """The page, once it has something to weigh."""

    def shown() -> CorroborationPage | None:
        page = window.pages.page
        return page if isinstance(page, CorroborationPage) and page.item is not None else None

    qtbot.waitUntil(lambda: shown() is not None, timeout=10_000)
    page = shown()
    assert page is not None
    return page


@pytest.fixture
def window(recorded: Opened, make_window: MakeWindow) -> MainWindow:
    window = make_window(recorded)
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    return window


def around(window: MainWindow) -> list[bool]:
    return [part.isVisible() for part in (window.menuBar(), window.navigator, window.status)]


def test_ctrl_9_opens_it_and_f_fills_the_screen_until_esc(window: MainWindow, qtbot: QtBot) -> None:
    page = meeting(window, qtbot)
    press(page, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: around(window) == [False] * 3 and window.isFullScreen(), timeout=5_000)
    press(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: around(window) == [True] * 3 and not window.isFullScreen(), timeout=5_000)


def test_a_question_the_team_adds_meanwhile_leaves_the_whole_screen_and_the_item_as_they_are(
    window: MainWindow, recorded: Opened, qtbot: QtBot
) -> None:
    page = meeting(window, qtbot)
    press(page, Qt.Key.Key_F)
    qtbot.waitUntil(window.isFullScreen, timeout=5_000)
    before = page.item
    assert before is not None
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        recorded.bridge.do(AddLocalNode("n1", before.node.partition(".")[0], "prompt", "Do zebras feel listened to?"))
    qtbot.waitUntil(lambda: "Do zebras feel listened to?" in str(recorded.pack.kloes), timeout=5_000)
    qtbot.waitUntil(lambda: recorded.index.find("zebra") != ())
    assert window.pages.page is page
    assert (window.isFullScreen(), around(window)) == (True, [False] * 3)
    assert page.item is not None
    assert page.item.key == before.key


def test_undo_works_while_the_menus_are_hidden_and_is_told_on_the_page(
    window: MainWindow, recorded: Opened, qtbot: QtBot
) -> None:
    page = meeting(window, qtbot)
    press(page, Qt.Key.Key_F)
    with qtbot.waitSignals([page.presenter.decided, page.presenter.agenda_read], timeout=10_000):
        press(page, Qt.Key.Key_E)
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        QTest.keyClick(page.items, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert recorded.bridge.read_now(weighing_reading.outcomes) == ()
    assert (page.head.told.isVisible(), page.head.clock.isVisible()) == (True, False)
    assert page.head.told.text() == "Undone: record “enough” on W1.1, contradicted"
    QTest.keyClick(page.items, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.head.told.text() == "Redone: record “enough” on W1.1, contradicted", timeout=10_000)
    page.hide()
    page.show()
    assert (page.head.told.isVisible(), page.head.clock.isVisible()) == (False, True)


def test_in_the_window_the_status_bar_alone_says_what_was_undone(window: MainWindow, qtbot: QtBot) -> None:
    page = meeting(window, qtbot)
    with qtbot.waitSignals([page.presenter.decided, page.presenter.agenda_read], timeout=10_000):
        press(page, Qt.Key.Key_E)
    QTest.keyClick(page.items, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.status.told == "Undone: record “enough” on W1.1, contradicted", timeout=10_000)
    assert page.head.clock.isVisible()


def _in_view(page: CorroborationPage, key: str) -> bool:
    """Whether the item is the current one, and whole in view or as much of it as there is room for."""
    if page.item is None or page.item.key != key:
        return False
    row, view = page.items.visualRect(page.items.currentIndex()), page.items.viewport().rect()
    return view.contains(row) if row.height() <= view.height() else row.top() == 0


def _undo(page: CorroborationPage, key: Qt.Key = Qt.Key.Key_Z) -> None:
    QTest.keyClick(page.items, key, Qt.KeyboardModifier.ControlModifier)


def _to_weigh(page: CorroborationPage, key: str) -> bool:
    assert page.agenda is not None
    return next(item for item in page.agenda.items if item.key == key).outcome is None


def test_the_item_of_an_outcome_that_is_undone_or_redone_is_the_current_one_and_in_view(
    window: MainWindow, recorded: Opened, qtbot: QtBot
) -> None:
    page = meeting(window, qtbot)
    decided = []
    for _ in range(2):
        assert page.item is not None
        decided.append(page.item.key)
        with qtbot.waitSignals([page.presenter.decided, page.presenter.agenda_read], timeout=10_000):
            press(page, Qt.Key.Key_E)
    first, second = decided
    press(page, Qt.Key.Key_End)
    _undo(page)
    qtbot.waitUntil(lambda: _in_view(page, second) and _to_weigh(page, second), timeout=10_000)
    press(page, Qt.Key.Key_Right)
    assert page.kloe == 1
    _undo(page)
    qtbot.waitUntil(lambda: page.kloe == 0 and _in_view(page, first) and _to_weigh(page, first), timeout=10_000)
    press(page, Qt.Key.Key_End)
    _undo(page, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: _in_view(page, first) and not _to_weigh(page, first), timeout=10_000)


def test_taking_something_else_back_leaves_the_item_where_it_is(
    window: MainWindow, recorded: Opened, qtbot: QtBot
) -> None:
    page = meeting(window, qtbot)
    with qtbot.waitSignal(recorded.bridge.changed, timeout=10_000):
        recorded.bridge.do(WriteLine("x1", "s1", "Another.", tags=("W7.1",)))
    press(page, Qt.Key.Key_Down)
    assert page.item is not None
    before = page.item.key
    with qtbot.waitSignal(page.undone.found, timeout=500, raising=False) as told:
        _undo(page)
    assert not told.signal_triggered
    assert page.item.key == before


def test_a_notice_in_full_screen_goes_when_something_is_undone(window: MainWindow, qtbot: QtBot) -> None:
    page = meeting(window, qtbot)
    press(page, Qt.Key.Key_F)
    with qtbot.waitSignals([page.presenter.decided, page.presenter.agenda_read], timeout=10_000):
        press(page, Qt.Key.Key_E)
    page.telling.tell("No session is still to come.")
    _undo(page)
    qtbot.waitUntil(lambda: not page.head.notice.isVisible(), timeout=10_000)
    assert page.head.told.text().startswith("Undone: ")


def test_going_to_the_minutes_gives_the_screen_back(window: MainWindow, qtbot: QtBot) -> None:
    page = meeting(window, qtbot)
    press(page, Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: isinstance(window.pages.page, ReportsPage), timeout=5_000)
    assert around(window) == [True] * 3
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "E&xport the minutes"


def test_nothing_to_click_is_cut_off_in_the_largest_text(
    window: MainWindow, appearance: Appearance, qtbot: QtBot
) -> None:
    meeting(window, qtbot)
    for _ in range(8):
        appearance.resize_text(1)
    page = meeting(window, qtbot)
    for whole in (False, True):
        if whole:
            press(page, Qt.Key.Key_F)
        buttons = [*page.bar.findChildren(QPushButton), *page.head.findChildren(QToolButton)]
        qtbot.waitUntil(lambda: all(_whole(one, page) for one in buttons), timeout=5_000)  # noqa: B023


def _whole(button: QAbstractButton, page: CorroborationPage) -> bool:
    at = button.mapTo(page, button.rect().bottomRight())
    return button.width() >= button.sizeHint().width() and page.rect().contains(at)
