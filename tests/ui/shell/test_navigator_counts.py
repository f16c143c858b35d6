"""The navigator's counts are those of the KLOE pages and of Today: each line and entry once."""

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import PlanSession, RecordEvidence, RetractLine, WriteLine
from wellled_desktop.inspection.read_models import NodeCount
from wellled_desktop.inspection.triangulation.coverage import KINDS, Kind, KloeCoverage, Point
from wellled_desktop.store import node_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.coverage_marks import coverage_in_words, marks_from, marks_width, paint_marks
from wellled_desktop.ui.window.navigator import Navigator
from wellled_desktop.ui.window.navigator_model import COUNT_ROLE, KINDS_ROLE, PLACES_ROLE, NavigatorModel


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


def test_each_kloe_tells_in_words_and_by_shape_what_to_look_at(opened: Opened, qtbot: QtBot) -> None:
    navigator = Navigator(opened.pack)
    qtbot.addWidget(navigator)
    culture, today = navigator.places.index_of(Place("kloe", "W3")), navigator.places.index_of(Place("today"))
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            PlanSession("s1", "interview", ("chief-executive",)),
            *(WriteLine(f"l{at}", "s1", "Said.", tags=(f"W3.{at}",)) for at in range(2, 8)),
            WriteLine("l9", "s1", "Of no key evidence.", tags=("W3.2",), claim=True),
            RecordEvidence("e1", "Staff survey", "survey", nodes=("W3.3",), other_way=("W3.3",)),
        )
    navigator.count(opened)
    qtbot.waitUntil(lambda: "has nothing yet on 3 of 9 prompts" in culture.data(Qt.ItemDataRole.ToolTipRole))
    tip = culture.data(Qt.ItemDataRole.ToolTipRole).splitlines()
    assert "W3.3 is contradicted: 1 supports it and 1 points the other way (data)." in tip
    assert "W3.4 rests on one source (executive)." in tip
    assert "W3.2 has a claim without proof (S-01 l.7)." in tip
    assert culture.data(Qt.ItemDataRole.AccessibleTextRole).endswith("; W3 has nothing yet on 3 of 9 prompts")
    every = ("contradicted", "one source only", "claim without proof", "nothing yet")
    assert (culture.data(KINDS_ROLE), culture.data(PLACES_ROLE)) == (every, every)
    assert today.data(Qt.ItemDataRole.AccessibleTextRole) == "Today"
    assert today.data(KINDS_ROLE) == ()


def test_a_kloe_that_nothing_is_linked_to_has_no_mark(real_pack: Pack, qtbot: QtBot) -> None:
    places = NavigatorModel(real_pack)
    point = Point("nothing yet", "W3", "has nothing yet on any of its prompts", "W3.1")
    with qtbot.waitSignal(places.dataChanged, timeout=1_000):
        places.show_coverage((KloeCoverage("W3", (point,)),))
    kloe = places.index_of(Place("kloe", "W3"))
    assert (kloe.data(KINDS_ROLE), kloe.data(PLACES_ROLE)) == ((), ())
    assert "W3 has nothing yet on any of its prompts." in kloe.data(Qt.ItemDataRole.ToolTipRole)
    with qtbot.assertNotEmitted(places.dataChanged):
        places.show_coverage((KloeCoverage("W3", (point,)),))
    places.deleteLater()


def test_the_marks_are_of_four_shapes_each_in_its_place(qtbot: QtBot) -> None:
    def drawn(*kinds: Kind) -> QImage:
        picture = QImage(80, 20, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_marks(painter, QRectF(0, 0, marks_width(19, KINDS), 20), 19, KINDS, kinds)
        painter.end()
        return picture

    def inked(picture: QImage) -> set[int]:
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return {x // (marks_width(19, KINDS) // 4) for x, y in spots if picture.pixelColor(x, y).lightness() < 200}

    assert [inked(drawn(kind)) for kind in KINDS] == [{0}, {1}, {2}, {3}]
    assert inked(drawn(*KINDS)) == {0, 1, 2, 3}
    shapes = [
        drawn_at.copy(at * marks_width(19, KINDS) // 4, 0, 11, 20) for at, drawn_at in enumerate(map(drawn, KINDS))
    ]
    assert all(one != other for at, one in enumerate(shapes) for other in shapes[:at])


def test_of_many_things_to_look_at_the_tooltip_names_the_first() -> None:
    points = tuple(Point("one source only", f"W3.{at}", "rests on one source (staff)", f"W3.{at}") for at in range(11))
    words = coverage_in_words(KloeCoverage("W3", points, held=True))
    assert words[0] == "W3.0 rests on one source (staff)."
    assert words[-1] == "And 3 more, in Triangulation (Ctrl+8)."
    assert len(words) == 9


def test_counts_that_stay_the_same_repaint_nothing(real_pack: Pack, qtbot: QtBot) -> None:
    places = NavigatorModel(real_pack)
    with qtbot.waitSignal(places.dataChanged, timeout=1_000):
        places.show_counts((NodeCount("W1", 2, 1),))
    with qtbot.assertNotEmitted(places.dataChanged):
        places.show_counts((NodeCount("W1", 2, 1),))
    places.deleteLater()


def test_the_tooltip_has_the_name_of_the_kloe_in_whole(real_pack: Pack) -> None:
    places = NavigatorModel(real_pack)
    tip = places.index_of(Place("kloe", "W8")).data(Qt.ItemDataRole.ToolTipRole).splitlines()
    assert tip[:2] == ["W8  Learning, continuous improvement and innovation", real_pack.kloes[7].question]
    places.deleteLater()


def test_a_name_goes_into_the_places_of_marks_that_its_row_has_not(real_pack: Pack, qtbot: QtBot) -> None:
    navigator = Navigator(real_pack)
    qtbot.addWidget(navigator)
    navigator.resize(navigator.fontMetrics().averageCharWidth() * 37, 400)
    navigator.show()
    kloe = navigator.places.index_of(Place("kloe", "W6"))
    claim = KloeCoverage("W6", (Point("claim without proof", "W6.1", "has a claim", "W6.1"),), held=True)
    every = KloeCoverage("W1", tuple(Point(kind, "W1.1", "said", "W1.1") for kind in KINDS[:3]), held=True)
    navigator.places.show_coverage((claim,))
    alone = navigator.grab(navigator.visualRect(kloe)).toImage()
    navigator.places.show_coverage((claim, every))
    assert navigator.grab(navigator.visualRect(kloe)).toImage() == alone


def test_the_first_of_the_marks_says_how_far_the_name_may_go() -> None:
    each = marks_width(19, KINDS[:1])
    assert [marks_from(19, KINDS, kinds) for kinds in (KINDS, KINDS[2:3], ())] == [4 * each, 2 * each, 0]


def test_a_window_with_room_gives_the_names_more_of_it(real_pack: Pack, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    navigator = Navigator(real_pack, window)
    widths = []
    for width in (960, 1280):
        window.resize(width, 600)
        widths.append(navigator.sizeHint().width())
    assert widths[0] < widths[1] <= 264
