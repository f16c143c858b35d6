"""The list of a field's choices shows all of them, whether the field has the focus or not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop import bootstrap
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile


@pytest.fixture
def fields(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[tuple[QComboBox, QComboBox]]:
    Appearance(qapp, bootstrap.shipped("resources"), SettingsFile(tmp_path)).begin("light")
    shown = QWidget()
    qtbot.addWidget(shown)
    column = QVBoxLayout(shown)
    first, second = QComboBox(), QComboBox()
    for field in (first, second):
        field.addItems([f"Day {number}" for number in range(1, 7)])
        column.addWidget(field)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield first, second
    shown.hide()


@pytest.mark.parametrize("has_focus", [True, False])
def test_every_choice_is_on_show(qtbot: QtBot, fields: tuple[QComboBox, QComboBox], has_focus: bool) -> None:
    first, second = fields
    second.setFocus()
    first.showPopup()  # Qt makes the list, and measures its edges, when it is shown first
    first.hidePopup()
    (first if has_focus else second).setFocus()
    qtbot.waitUntil(lambda: first.hasFocus() == has_focus)
    first.showPopup()
    qtbot.waitUntil(first.view().isVisible)
    QApplication.processEvents()
    assert first.view().verticalScrollBar().maximum() == 0
    first.hidePopup()
    assert first.height() == second.height()
