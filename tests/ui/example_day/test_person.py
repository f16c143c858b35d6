"""The hands and eyes of the example day, on small windows of their own."""

import pytest
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.example_day.person import NotSeen, Person


@pytest.fixture
def person() -> Person:
    return Person(alarm="The house is on fire")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    form = QFormLayout(made)
    form.addRow("&Place", QLineEdit())
    form.addRow(QPushButton("&Open…"))
    rows = QListWidget()
    rows.setAccessibleName("Sessions")
    rows.addItems(["Panel of governors", "Interview"])
    form.addRow(rows)
    made.show()
    qtbot.addWidget(made)
    qtbot.waitActive(made)
    return made


def test_a_field_is_found_by_the_words_beside_it_and_typed_into(person: Person, window: QWidget) -> None:
    person.go_into("Place")
    person.type("Board room, “Infirmary”")
    assert window.findChildren(QLineEdit)[0].text() == "Board room, “Infirmary”"


def test_typing_anew_replaces_what_stood_there(person: Person, window: QWidget) -> None:
    field = window.findChildren(QLineEdit)[0]
    field.setText("before")
    person.go_into("Place")
    person.type_anew("after")
    assert field.text() == "after"


def test_a_button_is_clicked_by_the_words_on_it(person: Person, window: QWidget) -> None:
    window.findChildren(QPushButton)[0].clicked.connect(window.close)
    person.click("Open…")
    assert not window.isVisible()


def test_a_row_is_clicked_by_the_words_in_it(person: Person, window: QWidget) -> None:
    person.click_row("Interview", of="Sessions")
    assert window.findChildren(QListWidget)[0].currentRow() == 1


def test_what_never_comes_about_is_named(person: Person, window: QWidget) -> None:
    assert window.isVisible()
    with pytest.raises(NotSeen, match="“Goodbye” did not come about within 0 seconds"):
        person.see("Goodbye", seconds=0)


def test_the_waiting_ends_as_soon_as_the_alarm_is_seen(person: Person, window: QWidget) -> None:
    QLabel("The house is on fire.", window).show()
    with pytest.raises(NotSeen, match="the window says: The house is on fire"):
        person.see("Goodbye")


def test_a_key_that_leads_nowhere_is_not_pressed_for_ever(person: Person, window: QWidget) -> None:
    assert window.isVisible()
    with pytest.raises(NotSeen, match="Down does not lead to “W9”"):
        person.press_until("Down", "W9", most=5)
