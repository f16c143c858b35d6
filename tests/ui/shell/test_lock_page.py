"""The lock screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSPHRASE
from tests.ui.shell.conftest import MakeEntrance
from wellled_desktop.ui.entrance.lock_page import LockPage
from wellled_desktop.ui.entrance.unlocking import VAULT_FILES
from wellled_desktop.vault import copies


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LockPage]:
    made = LockPage("")
    qtbot.addWidget(made)
    made.show()
    made.settle()
    made.setFocus()
    yield made
    made.hide()


def field(page: LockPage) -> QLineEdit:
    found = page.findChild(QLineEdit)
    assert found is not None
    return found


def button(page: LockPage) -> QPushButton:
    return page.findChildren(QPushButton)[0]


def enter(page: LockPage, passphrase: str) -> None:
    field(page).setText(passphrase)
    QTest.keyClick(field(page), Qt.Key.Key_Return)


def wrong(page: LockPage) -> None:
    page.show_opening()
    page.show_refused("Not this one.", wrong=True)


def test_the_passphrase_has_the_focus_and_is_hidden(page: LockPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.focusWidget() is field(page))
    assert field(page).echoMode() == QLineEdit.EchoMode.Password


def test_enter_asks_to_unlock(page: LockPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.unlock) as asked:
        enter(page, PASSPHRASE)
    assert asked.args == [PASSPHRASE]


def test_it_says_that_it_is_opening_and_asks_only_once(page: LockPage, qtbot: QtBot) -> None:
    page.show_opening()
    assert button(page).text() == "Opening…"
    with qtbot.assertNotEmitted(page.unlock):
        enter(page, PASSPHRASE)


def test_a_wrong_passphrase_stays_selected_to_be_typed_over(page: LockPage) -> None:
    field(page).setText("walrus")
    wrong(page)
    assert page.sentence == "Not this one."
    assert field(page).selectedText() != ""
    assert button(page).isEnabled()


def test_after_the_third_it_waits_a_second_and_then_twice_as_long(page: LockPage, qtbot: QtBot) -> None:
    for _ in range(3):
        wrong(page)
    assert button(page).text() == "Try again in 1 s"
    with qtbot.assertNotEmitted(page.unlock):
        enter(page, PASSPHRASE)
    qtbot.waitUntil(button(page).isEnabled)
    wrong(page)
    assert button(page).text() == "Try again in 2 s"


def test_it_never_waits_longer_than_half_a_minute(page: LockPage) -> None:
    for _ in range(12):
        wrong(page)
    assert button(page).text() == "Try again in 30 s"


def test_a_problem_of_the_disk_is_no_reason_to_wait(page: LockPage) -> None:
    for _ in range(5):
        page.show_refused("The disk is away.", wrong=False)
    assert button(page).isEnabled()


@pytest.mark.parametrize(
    ("typed", "modifier", "warned"),
    [
        ("a", Qt.KeyboardModifier.NoModifier, False),
        ("A", Qt.KeyboardModifier.ShiftModifier, False),
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("a", Qt.KeyboardModifier.ShiftModifier, True),
    ],
)
def test_caps_lock_is_warned_of(page: LockPage, typed: str, modifier: Qt.KeyboardModifier, warned: bool) -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Click, field(page), Qt.Key.Key_A, typed, modifier)
    assert caps_lock_is_told(page) == warned


def test_the_warning_goes_when_caps_lock_is_turned_off(page: LockPage) -> None:
    QTest.keyClicks(field(page), "A")
    QTest.sendKeyEvent(QTest.KeyAction.Click, field(page), Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    assert caps_lock_is_told(page)
    QTest.keyClick(field(page), Qt.Key.Key_CapsLock)
    assert not caps_lock_is_told(page)


def caps_lock_is_told(page: LockPage) -> bool:
    return any(one.isVisible() for one in page.findChildren(QLabel) if one.text() == "Caps Lock is on.")


def test_the_lock_screen_looks_for_the_files_a_vault_has() -> None:
    assert VAULT_FILES == copies.NAMES


@pytest.mark.usefixtures("locked")
def test_a_wrong_passphrase_is_told_and_the_right_one_opens(make_entrance: MakeEntrance, qtbot: QtBot) -> None:
    entrance = make_entrance()
    page = entrance.currentWidget()
    assert isinstance(page, LockPage)
    enter(page, "walrus banjo kettle")
    qtbot.waitUntil(lambda: "not recognised" in page.sentence)
    enter(page, PASSPHRASE)
    qtbot.waitUntil(lambda: entrance.currentWidget() is not page)
    assert type(entrance.currentWidget()).__name__ == "ChoosePage"
    assert field(page).text() == ""
