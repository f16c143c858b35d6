"""The key-evidence checklist: ticks, the other states, reasons, and what happens when a state is refused."""

from functools import partial

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.conftest import new_inspection, opened_on
from tests.ui.kloe.conftest import ShowPage
from wellled_desktop.framework.pack import KeyEvidence, Pack
from wellled_desktop.inspection.read_models import EvidenceItemState
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.vault.library import Vault


def recorded(opened: Opened, node: str) -> EvidenceItemState | None:
    """The state of an item as it is on disk."""
    states: tuple[EvidenceItemState, ...] = opened.bridge.read_now(partial(reading.evidence_states, node=node))
    return next(iter(states), None)


def press(qtbot: QtBot, opened: Opened, page: KloePage, key: Qt.Key) -> None:
    """Presses a key on the selected item and waits until it is on disk."""
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(page.column.row.target, key)


def with_unknown_item(opened: Opened) -> Opened:
    """A page that shows an item the inspection's own framework does not hold: recording its state is refused."""
    item = KeyEvidence(id="W1.E99", text="An item nobody pinned", lines=(1,), kind="document")
    first, *others = opened.pack.kloes
    first = msgspec.structs.replace(first, evidence=(*first.evidence, item))
    return msgspec.structs.replace(opened, pack=msgspec.structs.replace(opened.pack, kloes=(first, *others)))


def test_space_ticks_an_item_as_gathered_and_clears_it_again(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.E3")
    row = page.column.rows["W1.E3"]
    assert row.box is not None
    press(qtbot, opened, page, Qt.Key.Key_Space)
    assert (row.box.isChecked(), row.state) == (True, "gathered")
    state = recorded(opened, "W1.E3")
    assert state is not None
    assert state.state == "gathered"
    press(qtbot, opened, page, Qt.Key.Key_Space)
    assert (row.box.isChecked(), row.state) == (False, "none")


def test_a_click_on_the_box_ticks_and_a_click_beside_it_only_selects(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W1.E3")
    row = page.column.rows["W1.E4"]
    assert row.box is not None
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 12))
    assert page.column.selected_item.id == "W1.E4"
    assert not row.box.isChecked()
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.mouseClick(row.box, Qt.MouseButton.LeftButton)
    assert row.state == "gathered"


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_G, "gathered"),
        (Qt.Key.Key_R, "requested"),
        (Qt.Key.Key_H, "not-held"),
        (Qt.Key.Key_A, "not-applicable"),
        (Qt.Key.Key_P, "not-pursued"),
    ],
)
def test_a_letter_sets_a_state_and_its_word_stands_beside_the_item(
    qtbot: QtBot, opened: Opened, show_page: ShowPage, key: Qt.Key, state: EvidenceState
) -> None:
    page = show_page(opened, "W2.E3")
    press(qtbot, opened, page, key)
    row = page.column.row
    assert row.box is not None
    assert row.state == state
    assert row.box.isChecked() == (state == "gathered")
    assert state.replace("-", " ") in row.box.accessibleDescription()
    assert page.beside.states.buttons[state].isChecked()
    press(qtbot, opened, page, Qt.Key.Key_Backspace)
    assert row.state == "none"


