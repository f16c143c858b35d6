"""What was asked of the trust: numbered, in order of age, with what became of it."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import SESSION, line, line_id, record, session
from wellled_desktop.inspection.commands import MakeRequest, SetEvidenceState
from wellled_desktop.inspection.read_models import EvidenceItemState, Request, RequestList
from wellled_desktop.inspection.words import EvidenceState, RequestState
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.requests.due import due_day
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> Iterator[RequestsPage]:
    """The page, not yet shown."""
    made = RequestsPage(opened, today=lambda: TODAY)
    made.resize(1240, 760)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def cells(page: RequestsPage, row: int) -> tuple[str, ...]:
    asked = page.requests.asked_at(row)
    assert asked is not None
    return page.requests.cells(asked)


def listed(page: RequestsPage) -> list[str]:
    """Each row's number, or its node where it has none."""
    rows = (page.requests.asked_at(row) for row in range(page.requests.rowCount()))
    return [one.request.ref if one.request else one.node for one in rows if one]


def show(qtbot: QtBot, page: RequestsPage, expected: list[str]) -> None:
    page.show()
    page.show_place(Place("requests"))
    qtbot.waitUntil(lambda: listed(page) == expected)


def three_asked(qtbot: QtBot, opened: Opened, clock: HandClock) -> None:
    """An hour apart: a request for a claim, an item of the checklist without one, a request of its own."""
    claim = line(1, "We answer every complaint in 25 days.", "W7.1", claim=True)
    record(qtbot, opened, session(), claim)
    record(
        qtbot, opened,
        MakeRequest("r1", "Complaints log", "company secretary", "W7.E2", line_id(1), dt.date(2026, 11, 20)),
        SetEvidenceState("W7.E2", "requested"),
    )  # fmt: skip
    clock.pass_minutes(60)
    record(qtbot, opened, SetEvidenceState("W3.E5", "requested", "asked of the director of people"))
    clock.pass_minutes(60)
    record(qtbot, opened, MakeRequest("r2", "Map of the sites"))


ASKED = ["R-001", "W3.E5", "R-002"]


def state_of(opened: Opened, node: str) -> EvidenceItemState:
    (state,) = opened.bridge.read_now(partial(reading.evidence_states, node=node))
    found: EvidenceItemState = state
    return found


def request_of(opened: Opened, request_id: str) -> Request:
    (found,) = opened.bridge.read_now(partial(talk_reading.requests, request_id=request_id))
    request: Request = found
    return request


def press(page: RequestsPage, letter: str) -> None:
    QTest.keySequence(page.table, QKeySequence(letter))


def test_with_nothing_asked_the_page_says_how_a_request_is_made(qtbot: QtBot, page: RequestsPage) -> None:
    page.show()
    page.show_place(Place("requests"))
    qtbot.waitUntil(lambda: page.facts != "")
    assert page.facts.startswith(
        "Nothing is asked of the trust at present. Ctrl+R makes a request here; Ctrl+M on a claim"
    )
    assert not page.table.isVisible()
    assert page.new_request.isVisible()


