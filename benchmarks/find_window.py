"""Find anything by its keys: from a key in its field until what is found of the record, and of the documents, is painted."""

import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.ratios import Spread
from benchmarks.session import Paints
from tests.ui.conftest import opened_on
from wellled_desktop import bootstrap
from wellled_desktop.framework.pack import Pack
from wellled_desktop.ui.application import make_application
from wellled_desktop.ui.find.dialog import FindDialog
from wellled_desktop.ui.find.finding import FindAnything
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.vault.library import OpenInspection

_SECONDS = 30.0


def measure(inspection: OpenInspection, pack: Pack, queries: Iterable[str]) -> list[Spread]:
    """Closes the inspection: the window's bridge has it."""
    application = QApplication.instance() or make_application(["bench"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        Appearance(application, bootstrap.shipped("resources"), SettingsFile(Path(folder))).begin("light")
        opened = opened_on(inspection, pack)
        window = QMainWindow()
        window.resize(1280, 800)
        window.show()
        finding = FindAnything(opened, window, window.menuBar().addMenu("Go").addAction("Find"))
        finding.looking.prepare()
        finding.open(None, covered=False)
        dialog = finding.dialog
        assert dialog is not None
        spreads = _typed(dialog, queries)
        dialog.reject()
        window.hide()
        opened.bridge.close()
    return spreads


def _typed(dialog: FindDialog, queries: Iterable[str]) -> list[Spread]:
    """Each query in place of the one before, and each key once all there is for the key before is on show."""
    record: list[float] = []
    everything: list[float] = []
    paints = Paints(dialog.list.viewport())
    for number, query in enumerate(("board", *queries)):
        dialog.field.selectAll()
        for key in query:
            began, seen = time.perf_counter(), paints.count
            QTest.keyClicks(dialog.field, key)
            _until(lambda: dialog.is_of_now and (paints.count > seen or not dialog.list.isVisible()))  # noqa: B023
            painted = time.perf_counter()
            _until(lambda: dialog.is_complete)
            QApplication.processEvents()
            if number:  # the first query is for warming up
                record.append((painted - began) * 1000)
                everything.append((time.perf_counter() - began) * 1000)
    return [
        Spread("a key in Find anything until the record and the framework are painted", record, goal_ms=150),
        Spread("a key in Find anything until the pages of documents are painted, too", everything, goal_ms=150),
    ]


def _until(condition: Callable[[], bool]) -> None:
    end = time.perf_counter() + _SECONDS
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError
        QApplication.processEvents()
