"""The tab of service-level findings, for the tests of it."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import NewFinding, RecordFindings
from wellled_desktop.inspection.read_models import ServiceFinding
from wellled_desktop.store import weighing_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.findings.findings_view import FindingsView
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place

THREE = RecordFindings(
    "Core services.xlsx",
    (
        NewFinding("f1", "Maternity", "Women were asked and plans changed.", "W7.1", "strength", False, "October 2026"),
        NewFinding("f2", "Surgery", "Lists ran late.", None, "concern"),
        NewFinding("f3", "Surgery", "The list was known.", "W5.2", "neutral", True),
    ),
)


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> Iterator[EvidencePage]:
    """The page, not yet shown."""
    assert qtbot
    made = EvidencePage(opened)
    made.resize(1040, 760)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def show(qtbot: QtBot, page: EvidencePage, rows: int, selected: str = "") -> FindingsView:
    page.show()
    page.activateWindow()
    page.show_place(Place("evidence", "findings", selected))
    view = page.findings
    qtbot.waitUntil(lambda: view.told != "" and view.findings.rowCount() == rows)
    view.take_focus()
    return view


def kept(opened: Opened, *, retracted: bool = False) -> tuple[ServiceFinding, ...]:
    found: tuple[ServiceFinding, ...] = opened.bridge.read_now(partial(weighing_reading.findings, retracted=retracted))
    return found


def finding(opened: Opened, finding_id: str) -> ServiceFinding:
    return next(one for one in kept(opened, retracted=True) if one.id == finding_id)


def texts(view: FindingsView) -> list[str]:
    """What each row says, from the top."""
    return [str(view.findings.index(row, 1).data()) for row in range(view.findings.rowCount())]
