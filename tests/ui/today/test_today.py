"""The Today page shows the day as it stands, and leads on."""

import datetime as dt
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.conftest import AUTHOR
from wellled_desktop.inspection.commands import (
    Command,
    EndSession,
    LogTelling,
    MakeRequest,
    PinConcern,
    PlanSession,
    RecordEvidence,
    SaveDraft,
    SetEvidenceState,
    SetRequestState,
    SignOffSession,
    StartSession,
    WriteLine,
)
from wellled_desktop.ui.coverage import coverage_of
from wellled_desktop.ui.kit.rows import RowList
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.today.page import TodayPage
from wellled_desktop.ui.places import Place

MORNING = dt.datetime(2026, 11, 24, 10, 15, tzinfo=dt.UTC)
TOMORROW = MORNING + dt.timedelta(days=1)
DAY: tuple[Command, ...] = (
    PlanSession("s1", "interview", ("chief-executive",), planned_start=MORNING, place="Board room", lead=AUTHOR),
    PlanSession("s2", "panel", ("non-executive-directors",), planned_start=TOMORROW),
    WriteLine("l1", "s1", "Nobody waits over a year.", tags=("W5.1",), claim=True),
    WriteLine("l2", "s1", "The board walks the wards.", tags=("W1.3",)),
    SetEvidenceState("W1.E1", "gathered"),
    SetEvidenceState("W1.E3", "requested", "asked the company secretary"),
    RecordEvidence("e1", "Board papers, October", "minutes", nodes=("W4.E7",)),
    SaveDraft("s1", "half a sentence"),
)


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> TodayPage:
    made = TodayPage(opened)
    qtbot.addWidget(made)
    made.resize(1060, 740)
    made.show()
    return made


def listed(page: TodayPage, name: str) -> RowList:
    return next(view for view in page.findChildren(RowList) if view.accessibleName() == name)


