"""The log of an immediate concern beside the composer: it leaves the caret alone, stays with its line, and says what it kept."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from tests.ui.session.desk import PANEL, SESSION, Desk
from tests.ui.session.test_follow_up import concerns, focused, into
from wellled_desktop.inspection.commands import PinConcern, WriteLine
from wellled_desktop.ui.pages.session.concern_panel import ConcernPanel
from wellled_desktop.ui.window.undo import UndoStack

CTRL = Qt.KeyboardModifier.ControlModifier
CORRIDOR = "A patient is alone in the corridor."


def pinned(desk: Desk) -> list[int]:
    return sorted(one.line.number for one in concerns(desk))


def numbers(desk: Desk) -> list[str]:
    return sorted(row.head for row in desk.page.side.concerns.pinned.rows)


def pin(desk: Desk) -> None:
    desk.press(Qt.Key.Key_I, CTRL)


def in_view(desk: Desk, part: QWidget) -> bool:
    side = desk.page.side
    top = part.mapTo(side.viewport(), QPoint(0, 0)).y()
    return part.isVisible() and top >= 0 and top + part.height() <= side.viewport().height()


@pytest.fixture
def panel(desk: Desk) -> ConcernPanel:
    """The session has a line that is pinned; another was just written."""
    desk.enter("The first.")
    desk.do(PinConcern(desk.lines()[0].id))
    desk.until(lambda: numbers(desk) == ["l.1"])
    desk.enter(CORRIDOR)
    return desk.page.side.concerns


# The caret


def test_the_next_sentence_is_typed_on_while_the_line_is_pinned(desk: Desk) -> None:
    desk.type(CORRIDOR)
    pin(desk)
    into(desk, "She has been there")
    desk.until(lambda: pinned(desk) == [1] and numbers(desk) == ["l.1"])
    into(desk, " since six.")
    assert desk.text == "She has been there since six."
    assert desk.page.side.concerns.who.text() == ""
    assert desk.page.side.concerns.heading.text() == "Log of l.1"
    assert desk.page.composer.mode.text() == "l.1 is pinned as an immediate concern."


def test_what_the_second_press_does_is_said_and_done(desk: Desk, panel: ConcernPanel) -> None:
    pin(desk)
    desk.until(lambda: numbers(desk) == ["l.1", "l.2"])
    said = "l.2 is pinned as an immediate concern. Ctrl+I again: who was told."
    assert desk.page.composer.mode.text() == said
    assert desk.page.composer.edit.hasFocus()
    pin(desk)
    assert panel.who.hasFocus()
    assert panel.heading.text() == "Log of l.2"
    assert "Ctrl+I again" not in desk.page.composer.mode.text()
    into(desk, "chief nurse")
    pin(desk)
    assert panel.who.text() == "chief nurse"


def test_two_presses_at_once_pin_the_line_and_lead_to_who_was_told(desk: Desk) -> None:
    desk.enter(CORRIDOR)
    pin(desk)
    pin(desk)
    desk.until(desk.page.side.concerns.who.hasFocus)
    assert pinned(desk) == [1]


def test_a_selected_line_keeps_the_keys_and_with_another_the_second_press_is_not_promised(desk: Desk) -> None:
    desk.enter("The first.")
    desk.enter("The second.")
    lines = desk.page.lines
    lines.setFocus(Qt.FocusReason.TabFocusReason)
    pin(desk)
    desk.until(lambda: "l.2 is pinned" in desk.page.composer.mode.text())
    assert lines.hasFocus()
    assert "Ctrl+I again" in desk.page.composer.mode.text()
    desk.press(Qt.Key.Key_Up)
    assert desk.page.composer.mode.text() == "l.2 is pinned as an immediate concern."


def test_while_a_change_goes_on_the_second_press_stays_promised(desk: Desk) -> None:
    desk.enter("The first.")
    desk.press(Qt.Key.Key_Up)
    pin(desk)
    desk.until(lambda: numbers(desk) == ["l.1"])
    into(desk, " And more.")
    assert "Ctrl+I again: who was told." in desk.page.composer.mode.text()
    pin(desk)
    assert desk.page.side.concerns.who.hasFocus()
    assert pinned(desk) == [1]


# The log stays with its line


def test_after_a_redo_the_log_of_the_line_that_is_pinned_again_is_shown(desk: Desk, panel: ConcernPanel) -> None:
    steps = UndoStack(desk.opened.bridge, desk.page)
    pin(desk)
    desk.until(lambda: panel.heading.text() == "Log of l.2")
    steps.undo()
    desk.until(lambda: numbers(desk) == ["l.1"])
    assert panel.heading.text() == "Log of l.1"
    steps.redo()
    desk.until(lambda: numbers(desk) == ["l.1", "l.2"])
    assert panel.heading.text() == "Log of l.2"


def test_what_is_being_logged_stays_when_another_line_is_pinned_above_it(desk: Desk, panel: ConcernPanel) -> None:
    """Pinned again by Redo it stands where it stood, first: rows move, the log does not."""
    steps = UndoStack(desk.opened.bridge, desk.page)
    pin(desk)
    desk.until(lambda: numbers(desk) == ["l.1", "l.2"])
    steps.undo()
    desk.until(lambda: numbers(desk) == ["l.1"])
    desk.clock.pass_minutes(1)
    desk.enter("The third.")
    desk.do(PinConcern(desk.lines()[2].id))
    desk.until(lambda: panel.heading.text() == "Log of l.3")
    panel.who.setFocus()
    into(desk, "est")
    desk.do(PinConcern(desk.lines()[1].id))
    desk.until(lambda: len(numbers(desk)) == 3)
    into(desk, "ates")
    assert (panel.heading.text(), panel.who.text()) == ("Log of l.3", "estates")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: [len(one.tellings) for one in concerns(desk) if one.line.number == 3] == [1])


def test_what_is_typed_outlives_the_pin_being_taken_back_and_done_again(desk: Desk, panel: ConcernPanel) -> None:
    steps = UndoStack(desk.opened.bridge, desk.page)
    pin(desk)
    pin(desk)
    desk.until(panel.who.hasFocus)
    into(desk, "estates")
    steps.undo()
    desk.until(lambda: numbers(desk) == ["l.1"])
    assert panel.who.text() == "estates"
    assert panel.heading.text() == "l.2 is not pinned any more: nothing can be logged with it"
    desk.press(Qt.Key.Key_Return)
    assert panel.who.text() == "estates"
    steps.redo()
    desk.until(lambda: panel.heading.text() == "Log of l.2")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: {one.line.number: len(one.tellings) for one in concerns(desk)} == {1: 0, 2: 1})


def test_another_session_is_shown_nothing_of_what_was_typed(desk: Desk, panel: ConcernPanel) -> None:
    desk.do(WriteLine("p1", PANEL, "In the panel."), PinConcern("p1"))
    panel.who.setText("estates")
    desk.show(PANEL)
    desk.until(lambda: panel.heading.text() == "Log of l.1" and numbers(desk) == ["l.1"])
    assert panel.who.text() == ""
    desk.show(SESSION)


# What was logged is said


def test_what_was_logged_is_said_beside_the_composer_and_the_log_stays_in_view(desk: Desk) -> None:
    desk.page.resize(1040, 420)
    desk.enter("The first.")
    desk.page.lines.setFocus(Qt.FocusReason.TabFocusReason)
    pin(desk)
    panel = desk.page.side.concerns
    desk.until(panel.isVisible)
    pin(desk)
    desk.until(panel.who.hasFocus)
    into(desk, "estates")
    desk.press(Qt.Key.Key_Return)
    time = f"{desk.now().astimezone():%H:%M}"
    desk.until(lambda: desk.page.composer.mode.text() == f"Logged with l.1: estates told, {time}.")
    desk.until(lambda: len(panel.log.rows) == 1 and in_view(desk, panel.log))
    assert focused(desk) is desk.page.composer.edit


def test_the_log_of_a_line_that_was_just_pinned_comes_into_view(desk: Desk) -> None:
    desk.page.resize(1040, 420)
    side = desk.page.side
    desk.press(Qt.Key.Key_F7)
    desk.enter(CORRIDOR)
    bar = side.verticalScrollBar()
    desk.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    pin(desk)
    desk.until(lambda: in_view(desk, side.concerns.who))
    assert in_view(desk, side.concerns.heading)
    assert desk.page.composer.edit.hasFocus()
