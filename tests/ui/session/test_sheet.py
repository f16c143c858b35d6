"""The question sheet beside the composer: drawn up, walked, marked, moved and added to without leaving the composer."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import PANEL, SESSION, Desk
from wellled_desktop.inspection.commands import AddQuestions, NewQuestion, SetQuestionState, WriteLine
from wellled_desktop.inspection.read_models import Question
from wellled_desktop.store import talk_reading
from wellled_desktop.ui.pages.session.sheet_actions import SheetActions
from wellled_desktop.ui.pages.session.sheet_model import Fold

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
A, B, C = (
    NewQuestion("q-a", "How visible are leaders?", "Nothing on it yet.", "role card", "W1.3"),
    NewQuestion("q-b", "What shows that “all is well”?", "Claimed in S-02 l.1 and not yet proved.", "claim", "W5.4"),
    NewQuestion("q-c", "And the garden?", "Added by somebody.", "own"),
)


def on_disk(desk: Desk, session_id: str = SESSION) -> tuple[Question, ...]:
    return desk.opened.bridge.read_now(partial(talk_reading.questions, session_id=session_id))


def ids(desk: Desk) -> list[str]:
    return [one.id for one in desk.page.sheet.panel.model.questions]


def state_of(desk: Desk, question_id: str) -> str:
    return next(one.state for one in on_disk(desk) if one.id == question_id)


def current(sheet: SheetActions) -> str:
    question = sheet.panel.current_question()
    return question.id if question else ""


@pytest.fixture
def sheet(unshown_desk: Desk) -> SheetActions:
    """The page with three questions on the sheet of the interview."""
    unshown_desk.do(AddQuestions(SESSION, (A, B, C)))
    unshown_desk.show()
    unshown_desk.until(unshown_desk.page.sheet.panel.list.isVisible)
    return unshown_desk.page.sheet


def test_an_empty_sheet_says_what_goes_there_and_is_drawn_up_by_key(desk: Desk) -> None:
    sheet = desk.page.sheet
    assert not sheet.tabs.shows_sheet
    sheet.tabs.show_sheet()
    desk.until(sheet.panel.draw.isVisible)
    assert "What to ask in this session" in sheet.panel.empty.text()
    desk.press(Qt.Key.Key_D, CONTROL | SHIFT)
    desk.until(lambda: sheet.panel.model.rowCount() == 8)
    assert all(one.why and one.node for one in on_disk(desk))
    assert sheet.panel.summary.text() == "8 questions, 8 open"
    assert desk.page.composer.edit.hasFocus()


def test_a_full_sheet_gets_nothing_more_and_says_so(desk: Desk) -> None:
    panel = desk.page.sheet.panel
    desk.press(Qt.Key.Key_D, CONTROL | SHIFT)
    desk.until(lambda: panel.model.rowCount() == 8)
    panel.add_new.click()
    desk.until(lambda: "room for about 8 questions" in panel.remark.text())
    assert len(on_disk(desk)) == 8


def test_what_is_new_is_added_once_there_is_room(desk: Desk) -> None:
    panel = desk.page.sheet.panel
    desk.press(Qt.Key.Key_D, CONTROL | SHIFT)
    desk.until(lambda: panel.model.rowCount() == 8)
    desk.do(SetQuestionState(on_disk(desk)[-1].id, "dropped"))
    desk.do(WriteLine("claim", PANEL, "Every ward is visited weekly.", tags=("W1.3",), claim=True))
    panel.add_new.click()
    desk.until(lambda: len(on_disk(desk)) == 9)
    assert on_disk(desk)[-1].origin == "claim"


def test_drawing_up_twice_at_once_draws_up_once(desk: Desk) -> None:
    desk.page.sheet.draw_up()
    desk.page.sheet.draw_up()
    desk.until(lambda: desk.page.sheet.panel.model.rowCount() == 8)
    desk.until(desk.page.sheet.panel.add_new.isVisible)
    assert len(on_disk(desk)) == 8


def test_a_session_with_a_sheet_opens_on_it_and_the_caret_is_in_the_composer(
    unshown_desk: Desk, sheet: SheetActions
) -> None:
    assert sheet.tabs.shows_sheet
    assert current(sheet) == "q-a"
    assert unshown_desk.page.composer.edit.hasFocus()


def test_questions_are_walked_from_the_composer_without_leaving_it(unshown_desk: Desk, sheet: SheetActions) -> None:
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        unshown_desk.press(key, ALT)
        walked.append(current(sheet))
    assert walked == ["q-b", "q-c", "q-c", "q-b"]
    assert unshown_desk.page.composer.edit.hasFocus()


def test_control_enter_sends_the_tag_to_the_next_line_and_marks_the_question_asked(
    unshown_desk: Desk, sheet: SheetActions
) -> None:
    desk = unshown_desk
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert desk.page.composer.tags == ("W1.3",)
    desk.until(lambda: state_of(desk, "q-a") == "asked")
    desk.enter("Every executive walks two wards.")
    assert desk.lines()[0].tags == ("W1.3",)
    desk.until(lambda: sheet.panel.model.count("W1.3") == 1)
    spoken = sheet.panel.model.data(sheet.panel.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1, asked: How visible are leaders? · Nothing on it yet. · role card · W1.3 · 1 line"


def test_with_the_role_card_in_front_control_enter_sends_its_item(unshown_desk: Desk, sheet: SheetActions) -> None:
    desk = unshown_desk
    sheet.tabs.show_card()
    card = desk.page.card
    card.list.setCurrentIndex(card.card.index(1))
    entry = card.card.entry_at(1)
    assert entry is not None
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert desk.page.composer.tags == (entry.node,)
    assert state_of(desk, "q-a") == "open"


@pytest.mark.parametrize(
    ("letter", "state"), [(Qt.Key.Key_A, "asked"), (Qt.Key.Key_W, "answered"), (Qt.Key.Key_P, "parked")]
)
def test_a_key_marks_the_question_and_once_more_opens_it_again(
    unshown_desk: Desk, sheet: SheetActions, letter: Qt.Key, state: str
) -> None:
    desk = unshown_desk
    desk.press(letter, ALT)
    desk.until(lambda: state_of(desk, "q-a") == state)
    model = sheet.panel.model
    desk.until(lambda: state in model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    desk.press(letter, ALT)
    desk.until(lambda: state_of(desk, "q-a") == "open")
    assert desk.page.composer.edit.hasFocus()


def test_a_dropped_question_is_folded_away_and_the_next_is_chosen(unshown_desk: Desk, sheet: SheetActions) -> None:
    desk, model = unshown_desk, sheet.panel.model
    desk.press(Qt.Key.Key_X, ALT)
    desk.until(lambda: ids(desk) == ["q-b", "q-c"])
    assert current(sheet) == "q-b"
    assert model.row_at(2) == Fold(1, unfolded=False)
    model.toggle_fold()
    assert model.row_of("q-a") == 3
    sheet.panel.list.choose(3)
    desk.press(Qt.Key.Key_X, ALT)
    desk.until(lambda: ids(desk) == ["q-a", "q-b", "q-c"])


def test_a_question_is_moved_by_key(unshown_desk: Desk, sheet: SheetActions) -> None:
    desk = unshown_desk
    sheet.panel.list.setFocus()
    desk.press(Qt.Key.Key_Down, CONTROL | SHIFT)
    desk.until(lambda: ids(desk) == ["q-b", "q-a", "q-c"])
    assert current(sheet) == "q-a"
    desk.press(Qt.Key.Key_Up, CONTROL | SHIFT)
    desk.until(lambda: [one.id for one in on_disk(desk)] == ["q-a", "q-b", "q-c"])
    desk.until(lambda: ids(desk) == ["q-a", "q-b", "q-c"])


def test_a_question_is_carried_with_the_mouse(unshown_desk: Desk, sheet: SheetActions) -> None:
    desk, shown = unshown_desk, sheet.panel.list
    begin, end = (shown.visualRect(sheet.panel.model.index(row)) for row in (0, 2))
    view = shown.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin.center())
    for down in range(begin.center().y(), end.bottom() - 2, 12):
        QTest.mouseMove(view, QPoint(begin.center().x(), down))
    QTest.mouseMove(view, QPoint(begin.center().x(), end.bottom() - 2))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(begin.center().x(), end.bottom() - 2))
    desk.until(lambda: ids(desk) == ["q-b", "q-c", "q-a"])


def test_a_click_alone_moves_nothing(unshown_desk: Desk, sheet: SheetActions) -> None:
    shown = sheet.panel.list
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.model().index(1, 0)).center()
    )
    assert current(sheet) == "q-b"
    assert ids(unshown_desk) == ["q-a", "q-b", "q-c"]


def test_a_question_of_ones_own_is_typed_and_kept_with_its_tag(unshown_desk: Desk, sheet: SheetActions) -> None:
    desk = unshown_desk
    desk.press(Qt.Key.Key_O, ALT)
    assert sheet.panel.own.hasFocus()
    QTest.keyClicks(sheet.panel.own, "Who reads the minutes? #w4.1")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(on_disk(desk)) == 4)
    added = on_disk(desk)[-1]
    assert (added.text, added.node, added.origin) == ("Who reads the minutes?", "W4.1", "own")
    assert added.why == "Added by Quillon Inspectorate."
    assert sheet.panel.own.text() == ""
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.composer.edit.hasFocus()
    desk.until(lambda: len(ids(desk)) == 4)


def test_another_session_has_a_sheet_of_its_own(unshown_desk: Desk, sheet: SheetActions) -> None:
    unshown_desk.show(PANEL)
    unshown_desk.until(lambda: not sheet.tabs.shows_sheet)
    sheet.tabs.show_sheet()
    assert sheet.panel.draw.isVisible()
    assert ids(unshown_desk) == []
    unshown_desk.press(Qt.Key.Key_Down, ALT)
    unshown_desk.press(Qt.Key.Key_Return, CONTROL)
    assert unshown_desk.page.composer.tags == ()


def test_the_buttons_show_and_set_the_state_and_leave_the_caret_where_it_is(
    unshown_desk: Desk, sheet: SheetActions
) -> None:
    parked = sheet.panel.states["parked"]
    parked.click()
    unshown_desk.until(lambda: state_of(unshown_desk, "q-a") == "parked")
    unshown_desk.until(parked.isChecked)
    assert unshown_desk.page.composer.edit.hasFocus()


def test_every_key_of_the_sheet_is_in_the_list_of_shortcuts(desk: Desk) -> None:
    listed = {one.keys for one in desk.page.shortcuts()}
    assert {
        "Alt+Down",
        "Ctrl+Return",
        "Alt+A",
        "Alt+W",
        "Alt+P",
        "Alt+X",
        "Ctrl+Shift+Up",
        "Alt+O",
        "Ctrl+Shift+D",
    } <= listed


def test_escape_while_carrying_leaves_the_question_where_it_was(unshown_desk: Desk, sheet: SheetActions) -> None:
    shown = sheet.panel.list
    view, rect = shown.viewport(), shown.visualRect(shown.model().index(0, 0))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseMove(view, QPoint(rect.center().x(), rect.bottom() + 40))
    carried = shown.grab().toImage()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.grab().toImage() != carried  # the line that shows where it would go is gone
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(rect.center().x(), rect.bottom() + 40))
    assert ids(unshown_desk) == ["q-a", "q-b", "q-c"]


def test_on_the_list_delete_drops_enter_sends_and_the_fold_opens(unshown_desk: Desk, sheet: SheetActions) -> None:
    desk, shown, model = unshown_desk, sheet.panel.list, sheet.panel.model
    shown.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.until(lambda: ids(desk) == ["q-b", "q-c"])
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Space)
    assert model.rowCount() == 4
    desk.press(Qt.Key.Key_Return)
    assert model.rowCount() == 3
    assert model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole) == "1 dropped"
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Return)
    assert desk.page.composer.tags == ("W5.4",)
    desk.until(lambda: state_of(desk, "q-b") == "asked")
    assert desk.page.composer.edit.hasFocus()


def test_a_question_without_a_tag_is_only_marked(unshown_desk: Desk, sheet: SheetActions) -> None:
    sheet.panel.list.choose(2)
    unshown_desk.press(Qt.Key.Key_Return, CONTROL)
    unshown_desk.until(lambda: state_of(unshown_desk, "q-c") == "asked")
    assert unshown_desk.page.composer.tags == ()


def test_a_question_that_cannot_be_recorded_is_told_at_the_composer(unshown_desk: Desk, sheet: SheetActions) -> None:
    sheet.presenter.set_state("no such question", "asked")
    unshown_desk.until(lambda: "There is no question" in unshown_desk.page.composer.message.sentence)