def cells(view: RowList) -> list[list[str]]:
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def show(page: TodayPage, opened: Opened, qtbot: QtBot, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(*commands)
    page.show_place(Place("today", "2026-11-24"))
    qtbot.waitUntil(lambda: listed(page, "Sessions of the day").model().rowCount() > 0, timeout=10_000)


def test_the_day_is_there_with_what_was_gathered_and_is_open(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, opened, qtbot, *DAY)
    assert [row[1:6] for row in cells(listed(page, "Sessions of the day"))] == [
        ["S-01", "interview", "chief executive", "Board room", "under way"]
    ]
    gathered = cells(listed(page, "Gathered this day"))
    assert [(row[0], row[2]) for row in gathered] == [("E-001", "minutes"), ("W1.E1", "key evidence")]
    assert gathered[0][1] == "Board papers, October"
    assert cells(listed(page, "Open claims")) == [["S-01 l.1", "Nobody waits over a year.", ""]]
    assert [row[2] for row in cells(listed(page, "Open requests"))] == ["asked the company secretary"]


def test_the_other_states_set_that_day_are_a_line_of_words(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    states: tuple[Command, ...] = (
        SetEvidenceState("W1.E4", "requested"),
        SetEvidenceState("W1.E5", "not-held"),
        SetEvidenceState("W1.E6", "gathered"),
        SetEvidenceState("W1.E6", "none"),
    )
    show(page, opened, qtbot, *DAY, *states)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Key evidence also set this day: requested 2, not held 1." in said
    assert [row[0] for row in cells(listed(page, "Gathered this day"))] == ["E-001", "W1.E1"]


COVERAGE: tuple[Command, ...] = (
    *DAY,
    WriteLine("l3", "s1", "It is so.", tags=("W3.3",)),
    RecordEvidence("e2", "Staff survey", "survey", nodes=("W3.3",), other_way=("W3.3",)),
    WriteLine("l4", "s1", "Nobody says no.", tags=("W3.2",)),
    WriteLine("l5", "s1", "Nor yes.", tags=("W3.4",)),
)


def covered(page: TodayPage, opened: Opened, qtbot: QtBot, *commands: Command) -> RowList:
    show(page, opened, qtbot, *commands)
    coverage = listed(page, "Coverage at a glance")
    qtbot.waitUntil(lambda: coverage.model().rowCount() > 0, timeout=10_000)
    return coverage


def test_coverage_says_in_words_what_to_look_at_the_most_telling_of_each_kloe(
    page: TodayPage, opened: Opened, qtbot: QtBot
) -> None:
    rows = cells(covered(page, opened, qtbot, *COVERAGE))
    assert rows[:4] == [
        ["W1.3", "rests on one source (executive)"],
        ["W1", "has nothing yet on 3 of 4 prompts"],
        ["W2", "has nothing yet on any of its prompts"],
        ["W3.3", "is contradicted: 1 supports it and 1 points the other way (data)"],
    ]
    assert ["W5.1", "has a claim without proof (S-01 l.1)"] in rows
    assert len(rows) < 16
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "3 more are in Triangulation (Ctrl+8). Not every prompt needs every source." in said


def test_what_to_look_at_changes_with_the_record(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    coverage = covered(page, opened, qtbot, *COVERAGE)
    show(page, opened, qtbot, RecordEvidence("e3", "Rota", "data", nodes=("W1.3",)))
    qtbot.waitUntil(lambda: cells(coverage)[0] == ["W1", "has nothing yet on 3 of 4 prompts"], timeout=10_000)


def test_with_nothing_linked_coverage_says_how_to_begin_and_not_that_everything_is_missing(
    page: TodayPage, opened: Opened, qtbot: QtBot
) -> None:
    show(page, opened, qtbot, DAY[0])
    qtbot.waitUntil(lambda: coverage_of(opened).found is not None, timeout=10_000)
    assert listed(page, "Coverage at a glance").isHidden()
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("(#W3.2) link a line to it" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("is contradicted", Place("triangulation", selected="W3.3")),
        ("has a claim", Place("session", "s1", "l1")),
        ("has nothing yet on 3", Place("kloe", "W1", "W1.1")),
    ],
)
def test_enter_on_what_to_look_at_leads_there(
    page: TodayPage, opened: Opened, qtbot: QtBot, told: str, place: Place
) -> None:
    coverage = covered(page, opened, qtbot, *COVERAGE)
    row = next(at for at, (_, said) in enumerate(cells(coverage)) if said.startswith(told))
    coverage.setFocus()
    coverage.setCurrentIndex(coverage.model().index(row, 0))
    with qtbot.waitSignal(page.go, timeout=5_000) as went:
        QTest.keyClick(coverage, Qt.Key.Key_Return)
    assert went.args == [place]


def test_a_day_with_nothing_on_it_says_how_to_begin(page: TodayPage, qtbot: QtBot) -> None:
    page.show_place(Place("today", "2026-11-26"))
    qtbot.waitUntil(lambda: page.present_place() == Place("today", "2026-11-26"), timeout=10_000)
    qtbot.waitUntil(lambda: listed(page, "Sessions of the day").isHidden(), timeout=10_000)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("Ctrl+N" in sentence for sentence in said)


def test_the_days_are_stepped_through_by_key(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, opened, qtbot, *DAY)
    page._days.setFocus()
    QTest.keyClick(page._days, Qt.Key.Key_Period, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [row[1] for row in cells(listed(page, "Sessions of the day"))] == ["S-02"], timeout=10_000)
    assert page.present_place() == Place("today", "2026-11-25")


def test_enter_on_a_row_leads_to_what_it_is_about(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, opened, qtbot, *DAY)
    claims = listed(page, "Open claims")
    claims.setCurrentIndex(claims.model().index(0, 0))
    with qtbot.waitSignal(page.go, timeout=5_000) as went:
        QTest.keyClick(claims, Qt.Key.Key_Return)
    assert went.args == [Place("session", "s1", "l1")]


def test_the_lists_are_walked_by_keyboard_from_their_first_row(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    coverage = covered(page, opened, qtbot, *DAY)
    sessions = listed(page, "Sessions of the day")
    qtbot.waitUntil(sessions.hasFocus)
    assert [index.row() for index in sessions.selectionModel().selectedRows()] == [0]
    coverage.setFocus()
    QTest.keyClick(coverage, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.go, timeout=5_000) as went:
        QTest.keyClick(coverage, Qt.Key.Key_Return)
    assert went.args == [Place("kloe", "W1", "W1.1")]
    QTest.keyClick(coverage, Qt.Key.Key_Tab)
    assert not coverage.hasFocus()


def test_a_double_click_on_a_row_leads_there_too(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    coverage = covered(page, opened, qtbot, *DAY)
    at = coverage.visualRect(coverage.model().index(4, 1)).center()
    QTest.mouseClick(coverage.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(page.go, timeout=5_000) as went:
        QTest.mouseDClick(coverage.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert went.args == [Place("kloe", "W4", "W4.1")]


@pytest.mark.parametrize("width", [720, 1040, 1600])
def test_the_role_has_more_room_than_the_place_and_no_header_is_cut(
    page: TodayPage, opened: Opened, qtbot: QtBot, width: int
) -> None:
    page.resize(width, 740)
    show(page, opened, qtbot, *DAY)
    sessions = listed(page, "Sessions of the day")
    assert sessions.columnWidth(3) > sessions.columnWidth(4)
    for view in filter(QWidget.isVisible, page.findChildren(RowList)):
        header = view.horizontalHeader()
        shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
        assert [at for at in shown if header.sectionSize(at) < header.sectionSizeHint(at)] == []
        assert header.textElideMode() == Qt.TextElideMode.ElideRight


def test_it_follows_what_is_recorded_meanwhile(page: TodayPage, opened: Opened, qtbot: QtBot, clock: HandClock) -> None:
    show(page, opened, qtbot, *DAY)
    clock.pass_minutes(3)
    opened.bridge.do(WriteLine("l3", "s1", "All closed by March.", claim=True))
    qtbot.waitUntil(lambda: len(cells(listed(page, "Open claims"))) == 2, timeout=10_000)


def test_everything_that_takes_the_focus_has_a_name(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    show(page, opened, qtbot, *DAY)
    widgets = [one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(widgets) >= 5
    assert [one for one in widgets if one.isVisible() and not one.accessibleName()] == []


def test_of_a_day_outside_the_inspection_it_says_so_quietly(page: TodayPage, opened: Opened, qtbot: QtBot) -> None:
    later = dt.datetime(2026, 12, 1, 10, 0, tzinfo=dt.UTC)
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(PlanSession("s-later", "interview", ("chief-executive",), planned_start=later))
    words = "Outside the inspection's days, 24 to 26 November 2026"

    def told() -> list[QLabel]:
        return [label for label in page.findChildren(QLabel) if label.isVisible() and words in label.text()]

    page.show_place(Place("today", "2026-12-01"))
    qtbot.waitUntil(lambda: len(told()) == 1)
    assert told()[0].property("kind") == "muted"
    page.show_place(Place("today", "2026-11-24"))
    qtbot.waitUntil(lambda: not told())


def test_immediate_concerns_stand_over_everything_with_how_far_each_has_come(
    page: TodayPage, opened: Opened, qtbot: QtBot
) -> None:
    show(page, opened, qtbot, *DAY)
    assert not listed(page, "Immediate concerns").isVisible()
    show(page, opened, qtbot, PinConcern("l2"))
    qtbot.waitUntil(listed(page, "Immediate concerns").isVisible)
    assert cells(listed(page, "Immediate concerns")) == [["S-01 l.2", "The board walks the wards.", "nobody told yet"]]
    assert listed(page, "Immediate concerns").y() < listed(page, "Sessions of the day").mapTo(page, QPoint()).y()
    show(page, opened, qtbot, LogTelling("t1", "l2", "chief nurse", MORNING))
    qtbot.waitUntil(
        lambda: (
            cells(listed(page, "Immediate concerns"))[0][2].startswith("told chief nurse, ")
            and cells(listed(page, "Immediate concerns"))[0][2].endswith(", no reply yet")
        )
    )
    listed(page, "Immediate concerns").choose_row(0)
    with qtbot.waitSignal(page.go, timeout=5_000) as went:
        QTest.keyClick(listed(page, "Immediate concerns"), Qt.Key.Key_Return)
    assert went.args == [Place("session", "s1", "l2")]


def test_open_requests_have_their_numbers_and_lead_to_the_requests_page(
    page: TodayPage, opened: Opened, qtbot: QtBot
) -> None:
    asked = (
        MakeRequest("r1", "Complaints log", "company secretary", "W7.E2", "l1"),
        SetEvidenceState("W7.E2", "requested"),
        MakeRequest("r2", "Came at once"),
        SetRequestState("r2", "received"),
    )
    show(page, opened, qtbot, *DAY, *asked)
    requests = listed(page, "Open requests")
    assert [(row[0], row[2]) for row in cells(requests)] == [
        ("R-001", "Complaints log (company secretary)"),
        ("W1.E3", "asked the company secretary"),
    ]
    assert cells(listed(page, "Open claims")) == [["S-01 l.1", "Nobody waits over a year.", "R-001"]]
    requests.choose_row(0)
    with qtbot.waitSignal(page.go, timeout=5_000) as went:
        QTest.keyClick(requests, Qt.Key.Key_Return)
    assert went.args == [Place("requests", selected="r1")]


def test_a_claim_and_a_concern_written_after_their_session_say_so(
    opened: Opened, page: TodayPage, qtbot: QtBot
) -> None:
    opened.bridge.do(PlanSession("s9", "interview", ("governors",)), StartSession("s9"), EndSession("s9"))
    opened.bridge.do(WriteLine("late", "s9", "All are answered.", claim=True), PinConcern("late"))
    page.show_place(Place("today"))
    told = "All are answered. (written just after the end)"
    for name in ("Open claims", "Immediate concerns"):
        view = listed(page, name)
        qtbot.waitUntil(partial(_first_is, view, told), timeout=10_000)


def _first_is(view: RowList, words: str) -> bool:
    shown = cells(view)
    return bool(shown) and shown[0][1] == words


def test_a_session_that_changed_since_its_sign_off_says_so_in_full(
    page: TodayPage, opened: Opened, qtbot: QtBot, clock: HandClock
) -> None:
    planned = PlanSession("s1", "interview", ("chief-executive",), planned_start=MORNING)
    show(page, opened, qtbot, planned, WriteLine("l1", "s1", "Words."), EndSession("s1"), SignOffSession("s1"))
    sessions = listed(page, "Sessions of the day")
    state = next(at for at in range(7) if sessions.model().headerData(at, Qt.Orientation.Horizontal) == "State")
    qtbot.waitUntil(lambda: sessions.model().index(0, state).data() == "signed off")
    narrow = sessions.columnWidth(state)
    clock.pass_minutes(1)
    show(page, opened, qtbot, WriteLine("l2", "s1", "One more."))
    qtbot.waitUntil(lambda: sessions.model().index(0, state).data() == "signed off, changed since")
    assert narrow < sessions.fontMetrics().horizontalAdvance("signed off, changed since") < sessions.columnWidth(state)
