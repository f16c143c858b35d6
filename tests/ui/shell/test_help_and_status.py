"""What the window says at its edges: the status bar at any size of text, the list of shortcuts, where the data is."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStyle, QStyleOptionButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import MakeWindow
from wellled_desktop.ui.entrance.sheet import link_button
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.page import Opened, Shortcut
from wellled_desktop.ui.window.about import data_dialog
from wellled_desktop.ui.window.shortcuts_dialog import ShortcutsDialog

LONG = "The Invented Example Vale and Otherwise Nowhere Partnership University Hospitals NHS Foundation Trust"


def test_the_marking_is_never_cut_however_large_the_text(
    qtbot: QtBot, opened: Opened, make_window: MakeWindow, appearance: Appearance
) -> None:
    inspection = msgspec.structs.replace(opened.inspection, trust_name=LONG)
    window = make_window(msgspec.structs.replace(opened, inspection=inspection))
    window.resize(1280, 800)
    for _ in range(4):
        appearance.resize_text(1)
    labels = window.status.findChildren(QLabel)
    marking = next(one for one in labels if one.text() == "OFFICIAL-SENSITIVE")
    trust = next(one for one in labels if one.accessibleName().startswith(LONG))
    qtbot.waitUntil(lambda: marking.width() >= marking.sizeHint().width())
    assert trust.text().endswith("…")
    assert marking.mapTo(window, marking.rect().topRight()).x() < window.width()
    assert LONG in trust.toolTip()


def test_a_link_with_the_focus_shows_all_its_words(qtbot: QtBot, appearance: Appearance) -> None:
    assert appearance is not None
    window = QWidget()
    qtbot.addWidget(window)
    link: QPushButton = link_button("Does not apply to this trust (1) · show", window)
    window.show()
    link.resize(link.sizeHint())
    window.activateWindow()
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    option = QStyleOptionButton()
    link.initStyleOption(option)
    room = link.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, link).width()
    assert room >= link.fontMetrics().horizontalAdvance(link.text())


def test_the_list_of_shortcuts_names_undo_and_redo(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_shortcuts()
    (dialog,) = window.findChildren(ShortcutsDialog)
    table = dialog.table
    listed = {
        name.text(): keys.text().strip()
        for row in range(table.rowCount())
        if (keys := table.item(row, 0)) is not None and (name := table.item(row, 1)) is not None
    }
    assert (listed["Undo"], listed["Redo"]) == ("Ctrl+Z", "Ctrl+Shift+Z")
    dialog.close()


def test_a_long_shortcut_wraps_and_a_short_one_does_not(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    long = Shortcut(
        "Return", "Give a reason for the state (optional); in the list beside: open the line, and so on " * 2
    )
    dialog = ShortcutsDialog([Shortcut("G", "Gathered"), long], [], parent)
    dialog.show()
    line = dialog.table.fontMetrics().height()
    qtbot.waitUntil(lambda: dialog.table.rowHeight(2) >= 3 * line)
    assert dialog.table.rowHeight(1) < 2 * line + 10
    dialog.close()


def lines_drawn(table: QTableWidget, row: int) -> int:
    """Of what the shortcut does, in the room that the style draws it in."""
    item = table.item(row, 1)
    assert item is not None
    margin = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    layout, lines = QTextLayout(item.text(), table.font()), 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(table.columnWidth(1) - 2 * margin)
        lines += 1
    layout.endLayout()
    return lines


def test_no_shortcut_is_cut_short_however_closely_it_fits_its_row(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    words = "On an entry: to its links; on the checklist: open the item on its own page, and so on; "
    dialog = ShortcutsDialog([Shortcut("E", f"{(words * 2)[:length]}it") for length in range(40, 140)], [], parent)
    dialog.show()
    table = dialog.table
    rows, height = range(1, table.rowCount()), table.fontMetrics().height()
    qtbot.waitUntil(lambda: all(table.rowHeight(row) >= lines_drawn(table, row) * height + 8 for row in rows))
    assert {lines_drawn(table, row) for row in rows} >= {1, 2}
    dialog.close()


def test_the_list_of_shortcuts_is_narrowed_by_what_is_typed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    of_page = [Shortcut("G", "Mark as gathered"), Shortcut("Del", "Retract the line")]
    dialog = ShortcutsDialog(of_page, [Shortcut("Ctrl+Z", "Undo"), Shortcut("F1", "This list")], parent)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.words.hasFocus()

    def shown() -> list[str]:
        table = dialog.table
        items = [table.item(row, 0) for row in range(table.rowCount()) if not table.isRowHidden(row)]
        return [item.text().strip() for item in items if item is not None]

    QTest.keyClicks(dialog.words, "line RETRACT")
    assert shown() == ["On this page", "Del"]
    dialog.words.setText("ctrl+z")
    assert shown() == ["Everywhere", "Ctrl+Z"]
    dialog.words.setText("sing a song")
    assert shown() == []
    dialog.words.clear()
    assert len(shown()) == 6
    QTest.keyClick(dialog.words, Qt.Key.Key_Down)
    assert dialog.table.hasFocus()
    assert dialog.table.currentRow() == 2
    dialog.close()


@pytest.mark.usefixtures("qapp")
def test_where_the_data_is_names_the_inspection_in_the_command(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = data_dialog(tmp_path, "RXX", None, parent)
    told = "\n".join(one.text() for one in dialog.findChildren(QLabel))
    assert "“wellled line list RXX --json”" in told
