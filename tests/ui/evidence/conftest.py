"""The Evidence page on a real inspection, shown, with its log read."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place

ShowEvidence = Callable[[Place, int], EvidencePage]


@pytest.fixture
def show_evidence(qtbot: QtBot, opened: Opened) -> Iterator[ShowEvidence]:
    """Shows the page at a place, once so many entries are in its log."""
    pages: list[EvidencePage] = []

    def show(place: Place, entries: int) -> EvidencePage:
        page = EvidencePage(opened)
        pages.append(page)
        page.resize(1040, 760)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.show_place(place)
        qtbot.waitUntil(lambda: page.log.log.rowCount() == entries)
        qtbot.waitUntil(lambda: page.checklist.items.interviewed_for("W1.E1") is not None)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
