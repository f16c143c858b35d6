"""The team's own nodes and another trust type, in the window: every page knows them at once, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import SESSION, entry, line, record, session
from tests.ui.shell.conftest import MakeWindow
from tests.ui.shell.test_undo_bursts import burst
from wellled_desktop.framework.pack import TrustType
from wellled_desktop.inspection.commands import AddLocalNode, ChangeTrustTypes, RetractLocalNode
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.pages.kloe.own_dialogs import OwnForm, OwnWords
from wellled_desktop.ui.pages.kloe.own_words import AddOwn
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow
from wellled_desktop.ui.window.trust_type_dialog import TrustTypeDialog

LOCAL = "01900000-0000-7000-8000-00000000c001"
QUESTION = AddLocalNode(LOCAL, "W3", "prompt", "Do zebras feel listened to?")


def kloe_page(window: MainWindow, node: str) -> KloePage:
    window.go(Place("kloe", node.split(".", maxsplit=1)[0], node))
    page = window.pages.page
    assert isinstance(page, KloePage)
    return page


def form(qtbot: QtBot, window: MainWindow) -> OwnForm:
    """The form that is open over the window."""

    def open_forms() -> list[OwnForm]:
        return [one for one in window.findChildren(OwnForm) if one.isVisible()]

    qtbot.waitUntil(lambda: len(open_forms()) == 1)
    return open_forms()[0]


def give(qtbot: QtBot, window: MainWindow, words: str) -> None:
    shown = form(qtbot, window)
    assert unnamed(shown) == []
    shown.words.setText(words)
    with qtbot.waitSignal(window.opened.bridge.changed):
        QTest.keyClick(shown.words, Qt.Key.Key_Return)


def test_a_question_added_with_n_appears_at_once_marked_as_local_and_selected(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    page = kloe_page(window, "W3.2")
    QTest.keyClick(page.column.row.target, Qt.Key.Key_N)
    give(qtbot, window, "Do zebras feel listened to?")
    qtbot.waitUntil(lambda: page.column.selected_item.id == "W3.L1")
    row = page.column.rows["W3.L1"]
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())
    assert row.item.text == "Do zebras feel listened to?"
    assert row.quiet_words().startswith("local: the team's own")
    assert window.focusWidget() is row.target
    assert list(page.column.rows).index("W3.L1") == list(page.column.rows).index("W3.G1") - 1
    assert [one.id for one in window.opened.index.find("zebra")] == ["W3.L1"]


def test_a_question_that_stood_there_before_its_place_was_known_is_selected_and_in_view(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    window.resize(1000, 620)
    page = kloe_page(window, "W3.E17")
    record(qtbot, opened, QUESTION)
    qtbot.waitUntil(lambda: "W3.L1" in page.column.rows)
    assert page.column.selected_item.id == "W3.E17"
    page.own.found.emit("W3.L1")
    assert page.column.selected_item.id == "W3.L1"
    assert page.column.row.visibleRegion().boundingRect() == page.column.row.rect()
    assert window.focusWidget() is page.column.row.target
    page.own.found.emit("W3.L9")
    assert page.column.selected_item.id == "W3.L1"


def test_n_on_key_evidence_adds_an_item_that_is_ticked_and_linked_as_any_other(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    page = kloe_page(window, "W3.E1")
    QTest.keyClick(page.column.row.target, Qt.Key.Key_N)
    give(qtbot, window, "The zebra log")
    qtbot.waitUntil(lambda: page.column.selected_item.id == "W3.L1")
    QTest.keyClick(page.column.row.target, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: page.presenter.state_of("W3.L1")[0] == "gathered" and not page.presenter.is_writing)
    record(qtbot, opened, entry(1, "Log of November", "W3.L1"))
    qtbot.waitUntil(lambda: page.column.rows["W3.L1"].held.entries == 1)
    window.go(Place("evidence"))
    evidence = window.pages.page
    assert isinstance(evidence, EvidencePage)
    items = evidence.checklist.items
    shown = [items.item_at(row) for row in range(items.rowCount())]
    assert "The zebra log (local)" in [one.text for one in shown if one is not None]


def test_the_quiet_button_adds_and_the_kind_may_be_chosen_in_the_form(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    page = kloe_page(window, "W3.2")
    buttons = page.column.findChildren(AddOwn)
    assert [one.button.text() for one in buttons] == ["Add a question of our own", "Add an evidence item of our own"]
    buttons[0].button.click()
    shown = form(qtbot, window)
    assert isinstance(shown, OwnWords)
    shown.kinds.setCurrentIndex(1)
    give(qtbot, window, "The zebra log")
    qtbot.waitUntil(lambda: page.column.selected_item.id == "W3.L1")
    assert page.column.selected_item.tickable


def test_its_words_are_changed_with_f2(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    window = make_window()
    page = kloe_page(window, "W3.2")
    record(qtbot, opened, QUESTION)
    qtbot.waitUntil(lambda: "W3.L1" in page.column.rows)
    page.column.select("W3.L1")
    QTest.keyClick(page.column, Qt.Key.Key_F2)
    assert form(qtbot, window).words.text() == QUESTION.text
    give(qtbot, window, "Do all zebras?")
    qtbot.waitUntil(lambda: page.column.rows["W3.L1"].item.text == "Do all zebras?")
    assert page.column.selected_item.id == "W3.L1"


def test_one_that_is_retracted_is_folded_away_and_what_is_linked_to_it_is_told_and_readable(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    page = kloe_page(window, "W3.2")
    record(qtbot, opened, session(), QUESTION, line(1, "They do", "W3.L1"), line(2, "They do not", "W3.L1"))
    qtbot.waitUntil(lambda: "W3.L1" in page.column.rows and page.column.rows["W3.L1"].held.lines == 2)
    page.column.select("W3.L1")
    QTest.keyClick(page.column, Qt.Key.Key_Delete)
    give(qtbot, window, "asked already")
    told = "2 lines are linked to W3.L1, which was retracted. What is linked stays, and can be read under “Retracted”."
    qtbot.waitUntil(lambda: window.message.sentence == told)
    qtbot.waitUntil(lambda: page.column.rows["W3.L1"].item.retracted)
    row = page.column.rows["W3.L1"]
    assert row.item.left_out == "The team added this and retracted it. Reason: asked already"
    qtbot.waitUntil(lambda: page.column.rows["W3.L1"].held.lines == 2)
    folds = [one.text() for one in page.column.findChildren(QPushButton) if one.text().startswith("Retracted")]
    assert folds == ["Retracted (1) · linked to it: 2 lines · hide"]
    assert opened.index.find("zebra") == ()
    qtbot.waitUntil(lambda: page.beside.links.model().rowCount() >= 2)
    QTest.keyClick(page.column, Qt.Key.Key_Delete)
    give(qtbot, window, "not asked after all")
    qtbot.waitUntil(lambda: not page.column.rows["W3.L1"].item.retracted)
    assert [one.id for one in opened.index.find("zebra")] == ["W3.L1"]


def test_undo_takes_an_own_question_back_on_whatever_page_one_is(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    record(qtbot, opened, QUESTION)
    qtbot.waitUntil(lambda: [one.id for one in opened.index.find("zebra")] == ["W3.L1"])
    window.go(Place("today"))
    burst(window, "z")
    qtbot.waitUntil(lambda: opened.index.find("zebra") == ())
    burst(window, "Z")
    qtbot.waitUntil(lambda: [one.id for one in opened.index.find("zebra")] == ["W3.L1"])


def test_one_that_undo_takes_back_is_left_for_what_stands_above_it_and_nothing_is_recorded_on_it(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    page = kloe_page(window, "W3.2")
    item = AddLocalNode("n2", "W3", "evidence", "Minutes of the zebras")
    record(qtbot, opened, item)
    qtbot.waitUntil(lambda: "W3.L1" in page.column.rows)
    page.column.select("W3.L1")
    assert page.beside.record.isVisible()
    assert page.beside.states.isVisible()
    burst(window, "z")
    qtbot.waitUntil(lambda: page.column.rows["W3.L1"].item.retracted)
    selected = page.column.selected_item
    assert (selected.kind, selected.retracted, selected.left_out) == ("evidence", False, None)
    assert page.beside.item == selected
    page.column.select("W3.L1")
    assert page.beside.record.isHidden()
    assert page.beside.states.isHidden()
    assert page.column.rows["W3.L1"].item.tickable is False


def test_what_is_typed_and_where_one_is_on_a_kloes_page_stay(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    page = kloe_page(window, "W3.E9")
    title = page.beside.record.title
    title.setFocus()
    QTest.keyClicks(title, "Half a ti")
    area = page.columns.area("W3")
    area.verticalScrollBar().setSliderPosition(400)
    scrolled = area.verticalScrollBar().value()
    assert scrolled > 0
    record(qtbot, opened, QUESTION, ChangeTrustTypes(("ambulance",), "it is one"))
    qtbot.waitUntil(lambda: "W3.L1" in page.column.rows)
    assert (title.text(), title.hasFocus()) == ("Half a ti", True)
    assert page.column.selected_item.id == "W3.E9"
    assert page.columns.area("W3").verticalScrollBar().value() == scrolled


def test_a_line_that_is_being_written_stays_and_the_tag_and_the_card_know_the_new_question(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    record(qtbot, opened, session())
    window.go(Place("session", SESSION))
    page = window.pages.page
    assert isinstance(page, SessionPage)
    qtbot.waitUntil(lambda: page.composer.isEnabled() and page.card.card.rowCount() > 0)
    box = page.composer.edit
    box.setFocus()
    QTest.keyClicks(box, "They are heard ")
    record(qtbot, opened, QUESTION)
    qtbot.waitUntil(lambda: bool(opened.index.find("zebra")))
    assert window.pages.page is page
    assert QApplication.focusWidget() is box
    assert page.composer.draft().text.startswith("They are heard")
    entries = [page.card.card.entry_at(row) for row in range(page.card.card.rowCount())]
    assert "W3.L1" in [one.node for one in entries if one is not None]
    QTest.keyClicks(box, "#W3.L1 ")
    assert page.composer.composed().tags == ("W3.L1",)


def test_a_page_with_something_typed_in_it_is_built_anew_only_when_that_is_recorded(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    window.go(Place("requests"))
    page = window.pages.page
    assert isinstance(page, RequestsPage)
    asked_for = page.new_request.asked_for
    QTest.keyClicks(asked_for, "Half a request")
    record(qtbot, opened, QUESTION)
    qtbot.waitUntil(lambda: bool(opened.index.find("zebra")))
    window.go(Place("today"))
    window.go(Place("requests"))
    assert window.pages.page is page
    assert asked_for.text() == "Half a request"
    asked_for.clear()
    window.go(Place("requests"))
    assert isinstance(window.pages.page, RequestsPage)
    assert window.pages.page is not page


def test_the_evidence_page_goes_on_as_it_is_and_what_is_typed_outlives_larger_text(
    make_window: MakeWindow, appearance: Appearance, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    window.go(Place("evidence"))
    page = window.pages.page
    assert isinstance(page, EvidencePage)
    page.open_form()
    QTest.keyClicks(page.log.form.fields.title, "Half a title")
    record(qtbot, opened, QUESTION)
    qtbot.waitUntil(lambda: bool(opened.index.find("zebra")))
    assert window.pages.page is page
    assert window.focusWidget() is page.log.form.fields.title
    appearance.resize_text(1)
    qtbot.waitUntil(lambda: window.pages.page not in (page, None))
    again = window.pages.page
    assert isinstance(again, EvidencePage)
    assert again.log.form.fields.title.text() == "Half a title"
    assert again.log.form_is_open


def test_a_page_without_anything_typed_is_built_anew_where_one_is(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    window.go(Place("sessions"))
    page = window.pages.page
    assert isinstance(page, SessionsPage)
    record(qtbot, opened, ChangeTrustTypes(("mental-health",), "it is one"))
    qtbot.waitUntil(lambda: window.pages.page is not page)
    assert isinstance(window.pages.page, SessionsPage)
    assert opened.inspection.trust_types == ("mental-health",)
    assert opened.scope.applies("W4.5")
    focus = window.focusWidget()
    assert focus is not None
    assert window.pages.page.isAncestorOf(focus)


# The dialog


@pytest.fixture
def dialog(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> TrustTypeDialog:
    window = make_window()
    record(
        qtbot, opened, session(), QUESTION, line(1, "Heard", "W3.1", "W4.5"), ChangeTrustTypes(("mental-health",), "so")
    )
    qtbot.waitUntil(lambda: opened.inspection.trust_types == ("mental-health",))
    window.actions_of_window.trust_type.trigger()
    (shown,) = window.findChildren(TrustTypeDialog)
    return shown


def test_the_dialog_says_beforehand_what_is_shown_and_hidden_why_and_what_stays(
    dialog: TrustTypeDialog, qtbot: QtBot
) -> None:
    assert unnamed(dialog) == []
    assert dialog.preview.toPlainText() == "Nothing changes: this is what is recorded."
    assert not dialog.apply.isEnabled()
    dialog.types["acute"].click()
    dialog.types["mental-health"].click()
    qtbot.waitUntil(lambda: "1 line stays" in dialog.preview.toPlainText())
    words = dialog.preview.toPlainText().splitlines()
    assert words[0] == "Hidden from now on (1)"
    assert words[2].startswith("W4.5  ")
    assert words[3] == (
        "This is for mental health trusts (“Specialist mental health services”), and this trust is recorded as acute."
    )
    assert words[4] == "1 line stays linked to it, under “Does not apply to this trust” on W4."
    assert "Shown from now on (1)" in words
    assert not dialog.apply.isEnabled()
    dialog.types["acute"].click()
    assert dialog.preview.toPlainText() == "A trust has at least one type: choose one."


def test_it_is_applied_with_a_reason_and_ctrl_z_takes_it_back(
    dialog: TrustTypeDialog, opened: Opened, qtbot: QtBot
) -> None:
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    dialog.types["ambulance"].click()
    dialog.types["mental-health"].click()
    QTest.keyClicks(dialog.reason, "the letter says so")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.inspection.trust_types == ("ambulance",))
    qtbot.waitUntil(lambda: window.findChildren(TrustTypeDialog) == [])
    assert not opened.scope.applies("W4.5")
    page = kloe_page(window, "W4.5")
    assert page.column.selected_item.left_out is not None
    qtbot.waitUntil(lambda: page.column.rows["W4.5"].held.lines == 1)
    window.activateWindow()  # the platform of the tests gives no window the focus when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    burst(window, "z")
    qtbot.waitUntil(lambda: opened.inspection.trust_types == ("mental-health",))
    qtbot.waitUntil(lambda: page.column.rows["W4.5"].item.left_out is None)
    qtbot.waitUntil(lambda: page.column.rows["W4.5"].held.lines == 1)


def choose_ambulance(window: MainWindow, qtbot: QtBot) -> None:
    (shown,) = window.findChildren(TrustTypeDialog)
    shown.types["ambulance"].click()
    QTest.keyClicks(shown.reason, "the letter says so")
    QTest.keyClick(shown.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChildren(TrustTypeDialog) == [])


def test_once_it_is_changed_the_window_says_so_and_the_keys_are_those_of_the_page_again(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    record(qtbot, opened, entry(1, "Board minutes"), entry(2, "Annual plan"))
    window.go(Place("evidence"))
    page = window.pages.page
    assert isinstance(page, EvidencePage)
    qtbot.waitUntil(lambda: page.log.table.model().rowCount() == 2)
    page.log.table.setFocus()
    window.find_anything()
    finding = window.finding.dialog
    assert finding is not None
    finding.field.setText("trust type")
    qtbot.waitUntil(lambda: finding.is_complete and finding.list.current() is not None)
    chosen = finding.list.current()
    assert chosen is not None
    assert "Trust type" in chosen.text
    QTest.keyClick(finding.field, Qt.Key.Key_Return)
    choose_ambulance(window, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.log.table)
    types = "acute, ambulance"
    assert window.message.sentence == f"The trust type is now: {types}. Undo takes it back."
    burst(window, "z")
    qtbot.waitUntil(window.message.isHidden)
    assert window.status.told == "Undone: change the trust type"


def test_several_changes_in_a_row_leave_what_stands_last(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    make_window()
    bridge = opened.bridge
    types: tuple[TrustType, ...] = ("ambulance", "community", "mental-health")
    for one in types:
        bridge.do(ChangeTrustTypes((one,), "so"))
    bridge.do(QUESTION)
    bridge.do(RetractLocalNode(LOCAL, "no"))
    qtbot.waitUntil(lambda: opened.scope.reason("W3.L1") is not None)
    assert opened.inspection.trust_types == ("mental-health",)
