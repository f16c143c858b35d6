"""An entry with everything that can be said of it: recorded, shown, changed, retracted and put back, by keyboard."""

import datetime as dt
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import SESSION, entry, entry_id, line, line_id, record, session
from wellled_desktop.inspection.commands import AmendEntry, MakeRequest, RetractEntry
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.store import entry_reading, reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

CTRL = Qt.KeyboardModifier.ControlModifier


def stored(opened: Opened) -> EvidenceEntry:
    (found,) = opened.bridge.read_now(partial(reading.evidence_entries, retracted=True))
    assert isinstance(found, EvidenceEntry)
    return found


def changed(opened: Opened) -> list[str]:
    """The fields that were changed since the entry was recorded, in order."""
    whole = opened.bridge.read_now(partial(entry_reading.entry_whole, entry_id=entry_id(1)))
    assert whole is not None
    return [one.field for one in whole.changes]


def begin_change(qtbot: QtBot, page: EvidencePage, key: Qt.Key = Qt.Key.Key_F2) -> None:
    page.log.table.setFocus()
    QTest.keyClick(page.log.table, key)
    qtbot.waitUntil(page.log.form.fields.title.hasFocus)


def test_more_opens_by_its_key_and_everything_in_it_is_recorded(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, MakeRequest("r1", "The board's minutes", "company secretary"))
    page = show_evidence(Place("evidence"), 0)
    page.open_form()
    fields = page.log.form.fields
    assert not fields.rest.isVisible()
    qtbot.waitUntil(lambda: fields.request.count() == 2)
    QTest.keyClick(fields.title, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(fields.remarks.hasFocus)
    fields.title.setText("Board minutes")
    fields.nodes.setText("W4.E7 W4.2 ")
    QTest.keyClick(fields.ways.buttons["W4.2"], Qt.Key.Key_Space)
    fields.period.setText("January 2026")
    fields.received_on.setText("24 Nov 2026")
    fields.received_how.setText("by hand")
    QTest.keyClick(fields.request, Qt.Key.Key_Down)
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(fields.period, Qt.Key.Key_Return, CTRL)
    found = stored(opened)
    assert (found.nodes, found.other_way) == (("W4.E7", "W4.2"), ("W4.2",))
    assert (found.period, found.received_on, found.received_how) == ("January 2026", dt.date(2026, 11, 24), "by hand")
    assert found.request == "r1"


def test_a_node_taken_out_of_the_field_takes_its_button_away(qtbot: QtBot, show_evidence: ShowEvidence) -> None:
    page = show_evidence(Place("evidence"), 0)
    page.open_form()
    fields = page.log.form.fields
    fields.nodes.setFocus()
    QTest.keyClicks(fields.nodes, "W4")
    assert fields.ways.buttons == {}  # it may become W4.E7
    fields.nodes.popup.hide()
    fields.nodes.setText("W4.E7 W4.2")
    assert [button.text() for button in fields.ways.buttons.values()] == ["■ W4.E7 supports", "■ W4.2 supports"]
    fields.nodes.setText("W4.2 ")
    assert list(fields.ways.buttons) == ["W4.2"]
    assert fields.ways.buttons["W4.2"].accessibleName() == "W4.2: supports"


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_E])
def test_only_what_was_changed_is_recorded_as_changed(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence, key: Qt.Key
) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7", owner="company secretary"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    begin_change(qtbot, page, key)
    fields = page.log.form.fields
    assert (fields.title.text(), fields.owner.text(), fields.nodes.text()) == (
        "Board minutes",
        "company secretary",
        "W4.E7 ",
    )
    fields.title.setText("Board minutes, January")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(fields.title, Qt.Key.Key_Return)
    assert changed(opened) == ["title"]
    qtbot.waitUntil(lambda: not page.log.form_is_open and page.log.table.hasFocus())
    qtbot.waitUntil(lambda: "Before: Board minutes. After: Board minutes, January." in page.log.detail.history)
    assert page.log.filter.data(page.log.filter.index(0, 1)) == "Board minutes, January"


