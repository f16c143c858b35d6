"""What was asked of the trust: in order of age, with the reason, and what became of it."""

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
from tests.ui.kloe.records import record
from wellled_desktop.inspection.commands import SetEvidenceState
from wellled_desktop.inspection.read_models import EvidenceItemState
from wellled_desktop.inspection.words import EvidenceState
from wellled_desktop.store import reading
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.kit.state_keys import LETTERS
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.places import Place


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> Iterator[RequestsPage]:
    """The page, not yet shown."""
    made = RequestsPage(opened)
    made.resize(1040, 760)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def nodes(page: RequestsPage) -> list[str]:
    requests = (page.requests.request_at(row) for row in range(page.requests.rowCount()))
    return [request.node for request in requests if request is not None]


def show(qtbot: QtBot, page: RequestsPage, expected: list[str]) -> None:
    page.show()
    page.show_place(Place("requests"))
    qtbot.waitUntil(lambda: nodes(page) == expected)


def three_requests(qtbot: QtBot, opened: Opened, clock: HandClock) -> None:
    """Asked an hour apart."""
    for node, reason in (("W3.E5", "asked of the director of people"), ("W1.E2", None), ("W8.E1", None)):
        record(qtbot, opened, SetEvidenceState(node, "requested", reason))
        clock.pass_minutes(60)


def state_of(opened: Opened, node: str) -> EvidenceItemState:
    (state,) = opened.bridge.read_now(partial(reading.evidence_states, node=node))
    found: EvidenceItemState = state
    return found


def test_with_nothing_asked_the_page_says_how_a_request_is_made(qtbot: QtBot, page: RequestsPage) -> None:
    page.show()
    page.show_place(Place("requests"))
    qtbot.waitUntil(lambda: page.facts != "")
    assert page.facts.startswith("Nothing is asked of the trust at present. On a KLOE's page, R on")
    assert not page.table.isVisible()


def test_the_longest_waiting_stands_first_with_reason_since_and_by_whom(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_requests(qtbot, opened, clock)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    cells = [page.requests.data(page.requests.index(0, column)) for column in range(6)]
    assert cells[0] == "W3.E5"
    assert cells[2:4] == ["asked of the director of people", "Tue 24 November"]
    assert cells[5] == "Quillon Inspectorate"
    assert page.facts == "3 items are asked of the trust and not yet here, the longest waiting first."


@pytest.mark.parametrize("state", ["gathered", "not-held", "not-pursued", "none"])
def test_a_key_says_what_became_of_a_request_and_the_next_one_is_chosen(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage, state: EvidenceState
) -> None:
    three_requests(qtbot, opened, clock)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    page.table.choose_row(1)
    QTest.keySequence(page.table, QKeySequence(LETTERS[state]))
    qtbot.waitUntil(lambda: nodes(page) == ["W3.E5", "W8.E1"])
    assert state_of(opened, "W1.E2").state == state
    assert page.present_place() == Place("requests", selected="W8.E1")


def test_a_button_records_the_reason_that_was_given(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_requests(qtbot, opened, clock)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    QTest.keyClicks(page.reason, "held by the commissioner")
    QTest.keyClick(page.buttons["not-held"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: nodes(page) == ["W1.E2", "W8.E1"])
    state = state_of(opened, "W3.E5")
    assert (state.state, state.reason) == ("not-held", "held by the commissioner")
    assert page.reason.text() == ""


def test_enter_opens_the_item_on_its_page(qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage) -> None:
    three_requests(qtbot, opened, clock)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    with qtbot.waitSignal(page.go) as went:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert went.args == [Place("kloe", "W3", "W3.E5")]


def test_a_request_made_while_the_page_is_hidden_is_there_when_it_is_shown(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_requests(qtbot, opened, clock)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    page.hide()
    record(qtbot, opened, SetEvidenceState("W8.E2", "requested"))
    page.show()
    qtbot.waitUntil(lambda: nodes(page)[-1] == "W8.E2")


def test_a_refused_state_leaves_the_request_and_is_said(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_requests(qtbot, opened, clock)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    answered: list[bool] = []
    opened.bridge.ask(page, lambda _connection: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered))  # whatever the page has asked is answered before it
    unknown = msgspec.structs.replace(state_of(opened, "W3.E5"), node="W9.E1")
    page.requests.show_requests((unknown,), unknown.day)
    page.table.choose_row(0)
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(page.table, Qt.Key.Key_G)
    assert told.args == ["“W9.E1” is not a key-evidence item of this inspection's framework."]
    assert nodes(page) == ["W9.E1"]


def test_waiting_is_counted_in_days(qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage) -> None:
    three_requests(qtbot, opened, clock)
    state = state_of(opened, "W3.E5")
    waits = []
    for later in (0, 1, 12):
        page.requests.show_requests((state,), state.day + dt.timedelta(days=later))
        waits.append(page.requests.data(page.requests.index(0, 4)))
    assert waits == ["today", "1 day", "12 days"]


def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, opened: Opened, clock: HandClock, page: RequestsPage
) -> None:
    three_requests(qtbot, opened, clock)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    assert unnamed(page) == []
    assert {button.accessibleName() for button in page.findChildren(QPushButton)} >= {
        "W3.E5: Gathered",
        "W3.E5: Not held",
    }


def test_the_reason_is_a_field_of_one_lines_width_in_a_wide_window(
    qtbot: QtBot, opened: Opened, page: RequestsPage, clock: HandClock
) -> None:
    three_requests(qtbot, opened, clock)
    page.resize(1900, 900)
    show(qtbot, page, ["W3.E5", "W1.E2", "W8.E1"])
    qtbot.waitUntil(page.reason.isVisible)
    assert 0 < page.reason.width() <= page.fontMetrics().averageCharWidth() * MOST_CHARACTERS
