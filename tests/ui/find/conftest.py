"""Find anything in the real window, by keyboard, on an inspection that holds one of everything."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import MakeWindow, appearance, make_window, settings
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    AddQuestions,
    AttachFile,
    Command,
    MakeRequest,
    NewFinding,
    NewParticipant,
    NewQuestion,
    NewRisk,
    NoteWorry,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    RecordRisks,
    SetJudgement,
    WriteLine,
)
from wellled_desktop.ui.find.dialog import FindDialog
from wellled_desktop.ui.find.results import Heading, Result
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.window.main_window import MainWindow

__all__ = ["MakeWindow", "appearance", "make_window", "settings"]

CTRL = Qt.KeyboardModifier.ControlModifier
DOCUMENT = "d" * 64
EVERYTHING: tuple[Command, ...] = (
    PlanSession(
        "s1", "interview", ("chief-executive",), participants=(
            NewParticipant("p1", "chief-executive", "the interim one", name="Quentin Imaginary"),
        ),
        planned_start=dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC),
    ),
    PlanSession("s2", "focus-group", ("governors",), title="Governors of the quorum"),
    WriteLine("l1", "s1", "The board has no quorum at night."),
    WriteLine("l2", "s1", "The clinical commissioning group asked twice.", speaker="p1", claim=True),
    WriteLine("l3", "s2", "We read the zebra minutes.", line_type="read"),
    RecordEvidence("e1", "Quorum of the committees", "minutes", owner="company secretary", nodes=("W4.E1",)),
    RecordEvidence("e2", "Staff survey", "survey", nodes=("W3.E1",)),
    AttachFile("a1", "e2", DOCUMENT, 10, "walrus survey.pdf"),
    MakeRequest("r1", "The register of quorum"),
    MakeRequest("r2", "The giraffe plan"),
    NoteWorry("w1", "Too few nurses"),
    NoteWorry("w2", "The okapi roof"),
    RecordRisks("register.xlsx", (NewRisk("k1", "R12", "Ibex in the cellar"), NewRisk("k2", "R13", "Roofs"))),
    RecordFindings("core service", (NewFinding("f1", "Maternity", "No lemur was counted", node="W1.1"),)),
    SetJudgement("W6.1", "concern", "The data about tapirs are wrong"),
    AddLocalNode("n1", "W2", "prompt", "Is the gnu part of the vision?"),
    AddQuestions("s2", (NewQuestion("q1", "Who feeds the vole?", "", "own"),)),
)  # fmt: skip


class Finder:
    """The window, and Find anything over it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def open(self) -> FindDialog:
        """By its key, where the focus is."""
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(self.window.focusWidget() or self.window, Qt.Key.Key_K, CTRL)
        self.qtbot.waitUntil(lambda: self.window.finding.dialog is not None)
        self.qtbot.waitUntil(self.dialog.isActiveWindow)
        return self.dialog

    @property
    def dialog(self) -> FindDialog:
        shown = self.window.finding.dialog
        assert shown is not None
        return shown

    def type(self, text: str) -> None:
        """Key by key, and waits for the answer to the last."""
        QTest.keyClicks(self.dialog.field, text)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.dialog.is_complete)

    def find(self, text: str) -> None:
        """In place of what was typed before."""
        self.dialog.field.selectAll()
        self.type(text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, held)

    @property
    def results(self) -> list[Result]:
        return [row for row in self.dialog.list.results.rows if isinstance(row, Result)]

    @property
    def headings(self) -> list[str]:
        return [row.words for row in self.dialog.list.results.rows if isinstance(row, Heading)]

    def refs(self, kind: str) -> list[str]:
        return [one.short for one in self.results if one.kind == kind]

    def choose(self, kind: str, words: str = "") -> None:
        """Walks down to the first of the kind that has the words, and presses Enter."""
        for _ in self.results:
            current = self.dialog.list.current()
            assert current is not None
            if current.kind == kind and words in current.text:
                self.press(Qt.Key.Key_Return)
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError([one.spoken for one in self.results])


@pytest.fixture
def recorded(opened: Opened, qtbot: QtBot) -> None:
    """One of everything is on disk, and the text of the document has been read."""
    with qtbot.waitSignal(opened.bridge.saved):
        opened.bridge.do(*EVERYTHING)
    with closing(opened.bridge.inspection.documents()) as documents:
        documents.index_document(DOCUMENT, ("Cover", "The narwhal committee met twice."))


@pytest.fixture
def finder(recorded: None, make_window: MakeWindow, qtbot: QtBot) -> Iterator[Finder]:
    assert recorded is None
    found = Finder(make_window(), qtbot)
    yield found
    if found.window.finding.dialog is not None:
        found.window.finding.dialog.reject()
