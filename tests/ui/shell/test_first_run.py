"""The first run: name, passphrase, recovery key."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR, PASSPHRASE
from tests.ui.shell.conftest import MakeEntrance
from wellled_desktop.ui.entrance.entrance import Entrance
from wellled_desktop.ui.entrance.recovery_key_page import RecoveryKeyPage
from wellled_desktop.ui.entrance.sheet import Sheet
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.vault.library import Library


def named(page: QWidget, name: str) -> QLineEdit:
    return next(field for field in page.findChildren(QLineEdit) if field.accessibleName() == name)


def fill(page: QWidget, name: str = AUTHOR, first: str = PASSPHRASE, second: str = PASSPHRASE) -> None:
    named(page, "Your name").setText(name)
    named(page, "New passphrase").setText(first)
    named(page, "The passphrase once more").setText(second)
    QTest.keyClick(named(page, "The passphrase once more"), Qt.Key.Key_Return)


def page_of(entrance: Entrance) -> Sheet:
    page = entrance.currentWidget()
    assert isinstance(page, Sheet)
    return page


def recovery_page(entrance: Entrance, qtbot: QtBot) -> RecoveryKeyPage:
    qtbot.waitUntil(lambda: isinstance(entrance.currentWidget(), RecoveryKeyPage))
    page = entrance.currentWidget()
    assert isinstance(page, RecoveryKeyPage)
    return page


def shown_key(page: RecoveryKeyPage) -> str:
    groups = [one.text() for one in page.findChildren(QLabel) if len(one.text()) == 4 and one.text().isalnum()]
    return "-".join(groups)


def go_on(page: RecoveryKeyPage) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == "Continue")


@pytest.mark.parametrize(
    ("name", "first", "second", "said"),
    [
        ("", PASSPHRASE, PASSPHRASE, "Give the name"),
        (AUTHOR, "short", "short", "too short"),
        (AUTHOR, PASSPHRASE, "walrus banjo teapots", "not the same"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(
    make_entrance: MakeEntrance, library_folder: Path, name: str, first: str, second: str, said: str
) -> None:
    page = page_of(make_entrance())
    fill(page, name, first, second)
    assert said in page.sentence
    assert not library_folder.exists()


def test_of_two_that_differ_the_second_is_selected_to_be_typed_again(make_entrance: MakeEntrance) -> None:
    page = page_of(make_entrance())
    fill(page, second="walrus banjo teapots")
    second = named(page, "The passphrase once more")
    assert page.window().focusWidget() is second
    assert second.selectedText() == "walrus banjo teapots"


def test_the_strength_is_said_in_a_word(make_entrance: MakeEntrance) -> None:
    page = page_of(make_entrance())
    named(page, "New passphrase").setText("password12345")
    assert any(one.text().startswith("Weak.") for one in page.findChildren(QLabel))


def test_the_recovery_key_is_shown_once_and_opens_the_vault(
    make_entrance: MakeEntrance, qtbot: QtBot, library_folder: Path, settings: SettingsFile
) -> None:
    entrance = make_entrance()
    fill(page_of(entrance))
    page = recovery_page(entrance, qtbot)
    key = shown_key(page)
    assert settings.settings.recovery_key_pending
    assert not go_on(page).isEnabled()
    page.findChildren(QCheckBox)[0].setChecked(True)
    go_on(page).click()
    qtbot.waitUntil(lambda: type(entrance.currentWidget()).__name__ == "ChoosePage")
    assert shown_key(page) == ""
    assert not settings.settings.recovery_key_pending
    vault = Library(library_folder).unlock_with_recovery_key(key)
    assert vault.author == AUTHOR
    vault.close()


def test_a_key_that_nobody_said_they_kept_is_made_anew_the_next_time(
    make_entrance: MakeEntrance, qtbot: QtBot, library_folder: Path
) -> None:
    first = make_entrance()
    fill(page_of(first))
    lost = shown_key(recovery_page(first, qtbot))
    first.close()
    first.close_vault()
    again = make_entrance()
    lock = page_of(again)
    named(lock, "Passphrase").setText(PASSPHRASE)
    QTest.keyClick(named(lock, "Passphrase"), Qt.Key.Key_Return)
    new = shown_key(recovery_page(again, qtbot))
    assert new != lost
    Library(library_folder).unlock_with_recovery_key(new).close()


def test_the_saved_key_is_for_its_owner_alone(make_entrance: MakeEntrance, qtbot: QtBot, tmp_path: Path) -> None:
    entrance = make_entrance()
    fill(page_of(entrance))
    page = recovery_page(entrance, qtbot)
    page.save_to(tmp_path / "key.txt")
    assert shown_key(page) in (tmp_path / "key.txt").read_text(encoding="utf-8")
    assert stat.S_IMODE((tmp_path / "key.txt").stat().st_mode) == 0o600
    page.save_to(tmp_path / "nowhere" / "key.txt")
    assert "could not be written" in page.sentence


def test_the_vault_is_in_a_folder_for_its_owner_alone(
    make_entrance: MakeEntrance, qtbot: QtBot, library_folder: Path
) -> None:
    entrance = make_entrance()
    fill(page_of(entrance))
    recovery_page(entrance, qtbot)
    assert stat.S_IMODE(library_folder.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in library_folder.iterdir() if file.is_file()}
    assert set(modes.values()) == {0o600}, modes


def test_inspections_without_their_vault_are_told_of_at_once(
    make_entrance: MakeEntrance, library_folder: Path, qtbot: QtBot
) -> None:
    orphan = library_folder / "inspections" / "0190"
    orphan.mkdir(parents=True)
    (orphan / "store.db").write_bytes(b"sealed")
    page = page_of(make_entrance())
    qtbot.waitUntil(lambda: any("1 inspection" in one.text() for one in page.findChildren(QLabel)))
