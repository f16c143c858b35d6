"""Undo and redo pressed faster than the disk answers: each press counts, in its order, and takes back what was done last."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import MakeWindow
from tests.ui.shell.test_undo import CTRL, SHIFT, do, edit_menu, state
from wellled_desktop.inspection.commands import (
    AnswerForm,
    PinConcern,
    PlanSession,
    SetEvidenceState,
    WriteLine,
)
from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow
from wellled_desktop.ui.window.undo import MOST, UndoStack

PLAN = PlanSession("s1", "interview", ("chief-executive",))


@pytest.fixture
def stack(opened: Opened) -> UndoStack:
    return UndoStack(opened.bridge)


@pytest.fixture
def told(stack: UndoStack) -> list[str]:
    """The sentences that were said."""
    sentences: list[str] = []
    stack.refused.connect(sentences.append)
    return sentences


def settle(opened: Opened, qtbot: QtBot) -> None:
    """Until all that was pressed is on disk and told: each step goes to the disk when the one before is there."""
    heard: list[int] = []
    for turn in range(6):
        opened.bridge.finish(opened.bridge, partial(heard.append, turn))
        qtbot.waitUntil(partial(heard.__contains__, turn))


def burst(window: MainWindow, keys: str) -> None:
    """z is Ctrl+Z, Z is Ctrl+Shift+Z; nothing else happens between."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL | SHIFT if key == "Z" else CTRL)


def lines(opened: Opened) -> dict[str, bool]:
    """Whether each line stands."""
    found: tuple[NoteLine, ...] = opened.bridge.read_now(reading.lines)
    return {one.text: one.retracted_at is None for one in found}


@pytest.mark.parametrize(
    ("keys", "ticked", "menu"),
    [
        ("zzZ", "110", ["Undo: tick W1.E2", "Redo: tick W1.E3"]),
        ("zzZZ", "111", ["Undo: tick W1.E3"]),
        ("zZzZz", "110", ["Undo: tick W1.E2", "Redo: tick W1.E3"]),
        ("zzzzzzZ", "100", ["Undo: tick W1.E1", "Redo: tick W1.E2"]),
        ("zzzZZZ", "111", ["Undo: tick W1.E3"]),
    ],
)
def test_several_presses_in_a_burst_do_what_they_do_one_by_one(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot, keys: str, ticked: str, menu: list[str]
) -> None:
    window = make_window()
    for number in (1, 2, 3):
        do(window, qtbot, SetEvidenceState(f"W1.E{number}", "gathered"))
    burst(window, keys)
    assert edit_menu(window) == menu
    settle(opened, qtbot)
    assert [state(opened, f"W1.E{number}") for number in (1, 2, 3)] == [
        "gathered" if one == "1" else "none" for one in ticked
    ]
    assert edit_menu(window) == menu


