"""What a key at the table means: the line just written is pinned, Tab goes on, the lines are one key away, nobody is dropped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from tests.ui.session.test_follow_up import concerns, focused, into, pin_and_go_to_log
from wellled_desktop.inspection.commands import LogTelling, PinConcern, WriteLine

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CORRIDOR = "A patient is alone in the corridor."


def pinned(desk: Desk) -> list[int]:
    return sorted(one.line.number for one in concerns(desk))


def shown_keys(desk: Desk) -> dict[str, str]:
    return {one.keys: one.what for one in desk.page.shortcuts()}


# Immediate concerns


def test_the_line_just_written_is_pinned_although_another_was_pinned_before(desk: Desk) -> None:
    desk.enter("The first.")
    desk.do(PinConcern(desk.lines()[0].id))
    desk.until(desk.page.side.concerns.isVisible)
    desk.enter(CORRIDOR)
    pin_and_go_to_log(desk)
    assert pinned(desk) == [1, 2]
    into(desk, "chief nurse")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: {one.line.number: len(one.tellings) for one in concerns(desk)} == {1: 0, 2: 1})


def test_the_refusal_goes_once_a_line_is_pinned(desk: Desk) -> None:
    desk.press(Qt.Key.Key_I, CTRL)
    assert "Ctrl+I pins it" in desk.page.composer.mode.text()
    desk.enter(CORRIDOR)
    desk.press(Qt.Key.Key_I, CTRL)
    desk.until(lambda: pinned(desk) == [1])
    assert "Ctrl+I pins it" not in desk.page.composer.mode.text()


def test_the_line_that_is_being_changed_is_pinned_and_its_change_goes_on(desk: Desk) -> None:
    desk.enter("The first.")
    desk.page.lines.select_line(desk.lines()[0].id)
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.type(" And more.")
    pin_and_go_to_log(desk)
    assert pinned(desk) == [1]
    desk.press(Qt.Key.Key_Escape)
    assert focused(desk) is desk.page.composer.edit
    assert desk.text == "The first. And more."


def test_in_a_session_opened_again_the_key_leads_to_the_last_log(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("l1", SESSION, CORRIDOR), WriteLine("l2", SESSION, "And so on."), PinConcern("l1"))
    desk.show()
    desk.until(desk.page.side.concerns.isVisible)
    desk.press(Qt.Key.Key_I, CTRL)
    assert desk.page.side.concerns.who.hasFocus()
    assert pinned(desk) == [1]


def test_tab_leads_from_who_over_when_to_the_reply_which_is_kept(desk: Desk) -> None:
    desk.type(CORRIDOR)
    pin_and_go_to_log(desk)
    panel = desk.page.side.concerns
    into(desk, "chief nurse")
    desk.press(Qt.Key.Key_Tab)
    assert focused(desk) in (panel.when, panel.when.lineEdit())
    desk.press(Qt.Key.Key_Tab)
    assert panel.reply.hasFocus()
    into(desk, "On her way.")
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    assert panel.who.hasFocus()
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [one.reply for one in concerns(desk)[0].tellings] == ["On her way."])


def test_who_has_not_replied_is_named_and_who_has_is_said_to_have(desk: Desk) -> None:
    desk.enter(CORRIDOR)
    line, panel = desk.lines()[0].id, desk.page.side.concerns
    desk.do(PinConcern(line), LogTelling("t1", line, "chief executive", desk.now()))
    desk.do(LogTelling("t2", line, "chief nurse", desk.now(), "On her way."))
    desk.until(lambda: len(panel.log.rows) == 2)
    time = f"{desk.now().astimezone():%H:%M}"
    assert panel.pinned.rows[0].quiet == f"told chief executive, {time}, no reply yet; chief nurse, {time}, replied"
    desk.do(LogTelling("t3", line, "chair", desk.now()))
    desk.until(lambda: len(panel.log.rows) == 3)
    first, second = panel.pinned.rows[0].quiet.split("; ")
    assert (first, second) == (f"told chair, {time}, no reply yet", f"chief executive, {time}, no reply yet")
    desk.do(LogTelling("t4", line, "governor", desk.now()))
    desk.until(lambda: len(panel.log.rows) == 4)
    assert panel.pinned.rows[0].quiet == f"told governor, {time}, no reply yet; 2 others, no reply yet"


# To the lines


def test_shift_tab_leads_to_the_last_line_and_f1_says_so(desk: Desk) -> None:
    desk.enter("The first.")
    desk.enter("The second.")
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    assert desk.page.lines.hasFocus()
    line = desk.page.lines.selected_line()
    assert line is not None
    assert line.number == 2
    assert "to the lines" in shown_keys(desk)["Shift+Tab"]
    assert "starts the session" in shown_keys(desk)["Return"]
    assert "just written" in shown_keys(desk)["Ctrl+I"]
    assert "again: who was told" in shown_keys(desk)["Ctrl+I"]


def test_shift_up_in_the_empty_composer_changes_nothing(desk: Desk) -> None:
    desk.enter("The first.")
    desk.press(Qt.Key.Key_Up, SHIFT)
    assert (desk.text, desk.page.composer.amending) == ("", None)
    desk.press(Qt.Key.Key_Up)
    assert desk.text == "The first."


# Who speaks


def test_a_type_without_a_speaker_says_so_and_the_speaker_comes_back(desk: Desk) -> None:
    desk.enter("We walk the wards.")
    desk.press(Qt.Key.Key_F4)
    assert desk.page.composer.mode.text().startswith(
        "This type of line has no speaker; whoever was chosen speaks again"
    )
    desk.press(Qt.Key.Key_F2)
    assert "no speaker" not in desk.page.composer.mode.text()
    desk.press(Qt.Key.Key_F4)
    desk.enter("Minutes of October.")
    desk.press(Qt.Key.Key_F2)
    desk.enter("We read them.")
    assert [line.speaker for line in desk.lines()] == ["ceo", None, "ceo"]


def test_with_nobody_chosen_a_type_without_a_speaker_says_nothing(desk: Desk) -> None:
    desk.page.composer.choose_speaker(None)
    desk.press(Qt.Key.Key_F4)
    assert "no speaker" not in desk.page.composer.mode.text()


# Tidy up


@pytest.mark.parametrize("key", ["Space", "Backspace", "C", "Esc"])
def test_f1_in_tidy_up_lists_the_keys_of_tidy_up(desk: Desk, key: str) -> None:
    desk.enter("Good morning.")
    QTest.keyClick(desk.page, Qt.Key.Key_T, CTRL | SHIFT)
    desk.until(desk.page.tidy.view.isVisible)
    assert key in shown_keys(desk)
    assert "F2" not in shown_keys(desk)
    desk.press(Qt.Key.Key_Escape)
    assert "F2" in shown_keys(desk)
