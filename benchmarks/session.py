"""A session of 5,000 lines: opening it and typing in it, beside a bare list of the same texts and a bare editor."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from benchmarks.ratios import Figure, at, in_turn, medians
from tests.ui.conftest import AUTHOR, CHEAP, PASSPHRASE, new_inspection, opened_on
from wellled_desktop import bootstrap
from wellled_desktop.framework.loader import load_pack
from wellled_desktop.inspection.commands import PlanSession, WriteLine
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.ui.application import make_application
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.places import Place
from wellled_desktop.vault.library import Library

LINES = 5_000
KEYS = 400
ROUNDS = 5
SECONDS = 30.0
TEXTS = tuple(
    f"Line {number}: says the night cover was filled on nine nights in ten, and the tenth is the one that matters"
    for number in range(LINES)
)
SENTENCE = "the chair let the newest director finish and then asked for the evidence behind it "


class Paints(QObject):
    """Counts the paint events of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)


def measure() -> list[Figure]:
    application = make_application(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        appearance = Appearance(application, bootstrap.shipped("resources"), SettingsFile(Path(folder)))
        appearance.begin("light")
        opened = _long_session(Path(folder) / "library")
        figures = [*_opening(opened), *_typing(opened)]
        opened.bridge.close()
    return figures


def _long_session(folder: Path) -> Opened:
    pack = load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")
    vault, _ = Library(folder).create_vault(PASSPHRASE, AUTHOR, CHEAP, os.urandom)
    inspection = vault.create_inspection(new_inspection(pack), LaptopClock())
    inspection.store.execute(PlanSession("s1", "interview", ("chief-executive",)))
    inspection.store.execute(*(WriteLine(f"l{number}", "s1", text) for number, text in enumerate(TEXTS)))
    return opened_on(inspection, pack)


def _opening(opened: Opened) -> list[Figure]:
    taken = in_turn(lambda: _open_ours(opened)[0], _open_bare, ROUNDS)
    return [medians(f"open a session of {LINES:,} lines", taken, 1.5)]


def _open_ours(opened: Opened) -> tuple[float, SessionPage]:
    began = time.perf_counter()
    page = SessionPage(opened)
    page.resize(1060, 740)
    page.show()
    page.show_place(Place("session", "s1"))
    model = page.lines.model()
    paints = Paints(page.lines.viewport())
    _until(lambda: model.rowCount() > 0)
    seen = paints.count
    _until(lambda: paints.count > seen)
    took = (time.perf_counter() - began) * 1000
    return took, page


def _open_bare() -> float:
    began = time.perf_counter()
    window = _bare()
    view = window.findChild(QListView)
    assert view is not None
    paints = Paints(view.viewport())
    window.show()
    _until(lambda: paints.count > 0)
    took = (time.perf_counter() - began) * 1000
    window.deleteLater()
    return took


def _bare() -> QWidget:
    """A list with word wrap and an editor below it: what one writes first."""
    window = QWidget()
    window.resize(1060, 740)
    view = QListView()
    view.setWordWrap(True)
    view.setModel(QStringListModel(list(TEXTS), view))
    layout = QVBoxLayout(window)
    layout.addWidget(view)
    layout.addWidget(QPlainTextEdit())
    return window


def _typing(opened: Opened) -> list[Figure]:
    _, page = _open_ours(opened)
    _until(page.composer.edit.isEnabled)
    bare = _bare()
    bare.show()
    bare_edit = bare.findChild(QPlainTextEdit)
    assert bare_edit is not None
    ours, bare_typing = Typing(page.composer.edit), Typing(bare_edit)
    at_once = _keys(ours.key_at_once, bare_typing.key_at_once)
    framed = _keys(ours.key, bare_typing.key)
    for window in (page, bare):
        window.close()
        window.deleteLater()
    return [
        Figure("key handled and painted at once, p50", at(at_once[0], 50), at(at_once[1], 50), 1.5),
        Figure("key handled and painted at once, p99", at(at_once[0], 99), at(at_once[1], 99)),
        Figure("key to painted in its frame, p50", at(framed[0], 50), at(framed[1], 50), 1.5),
        Figure("key to painted in its frame, p99", at(framed[0], 99), at(framed[1], 99)),
    ]


def _keys(ours: Callable[[str], float], bare: Callable[[str], float]) -> tuple[list[float], list[float]]:
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(KEYS):
        character = SENTENCE[number % len(SENTENCE)]
        taken[0].append(ours(character))
        taken[1].append(bare(character))
    return taken


class Typing:
    """Presses keys in an editor and waits for each to be painted."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        self._edit = edit
        self._paints = Paints(edit.viewport())

    def key(self, character: str) -> float:
        """Milliseconds from the key to the glyph painted by the event loop, most of it the wait for Qt's next frame."""
        self._ready()
        seen = self._paints.count
        began = time.perf_counter()
        QTest.keyClicks(self._edit, character)
        _until(lambda: self._paints.count > seen)
        return (time.perf_counter() - began) * 1000

    def key_at_once(self, character: str) -> float:
        """Milliseconds of work only: the key's handling and a forced paint."""
        self._ready()
        began = time.perf_counter()
        QTest.keyClicks(self._edit, character)
        self._edit.viewport().repaint()
        return (time.perf_counter() - began) * 1000

    def _ready(self) -> None:
        self._edit.window().activateWindow()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.processEvents()


def _until(come_to_pass: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + SECONDS
    while not come_to_pass():
        QApplication.processEvents()
        if time.perf_counter() > deadline:
            raise TimeoutError
