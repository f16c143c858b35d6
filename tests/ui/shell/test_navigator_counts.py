"""The navigator's counts are those of the KLOE pages and of Today: each line and entry once."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import PlanSession, RecordEvidence, RetractLine, WriteLine
from wellled_desktop.inspection.read_models import NodeCount
from wellled_desktop.store import node_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.navigator import Navigator
from wellled_desktop.ui.window.navigator_model import COUNT_ROLE, NavigatorModel


def test_a_line_with_several_tags_of_a_kloe_counts_once(opened: Opened, qtbot: QtBot) -> None:
    opened.bridge.do(
        PlanSession("s1", "interview", ("chief-executive",)),
        WriteLine("l1", "s1", "Of three nodes.", tags=("W3.1", "W3.G1", "W3.E1")),
        WriteLine("l2", "s1", "Of two KLOEs.", tags=("W3.1", "W4.1")),
        WriteLine("l3", "s1", "Taken back.", tags=("W3.1",)),
        RetractLine("l3", "misheard"),
        RecordEvidence("e1", "Staff survey", "survey", nodes=("W3.E1", "W3.E2")),
    )
    places = NavigatorModel(opened.pack, opened.bridge)
    kloe = places.index_of(Place("kloe", "W3"))
    with qtbot.waitSignal(places.dataChanged, timeout=10_000):
        opened.bridge.finish(places, partial(opened.bridge.ask, places, node_reading.kloe_totals, places.show_counts))
    assert kloe.data(COUNT_ROLE) == 3
    assert kloe.data(Qt.ItemDataRole.AccessibleTextRole) == "W3  Culture, 2 lines and 1 evidence entry linked"
    assert places.index_of(Place("kloe", "W4")).data(COUNT_ROLE) == 1
    assert places.index_of(Place("kloe", "W5")).data(COUNT_ROLE) == 0


def test_each_kloe_tells_in_words_which_of_its_prompts_have_nothing_yet(opened: Opened, qtbot: QtBot) -> None:
    navigator = Navigator(opened.pack)
    qtbot.addWidget(navigator)
    culture, today = navigator.places.index_of(Place("kloe", "W3")), navigator.places.index_of(Place("today"))
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            PlanSession("s1", "interview", ("chief-executive",)),
            *(WriteLine(f"l{at}", "s1", "Said.", tags=(f"W3.{at}",)) for at in range(1, 8)),
        )
    navigator.count(opened)
    qtbot.waitUntil(lambda: "2 of 9 prompts have nothing yet" in culture.data(Qt.ItemDataRole.ToolTipRole))
    assert culture.data(Qt.ItemDataRole.AccessibleTextRole).endswith("linked, 2 of 9 prompts have nothing yet")
    assert today.data(Qt.ItemDataRole.AccessibleTextRole) == "Today"
    held = frozenset(f"W3.{at}" for at in range(1, 9))
    navigator.places.show_held(held, opened.pack, opened.scope)
    assert "1 of 9 prompts has nothing yet" in culture.data(Qt.ItemDataRole.ToolTipRole)
    navigator.places.show_held(held | {"W3.9"}, opened.pack, opened.scope)
    assert "nothing yet" not in culture.data(Qt.ItemDataRole.ToolTipRole)
    with qtbot.assertNotEmitted(navigator.places.dataChanged):
        navigator.places.show_held(held | {"W3.9"}, opened.pack, opened.scope)


def test_counts_that_stay_the_same_repaint_nothing(real_pack: Pack, qtbot: QtBot) -> None:
    places = NavigatorModel(real_pack)
    with qtbot.waitSignal(places.dataChanged, timeout=1_000):
        places.show_counts((NodeCount("W1", 2, 1),))
    with qtbot.assertNotEmitted(places.dataChanged):
        places.show_counts((NodeCount("W1", 2, 1),))
    places.deleteLater()
