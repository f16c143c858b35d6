"""The Triangulation page: read at a glance and by a screen reader, walked by keyboard, and what it opens."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import (
    AddLocalNode,
    Command,
    NewFinding,
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    RetractLine,
    WriteLine,
)
from wellled_desktop.inspection.triangulation.matrix import Cell
from wellled_desktop.inspection.triangulation.sources import SOURCES, Source
from wellled_desktop.ui.kit.linked_rows import Heading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.triangulation.matrix_delegate import bar_length
from wellled_desktop.ui.pages.triangulation.matrix_model import column_of
from wellled_desktop.ui.pages.triangulation.page import TriangulationPage
from wellled_desktop.ui.pages.triangulation.words import cell_in_words, elsewhere_in_words, empty_in_words
from wellled_desktop.ui.places import Place

CHIEF, NURSE = "p1", "p2"
ShowPage = Callable[..., TriangulationPage]


def record(qtbot: QtBot, opened: Opened, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(*commands)


@pytest.fixture
def recorded(qtbot: QtBot, opened: Opened) -> Opened:
    """On W3.2 the chief executive says it twice, four nurses say it and one does not; on W3.4 it was read once."""
    said = [WriteLine(f"n{at}", "s2", f"Nurse line {at}.", speaker=NURSE, tags=("W3.2",)) for at in range(1, 5)]
    record(
        qtbot,
        opened,
        PlanSession("s1", "interview", ("chief-executive",), (NewParticipant(CHIEF, "chief-executive", name="Jo"),)),
        PlanSession("s2", "focus-group", ("head-of-nursing",), (NewParticipant(NURSE, "head-of-nursing", "nurse A"),)),
        WriteLine("c1", "s1", "Staff are glad to be here.", speaker=CHIEF, tags=("W3.2",)),
        WriteLine("c2", "s1", "Nobody leaves.", speaker=CHIEF, tags=("W3.2",), claim=True),
        *said,
        WriteLine("n9", "s2", "I am leaving.", speaker=NURSE, tags=("W3.2",), points_other_way=True),
        WriteLine("r1", "s2", "Survey, p. 3.", "read", tags=("W3.4",)),
    )
    return opened


@pytest.fixture
def show_page(qtbot: QtBot) -> Iterator[ShowPage]:
    """Shows the page at a prompt, once the matrix and what is behind the cell have been read."""
    pages: list[TriangulationPage] = []

    def show(opened: Opened, node: str = "") -> TriangulationPage:
        page = TriangulationPage(opened)
        pages.append(page)
        page.resize(1040, 760)
        page.show()
        with qtbot.waitSignals([page.presenter.matrix_read, page.presenter.behind_read]):
            page.show_place(Place("triangulation", selected=node))
        qtbot.waitUntil(lambda: page.behind.linked.rowCount() > 0 and shown(page).endswith(page.matrix.node))
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(page: TriangulationPage) -> str:
    """The first heading beside the matrix."""
    return str(page.behind.linked.index(0).data())


def at(page: TriangulationPage, node: str, source: Source | None, role: Qt.ItemDataRole) -> str:
    model = page.matrix.matrix
    return str(model.index(model.row_of(node), column_of(source)).data(role))


def choose(qtbot: QtBot, page: TriangulationPage, node: str, source: Source | None) -> None:
    with qtbot.waitSignal(page.presenter.behind_read):
        page.matrix.choose(node, source)


def beside(page: TriangulationPage) -> list[str]:
    model = page.behind.linked
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_what_counts_as_supporting_is_said_beside_the_bars(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened)
    assert page.rule.isVisible()
    assert page.rule.text() == (
        "Strengths and concerns alike support, unless linked as pointing the other way. "
        "A prompt is contradicted where the smaller side is at least a tenth of the larger, or all that one source says. "
        "Only what is linked to the prompt itself counts; the navigator counts all under a KLOE."
    )


def test_each_cell_is_read_out_as_a_sentence_of_its_own(recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded, "W3.2")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert at(page, "W3.2", "staff", spoken) == "W3.2, staff: 4 support, 1 points the other way"
    assert at(page, "W3.2", "executive", spoken) == "W3.2, executive: 2 support"
    assert at(page, "W3.2", "public", spoken) == "W3.2, public: nothing"
    assert at(page, "W3.4", "document", spoken) == "W3.4, document: 1 supports"
    assert at(page, "W3.2", None, spoken).endswith("advice: contradicted, claim without proof")
    assert at(page, "W3.1", None, spoken).endswith("no advice")
    assert cell_in_words("W1.1", None, Cell(0, 2)) == "W1.1, all sources: 2 point the other way"


def test_the_table_has_a_column_for_every_source_and_names_it(recorded: Opened, show_page: ShowPage) -> None:
    model = show_page(recorded).matrix.matrix
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headers[1:] == [source.replace("senior-l", "senior l").replace("level-f", "level f") for source in SOURCES]
    assert model.headerData(0, Qt.Orientation.Vertical) == "W1.1"


def test_what_does_not_apply_is_there_only_where_something_is_held_on_it(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    assert page.matrix.matrix.row_of("W4.5") == -1
    with qtbot.waitSignal(page.presenter.matrix_read):
        record(qtbot, recorded, WriteLine("x1", "s1", "On the ward.", speaker=CHIEF, tags=("W4.5",)))
    assert page.matrix.matrix.row_of("W4.5") >= 0


def test_an_empty_inspection_says_what_goes_here_and_how_to_begin(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened)
    assert page.facts.startswith("Nothing is linked to a prompt yet. In a session, #")
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(page.matrix, Qt.Key.Key_A)
    assert told.args == ["There is no advice: nothing that is linked rests on too little."]


def test_facts_say_how_much_there_is_and_that_it_is_no_duty(recorded: Opened, show_page: ShowPage) -> None:
    assert show_page(recorded).facts == (
        "46 prompts, 2 with something linked, 2 with advice. Not every prompt needs every source."
    )


def test_arrows_walk_the_cells_and_what_is_behind_each_stands_beside_it(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded, "W3.2")
    assert page.cell_words.startswith(
        "W3.2, all sources: 6 support, 1 points the other way. No prompt has anything from "
    )
    with qtbot.waitSignal(page.presenter.behind_read):
        QTest.keyClick(page.matrix, Qt.Key.Key_Right)
    assert (page.matrix.node, page.matrix.source) == ("W3.2", "executive")
    assert page.cell_words == "W3.2, executive: 2 support."
    assert beside(page)[0] == "Advice on W3.2"
    assert beside(page)[-3:] == ["W3.2, executive (2)", "Nobody leaves.", "Staff are glad to be here."]
    choose(qtbot, page, "W3.2", "public")
    assert beside(page)[-1] == "Nothing yet. In a session, # and the id link a line to a prompt."
    choose(qtbot, page, "W3.1", None)
    assert beside(page)[1] == "None: nothing here rests on too little."


def test_enter_goes_to_the_lines_and_opens_one_in_its_session(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded, "W3.2")
    choose(qtbot, page, "W3.2", "staff")
    QTest.keyClick(page.matrix, Qt.Key.Key_Return)
    assert page.behind.hasFocus()
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(page.behind, Qt.Key.Key_Return)
    assert gone.args == [Place("session", "s2", "n9")]
    QTest.keyClick(page.behind, Qt.Key.Key_Escape)
    assert page.matrix.hasFocus()


def test_advice_leads_to_the_line_it_is_about_or_to_the_prompt(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded, "W3.2")
    for rule, place in (
        ("claim without proof", Place("session", "s1", "c2")),
        ("contradicted", Place("kloe", "W3", "W3.2")),
    ):
        page.behind.setFocus()
        page.behind.setCurrentIndex(page.behind.linked.index(page.behind.linked.row_of(rule)))
        with qtbot.waitSignal(page.go) as gone:
            QTest.keyClick(page.behind, Qt.Key.Key_Return)
        assert gone.args == [place]


def test_a_goes_from_advice_to_advice_and_round_again_and_k_opens_the_kloe_page(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    visited = []
    for _ in range(3):
        QTest.keyClick(page.matrix, Qt.Key.Key_A)
        visited.append(page.matrix.node)
    assert visited == ["W3.2", "W3.4", "W3.2"]
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(page.behind, Qt.Key.Key_K)
    assert gone.args == [Place("kloe", "W3", "W3.2")]
    assert page.present_place() == Place("triangulation", selected="W3.2")
    assert {one.keys for one in page.shortcuts()} == {"Alt+S, Alt+U", "Return", "Esc", "A", "K"}


def test_a_retraction_is_followed_at_once_and_one_stays_where_one_is(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded, "W3.2")
    choose(qtbot, page, "W3.2", "staff")
    with qtbot.waitSignals([page.presenter.matrix_read, page.presenter.behind_read]):
        recorded.bridge.do(RetractLine("n9", "misheard"))
    assert (page.matrix.node, page.matrix.source) == ("W3.2", "staff")
    assert page.cell_words == "W3.2, staff: 4 support."
    qtbot.waitUntil(lambda: "I am leaving." not in beside(page))
    assert page.behind.linked.row_of("contradicted") == -1


def test_entries_and_findings_stand_behind_their_cells_with_which_way_they_point(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    record(
        qtbot,
        recorded,
        RecordEvidence("e1", "Staff survey", "survey", "HR", nodes=("W3.2", "W3.3"), other_way=("W3.2",)),
        RecordFindings("Surgery, 2025", (NewFinding("f1", "surgery", "Morale is low.", "W3.2", "concern", True),)),
    )
    page = show_page(recorded, "W3.2")
    model = page.behind.linked
    choose(qtbot, page, "W3.2", "data")
    row = model.row_of("e1")
    assert str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)).startswith(
        "E-001 · survey · HR. points the other way. Staff survey. recorded Tue 24 November"
    )
    page.behind.setFocus()
    page.behind.setCurrentIndex(model.index(row))
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(page.behind, Qt.Key.Key_Return)
    assert gone.args == [Place("evidence", selected="e1")]
    choose(qtbot, page, "W3.2", "service-level-finding")
    row = model.row_of("f1")
    assert model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "service-level finding · surgery. concern, points the other way. Morale is low.. Surgery, 2025"
    )
    page.behind.choose(row)
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(page.behind, Qt.Key.Key_Return)
    assert gone.args == [Place("evidence", "findings", "f1")]


def test_the_team_s_own_question_says_that_it_is_theirs(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    record(qtbot, recorded, AddLocalNode("q1", "W3", "prompt", "Who leaves, and why?"))
    page = show_page(recorded, "W3.L1")
    assert at(page, "W3.L1", None, Qt.ItemDataRole.AccessibleTextRole) == (
        "W3.L1 Who leaves, and why?; the team's own question; no advice"
    )


def test_older_lines_come_a_page_at_a_time(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    more = [WriteLine(f"m{number}", "s1", f"Again {number}.", speaker=CHIEF, tags=("W3.2",)) for number in range(45)]
    record(qtbot, recorded, *more)
    page = show_page(recorded, "W3.2")
    choose(qtbot, page, "W3.2", "executive")
    assert beside(page)[-1] == "Show older lines (7 more)"
    page.behind.setFocus()
    page.behind.setCurrentIndex(page.behind.linked.index(len(beside(page)) - 1))
    with qtbot.waitSignal(page.presenter.behind_read):
        QTest.keyClick(page.behind, Qt.Key.Key_Return)
    assert beside(page)[-1] == "Staff are glad to be here."


def test_names_are_never_shown(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded, "W3.2")
    choose(qtbot, page, "W3.2", "executive")
    model = page.behind.linked
    spoken = [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    assert any("chief executive, said" in words for words in spoken)
    assert not any("Jo" in words for words in spoken)
    assert isinstance(model.row_at(0), Heading)


def test_a_bar_is_the_longer_the_more_it_stands_for_and_one_is_never_invisible() -> None:
    lengths = [bar_length(count, 400, 20) for count in (0, 1, 100, 400)]
    assert lengths == [0, 3, 10, 20]


def test_which_way_is_told_without_colour(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    """In grey the bar of what supports is filled, and that of what points the other way is empty inside."""
    page = show_page(recorded, "W1.1")
    view = page.matrix
    index = view.matrix.index(view.matrix.row_of("W3.2"), column_of("staff"))
    view.scrollTo(index)
    picture = view.viewport().grab(view.visualRect(index)).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    half, right = picture.height() // 2, picture.width() - 22
    supports = [dark(picture, x, half // 2) for x in range(right, picture.width())]
    other = [dark(picture, x, half + half // 2 - 2) for x in range(right, picture.width())]
    assert sum(supports) > 6
    assert 1 <= sum(other) <= 3
    assert not all(other[other.index(True) : len(other) - other[::-1].index(True)])


def dark(picture: QImage, x: int, y: int) -> bool:
    return picture.pixelColor(x, y).lightness() < 150


def test_of_a_column_with_nothing_in_it_it_is_said_what_there_is_elsewhere(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    record(
        qtbot,
        recorded,
        RecordEvidence("e1", "The regulator's letter", "external", nodes=("W3.E1",)),
        RecordEvidence("e2", "The council's report", "external", nodes=("W3.G1", "W4.E8")),
    )
    page = show_page(recorded, "W3.2")
    nothing = (
        "No prompt has anything from non-executive, governor, senior leader, public, external, data, observation or"
    )
    both = "2 entries (external) are linked to key evidence or guidance only."
    assert nothing in page.cell_words
    assert page.cell_words.endswith(both)
    choose(qtbot, page, "W3.2", "external")
    assert page.cell_words == f"W3.2, external: nothing. No prompt has anything from external yet. {both}"
    choose(qtbot, page, "W3.2", "public")
    assert page.cell_words == "W3.2, public: nothing. No prompt has anything from public yet."
    with qtbot.waitSignal(page.presenter.matrix_read):
        record(qtbot, recorded, RecordEvidence("e3", "A letter", "external", nodes=("W3.E1", "W3.4")))
    choose(qtbot, page, "W3.2", "external")
    assert page.cell_words == "W3.2, external: nothing."
    assert elsewhere_in_words("data", {"data": 1}) == "1 entry (data) is linked to key evidence or guidance only."
    assert empty_in_words((), {}) == ""


def rows_in_view(page: TriangulationPage) -> int:
    """Whole ones."""
    view = page.matrix
    bottom = view.viewport().height()
    tops = (view.rowViewportPosition(row) + view.rowHeight(row) for row in range(view.matrix.rowCount()))
    return sum(bottom_of <= bottom for bottom_of in tops)


def test_with_the_largest_text_in_a_small_window_several_prompts_are_in_view(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage, qapp: QApplication
) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() + 6)
    qapp.setFont(font)
    page = show_page(recorded)
    page.resize(1040, 645)
    qtbot.waitUntil(lambda: not page.rule.isVisible())
    assert rows_in_view(page) >= 3
    assert "A prompt is contradicted where" in page._facts.toolTip()
    assert not page.facts.endswith("every source.")
    page.resize(1040, 1200)
    qtbot.waitUntil(page.rule.isVisible)
    assert page.facts.endswith("every source.")


def test_with_room_the_current_prompt_stands_in_full_and_the_others_on_two_lines(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded, "W3.2")
    page.resize(1040, 1100)
    view, row = page.matrix, page.matrix.matrix.row_of("W3.3")
    qtbot.waitUntil(lambda: rows_in_view(page) > 8)
    plain = view.rowHeight(row)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.rowHeight(row) > plain, "its words go over two lines"
    picture = view.viewport().grab(view.visualRect(view.matrix.index(row, 0))).toImage()
    assert any(dark(picture, x, y) for x in range(picture.width() // 2) for y in range(plain, picture.height() - 6))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.rowHeight(row) == plain
    page.resize(1040, 500)
    qtbot.waitUntil(lambda: view.rowHeight(row + 1) == plain)
