"""A session page at work, for tests: typing into it, and reading what has reached the disk."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.store.conftest import HandClock
from wellled_desktop.inspection.commands import Command, NewParticipant, PlanSession
from wellled_desktop.inspection.read_models import NoteLine, SavedDraft, Session
from wellled_desktop.store import journal, reading, session_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place

SESSION = "s-ceo"
PANEL = "s-panel"


class Desk:
    """One shown session page. Everything asked of the record goes the way the window's own does."""

    def __init__(self, opened: Opened, clock: HandClock, qtbot: QtBot) -> None:
        self.opened = opened
        self.clock = clock
        self.qtbot = qtbot
        self.page = SessionPage(opened, now=self.now, steady=lambda: self.now().timestamp())
        self.page.resize(1040, 700)

    def now(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self.clock.unix_ms / 1000, dt.UTC)

    def show(self, session_id: str = SESSION, selected: str = "") -> None:
        self.page.show()
        self.page.show_place(Place("session", session_id, selected))
        self.qtbot.waitUntil(lambda: self.page.presenter.session is not None)
        # The caret is in the composer of the active window only.
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)

    def close(self) -> None:
        self.page.hide()

    def do(self, *commands: Command) -> None:
        """Records, and waits until the page has heard of it."""
        with self.qtbot.waitSignal(self.opened.bridge.changed):
            self.opened.bridge.do(*commands)

    # By keyboard

    def type(self, text: str) -> None:
        QTest.keyClicks(self.page.composer.edit, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.page.focusWidget() or self.page, key, held)

    def enter(self, text: str) -> None:
        """Types a line, and waits until it is on disk and on show as such."""
        before = len(self.lines())
        self.type(text)
        self.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: len(self.lines()) == before + 1)
        self.wait_until_shown()

    def wait_until_shown(self) -> None:
        """Until nothing on show is still on its way to the disk."""
        shown = self.page.presenter.lines
        last = self.lines()[-1]
        self.qtbot.waitUntil(
            lambda: not shown.is_pending(last.id) and shown.line_at(shown.rowCount() - 1) == last,
        )

    @property
    def text(self) -> str:
        return self.page.composer.edit.toPlainText()

    # On disk

    def lines(self, session_id: str = SESSION) -> tuple[NoteLine, ...]:
        return self.opened.bridge.read_now(partial(reading.lines, session_id=session_id))

    def session(self, session_id: str = SESSION) -> Session:
        return self.opened.bridge.read_now(partial(reading.sessions, session_id=session_id))[0]

    def draft(self, session_id: str = SESSION) -> str:
        question = partial(reading.draft, session_id=session_id, device=self.opened.bridge.device)
        return self.opened.bridge.read_now(question)

    def saved_draft(self, session_id: str = SESSION) -> SavedDraft | None:
        question = partial(session_reading.saved_draft, session_id=session_id, device=self.opened.bridge.device)
        return self.opened.bridge.read_now(question)

    def drafts_written(self) -> list[str]:
        """Every draft in the journal, oldest first, as canonical JSON text."""
        return self.opened.bridge.read_now(
            lambda connection: [entry.value for entry, _ in journal.entries(connection) if entry.kind == "draft-saved"]
        )

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)


def two_sessions() -> tuple[PlanSession, PlanSession]:
    """An interview with one person in the room, and a panel with three."""
    return (
        PlanSession(
            SESSION, "interview", ("chief-executive",), (NewParticipant("ceo", "chief-executive", name="Vex"),)
        ),
        PlanSession(
            PANEL,
            "panel",
            ("non-executive-directors", "governors"),
            (
                NewParticipant("ned-a", "non-executive-directors", "A"),
                NewParticipant("ned-b", "non-executive-directors", "B"),
                NewParticipant("gov", "governors"),
            ),
        ),
    )
