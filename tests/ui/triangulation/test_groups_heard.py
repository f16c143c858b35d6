"""The groups that were heard, beside the matrix: a table for every eye and ear, and nothing in it of fewer than five."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import AnswerForm, PlanSession, StartSession
from wellled_desktop.ui.kit.linked_rows import spoken_row
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.triangulation.groups_model import PEOPLE, heard_in_words
from wellled_desktop.ui.pages.triangulation.groups_view import GroupsView
from wellled_desktop.ui.pages.triangulation.page import TriangulationPage
from wellled_desktop.ui.places import Place

GROUPS = "groups-heard"
FEW = "trans-staff"


@pytest.fixture
def recorded(qtbot: QtBot, opened: Opened) -> Opened:
    """A focus group of twenty: twelve of the night staff, and one trans person; a second heard carers, nobody counted."""
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(
            PlanSession("s1", "focus-group", ("head-of-nursing",)),
            StartSession("s1"),
            AnswerForm("s1", "head-count", 20),
            AnswerForm("s1", GROUPS, ("night-staff 12", f"{FEW} 1")),
            PlanSession("s2", "observation", ("trust-chair",)),
            AnswerForm("s2", GROUPS, ("carers-and-families",)),
        )
    return opened


@pytest.fixture
def page(qtbot: QtBot, recorded: Opened) -> Iterator[TriangulationPage]:
    """On the second tab, with the groups read."""
    made = TriangulationPage(recorded)
    made.resize(1040, 760)
    made.show()
    made.show_place(Place("triangulation", "groups", "night-staff"))
    qtbot.waitUntil(lambda: made.groups.group == "night-staff" and "heard" in made.groups.facts)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def spoken(view: GroupsView, group: str, column: int = 0) -> str:
    index = view.model.index(view.model.row_of(group), column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def beside(view: GroupsView) -> str:
    return "\n".join(map(spoken_row, view.beside.rows))


def test_each_group_says_where_it_was_heard_by_how_many_at_least_and_when(page: TriangulationPage) -> None:
    view = page.groups
    assert spoken(view, "night-staff") == (
        "Night staff. 1 session, at least 10, focus group, last heard Tue 24 November"
    )
    assert spoken(view, "carers-and-families") == "Carers and families. 1 session, not counted, observation"
    assert spoken(view, "autistic-patients") == "Autistic patients. Nobody has said yet that they heard this group"
    assert spoken(view, "autistic-patients", PEOPLE) == "People: nobody yet"
    assert spoken(view, "autistic-patients", PEOPLE - 1) == "Heard in: nothing"
    assert view.facts.startswith("3 of the 28 groups were heard; of the other 25 nobody has said so yet. Fewer than")


def test_how_many_groups_were_heard_is_a_whole_sentence_of_one_and_of_all() -> None:
    assert heard_in_words(1, 28) == "1 of the 28 groups was heard; of the other 27 nobody has said so yet."
    assert heard_in_words(28, 28) == "Every group of the list was heard."


def test_fewer_than_five_are_told_without_number_session_or_day_in_every_cell_and_beside(
    page: TriangulationPage,
) -> None:
    view = page.groups
    row = view.model.row_of(FEW)
    cells = [view.model.index(row, column) for column in range(view.model.columnCount())]
    assert [cell.data() for cell in cells] == [
        "Trans and non-binary staff", "gender reassignment", "", "heard, fewer than five", "", "",
    ]  # fmt: skip
    view.table.choose_row(row)
    everything = beside(view) + "".join(str(cell.data(Qt.ItemDataRole.ToolTipRole)) for cell in cells)
    assert "in which sessions is not told" in everything
    for given_away in ("S-01", "1 session", "focus group,", "24 November", "head of nursing"):
        assert given_away not in everything


def test_return_goes_beside_and_there_opens_the_session_or_the_kloe_page(qtbot: QtBot, page: TriangulationPage) -> None:
    view = page.groups
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.beside.hasFocus()
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(view.beside, Qt.Key.Key_Return)
    assert gone.args == [Place("session", "s1")]
    QTest.keyClick(view.beside, Qt.Key.Key_Escape)
    assert view.table.hasFocus()
    view.table.choose_row(view.model.row_of(FEW))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(view.beside, Qt.Key.Key_Return)
    assert gone.args == [Place("kloe", "W3", "W3.8")], "no session of theirs is opened"


def test_a_goes_to_those_whom_nobody_has_heard_and_says_who_asks_after_them(
    qtbot: QtBot, page: TriangulationPage
) -> None:
    view = page.groups
    QTest.keyClick(view.table, Qt.Key.Key_A)
    assert view.group == "bank-and-agency-staff"
    assert "Nobody has said yet that they heard this group. W3.8" in beside(view)
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(view.table, Qt.Key.Key_K)
    assert gone.args == [Place("kloe", "W3", "W3.8")]
    assert page.present_place() == Place("triangulation", "groups", "bank-and-agency-staff")
    everybody = tuple(msgspec.structs.replace(row, few=True) for row in view.model.rows)
    view.model.show_rows(everybody)
    with qtbot.waitSignal(page.notice):
        QTest.keyClick(view.table, Qt.Key.Key_A)


def test_what_a_form_says_meanwhile_is_shown_and_the_row_stays(
    qtbot: QtBot, recorded: Opened, page: TriangulationPage
) -> None:
    recorded.bridge.do(AnswerForm("s2", GROUPS, ("night-staff 30",)))
    qtbot.waitUntil(lambda: "at least 40" in spoken(page.groups, "night-staff"))
    assert page.groups.group == "night-staff"
    assert "S-02" in beside(page.groups)


def test_the_keys_of_the_tabs_lead_to_their_rows(page: TriangulationPage) -> None:
    page.tabs.setCurrentIndex(0)
    assert page.matrix.hasFocus()
    page.tabs.setCurrentIndex(1)
    assert page.groups.table.hasFocus()


def test_nothing_said_and_nothing_to_say_are_told_in_words(qtbot: QtBot, opened: Opened) -> None:
    view = GroupsView(opened)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.facts.startswith("No session has said yet which groups were heard."))
    opened.pack = msgspec.structs.replace(opened.pack, groups=())
    bare = GroupsView(opened)
    qtbot.addWidget(bare)
    bare.show()
    qtbot.waitUntil(lambda: bare.facts == "The framework of this inspection lists no groups.")
    assert (bare.group, bare.model.rowCount()) == ("", 0)


@pytest.mark.parametrize("height", range(330, 520, 10))
def test_no_words_are_cut_at_the_top_of_what_is_beside_a_group(page: TriangulationPage, height: int) -> None:
    page.resize(960, height)
    view = page.groups
    view.want("autistic-patients")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    shown = view.beside
    chosen = shown.visualRect(shown.currentIndex())
    assert shown.visualRect(shown.linked.index(shown.rows_in_view().start)).top() == 0
    assert shown.viewport().rect().contains(chosen) or chosen.height() > shown.viewport().height()
