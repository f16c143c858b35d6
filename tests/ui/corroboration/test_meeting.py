"""The evening meeting by keyboard: a whole one of eight KLOEs, each outcome and what it becomes, and nobody is named."""

import datetime as dt
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.corroboration.conftest import CHIEF, SECRETS, TUESDAY, ShowPage, press, record, shown
from wellled_desktop.inspection.commands import EndSession, StartSession, WriteLine
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.store import talk_reading, weighing_reading
from wellled_desktop.ui.kit.words import short_day
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.corroboration.ask_dialog import AskDialog
from wellled_desktop.ui.pages.corroboration.clock import MeetingClock, minutes_each
from wellled_desktop.ui.pages.corroboration.day_dialog import DayDialog
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
    assert asked.fields[0].text().endswith("actions needed to address them? What shows that?")
    assert "nurse" not in asked.fields[0].text()
    assert asked.fields[0].textCursor().position() == 0
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
    assert asked.fields[0].text().startswith("What the trust holds to answer “")
    asked.fields[1].setText("company secretary")
    with qtbot.waitSignal(recorded.bridge.done, timeout=10_000) as done:
        give(qtbot, page, asked)
    (request,) = recorded.bridge.read_now(talk_reading.requests)
    (outcome,) = outcomes(recorded)
    assert (request.ref, request.node, request.asked_of) == ("R-001", "W1.1", "company secretary")
    assert (outcome.outcome, outcome.request) == ("find more", request.id)
    assert "→ Find more: R-001, asked of company secretary: What the trust holds to answer “" in shown(page)
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


def test_r_begins_with_of_whom_each_time_and_a_role_that_is_typed_takes_the_place_of_the_proposed(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_R)
    asked = dialog(qtbot, page)
    assert asked.focusWidget() is asked.fields[1]
    QTest.keyClick(asked.fields[0], KEY.Key_Return)
    assert asked.problem.isVisible()
    assert asked.problem.text().startswith("“Of whom, by role” is still empty, so nothing is decided yet.")
    assert outcomes(recorded) == ()
    asked.fields[1].setText("company secretary")
    assert not asked.problem.isVisible()
    give(qtbot, page, asked)
    press(page, KEY.Key_R)
    asked = dialog(qtbot, page)
    assert asked.fields[1].text() == "company secretary"
    assert asked.focusWidget() is asked.fields[1]
    QTest.keyClicks(asked.fields[1], "medical director")
    assert asked.fields[1].text() == "medical director"
    assert asked.fields[0].text().startswith("What the trust holds ")
    asked.reject()


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
    asked = dialog(qtbot, page)
    asked.fields[1].setText("company secretary")
    give(qtbot, page, asked)
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


def test_in_full_screen_a_notice_is_said_on_the_page_and_esc_closes_it_first(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    record(qtbot, recorded, *(command(one) for one in ("s1", "s2", "s3") for command in (StartSession, EndSession)))
    page = show_page(recorded)
    press(page, KEY.Key_F, KEY.Key_Q)
    qtbot.waitUntil(page.head.notice.isVisible, timeout=10_000)
    assert page.head.notice.text().startswith("No session is still to come")
    assert page.head.notice.font().pointSizeF() > page.font().pointSizeF()
    assert not page.head.position.isVisible()
    with qtbot.assertNotEmitted(page.whole_screen):
        press(page, KEY.Key_Escape)
    assert not page.head.notice.isVisible()
    assert page.head.position.isVisible()
    with qtbot.waitSignal(page.whole_screen) as told:
        press(page, KEY.Key_Escape)
    assert told.args == [False]


@pytest.mark.parametrize("key", [KEY.Key_E, KEY.Key_D, KEY.Key_Down, KEY.Key_Right, KEY.Key_A])
def test_in_full_screen_a_notice_goes_with_the_next_key(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage, key: Qt.Key
) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_F)
    page.telling.tell("No session is still to come.")
    assert page.head.notice.isVisible()
    press(page, key)
    assert not page.head.notice.isVisible()
    assert page.head.position.isVisible()
    for asked in page.findChildren(AskDialog):
        asked.reject()


def test_in_full_screen_a_refusal_is_said_on_the_page(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_F)
    with qtbot.assertNotEmitted(recorded.bridge.refused):
        page.presenter.drop(current(page), "")
        qtbot.waitUntil(page.head.notice.isVisible, timeout=10_000)
    assert "An item is dropped with a reason" in page.head.notice.text()
    page.leave()
    assert not page.head.notice.isVisible()


