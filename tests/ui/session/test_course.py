"""The course of a session by keyboard: start, pause, end, reopen; its plan; paper day; and what the page says of it."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from tests.ui.session.forms_at_work import CTRL_SHIFT
from wellled_desktop.inspection.commands import (
    CancelSession,
    ChangeSession,
    PlanSession,
    StartSession,
    TakeFromHandwrittenNotes,
)
from wellled_desktop.inspection.read_models import Pause, Session
from wellled_desktop.ui.pages.session.course_words import began_words, ended_words, pause_words, talked_for
from wellled_desktop.ui.pages.session.paper_times import Held, Wrong, held_from, time_from
from wellled_desktop.ui.window.undo import UndoStack

CTRL = Qt.KeyboardModifier.ControlModifier
NINE = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


def at(minutes: float) -> dt.datetime:
    return NINE + dt.timedelta(minutes=minutes)


def session(*pauses: Pause, ended: dt.datetime | None = None) -> Session:
    return Session(
        id="s", number=3, kind="interview", title="", roles=("chief-executive",), participants=(), planned_start=None,
        planned_minutes=60, place="", lead="", note_taker="", started_at=NINE, ended_at=ended, day=NINE.date(), lines=0,
        pauses=pauses,
    )  # fmt: skip


def test_the_clock_stands_still_in_a_pause() -> None:
    paused = session(Pause(at(10), at(15)), Pause(at(30), None))
    assert talked_for(paused, at(30)) == talked_for(paused, at(45)) == dt.timedelta(minutes=25)
    assert began_words(paused, at(50)) == "Began 09:00, 25 min"
    assert pause_words(paused) == ("Paused 09:10–09:15, 5 min", "Paused since 09:30")


def test_the_end_says_how_long_there_was_talk() -> None:
    assert ended_words(session(Pause(at(10), at(22)), ended=at(55))) == "Ended 09:55, 43 min without the pauses"
    assert ended_words(session(ended=at(55))) == "Ended 09:55"


def test_one_key_pauses_and_the_same_key_goes_on(desk: Desk) -> None:
    desk.do(StartSession(SESSION))
    desk.clock.pass_minutes(12)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.until(lambda: desk.session().state == "paused")
    desk.until(lambda: desk.page.composer.mode.text() == "Paused since 09:12; Ctrl+P goes on")
    assert desk.page.composer.edit.hasFocus()
    desk.clock.pass_minutes(8)
    desk.page._show_time()
    assert "Began 09:00, 12 min" in desk.page.head.remarks
    assert "paused" in desk.page.head.remarks
    desk.press(Qt.Key.Key_P, CTRL)
    desk.until(lambda: desk.session().state == "under way")
    desk.until(lambda: "Paused 09:12–09:20, 8 min" in desk.page.side.facts.words)
    desk.until(desk.page.composer.mode.isHidden)


def test_a_session_that_has_not_begun_is_not_paused(desk: Desk) -> None:
    desk.press(Qt.Key.Key_P, CTRL)
    desk.until(lambda: "is not under way" in desk.page.composer.message.sentence)


def test_ended_by_mistake_is_reopened_and_started_by_mistake_is_withdrawn(desk: Desk) -> None:
    facts = desk.page.side.facts
    desk.do(StartSession(SESSION))
    desk.press(Qt.Key.Key_E, CTRL_SHIFT)
    desk.until(facts.steps["reopen"].isVisible)
    assert facts.end.isHidden()
    facts.steps["reopen"].setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: desk.session().state == "under way")
    desk.until(facts.steps["withdraw-start"].isVisible)
    assert desk.page.composer.edit.hasFocus()
    facts.steps["withdraw-start"].click()
    desk.until(lambda: desk.session().state == "planned")
    desk.until(facts.start.isVisible)


def test_undo_takes_a_pause_back(desk: Desk) -> None:
    stack = UndoStack(desk.opened.bridge)
    desk.do(StartSession(SESSION))
    desk.press(Qt.Key.Key_P, CTRL)
    desk.until(lambda: desk.session().state == "paused")
    assert stack.undo_name == "pause a session"
    stack.undo()
    desk.until(lambda: desk.session().state == "under way")


def test_place_time_and_team_are_changed_in_one_step(desk: Desk) -> None:
    stack = UndoStack(desk.opened.bridge)
    desk.press(Qt.Key.Key_L, CTRL_SHIFT)
    plan = desk.page.side.plan
    assert plan.place.hasFocus()
    for field, text in (
        (plan.place, "Board room"),
        (plan.day, "25 Nov 2026"),
        (plan.time, "14.30"),
        (plan.minutes, "45"),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
    plan.lead.setFocus()
    QTest.keyClicks(plan.lead, "Petra")
    QTest.keyClick(plan.lead, Qt.Key.Key_Return)
    desk.until(lambda: desk.session().place == "Board room")
    found = desk.session()
    assert (found.planned_minutes, found.lead) == (45, "Petra Invented")
    assert found.planned_start == dt.datetime(2026, 11, 25, 14, 30).astimezone()  # local
    assert plan.isHidden()
    desk.until(lambda: "Board room" in desk.page.side.facts.words)
    stack.undo()
    desk.until(lambda: (desk.session().place, desk.session().planned_start) == ("", None))


def test_a_plan_that_cannot_be_is_told_and_nothing_is_changed(desk: Desk) -> None:
    desk.press(Qt.Key.Key_L, CTRL_SHIFT)
    plan = desk.page.side.plan
    plan.day.setText("31 February 2026")
    plan.time.setText("10:00")
    QTest.keyClick(plan.time, Qt.Key.Key_Return)
    assert "The planned day is not a date" in plan.problem.text()
    assert plan.isVisible()
    QTest.keyClick(plan.time, Qt.Key.Key_Escape)
    assert plan.isHidden()
    assert desk.page.composer.edit.hasFocus()
    assert desk.session().planned_start is None


def test_leaving_the_plan_as_it_is_records_nothing(desk: Desk) -> None:
    desk.do(ChangeSession(SESSION, planned_start=at(61.5), place="Room 1"))
    desk.until(lambda: "Room 1" in desk.page.side.facts.words)
    stack = UndoStack(desk.opened.bridge)
    desk.press(Qt.Key.Key_L, CTRL_SHIFT)
    QTest.keyClick(desk.page.side.plan.place, Qt.Key.Key_Return)
    assert desk.page.side.plan.isHidden()
    assert desk.session().planned_start == at(61.5)
    assert stack.undo_name == ""


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("10:00", (10, 0)),
        ("9.05", (9, 5)),
        ("0930", (9, 30)),
        ("9", (9, 0)),
        ("24:00", None),
        ("10:7", None),
        ("", None),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, time: tuple[int, int] | None) -> None:
    assert time_from(typed) == (dt.time(*time) if time else None)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("24 Nov", "10:00", "10:55"), "day"),
        (("24 November 2026", "ten", "10:55"), "began"),
        (("24 November 2026", "10:00", ""), "ended"),
        (("24 November 2026", "10:00", "10:00"), "ended"),
        (("24 November 2026", "10:00", "9:00"), "ended"),
        (("25 November 2026", "10:00", "10:55"), "ended"),
    ],
)
def test_times_on_paper_are_checked(typed: tuple[str, str, str], field: str) -> None:
    found = held_from(*typed, now=at(9 * 60))
    assert isinstance(found, Wrong)
    assert found.field == field


def test_notes_on_paper_may_run_over_midnight() -> None:
    found = held_from("23 November 2026", "23:30", "0:40", now=at(0))
    assert isinstance(found, Held)
    assert found.ended - found.began == dt.timedelta(minutes=70)
    assert found.over_midnight


def test_a_session_held_on_another_day_than_planned_says_both_days(unshown_desk: Desk) -> None:
    planned = dt.datetime(2026, 11, 26, 11, tzinfo=dt.UTC)
    unshown_desk.do(PlanSession("moved", "interview", ("trust-chair",), planned_start=planned))
    unshown_desk.show("moved")
    facts = unshown_desk.page.side.facts
    unshown_desk.until(lambda: facts.words.split("\n")[:2] == ["Thursday 26 November 2026", "Planned 11:00, 60 min"])
    unshown_desk.clock.pass_minutes(8 * 60)
    unshown_desk.do(TakeFromHandwrittenNotes("moved", at(0), at(50)))
    told = ["Tuesday 24 November 2026", "Planned Thursday 26 November 2026 11:00, 60 min"]
    unshown_desk.until(lambda: facts.words.split("\n")[:2] == told)


def test_a_paper_day_from_the_first_key_to_its_withdrawal(desk: Desk) -> None:
    desk.clock.pass_minutes(8 * 60)
    desk.press(Qt.Key.Key_H, CTRL_SHIFT)
    paper = desk.page.side.paper
    assert paper.day.hasFocus()
    for field, text in ((paper.day, "24/11/2026"), (paper.began, "10:00"), (paper.ended, "10:55")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
    assert paper.understood.text() == "Tuesday 24 November 2026 10:00–10:55, 55 min"
    QTest.keyClick(paper.ended, Qt.Key.Key_Return)
    desk.until(lambda: desk.session().from_handwritten_notes)
    said = "From handwritten notes, 24 November 10:00–10:55"
    desk.until(lambda: said in desk.page.head.remarks)
    assert f"{said}; lines typed now carry the delay." in desk.page.composer.mode.text()
    assert "No scan of the notes is attached; it can be attached later." in desk.page.side.facts.words
    desk.enter("She said it twice.")
    line = desk.lines()[0]
    assert line.from_handwritten_notes
    assert (line.written_after_end_minutes or 0) > 60
    desk.page.side.facts.steps["withdraw-paper"].click()
    desk.until(lambda: not desk.session().from_handwritten_notes)
    assert desk.session().ended_at is not None  # it holds a line


def test_a_paper_day_without_lines_is_withdrawn_as_if_it_had_never_been(desk: Desk) -> None:
    desk.clock.pass_minutes(8 * 60)
    desk.press(Qt.Key.Key_H, CTRL_SHIFT)
    paper = desk.page.side.paper
    paper.day.setText("24 November 2026")
    paper.began.setText("10:00")
    paper.ended.setText("10:55")
    QTest.keyClick(paper.day, Qt.Key.Key_Return)
    desk.until(desk.page.side.facts.steps["withdraw-paper"].isVisible)
    desk.page.side.facts.steps["withdraw-paper"].click()
    desk.until(lambda: desk.session().state == "planned")


def test_times_that_cannot_be_keep_the_question_open(desk: Desk) -> None:
    desk.press(Qt.Key.Key_H, CTRL_SHIFT)
    paper = desk.page.side.paper
    paper.day.setText("24 November 2027")
    paper.began.setText("10:00")
    paper.ended.setText("10:55")
    QTest.keyClick(paper.day, Qt.Key.Key_Return)
    assert paper.isVisible()
    assert "lies in the future" in paper.understood.text()
    assert paper.ended.hasFocus()
    QTest.keyClick(paper.ended, Qt.Key.Key_Escape)
    assert paper.isHidden()
    assert desk.page.composer.edit.hasFocus()


def test_a_cancelled_session_says_so_and_offers_nothing(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(CancelSession(SESSION, "The chief executive is away."))
    desk.show()
    desk.until(lambda: "Cancelled: The chief executive is away." in desk.page.side.facts.words)
    assert all(button.isHidden() for button in desk.page.side.facts.steps.values())
    assert "cancelled" in desk.page.head.remarks
    assert "until it is restored" in desk.page.composer.mode.text()
