"""The checklist of all KLOEs: its counts, its filter by state, and the way to an item."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import entry, line, record, session
from wellled_desktop.inspection.commands import SetEvidenceState
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.checklist_view import ChecklistView
from wellled_desktop.ui.pages.evidence.page import CHECKLIST, EvidencePage
from wellled_desktop.ui.places import Place


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> Iterator[EvidencePage]:
    """The page on its second tab."""
    made = EvidencePage(opened)
    made.resize(1040, 760)
    made.show()
    made.show_place(Place("evidence", CHECKLIST))
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def view(page: EvidencePage) -> ChecklistView:
    return page.checklist


def ids(view: ChecklistView) -> list[str]:
    items = (view.filter.item_at(row) for row in range(view.filter.rowCount()))
    return [item.id for item in items if item is not None]


def choose(view: ChecklistView, state: str) -> None:
    view.state.setCurrentIndex(view.state.findData(state))
    view.state.activated.emit(view.state.currentIndex())


def test_all_items_are_there_and_nothing_is_called_missing(view: ChecklistView) -> None:
    assert view.counts.text() == "112 items. 13 nested items stand under them."
    assert len(ids(view)) == 125
    assert ids(view)[:2] == ["W1.E1", "W1.E2"]


def test_states_are_counted_and_can_be_chosen(qtbot: QtBot, opened: Opened, view: ChecklistView) -> None:
    record(
        qtbot,
        opened,
        SetEvidenceState("W1.E1", "gathered"),
        SetEvidenceState("W3.E5", "requested", "asked of the board secretary"),
        SetEvidenceState("W3.E6", "not-held"),
    )
    qtbot.waitUntil(lambda: "1 gathered, 1 requested, 1 not held" in view.counts.text())
    choose(view, "requested")
    assert ids(view) == ["W3.E5"]
    cells = [view.filter.data(view.filter.index(0, column)) for column in range(5)]
    assert cells[:2] == ["W3.E5", "requested, Tue 24 November"]
    assert cells[3:] == ["asked of the board secretary", ""]
    choose(view, "none")
    assert len(ids(view)) == 122
    choose(view, "not-pursued")
    assert ids(view) == []
    assert view.nothing_in_state


def test_the_tabs_key_leads_to_the_items_and_not_to_the_choice_of_state(
    qtbot: QtBot, show_evidence: ShowEvidence
) -> None:
    page = show_evidence(Place("evidence"), 0)
    view = page.checklist
    page.log.search.setFocus()
    QTest.keyClick(page.log.search, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(view.table.hasFocus)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.items.state_of("W1.E2") == "gathered")
    assert view.state.currentIndex() == 0


def test_an_item_that_leaves_the_state_on_show_leaves_the_list(
    qtbot: QtBot, opened: Opened, view: ChecklistView
) -> None:
    record(qtbot, opened, SetEvidenceState("W3.E5", "requested"))
    choose(view, "requested")
    qtbot.waitUntil(lambda: ids(view) == ["W3.E5"])
    record(qtbot, opened, SetEvidenceState("W3.E5", "gathered"))
    qtbot.waitUntil(lambda: ids(view) == [])


def test_what_is_linked_to_an_item_is_counted(qtbot: QtBot, opened: Opened, view: ChecklistView) -> None:
    record(qtbot, opened, session(), line(1, "Said.", "W1.E1"), entry(1, "Notes", "W1.E1"))
    expected = "1 line, 1 entry, 1 of 6 roles"
    qtbot.waitUntil(lambda: view.filter.data(view.filter.index(0, 4)) == expected)


def test_enter_opens_the_item_on_its_page(qtbot: QtBot, page: EvidencePage, view: ChecklistView) -> None:
    view.table.choose_row(1)
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert went.args == [Place("kloe", "W1", "W1.E2")]


def test_the_place_is_the_checklist_and_can_be_returned_to(page: EvidencePage) -> None:
    page.checklist.choose("W3.E5")
    assert page.present_place() == Place("evidence", CHECKLIST, "W3.E5")
    page.show_place(Place("evidence"))
    assert page.tabs.currentWidget() is page.checklist


def test_in_a_narrow_window_the_words_of_the_framework_stay_readable(
    qtbot: QtBot, page: EvidencePage, view: ChecklistView
) -> None:
    page.resize(724, 560)
    least = view.table.fontMetrics().averageCharWidth() * 20
    qtbot.waitUntil(lambda: view.table.isColumnHidden(3))
    assert view.table.columnWidth(2) >= least
    page.resize(1600, 900)
    qtbot.waitUntil(lambda: not view.table.isColumnHidden(3))


def test_what_is_linked_to_a_nested_item_counts_for_its_item_as_on_its_kloes_page(
    qtbot: QtBot, opened: Opened, view: ChecklistView
) -> None:
    record(qtbot, opened, session(), line(1, "The scheme.", "W4.E4.1", "W4.E4"), entry(1, "Scheme", "W4.E4.1"))
    row = view.items.row_of("W4.E4")
    qtbot.waitUntil(lambda: view.items.data(view.items.index(row, 4)) == "1 line, 1 entry")
