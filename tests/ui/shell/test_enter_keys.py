"""Enter presses the button that has the focus, wherever it stands, and nothing that is typed afterwards is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.window.frame import Frame


def shown(window: QWidget, qtbot: QtBot, *parts: QWidget) -> QWidget:
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(here(), key)


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    """What every window is: Enter is its work, in its dialogs too."""
    made = Frame()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_once_and_what_is_typed_next_arrives(
    frame: Frame, qtbot: QtBot, kind: type[QPushButton | QToolButton], key: Qt.Key
) -> None:
    link, field, pressed = kind(), QLineEdit(), list[str]()
    link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    link.clicked.connect(lambda: pressed.append("link"))
    link.clicked.connect(field.setFocus)
    window = shown(QWidget(), qtbot, link, field)
    link.setFocus()
    assert window.focusWidget() is link
    press(key)
    QTest.keyClicks(here(), "Candid CEO, corrected")
    assert pressed == ["link"]
    assert field.text() == "Candid CEO, corrected"


def test_in_a_dialog_enter_presses_the_button_that_has_the_focus_and_in_a_field_the_default(
    frame: Frame, qtbot: QtBot
) -> None:
    field, plan, cancel, pressed = QLineEdit(), QPushButton("Plan"), QPushButton("Cancel"), list[str]()
    plan.setDefault(True)
    cancel.setAutoDefault(False)
    for button in (plan, cancel):
        button.clicked.connect(lambda _on=False, button=button: pressed.append(button.text()))
    window = shown(QDialog(frame), qtbot, field, plan, cancel)
    cancel.setFocus()
    assert window.focusWidget() is cancel
    press(Qt.Key.Key_Return)
    assert pressed == ["Cancel"]
    field.setFocus()
    press(Qt.Key.Key_Return)
    assert pressed == ["Cancel", "Plan"]


def test_a_field_whose_enter_leads_to_a_button_does_not_press_it(frame: Frame, qtbot: QtBot) -> None:
    field, button, pressed = QLineEdit(), QPushButton("Import"), list[str]()
    button.clicked.connect(lambda: pressed.append("Import"))
    field.returnPressed.connect(button.setFocus)
    window = shown(QWidget(), qtbot, field, button)
    field.setFocus()
    press(Qt.Key.Key_Return)
    assert window.focusWidget() is button
    assert pressed == []
