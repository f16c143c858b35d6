"""Notes at the speed of talk: the real window on the extreme inspection, in its session of 5,000 lines.

What has to be quick there: a key, Enter, the list that # opens, the way through the lines, and opening the session.
"""

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from benchmarks import extreme
from benchmarks.ratios import Spread, show_spreads
from benchmarks.session import SENTENCE, Paints, Typing
from benchmarks.typist import KEYS_A_SECOND, Typist
from tests.ui.conftest import opened_on
from wellled_desktop import bootstrap
from wellled_desktop.inspection.commands import Command, WriteLine
from wellled_desktop.store.store import Change, Recorded, Store
from wellled_desktop.ui.application import make_application, prepare_python
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.cycles import Cycles
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow

KEYS = 504
LINES = 200
OPENINGS = 100
FRAMES = 600
TOKENS = ("#ICB", "#bully", "#W5.3", "#risk reg", "#speak up", "#board ass")
_FRAME_PIXELS = 48
SAMPLE_SECONDS = 30
_SECONDS = 20.0
_SETTLE_SECONDS = 1.5
_DOZEN = 12


class Desk:
    """The window on the extreme inspection, with the long session open; `written_at` grows by a moment for each line."""

    def __init__(self, window: MainWindow, written_at: list[float]) -> None:
        self.window = window
        self.written_at = written_at
        self.go(extreme.LONG_SESSION)
        page = window.pages.page
        assert isinstance(page, SessionPage)
        self.page = page
        self.edit = page.composer.edit

    def go(self, session: str) -> None:
        """Opens the session and waits until its newest lines are painted."""
        self.window.go(Place("session", session))
        page = self.window.pages.page
        assert isinstance(page, SessionPage)
        until(lambda: page.presenter.session is not None)
        paints = Paints(page.lines.viewport())
        until(lambda: paints.count > 0)
        page.lines.viewport().removeEventFilter(paints)
        paints.deleteLater()


@contextmanager
def at_the_desk(library: Path) -> Iterator[Desk]:
    """The real window on a copy of the extreme inspection; all that it was asked to record is on disk at the end."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = make_application(["bench"])
    thresholds = gc.get_threshold()
    prepare_python()
    cycles = Cycles(application)
    cycles.begin()
    appearance = Appearance(application, bootstrap.shipped("resources"), SettingsFile(library))
    appearance.begin("light")
    vault, inspection = extreme.open_copied(library)
    written_at = moments_of_writing(inspection.store)
    window = MainWindow(appearance, library)
    window.begin(opened_on(inspection, extreme.pack_of_the_app()))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    try:
        desk = Desk(window, written_at)
        settle(_SETTLE_SECONDS)
        yield desk
    finally:
        window.opened.bridge.close()
        window.hide()
        window.deleteLater()
        vault.close()
        cycles.end()
        gc.set_threshold(*thresholds)


def moments_of_writing(store: Store) -> list[float]:
    """When each line was on disk from now on, as the writer's thread has it."""
    moments: list[float] = []
    record = store.record

    def timed(*commands: Command) -> Recorded:
        recorded = record(*commands)
        if any(isinstance(command, WriteLine) for command in commands):
            moments.append(time.perf_counter())
        return recorded

    store.record = timed  # type: ignore[method-assign]
    return moments


def keys(desk: Desk) -> list[Spread]:
    """Ours and a bare editor of the same width in turn, key by key."""
    bare = QPlainTextEdit()
    bare.resize(desk.edit.width(), 300)
    bare.show()
    pressed, pressed_bare = Typing(desk.edit), Typing(bare)
    taken = [
        _in_turn(getattr(pressed, way), getattr(pressed_bare, way), (desk.window, bare))
        for way in ("key_at_once", "key")
    ]
    bare.close()
    bare.deleteLater()
    desk.window.activateWindow()
    return [
        Spread("key handled and painted at once", *taken[0], goal_ms=16, goal_ratio=1.5),
        Spread("key to painted in its frame", *taken[1], goal_ms=16, goal_ratio=1.5),
    ]


def _in_turn(
    ours: Callable[[str], float], bare: Callable[[str], float], windows: tuple[QWidget, QWidget]
) -> tuple[list[float], list[float]]:
    """By dozens: the first key after a window was made the active one paints all of it, which is not the key's doing."""
    taken: tuple[list[float], list[float]] = ([], [])
    for begin in range(0, KEYS, _DOZEN):
        for kept, press, window in zip(taken, (ours, bare), windows, strict=True):
            window.activateWindow()
            settle(0.1)
            kept.extend(press(SENTENCE[number % len(SENTENCE)]) for number in range(begin, begin + _DOZEN))
    return taken


def enters(desk: Desk) -> list[Spread]:
    """Until the composer is empty, painted and has the caret; until the line is on disk; until the window has heard of it."""
    back, disk, told = Times(), [], []
    paints = Paints(desk.edit.viewport())
    for number in range(LINES):
        QTest.keyClicks(desk.edit, f"{SENTENCE} {number}")
        settle(0.02)
        saved = Moments(desk)
        seen = paints.count
        began = time.perf_counter()
        with back.one():
            QTest.keyClick(desk.edit, Qt.Key.Key_Return)
            until(lambda seen=seen: paints.count > seen and desk.edit.document().isEmpty() and desk.edit.hasFocus())  # type: ignore[misc]
        told.append((saved.wait() - began) * 1000)
        disk.append((desk.written_at[-1] - began) * 1000)
    return [
        Spread("Enter to the caret in the empty composer, painted", back.all, work=back.work, goal_ms=16),
        Spread("Enter to the line on disk", disk, goal_ms=30),
        Spread("Enter to the window told that it is on disk", told),
    ]


