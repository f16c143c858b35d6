"""The form of a session: filled in by keyboard, on disk within a second, one step of Undo a field."""

import time
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.session.desk import PANEL, SESSION, Desk
from tests.ui.session.forms_at_work import BOARD, CTRL_SHIFT, GROUP, answers, board, focus, focus_group, type_into
from wellled_desktop.inspection.commands import AddParticipant, AnswerForm, NewParticipant
from wellled_desktop.store import journal
from wellled_desktop.ui.asked import Done
from wellled_desktop.ui.pages.session.form_fields import ChoiceField, ListField, TextField
from wellled_desktop.ui.pages.session.form_panel import FormPanel
from wellled_desktop.ui.pages.session.form_section import Folds
from wellled_desktop.ui.window.undo import UndoStack


def test_the_form_is_that_of_the_session(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(focus_group(), board())
    desk.show(PANEL)
    form = desk.page.side.form
    assert {"opening-statement", "who-led-answers", "top-worries", "committees", "constituencies"} <= set(form.fields)
    desk.show(GROUP)
    desk.until(lambda: "head-count" in form.fields)
    assert next(iter(form.fields)) == "opening-statement"
    desk.show(BOARD)
    desk.until(lambda: "quorate" in form.fields)
    assert "asked-not-to-be-noted" not in form.fields


def test_words_are_on_disk_within_a_second_while_one_goes_on_typing(desk: Desk) -> None:
    summary = focus(desk, "summary")
    began = time.monotonic()
    type_into(summary, "They spoke of the ")
    desk.until(lambda: "summary" in answers(desk))
    assert time.monotonic() - began < 1.0 + 0.5  # the half second is the test's own
    assert summary.hasFocus()
    type_into(summary, "wards first.")
    desk.until(lambda: answers(desk)["summary"] == "They spoke of the wards first.")
    assert isinstance(summary, QPlainTextEdit)
    assert summary.toPlainText() == "They spoke of the wards first."


def test_leaving_a_field_saves_it_at_once_and_so_does_leaving_the_page(desk: Desk) -> None:
    type_into(focus(desk, "time-in-post"), "Three years")
    focus(desk, "portfolio")
    form = desk.page.side.form
    assert not form.answers._deadline.isActive()
    type_into(focus(desk, "portfolio"), "All of it")
    desk.page.leave()
    desk.until(lambda: answers(desk) == {"time-in-post": "Three years", "portfolio": "All of it"})


def test_all_that_was_typed_into_one_field_is_one_step_of_undo(desk: Desk) -> None:
    stack, done = UndoStack(desk.opened.bridge), list[Done]()
    desk.opened.bridge.done.connect(done.append)
    summary, said = focus(desk, "summary"), ""
    for words in ("One. ", "Two. ", "Three."):
        said += words
        type_into(summary, words)
        desk.until(partial(is_on_disk, desk, said.strip()))
    entries = desk.opened.bridge.read_now(
        lambda connection: [entry for entry, _ in journal.entries(connection) if entry.kind == "form-answered"]
    )
    assert len(entries) == 3
    desk.until(lambda: len(done) == 3)
    assert stack.undo_name == "answer a form"
    focus(desk, "portfolio")
    stack.undo()
    desk.until(lambda: answers(desk) == {})
    desk.until(lambda: desk.page.side.form.fields["summary"].answer() is None)
    assert stack.undo_name == ""
    stack.redo()
    desk.until(lambda: answers(desk) == {"summary": "One. Two. Three."})
    desk.until(lambda: desk.page.side.form.fields["summary"].answer() == "One. Two. Three.")


def is_on_disk(desk: Desk, summary: str) -> bool:
    return answers(desk) == {"summary": summary}


def test_two_fields_are_two_steps(desk: Desk) -> None:
    stack = UndoStack(desk.opened.bridge)
    type_into(focus(desk, "portfolio"), "Quality")
    type_into(focus(desk, "time-in-post"), "Acting")
    focus(desk, "summary")
    desk.until(lambda: len(stack._done) == 2)
    stack.undo()
    desk.until(lambda: answers(desk) == {"portfolio": "Quality"})


def test_what_was_typed_and_taken_out_again_leaves_nothing_to_undo(desk: Desk) -> None:
    stack = UndoStack(desk.opened.bridge)
    field = focus(desk, "portfolio")
    type_into(field, "A")
    desk.until(lambda: answers(desk) == {"portfolio": "A"})
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    desk.until(lambda: answers(desk) == {})
    desk.until(lambda: stack.undo_name == "")


def test_one_key_says_that_the_opening_statement_was_given(desk: Desk) -> None:
    desk.press(Qt.Key.Key_O, CTRL_SHIFT)
    desk.until(lambda: answers(desk) == {"opening-statement": True})
    assert desk.page.composer.edit.hasFocus()
    assert "Opening statement: given" in desk.page.composer.mode.text()
    desk.press(Qt.Key.Key_O, CTRL_SHIFT)
    desk.until(lambda: answers(desk) == {})


def test_yes_and_no_are_chosen_by_space_and_no_letter_answers_them(desk: Desk) -> None:
    field = focus(desk, "asked-not-to-be-noted")
    QTest.keyClicks(field, "xyz, not yet")
    assert desk.page.side.form.fields["asked-not-to-be-noted"].answer() is None
    QTest.keyClick(field, Qt.Key.Key_Space)
    desk.until(lambda: answers(desk) == {"asked-not-to-be-noted": True})
    QTest.keyClick(field, Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: answers(desk) == {"asked-not-to-be-noted": False})
    QTest.keyClick(field, Qt.Key.Key_Delete)
    desk.until(lambda: answers(desk) == {})


def test_the_three_worries_are_three_lines_and_enter_goes_to_the_next(desk: Desk) -> None:
    field = desk.page.side.form.fields["top-worries"]
    assert isinstance(field, ListField)
    assert len(field.lines) == 3
    focus(desk, "top-worries")
    for words in ("Money", "The roof", "Nurses  leaving"):
        type_into(desk.page.focusWidget(), words)
        desk.press(Qt.Key.Key_Return)
    desk.until(lambda: answers(desk) == {"top-worries": ("Money", "The roof", "Nurses leaving")})


def test_a_list_without_an_end_always_has_one_more_line(desk: Desk) -> None:
    field = desk.page.side.form.fields["follow-ups"]
    assert isinstance(field, ListField)
    assert len(field.lines) == 1
    type_into(focus(desk, "follow-ups"), "See the ward")
    assert len(field.lines) == 2
    desk.press(Qt.Key.Key_Return)
    type_into(desk.page.focusWidget(), "Ask the chair")
    desk.page.leave()
    desk.until(lambda: answers(desk) == {"follow-ups": ("See the ward", "Ask the chair")})


def test_a_number_takes_digits_alone_and_one_too_large_is_told_in_a_sentence(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(focus_group())
    desk.show(GROUP)
    field = focus(desk, "head-count")
    type_into(field, "a14")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: answers(desk, GROUP) == {"head-count": 14})
    type_into(field, "00000")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: "takes a number from 0 to 100,000" in desk.page.side.form.message.sentence)
    assert answers(desk, GROUP) == {"head-count": 14}
    assert desk.page.side.form.fields["head-count"].answer() == 1_400_000


