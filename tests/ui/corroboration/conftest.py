"""A day's record with something to weigh on every KLOE, people whose names are kept, and the page of the meeting on it."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import Command, NewParticipant, PlanSession, WriteLine
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.corroboration.page import CorroborationPage
from wellled_desktop.ui.places import Place

SECRETS = ("Zebedee", "Quillfinch", "Maplethorpe", "the boss")
CHIEF, NURSE = "p1", "p2"
TUESDAY = "2026-11-24"
ShowPage = Callable[..., CorroborationPage]


def record(qtbot: QtBot, opened: Opened, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(*commands)


@pytest.fixture
def recorded(qtbot: QtBot, opened: Opened) -> Opened:
    """On W1.1 to W8.1 the chief executive says one thing and a nurse another; a session is still to come."""
    chief = NewParticipant(CHIEF, "chief-executive", "the boss", name="Zebedee Quillfinch")
    nurse = NewParticipant(NURSE, "head-of-nursing", "Sister Maplethorpe")
    lines: list[Command] = []
    for number in range(1, 9):
        node = f"W{number}.1"
        lines += [
            WriteLine(f"c{number}", "s1", "Quillfinch says: it is so.", speaker=CHIEF, tags=(node,), weight="strength"),
            WriteLine(
                f"n{number}", "s2", "Maplethorpe told zebedee it is not.", speaker=NURSE, tags=(node,), weight="concern",
                points_other_way=True,
            ),
        ]  # fmt: skip
    record(
        qtbot,
        opened,
        PlanSession("s1", "interview", ("chief-executive",), (chief,)),
        PlanSession("s2", "focus-group", ("head-of-nursing",), (nurse,)),
        PlanSession(
            "s3",
            "interview",
            ("director-of-hr",),
            title="With Quillfinch",
            planned_start=dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC),
        ),
        *lines,
    )
    return opened


@pytest.fixture
def show_page(qtbot: QtBot) -> Iterator[ShowPage]:
    """Shows the page at Tuesday's meeting, once the agenda has been read."""
    pages: list[CorroborationPage] = []

    def show(opened: Opened, selected: str = "") -> CorroborationPage:
        page = CorroborationPage(opened)
        pages.append(page)
        page.resize(1040, 760)
        page.show()
        with qtbot.waitSignal(page.presenter.agenda_read, timeout=10_000):
            page.show_place(Place("corroboration", TUESDAY, selected))
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(page: CorroborationPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.items, key)


def shown(page: CorroborationPage) -> str:
    """Everything that stands on the page, also for a screen reader."""
    models = (page.items.rows, page.behind.rows)
    rows = (
        str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for model in models
        for row in range(model.rowCount())
    )
    return "\n".join((page.head.title.text(), page.head.position.text(), page.prompt, *rows))
