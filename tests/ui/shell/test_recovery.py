"""Opening the vault with the recovery key, and setting a new passphrase."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR, CHEAP, PASSPHRASE
from tests.ui.shell.conftest import MakeEntrance
from tests.ui.shell.test_first_run import named, page_of
from wellled_desktop.ui.entrance.entrance import Entrance
from wellled_desktop.vault.errors import WrongPassphrase
from wellled_desktop.vault.library import Library

NEW = "kettle otter violin moss"


@pytest.fixture
def key(library_folder: Path) -> str:
    vault, recovery_key = Library(library_folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    vault.close()
    return recovery_key.text


def recover(entrance: Entrance, typed: str) -> None:
    next(one for one in page_of(entrance).findChildren(QPushButton) if "recovery" in one.text()).click()
    field = named(page_of(entrance), "Recovery key")
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)


def shows(entrance: Entrance, name: str) -> bool:
    return type(entrance.currentWidget()).__name__ == name


def test_the_key_opens_and_asks_for_a_new_passphrase(
    make_entrance: MakeEntrance, qtbot: QtBot, library_folder: Path, key: str
) -> None:
    entrance = make_entrance()
    recover(entrance, key.lower().replace("-", " "))
    qtbot.waitUntil(lambda: shows(entrance, "ChangePassphrasePage"))
    page = page_of(entrance)
    assert any("The old passphrase counts until" in one.text() for one in page.findChildren(QLabel))
    named(page, "New passphrase").setText(NEW)
    named(page, "The passphrase once more").setText(NEW)
    QTest.keyClick(named(page, "The passphrase once more"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shows(entrance, "ChoosePage"))
    Library(library_folder).unlock(NEW).close()
    with pytest.raises(WrongPassphrase):
        Library(library_folder).unlock(PASSPHRASE)


def test_a_mistyped_key_says_which_group(make_entrance: MakeEntrance, qtbot: QtBot, key: str) -> None:
    entrance = make_entrance()
    wrong = "0" if key[0] != "0" else "1"
    recover(entrance, wrong + key[1:])
    qtbot.waitUntil(lambda: "Group 1" in page_of(entrance).sentence)


def test_back_leads_to_the_passphrase(make_entrance: MakeEntrance, key: str) -> None:
    entrance = make_entrance()
    assert key
    recover(entrance, "")
    next(one for one in page_of(entrance).findChildren(QPushButton) if one.text() == "&Back").click()
    assert shows(entrance, "LockPage")