def test_words_that_were_refused_come_back_with_the_session(desk: Desk) -> None:
    field = desk.page.side.form.fields["summary"]
    assert isinstance(field, TextField)
    focus(desk, "summary")
    field.edit.insertPlainText("word " * 5_000)
    focus(desk, "portfolio")
    desk.until(lambda: "shorten it" in desk.page.side.form.message.sentence)
    assert answers(desk) == {}
    desk.show(PANEL)
    assert desk.page.side.form.fields["summary"].answer() is None
    desk.show(SESSION)
    desk.until(lambda: len(str(desk.page.side.form.fields["summary"].answer())) > 20_000)


def test_a_choice_is_made_by_key(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(board())
    desk.show(BOARD)
    field = desk.page.side.form.fields["quorate"]
    assert isinstance(field, ChoiceField)
    box = focus(desk, "quorate")
    QTest.keyClick(box, Qt.Key.Key_Down)
    desk.until(lambda: answers(desk, BOARD) == {"quorate": "yes"})


def test_somebody_with_another_role_in_the_room_brings_the_fields_of_that_role(desk: Desk) -> None:
    form = desk.page.side.form
    type_into(focus(desk, "portfolio"), "Everything")
    assert "cases-this-year" not in form.fields
    desk.do(AddParticipant(SESSION, NewParticipant("ftsu", "freedom-to-speak-up-guardian")))
    desk.until(lambda: "cases-this-year" in form.fields)
    desk.until(lambda: form.fields["portfolio"].answer() == "Everything")
    assert answers(desk) == {"portfolio": "Everything"}


def test_an_answer_given_elsewhere_appears(desk: Desk) -> None:
    desk.do(AnswerForm(SESSION, "top-worries", ("Winter",)))
    desk.until(lambda: desk.page.side.form.fields["top-worries"].answer() == ("Winter",))


def test_one_key_leads_to_the_first_empty_field_to_write_in_and_escape_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F, CTRL_SHIFT)
    form = desk.page.side.form
    first = next(one for one in form.fields.values() if isinstance(one, TextField | ListField))
    assert first.isAncestorOf(desk.page.focusWidget())
    QTest.keyClicks(desk.page.focusWidget(), "xyz")
    desk.page.leave()
    desk.until(lambda: list(answers(desk)) == [first.field.id])
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.composer.edit.hasFocus()


