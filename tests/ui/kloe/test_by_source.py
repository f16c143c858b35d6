"""What supports and what points the other way stand apart, by source, and lead to the very thing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage, go_to
from tests.ui.kloe.records import entry_id, line, line_id, record, session
from wellled_desktop.inspection.commands import (
    NewFinding,
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    WriteLine,
)
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.places import Place

GROUP, NURSE, FINDING = "s2", "p2", "f1"


def recorded(qtbot: QtBot, opened: Opened) -> None:
    """On W3.2: two executives' lines and a document support it; a nurse and a core-service report point the other way."""
    record(
        qtbot,
        opened,
        session(),
        PlanSession(GROUP, "focus-group", ("head-of-nursing",), (NewParticipant(NURSE, "head-of-nursing", "nurse A"),)),
        line(1, "Staff are glad to be here.", "W3.2"),
        line(2, "Nobody leaves.", "W3.2", claim=True),
        line(3, "They seem tired.", "W3.2", line_type="inference", speaker=None),
        WriteLine(line_id(4), GROUP, "I am leaving.", speaker=NURSE, tags=("W3.2",), points_other_way=True),
        RecordEvidence(entry_id(1), "Culture plan", "document", nodes=("W3.2", "W3.4"), other_way=("W3.4",)),
        RecordEvidence(entry_id(2), "Interview with the chief executive", "interview", nodes=("W3.2",)),
        RecordFindings("Surgery, 2025", (NewFinding(FINDING, "surgery", "Morale is low.", "W3.2", "concern", True),)),
    )


def shown(page: KloePage) -> list[str]:
    model = page.beside.links.linked
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def choose(page: KloePage, key: str) -> None:
    links = page.beside.links
    links.setFocus()
    links.choose(links.linked.row_of(key))


def test_each_side_stands_by_source_and_newest_first(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    recorded(qtbot, opened)
    page = show_page(opened, "W3.2")
    assert shown(page) == [
        "Supports (3)",
        "Strengths and concerns alike. X on one in this list says that it points the other way.",
        "Executive (2)",
        "Nobody leaves.",
        "Staff are glad to be here.",
        "Document (1)",
        "Culture plan",
        "Points the other way (2)",
        "Staff (1)",
        "I am leaving.",
        "Service-level finding (1)",
        "Morale is low.",
        "Kept apart, and not counted (2)",
        "Inference (ours, not evidence) (1)",
        "They seem tired.",
        "Entries for interviews (their lines count) (1)",
        "Interview with the chief executive",
    ]
    assert page.beside.counts.text() == "3 support · 2 point the other way · 4 sources"


def test_an_entry_points_the_other_way_for_one_node_and_not_for_another(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    recorded(qtbot, opened)
    page = show_page(opened, "W3.4")
    assert shown(page)[-3:] == ["Points the other way (1)", "Document (1)", "Culture plan"]
    assert page.beside.counts.text() == "0 support · 1 points the other way · 1 source"


def test_the_head_of_the_kloe_says_how_much_there_is_and_from_which_sources(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    recorded(qtbot, opened)
    page = show_page(opened, "W3")
    qtbot.waitUntil(page.column.head.counts.isVisible)
    assert page.column.head.counts.text() == (
        "2 support · 3 point the other way · 4 sources: executive, staff, document, service-level finding"
    )
    row = page.beside.links.linked.row_at(page.beside.links.linked.row_of(entry_id(1)))
    assert isinstance(row, LinkedRow)
    assert row.foot.endswith("· W3.2, W3.4")
    assert not show_page(opened, "W1").column.head.counts.isVisible()


def test_a_finding_is_counted_beside_its_item_and_opens_in_the_evidence(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    recorded(qtbot, opened)
    page = show_page(opened, "W3.2")
    assert "1 service-level finding" in page.column.row.quiet_words()
    choose(page, FINDING)
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.beside.links, Qt.Key.Key_Return)
    assert went.args == [Place("evidence", "findings", FINDING)]


def test_a_screen_reader_hears_with_each_row_which_way_it_points(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    recorded(qtbot, opened)
    page = show_page(opened, "W3.2")
    model = page.beside.links.linked

    def spoken(key: str) -> str:
        return str(model.index(model.row_of(key)).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(line_id(2)).startswith("S-01 l.2 · chief executive, said. claim, supports. Nobody leaves.")
    assert "points the other way. I am leaving." in spoken(line_id(4))
    assert "not evidence. They seem tired." in spoken(line_id(3))
    assert "concern, points the other way. Morale is low." in spoken(FINDING)


def test_o_goes_to_what_points_the_other_way_and_back(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    recorded(qtbot, opened)
    page = show_page(opened, "W3.2")
    links = page.beside.links
    QTest.keyClick(page.column.row.target, Qt.Key.Key_O)
    assert links.hasFocus()
    assert links.linked.row_at(links.currentIndex().row()) == links.linked.row_at(links.linked.row_of(line_id(4)))
    QTest.keyClick(links, Qt.Key.Key_O)
    assert links.currentIndex().row() == links.linked.row_of(line_id(2))


def test_the_two_sides_are_told_apart_by_shape_and_word(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    """In grey the bar before what supports is dark inside, and the one before what points the other way is not."""
    recorded(qtbot, opened)
    page = show_page(opened, "W3.2")
    links = page.beside.links

    def ink(words: str) -> int:
        at = next(at for at, text in enumerate(shown(page)) if text.startswith(words))
        index = links.linked.index(at)
        assert isinstance(links.linked.row_at(at), Heading)
        links.scrollTo(index)
        picture = (
            links.viewport().grab(links.visualRect(index)).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        )
        return sum(picture.pixelColor(x, y).lightness() < 150 for x in range(13, 31) for y in range(picture.height()))

    assert ink("Supports") > 2 * ink("Points the other way") > 0


def test_another_node_takes_the_place_of_what_was_beside_the_one_before(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    recorded(qtbot, opened)
    page = show_page(opened, "W3.2")
    go_to(qtbot, page, "W3.3")
    assert not page.beside.counts.isVisible()
    assert shown(page)[0] == "Supports"
