"""The evidence log: what is in it, finding in it, going to an entry."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import entry, entry_id, record
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence import log_reading
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> Iterator[EvidencePage]:
    """The page, not yet shown."""
    made = EvidencePage(opened)
    made.resize(1040, 760)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def titles(page: EvidencePage) -> list[str]:
    """The entries shown, from the top."""
    found = (page.log.filter.entry_at(row) for row in range(page.log.filter.rowCount()))
    return [one.title for one in found if one is not None]


def show(qtbot: QtBot, page: EvidencePage, place: Place, entries: int) -> None:
    page.show()
    page.show_place(place)
    qtbot.waitUntil(lambda: page.log.log.rowCount() == entries)


def said(page: EvidencePage) -> str:
    return page.log.told


def test_an_empty_log_says_what_goes_there_and_how_to_begin(qtbot: QtBot, page: EvidencePage) -> None:
    show(qtbot, page, Place("evidence"), 0)
    assert said(page).startswith("Nothing is recorded yet. Ctrl+Shift+E records")


def test_the_newest_entry_stands_on_top_with_its_number(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(
        qtbot, opened, entry(1, "Board minutes", "W4.E7"), entry(2, "Staff survey", "W3.E6", owner="director of people")
    )
    show(qtbot, page, Place("evidence"), 2)
    assert titles(page) == ["Staff survey", "Board minutes"]
    cells = [str(page.log.filter.data(page.log.filter.index(0, column))) for column in range(10)]
    assert cells[:4] == ["E-002", "Staff survey", "document", "director of people"]
    assert cells[4:] == ["", "", "■ W3.E6", "", "", "Tue 24 November 09:00"]
    assert said(page) == "2 entries"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("surv", ["Staff survey"]),
        ("SURVEY staff", ["Staff survey"]),
        ("w4", ["Board minutes"]),
        ("#W3.E6", ["Staff survey"]),
        ("e-001", ["Board minutes"]),
        ("people", ["Staff survey"]),
        ("minutes w3", []),
        ("", ["Staff survey", "Board minutes"]),
    ],
)
def test_the_filter_finds_beginnings_of_words_and_ids(
    qtbot: QtBot, opened: Opened, page: EvidencePage, typed: str, expected: list[str]
) -> None:
    record(
        qtbot, opened, entry(1, "Board minutes", "W4.E7"), entry(2, "Staff survey", "W3.E6", owner="director of people")
    )
    show(qtbot, page, Place("evidence"), 2)
    page.log.search.setText(typed)
    assert titles(page) == expected


def test_a_filter_that_finds_nothing_says_what_to_do(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, entry(1, "Board minutes"))
    show(qtbot, page, Place("evidence"), 1)
    page.log.search.setText("zebra")
    assert said(page) == "No entry has these words. Clear the filter to see all of them."


def test_going_to_an_entry_shows_all_of_it_even_through_a_filter(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"), entry(2, "Staff survey"))
    show(qtbot, page, Place("evidence"), 2)
    page.log.search.setText("survey")
    page.show_place(Place("evidence", selected=entry_id(1)))
    assert page.log.chosen_id() == entry_id(1)
    assert page.present_place() == Place("evidence", selected=entry_id(1))
    assert [button.text() for button in page.log.detail.links.nodes] == ["W4.E7  ■ supports"]


def test_a_place_asked_for_before_the_log_is_read_is_chosen_once_it_is(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, *(entry(n, f"Document {n}") for n in range(1, 31)))
    show(qtbot, page, Place("evidence", selected=entry_id(7)), 30)
    assert page.log.chosen_id() == entry_id(7)


def test_a_linked_node_of_an_entry_leads_to_its_kloe(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7.3"))
    show(qtbot, page, Place("evidence", selected=entry_id(1)), 1)
    QTest.keyClick(page.log.table, Qt.Key.Key_Return)
    (link,) = page.log.detail.links.nodes
    qtbot.waitUntil(link.hasFocus)
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(link, Qt.Key.Key_Space)
    assert went.args == [Place("kloe", "W4", "W4.E7.3")]


def test_an_entry_recorded_elsewhere_appears_on_top(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, entry(1, "Board minutes"))
    show(qtbot, page, Place("evidence"), 1)
    record(qtbot, opened, entry(2, "Staff survey"))
    qtbot.waitUntil(lambda: titles(page) == ["Staff survey", "Board minutes"])


def test_a_log_longer_than_a_page_is_read_to_its_end(
    qtbot: QtBot, opened: Opened, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_reading, "PAGE", 60)
    record(qtbot, opened, *(entry(n, f"Document {n}", "W1.E1") for n in range(1, 201)))
    show(qtbot, page, Place("evidence"), 200)
    assert titles(page) == [f"Document {n}" for n in range(200, 0, -1)]


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"))
    show(qtbot, page, Place("evidence", selected=entry_id(1)), 1)
    page.open_form()
    assert unnamed(page) == []


def test_the_newest_entry_is_chosen_at_first_and_shown_in_full(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"), entry(2, "Staff survey", "W3.E6"))
    show(qtbot, page, Place("evidence"), 2)
    qtbot.waitUntil(lambda: page.log.chosen_id() == entry_id(2))
    assert [link.text() for link in page.log.detail.links.nodes] == ["W3.E6  ■ supports"]


def test_a_filter_that_shows_something_again_chooses_the_first_of_it(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"), entry(2, "Staff survey", "W3.E6"))
    show(qtbot, page, Place("evidence"), 2)
    qtbot.waitUntil(lambda: page.log.chosen_id() != "")
    page.log.search.setText("zebra")
    assert page.log.chosen_id() == ""
    page.log.search.setText("minutes")
    assert page.log.chosen_id() == entry_id(1)


def test_what_was_gathered_has_the_widest_column(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"))
    show(qtbot, page, Place("evidence"), 1)
    table = page.log.table
    widths = [table.columnWidth(at) for at in range(10) if not table.isColumnHidden(at)]
    assert table.columnWidth(1) >= sum(widths) / 2


def filtered(qtbot: QtBot, opened: Opened, page: EvidencePage, typed: str) -> None:
    """By Ctrl+F, of three entries."""
    record(qtbot, opened, entry(1, "Board minutes"), entry(2, "Staff survey"), entry(3, "Board papers"))
    show(qtbot, page, Place("evidence"), 3)
    page.log.table.choose_row(1)
    QTest.keySequence(page.log.table, QKeySequence("Ctrl+F"))
    QTest.keyClicks(page.log.search, typed)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_down_leads_from_the_filter_to_the_first_row_and_letters_typed_then_are_no_filter(
    qtbot: QtBot, opened: Opened, page: EvidencePage
) -> None:
    filtered(qtbot, opened, page, "board")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_X)
    assert (page.log.table.hasFocus(), page.log.table.currentIndex().row()) == (True, 0)
    assert (page.log.search.text(), titles(page)) == ("board", ["Board papers", "Board minutes"])


def test_down_stays_in_the_filter_while_it_leaves_no_row(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    filtered(qtbot, opened, page, "gnu")
    press(Qt.Key.Key_Down)
    assert page.log.search.hasFocus()


def test_esc_empties_the_filter_and_once_more_leaves_it(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    filtered(qtbot, opened, page, "board")
    press(Qt.Key.Key_Escape)
    assert (page.log.search.text(), page.log.search.hasFocus(), len(titles(page))) == ("", True, 3)
    press(Qt.Key.Key_Escape)
    assert page.log.table.hasFocus()
