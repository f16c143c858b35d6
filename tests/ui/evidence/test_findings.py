"""Service-level findings: listed, found, linked and turned by key, retracted and restored with a reason, typed in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.evidence.findings_page import THREE, finding, kept, page, show, texts
from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import record
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

__all__ = ["page"]


def test_with_none_the_tab_says_what_goes_there_and_how_to_begin(qtbot: QtBot, page: EvidencePage) -> None:
    view = show(qtbot, page, 0)
    assert view.told.startswith("No service-level finding is here yet. Take them over from the table of a core-service")
    assert not view.table.isVisible()
    qtbot.waitUntil(view.form.service.hasFocus)


def test_they_stand_by_service_with_item_weight_source_and_day(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3)
    rows = [view.findings.cells(one) for one in view.findings.findings]
    assert rows[0] == (
        "Maternity", "Women were asked and plans changed.", "W7.1", "strength", "Core services.xlsx", "October 2026",
    )  # fmt: skip
    assert [row[2:4] for row in rows[1:]] == [("not linked", "concern"), ("W5.2", "neutral, other way")]
    assert view.told == "3 findings"
    assert view.whole.startswith(
        "Maternity: Women were asked and plans changed.\nstrength, for W7.1, Core services.xlsx"
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("surg list", ["Lists ran late.", "The list was known."]),
        ("w5", ["The list was known."]),
        ("#W7.1", ["Women were asked and plans changed."]),
        ("concern", ["Lists ran late."]),
        ("october", ["Women were asked and plans changed."]),
        ("nowhere", []),
    ],
)
def test_the_filter_finds_beginnings_of_words_and_ids(
    qtbot: QtBot, opened: Opened, page: EvidencePage, typed: str, expected: list[str]
) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3)
    view.search.setText(typed)
    assert texts(view) == expected
    told = {0: "No finding has these words. Clear the filter to see all of them.", 1: "1 of 3 findings"}
    assert view.told == told.get(len(expected), "2 of 3 findings")


def test_a_place_leads_to_the_very_finding_and_enter_to_its_item(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3, "f3")
    assert view.chosen_id() == "f3"
    assert page.present_place() == Place("evidence", "findings", "f3")
    qtbot.waitUntil(view.table.hasFocus)
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert gone.args == [Place("kloe", "W5", "W5.2")]


def test_a_finding_is_linked_by_typing_an_id_and_unlinked_by_none(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3, "f2")
    qtbot.waitUntil(view.table.hasFocus)
    QTest.keyClick(view.table, Qt.Key.Key_L)
    assert view.link.field.hasFocus()
    view.link.field.setText("W9.9")
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(view.link.field, Qt.Key.Key_Return)
    assert told.args == ["“W9.9” is not in the framework; the finding stays as it was."]
    view.link.field.setText("w5.2 w5.4")
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(view.link.field, Qt.Key.Key_Return)
    assert told.args == ["A finding is for one item of the framework; it stays as it was."]
    view.link.field.setText("w5.4")
    QTest.keyClick(view.link.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.findings.cells(view.findings.findings[1])[2] == "W5.4")
    assert view.table.hasFocus()
    QTest.keyClick(view.table, Qt.Key.Key_L)
    view.link.field.clear()
    QTest.keyClick(view.link.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: finding(opened, "f2").node is None)


def test_the_field_completes_an_id_as_it_is_typed(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3, "f2")
    qtbot.waitUntil(view.table.hasFocus)
    QTest.keyClick(view.table, Qt.Key.Key_L)
    QTest.keyClicks(view.link.field, "W5")
    qtbot.waitUntil(lambda: "W5.1" in view.link.field.offered())
    view.link.field.popup.hide()
    QTest.keyClick(view.link.field, Qt.Key.Key_Escape)
    assert view.table.hasFocus()
    assert not view.link.isVisible()


def test_x_turns_it_round_and_undo_turns_it_back(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, THREE)
    steps = UndoStack(opened.bridge, page)
    view = show(qtbot, page, 3, "f1")
    qtbot.waitUntil(view.table.hasFocus)
    QTest.keyClick(view.table, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: view.findings.cells(view.findings.findings[0])[3] == "strength, other way")
    assert view.action_bar.buttons["other-way"].text() == "No longer points the other way"
    steps.undo()
    qtbot.waitUntil(lambda: view.findings.cells(view.findings.findings[0])[3] == "strength")


def test_what_is_linked_to_nothing_cannot_be_turned(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3, "f2")
    assert not view.action_bar.buttons["other-way"].isVisible()
    assert not view.action_bar.buttons["open"].isVisible()
    assert view.action_bar.action_of(Qt.Key.Key_X) == ""


def reason(view: object) -> QLineEdit:
    field = view.reason.findChild(QLineEdit)  # type: ignore[attr-defined]
    assert isinstance(field, QLineEdit)
    return field


def test_it_is_retracted_with_a_reason_shown_when_asked_for_and_restored(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3, "f2")
    qtbot.waitUntil(view.table.hasFocus)
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    QTest.keyClicks(reason(view), "of another trust")
    QTest.keyClick(reason(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.findings.rowCount() == 2)
    assert view.told == "2 findings; 1 retracted"
    assert finding(opened, "f2").retraction_reason == "of another trust"
    QTest.keyClick(view.retracted, Qt.Key.Key_Space)
    assert "Retracted: Lists ran late." in texts(view)
    view.table.choose_row(view.findings.row_of("f2"))
    assert view.whole.endswith("retracted: of another trust")
    struck = [
        view.findings.index(row, 1).data(Qt.ItemDataRole.FontRole) is not None
        for row in range(view.findings.rowCount())
    ]
    assert [row for row, is_struck in enumerate(struck) if is_struck] == [view.findings.row_of("f2")]
    view.take_focus()
    QTest.keyClick(view.table, Qt.Key.Key_U)
    QTest.keyClicks(reason(view), "ours after all")
    QTest.keyClick(reason(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: finding(opened, "f2").retracted_at is None)
    qtbot.waitUntil(lambda: view.told == "3 findings")


def test_one_is_typed_in_and_the_service_stays_for_the_next(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    view = show(qtbot, page, 0)
    form = view.form
    QTest.keyClick(form.service, Qt.Key.Key_Return)
    assert form.service.hasFocus()
    QTest.keyClicks(form.service, "Surgery")
    QTest.keyClick(form.service, Qt.Key.Key_Return)
    assert form.text.hasFocus()
    QTest.keyClicks(form.text, "Lists ran late.")
    form.node.setText("W9.9")
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(form.text, Qt.Key.Key_Return)
    assert told.args == ["“W9.9” is not in the framework; nothing was recorded."]
    form.node.setText("w5.2")
    form.weight.setCurrentText("concern")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.findings.rowCount() == 1)
    (one,) = kept(opened)
    assert (one.service, one.text, one.node, one.weight, one.source) == (
        "Surgery", "Lists ran late.", "W5.2", "concern", "typed in",
    )  # fmt: skip
    assert (form.service.text(), form.text.text(), form.weight.currentText()) == ("Surgery", "", "neutral")
    QTest.keyClick(form.text, Qt.Key.Key_Escape)
    assert view.table.hasFocus()


def test_ctrl_f_goes_to_its_filter_and_enter_to_the_rows(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3)
    qtbot.waitUntil(view.table.hasFocus)
    QTest.keyClick(view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.search.hasFocus()
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    assert view.table.hasFocus()
    QTest.keyClick(view.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert view.form.service.hasFocus()


def test_everything_has_a_name_and_its_keys_are_in_the_list(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, THREE)
    view = show(qtbot, page, 3)
    assert unnamed(view) == []
    listed = {one.keys for one in page.shortcuts()}
    assert {"Ctrl+O", "Ctrl+R", "L", "X", "U"} <= listed


def test_while_hidden_nothing_is_read_and_shown_again_it_is_up_to_date(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    view = show(qtbot, page, 0)
    page.tabs.setCurrentWidget(page.log)
    record(qtbot, opened, THREE)
    assert view.findings.rowCount() == 0
    page.tabs.setCurrentWidget(view)
    qtbot.waitUntil(lambda: view.findings.rowCount() == 3)
