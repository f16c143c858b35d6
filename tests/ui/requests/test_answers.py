"""What came of a request: when, as which evidence entry, how long it took; as evidence, and as a list for the liaison."""

from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import entry, entry_id, line_id, record
from tests.ui.requests.test_requests import ASKED, TODAY, cells, page, press, request_of, show, state_of, three_asked
from wellled_desktop.inspection.commands import MakeRequest, SetEvidenceState
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

__all__ = ["page"]


def entries(opened: Opened) -> tuple[EvidenceEntry, ...]:
    found: tuple[EvidenceEntry, ...] = opened.bridge.read_now(reading.evidence_entries)
    return found


def asked(qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage) -> None:
    """Three things asked for, the page shown, and its rows with the focus."""
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)


def test_received_with_an_entry_named_links_the_two_in_one_step(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    record(qtbot, opened, entry(1, "Complaints log 2026", "W7.E2"))
    steps = UndoStack(opened.bridge, page)
    asked(qtbot, opened, clock, page)
    page.answering.field.setText("e-001")
    press(page, "R")
    qtbot.waitUntil(lambda: cells(page, page.requests.row_of("r1"))[7] == "received, E-001")
    assert entries(opened)[0].request == "r1"
    page.table.choose_row(page.requests.row_of("r1"))
    assert page.answering.field.text() == ""
    with qtbot.waitSignal(page.go) as gone:
        press(page, "E")
    assert gone.args == [Place("evidence", selected=entry_id(1))]
    steps.undo()
    qtbot.waitUntil(lambda: request_of(opened, "r1").state == "open" and entries(opened)[0].request is None)


def test_enter_leads_from_the_reason_over_the_entry_to_what_became_of_the_request(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    record(qtbot, opened, entry(1, "Complaints log 2026", "W7.E2"))
    asked(qtbot, opened, clock, page)
    page.table.choose_row(page.requests.row_of("r1"))
    page.reason.setFocus()
    QTest.keyClick(page.reason, Qt.Key.Key_Return)
    assert page.answering.field.hasFocus()
    QTest.keyClicks(page.answering.field, "E-001")
    QTest.keyClick(page.answering.field, Qt.Key.Key_Return)
    assert page.buttons["received"].hasFocus()
    assert request_of(opened, "r1").state == "open"
    QTest.keyClick(page.buttons["received"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: request_of(opened, "r1").state == "received")
    assert entries(opened)[0].request == "r1"


def test_of_an_item_without_a_number_enter_leads_from_the_reason_to_what_became_of_it(
    qtbot: QtBot, opened: Opened, page: RequestsPage
) -> None:
    record(qtbot, opened, SetEvidenceState("W1.E1", "requested"))
    show(qtbot, page, ["W1.E1"])
    page.table.choose_row(0)
    QTest.keyClick(page.reason, Qt.Key.Key_Return)
    assert page.buttons["number"].hasFocus()


def test_an_entry_that_is_not_there_is_said_and_nothing_is_changed(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    asked(qtbot, opened, clock, page)
    page.answering.field.setText("E-077")
    with qtbot.waitSignal(page.notice) as told:
        press(page, "R")
    assert told.args[0].startswith("There is no evidence entry “E-077”; nothing was changed.")
    assert request_of(opened, "r1").state == "open"
    press(page, "W")  # what is withdrawn comes as nothing
    qtbot.waitUntil(lambda: request_of(opened, "r1").state == "withdrawn")


def test_a_new_request_may_be_for_key_evidence_which_is_then_requested_or_for_a_prompt(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    asked(qtbot, opened, clock, page)
    for words, node in (("Minutes", "w4.e7"), ("Proof of visits", "W1.3"), ("Log again", "W7.E2")):
        page.new_request.asked_for.setText(words)
        page.new_request.node.setText(node)
        QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.new_request.asked_for.text() == "")
    assert state_of(opened, "W4.E7").state == "requested"
    rows = [cells(page, row) for row in range(page.requests.rowCount())]
    qtbot.waitUntil(lambda: page.requests.rowCount() == 6)
    rows = [cells(page, row) for row in range(page.requests.rowCount())]
    assert {(row[1], row[2]) for row in rows} >= {
        ("Minutes", "W4.E7"),
        ("Proof of visits", "W1.3"),
        ("Log again", "W7.E2"),
    }


def test_one_quiet_line_says_how_long_answers_took(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    asked(qtbot, opened, clock, page)
    assert page.responses.told == "Response times: none answered yet, 2 open, the oldest R-001 since today."
    press(page, "R")
    qtbot.waitUntil(lambda: "1 answered, median the same day" in page.responses.told)


def test_the_figures_are_recorded_as_evidence_on_timely_information_and_taken_back(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    steps = UndoStack(opened.bridge, page)
    asked(qtbot, opened, clock, page)
    with qtbot.waitSignal(page.notice) as told:
        press(page, "V")
    assert told.args[0] == "Recorded as E-001: Response times to 2 requests, to Tue 24 November. Undo takes it back."
    (made,) = entries(opened)
    assert (made.source_kind, made.nodes, made.dated) == ("data", ("W6.4",), TODAY)
    assert made.remarks.startswith("Requests counted: 2")
    assert "complaint in 25 days" not in made.remarks
    steps.undo()
    qtbot.waitUntil(lambda: entries(opened) == ())


def test_with_nothing_asked_there_is_no_line_and_nothing_to_record(qtbot: QtBot, page: RequestsPage) -> None:
    page.show()
    page.show_place(Place("requests"))
    qtbot.waitUntil(lambda: page.facts != "")
    assert not page.responses.isVisible()
    assert page.responses.evidence("e1", TODAY) is None


@pytest.mark.parametrize("name", ["list.pdf", "list.csv"])
def test_the_list_for_the_liaison_is_written_without_the_notes(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage, tmp_path: Path, name: str
) -> None:
    asked(qtbot, opened, clock, page)
    record(
        qtbot, opened,
        MakeRequest("r3", "Show that we answer every complaint in 25 days", "company secretary", line=line_id(1)),
        SetEvidenceState("W7.E2", "requested", "The chief executive said so"),
    )  # fmt: skip
    out = tmp_path / name
    with qtbot.waitSignal(page.notice, timeout=20_000) as told:
        page.export.write(out, TODAY)
    assert told.args[0].startswith(f"The list for the liaison is written: 3 requests, in {name}.")
    assert "R-003: worded like the note it was made for, so its words were left out" in told.args[0]
    said = (
        "".join(one.extract_text() for one in PdfReader(out).pages)
        if name.endswith("pdf")
        else out.read_text("utf-8-sig")
    )
    assert "Complaints log" in said
    for secret in ("S-01", "25 days", "chief executive", "W7.E2"):
        assert secret not in said


def test_where_it_cannot_be_written_one_sentence_says_so(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage, tmp_path: Path
) -> None:
    asked(qtbot, opened, clock, page)
    for name in ("list.csv", "list.pdf"):
        with qtbot.waitSignal(page.notice, timeout=20_000) as told:
            page.export.write(tmp_path / "nowhere" / name, TODAY)
        assert told.args[0].startswith(f"There is no folder {tmp_path / 'nowhere'}, so the report was not written.")


def test_its_key_asks_where_to_save_it(qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage) -> None:
    asked(qtbot, opened, clock, page)
    press(page, "L")
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Requests for the liaison RXX 2026-11-24.pdf")
    dialog.filterSelected.emit("Table (*.csv)")
    assert dialog.defaultSuffix() == "csv"
    dialog.reject()


def test_everything_has_a_name_and_its_key_in_the_list(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    asked(qtbot, opened, clock, page)
    assert unnamed(page) == []
    assert {"E", "V", "L"} <= {one.keys for one in page.shortcuts()}
    assert [page.responses.record.text(), page.responses.liaison.text()] == [
        "Record as evidence for W6 (V)", "List for the trust's liaison… (L)",
    ]  # fmt: skip


def test_an_answer_recorded_elsewhere_is_shown(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    asked(qtbot, opened, clock, page)
    record(qtbot, opened, entry(1, "Complaints log 2026", "W7.E2"))
    page.answering.field.setText("1")
    press(page, "T")
    qtbot.waitUntil(lambda: cells(page, 0)[7] == "received in part, E-001")
    (found,) = opened.bridge.read_now(partial(reading.evidence_entries, entry_id=entry_id(1)))
    assert found.request == "r1"
