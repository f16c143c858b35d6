"""The main window: places, what is told, and the end."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import HandClock, opened_on
from tests.ui.shell.conftest import MakeWindow
from wellled_desktop.inspection.commands import PlanSession, RecordEvidence, SetEvidenceState, WriteLine
from wellled_desktop.store import reading
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import PageName, Place
from wellled_desktop.ui.window.ending import StayOrClose
from wellled_desktop.ui.window.main_window import MainWindow
from wellled_desktop.ui.window.navigator_model import COUNT_ROLE
from wellled_desktop.ui.window.registry import page_factories
from wellled_desktop.ui.window.shortcuts_dialog import ShortcutsDialog
from wellled_desktop.vault.library import OpenInspection, Vault

PLAN = PlanSession("s1", "interview", ("chief-executive",))


def page(window: MainWindow) -> PageName | None:
    place = window.pages.present_place()
    return place.page if place is not None else None


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, key, modifier)


def test_it_begins_with_today_and_the_focus_in_it(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    assert page(window) == "today"
    shown = window.pages.page
    assert shown is not None
    qtbot.waitUntil(lambda: (focus := QApplication.focusWidget()) is not None and shown.isAncestorOf(focus))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "today"),
        (Qt.Key.Key_2, "kloe"),
        (Qt.Key.Key_3, "sessions"),
        (Qt.Key.Key_4, "evidence"),
        (Qt.Key.Key_5, "requests"),
        (Qt.Key.Key_6, "reports"),
    ],
)
def test_each_place_has_its_key(make_window: MakeWindow, key: Qt.Key, name: str) -> None:
    window = make_window()
    window.go(Place("reports" if name != "reports" else "today"))
    press(window, key, Qt.KeyboardModifier.ControlModifier)
    assert page(window) == name


def test_every_page_can_be_shown_and_says_its_keys(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(PLAN)
    window = make_window()
    for name in page_factories():
        window.go(Place(name, "s1" if name == "session" else ""))
        assert page(window) == name
        assert window.pages.page is not None
        assert all(one.keys and one.what for one in window.pages.page.shortcuts())


def test_the_navigator_opens_with_enter_and_follows_the_place(make_window: MakeWindow) -> None:
    window = make_window()
    window.navigator.setFocus()
    window.navigator.setCurrentIndex(window.navigator.places.index_of(Place("kloe", "W3")))
    QTest.keyClick(window.navigator, Qt.Key.Key_Return)
    assert window.pages.present_place() == Place("kloe", "W3", window.pages.present_place().selected)  # type: ignore[union-attr]
    window.go(Place("session", "s1"))
    assert window.navigator.currentIndex().data() == "Sessions"


def test_framework_leads_to_the_kloe_that_was_open_last(make_window: MakeWindow) -> None:
    window = make_window()
    window.go(Place("kloe", "W5"))
    window.go(Place("today"))
    window.go_to_number(2)
    place = window.pages.present_place()
    assert place is not None
    assert (place.page, place.key) == ("kloe", "W5")


def test_the_navigator_counts_what_each_kloe_holds(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    window = make_window()
    opened.bridge.do(
        PLAN,
        WriteLine("l1", "s1", "Said", tags=("W3.1",)),
        WriteLine("l2", "s1", "Said too", tags=("W3.G1", "W1.1")),
        RecordEvidence("e1", "Staff survey", "survey", nodes=("W3.E1",)),
    )
    places = window.navigator.places
    qtbot.waitUntil(lambda: places.index_of(Place("kloe", "W3")).data(COUNT_ROLE) == 3)
    leadership = places.index_of(Place("kloe", "W1"))
    qtbot.waitUntil(lambda: "on 3 of 4" in leadership.data(Qt.ItemDataRole.AccessibleTextRole))
    assert leadership.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "W1  Leadership, 1 line and 0 evidence entries linked, W1.1 rests on one source (executive); "
        "W1 has nothing yet on 3 of 4 prompts"
    )


def test_back_and_forward(make_window: MakeWindow) -> None:
    window = make_window()
    window.go(Place("evidence"))
    window.go(Place("reports"))
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page(window) == "evidence"
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page(window) == "today"
    assert not window.actions_of_window.back.isEnabled()
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page(window) == "evidence"


def test_ctrl_tab_walks_through_the_panes(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.navigator.setFocus()
    qtbot.waitUntil(window.navigator.hasFocus)
    window.next_pane()
    assert not window.navigator.hasFocus()
    window.pane_before()
    assert window.navigator.hasFocus()


def test_f1_lists_the_keys_of_the_page_and_of_the_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    table = dialog.table
    told = [item.text() for row in range(table.rowCount()) if (item := table.item(row, 1)) is not None]
    assert "The day before" in told
    assert {"New session", "Export day report", "Lock", "Quit", "Next pane"} <= set(told)
    dialog.close()


def test_no_key_of_the_window_is_given_twice(make_window: MakeWindow) -> None:
    keys = [one.keys for one in make_window().actions_of_window.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_change_that_was_not_recorded_is_told_above_the_page_and_below(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    opened.bridge.do(SetEvidenceState("W9.E1", "gathered"))
    qtbot.waitUntil(window.message.isVisible)
    assert "W9.E1" in window.message.sentence
    assert window.status.disk_words == "The last change was not recorded"
    with qtbot.waitSignal(opened.bridge.saved):
        opened.bridge.do(PLAN)
    assert window.status.disk_words == "On disk 0.0 s ago"


def test_opening_again_leads_to_the_same_place(
    make_window: MakeWindow, opened: Opened, vault: Vault, clock: HandClock, qtbot: QtBot
) -> None:
    window = make_window()
    window.go(Place("kloe", "W6"))
    with qtbot.waitSignal(window.ended) as ended:
        window.close()
    assert ended.args == ["quit"]
    again = make_window(opened_on(vault.open_inspection(opened.inspection.id, clock), opened.pack))
    place = again.pages.present_place()
    assert place is not None
    assert (place.page, place.key) == ("kloe", "W6")


@pytest.mark.parametrize(("how", "ending"), [("lock", "lock"), ("close_inspection", "close"), ("quit", "quit")])
def test_what_was_asked_before_the_end_is_on_disk(
    make_window: MakeWindow, opened: Opened, vault: Vault, clock: HandClock, qtbot: QtBot, how: str, ending: str
) -> None:
    window = make_window()
    opened.bridge.do(PLAN, *(WriteLine(f"l{number}", "s1", f"Line {number}") for number in range(30)))
    with qtbot.waitSignal(window.ended) as ended:
        getattr(window, how)()
    assert ended.args == [ending]
    again = vault.open_inspection(opened.inspection.id, clock)
    lines = again.store.read(partial(reading.lines, session_id="s1"))
    again.close()
    assert len(lines) == 30


def test_a_write_that_fails_at_the_end_is_asked_about_and_one_can_stay(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    opened.bridge.do(SetEvidenceState("W9.E1", "gathered"))
    window.quit()
    QTest.keyClick(question(window, qtbot), Qt.Key.Key_Escape)
    assert window.isVisible()
    opened.bridge.do(SetEvidenceState("W9.E1", "gathered"))
    window.quit()
    asked = question(window, qtbot)
    with qtbot.waitSignal(window.ended) as ended:
        asked.close_all_the_same.click()
    assert ended.args == ["quit"]


def question(window: MainWindow, qtbot: QtBot) -> StayOrClose:
    """The question that is asked, once it is."""

    def asked() -> list[StayOrClose]:
        return [one for one in window.findChildren(StayOrClose) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()))
    return asked()[0]


def test_it_locks_itself_when_nobody_touches_it(
    opened: Opened, appearance: Appearance, library_folder: Path, qtbot: QtBot
) -> None:
    window = MainWindow(appearance, library_folder, idle_minutes=0.005)
    window.begin(opened)
    with qtbot.waitSignal(window.ended) as ended:
        window.show()
    assert ended.args == ["idle"]
    window.deleteLater()


def test_larger_text_keeps_the_place(make_window: MakeWindow, appearance: Appearance, qtbot: QtBot) -> None:
    window = make_window()
    window.go(Place("kloe", "W2"))
    before = window.font().pointSizeF()
    appearance.resize_text(1)
    assert window.font().pointSizeF() > before
    place = window.pages.present_place()
    assert place is not None
    assert (place.page, place.key) == ("kloe", "W2")
    appearance.resize_text(0)
    assert window.font().pointSizeF() == before


@pytest.mark.parametrize("name", ["session", "sessions", "requests", "kloe", "worries"])
def test_a_page_built_while_those_of_the_smaller_text_go_keeps_its_rows_of_buttons(
    make_window: MakeWindow, appearance: Appearance, opened: Opened, qtbot: QtBot, name: PageName
) -> None:
    """PySide breaks down where a layout's own items are taken for some that are deleted."""
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(PLAN)
    window = make_window()
    appearance.resize_text(1)
    window.go(Place(name, {"session": "s1", "kloe": "W1"}.get(name, "")))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.pages.page is not None
    rows = window.pages.page.findChildren(FlowLayout)
    assert rows
    items = [row.itemAt(at) for row in rows for at in range(row.count())]
    assert all(item is not None and item.widget() is not None for item in items)


def test_a_file_that_was_put_back_is_told_when_it_is_opened(
    inspection: OpenInspection, make_window: MakeWindow, opened: Opened
) -> None:
    inspection.warning = "The file is an older one."
    assert make_window().message.sentence == "The file is an older one."