class Moments:
    """When the bridge next says that a line is on disk."""

    def __init__(self, desk: Desk) -> None:
        self._bridge = desk.window.opened.bridge
        self._loop = QEventLoop()
        self._at = 0.0
        self._bridge.changed.connect(self._heard)

    def _heard(self, changes: tuple[Change, ...]) -> None:
        if not self._at and any(change.kind == "line-written" for change in changes):
            self._at = time.perf_counter()
            self._bridge.changed.disconnect(self._heard)
            self._loop.quit()

    def wait(self) -> float:
        if not self._at:
            self._loop.exec()
        return self._at


def completions(desk: Desk) -> Spread:
    """Each key of a #token, until what it may mean is painted."""
    taken = []
    shown = desk.page.completions
    for _ in range(12):
        for token in TOKENS:
            for character in token:
                began = time.perf_counter()
                QTest.keyClicks(desk.edit, character)
                if shown.isVisible():
                    shown.viewport().repaint()
                    taken.append((time.perf_counter() - began) * 1000)
                QApplication.processEvents()
            desk.edit.selectAll()
            QTest.keyClick(desk.edit, Qt.Key.Key_Delete)
    return Spread("key of a #token to the list of what it may mean", taken, goal_ms=30)


def openings(desk: Desk) -> list[Spread]:
    long, other = Times(), Times()
    sessions = desk.window.opened.bridge.read_now(
        lambda connection: [row[0] for row in connection.exec_driver_sql("SELECT id FROM session ORDER BY number")]
    )
    for session in sessions[:OPENINGS]:
        with other.one():
            desk.go(session)
        settle(0.15)
        with long.one():
            desk.go(extreme.LONG_SESSION)
        settle(0.15)
    return [
        Spread("open the session of 5,000 lines, its newest painted", long.all, work=long.work, goal_ms=100),
        Spread("open one of about 100 lines", other.all, work=other.work, goal_ms=100),
    ]


def scrolling(desk: Desk) -> list[Spread]:
    """Frames as the wheel makes them, up from the end, and as dragging the bar over the whole session makes them."""
    bar = desk.page.lines.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(0.2)
    wheel, drag = Times(), Times()
    for _ in range(FRAMES):
        _frame(desk, wheel, bar.value() - _FRAME_PIXELS)
    for step in range(FRAMES):
        _frame(desk, drag, bar.maximum() * step // (FRAMES - 1))
    bar.setValue(bar.maximum())
    return [
        Spread("a frame of scrolling by the wheel, with what it fetches", wheel.all, work=wheel.work, goal_ms=16),
        Spread("a frame of dragging over all 5,000 lines, with what it fetches", drag.all, work=drag.work, goal_ms=16),
    ]


def _frame(desk: Desk, times: "Times", value: int) -> None:
    """Everything the UI thread does for it, then the rest of a sixtieth of a second for the other threads."""
    with times.one():
        desk.page.lines.verticalScrollBar().setValue(value)
        desk.page.lines.viewport().repaint()
        QApplication.processEvents()
    settle(max(0.0, 1 / 60 - times.all[-1] / 1000))


class Times:
    """What each of several took, and what the thread worked of it, in milliseconds."""

    def __init__(self) -> None:
        self.all: list[float] = []
        self.work: list[float] = []

    @contextmanager
    def one(self) -> Iterator[None]:
        began, worked = time.perf_counter(), time.thread_time()
        yield
        self.all.append((time.perf_counter() - began) * 1000)
        self.work.append((time.thread_time() - worked) * 1000)


def settle(seconds: float) -> None:
    """Lets the event loop run, asleep between events as it usually is."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def until(come_to_pass: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + _SECONDS
    while not come_to_pass():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.perf_counter() > deadline:
            raise TimeoutError


def show() -> None:
    """Prints all of it, and what the watchdog saw while somebody typed for half a minute, 12 keys a second."""
    with tempfile.TemporaryDirectory() as folder, at_the_desk(extreme.copied(Path(folder) / "library")) as desk:
        spreads = [*keys(desk), *enters(desk), completions(desk), *openings(desk), *scrolling(desk)]
        typist = Typist(desk.page, desk.window.opened.bridge, SAMPLE_SECONDS * KEYS_A_SECOND, waits=True)
        typed = typist.type(Path(folder) / "watchdog.txt")
    show_spreads(
        "A session of 5,000 lines in an inspection of 44,500 lines and 380 sessions, in the real window",
        spreads,
        "A frame of Qt's comes some milliseconds after it is asked for; “at once” is the work alone.",
        f"{SAMPLE_SECONDS} s of typing, {KEYS_A_SECOND} keys a second: {typed.words}",
        *map(str, typed.long_turns),
    )


if __name__ == "__main__":
    show()