def test_one_key_leads_to_the_summary(desk: Desk) -> None:
    desk.press(Qt.Key.Key_M, CTRL_SHIFT)
    assert desk.page.side.form.fields["summary"].isAncestorOf(desk.page.focusWidget())


def test_what_is_folded_is_remembered(desk: Desk) -> None:
    form = desk.page.side.form
    section = form.sections[1]
    section.head.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert section.folded
    assert section.content.isHidden()
    bridge = desk.opened.bridge
    desk.until(lambda: bridge.remembered("session-panel") is not None)
    again = FormPanel(desk.opened, Folds(bridge))
    desk.qtbot.addWidget(again)
    again.show_session(desk.session())
    assert [one.key for one in again.sections if one.folded] == [section.key]


def test_tab_walks_the_form_from_the_top_whichever_forms_were_there_before(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(focus_group(), board())
    for session_id in (SESSION, GROUP, BOARD, PANEL):
        desk.show(session_id)
    form = desk.page.side.form
    desk.until(lambda: "who-led-answers" in form.fields)
    form.sections[0].head.setFocus()
    reached: list[str] = []
    for _ in range(40):
        desk.press(Qt.Key.Key_Tab)
        here = desk.page.focusWidget()
        reached.extend(
            name for name, field in form.fields.items() if field.isAncestorOf(here) and name not in reached[-1:]
        )
    assert reached[: len(form.fields)] == list(form.fields)


def test_a_key_to_a_folded_field_opens_its_section(desk: Desk) -> None:
    form = desk.page.side.form
    section = next(one for one in form.sections if one.isAncestorOf(form.fields["summary"]))
    section.fold(True)
    form.go_to("summary")
    assert not section.folded
    assert form.fields["summary"].isAncestorOf(desk.page.focusWidget())


@pytest.mark.parametrize("session_id", [SESSION, PANEL])
def test_the_summary_is_big_enough_to_write_in(desk: Desk, session_id: str) -> None:
    desk.show(session_id)
    field = desk.page.side.form.fields["summary"]
    assert isinstance(field, TextField)
    assert field.edit.height() >= 7 * field.edit.fontMetrics().lineSpacing()


def test_every_field_has_a_name_for_a_screen_reader(desk: Desk) -> None:
    for field in desk.page.side.form.fields.values():
        first = field.first
        assert first is not None
        assert first.accessibleName().startswith(field.field.label)


def test_a_note_of_the_record_says_nothing_of_what_was_typed_in_the_log(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    type_into(focus(desk, "summary"), "Zyzzyva")
    desk.page.leave()
    desk.until(lambda: "summary" in answers(desk))
    assert "Zyzzyva" not in caplog.text
