"""A tick offers the entry, a link offers the tick, and interviews offer it too: one key, never by itself, gone without harm."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import entry, entry_id, record
from wellled_desktop.inspection.commands import (
    MakeRequest,
    NewParticipant,
    PlanSession,
    SetEvidenceState,
    SetRequestState,
    StartSession,
)
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.entry_values import EntryValues
from wellled_desktop.ui.pages.evidence.page import CHECKLIST, EvidencePage
from wellled_desktop.ui.places import Place

CTRL = Qt.KeyboardModifier.ControlModifier


def states(opened: Opened) -> dict[str, str]:
    return {one.node: one.state for one in opened.bridge.read_now(reading.evidence_states)}


def states_of_requests(opened: Opened) -> list[str]:
    return [one.state for one in opened.bridge.read_now(talk_reading.requests)]


def press(qtbot: QtBot, page: EvidencePage, key: Qt.Key) -> None:
    page.checklist.table.setFocus()
    QTest.keyClick(page.checklist.table, key)


def test_ticking_on_the_checklist_offers_the_entry_filled_in_with_the_items_wording(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence", CHECKLIST, "W3.E6"), 0)
    item = page.checklist.chosen()
    assert item is not None
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.offer.sentence == "W3.E6 is marked gathered. No evidence entry is linked to it yet.")
    assert states(opened) == {"W3.E6": "gathered"}
    QTest.keyClick(page.checklist.table, Qt.Key.Key_G, CTRL)
    fields = page.log.form.fields
    qtbot.waitUntil(fields.title.hasFocus)
    assert (fields.title.text(), fields.kinds.currentData()) == (item.text, item.source_kind)
    assert fields.nodes.nodes() == ("W3.E6",)
    assert page.offer.sentence == ""
    QTest.keyClick(fields.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.log.log.rowCount() == 1)
    (found,) = opened.bridge.read_now(reading.evidence_entries)
    assert (found.title, found.nodes) == (item.text, ("W3.E6",))


def test_an_item_that_has_an_entry_offers_none_and_space_clears_its_tick(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Survey", "W3.E6"))
    page = show_evidence(Place("evidence", CHECKLIST, "W3.E6"), 1)
    with qtbot.waitSignal(opened.bridge.changed):
        press(qtbot, page, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: page.checklist.items.state_of("W3.E6") == "gathered")
    assert page.offer.sentence == ""
    with qtbot.waitSignal(opened.bridge.changed):
        press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.checklist.items.state_of("W3.E6") == "none")


def test_the_states_are_keys_and_a_menu_of_the_chosen_item(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence", CHECKLIST, "W3.E6"), 0)
    for key, state in ((Qt.Key.Key_H, "not-held"), (Qt.Key.Key_P, "not-pursued"), (Qt.Key.Key_Backspace, "none")):
        with qtbot.waitSignal(opened.bridge.changed):
            press(qtbot, page, key)
        assert states(opened) == {"W3.E6": state}
    menu = page.checklist.set_state.menu()
    menu.aboutToShow.emit()
    requested = next(action for action in menu.actions() if action.data() == "requested")
    with qtbot.waitSignal(opened.bridge.changed):
        requested.trigger()
    assert states(opened) == {"W3.E6": "requested"}


def test_recording_an_entry_offers_the_tick_of_what_it_is_linked_to(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, SetEvidenceState("W4.E7", "gathered"))
    page = show_evidence(Place("evidence"), 0)
    qtbot.waitUntil(lambda: page.checklist.items.state_of("W4.E7") == "gathered")
    page.open_form()
    fields = page.log.form.fields
    fields.title.setText("Minutes")
    fields.nodes.setText("W4.E7 W4.E5 W4.2")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(fields.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.offer.sentence.startswith("Recorded and linked to W4.E5."))
    assert states(opened) == {"W4.E7": "gathered"}  # an offer, never by itself
    told: list[str] = []
    page.told.connect(told.append)
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(fields.title, Qt.Key.Key_G, CTRL)
    assert states(opened) == {"W4.E7": "gathered", "W4.E5": "gathered"}
    assert page.offer.sentence == ""
    qtbot.waitUntil(lambda: told[-1:] == ["W4.E5 is marked gathered"])


def test_a_link_added_to_an_entry_offers_the_tick_of_that_item_alone(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Minutes", "W4.E7"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    page.log.table.setFocus()
    QTest.keyClick(page.log.table, Qt.Key.Key_F2)
    page.log.form.fields.nodes.setText("W4.E7 W4.E5 ")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(page.log.form.fields.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.offer.sentence.startswith("E-001 is linked to W4.E5."))


def test_the_open_request_for_a_ticked_item_is_proposed_and_then_that_it_is_received(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(
        qtbot,
        opened,
        MakeRequest("r1", "The survey", node="W3.E6"),
        MakeRequest("r2", "The survey of last year", node="W3.E6"),
        SetRequestState("r2", "withdrawn", "not needed"),
        MakeRequest("r3", "The minutes", node="W4.E7"),
    )
    page = show_evidence(Place("evidence", CHECKLIST, "W3.E6"), 0)
    fields = page.log.form.fields
    qtbot.waitUntil(lambda: fields.request.count() == 4)
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.offer.sentence != "")
    QTest.keyClick(page.checklist.table, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(fields.title.hasFocus)
    assert fields.request.currentText() == "R-001 The survey, open"
    assert fields.request.isVisible()
    assert page.log.form.answers == "It answers R-001, The survey (under More)."
    fields.nodes.setText("W3.E6 W4.E5 ")
    QTest.keyClick(fields.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.offer.sentence.startswith("Recorded. It answers R-001. The request is open until"))
    assert states_of_requests(opened) == ["open", "withdrawn", "open"]  # an offer, never by itself
    QTest.keyClick(fields.title, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: states_of_requests(opened) == ["received", "withdrawn", "open"])
    assert page.offer.sentence.startswith("Recorded and linked to W4.E5.")  # and then the tick


def test_of_several_open_requests_for_an_item_none_is_proposed_and_answering_one_later_offers_it_as_received(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(
        qtbot,
        opened,
        MakeRequest("r1", "The survey", node="W3.E6"),
        MakeRequest("r2", "The survey of last year", node="W3.E6"),
        entry(1, "Survey"),
    )
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    fields = page.log.form.fields
    qtbot.waitUntil(lambda: fields.request.count() == 3)
    page.open_form(EntryValues("Survey", nodes=("W3.E6",)))
    assert (fields.request.currentIndex(), page.log.form.answers) == (0, "")
    QTest.keyClick(fields.title, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.log.table.hasFocus)
    QTest.keyClick(page.log.table, Qt.Key.Key_F2)
    fields.more.setChecked(True)
    QTest.keyClick(fields.request, Qt.Key.Key_End)
    QTest.keyClick(fields.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.offer.sentence.startswith("E-001 answers R-002."))


def test_an_offer_goes_by_itself_and_with_the_page_and_has_done_nothing(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence", CHECKLIST, "W3.E6"), 0)
    press(qtbot, page, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: page.offer.sentence != "")
    timer = page.offer.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    timer.timeout.emit()
    assert (page.offer.sentence, timer.isActive()) == ("", False)
    with qtbot.waitSignal(opened.bridge.changed):
        press(qtbot, page, Qt.Key.Key_Backspace)
    press(qtbot, page, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: page.offer.sentence != "")
    page.hide()
    assert (page.offer.sentence, timer.isActive()) == ("", False)
    QTest.keyClick(page.checklist.table, Qt.Key.Key_G, CTRL)
    assert opened.bridge.read_now(reading.evidence_entries) == ()


def hold(qtbot: QtBot, opened: Opened, number: int, role: str) -> None:
    session_id = f"01900000-0000-7000-8000-00000000c{number:03d}"
    person = NewParticipant(f"01900000-0000-7000-8000-00000000d{number:03d}", role)
    record(qtbot, opened, PlanSession(session_id, "interview", (role,), (person,)), StartSession(session_id))


def test_the_checklist_says_how_far_the_interviews_of_an_item_are(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    hold(qtbot, opened, 1, "chief-executive")
    page = show_evidence(Place("evidence", CHECKLIST, "W1.E1"), 0)
    qtbot.waitUntil(lambda: page.checklist.interviews.startswith("1 of 6 roles interviewed: chief executive (S-01);"))
    assert "not yet: director of HR, trust chair" in page.checklist.interviews
    hold(qtbot, opened, 2, "trust-chair")
    qtbot.waitUntil(lambda: page.checklist.interviews.startswith("2 of 6 roles interviewed"))
    page.checklist.choose("W1.E2")
    assert page.checklist.interviews == ""


def test_the_last_interview_an_item_asks_for_offers_its_tick_once(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence", CHECKLIST, "W5.E16"), 0)
    hold(qtbot, opened, 1, "quality-and-safety")
    qtbot.waitUntil(lambda: page.offer.sentence == "The role that W5.E16 asks for was interviewed.")
    assert states(opened) == {}
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(page.checklist.table, Qt.Key.Key_G, CTRL)
    assert states(opened) == {"W5.E16": "gathered"}
    with qtbot.waitSignal(opened.bridge.changed):
        press(qtbot, page, Qt.Key.Key_Backspace)
    hold(qtbot, opened, 2, "chief-executive")
    qtbot.waitUntil(lambda: page.checklist.items.state_of("W5.E16") == "none")
    assert page.offer.sentence == ""
