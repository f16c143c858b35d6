"""At every size of text each button of every page is as large as its words need, in the narrowest window that is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop import bootstrap
from wellled_desktop.inspection.commands import NewParticipant, PlanSession, RecordEvidence, SetEvidenceState, WriteLine
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import TEXT_STEPS, SettingsFile
from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.pages.reports.page import ReportsPage
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.pages.session.page import SessionPage
from wellled_desktop.ui.pages.sessions.new_session import NewSessionDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.pages.today.page import TodayPage
from wellled_desktop.ui.places import Place

# A window of 1024 by 700 without its navigator, menu and status bar.
BESIDE_NAVIGATOR = QSize(724, 590)
PLACES: dict[Callable[[Opened], Page], Place] = {
    TodayPage: Place("today", "2026-11-24"),
    KloePage: Place("kloe", "W1", "W1.E3"),
    SessionsPage: Place("sessions"),
    SessionPage: Place("session", "s1"),
    EvidencePage: Place("evidence"),
    RequestsPage: Place("requests"),
    ReportsPage: Place("reports", "2026-11-24"),
}


@pytest.fixture
def recorded(opened: Opened, qtbot: QtBot) -> Opened:
    """An inspection in which every page has something to show."""
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            PlanSession("s1", "interview", ("chief-executive",), (NewParticipant("ceo", "chief-executive"),)),
            WriteLine("l1", "s1", "We walk the wards.", tags=("W1.3",), claim=True),
            SetEvidenceState("W1.E3", "requested", "the company secretary"),
            RecordEvidence("e1", "Board papers", "minutes", nodes=("W4.E4.1",)),
        )
    return opened


def enlarge(application: QApplication, folder: Path, step: int) -> None:
    appearance = Appearance(application, bootstrap.shipped("resources"), SettingsFile(folder))
    appearance.begin("light")
    appearance.resize_text(step)


def too_small(shown: QWidget) -> list[str]:
    """The buttons on show to whose words the style would give more room."""
    return [
        f"{type(button).__name__} {button.text()}"
        for button in shown.findChildren(QAbstractButton)
        if button.isVisible() and button.text()
        if button.width() < button.sizeHint().width() or button.height() < button.sizeHint().height()
    ]


def settle(shown: QWidget, opened: Opened, qtbot: QtBot) -> None:
    """Until all that was asked of the reader is on show: each answer may ask for more."""
    answered: list[bool] = []
    for _ in range(3):
        answered.clear()
        opened.bridge.ask(shown, lambda _connection: True, answered.append)
        qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    QApplication.processEvents()


@pytest.mark.parametrize("step", TEXT_STEPS)
@pytest.mark.parametrize(("kind", "place"), PLACES.items(), ids=[place.page for place in PLACES.values()])
def test_no_button_of_a_page_is_smaller_than_its_words(
    recorded: Opened,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    kind: Callable[[Opened], Page],
    place: Place,
    step: int,
) -> None:
    enlarge(qapp, tmp_path, step)
    page = kind(recorded)
    qtbot.addWidget(page)
    page.resize(BESIDE_NAVIGATOR)
    page.show()
    page.show_place(place)
    settle(page, recorded, qtbot)
    assert page.width() == BESIDE_NAVIGATOR.width()
    assert [button for button in page.findChildren(QAbstractButton) if button.isVisible()] != []
    assert too_small(page) == []
    page.hide()


@pytest.mark.parametrize("step", TEXT_STEPS)
def test_no_button_of_the_new_session_is_smaller_than_its_words(
    recorded: Opened, qtbot: QtBot, qapp: QApplication, tmp_path: Path, step: int
) -> None:
    enlarge(qapp, tmp_path, step)
    dialog = NewSessionDialog(recorded)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.picker.roles.toggle(dialog.picker.roles.first_match())
    QApplication.processEvents()
    assert too_small(dialog) == []
    dialog.hide()
