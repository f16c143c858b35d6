"""The evening meeting by keyboard: a whole one of eight KLOEs, each outcome and what it becomes, and nobody is named."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.corroboration.conftest import CHIEF, SECRETS, ShowPage, press, record, shown
from wellled_desktop.inspection.commands import EndSession, StartSession, WriteLine
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.store import talk_reading, weighing_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.corroboration.ask_dialog import AskDialog
from wellled_desktop.ui.pages.corroboration.clock import MeetingClock, minutes_each
from wellled_desktop.ui.pages.corroboration.page import CorroborationPage
from wellled_desktop.ui.places import Place

KEY = Qt.Key


def outcomes(opened: Opened) -> tuple[CorroborationOutcome, ...]:
    return opened.bridge.read_now(weighing_reading.outcomes)


def current(page: CorroborationPage) -> Item:
    item = page.item
    assert item is not None
    return item


def decide(qtbot: QtBot, page: CorroborationPage, key: Qt.Key) -> None:
    with qtbot.waitSignals([page.presenter.decided, page.presenter.agenda_read], timeout=10_000):
        press(page, key)


def dialog(qtbot: QtBot, page: CorroborationPage) -> AskDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(AskDialog)), timeout=10_000)
    return next(one for one in page.findChildren(AskDialog) if one.isVisible())


def give(qtbot: QtBot, page: CorroborationPage, asked: AskDialog) -> None:
    with qtbot.waitSignals([page.presenter.decided, page.presenter.agenda_read], timeout=10_000):
        QTest.keyClick(asked.fields[0], KEY.Key_Return)


def to(page: CorroborationPage, key: str) -> None:
    page.items.choose(page.items.rows.row_of(key))


def test_a_whole_meeting_of_eight_kloes_is_held_by_keys(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    assert page.head.title.text() == "W1  Leadership"
    weighed = 0
    for kloe in range(8):
        assert page.kloe == kloe
        agenda = page.agenda
        assert agenda is not None
        for _ in range(agenda.undecided):
            assert current(page).outcome is None
            decide(qtbot, page, KEY.Key_E)
            weighed += 1
        assert page.agenda is not None
        assert page.agenda.undecided == 0
        assert page.head.buttons[kloe].text() == f"W{kloe + 1} ✓"
        press(page, KEY.Key_Right if kloe % 2 else KEY.Key_PageDown)
    assert page.kloe == 7
    found = outcomes(recorded)
    assert len(found) == weighed >= 46
    assert {one.outcome for one in found} == {"enough"}
    assert "W8" in page.head.title.text()


def test_who_and_when_stand_on_what_was_decided_and_the_next_is_current(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    assert current(page).key == "new today W1"
    decide(qtbot, page, KEY.Key_E)
    assert current(page).key == "contradicted W1.1"
    assert f"✓ Enough. {AUTHOR}, " in shown(page)


def test_what_lies_behind_stands_beside_it_and_nobody_is_named(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    to(page, "contradicted W1.1")
    qtbot.waitUntil(lambda: "[name] told [name] it is not." in shown(page), timeout=10_000)
    assert "S-01 l.1 · said · strength · one of the executives" in shown(page)
    assert "points the other way · one of the staff" in shown(page)
    labels = [one.text() for one in page.findChildren(QLabel)]
    everything = "\n".join((shown(page), *labels)).casefold()
    assert [secret for secret in SECRETS if secret.casefold() in everything] == []


def test_no_name_stands_in_what_is_proposed_either(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    record(
        qtbot,
        recorded,
        WriteLine("claim", "s1", "Quillfinch knows every nurse.", speaker=CHIEF, tags=("W1.2",), claim=True),
    )
    page = show_page(recorded)
    to(page, "claim without proof W1.2")
    qtbot.waitUntil(lambda: "[name] knows every nurse." in shown(page), timeout=10_000)
    press(page, KEY.Key_Q)
    asked = dialog(qtbot, page)
    assert asked.fields[0].text() == "What shows that “[name] knows every nurse”?"
    words = [asked.sessions.itemText(at) for at in range(asked.sessions.count())]
    assert sorted(word.split(",")[0].split(":")[0] for word in words) == ["S-03"]
    assert "Quillfinch" not in "\n".join(words)
    QTest.keyClick(asked, KEY.Key_Escape)
    assert outcomes(recorded) == ()


def test_r_makes_a_request_and_one_undo_takes_back_both(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    to(page, "contradicted W1.1")
    press(page, KEY.Key_R)
    asked = dialog(qtbot, page)
    assert asked.fields[0].text().startswith("Evidence on: ")
    asked.fields[1].setText("company secretary")
    with qtbot.waitSignal(recorded.bridge.done, timeout=10_000) as done:
        give(qtbot, page, asked)
    (request,) = recorded.bridge.read_now(talk_reading.requests)
    (outcome,) = outcomes(recorded)
    assert (request.ref, request.node, request.asked_of) == ("R-001", "W1.1", "company secretary")
    assert (outcome.outcome, outcome.request) == ("find more", request.id)
    assert "→ Find more: R-001: Evidence on: " in shown(page)
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        recorded.bridge.do(*done.args[0].undo)
    assert outcomes(recorded) == ()
    (request,) = recorded.bridge.read_now(talk_reading.requests)
    assert request.state == "withdrawn"


def test_q_puts_a_question_on_the_sheet_of_the_chosen_session(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    to(page, "contradicted W1.1")
    press(page, KEY.Key_Q)
    asked = dialog(qtbot, page)
    asked.sessions.setCurrentIndex(asked.sessions.findData("s3"))
    give(qtbot, page, asked)
    (question,) = recorded.bridge.read_now(partial(talk_reading.questions, session_id="s3"))
    assert (question.node, question.origin) == ("W1.1", "contradiction")
    assert "→ Find more: a question for S-03: " in shown(page)


def test_with_no_session_to_come_q_says_so(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    record(qtbot, recorded, *(command(one) for one in ("s1", "s2", "s3") for command in (StartSession, EndSession)))
    page = show_page(recorded)
    with qtbot.waitSignal(page.notice, timeout=10_000) as told:
        press(page, KEY.Key_Q)
    assert told.args[0].startswith("No session is still to come")


def test_d_drops_with_a_reason_and_not_without_one(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_D)
    asked = dialog(qtbot, page)
    assert not asked.problem.isVisible()
    QTest.keyClick(asked.fields[0], KEY.Key_Return)
    assert asked.problem.isVisible()
    assert asked.problem.text().startswith("“Why it is dropped” is still empty, so nothing is decided yet.")
    assert outcomes(recorded) == ()
    asked.fields[0].setText("Quillfinch settled it")
    assert not asked.problem.isVisible()
    give(qtbot, page, asked)
    assert outcomes(recorded)[0].reason == "Quillfinch settled it"
    assert "– Dropped: [name] settled it" in shown(page)


def test_backspace_takes_back_the_outcome_with_the_request_it_became(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_R)
    give(qtbot, page, dialog(qtbot, page))
    to(page, "new today W1")
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        press(page, KEY.Key_Backspace)
    assert outcomes(recorded) == ()
    assert [one.state for one in recorded.bridge.read_now(talk_reading.requests)] == ["withdrawn"]
    assert current(page).key == "new today W1"


def test_deciding_anew_takes_the_place_of_what_was_decided(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_D)
    asked = dialog(qtbot, page)
    asked.fields[0].setText("settled")
    give(qtbot, page, asked)
    to(page, "new today W1")
    decide(qtbot, page, KEY.Key_E)
    assert [one.outcome for one in outcomes(recorded)] == ["enough"]


def test_what_is_recorded_meanwhile_comes_at_the_end_and_nothing_jumps(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    to(page, "contradicted W1.1")
    agenda = page.agenda
    assert agenda is not None
    before = [item.key for item in agenda.items]
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        recorded.bridge.do(WriteLine("x1", "s1", "A new one.", speaker=CHIEF, tags=("W1.2",)))
    assert page.agenda is not None
    assert [item.key for item in page.agenda.items] == [*before, "one source only W1.2"]
    assert current(page).key == "contradicted W1.1"
    gone = next(item for item in page.agenda.items if item.key == "nothing yet W1.2")
    assert gone.over
    assert "No longer so" in shown(page)


def test_full_screen_is_asked_for_and_given_back_also_when_one_leaves(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    small = page.items.font().pointSizeF()
    for keys in ((KEY.Key_F, KEY.Key_Escape), (KEY.Key_F11, KEY.Key_F)):
        with qtbot.waitSignal(page.whole_screen) as told:
            press(page, keys[0])
        assert told.args == [True]
        assert page.items.font().pointSizeF() > small
        with qtbot.waitSignal(page.whole_screen) as told:
            press(page, keys[1])
        assert told.args == [False]
    press(page, KEY.Key_F)
    with qtbot.waitSignal(page.whole_screen) as told:
        page.leave()
    assert told.args == [False]
    assert page.items.font().pointSizeF() == small


def test_p_goes_to_the_minutes_and_the_place_is_kept(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded, "W3.1")
    assert page.head.title.text() == "W3  Culture"
    assert page.present_place() == Place("corroboration", "2026-11-24", "W3.1")
    with qtbot.waitSignal(page.go) as gone:
        press(page, KEY.Key_P)
    assert gone.args == [Place("reports", "2026-11-24", "minutes")]


def test_buttons_do_what_their_keys_do(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    assert not page.bar.buttons[KEY.Key_Backspace].isEnabled()
    with qtbot.waitSignals([page.presenter.decided, page.presenter.agenda_read], timeout=10_000):
        page.bar.buttons[KEY.Key_E].click()
    page.head.buttons[2].click()
    assert page.kloe == 2
    press(page, KEY.Key_Left, KEY.Key_PageUp, KEY.Key_Left)
    assert page.kloe == 0
    assert {one.keys for one in page.shortcuts()} >= {"E", "R", "Q", "D", "Backspace", "F", "P"}


def test_a_key_held_down_decides_once_and_other_keys_are_not_the_meeting_s(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, KEY.Key_E, Qt.KeyboardModifier.NoModifier, "e", autorep=True)
    page.keyPressEvent(held)
    press(page, KEY.Key_X)
    QTest.keyClick(page.items, KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    answered: list[bool] = []
    recorded.bridge.finish(page, lambda: answered.append(True))
    qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    assert outcomes(recorded) == ()


def test_an_empty_inspection_has_every_prompt_to_weigh_as_nothing_yet(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened)
    assert current(page).key == "nothing yet W1.1"
    qtbot.waitUntil(lambda: "Nothing yet." in shown(page), timeout=10_000)
    assert "Not every prompt needs something." in shown(page)


def test_a_kloe_with_nothing_left_says_what_was_settled(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    agenda = page.agenda
    assert agenda is not None
    for _ in range(agenda.undecided):
        decide(qtbot, page, KEY.Key_E)
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        page.show_place(Place("corroboration", "2026-11-25", "W1"))
    assert page.item is None
    assert "settled earlier" in page.head.position.text()
    assert page.prompt.startswith("Nothing has changed here since an earlier evening.")
    press(page, KEY.Key_E)
    assert not page.bar.buttons[KEY.Key_E].isEnabled()


# The clock


def test_the_clock_begins_with_the_first_step_and_counts_whole_minutes() -> None:
    clock = MeetingClock()
    clock.pass_seconds("W1", 90)
    assert clock.minutes() == 0
    clock.begin()
    clock.pass_seconds("W1", 90)
    clock.pass_seconds("W2", 60)
    assert (clock.minutes("W1"), clock.minutes("W2"), clock.minutes()) == (1, 1, 2)


@pytest.mark.parametrize(("kloes", "each"), [(8, "5½"), (1, "45"), (0, "45"), (9, "5")])
def test_three_quarters_of_an_hour_are_shared_by_the_kloes(kloes: int, each: str) -> None:
    assert minutes_each(kloes) == each


def test_tab_reaches_the_lines_behind_and_the_list_of_keys_says_so(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    qtbot.waitUntil(lambda: page.behind.rows.rowCount() > 1, timeout=10_000)
    QTest.keyClick(page.items, KEY.Key_Tab)
    assert page.focusWidget() is page.behind
    press_behind = partial(QTest.keyClick, page.behind)
    press_behind(KEY.Key_Down)
    assert page.behind.currentIndex().isValid()
    press_behind(KEY.Key_Backtab)
    assert page.focusWidget() is page.items
    assert "Tab" in {one.keys for one in page.shortcuts()}


def test_the_clock_is_quiet_and_says_both(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    assert page.head.clock.text() == "45 minutes for all, 5½ each"
    press(page, KEY.Key_Right)
    page.clock.pass_seconds("W2", 250)
    qtbot.waitUntil(lambda: page.head.clock.text() == "W2: 4 of 5½ min · meeting: 4 of 45 min", timeout=5_000)
