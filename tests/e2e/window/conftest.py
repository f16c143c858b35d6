"""The real window on a new encrypted inspection. WELLLED_STEPS names a folder for the pictures, else they go with the test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.window.at_work import AtWork
from tests.e2e.window.trust import make_inspection, make_vault, opened_on
from wellled_desktop import bootstrap
from wellled_desktop.ui.example_day.person import Person
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.unexpected import SENTENCE
from wellled_desktop.ui.window.main_window import MainWindow
from wellled_desktop.vault.library import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = make_vault(tmp_path / "library")
    yield made
    made.close()


@pytest.fixture
def work(qapp: QApplication, qtbot: QtBot, vault: Vault, tmp_path: Path) -> Iterator[AtWork]:
    """Ends with its window closed, as a user closes it."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    appearance = Appearance(qapp, bootstrap.shipped("resources"), SettingsFile(tmp_path / "library"))
    appearance.begin("light")
    window = MainWindow(appearance, tmp_path / "library")
    window.begin(opened_on(make_inspection(vault)))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    folder = Path(os.environ.get("WELLLED_STEPS") or tmp_path / "steps")
    folder.mkdir(parents=True, exist_ok=True)
    made = AtWork(Person(SENTENCE), window, folder)
    yield made
    made.leave()
    window.deleteLater()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
