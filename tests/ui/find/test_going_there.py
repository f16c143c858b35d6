"""Enter in Find anything goes to the very place of what was found."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from tests.ui.find.conftest import Finder
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    CancelSession,
    Command,
    NewParticipant,
    PlanSession,
    RetractEntry,
    RetractLine,
    RetractWorry,
    WriteLine,
)
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.pages.today.page import TodayPage
from wellled_desktop.ui.pages.worries.page import WorriesPage
from wellled_desktop.ui.places import Place

LINES = 5_000
MORNING = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
_WORDS = "Every ward has its own page of the strategy, and the sisters can say what is on it. "


def go_to(finder: Finder, typed: str, kind: str) -> None:
    finder.open()
    finder.type(typed)
    finder.choose(kind)
    assert finder.window.finding.dialog is None


def session_page(finder: Finder) -> SessionPage:
    page = finder.window.pages.page
    assert isinstance(page, SessionPage)
    return page


def arrived_at(finder: Finder, line: str, qtbot: QtBot) -> SessionPage:
    """Waits until the page has come to the line: selected, alone, in a frame, in view, with the keyboard."""
    page = session_page(finder)
    qtbot.waitUntil(lambda: page.lines.pointed_out == line)
    selected = page.lines.selected_line()
    assert selected is not None
    assert selected.id == line
    row = page.presenter.lines.row_of(line)
    assert row is not None
    assert page.lines.viewport().rect().contains(page.lines.visualRect(page.presenter.lines.index(row)))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.lines)
    return page


def test_a_line_is_in_its_session_selected_in_view_and_in_a_frame(finder: Finder, qtbot: QtBot) -> None:
    go_to(finder, "zebra", "note line")
    page = arrived_at(finder, "l3", qtbot)
    assert finder.window.pages.present_place() == Place("session", "s2", "l3")
    row = page.presenter.lines.row_of("l3")
    assert row is not None
    rect = page.lines.visualRect(page.presenter.lines.index(row))
    picture = page.lines.viewport().grab(rect).toImage()
    edge, inside = picture.pixelColor(picture.width() // 2, 1), picture.pixelColor(picture.width() - 8, 6)
    assert edge == page.lines.palette().color(page.lines.palette().ColorRole.Accent)
    assert edge != inside


def test_the_frame_goes_when_one_moves_on(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    go_to(finder, "quorum at night", "note line")
    page = arrived_at(finder, "l1", qtbot)
    finder.press(Qt.Key.Key_Down)
    assert page.lines.pointed_out == ""
    selected = page.lines.selected_line()
    assert selected is not None
    assert selected.id == "l2"


def test_a_line_of_the_session_that_is_already_on_show(finder: Finder, qtbot: QtBot) -> None:
    finder.window.go(Place("session", "s1"))
    page = session_page(finder)
    qtbot.waitUntil(lambda: page.presenter.lines.rowCount() == 2)
    go_to(finder, "S-01 l.1", "note line")
    arrived_at(finder, "l1", qtbot)


def test_a_line_is_gone_to_out_of_tidying_up_too(finder: Finder, qtbot: QtBot) -> None:
    finder.window.go(Place("session", "s1"))
    page = session_page(finder)
    qtbot.waitUntil(lambda: page.presenter.lines.rowCount() == 2)
    page.course.tidy_up()
    qtbot.waitUntil(page.tidy.view.isVisible)
    go_to(finder, "S-01 l.2", "note line")
    arrived_at(finder, "l2", qtbot)
    assert page.tidy.view.isHidden()


def test_a_retracted_line_is_gone_to_as_well(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(RetractLine("l3", "misheard"))
    go_to(finder, "zebra", "note line")
    arrived_at(finder, "l3", qtbot)
    assert finder.window.message.sentence == ""


@pytest.mark.parametrize("number", [1, 2_345, 4_999])
def test_a_line_anywhere_in_a_session_of_five_thousand(
    finder: Finder, opened: Opened, qtbot: QtBot, number: int
) -> None:
    rare = {1: "aardvark", 2_345: "bandicoot", 4_999: "cassowary"}
    with qtbot.waitSignal(opened.bridge.changed, timeout=60_000):
        opened.bridge.do(
            PlanSession("long", "panel", ("chief-executive",)),
            *(WriteLine(f"x{at}", "long", f"{rare.get(at, '')} {_WORDS * (1 + at % 5)}") for at in range(1, LINES + 1)),
        )
    go_to(finder, rare[number], "note line")
    page = arrived_at(finder, f"x{number}", qtbot)
    place = page.lines.verticalScrollBar().value()
    qtbot.waitUntil(lambda: all(page.presenter.lines.line_at(row) for row in page.lines.rows_in_view()))
    arrived_at(finder, f"x{number}", qtbot)
    assert page.lines.verticalScrollBar().value() == place, "what comes later does not push it away"


def test_evidence_is_chosen_in_the_log(finder: Finder, qtbot: QtBot) -> None:
    go_to(finder, "E-001", "evidence entry")
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("evidence", selected="e1"))


@pytest.mark.parametrize(
    ("typed", "kind", "page"), [("walrus", "attachment", 1), ("narwhal committ", "page of a document", 2)]
)
def test_an_attachment_and_a_page_lead_to_their_document(
    finder: Finder, qtbot: QtBot, typed: str, kind: str, page: int
) -> None:
    go_to(finder, typed, kind)
    qtbot.waitUntil(lambda: isinstance(finder.window.pages.page, EvidencePage))
    shown = finder.window.pages.page
    assert isinstance(shown, EvidencePage)
    qtbot.waitUntil(lambda: shown.desk.is_shown)
    assert finder.window.pages.present_place() == Place("evidence", selected=f"e2#a1#{page}")
    assert shown.desk.view is not None
    assert shown.desk.view.looked_for == ("" if kind == "attachment" else "narwhal committee")


@pytest.mark.parametrize(
    ("typed", "kind", "place"),
    [
        ("giraffe", "request", Place("requests", selected="r2")),
        ("okapi", "worry", Place("worries", selected="w2")),
        ("lemur", "finding", Place("evidence", "findings", "f1")),
        ("tapirs", "judgement", Place("kloe", "W6", "W6.1")),
        ("W5.3", "prompt", Place("kloe", "W5", "W5.3")),
        ("S-02", "session", Place("session", "s2")),
        ("vole", "question", Place("session", "s2")),
        ("interim", "participant", Place("session", "s1")),
        ("quentin", "participant", Place("session", "s1")),
    ],
)
def test_each_kind_leads_to_its_own_place(finder: Finder, qtbot: QtBot, typed: str, kind: str, place: Place) -> None:
    go_to(finder, typed, kind)
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == place)


@pytest.mark.parametrize("typed", ["visiting", "invented"])
def test_somebody_in_a_session_is_framed_there_and_does_not_become_the_speaker(
    finder: Finder, opened: Opened, qtbot: QtBot, typed: str
) -> None:
    people_in = (
        NewParticipant("p7", "governors", "the elder"),
        NewParticipant("p8", "governors", "the visiting one", "Jo Invented"),
    )
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(PlanSession("s5", "panel", ("governors",), people_in))
    go_to(finder, typed, "participant")
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("session", "s5"))
    page = session_page(finder)
    people = page.side.people
    qtbot.waitUntil(lambda: people.pointed_out == "p8")
    assert (people.selected(), page.composer.speaker) == ("", None)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.composer.edit)
    (row,) = (at for at in range(people.list.count()) if "visiting" in people.list.item(at).text())
    picture = people.list.viewport().grab(people.list.visualItemRect(people.list.item(row))).toImage()
    assert picture.pixelColor(picture.width() // 2, 1) == people.palette().color(people.palette().ColorRole.Accent)
    people.list.setCurrentRow(row)
    assert people.pointed_out == ""


def test_somebody_comes_into_view_and_stays_there_while_more_is_read_until_one_scrolls(
    finder: Finder, opened: Opened, qtbot: QtBot
) -> None:
    people_in = tuple(NewParticipant(f"x{at}", "governors", f"governor {at}") for at in range(30))
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(PlanSession("s5", "focus-group", ("governors",), people_in))
    go_to(finder, "governor 29", "participant")
    side = session_page(finder).side
    qtbot.waitUntil(lambda: side.people.pointed_out == "x29")

    def in_view() -> bool:
        viewport, rect = side.people.place_of_pointed_out()
        middle = viewport.mapTo(side.viewport(), rect.center())
        return side.viewport().rect().contains(middle) and viewport.rect().contains(rect.center())

    qtbot.waitUntil(in_view)
    side.details.setMinimumHeight(1_000)
    side.details.show()
    qtbot.waitUntil(lambda: side.verticalScrollBar().maximum() > 1_000)
    qtbot.waitUntil(in_view)
    side.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderToMinimum)
    side.details.setMinimumHeight(1_500)
    qtbot.waitUntil(lambda: side.verticalScrollBar().maximum() > 1_500)
    QApplication.processEvents()
    assert side.verticalScrollBar().value() == 0


def test_somebody_is_framed_in_the_session_that_is_already_on_show_until_another_is(
    finder: Finder, qtbot: QtBot
) -> None:
    finder.window.go(Place("session", "s1"))
    page = session_page(finder)
    qtbot.waitUntil(lambda: page.presenter.lines.rowCount() == 2)
    go_to(finder, "interim", "participant")
    assert page.side.people.pointed_out == "p1"
    finder.window.go(Place("session", "s2"))
    assert page.side.people.pointed_out == ""


def test_an_inspector_is_marked_in_the_latest_session_that_they_lead(
    finder: Finder, opened: Opened, qtbot: QtBot
) -> None:
    name = opened.inspection.team[0].name
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(
            PlanSession("s3", "interview", ("governors",), planned_start=MORNING.replace(hour=15), lead=name),
            PlanSession("s4", "interview", ("governors",), planned_start=MORNING, note_taker=name),
        )
    finder.open()
    finder.type(name)
    qtbot.waitUntil(lambda: finder.results[0].when == "S-03, S-04")
    finder.choose("inspector")
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("session", "s3"))
    qtbot.waitUntil(lambda: session_page(finder).side.facts.pointed_out == name)


def test_an_inspector_without_a_session_leads_to_the_sessions(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    go_to(finder, opened.inspection.team[0].name, "inspector")
    qtbot.waitUntil(shown(finder, SessionsPage))


def test_what_the_team_added_to_the_framework_is_found_in_it_and_gone_to(
    finder: Finder, opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(AddLocalNode("n2", "W2", "prompt", "Is the gnu part of the vision?"))
    qtbot.waitUntil(lambda: any(node.id == "W2.L2" for node in opened.index.find("gnu")))
    finder.open()
    finder.type("gnu")
    assert [one.short for one in finder.results] == ["W2.L1", "W2.L2"], "once each"
    finder.find("W2.L2")
    finder.choose("prompt")
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("kloe", "W2", "W2.L2"))


def test_the_node_that_was_chosen_is_in_view(finder: Finder, qtbot: QtBot) -> None:
    go_to(finder, "W4.E12", "evidence")
    page = finder.window.pages.page
    assert isinstance(page, KloePage)
    row = page.column.row
    assert row.item.id == "W4.E12"
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def test_a_risk_is_chosen_in_the_register(finder: Finder, qtbot: QtBot) -> None:
    go_to(finder, "ibex", "risk")
    page = finder.window.pages.page
    assert isinstance(page, WorriesPage)
    qtbot.waitUntil(lambda: page.register.chosen is not None and page.register.chosen.id == "k1")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.register.table)


RETRACTIONS: tuple[tuple[Command, str, str], ...] = (
    (RetractEntry("e1", "twice"), "E-001", "E-001 was retracted"),
    (RetractWorry("w2", "not said"), "okapi", "worry was retracted"),
)


@pytest.mark.parametrize(("command", "typed", "said"), RETRACTIONS)
def test_of_what_a_list_may_leave_out_it_is_said_that_it_was_retracted(
    finder: Finder, opened: Opened, qtbot: QtBot, command: Command, typed: str, said: str
) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(command)
    finder.open()
    finder.type(typed)
    assert finder.results[0].no_longer == "retracted"
    finder.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: finder.window.message.sentence.startswith(said))


def test_a_cancelled_session_says_so_and_is_opened(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(PlanSession("s3", "interview", ("chief-executive",), title="Dodo"), CancelSession("s3", "ill"))
    finder.open()
    finder.type("dodo")
    assert finder.results[0].no_longer == "cancelled"
    finder.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("session", "s3"))


def test_back_leads_to_where_one_was(finder: Finder, qtbot: QtBot) -> None:
    finder.window.go(Place("requests", selected="r1"))
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("requests", selected="r1"))
    go_to(finder, "zebra", "note line")
    arrived_at(finder, "l3", qtbot)
    finder.window.go_back()
    qtbot.waitUntil(lambda: finder.window.pages.present_place() == Place("requests", selected="r1"))


def shown(finder: Finder, page: type) -> Callable[[], bool]:
    return lambda: isinstance(finder.window.pages.page, page)


def test_a_command_of_the_menus_is_run(finder: Finder, qtbot: QtBot) -> None:
    finder.open()
    finder.type("evid")
    first = finder.dialog.list.current()
    assert first is not None
    assert (first.kind, first.text, first.when) == ("command", "Evidence", "Go   Ctrl+4")
    finder.press(Qt.Key.Key_Return)
    qtbot.waitUntil(shown(finder, EvidencePage))
    go_to(finder, "go today", "command")
    qtbot.waitUntil(shown(finder, TodayPage))


def test_undo_is_a_command_while_there_is_something_to_take_back(finder: Finder, opened: Opened, qtbot: QtBot) -> None:
    finder.open()
    finder.type("undo")
    assert not any(one.kind == "command" for one in finder.results)
    finder.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(WriteLine("l9", "s1", "A marmoset"))
    qtbot.waitUntil(lambda: bool(finder.window._steps.undo_name))
    finder.open()
    finder.find("undo")
    with qtbot.waitSignal(opened.bridge.changed):
        finder.press(Qt.Key.Key_Return)
    finder.open()
    finder.find("marmoset")
    assert [one.no_longer for one in finder.results] == ["retracted"]


def test_what_the_page_on_show_can_do_is_a_command(finder: Finder, qtbot: QtBot) -> None:
    finder.window.go(Place("evidence"))
    go_to(finder, "record an evidence", "command")
    page = finder.window.pages.page
    assert isinstance(page, EvidencePage)
    assert page.log.form_is_open


@pytest.mark.parametrize(
    ("typed", "page", "keys"),
    [
        ("minutes", "corroboration", "P"),
        ("full screen", "corroboration", "F"),
        ("liaison", "requests", "L"),
        ("reading plan", "evidence", "P"),
        ("record evidence", "evidence", "Ctrl+Shift+E"),
        ("attach", "evidence", "Ctrl+Shift+A"),
        ("judgement", "kloe", "J"),
    ],
)
def test_what_another_page_can_do_is_a_command_that_leads_there(
    finder: Finder, qtbot: QtBot, typed: str, page: str, keys: str
) -> None:
    finder.open()
    finder.type(typed)
    assert finder.headings[0] == "Commands"
    first = finder.results[0]
    assert first.when.endswith(f"   {keys}")
    finder.press(Qt.Key.Key_Return)
    shown_place = finder.window.pages.present_place
    qtbot.waitUntil(lambda: (there := shown_place()) is not None and there.page == page)
    assert f"{keys} does it here: {first.text}." in finder.window.message.sentence


def test_a_few_letters_bring_up_nothing_of_other_pages_nor_what_only_moves_about(finder: Finder) -> None:
    finder.open()
    finder.type("lia")
    assert not any(one.kind == "command" for one in finder.results)
    finder.find("the item above")
    assert not any(one.kind == "command" for one in finder.results)


def test_what_the_page_on_show_can_do_by_itself_is_not_told_twice(finder: Finder) -> None:
    finder.window.go(Place("evidence"))
    finder.open()
    finder.type("record an evidence entry")
    assert [one.when for one in finder.results if one.text == "Record an evidence entry"] == [
        "This page   Ctrl+Shift+E"
    ]


def test_find_anything_does_not_find_itself(finder: Finder) -> None:
    finder.open()
    finder.type("find anything")
    assert not any(one.kind == "command" and one.text.startswith("Find any") for one in finder.results)