def test_a_nested_item_can_be_ticked_too(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W4.E4.1")
    press(qtbot, opened, page, Qt.Key.Key_Space)
    state = recorded(opened, "W4.E4.1")
    assert state is not None
    assert state.state == "gathered"
    assert page.column.rows["W4.E4"].state == "none"


def test_letters_do_nothing_to_a_prompt(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.2")
    QTest.keyClick(page.column.row.target, Qt.Key.Key_G)
    assert page.presenter.state_of("W1.2") == ("none", None)


def test_a_reason_is_kept_with_the_state_and_setting_the_same_state_again_keeps_it(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W2.E3")
    press(qtbot, opened, page, Qt.Key.Key_R)
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Return)
    field = page.beside.states.reason
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "asked of the company secretary")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.column.row.target.hasFocus()
    state = recorded(opened, "W2.E3")
    assert state is not None
    assert (state.state, state.reason) == ("requested", "asked of the company secretary")
    assert "asked of the company secretary" in page.column.row.quiet_words()
    QTest.keyClick(page.column.row.target, Qt.Key.Key_R)
    assert page.presenter.state_of("W2.E3") == ("requested", "asked of the company secretary")


def test_escape_leaves_the_reason_as_it_was(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W2.E3")
    press(qtbot, opened, page, Qt.Key.Key_H)
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Return)
    QTest.keyClicks(page.beside.states.reason, "never mind")
    QTest.keyClick(page.beside.states.reason, Qt.Key.Key_Escape)
    assert page.beside.states.reason.text() == ""
    assert page.column.row.target.hasFocus()


def test_a_reason_can_only_be_given_to_a_state(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W2.E3")
    assert not page.beside.states.reason.isEnabled()
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Return)
    assert page.beside.links.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of popups
def test_the_menu_of_an_item_offers_every_state_with_its_key(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.E3")
    page.column.row.menu_wanted.emit(QPoint(10, 10))
    menu = page.column.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words[1] == "Requested\tR"
    assert len(words) == 6
    with qtbot.waitSignal(opened.bridge.changed):
        menu.actions()[2].trigger()
    menu.close()
    assert page.column.row.state == "not-held"


def test_the_counts_of_the_checklist_name_states_and_nothing_missing(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W1.E1")
    assert page.column.checklist_words == "9 items"
    press(qtbot, opened, page, Qt.Key.Key_Space)
    QTest.keyClick(page.column.row.target, Qt.Key.Key_Down)
    press(qtbot, opened, page, Qt.Key.Key_R)
    assert page.column.checklist_words == "9 items: 1 gathered, 1 requested"


def test_a_refused_state_is_taken_back_and_said(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(with_unknown_item(opened), "W1.E99")
    row = page.column.row
    assert row.box is not None
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(row.box, Qt.Key.Key_Space)
        assert row.box.isChecked()
    assert told.args == ["“W1.E99” is not a key-evidence item of this inspection's framework."]
    assert not row.box.isChecked()
    assert row.state == "none"


def test_ticks_made_quickly_one_after_the_other_end_as_the_last_one(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W1.E3")
    for key in (Qt.Key.Key_G, Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_P):
        QTest.keyClick(page.column.row.target, key)
        assert page.column.row.state == page.presenter.state_of("W1.E3")[0]

    def settled() -> bool:
        state = recorded(opened, "W1.E3")
        return state is not None and state.state == "not-pursued" and not page.presenter.is_writing

    qtbot.waitUntil(settled)
    assert page.column.row.state == "not-pursued"


def test_a_tick_is_in_the_journal_and_there_after_reopening(
    qtbot: QtBot, vault: Vault, opened: Opened, clock: HandClock, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.E5")
    press(qtbot, opened, page, Qt.Key.Key_Space)
    page.close()
    opened.bridge.close()
    assert vault.verify_inspection(opened.inspection.id).sound
    again = opened_on(vault.open_inspection(opened.inspection.id, clock), opened.pack)
    try:
        page = show_page(again, "W3.E5")
        assert page.column.row.state == "gathered"
    finally:
        again.bridge.close()


def test_two_hundred_items_of_one_kloe_can_be_walked_and_ticked(
    qtbot: QtBot, vault: Vault, real_pack: Pack, clock: HandClock, show_page: ShowPage
) -> None:
    many = tuple(
        KeyEvidence(id=f"W1.E{n}", text=f"Item {n}, {'with a text that wraps ' * 4}", lines=(1,), kind="data")
        for n in range(1, 201)
    )
    kloe = msgspec.structs.replace(real_pack.kloes[0], evidence=many)
    pack = msgspec.structs.replace(real_pack, kloes=(kloe, *real_pack.kloes[1:]))
    command = new_inspection(pack, "01900000-0000-7000-8000-000000000200")
    opened = opened_on(vault.create_inspection(command, clock), pack)
    try:
        page = show_page(opened, "W1.E1")
        for _ in range(199):
            QTest.keyClick(page.column.row.target, Qt.Key.Key_Down)
        assert page.column.selected_item.id == "W1.E200"
        assert not page.column.row.visibleRegion().isEmpty()
        press(qtbot, opened, page, Qt.Key.Key_Space)
        assert page.column.checklist_words == "200 items: 1 gathered"
    finally:
        opened.bridge.close()
