"""The entrance and the main window, offscreen, on a real vault whose Argon2id takes milliseconds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CHEAP
from wellled_desktop import bootstrap
from wellled_desktop.ui.entrance.entrance import Entrance
from wellled_desktop.ui.entrance.opening import Opening
from wellled_desktop.ui.entrance.preload import Preload
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.window.main_window import MainWindow
from wellled_desktop.vault.library import Vault

MakeEntrance = Callable[[], Entrance]
MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def settings(library_folder: Path) -> SettingsFile:
    return SettingsFile(library_folder)


@pytest.fixture
def make_entrance(qtbot: QtBot, library_folder: Path, settings: SettingsFile) -> Iterator[MakeEntrance]:
    """Shows the entrance of the library there is; what it opened is closed at the end."""
    made: list[Entrance] = []

    def make() -> Entrance:
        preload = Preload()
        packs, resources = bootstrap.shipped("framework_data"), bootstrap.shipped("resources")
        opening = Opening(library_folder, packs, resources, preload, calibrate=lambda: CHEAP)
        entrance = Entrance(library_folder, opening, preload, settings)
        made.append(entrance)
        qtbot.addWidget(entrance)
        with qtbot.waitSignal(entrance.painted):
            entrance.show()
        return entrance

    yield make
    for entrance in made:
        entrance.close_vault()


@pytest.fixture
def locked(vault: Vault) -> None:
    """There is a vault in the library's folder, and nobody has it open."""
    vault.close()


@pytest.fixture
def appearance(qapp: QApplication, settings: SettingsFile) -> Appearance:
    made = Appearance(qapp, bootstrap.shipped("resources"), settings)
    made.begin("light")
    return made


@pytest.fixture
def make_window(qtbot: QtBot, opened: Opened, appearance: Appearance, library_folder: Path) -> Iterator[MakeWindow]:
    """The main window with its real pages, shown and active; ended tidily when a test has not ended it."""
    made: list[MainWindow] = []

    def make(on: Opened = opened) -> MainWindow:
        window = MainWindow(appearance, library_folder)
        made.append(window)
        window.begin(on)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for window in made:
        if window.isVisible():
            with qtbot.waitSignal(window.ended):
                window.quit()
        window.deleteLater()
