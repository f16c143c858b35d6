"""How a line came to stand as it does: late, from paper, changed, retracted; and who talked how much once a session is over."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import PANEL, SESSION, Desk
from wellled_desktop.inspection.commands import (
    AmendLine,
    EndSession,
    PinConcern,
    RestoreLine,
    RetractLine,
    StartSession,
    TakeFromHandwrittenNotes,
    WriteLine,
)

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def history(desk: Desk) -> str:
    return desk.page.side.details.versions.toPlainText()


def test_lines_from_handwritten_notes_say_so_and_how_long_after(unshown_desk: Desk) -> None:
    desk = unshown_desk
    began = desk.now()
    desk.clock.pass_minutes(55)
    ended = desk.now()
    desk.clock.pass_minutes(8 * 60)
    desk.do(TakeFromHandwrittenNotes(SESSION, began, ended))
    desk.show()
    desk.until(lambda: "From handwritten notes" in desk.page.composer.mode.text())
    desk.enter("They wrote it together.")
    line = desk.page.presenter.lines.line_at(0)
    assert line is not None
    assert "from handwritten notes, written 8 hours after" in desk.page.presenter.lines.spoken(line)
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_End)
    assert "from handwritten notes, written 8 hours after" in desk.page.side.details.words


def test_a_line_from_paper_says_so_wherever_the_page_shows_it(unshown_desk: Desk) -> None:
    desk = unshown_desk
    began = desk.now()
    desk.clock.pass_minutes(55)
    ended = desk.now()
    desk.clock.pass_minutes(8 * 60)
    desk.do(TakeFromHandwrittenNotes(SESSION, began, ended))
    desk.do(WriteLine("l1", SESSION, "Nobody looked in.", claim=True), PinConcern("l1"))
    desk.show()
    told = "from handwritten notes, written 8 hours after"
    claims = desk.page.side.follow_ups.list.model()
    desk.until(lambda: claims.rowCount() == 1)
    assert told in claims.index(0, 0).data()
    desk.until(lambda: len(desk.page.side.concerns.pinned.rows) == 1)
    assert told in desk.page.side.concerns.pinned.rows[0].quiet
    desk.press(Qt.Key.Key_T, CTRL_SHIFT)
    desk.until(desk.page.tidy.view.isVisible)
    assert told in desk.page.tidy.view.accessibleName()


def test_both_wordings_the_time_the_author_and_the_reason_are_readable(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("l1", SESSION, "Six vacancies.", speaker="ceo"))
    desk.do(AmendLine("l1", "Six vacancies in theatre."))
    desk.clock.pass_minutes(11)
    desk.do(AmendLine("l1", "Sixteen vacancies.", line_type="data", reason="it was on the slide"))
    desk.show(selected="l1")
    desk.until(lambda: "Sixteen" in history(desk))
    told = history(desk)
    corrected, amended = told.split("\n\n")
    assert "corrected within ten minutes" in corrected
    assert "Before: Six vacancies.\nAfter: Six vacancies in theatre." in corrected
    assert "Quillon Inspectorate: it was on the slide" in amended
    assert "It was said (chief executive), and became data (chief executive)." in amended
    assert "Before: Six vacancies in theatre.\nAfter: Sixteen vacancies." in amended
    assert "09:11" in amended or ":11," in amended


def test_retracting_and_putting_back_stay_told_with_their_reasons(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(WriteLine("l1", SESSION, "Said in confidence."))
    desk.do(RetractLine("l1", "said in confidence"))
    desk.show(selected="l1")
    desk.until(lambda: "retracted it: said in confidence" in history(desk))
    line = desk.page.presenter.lines.line_at(0)
    assert line is not None
    assert "retracted: said in confidence" in desk.page.presenter.lines.spoken(line)
    desk.do(RestoreLine("l1", "they agreed to it"))
    desk.until(lambda: "put it back: they agreed to it" in history(desk))


def test_the_share_of_talk_is_shown_once_the_session_has_ended(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(
        StartSession(PANEL),
        WriteLine("l1", PANEL, "one two three four five six", speaker="ned-a"),
        WriteLine("l2", PANEL, "one two three", speaker="gov"),
        WriteLine("l3", PANEL, "one", speaker="several"),
        WriteLine("l4", PANEL, "not said by anybody", line_type="seen"),
    )
    desk.show(PANEL)
    assert desk.page.side.talk.isHidden()
    desk.press(Qt.Key.Key_E, CTRL_SHIFT)
    desk.until(lambda: not desk.page.side.talk.isHidden())
    assert desk.page.side.talk.words == ("non-exec directors (A) 60 %", "governors 30 %", "several 10 %")
    desk.do(WriteLine("l5", PANEL, "one two three four five six seven eight nine ten", speaker="gov"))
    desk.until(lambda: desk.page.side.talk.words[0] == "governors 65 %")


def test_silence_is_in_nobodys_share_and_is_said_apart(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(
        StartSession(PANEL),
        WriteLine("l1", PANEL, "one two three", speaker="ned-a"),
        WriteLine("l2", PANEL, "one", speaker="gov"),
        WriteLine("l3", PANEL, "for a long while after the question on nights", speaker="silence"),
        WriteLine("l4", PANEL, "on the lifts", speaker="silence"),
        WriteLine("l5", PANEL, "what do the staff say", speaker="nobody-answered"),
    )
    desk.show(PANEL)
    desk.press(Qt.Key.Key_E, CTRL_SHIFT)
    talk = desk.page.side.talk
    desk.until(lambda: not talk.isHidden())
    assert talk.words == ("non-exec directors (A) 75 %", "governors 25 %")
    assert talk.unspoken == "In no share: 1 line where nobody answered, 2 lines of silence."
    desk.do(RetractLine("l5", "they did"), RetractLine("l1", "a slip"), RetractLine("l2", "a slip"))
    desk.until(lambda: talk.unspoken == "In no share: 2 lines of silence.")
    assert not talk.words
    assert not talk.isHidden()


def test_a_session_in_which_nobody_spoke_shows_no_shares(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(StartSession(SESSION), EndSession(SESSION))
    desk.do(WriteLine("l1", PANEL, "one two", speaker="gov"), EndSession(PANEL))
    desk.show(PANEL)
    desk.until(lambda: not desk.page.side.talk.isHidden())
    desk.show(SESSION)
    desk.until(desk.page.side.talk.isHidden)


def test_escape_from_the_reason_leaves_the_line_as_it_was(desk: Desk) -> None:
    desk.enter("Six vacancies.")
    desk.page.lines.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Delete)
    field = desk.page.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "no")
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.lines.hasFocus()
    assert desk.lines()[0].retracted_at is None


def test_the_head_counts_the_lines_that_stand(desk: Desk) -> None:
    desk.enter("First.")
    desk.enter("Second.")
    desk.until(lambda: "2 lines" in desk.page.head.remarks)
    retracted = desk.lines()[0].id
    desk.do(RetractLine(retracted, "said by nobody"))
    desk.until(lambda: "1 line" in desk.page.head.remarks and "2 lines" not in desk.page.head.remarks)
    desk.do(RestoreLine(retracted, "said after all"))
    desk.until(lambda: "2 lines" in desk.page.head.remarks)
