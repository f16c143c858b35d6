"""A session for reading, which is of nobody, is at home in every place of the window."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import MakeWindow, appearance, make_window, settings
from wellled_desktop.inspection.commands import PlanSession, RecordEvidence, WriteLine
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place

__all__ = ["MakeWindow", "appearance", "make_window", "settings"]

PLACES = (
    Place("session", "s1", "l1"),
    Place("sessions", selected="s1"),
    Place("kloe", "W4", "W4.2"),
    Place("triangulation", selected="W4.2"),
    Place("corroboration", "2026-11-24"),
    Place("reports", "2026-11-24"),
    Place("today", "2026-11-24"),
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.page)
def test_every_place_shows_it(opened: Opened, make_window: MakeWindow, qtbot: QtBot, place: Place) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(
            RecordEvidence("e1", "Board papers", "document", nodes=("W4.E7",)),
            PlanSession("s1", "observation", (), title="Reading"),
            WriteLine("l1", "s1", "E-001 p. 2 ¶ 3: “It meets monthly.”", "read", tags=("W4.2", "W4.E7")),
            WriteLine("l2", "s1", "Nobody was seen to be asked.", tags=("W4.2",), claim=True),
        )
    window = make_window()
    window.go(place)
    for _ in range(3):  # what is asked when something was answered included
        answered: list[bool] = []
        opened.bridge.ask(window, lambda _connection: True, answered.append)
        qtbot.waitUntil(lambda answered=answered: answered == [True])  # type: ignore[misc]
    here = window.pages.present_place()
    assert here is not None
    assert here.page == place.page
