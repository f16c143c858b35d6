"""Linking by drag and by key: onto another item, with the finder, turned round, unlinked, and all of it taken back."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage, go_to
from tests.ui.kloe.records import entry, entry_id, line, line_id, record, retracted, session
from wellled_desktop.inspection.commands import NewFinding, RecordFindings
from wellled_desktop.inspection.read_models import EvidenceEntry, NoteLine
from wellled_desktop.store import reading, weighing_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.dragging import MIME, unpacked
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.pages.kloe.row import NodeRow
from wellled_desktop.ui.window.undo import UndoStack

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALL = Qt.DropAction.LinkAction | Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def the_line(opened: Opened, number: int = 1) -> NoteLine:
    return next(one for one in opened.bridge.read_now(reading.lines) if one.id == line_id(number))


def the_entry(opened: Opened) -> EvidenceEntry:
    (found,) = opened.bridge.read_now(reading.evidence_entries)
    return found


@pytest.fixture
def page(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> KloePage:
    """At W3.2, with a line, an entry and a finding."""
    record(
        qtbot,
        opened,
        session(),
        line(1, "Staff are glad to be here.", "W3.2"),
        line(2, "The rota was late again.", "W1.1"),
        entry(1, "Culture plan", "W3.2"),
        RecordFindings("Surgery, 2025", (NewFinding("f1", "surgery", "Morale is low.", "W3.2"),)),
    )
    return show_page(opened, "W3.2")


def choose(page: KloePage, key: str) -> None:
    page.beside.links.setFocus()
    page.beside.links.choose(page.beside.links.linked.row_of(key))


def dragged(page: KloePage, key: str) -> QMimeData:
    model = page.beside.links.linked
    data = model.mimeData([model.index(model.row_of(key))])
    assert isinstance(data, QMimeData)
    return data


def drop(row: NodeRow, data: QMimeData, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    """As the window system delivers it; whether the row takes it."""
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(20, 6), ALL, data, left, modifiers)
    enter.ignore()
    QApplication.sendEvent(row, enter)
    if enter.isAccepted():
        QApplication.sendEvent(row, QDropEvent(QPointF(20, 6), ALL, data, left, modifiers))
    return enter.isAccepted()


def told(
    qtbot: QtBot, page: KloePage, target: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None
) -> str:
    with qtbot.waitSignal(page.told) as said:
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
    return str(said.args[0])


def refused(qtbot: QtBot, page: KloePage, target: QWidget, key: Qt.Key) -> str:
    with qtbot.waitSignal(page.notice) as notice:
        QTest.keyClick(target, key)
    return str(notice.args[0])


def test_a_line_dragged_onto_another_item_is_linked_to_it_as_well(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    with qtbot.waitSignal(page.told) as said:
        assert drop(page.column.rows["W3.4"], dragged(page, line_id(1)))
    assert said.args == ["S-01 l.1 is linked to W3.4."]
    assert the_line(opened).tags == ("W3.2", "W3.4")


def test_with_shift_what_is_dragged_is_moved_there(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    with qtbot.waitSignal(page.told) as said:
        assert drop(page.column.rows["W3.E4"], dragged(page, entry_id(1)), SHIFT)
    assert said.args == ["E-001 is linked to W3.E4 in place of W3.2."]
    assert the_entry(opened).nodes == ("W3.E4",)


def test_what_is_dropped_where_it_is_already_changes_nothing_and_says_so(
    qtbot: QtBot, opened: Opened, page: KloePage
) -> None:
    record(qtbot, opened, line(3, "Both.", "W3.2", "W3.4"))
    qtbot.waitUntil(lambda: page.beside.links.linked.row_of(line_id(3)) >= 0)
    with qtbot.waitSignal(page.notice) as notice:
        drop(page.column.rows["W3.4"], dragged(page, line_id(3)))
    assert notice.args == ["S-01 l.3 is linked to W3.4 already."]


def test_a_row_takes_no_strange_thing_and_nothing_of_its_own(page: KloePage) -> None:
    strange, broken = QMimeData(), QMimeData()
    strange.setText("words of another program")
    broken.setData(MIME, b"{")
    assert unpacked(broken) is None
    assert not drop(page.column.rows["W3.4"], strange)
    assert not drop(page.column.rows["W3.4"], broken)
    assert not drop(page.column.rows["W3.2"], dragged(page, line_id(1)))


def test_what_is_held_over_a_row_frames_it_until_it_goes_on(page: KloePage) -> None:
    row = page.column.rows["W3.3"]
    page.column.rows["W3.3"].update()
    before = row.grab().toImage()
    data = dragged(page, line_id(1))
    enter = QDragEnterEvent(QPoint(20, 6), ALL, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(row, enter)
    assert row.grab().toImage() != before
    QApplication.sendEvent(row, QDragLeaveEvent())
    assert row.grab().toImage() == before


def test_two_links_made_quickly_one_after_another_are_both_kept(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    data = dragged(page, line_id(1))
    drop(page.column.rows["W3.3"], data)
    drop(page.column.rows["W3.4"], data)
    qtbot.waitUntil(lambda: the_line(opened).tags == ("W3.2", "W3.3", "W3.4"))


def test_x_turns_a_line_round_and_back_and_says_where_else(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    choose(page, line_id(1))
    links = page.beside.links
    assert told(qtbot, page, links, Qt.Key.Key_X) == "S-01 l.1 points the other way."
    assert the_line(opened).points_other_way
    qtbot.waitUntil(lambda: page.beside.counts.text().startswith("2 support · 1 points"))
    record(qtbot, opened, line(3, "Both.", "W3.2", "W3.4"))
    qtbot.waitUntil(lambda: links.linked.row_of(line_id(3)) >= 0)
    choose(page, line_id(3))
    assert told(qtbot, page, links, Qt.Key.Key_X) == "S-01 l.3 points the other way. That holds for W3.4 as well."
    qtbot.waitUntil(lambda: page.beside.counts.text().startswith("2 support · 2 point"))
    choose(page, line_id(1))
    assert told(qtbot, page, links, Qt.Key.Key_X) == "S-01 l.1 no longer points the other way."


def test_x_turns_an_entry_and_a_finding_round(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    choose(page, entry_id(1))
    assert told(qtbot, page, page.beside.links, Qt.Key.Key_X) == "E-001 points the other way."
    assert the_entry(opened).other_way == ("W3.2",)
    choose(page, "f1")
    assert told(qtbot, page, page.beside.links, Qt.Key.Key_X) == "The finding on surgery points the other way."
    assert opened.bridge.read_now(weighing_reading.findings)[0].points_other_way


def test_delete_unlinks_and_undo_links_again(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    undo = UndoStack(opened.bridge, page)
    choose(page, line_id(1))
    assert told(qtbot, page, page.beside.links, Qt.Key.Key_Delete) == "S-01 l.1 is no longer linked to W3.2."
    assert the_line(opened).tags == ()
    qtbot.waitUntil(lambda: page.beside.links.linked.row_of(line_id(1)) < 0)
    assert page.beside.links.current_record() is not None
    with qtbot.waitSignal(opened.bridge.changed):
        undo.undo()
    assert the_line(opened).tags == ("W3.2",)


def test_on_the_whole_kloe_what_stands_at_several_of_its_items_is_not_unlinked_by_guess(
    qtbot: QtBot, opened: Opened, page: KloePage
) -> None:
    record(qtbot, opened, line(3, "Both.", "W3.2", "W3.4"))
    go_to(qtbot, page, "W3")
    choose(page, line_id(3))
    sentence = "S-01 l.3 is linked to W3.2, W3.4: choose one of them first. Nothing was changed."
    assert refused(qtbot, page, page.beside.links, Qt.Key.Key_Delete) == sentence
    assert the_line(opened, 3).tags == ("W3.2", "W3.4")


def test_m_links_to_another_item_by_its_id_or_words_and_shift_moves(
    qtbot: QtBot, opened: Opened, page: KloePage
) -> None:
    choose(page, line_id(1))
    mover = page.beside.mover
    QTest.keyClick(page.beside.links, Qt.Key.Key_M)
    assert mover.field.hasFocus()
    QTest.keyClicks(mover.field, "w3.4")
    assert told(qtbot, page, mover.field, Qt.Key.Key_Return) == "S-01 l.1 is linked to W3.4."
    assert page.beside.links.hasFocus()
    assert not mover.isVisible()
    QTest.keyClick(page.beside.links, Qt.Key.Key_M)
    QTest.keyClicks(mover.field, "candour")
    assert mover.completions.isVisible()
    QTest.keyClick(mover.field, Qt.Key.Key_Return)
    node = mover.field.text()
    assert told(qtbot, page, mover.field, Qt.Key.Key_Return, SHIFT) == f"S-01 l.1 is linked to {node} in place of W3.2."
    assert the_line(opened).tags == ("W3.4", node)


def test_what_is_no_id_is_said_to_be_none_and_escape_goes_back(page: KloePage) -> None:
    choose(page, line_id(1))
    QTest.keyClick(page.beside.links, Qt.Key.Key_M)
    mover = page.beside.mover
    QTest.keyClicks(mover.field, "W3.99")
    QTest.keyClick(mover.field, Qt.Key.Key_Escape)
    if mover.isVisible():  # the first Esc closes what is offered
        QTest.keyClick(mover.field, Qt.Key.Key_Return)
        assert mover.remark.startswith("“W3.99” is no id of the framework")
        QTest.keyClick(mover.field, Qt.Key.Key_Escape)
    assert page.beside.links.hasFocus()
    assert not mover.isVisible()


def test_l_finds_a_line_by_its_number_and_links_it(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    finder = page.beside.finder
    QTest.keyClick(page.column.row.target, Qt.Key.Key_L)
    assert finder.field.hasFocus()
    assert not page.beside.links.isVisible()
    QTest.keyClicks(finder.field, "S-01 l.2")
    qtbot.waitUntil(lambda: finder.found.linked.row_of(line_id(2)) == 0)
    assert told(qtbot, page, finder.field, Qt.Key.Key_Return) == "S-01 l.2 is linked to W3.2."
    assert the_line(opened, 2).tags == ("W1.1", "W3.2")
    assert page.beside.links.isVisible()
    assert page.column.row.target.hasFocus()


def test_several_found_by_words_are_linked_at_once_as_pointing_the_other_way(
    qtbot: QtBot, opened: Opened, page: KloePage
) -> None:
    record(qtbot, opened, line(3, "The rota of April."), entry(2, "Rota of May", "W1.1"), line(4, "Rota, taken back."))
    record(qtbot, opened, retracted(4, "misheard"))
    finder = page.beside.finder
    QTest.keyClick(page.column.row.target, Qt.Key.Key_L)
    QTest.keyClicks(finder.field, "rota")
    qtbot.waitUntil(lambda: finder.found.linked.rowCount() == 3)
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    assert finder.found.hasFocus()
    for _ in range(3):
        QTest.keyClick(finder.found, Qt.Key.Key_Space)
        QTest.keyClick(finder.found, Qt.Key.Key_Down)
    QTest.keyClick(finder.found, Qt.Key.Key_Space)
    said = told(qtbot, page, finder.found, Qt.Key.Key_Return, SHIFT)
    assert said.count("points the other way") == 2
    linked = [the_line(opened, number).tags for number in (2, 3)]
    entries = [one for one in opened.bridge.read_now(reading.evidence_entries) if "W3.2" in one.other_way]
    assert sum("W3.2" in tags for tags in linked) + len(entries) == 2


def test_the_row_that_enter_takes_from_the_field_is_marked(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    record(qtbot, opened, line(3, "The rota of April."), line(4, "Rota of May."))
    finder = page.beside.finder
    QTest.keyClick(page.column.row.target, Qt.Key.Key_L)
    assert not finder.found.currentIndex().isValid()
    QTest.keyClicks(finder.field, "rota")
    qtbot.waitUntil(lambda: finder.found.linked.rowCount() == 3)
    assert [index.row() for index in finder.found.selectedIndexes()] == [0]
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    QTest.keyClick(finder.found, Qt.Key.Key_End)
    finder.field.setFocus()
    finder.field.setText("S-01 l.2")
    qtbot.waitUntil(lambda: finder.found.linked.row_of(line_id(2)) == 0)
    assert [index.row() for index in finder.found.selectedIndexes()] == [0]
    assert finder.field.hasFocus()


def test_escape_leaves_the_finder_and_nothing_is_linked(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    finder = page.beside.finder
    QTest.keyClick(page.column.row.target, Qt.Key.Key_L)
    QTest.keyClicks(finder.field, "nothing like it")
    qtbot.waitUntil(lambda: finder.found.linked.index(0).data() == "Nothing is found.")
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isVisible()
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    assert page.column.row.target.hasFocus()
    assert the_line(opened, 2).tags == ("W1.1",)


def test_what_was_retracted_meanwhile_is_not_changed(qtbot: QtBot, opened: Opened, page: KloePage) -> None:
    choose(page, line_id(1))
    data = dragged(page, line_id(1))
    record(qtbot, opened, retracted(1, "misheard"))
    with qtbot.waitSignal(page.notice) as notice:
        drop(page.column.rows["W3.4"], data)
    assert notice.args == ["This was retracted meanwhile; nothing was changed."]
