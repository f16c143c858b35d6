"""Keys pressed right after Enter mark the next line: the empty composer says so, and how to reach the line just written."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.ui.session.desk import PANEL, Desk
from wellled_desktop.ui.pages.session.keys import session_shortcuts
from wellled_desktop.ui.pages.session.next_line_words import JUST_WRITTEN_SECONDS

Key = Qt.Key
USUAL = "New line: Enter keeps it"


def told(desk: Desk) -> str:
    """What is seen in the field: only while there is nothing in it."""
    assert desk.text == ""
    return desk.page.composer.edit.placeholderText()


def places(desk: Desk) -> tuple[QRect, ...]:
    page = desk.page
    return (
        page.lines.geometry(),
        page.composer.geometry(),
        page.composer.edit.geometry(),
        page.composer.strip.geometry(),
    )


def test_a_key_right_after_enter_says_which_line_it_marks_and_moves_nothing(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    before = places(desk)
    assert told(desk) == USUAL
    desk.press(Key.Key_F7)
    assert told(desk) == "Next line: claim. For the one just written: Up, F7, Enter"
    assert desk.page.composer.mode.isHidden()
    assert desk.page.composer.message.isHidden()
    QTest.qWait(1)
    assert places(desk) == before
    assert desk.page.composer.edit.hasFocus()
    assert not desk.lines()[0].claim


def test_the_keys_it_names_mark_the_line_just_written(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    desk.press(Key.Key_F7)
    desk.press(Key.Key_F7)
    assert told(desk) == USUAL
    desk.press(Key.Key_F7)
    desk.press(Key.Key_F3)
    assert told(desk) == "Next line: seen, claim. For the one just written: Up, F3, F7, Enter"
    for key in (Key.Key_Up, Key.Key_F3, Key.Key_F7, Key.Key_Return):
        desk.press(key)
    desk.until(lambda: desk.lines()[0].claim)
    assert (desk.lines()[0].line_type, len(desk.lines())) == ("seen", 1)
    assert told(desk) == "Next line: seen, claim"
    desk.press(Key.Key_F7)
    desk.press(Key.Key_F2)
    assert told(desk) == USUAL
    desk.wait_until_shown()


def test_a_mark_for_the_next_line_is_named_until_that_line_is_kept(desk: Desk) -> None:
    desk.press(Key.Key_F10)
    assert told(desk) == "Next line: points the other way"
    desk.press(Key.Key_F8)
    assert told(desk) == "Next line: concern, points the other way"
    desk.press(Key.Key_F9)
    assert told(desk) == "Next line: strength, points the other way"
    desk.enter("They know the wards.")
    assert desk.lines()[0].weight == "strength"
    assert told(desk) == USUAL


def test_some_seconds_later_nobody_means_the_line_just_written(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    desk.clock.unix_ms += JUST_WRITTEN_SECONDS * 1000 + 1
    desk.press(Key.Key_F7)
    assert told(desk) == "Next line: claim"


def test_what_was_told_is_gone_with_the_first_letter_and_does_not_come_back(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    desk.press(Key.Key_F7)
    desk.type("x")
    desk.press(Key.Key_Backspace)
    assert told(desk) == "Next line: claim"
    desk.enter("All do.")
    assert desk.lines()[1].claim
    assert told(desk) == USUAL


def test_a_key_for_a_line_that_is_begun_selected_or_of_another_session_tells_nothing(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    desk.type("All")
    desk.press(Key.Key_F7)
    for _ in "All":
        desk.press(Key.Key_Backspace)
    assert told(desk) == "Next line: claim"
    desk.enter("Nobody does.")
    desk.press(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Key.Key_F8)
    desk.until(lambda: desk.lines()[1].weight == "concern")
    assert told(desk) == USUAL
    desk.show(PANEL)
    desk.press(Key.Key_F7)
    assert told(desk) == "Next line: claim"


def test_in_a_narrow_window_it_is_cut_to_the_one_line_there_is(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    desk.press(Key.Key_F7)
    edit, whole = desk.page.composer.edit, "Next line: claim. For the one just written: Up, F7, Enter"
    desk.page.resize(800, 700)
    desk.until(lambda: told(desk) != whole)
    assert told(desk).startswith("Next line: claim.")
    assert told(desk).endswith("…")
    assert edit.fontMetrics().horizontalAdvance(told(desk)) < edit.viewport().width()
    desk.page.resize(1040, 700)
    desk.until(lambda: told(desk) == whole)


def test_the_type_that_the_line_just_written_has_already_is_nothing_to_tell(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    desk.press(Key.Key_F2)
    assert told(desk) == USUAL
    desk.press(Key.Key_F5)
    assert told(desk) == "Next line: data. For the one just written: Up, F5, Enter"
    desk.press(Key.Key_F2)
    assert told(desk) == USUAL


def test_a_click_in_the_strip_tells_the_same(desk: Desk) -> None:
    desk.enter("Nobody waits.")
    buttons = desk.page.composer.strip.findChildren(QToolButton)
    concern = next(one for one in buttons if one.property("word") == "concern")
    QTest.mouseClick(concern, Qt.MouseButton.LeftButton)
    assert told(desk) == "Next line: concern. For the one just written: Up, F8, Enter"


@pytest.mark.parametrize("key", [Key.Key_F4, Key.Key_F9])
def test_while_a_line_is_changed_the_field_says_nothing_of_the_next_one(desk: Desk, key: Qt.Key) -> None:
    desk.enter("Nobody waits.")
    desk.press(Key.Key_Up)
    desk.press(key)
    desk.page.composer.edit.selectAll()
    desk.press(Key.Key_Delete)
    assert told(desk) == ""
    desk.press(Key.Key_Escape)
    assert told(desk) == USUAL


def test_tool_tips_and_the_list_of_keys_say_which_line_is_meant(desk: Desk) -> None:
    words = "For the next line only, or the one being changed or selected"
    buttons = [one for one in desk.page.composer.strip.findChildren(QToolButton) if one.property("key")]
    assert len(buttons) == 9
    assert {one.accessibleDescription() for one in buttons} == {words}
    assert all(one.toolTip().endswith(f"({one.property('key')})\n{words}") for one in buttons)
    up = next(one for one in session_shortcuts() if one.keys == "Up")
    assert "F2 to F10 then change what it is" in up.what
