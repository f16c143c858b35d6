"""The columns of the log: which way entries point, files, requests; sorting by click and by key; many entries."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import entry, entry_id, record
from wellled_desktop.inspection.commands import AmendEntry, AttachFile, MakeRequest, RecordEvidence
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.log_model import DATED, FILES, LINKED, NUMBER, RECEIVED, REQUEST
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place

HASH = "0" * 64


def cell(page: EvidencePage, column: int, row: int = 0) -> str:
    return str(page.log.filter.data(page.log.filter.index(row, column)))


def numbers(page: EvidencePage) -> list[str]:
    return [cell(page, NUMBER, row) for row in range(page.log.filter.rowCount())]


@pytest.fixture
def three(qtbot: QtBot, opened: Opened) -> None:
    record(qtbot, opened, MakeRequest("r1", "The minutes"))
    record(qtbot, opened, entry(1, "Minutes", "W4.E7"), entry(2, "Survey"), entry(3, "Accounts"))
    record(
        qtbot,
        opened,
        AmendEntry(
            entry_id(1), dated=dt.date(2026, 1, 31), received_on=dt.date(2026, 11, 24), request="r1",
            nodes=("W4.E7", "W4.2"), other_way=("W4.2",),
        ),
        AmendEntry(entry_id(3), dated=dt.date(2025, 3, 31)),
        AttachFile("a1", entry_id(1), HASH, 5, "minutes.pdf"),
    )  # fmt: skip


@pytest.mark.usefixtures("three")
def test_a_row_shows_which_way_it_points_its_files_when_it_came_and_what_it_answers(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence"), 3)
    qtbot.waitUntil(lambda: cell(page, FILES, 2) == "1")
    assert (cell(page, LINKED, 2), cell(page, RECEIVED, 2)) == ("■ W4.E7  □ W4.2", "24/11/2026")
    assert cell(page, REQUEST, 2) == "R-001"
    spoken = page.log.filter.data(page.log.filter.index(2, LINKED), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Linked to: W4.E7, W4.2 points the other way"
    record(qtbot, opened, AttachFile("a2", entry_id(1), "1" * 64, 5, "annex.pdf"))
    qtbot.waitUntil(lambda: cell(page, FILES, 2) == "2")


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("typed", ["r-001", "24/11/2026", "other way", "1 file", "w4.2"])
def test_the_filter_finds_what_the_columns_say(qtbot: QtBot, show_evidence: ShowEvidence, typed: str) -> None:
    page = show_evidence(Place("evidence"), 3)
    qtbot.waitUntil(lambda: cell(page, FILES, 2) == "1")
    page.log.search.setText(typed)
    assert numbers(page) == ["E-001"]


@pytest.mark.usefixtures("three")
def test_a_click_on_a_header_sorts_a_second_turns_and_a_third_is_newest_first_again(
    show_evidence: ShowEvidence,
) -> None:
    page = show_evidence(Place("evidence"), 3)
    header = page.log.table.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(1) + 8, header.height() // 2)
    orders = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        orders.append(numbers(page))
    assert orders == [["E-003", "E-001", "E-002"], ["E-002", "E-001", "E-003"], ["E-003", "E-002", "E-001"]]


@pytest.mark.usefixtures("three")
def test_the_keys_sort_by_each_column_that_shows_and_keep_the_entry_chosen(show_evidence: ShowEvidence) -> None:
    page = show_evidence(Place("evidence"), 3)
    page.resize(2400, 760)
    table = page.log.table
    page.log.choose(entry_id(2))
    QTest.keyClick(table, Qt.Key.Key_S)
    assert (page.log.sorting.column, numbers(page)) == (NUMBER, ["E-001", "E-002", "E-003"])
    while page.log.sorting.column != DATED:
        QTest.keyClick(table, Qt.Key.Key_S)
    assert numbers(page) == ["E-003", "E-001", "E-002"]  # what has no date comes last
    QTest.keyClick(table, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert numbers(page) == ["E-002", "E-001", "E-003"]
    assert page.log.chosen_id() == entry_id(2)
    while page.log.sorting.column != -1:
        QTest.keyClick(table, Qt.Key.Key_S)
    assert numbers(page) == ["E-003", "E-002", "E-001"]


def test_three_thousand_entries_are_read_sorted_and_filtered(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    many = (
        RecordEvidence(entry_id(number), f"Document {number % 97:02d}", "document", nodes=("W1.E1",))
        for number in range(1, 3_001)
    )
    with qtbot.waitSignal(opened.bridge.changed, timeout=60_000):
        opened.bridge.do(*many)
    page = show_evidence(Place("evidence"), 3_000)
    page.log.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert cell(page, 1) == "Document 00"
    assert numbers(page)[:2] == ["E-2910", "E-2813"]  # the newest first among those with one title
    page.log.search.setText("document 96")
    assert len(numbers(page)) == 30


@pytest.mark.usefixtures("three")
def test_an_entry_that_changes_or_comes_goes_to_its_place_in_the_order_and_what_is_chosen_stays_chosen(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence"), 3)
    page.log.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert numbers(page) == ["E-003", "E-001", "E-002"]
    page.log.choose(entry_id(3))
    record(qtbot, opened, AmendEntry(entry_id(3), title="Yearly accounts"))
    qtbot.waitUntil(lambda: numbers(page) == ["E-001", "E-002", "E-003"])
    assert page.log.chosen_id() == entry_id(3)
    record(qtbot, opened, entry(4, "Notes"))
    qtbot.waitUntil(lambda: numbers(page) == ["E-001", "E-004", "E-002", "E-003"])
    assert (page.log.log.highest, page.log.log.lowest) == (4, 1)
    page.log.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert numbers(page) == ["E-004", "E-003", "E-002", "E-001"]