def test_undo_right_after_enter_takes_back_the_line_and_not_what_was_done_before(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    do(window, qtbot, PLAN)
    window.go(Place("session", "s1"))
    page = window.pages.page
    assert isinstance(page, SessionPage)
    composer = page.composer.edit
    qtbot.waitUntil(lambda: composer.hasFocus() and page.presenter.session is not None)
    QTest.keyClicks(composer, "We walk the wards.")
    QTest.keyClick(composer, Qt.Key.Key_Return)
    assert edit_menu(window) == ["Undo: write a line"]
    burst(window, "z")
    assert edit_menu(window) == ["Undo: plan a session", "Redo: write a line"]
    settle(opened, qtbot)
    assert lines(opened) == {"We walk the wards.": False}
    (session,) = opened.bridge.read_now(reading.sessions)
    assert (session.state, session.cancelled_at) == ("planned", None)
    burst(window, "Z")
    settle(opened, qtbot)
    assert lines(opened) == {"We walk the wards.": True}
    assert opened.bridge.read_now(reading.sessions)[0].state == "under way"


def test_the_very_first_action_can_be_taken_back_before_it_is_on_disk(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    burst(window, "z")
    settle(opened, qtbot)
    assert state(opened, "W1.E1") == "none"
    assert edit_menu(window) == ["Redo: tick W1.E1"]


def test_what_is_done_after_an_undo_was_pressed_is_kept_and_ends_the_redo(
    stack: UndoStack, opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    stack.undo()
    opened.bridge.do(SetEvidenceState("W1.E2", "gathered"))
    stack.redo()
    settle(opened, qtbot)
    assert (state(opened, "W1.E1"), state(opened, "W1.E2")) == ("none", "gathered")
    assert (stack.undo_name, stack.redo_name) == ("tick W1.E2", "")


def test_a_refused_undo_in_a_burst_is_told_once_and_the_rest_is_done(
    stack: UndoStack, told: list[str], opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    opened.bridge.do(PLAN)
    opened.bridge.do(WriteLine("l1", "s1", "words"))
    settle(opened, qtbot)
    stack.undo()
    stack.undo()
    stack.undo()
    stack.redo()
    settle(opened, qtbot)
    assert len(told) == 1
    assert "S-01 holds lines" in told[0]
    assert lines(opened) == {"words": False}
    assert state(opened, "W1.E1") == "gathered"
    assert (stack.undo_name, stack.redo_name) == ("tick W1.E1", "write a line")
    stack.redo()
    settle(opened, qtbot)
    assert lines(opened) == {"words": True}


def test_redo_pressed_right_after_an_undo_that_is_refused_leaves_all_as_it_is(
    stack: UndoStack, told: list[str], opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(PLAN)
    opened.bridge.do(WriteLine("l1", "s1", "words"))
    stack.undo()
    settle(opened, qtbot)
    stack.undo()
    stack.redo()
    settle(opened, qtbot)
    assert len(told) == 1
    assert opened.bridge.read_now(reading.sessions)[0].cancelled_at is None
    assert (stack.undo_name, stack.redo_name) == ("", "write a line")


def test_undo_of_what_was_not_recorded_takes_back_nothing_else(
    stack: UndoStack, told: list[str], opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    opened.bridge.do(SetEvidenceState("W1.E2", "gathered"))
    settle(opened, qtbot)
    stack.undo()
    settle(opened, qtbot)
    opened.bridge.do(PinConcern("no such line"), refused=lambda _sentence: None)
    assert (stack.undo_name, stack.redo_name) == ("pin an immediate concern", "")
    stack.undo()
    settle(opened, qtbot)
    assert (state(opened, "W1.E1"), told) == ("gathered", [])
    assert (stack.undo_name, stack.redo_name) == ("tick W1.E1", "tick W1.E2")


def test_what_was_being_undone_when_something_was_refused_can_be_done_again(
    stack: UndoStack, opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    stack.undo()
    opened.bridge.do(PinConcern("no such line"), refused=lambda _sentence: None)
    assert stack.redo_name == ""
    settle(opened, qtbot)
    assert (stack.undo_name, stack.redo_name) == ("", "tick W1.E1")
    stack.redo()
    settle(opened, qtbot)
    assert state(opened, "W1.E1") == "gathered"


def test_undo_of_what_changes_nothing_takes_back_what_was_done_before(
    stack: UndoStack, opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    stack.undo()
    settle(opened, qtbot)
    assert state(opened, "W1.E1") == "none"
    assert (stack.undo_name, stack.redo_name) == ("", "tick W1.E1")


def test_one_field_typed_in_several_saves_is_one_step_also_when_it_is_taken_back_at_once(
    stack: UndoStack, opened: Opened, qtbot: QtBot
) -> None:
    opened.bridge.do(PLAN)
    answers = ("We", "We walk", "We walk the wards.")
    for answer in answers:
        opened.bridge.do(AnswerForm("s1", "summary", answer))
    stack.undo()
    settle(opened, qtbot)
    read = partial(talk_reading.form_answers, session_id="s1")
    assert opened.bridge.read_now(read) == ()
    assert (stack.undo_name, stack.redo_name) == ("plan a session", "answer a form")
    stack.redo()
    settle(opened, qtbot)
    assert [one.answer for one in opened.bridge.read_now(read)] == ["We walk the wards."]


def test_no_more_steps_are_kept_than_anybody_takes_back(stack: UndoStack, opened: Opened, qtbot: QtBot) -> None:
    for number in range(MOST + 3):
        opened.bridge.do(PlanSession(f"s{number}", "interview", ("chief-executive",)))
    settle(opened, qtbot)
    for _ in range(MOST + 3):
        stack.undo()
    for _ in range(MOST):
        settle(opened, qtbot)
        if len(opened.bridge.read_now(reading.sessions)) == 3:
            break
    assert [one.id for one in opened.bridge.read_now(reading.sessions)] == ["s0", "s1", "s2"]
