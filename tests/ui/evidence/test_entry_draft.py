"""What is typed of an entry and not recorded yet outlives the page, the lock and another framework."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import entry, entry_id, record
from wellled_desktop.inspection.commands import AddLocalNode, ChangeTrustTypes
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.entry_draft import NAME
from wellled_desktop.ui.pages.evidence.page import CHECKLIST, EvidencePage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.framework_changes import in_use

LOCAL = "01900000-0000-7000-8000-00000000c001"


def type_half(page: EvidencePage) -> None:
    page.open_form()
    fields = page.log.form.fields
    QTest.keyClicks(fields.title, "Minutes of")
    QTest.keyClicks(fields.nodes, "W4.")
    fields.more.click()
    QTest.keyClicks(fields.remarks, "As it was sent")


def typed(page: EvidencePage) -> tuple[str, str, str]:
    fields = page.log.form.fields
    return fields.title.text(), fields.nodes.text(), fields.remarks.toPlainText()


HALF = ("Minutes of", "W4.", "As it was sent")


def test_a_page_built_anew_shows_the_form_with_what_was_typed(opened: Opened, show_evidence: ShowEvidence) -> None:
    page = show_evidence(Place("evidence"), 0)
    type_half(page)
    page.leave()
    again = show_evidence(Place("evidence"), 0)
    assert (again.log.form_is_open, typed(again)) == (True, HALF)


def test_it_is_on_disk_a_second_behind_the_keys(qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence) -> None:
    page = show_evidence(Place("evidence"), 0)
    page.open_form()
    QTest.keyClicks(page.log.form.fields.title, "Minutes")
    assert opened.bridge.remembered(NAME) is None
    qtbot.waitUntil(lambda: b"Minutes" in (opened.bridge.remembered(NAME) or b""), timeout=3_000)


def test_what_waits_while_an_entry_is_changed_is_kept_and_what_was_recorded_is_not(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Survey"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    type_half(page)
    page.log.form.fields.nodes.setText("")
    found = page.log.log.entry_at(0)
    assert found is not None
    page.log.change(found)
    page.leave()
    again = show_evidence(Place("evidence"), 1)
    assert typed(again) == ("Minutes of", "", "As it was sent")
    again.open_form()
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(again.log.form.fields.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.log.form.fields.title.text() == "")
    again.leave()
    assert not show_evidence(Place("evidence"), 2).log.form_is_open


def test_what_an_older_version_kept_otherwise_is_passed_over(opened: Opened, show_evidence: ShowEvidence) -> None:
    opened.bridge.remember(NAME, b"[1]")
    assert not show_evidence(Place("evidence"), 0).log.form_is_open


def test_another_framework_is_taken_over_and_nothing_typed_or_chosen_is_lost(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence", CHECKLIST, "W3.E6"), 0)
    type_half(page)
    record(
        qtbot,
        opened,
        AddLocalNode(LOCAL, "W4", "evidence", "The zebra log"),
        ChangeTrustTypes(("acute", "mental-health"), "It runs a mental health unit too."),
    )
    found = opened.bridge.read_now(lambda connection: in_use(connection, present=opened.inspection, pack=opened.pack))
    opened.inspection, opened.pack, opened.scope = found.inspection, found.pack, found.scope
    assert page.adopt()
    items = page.checklist.items
    assert items.row_of("W4.L1") > 0
    chosen = page.checklist.chosen()
    assert chosen is not None
    assert chosen.id == "W3.E6"
    assert typed(page) == HALF
    QTest.keyClicks(page.log.form.fields.nodes, "L1 ")
    assert page.log.form.fields.nodes.nodes() == ("W4.L1",)
    assert page.log.form.fields.title.isVisible()
