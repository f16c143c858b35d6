"""Changing, retracting and restoring lines, by keyboard, with and without a reason."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from wellled_desktop.inspection.commands import AmendLine, RetractLine, WriteLine
from wellled_desktop.store.journal import entries


def give_reason(desk: Desk, reason: str) -> None:
    field = desk.page.focusWidget()
    assert field is not None
    QTest.keyClicks(field, reason)
    QTest.keyClick(field, Qt.Key.Key_Return)


def select_last(desk: Desk) -> None:
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_End)


def test_up_in_the_empty_composer_changes_the_line_before(desk: Desk) -> None:
    desk.enter("teh board")
    desk.press(Qt.Key.Key_Up)
    assert desk.text == "teh board"
    desk.page.composer.edit.selectAll()
    desk.type("the board")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.lines()[0].text == "the board")
    assert desk.lines()[0].amendments == 0
    assert desk.page.reason.isHidden()
    assert desk.text == ""
    assert desk.page.composer.edit.hasFocus()
    desk.wait_until_shown()


def test_a_line_whose_words_are_all_deleted_is_not_lost_and_one_is_told_what_to_do(desk: Desk) -> None:
    desk.enter("teh board")
    desk.press(Qt.Key.Key_Up)
    desk.page.composer.edit.selectAll()
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Return)
    assert "Del on it in the list retracts it." in desk.page.composer.mode.text()
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.composer.mode.isHidden()
    assert desk.lines()[0].text == "teh board"


def test_after_ten_minutes_a_change_asks_for_its_reason(desk: Desk) -> None:
    desk.enter("Six vacancies.")
    desk.clock.pass_minutes(11)
    select_last(desk)
    desk.press(Qt.Key.Key_Return)
    desk.page.composer.edit.selectAll()
    desk.type("Sixteen vacancies.")
    desk.press(Qt.Key.Key_Return)
    assert not desk.page.composer.reason.isHidden()
    assert desk.lines()[0].text == "Six vacancies."
    give_reason(desk, "misheard")
    desk.until(lambda: desk.lines()[0].text == "Sixteen vacancies.")
    assert desk.lines()[0].amendments == 1
    desk.wait_until_shown()
    line = desk.page.presenter.lines.line_at(0)
    assert line is not None
    assert "amended" in desk.page.presenter.lines.spoken(line)


def test_the_original_stays_readable(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("l1", SESSION, "Six vacancies."))
    desk.clock.pass_minutes(11)
    desk.do(AmendLine("l1", "Sixteen vacancies.", reason="misheard"))
    desk.show(selected="l1")
    desk.until(lambda: "Six vacancies." in desk.page.side.details.versions.toPlainText())
    assert "misheard" in desk.page.side.details.versions.toPlainText()
    assert desk.page.present_place().selected == "l1"


def test_tags_of_an_old_line_change_without_a_reason(desk: Desk) -> None:
    desk.enter("Six vacancies.")
    desk.clock.pass_minutes(60)
    select_last(desk)
    desk.press(Qt.Key.Key_F8)
    desk.until(lambda: desk.lines()[0].weight == "concern")
    desk.wait_until_shown()
    assert desk.page.reason.isHidden()


def test_the_type_of_an_old_line_changes_only_with_a_reason(desk: Desk) -> None:
    desk.enter("Six vacancies.")
    desk.clock.pass_minutes(60)
    select_last(desk)
    desk.press(Qt.Key.Key_F5)
    assert not desk.page.reason.isHidden()
    assert desk.lines()[0].line_type == "said"
    give_reason(desk, "it was on the slide")
    desk.until(lambda: desk.lines()[0].line_type == "data")
    desk.wait_until_shown()


def test_a_line_made_seen_loses_its_speaker_under_the_same_reason(desk: Desk) -> None:
    desk.enter("The door stood open.")
    desk.clock.pass_minutes(60)
    select_last(desk)
    desk.press(Qt.Key.Key_F3)
    give_reason(desk, "nobody said it")
    desk.until(lambda: desk.lines()[0].line_type == "seen")
    desk.wait_until_shown()
    assert desk.lines()[0].speaker is None
    journal = desk.opened.bridge.read_now(lambda connection: list(entries(connection)))
    amended = [(entry.field, entry.reason) for entry, _ in journal if entry.kind == "line-amended"]
    assert amended == [("line_type", "nobody said it"), ("speaker", "nobody said it")]


def test_a_line_of_what_was_seen_takes_no_speaker(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F3)
    desk.enter("The door stood open.")
    select_last(desk)
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "no speaker" in desk.page.composer.message.sentence
    desk.press(Qt.Key.Key_F2)
    desk.until(lambda: desk.lines()[0].line_type == "said")
    desk.wait_until_shown()
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.until(lambda: desk.lines()[0].speaker == "ceo")
    desk.wait_until_shown()


def test_a_recorded_speaker_of_what_was_seen_stays_while_only_words_change(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("l1", SESSION, "The door stood open.", line_type="seen", speaker="ceo"))
    desk.show()
    desk.press(Qt.Key.Key_Up)
    desk.type(" All day.")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.lines()[0].text == "The door stood open. All day.")
    assert desk.lines()[0].speaker == "ceo"
    desk.wait_until_shown()


def test_after_a_change_the_last_speaker_speaks_again(desk: Desk) -> None:
    desk.enter("We walk the wards.")
    desk.press(Qt.Key.Key_F3)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Escape)
    assert (desk.page.composer.strip.line_type, desk.page.composer.speaker) == ("seen", None)
    desk.press(Qt.Key.Key_F2)
    assert desk.page.composer.speaker == "ceo"


def test_delete_retracts_with_a_reason_and_again_restores(desk: Desk) -> None:
    desk.enter("Said in confidence.")
    select_last(desk)
    desk.press(Qt.Key.Key_Delete)
    assert "retracted" in desk.page.reason.question
    give_reason(desk, "wrong session")
    desk.until(lambda: desk.lines()[0].retraction_reason == "wrong session")
    desk.wait_until_shown()
    line = desk.page.presenter.lines.line_at(0)
    assert line is not None
    assert "retracted: wrong session" in desk.page.presenter.lines.spoken(line)
    assert desk.page.lines.hasFocus()
    desk.press(Qt.Key.Key_Delete)
    give_reason(desk, "right after all")
    desk.until(lambda: desk.lines()[0].retracted_at is None)
    desk.wait_until_shown()


def test_escape_leaves_a_line_as_it_was(desk: Desk) -> None:
    desk.enter("Said in confidence.")
    select_last(desk)
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.reason.isHidden()
    desk.press(Qt.Key.Key_Return)
    desk.type(" Or not.")
    desk.press(Qt.Key.Key_Escape)
    assert desk.text == ""
    assert (desk.lines()[0].text, desk.lines()[0].retracted_at) == ("Said in confidence.", None)


def test_a_refused_change_comes_back_with_the_reason_row_open(desk: Desk) -> None:
    """Somebody retracted the line meanwhile."""
    desk.enter("Six vacancies.")
    line = desk.lines()[0]
    desk.press(Qt.Key.Key_Up)
    desk.type(" Seven.")
    desk.do(RetractLine(line.id, "wrong session"))
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: not desk.page.composer.message.isHidden())
    assert desk.text == "Six vacancies. Seven."
    assert "retracted" in desk.page.composer.message.sentence


def test_claims_are_listed_to_follow_up_and_lead_to_their_line(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F7)
    desk.enter("There are no waits over a year.")
    desk.enter("Good.")
    follow_ups = desk.page.side.follow_ups.list
    desk.until(lambda: follow_ups.model().rowCount() == 1)
    follow_ups.setCurrentIndex(follow_ups.model().index(0, 0))
    follow_ups.activated.emit(follow_ups.currentIndex())
    line = desk.page.lines.selected_line()
    assert line is not None
    assert line.text == "There are no waits over a year."


def test_a_change_that_was_begun_is_not_dropped_for_another(desk: Desk) -> None:
    desk.enter("One.")
    desk.enter("Two.")
    desk.press(Qt.Key.Key_Up)
    desk.type(" And a half.")
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Return)
    assert desk.text == "Two. And a half."
    assert desk.page.composer.edit.hasFocus()


def test_a_line_refused_while_another_is_changed_comes_back_afterwards_with_its_coding(desk: Desk) -> None:
    desk.enter("One.")
    desk.page.composer.set_speaker("nobody-we-know")
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F9)
    desk.type("Must not be lost.")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Up)
    changing = desk.text
    desk.until(lambda: not desk.page.composer.message.isHidden())
    assert desk.text == changing
    desk.press(Qt.Key.Key_Escape)
    assert desk.text == "Must not be lost."
    composer = desk.page.composer
    assert (composer.strip.line_type, composer.speaker, composer.strip.weight) == ("data", "nobody-we-know", "strength")


def test_lines_refused_while_another_is_changed_come_back_in_the_order_written(desk: Desk) -> None:
    desk.enter("One.")
    desk.page.composer.set_speaker("nobody-we-know")
    for text in ("First.", "Second."):
        desk.type(text)
        desk.press(Qt.Key.Key_Return)
    desk.type("Typed meanwhile.")
    desk.page.composer.begin_amending(desk.lines()[0])
    desk.until(lambda: "Second." in desk.page.composer.draft().text)
    desk.press(Qt.Key.Key_Escape)
    assert desk.text == "First.\nSecond.\nTyped meanwhile."
