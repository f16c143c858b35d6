"""Undo and redo of what was recorded in several parts, and of what the disk would not take."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shell.test_undo_bursts import PLAN, lines, settle, stack, told
from wellled_desktop.inspection.commands import CompareWorry, NewRisk, NoteWorry, RecordRisks, RetractLine, WriteLine
from wellled_desktop.store import talk_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.window.undo import UndoStack
from wellled_desktop.vault.library import OpenInspection

__all__ = ["stack", "told"]


def pragma(inspection: OpenInspection, statement: str) -> None:
    inspection.store.read(lambda connection: connection.exec_driver_sql(f"PRAGMA {statement}").close())


def test_what_only_the_disk_refused_can_be_taken_back_later(
    stack: UndoStack, told: list[str], opened: Opened, inspection: OpenInspection, qtbot: QtBot
) -> None:
    opened.bridge.do(PLAN)
    opened.bridge.do(WriteLine("l1", "s1", "x" * 50_000))
    opened.bridge.do(RetractLine("l1", "y" * 100_000))
    settle(opened, qtbot)
    stack.undo()
    settle(opened, qtbot)
    pragma(inspection, "max_page_count=1")
    stack.redo()
    settle(opened, qtbot)
    assert "full" in told[0]
    assert (stack.undo_name, stack.redo_name) == ("write a line", "retract a line")
    pragma(inspection, "max_page_count=100000")
    stack.redo()
    settle(opened, qtbot)
    assert list(lines(opened).values()) == [False]


def test_parts_of_one_run_are_taken_back_and_done_again_as_one(stack: UndoStack, opened: Opened, qtbot: QtBot) -> None:
    def register() -> list[str]:
        return [one.reference for one in opened.bridge.read_now(talk_reading.risks)]

    for part in range(3):
        risks = tuple(NewRisk(f"k{part}{one}", f"R{part}{one}", "Nights") for one in range(2))
        opened.bridge.do(RecordRisks("register.xlsx", risks), run="the file")
    opened.bridge.do(RecordRisks("typed in", (NewRisk("k9", "R9", "Lifts"),)))
    assert stack.undo_name == "record an entry of the risk register"
    stack.undo()
    assert stack.undo_name == "record 6 entries of the risk register"
    stack.undo()
    settle(opened, qtbot)
    assert (register(), stack.undo_name) == ([], "")
    stack.redo()
    settle(opened, qtbot)
    assert register() == ["R00", "R01", "R10", "R11", "R20", "R21"]


def test_of_a_run_only_what_could_be_taken_back_is_done_again(
    stack: UndoStack, told: list[str], opened: Opened, qtbot: QtBot
) -> None:
    for part in range(2):
        opened.bridge.do(RecordRisks("register.xlsx", (NewRisk(f"k{part}", f"R{part}", "Nights"),)), run="the file")
    settle(opened, qtbot)
    opened.bridge.take_back(  # as if on another page long ago
        (NoteWorry("w1", "Nights"), CompareWorry("w1", "matched", "k0")), lambda _redo: None, pytest.fail, stack
    )
    stack.undo()
    settle(opened, qtbot)
    assert "compared with “R0”" in told[0]
    assert [one.reference for one in opened.bridge.read_now(talk_reading.risks)] == ["R0"]
    stack.redo()
    settle(opened, qtbot)
    assert [one.reference for one in opened.bridge.read_now(talk_reading.risks)] == ["R0", "R1"]


def test_of_a_run_what_the_disk_refused_is_left_to_be_taken_back(
    stack: UndoStack, told: list[str], opened: Opened, inspection: OpenInspection, qtbot: QtBot
) -> None:
    many = tuple(NewRisk(f"k{number}", f"R{number}", "Nights") for number in range(200))
    opened.bridge.do(RecordRisks("register.xlsx", many), run="the file")
    opened.bridge.do(RecordRisks("register.xlsx", (NewRisk("k", "R", "Lifts"),)), run="the file")
    settle(opened, qtbot)
    pages = inspection.store.read(lambda connection: connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    pragma(inspection, f"max_page_count={pages + 4}")
    stack.undo()
    settle(opened, qtbot)
    assert len(told) == 1
    assert len(opened.bridge.read_now(talk_reading.risks)) == 200
    assert stack.undo_name == stack.redo_name == "record 201 entries of the risk register"
    pragma(inspection, "max_page_count=100000")
    stack.undo()
    settle(opened, qtbot)
    assert opened.bridge.read_now(talk_reading.risks) == ()
    stack.redo()
    stack.redo()
    settle(opened, qtbot)
    assert len(opened.bridge.read_now(talk_reading.risks)) == 201