def test_the_longest_waiting_stands_first_with_number_claim_whom_and_due(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.requests.show_requests(opened.bridge.read_now(talk_reading.request_list), dt.date(2026, 11, 26))
    assert cells(page, 0) == (
        "R-001", "Complaints log", "S-01 l.1, W7.E2", "company secretary", "Tue 24 Nov", "2 days",
        "was due Fri 20 Nov", "open",
    )  # fmt: skip
    assert cells(page, 1)[2:4] == ("W3.E5", "asked of the director of people")
    assert cells(page, 1)[7] == "no number"
    assert page.facts == (
        "2 requests open, 1 item without a number: what was asked of the trust, the longest waiting first."
    )


@pytest.mark.parametrize(("letter", "state"), [("R", "received"), ("T", "partial"), ("W", "withdrawn")])
def test_a_key_says_what_became_of_a_request(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage, letter: str, state: RequestState
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.table.choose_row(2)
    QTest.keyClicks(page.reason, "by email")
    with qtbot.waitSignal(page.told) as told:
        press(page, letter)
    assert told.args == [f"R-002 is {'received in part' if state == 'partial' else state}"]
    qtbot.waitUntil(lambda: request_of(opened, "r2").state == state)
    assert request_of(opened, "r2").state_reason == "by email"
    qtbot.waitUntil(lambda: cells(page, 2)[7] == ("received in part" if state == "partial" else state))
    press(page, "O")
    qtbot.waitUntil(lambda: request_of(opened, "r2").state == "open")


def test_what_has_come_stands_below_what_is_still_expected(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.table.choose_row(0)
    press(page, "G")
    qtbot.waitUntil(lambda: listed(page) == ["W3.E5", "R-002", "R-001"])
    assert state_of(opened, "W7.E2").state == "gathered"
    assert page.present_place() == Place("requests", selected="r1")
    assert page.facts == (
        "1 request open, 1 item without a number, 1 received or withdrawn: what was asked of the trust, "
        "the longest waiting first."
    )


def test_undo_takes_back_the_request_and_its_item_together(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    steps = UndoStack(opened.bridge, page)
    show(qtbot, page, ASKED)
    page.table.choose_row(0)
    press(page, "G")
    qtbot.waitUntil(lambda: listed(page) == ["W3.E5", "R-002", "R-001"])
    assert steps.undo_name == "set a request to received"
    steps.undo()
    qtbot.waitUntil(lambda: request_of(opened, "r1").state == "open")
    qtbot.waitUntil(lambda: listed(page) == ASKED)
    assert (state_of(opened, "W7.E2").state, request_of(opened, "r1").state) == ("requested", "open")


def test_an_item_without_a_number_is_given_one(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.table.choose_row(1)
    press(page, "N")
    qtbot.waitUntil(lambda: listed(page) == ["R-001", "R-002", "R-003"])
    assert cells(page, 2)[2] == "W3.E5"
    assert cells(page, 2)[1] == page.requests.text_of("W3.E5")


def test_all_items_without_a_number_are_numbered_at_once(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    record(qtbot, opened, SetEvidenceState("W3.E5", "requested"), SetEvidenceState("W1.E2", "requested"))
    show(qtbot, page, ["W1.E2", "W3.E5"])
    assert page.number_all.text() == "2 items are requested without a number. Give each a number"
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClick(page.number_all, Qt.Key.Key_Space)
    assert told.args == ["2 requests are made"]
    qtbot.waitUntil(lambda: listed(page) == ["R-001", "R-002"])
    assert not page.number_all.isVisible()


@pytest.mark.parametrize(
    ("letter", "state"), [("G", "gathered"), ("H", "not-held"), ("P", "not-pursued"), ("Backspace", "none")]
)
def test_a_key_says_what_became_of_an_item_without_a_number(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage, letter: str, state: EvidenceState
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.table.choose_row(1)
    press(page, letter)
    qtbot.waitUntil(lambda: listed(page) == ["R-001", "R-002"])
    assert state_of(opened, "W3.E5").state == state
    assert page.present_place() == Place("requests", selected="r2")


def test_a_request_is_made_by_one_line(qtbot: QtBot, opened: Opened, page: RequestsPage) -> None:
    show(qtbot, page, [])
    page.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.new_request.asked_for.hasFocus)
    QTest.keyClicks(page.new_request.asked_for, "Fire safety audit")
    QTest.keyClicks(page.new_request.asked_of, "estates")
    QTest.keyClicks(page.new_request.due, "12 December 2026")
    assert page.new_request.said == "Saturday 12 December 2026"
    QTest.keyClick(page.new_request.due, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(page) == ["R-001"])
    made = cells(page, 0)
    assert (made[1], made[3], made[6]) == ("Fire safety audit", "estates", "Sat 12 Dec")
    qtbot.waitUntil(lambda: page.new_request.asked_for.text() == "")


def test_a_day_that_is_none_makes_no_request_and_keeps_the_words(qtbot: QtBot, page: RequestsPage) -> None:
    show(qtbot, page, [])
    QTest.keyClicks(page.new_request.asked_for, "Fire safety audit")
    QTest.keyClicks(page.new_request.due, "soonish")
    QTest.keyClick(page.new_request.due, Qt.Key.Key_Return)
    assert page.new_request.said.startswith("That is no day")
    assert page.new_request.asked_for.text() == "Fire safety audit"
    assert listed(page) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("28 November", dt.date(2026, 11, 28)),
        ("3/2", dt.date(2027, 2, 3)),
        ("+3", dt.date(2026, 11, 27)),
        ("tomorrow", dt.date(2026, 11, 25)),
        ("2026-12-01", dt.date(2026, 12, 1)),
        ("never", None),
        ("31 Feb", None),
    ],
)
def test_due_days_are_read_as_people_write_them(typed: str, day: dt.date | None) -> None:
    assert due_day(typed, dt.date(2026, 11, 24)) == day


def test_enter_opens_the_line_it_was_made_for_and_i_its_item(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.table.choose_row(0)
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert went.args == [Place("session", SESSION, line_id(1))]
    with qtbot.waitSignal(page.go) as went:
        press(page, "I")
    assert went.args == [Place("kloe", "W7", "W7.E2")]
    page.table.choose_row(1)
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert went.args == [Place("kloe", "W3", "W3.E5")]


def test_a_request_made_while_the_page_is_hidden_is_there_when_it_is_shown(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.hide()
    record(qtbot, opened, SetEvidenceState("W8.E2", "requested"))
    page.show()
    qtbot.waitUntil(lambda: "W8.E2" in listed(page))


def test_a_refused_state_leaves_the_request_and_is_said(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    answered: list[bool] = []
    opened.bridge.ask(page, lambda _connection: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered))  # whatever the page has asked is answered before it
    unknown = msgspec.structs.replace(request_of(opened, "r1"), id="gone")
    page.requests.show_requests(RequestList((unknown,), ()), unknown.day)
    page.table.choose_row(0)
    with qtbot.waitSignal(page.notice) as told:
        press(page, "R")
    assert told.args == ["There is no request “gone” in this inspection."]
    assert listed(page) == ["R-001"]


def test_a_place_names_a_request_or_the_item_it_is_for(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    for selected, row in (("r2", 2), ("W3.E5", 1), ("W7.E2", 0)):
        page.show_place(Place("requests", selected=selected))
        qtbot.waitUntil(lambda row=row: page.table.currentIndex().row() == row)  # type: ignore[misc]


def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    assert unnamed(page) == []
    page.table.choose_row(1)
    named = {button.accessibleName() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert named >= {"W3.E5: Gathered", "W3.E5: Not held", "W3.E5: Give it a number"}


def test_the_reason_is_a_field_of_one_lines_width_in_a_wide_window(
    qtbot: QtBot, opened: Opened, page: RequestsPage, clock: HandClock
) -> None:
    three_asked(qtbot, opened, clock)
    page.resize(1900, 900)
    show(qtbot, page, ASKED)
    qtbot.waitUntil(page.reason.isVisible)
    assert 0 < page.reason.width() <= page.fontMetrics().averageCharWidth() * MOST_CHARACTERS


def is_listed(page: RequestsPage, words: str) -> bool:
    return words in [cells(page, row)[1] for row in range(page.requests.rowCount())]


def test_once_a_request_is_made_the_keys_are_the_rows_again_and_its_row_is_the_current_one(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ["R-001", "W3.E5", "R-002"])
    for at, words in enumerate(("Fire safety audit", "Rota of the wards"), 3):
        page.new_request.asked_for.setFocus()
        QTest.keyClicks(page.new_request.asked_for, words)
        QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(is_listed, page, words))
        qtbot.waitUntil(page.table.hasFocus)
        assert page.present_place().selected == page.requests.asked_at(at).key  # type: ignore[union-attr]


def test_the_first_request_made_has_the_focus(qtbot: QtBot, page: RequestsPage) -> None:
    show(qtbot, page, [])
    page.activateWindow()
    page.new_request.asked_for.setFocus()
    QTest.keyClicks(page.new_request.asked_for, "Fire safety audit")
    QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Return)
    qtbot.waitUntil(page.table.hasFocus)
    assert listed(page) == ["R-001"]


def test_esc_leaves_the_line_and_keeps_what_is_typed(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ["R-001", "W3.E5", "R-002"])
    page.new_request.due.setFocus()
    QTest.keyClicks(page.new_request.asked_for, "Half a request")
    QTest.keyClick(page.new_request.due, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.new_request.asked_for.text() == "Half a request"


def test_an_item_that_is_not_in_the_framework_gets_the_caret_and_the_refusal_goes_once_it_is_put_right(
    qtbot: QtBot, page: RequestsPage
) -> None:
    show(qtbot, page, [])
    line = page.new_request
    said: list[str] = []
    page.notice.connect(said.append)
    QTest.keyClicks(line.asked_for, "Fire safety audit")
    QTest.keyClicks(line.node, "w9.1")
    line.due.setFocus()
    QTest.keyClick(line.due, Qt.Key.Key_Return)
    qtbot.waitUntil(line.node.hasFocus)
    assert line.node.selectedText() == "w9.1"
    assert "“W9.1” is not in this inspection's framework" in said[0]
    QTest.keyClicks(line.node, "W7.E1")
    QTest.keyClick(line.node, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(page) == ["R-001"] and said[1:] == [""])


def test_a_request_that_is_made_is_said_with_its_number(qtbot: QtBot, page: RequestsPage) -> None:
    page.show()
    page.new_request.asked_for.setText("Rota of the night shifts")
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Return)
    assert told.args == ["R-001 is made"]


def test_what_is_said_of_the_chosen_one_holds_the_days_that_narrow_columns_give_way_to(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_asked(qtbot, opened, clock)
    show(qtbot, page, ASKED)
    page.table.choose_row(0)
    assert "made Tue 24 Nov, due Fri 20 Nov" in page.details.told
