"""Several lines selected by keyboard: tagged, untagged, marked, retyped and retracted together, and taken back by one Undo."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from wellled_desktop.inspection.commands import RetractLine, WriteLine
from wellled_desktop.ui.asked import Done

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def written(unshown_desk: Desk) -> Desk:
    """Five lines, the second tagged, and the list in the focus."""
    desk = unshown_desk
    desk.do(
        *(
            WriteLine(f"l{number}", SESSION, f"Words {number}.", tags=("W1.1",) if number == 2 else ())
            for number in range(1, 6)
        )
    )
    desk.show()
    desk.page.lines.setFocus()
    return desk


def tags(desk: Desk) -> list[tuple[str, ...]]:
    return [line.tags for line in desk.lines()]


def how_many_retracted(desk: Desk, expected: int) -> bool:
    return sum(line.retracted_at is not None for line in desk.lines()) == expected


def select_last_three(desk: Desk) -> None:
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Up, SHIFT)
    desk.press(Qt.Key.Key_Up, SHIFT)
    assert desk.page.lines.selected_rows() == (2, 3, 4)


def type_in_box(desk: Desk, text: str) -> None:
    QTest.keyClicks(desk.page.tag_box.field, text)


def test_shift_and_the_arrows_select_up_and_down_from_where_one_began(written: Desk) -> None:
    select_last_three(written)
    written.press(Qt.Key.Key_Down, SHIFT)
    assert written.page.lines.selected_rows() == (3, 4)
    written.press(Qt.Key.Key_Home, SHIFT)
    assert written.page.lines.selected_rows() == (0, 1, 2, 3, 4)
    written.press(Qt.Key.Key_Down)
    written.press(Qt.Key.Key_Home)
    written.press(Qt.Key.Key_Down, CTRL)
    written.press(Qt.Key.Key_Down, CTRL)
    written.press(Qt.Key.Key_Space, CTRL)
    assert written.page.lines.selected_rows() == (0, 2)
    written.press(Qt.Key.Key_A, CTRL)
    assert len(written.page.lines.selected_rows()) == 5
    written.press(Qt.Key.Key_Up)
    assert len(written.page.lines.selected_rows()) == 1


def test_ctrl_t_tags_all_selected_lines_in_one_step(written: Desk) -> None:
    desk = written
    done: list[Done] = []
    desk.opened.bridge.done.connect(done.append)
    select_last_three(desk)
    assert "3 lines selected" in desk.page.composer.mode.text()
    desk.press(Qt.Key.Key_T, CTRL)
    assert desk.page.tag_box.question == "Tag 3 lines:"
    type_in_box(desk, "succesion")
    assert desk.page.tag_box.field.hasFocus()
    desk.press(Qt.Key.Key_Return)
    taken = desk.page.tag_box.field.text().strip().lstrip("#")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tags(desk) == [(), ("W1.1",), (taken,), (taken,), (taken,)])
    assert desk.page.tag_box.isHidden()
    assert desk.page.lines.hasFocus()
    desk.until(lambda: len(done) == 1)
    desk.do(*done[0].undo)
    assert tags(desk) == [(), ("W1.1",), (), (), ()]


def test_a_minus_takes_a_tag_away_and_several_go_at_once(written: Desk) -> None:
    desk = written
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_T, CTRL)
    assert "W1.1 (1)" in desk.page.tag_box.remark
    desk.page.tag_box.field.clear()
    type_in_box(desk, "w2.3, #W5.1 -W1.1")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tags(desk) == [("W2.3", "W5.1")] * 5)
    desk.wait_until_shown()


def test_a_second_sign_typed_after_the_one_that_stands_there_counts_for_nothing(written: Desk) -> None:
    desk = written
    select_last_three(desk)
    desk.press(Qt.Key.Key_T, CTRL)
    type_in_box(desk, "#digital")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.tag_box.field.text().startswith("#W")
    taken = desk.page.tag_box.field.text().strip("# ")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tags(desk).count((taken,)) == 3)
    desk.wait_until_shown()


def test_what_is_no_tag_is_said_and_nothing_is_recorded(written: Desk) -> None:
    desk = written
    select_last_three(desk)
    desk.press(Qt.Key.Key_T, CTRL)
    type_in_box(desk, "W9.9")
    desk.press(Qt.Key.Key_Return)
    assert "“W9.9” is no id" in desk.page.tag_box.remark
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.tag_box.isHidden()
    assert desk.page.lines.hasFocus()
    assert tags(desk) == [(), ("W1.1",), (), (), ()]


def test_with_nothing_selected_ctrl_t_tags_the_newest_and_goes_back_to_the_composer(written: Desk) -> None:
    desk = written
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.composer.edit.hasFocus()
    desk.press(Qt.Key.Key_T, CTRL)
    assert desk.page.tag_box.question == "Tag l.5:"
    type_in_box(desk, "w3.2")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tags(desk)[4] == ("W3.2",))
    desk.wait_until_shown()
    assert desk.page.composer.edit.hasFocus()


def test_marks_of_many_lines_are_put_on_those_that_lack_them_and_then_taken_off_all(written: Desk) -> None:
    desk = written
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_F8)
    desk.until(lambda: desk.lines()[0].weight == "concern")
    desk.press(Qt.Key.Key_A, CTRL)
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F7, Qt.Key.Key_F10):
        desk.press(key)
    all_three = ("concern", True, True)
    desk.until(lambda: all((one.weight, one.claim, one.points_other_way) == all_three for one in desk.lines()))
    desk.wait_until_shown()
    desk.press(Qt.Key.Key_F8)
    desk.until(lambda: all(line.weight == "neutral" for line in desk.lines()))
    desk.wait_until_shown()


def test_the_type_of_many_old_lines_asks_for_one_reason(written: Desk) -> None:
    desk = written
    desk.clock.pass_minutes(60)
    select_last_three(desk)
    desk.press(Qt.Key.Key_F5)
    assert desk.page.reason.question.startswith("3 lines were written more than ten minutes ago")
    field = desk.page.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "they were on the slide")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [line.line_type for line in desk.lines()] == ["said", "said", "data", "data", "data"])
    desk.wait_until_shown()


def test_many_lines_are_retracted_and_put_back_with_one_reason_each_time(written: Desk) -> None:
    desk = written
    select_last_three(desk)
    desk.press(Qt.Key.Key_Delete)
    assert "3 lines" in desk.page.reason.question
    for reason, retracted in (("said in confidence", 3), ("they agreed to it", 0)):
        field = desk.page.focusWidget()
        assert field is not None
        QTest.keyClicks(field, reason)
        desk.press(Qt.Key.Key_Return)
        desk.until(partial(how_many_retracted, desk, retracted))
        desk.wait_until_shown()
        if retracted:
            desk.press(Qt.Key.Key_Delete)
            assert "put back: 3 lines" in desk.page.reason.question


def test_a_retracted_line_among_those_tagged_is_left_as_it_is(written: Desk) -> None:
    desk = written
    desk.do(RetractLine("l4", "misheard"))
    shown = desk.page.presenter.lines
    desk.until(lambda: (line := shown.line_at(3)) is not None and line.retracted_at is not None)
    select_last_three(desk)
    desk.press(Qt.Key.Key_T, CTRL)
    assert desk.page.tag_box.question == "Tag 2 lines:"
    assert desk.page.tag_box.remark.startswith("1 retracted line is left as it is.")
    type_in_box(desk, "W3.2")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: tags(desk) == [(), ("W1.1",), ("W3.2",), (), ("W3.2",)])
    desk.wait_until_shown()


def test_lines_that_nobody_has_looked_at_yet_are_tagged_with_the_others(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(*(WriteLine(f"l{number}", SESSION, f"Words {number}.") for number in range(1, 301)))
    desk.show()
    assert desk.page.presenter.lines.line_at(0) is None
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_T, CTRL)
    desk.until(lambda: desk.page.tag_box.question == "Tag 300 lines:")
    type_in_box(desk, "W3.2")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: all(line.tags == ("W3.2",) for line in desk.lines()))
    desk.wait_until_shown()
