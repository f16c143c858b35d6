"""Choosing an inspection, making one, and going straight to the one that was open last."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListView, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR, INSPECTION, PASSPHRASE, HandClock, new_inspection
from tests.ui.shell.conftest import MakeEntrance
from tests.ui.shell.test_first_run import named, page_of
from wellled_desktop.framework.pack import Pack
from wellled_desktop.ui.entrance.entrance import Entrance
from wellled_desktop.ui.entrance.inspection_list import dates_in_words
from wellled_desktop.ui.entrance.opening import Prepared
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.vault.library import Library, Vault


@pytest.fixture
def kept(vault: Vault, real_pack: Pack, clock: HandClock) -> None:
    """Two inspections, closed; the vault is locked."""
    vault.create_inspection(new_inspection(real_pack), clock).close()
    vault.create_inspection(new_inspection(real_pack, "01900000-0000-7000-8000-000000000002"), clock).close()
    vault.close()


def unlock(entrance: Entrance) -> None:
    field = named(page_of(entrance), "Passphrase")
    field.setText(PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choice(entrance: Entrance, qtbot: QtBot) -> QWidget:
    unlock(entrance)
    qtbot.waitUntil(lambda: type(entrance.currentWidget()).__name__ == "ChoosePage")
    return page_of(entrance)


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text)


@pytest.mark.usefixtures("kept")
def test_enter_opens_the_selected_one_and_it_is_remembered(
    make_entrance: MakeEntrance, qtbot: QtBot, settings: SettingsFile
) -> None:
    entrance = make_entrance()
    page = choice(entrance, qtbot)
    view = page.findChild(QListView)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(entrance.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    prepared = opened.args[0]
    assert isinstance(prepared, Prepared)
    prepared.inspection.close()
    assert prepared.detail.id == INSPECTION
    assert settings.settings.last_inspection == INSPECTION


@pytest.mark.usefixtures("kept")
def test_unlocking_leads_straight_to_the_one_that_was_open_last(
    make_entrance: MakeEntrance, qtbot: QtBot, settings: SettingsFile
) -> None:
    settings.change(last_inspection=INSPECTION)
    entrance = make_entrance()
    with qtbot.waitSignal(entrance.opened) as opened:
        unlock(entrance)
    opened.args[0].inspection.close()
    assert opened.args[0].detail.id == INSPECTION


@pytest.mark.usefixtures("kept")
def test_one_that_is_open_elsewhere_is_told_in_a_sentence(
    make_entrance: MakeEntrance, qtbot: QtBot, settings: SettingsFile, library_folder: Path, clock: HandClock
) -> None:
    other = Library(library_folder).unlock(PASSPHRASE).open_inspection(INSPECTION, clock)
    settings.change(last_inspection=INSPECTION)
    entrance = make_entrance()
    page = choice(entrance, qtbot)
    assert "open in another window" in page.sentence  # type: ignore[attr-defined]
    other.close()


@pytest.mark.usefixtures("locked")
def test_an_empty_library_says_how_to_begin(make_entrance: MakeEntrance, qtbot: QtBot) -> None:
    page = choice(make_entrance(), qtbot)
    assert page.findChild(QListView).isHidden()  # type: ignore[union-attr]
    assert button(page, "&New inspection…").isEnabled()


@pytest.mark.usefixtures("locked")
def test_a_new_inspection_asks_for_what_is_missing_and_then_opens(make_entrance: MakeEntrance, qtbot: QtBot) -> None:
    entrance = make_entrance()
    button(choice(entrance, qtbot), "&New inspection…").click()
    page = page_of(entrance)
    make = button(page, "&Create the inspection")
    make.click()
    assert "name of the trust" in page.sentence
    named(page, "Name of the trust").setText("  Example  Vale NHS Trust ")
    make.click()
    assert "provider code" in page.sentence
    for refused in ("R", "RXXRXXRXX", "R X", "RX!"):
        named(page, "Provider code").setText(refused)
        make.click()
        assert page.sentence == "A provider code is 2 to 8 letters and figures, such as RXX; nothing was created."
        assert page.focusWidget() is named(page, "Provider code")
    named(page, "Provider code").setText("rxx")
    make.click()
    assert "at least one trust type" in page.sentence
    page.findChildren(QCheckBox)[0].setChecked(True)
    button(page, "Add a &person").click()
    named(page, "Name of person 2").setText("Petra Invented")
    page.findChildren(QSpinBox)[0].setValue(2)
    with qtbot.waitSignal(entrance.opened, timeout=20_000) as opened:
        make.click()
    detail = opened.args[0].detail
    opened.args[0].inspection.close()
    assert (detail.trust_name, detail.provider_code, detail.trust_types, detail.days) == (
        "Example Vale NHS Trust",
        "RXX",
        ("acute",),
        2,
    )
    assert [member.name for member in detail.team] == [AUTHOR, "Petra Invented"]
    assert len(opened.args[0].pack.kloes) == 8


@pytest.mark.usefixtures("locked")
def test_two_people_of_one_name_are_not_let_through(make_entrance: MakeEntrance, qtbot: QtBot) -> None:
    entrance = make_entrance()
    button(choice(entrance, qtbot), "&New inspection…").click()
    page = page_of(entrance)
    named(page, "Name of the trust").setText("Example Vale NHS Trust")
    named(page, "Provider code").setText("RXX")
    page.findChildren(QCheckBox)[0].setChecked(True)
    button(page, "Add a &person").click()
    named(page, "Name of person 2").setText(AUTHOR.upper())
    button(page, "&Create the inspection").click()
    assert "same name" in page.sentence


@pytest.mark.parametrize(
    ("first", "days", "words"),
    [
        (dt.date(2026, 11, 24), 1, "24 November 2026"),
        (dt.date(2026, 11, 24), 3, "24 to 26 November 2026"),
        (dt.date(2026, 11, 30), 3, "30 November to 2 December 2026"),
        (dt.date(2026, 12, 31), 2, "31 December 2026 to 1 January 2027"),
    ],
)
def test_dates_are_said_as_people_say_them(first: dt.date, days: int, words: str) -> None:
    assert dates_in_words(first, days) == words
