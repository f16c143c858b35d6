"""What the session page shows after Undo and Redo of what was done on it."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.session.desk import SESSION, Desk
from wellled_desktop.inspection.commands import EndSession, PinConcern, StartSession
from wellled_desktop.inspection.read_models import Question
from wellled_desktop.store import talk_reading
from wellled_desktop.ui.window.undo import UndoStack

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def steps(desk: Desk) -> UndoStack:
    return UndoStack(desk.opened.bridge, desk.page)


def sheet(desk: Desk) -> tuple[Question, ...]:
    found: tuple[Question, ...] = desk.opened.bridge.read_now(partial(talk_reading.questions, session_id=SESSION))
    return found


def test_who_was_told_goes_out_of_the_log_and_comes_back(desk: Desk, steps: UndoStack) -> None:
    desk.enter("A patient is alone in the corridor.")
    desk.do(PinConcern(desk.lines()[0].id))
    panel = desk.page.side.concerns
    desk.until(panel.isVisible)
    panel.who.setFocus()
    QTest.keyClicks(panel.who, "chief nurse")
    QTest.keyClick(panel.who, Qt.Key.Key_Return)
    desk.until(lambda: len(panel.log.rows) == 1)
    assert steps.undo_name == "log who was told"
    for _ in range(2):
        steps.undo()
        desk.until(lambda: panel.log.rows == () and panel.pinned.rows[0].quiet == "nobody told yet")
        steps.redo()
        desk.until(lambda: len(panel.log.rows) == 1)
    assert panel.isVisible()


def test_a_sheet_drawn_up_by_mistake_is_gone_and_can_be_drawn_up_again(desk: Desk, steps: UndoStack) -> None:
    panel = desk.page.sheet.panel
    desk.press(Qt.Key.Key_D, CTRL | SHIFT)
    desk.until(lambda: panel.model.rowCount() == 8)
    first = [one.text for one in sheet(desk)]
    steps.undo()
    desk.until(lambda: panel.model.rowCount() == 0)
    assert sheet(desk) == ()
    desk.press(Qt.Key.Key_D, CTRL | SHIFT)
    desk.until(lambda: panel.model.rowCount() == 8)
    assert [one.text for one in sheet(desk)] == first


def test_the_first_line_taken_back_leaves_the_session_as_if_it_had_not_begun(desk: Desk, steps: UndoStack) -> None:
    desk.enter("The wrong session.")
    began = desk.session().started_at
    steps.undo()
    desk.until(lambda: desk.session().state == "planned")
    desk.until(lambda: "Began" not in desk.page.side.facts.words)
    (line,) = desk.lines()
    assert line.retraction_reason == "Taken back with Undo."
    desk.clock.pass_minutes(3)
    steps.redo()
    desk.until(lambda: desk.session().state == "under way")
    assert desk.session().started_at == began


def test_an_end_taken_back_and_done_again_keeps_its_time(desk: Desk, steps: UndoStack) -> None:
    desk.do(StartSession(SESSION))
    desk.clock.pass_minutes(50)
    desk.do(EndSession(SESSION))
    ended = desk.session().ended_at
    desk.clock.pass_minutes(7)
    steps.undo()
    desk.until(lambda: desk.session().ended_at is None)
    steps.redo()
    desk.until(lambda: desk.session().ended_at == ended)