def test_in_full_screen_p_goes_to_the_minutes_when_it_is_pressed_again(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    press(page, KEY.Key_F)
    with qtbot.assertNotEmitted(page.go):
        press(page, KEY.Key_P)
        assert "P again goes there" in page.head.notice.text()
        press(page, KEY.Key_Down, KEY.Key_Right, KEY.Key_P)
    with qtbot.waitSignal(page.go) as gone:
        press(page, KEY.Key_P)
    assert gone.args == [Place("reports", TUESDAY, "minutes")]


@pytest.mark.parametrize(("chosen", "stays_at_top"), [(1, True), (-1, False)])
def test_leaving_full_screen_leaves_the_item_in_view_and_the_list_where_it_was(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage, chosen: int, stays_at_top: bool
) -> None:
    page = show_page(recorded)
    page.resize(1040, 4000)
    press(page, KEY.Key_F)
    qtbot.waitUntil(lambda: page.items.height() > 3000, timeout=5_000)
    page.items.choose(chosen % page.items.rows.rowCount())
    press(page, KEY.Key_Escape)
    page.resize(1040, 600)
    bar = page.items.verticalScrollBar()
    qtbot.waitUntil(lambda: page.items.height() < 600 and bar.maximum() > 0, timeout=5_000)
    assert (bar.value() == 0) is stays_at_top
    assert page.items.viewport().rect().contains(page.items.visualRect(page.items.currentIndex()))


def test_t_goes_to_another_day_by_keys(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    decide(qtbot, page, KEY.Key_E)
    press(page, KEY.Key_T)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(DayDialog)), timeout=10_000)
    (asked,) = page.findChildren(DayDialog)
    present = asked.days.currentItem()
    assert present.text() == "Tuesday 24 November 2026 · 1 outcome"
    QTest.keyClick(asked.days, KEY.Key_Down)
    with qtbot.waitSignal(page.go) as gone:
        QTest.keyClick(asked.days, KEY.Key_Return)
    assert gone.args == [Place("corroboration", "2026-11-25", "W1")]
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        page.show_place(gone.args[0])
    assert page.head.position.text().startswith("Wednesday 25 November 2026.")
    assert current(page).key == "contradicted W1.1"


def test_what_is_decided_is_of_the_day_talked_about_whatever_the_calendar_says(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    page = show_page(recorded)
    with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
        page.show_place(Place("corroboration", "2026-11-26", "W1"))
    decide(qtbot, page, KEY.Key_E)
    (outcome,) = outcomes(recorded)
    assert outcome.day == dt.date(2026, 11, 26) > outcome.recorded_at.date()
    recorded_on = short_day(outcome.recorded_at.astimezone().date())
    assert f"✓ Enough. {AUTHOR}, {recorded_on} " in shown(page)


def test_of_what_is_new_so_many_of_all_are_told_and_a_shows_the_rest(
    qtbot: QtBot, recorded: Opened, show_page: ShowPage
) -> None:
    record(
        qtbot,
        recorded,
        *(
            WriteLine(f"m{at}", "s1", f"Line {at}.", speaker=CHIEF, tags=("W1.1",), weight="concern")
            for at in range(10)
        ),
    )
    page = show_page(recorded)
    to(page, "new today W1")
    qtbot.waitUntil(lambda: "6 of 12 lines. A shows all" in shown(page), timeout=10_000)
    assert page.bar.buttons[KEY.Key_A].isEnabled()
    QTest.keyClick(page.items, KEY.Key_Tab)
    QTest.keyClick(page.behind, KEY.Key_Down)
    marked = page.behind.rows.row_at(page.behind.currentIndex().row())
    QTest.keyClick(page.behind, KEY.Key_A)
    qtbot.waitUntil(lambda: "12 lines" in shown(page) and "of 12 lines" not in shown(page), timeout=10_000)
    assert page.behind.rows.rowCount() >= 13
    assert page.behind.rows.row_at(page.behind.currentIndex().row()) == marked
    assert page.bar.buttons[KEY.Key_A].text() == "A  Fewer lines"
    QTest.keyClick(page.behind, KEY.Key_A)
    qtbot.waitUntil(lambda: "6 of 12 lines" in shown(page), timeout=10_000)
    press(page, KEY.Key_A)
    to(page, "contradicted W1.1")
    assert not page.beside.whole
    press(page, KEY.Key_A)  # before it is known how much there is
    qtbot.waitUntil(lambda: "12 lines" in shown(page), timeout=10_000)
    assert page.beside.whole
    press(page, KEY.Key_Right, KEY.Key_Right)
    qtbot.waitUntil(lambda: "2 lines" in shown(page), timeout=10_000)
    press(page, KEY.Key_A)  # all there is is told
    assert not page.beside.whole


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
    assert [index.row() for index in page.behind.selectedIndexes()] == [1]
    press_behind = partial(QTest.keyClick, page.behind)
    press_behind(KEY.Key_Down)
    assert [index.row() for index in page.behind.selectedIndexes()] == [2]
    press_behind(KEY.Key_Backtab)
    assert page.focusWidget() is page.items
    assert "Tab" in {one.keys for one in page.shortcuts()}


def test_the_clock_is_quiet_and_says_both(qtbot: QtBot, recorded: Opened, show_page: ShowPage) -> None:
    page = show_page(recorded)
    assert page.head.clock.text() == "45 minutes for all, 5½ each"
    press(page, KEY.Key_Right)
    page.clock.pass_seconds("W2", 250)
    qtbot.waitUntil(lambda: page.head.clock.text() == "W2: 4 of 5½ min · meeting: 4 of 45 min", timeout=5_000)
