"""Signing a session off: advice first, never a bar; and what is changed afterwards says so."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from tests.ui.session.forms_at_work import BOARD, CTRL_SHIFT, answers, board, focus, type_into
from wellled_desktop.inspection.commands import (
    AddQuestions,
    AmendLine,
    AnswerForm,
    EndSession,
    LogTelling,
    MakeRequest,
    NewQuestion,
    PinConcern,
    SignOffSession,
    StartSession,
    WriteLine,
)
from wellled_desktop.ui.kit.speaking import standing_words
from wellled_desktop.ui.window.undo import UndoStack


def ask(desk: Desk) -> str:
    """What is said to be open."""
    desk.press(Qt.Key.Key_S, CTRL_SHIFT)
    desk.until(desk.page.side.sign_off.isVisible)
    return desk.page.side.sign_off.advice


def test_what_is_open_is_said_and_enter_signs_nevertheless(desk: Desk) -> None:
    desk.do(
        WriteLine("a", SESSION, "No tag.", claim=True),
        WriteLine("b", SESSION, "A tag.", tags=("W1.1",), claim=True),
        MakeRequest("r", "The minutes", "company secretary", line="b"),
        AddQuestions(SESSION, (NewQuestion("q", "What keeps you awake?", "W5.4", "own"),)),
        EndSession(SESSION),
    )
    desk.until(lambda: "Ended" in desk.page.side.facts.words)
    assert ask(desk).split("\n") == [
        "1 line without a tag.",
        "1 question still open.",
        "Opening statement: not recorded.",
        "No summary.",
        "Claims without a request: l.1.",
    ]
    assert desk.page.side.sign_off.sign.hasFocus()
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.session().state == "signed off")
    desk.until(lambda: "Signed off by Quillon Inspectorate, 09:00" in desk.page.head.remarks)
    assert "Signed off by Quillon Inspectorate, 09:00" in desk.page.side.facts.words
    assert desk.page.composer.edit.hasFocus()


def test_an_immediate_concern_that_nobody_was_told_of_is_named_first_and_bars_nothing(desk: Desk) -> None:
    desk.do(
        WriteLine("a", SESSION, "A patient is alone.", tags=("W1.1",)),
        WriteLine("b", SESSION, "So is another.", tags=("W1.1",)),
        WriteLine("c", SESSION, "And a third.", tags=("W1.1",)),
        *(PinConcern(line) for line in "abc"),
        LogTelling("t", "b", "chief nurse", desk.now()),
        EndSession(SESSION),
    )
    desk.until(lambda: "Ended" in desk.page.side.facts.words)
    assert ask(desk).split("\n")[0] == "2 immediate concerns nobody was told of: l.1, l.3."
    desk.press(Qt.Key.Key_Escape)
    desk.do(LogTelling("u", "a", "chief nurse", desk.now()))
    assert ask(desk).split("\n")[0] == "1 immediate concern nobody was told of: l.3."
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.session().state == "signed off")


def test_with_nothing_open_it_says_that(desk: Desk) -> None:
    desk.do(
        WriteLine("a", SESSION, "A tag.", tags=("W1.1",)),
        AnswerForm(SESSION, "opening-statement", True),
        EndSession(SESSION),
    )
    type_into(focus(desk, "summary"), "All is said.")
    desk.press(Qt.Key.Key_S, CTRL_SHIFT)  # at once: what was just typed counts
    desk.until(desk.page.side.sign_off.isVisible)
    assert desk.page.side.sign_off.advice == "Nothing is open."
    assert answers(desk)["summary"] == "All is said."


def test_a_session_under_way_is_ended_and_signed_off_in_one_step(desk: Desk) -> None:
    stack = UndoStack(desk.opened.bridge)
    desk.do(StartSession(SESSION))
    desk.until(lambda: "Began" in desk.page.side.facts.words)
    assert "No lines are written." in ask(desk)
    assert desk.page.side.sign_off.sign.text() == "End and sign off"
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.session().state == "signed off")
    desk.until(lambda: bool(stack.undo_name) and stack.undo_name.startswith("end a session"))
    stack.undo()
    desk.until(lambda: desk.session().state == "under way")


def test_escape_leaves_it_unsigned(desk: Desk) -> None:
    desk.do(StartSession(SESSION), EndSession(SESSION))
    desk.until(lambda: "Ended" in desk.page.side.facts.words)
    ask(desk)
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.side.sign_off.isHidden()
    assert desk.page.composer.edit.hasFocus()
    assert desk.session().state == "ended"


def test_an_observation_is_not_asked_for_an_opening_statement(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(board(), StartSession(BOARD), EndSession(BOARD))
    desk.show(BOARD)
    assert "Opening statement" not in ask(desk)
    assert "No summary." in desk.page.side.sign_off.advice


def test_the_advice_leads_to_the_summary(desk: Desk) -> None:
    desk.do(StartSession(SESSION), EndSession(SESSION))
    desk.until(lambda: "Ended" in desk.page.side.facts.words)
    ask(desk)
    desk.page.side.sign_off.summary.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.page.side.form.fields["summary"].isAncestorOf(desk.page.focusWidget())


def test_what_is_changed_after_the_sign_off_says_so(desk: Desk) -> None:
    desk.enter("Fourteen posts.")
    desk.enter("Nine posts.")
    desk.do(EndSession(SESSION), SignOffSession(SESSION))
    before, untouched = desk.lines()
    assert "amended after sign-off" not in standing_words(before)
    desk.clock.pass_minutes(3)
    desk.do(AmendLine(before.id, text="Fifteen posts."))
    line = desk.lines()[0]
    assert "amended after sign-off" in standing_words(line)
    assert "amended after sign-off" not in standing_words(untouched)
    shown = desk.page.presenter.lines
    desk.until(lambda: shown.line_at(0) == line)
    assert "amended after sign-off" in shown.spoken(line)
    desk.page.lines.select_line(line.id)
    assert "amended after sign-off" in desk.page.side.details.words


def test_a_sign_off_is_withdrawn_by_key(desk: Desk) -> None:
    desk.do(StartSession(SESSION), EndSession(SESSION), SignOffSession(SESSION))
    withdraw = desk.page.side.facts.steps["withdraw-sign-off"]
    desk.until(withdraw.isVisible)
    desk.press(Qt.Key.Key_S, CTRL_SHIFT)
    assert desk.session().state == "signed off"
    assert withdraw.hasFocus()
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: desk.session().state == "ended")
    desk.until(lambda: "Signed off" not in desk.page.head.remarks)


def test_signing_off_is_one_step_of_undo(desk: Desk) -> None:
    stack = UndoStack(desk.opened.bridge)
    desk.do(StartSession(SESSION), EndSession(SESSION))
    desk.until(lambda: "Ended" in desk.page.side.facts.words)
    ask(desk)
    QTest.keyClick(desk.page.side.sign_off.sign, Qt.Key.Key_Return)
    desk.until(lambda: desk.session().state == "signed off")
    assert stack.undo_name == "sign off a session"
    stack.undo()
    desk.until(lambda: desk.session().state == "ended")