def test_a_form_in_which_nothing_was_changed_records_nothing(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    begin_change(qtbot, page)
    QTest.keyClick(page.log.form.fields.title, Qt.Key.Key_Return)
    assert not page.log.form_is_open
    assert changed(opened) == []


def test_what_an_entry_points_to_is_turned_and_its_days_taken_away(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"))
    record(qtbot, opened, AmendEntry(entry_id(1), dated=dt.date(2026, 1, 31), received_on=dt.date(2026, 11, 24)))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    begin_change(qtbot, page)
    fields = page.log.form.fields
    assert fields.rest.isVisible()  # something stands under More
    assert (fields.dated.text(), fields.received_on.text()) == ("31/01/2026", "24/11/2026")
    fields.dated.clear()
    fields.received_on.clear()
    QTest.keyClick(fields.ways.buttons["W4.E7"], Qt.Key.Key_Space)
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(fields.title, Qt.Key.Key_Return, CTRL)
    found = stored(opened)
    assert (found.dated, found.received_on, found.other_way) == (None, None, ("W4.E7",))
    qtbot.waitUntil(lambda: page.log.detail.links.nodes[0].text() == "W4.E7  □ points the other way")


def test_what_is_typed_of_a_new_entry_waits_while_another_is_changed(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Board minutes"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    page.open_form()
    page.log.form.fields.title.setText("Half a title")
    QTest.keyClick(page.log.form.fields.title, Qt.Key.Key_Escape)
    begin_change(qtbot, page)
    assert page.log.form.fields.title.text() == "Board minutes"
    QTest.keyClick(page.log.form.fields.title, Qt.Key.Key_Escape)
    page.open_form()
    assert page.log.form.fields.title.text() == "Half a title"


def test_a_day_received_that_is_none_opens_more_and_is_said(qtbot: QtBot, show_evidence: ShowEvidence) -> None:
    page = show_evidence(Place("evidence"), 0)
    page.open_form()
    fields = page.log.form.fields
    fields.title.setText("Minutes")
    fields.received_on.setText("soon")
    QTest.keyClick(fields.title, Qt.Key.Key_Return)
    assert page.log.form.problem.startswith("“soon” is not a day of the calendar")
    qtbot.waitUntil(fields.received_on.hasFocus)


def _give_reason(qtbot: QtBot, opened: Opened, page: EvidencePage, reason: str) -> None:
    QTest.keyClick(page.log.table, Qt.Key.Key_Delete)
    field = page.log.detail.acts.reason.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    field.setText(reason)
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(page.log.table.hasFocus)


def test_an_entry_is_retracted_with_a_reason_and_put_back_with_one(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Board minutes"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    page.log.table.setFocus()
    _give_reason(qtbot, opened, page, "twice")
    qtbot.waitUntil(lambda: page.log.filter.rowCount() == 0)
    QTest.keyClick(page.log.table, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.log.filter.rowCount() == 1)
    what = page.log.filter.index(0, 1)
    assert what.data() == "Retracted: Board minutes"
    assert what.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert what.data(Qt.ItemDataRole.ForegroundRole) == page.palette().brush(QPalette.ColorRole.PlaceholderText)
    _give_reason(qtbot, opened, page, "not twice")
    found = stored(opened)
    assert found.retracted_at is None
    qtbot.waitUntil(lambda: page.log.filter.index(0, 1).data(Qt.ItemDataRole.FontRole) is None)
    qtbot.waitUntil(lambda: "Put back: not twice" in page.log.detail.history)
    assert "Retracted: twice" in page.log.detail.history


def test_a_retracted_entry_is_not_changed_before_it_is_put_back(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Board minutes"))
    record(qtbot, opened, RetractEntry(entry_id(1), "twice"))
    page = show_evidence(Place("evidence"), 1)
    assert page.log.filter.rowCount() == 0
    assert page.log.told.startswith("Nothing is recorded yet")
    page.show_place(Place("evidence", selected=entry_id(1)))
    assert page.log.retracted.isChecked()
    assert page.log.chosen_id() == entry_id(1)
    QTest.keyClick(page.log.table, Qt.Key.Key_F2)
    assert not page.log.form_is_open


def test_the_detail_says_where_an_entry_came_from_and_who_cites_it(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, session(), line(1, "We wrote it down.", claim=True))
    record(qtbot, opened, MakeRequest("r1", "The minutes", line=line_id(1)), entry(1, "Minutes"))
    record(qtbot, opened, AmendEntry(entry_id(1), request="r1", period="2025"), line(2, "E-001 p. 3", line_type="read"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    links = page.log.detail.links
    qtbot.waitUntil(lambda: len(links.sources) == 3)
    assert [one.text() for one in links.sources] == ["Answers R-001", "Asked for in S-01 l.1", "Cited in S-01 l.2"]
    assert "Covers: 2025" in page.log.detail.facts
    went: list[object] = []
    page.go.connect(went.append)
    for button in links.sources:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert went == [
        Place("requests", selected="r1"),
        Place("session", SESSION, line_id(1)),
        Place("session", SESSION, line_id(2)),
    ]


class APart(QLabel):
    """What another part of the app puts into the detail."""

    def show_entry(self, shown: EvidenceEntry | None) -> None:
        self.setText(shown.ref if shown else "none")


def test_a_part_put_into_the_detail_is_told_of_each_entry(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Minutes"), entry(2, "Survey"))
    page = show_evidence(Place("evidence", selected=entry_id(2)), 2)
    part: QWidget = APart()
    page.log.detail.add_part(part)
    assert isinstance(part, APart)
    assert part.text() == "E-002"
    page.log.choose(entry_id(1))
    assert part.text() == "E-001"
    page.log.search.setText("zebra")
    assert part.text() == "none"


def test_another_entry_is_shown_from_its_top_and_a_change_of_the_same_leaves_the_reader_where_he_was(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Board minutes"), entry(2, "Survey"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 2)
    page.resize(1040, 320)
    bar = page.log.detail.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(20)
    record(qtbot, opened, AmendEntry(entry_id(1), title="Board minutes, January"))
    qtbot.waitUntil(lambda: page.log.detail.entry is not None and page.log.detail.entry.title.endswith("January"))
    assert bar.value() == 20
    page.log.choose(entry_id(2))
    assert bar.value() == 0


def test_an_entry_whose_retraction_is_undone_is_chosen_again(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence
) -> None:
    record(qtbot, opened, entry(1, "Minutes"), entry(2, "Survey"))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 2)
    steps = UndoStack(opened.bridge, page)
    record(qtbot, opened, RetractEntry(entry_id(1), "recorded twice"))
    qtbot.waitUntil(lambda: page.log.chosen_id() == entry_id(2) and steps.undo_name != "")
    steps.undo()
    qtbot.waitUntil(lambda: page.log.chosen_id() == entry_id(1))
