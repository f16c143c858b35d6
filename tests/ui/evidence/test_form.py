"""The form that records an evidence entry, and the field that completes framework ids."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.entry_form import EntryForm
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> Iterator[EvidencePage]:
    """The page, shown, with the form open by its key."""
    made = EvidencePage(opened)
    made.resize(1040, 760)
    made.show()
    made.show_place(Place("evidence"))
    qtbot.waitUntil(made.log.table.hasFocus)
    QTest.keyClick(
        made.log.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(made.log.form.fields.title.hasFocus)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def form(page: EvidencePage) -> EntryForm:
    return page.log.form


def recorded(opened: Opened) -> tuple[EvidenceEntry, ...]:
    entries: tuple[EvidenceEntry, ...] = opened.bridge.read_now(reading.evidence_entries)
    return entries


def test_an_entry_is_recorded_with_everything_that_was_filled_in(
    qtbot: QtBot, opened: Opened, page: EvidencePage, form: EntryForm
) -> None:
    form.fields.title.setText("Board minutes, January")
    form.fields.kinds.setCurrentIndex(form.fields.kinds.findData("minutes"))
    form.fields.owner.setText("company secretary")
    form.fields.dated.setText("31/01/2026")
    form.fields.nodes.setText("w4.e7 W4.E7.3")
    form.fields.remarks.setPlainText("Item 9 only.")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(form.fields.remarks, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = recorded(opened)
    assert (entry.title, entry.source_kind, entry.owner) == ("Board minutes, January", "minutes", "company secretary")
    assert (entry.dated, entry.nodes, entry.remarks) == (dt.date(2026, 1, 31), ("W4.E7", "W4.E7.3"), "Item 9 only.")
    qtbot.waitUntil(lambda: page.log.chosen_id() == entry.id)
    assert form.fields.title.text() == form.fields.nodes.text() == form.fields.remarks.toPlainText() == ""
    assert form.fields.owner.text() == "company secretary"
    assert form.fields.title.hasFocus()


def record_minutes(qtbot: QtBot, opened: Opened, form: EntryForm) -> None:
    form.fields.title.setText("Minutes")
    form.fields.kinds.setCurrentIndex(form.fields.kinds.findData("minutes"))
    form.fields.owner.setText("company secretary")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(form.fields.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.fields.title.text() == "")


def test_once_the_recording_is_undone_nothing_of_it_stays_in_the_form(
    qtbot: QtBot, opened: Opened, page: EvidencePage, form: EntryForm
) -> None:
    steps = UndoStack(opened.bridge, page)
    record_minutes(qtbot, opened, form)
    assert (form.fields.owner.text(), form.fields.kinds.currentData()) == ("company secretary", "minutes")
    qtbot.waitUntil(lambda: steps.undo_name != "")
    steps.undo()
    qtbot.waitUntil(lambda: form.fields.owner.text() == "")
    assert form.fields.kinds.currentData() == "document"


@pytest.mark.parametrize("typed", [True, False], ids=["typed in", "left as it is"])
def test_what_waits_in_the_form_while_an_entry_is_changed_is_kept_only_where_somebody_typed_it(
    qtbot: QtBot, opened: Opened, page: EvidencePage, form: EntryForm, typed: bool
) -> None:
    steps = UndoStack(opened.bridge, page)
    record_minutes(qtbot, opened, form)
    if typed:
        QTest.keyClicks(form.fields.title, "The next")
    (entry,) = recorded(opened)
    page.log.change(entry)
    qtbot.waitUntil(lambda: steps.undo_name != "")
    with qtbot.waitSignal(opened.bridge.changed):
        steps.undo()
    assert form.fields.title.text() == "Minutes"
    page.open_form()
    assert (form.fields.title.text(), form.fields.owner.text()) == (
        ("The next", "company secretary") if typed else ("", "")
    )


def test_what_was_typed_of_the_next_entry_stays_whatever_becomes_of_the_one_before(
    qtbot: QtBot, opened: Opened, page: EvidencePage, form: EntryForm
) -> None:
    steps = UndoStack(opened.bridge, page)
    record_minutes(qtbot, opened, form)
    QTest.keyClicks(form.fields.title, "The next")
    qtbot.waitUntil(lambda: steps.undo_name != "")
    with qtbot.waitSignal(opened.bridge.changed):
        steps.undo()
    assert (form.fields.title.text(), form.fields.owner.text()) == ("The next", "company secretary")


def test_without_a_title_nothing_is_recorded_and_the_form_says_why(opened: Opened, form: EntryForm) -> None:
    QTest.keyClick(form.fields.title, Qt.Key.Key_Return)
    assert form.problem == "An evidence entry needs a title. Nothing was recorded yet."
    assert recorded(opened) == ()


def test_nothing_was_received_on_a_day_to_come(opened: Opened, form: EntryForm) -> None:
    form.fields.title.setText("Minutes")
    form.fields.received_on.setText("01/01/2190")
    QTest.keyClick(form.fields.title, Qt.Key.Key_Return)
    assert form.problem == (
        "01/01/2190 is still to come, so nothing was received on that day; correct it, or leave it out."
    )
    assert form.fields.received_on.isVisible()
    assert recorded(opened) == ()
    form.fields.received_on.setText("01/03/2026")
    assert form.fields.problem() is None


@pytest.mark.parametrize("typed", ["31/02/2026", "January", "1/13/2025", "yesterday"])
def test_a_date_that_is_none_is_said_and_kept_in_the_field(opened: Opened, form: EntryForm, typed: str) -> None:
    form.fields.title.setText("Minutes")
    form.fields.dated.setText(typed)
    QTest.keyClick(form.fields.title, Qt.Key.Key_Return)
    assert form.problem.startswith(f"“{typed}” is not a day of the calendar")
    assert form.fields.dated.hasFocus()
    assert form.fields.dated.text() == typed
    assert recorded(opened) == ()


def test_an_id_that_is_not_in_the_framework_is_named(opened: Opened, form: EntryForm) -> None:
    form.fields.title.setText("Minutes")
    form.fields.nodes.setText("W4.E7 W9.E1")
    QTest.keyClick(form.fields.title, Qt.Key.Key_Return)
    assert form.problem.startswith("“W9.E1” is not in this inspection's framework")
    assert recorded(opened) == ()


def test_an_entry_that_the_record_refuses_stays_in_the_form(qtbot: QtBot, page: EvidencePage, form: EntryForm) -> None:
    form.fields.title.setText("Minutes")
    with qtbot.waitSignal(page.notice):
        form.recorded.emit(RecordEvidence("01900000-0000-7000-9000-000000000009", "Minutes", "minutes", nodes=("W9",)))
    assert form.fields.title.text() == "Minutes"
    assert form.problem == "“W9” is not in this inspection's framework, so nothing can be linked to it."
    assert form.record.isEnabled()


def test_escape_closes_the_form_and_keeps_what_is_typed(page: EvidencePage, form: EntryForm) -> None:
    form.fields.title.setText("Half a title")
    QTest.keyClick(form.fields.title, Qt.Key.Key_Escape)
    assert not page.log.form_is_open
    assert page.log.table.hasFocus()
    page.open_form()
    assert form.fields.title.text() == "Half a title"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of popups
def test_an_id_is_completed_as_one_types(qtbot: QtBot, form: EntryForm) -> None:
    field = form.fields.nodes
    field.setFocus()
    QTest.keyClicks(field, "w4.e7")
    qtbot.waitUntil(lambda: field.offered() != ())
    assert field.offered()[0] == "W4.E7"
    QTest.keyClick(field.popup, Qt.Key.Key_Return)
    assert field.text() == "W4.E7 "
    QTest.keyClicks(field, "#bully")
    offered = field.offered()
    assert offered
    QTest.keyClick(field.popup, Qt.Key.Key_Return)
    assert field.nodes() == ("W4.E7", offered[0])


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of popups
@pytest.mark.parametrize(
    ("typed", "downs", "taken"),
    [("w4.e7", 0, "W4.E7"), ("#bully", 0, ""), ("w4.e7", 1, "W4.E7.1"), ("W2.1 w4.e", 0, "")],
    ids=["an id typed out", "words", "another chosen", "half an id after another"],
)
@pytest.mark.parametrize("from_list", [True, False], ids=["the list has the keys", "the field has them"])
def test_ctrl_enter_takes_what_is_offered_and_records_in_one_go(
    qtbot: QtBot, opened: Opened, form: EntryForm, typed: str, downs: int, taken: str, from_list: bool
) -> None:
    form.fields.title.setText("Minutes")
    field = form.fields.nodes
    field.setFocus()
    QTest.keyClicks(field, typed)
    qtbot.waitUntil(lambda: field.offered() != ())
    for _ in range(downs):
        QTest.keyClick(field.popup, Qt.Key.Key_Down)
    wanted = taken or field.offered()[0]
    assert field.offered()[downs] == wanted
    with qtbot.waitSignal(opened.bridge.changed):
        keys = field.popup if from_list else field
        QTest.keyClick(keys, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = recorded(opened)
    assert entry.nodes[-1] == wanted
    assert entry.nodes[:-1] == tuple(typed.split()[:-1])
    assert field.offered() == ()


def test_a_word_that_means_nothing_offers_nothing(form: EntryForm) -> None:
    QTest.keyClicks(form.fields.nodes, "#zzzz")
    assert form.fields.nodes.offered() == ()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen platform, of popups
@pytest.mark.parametrize("wide", [900, 1280])
def test_what_is_offered_stays_over_the_window(qtbot: QtBot, page: EvidencePage, form: EntryForm, wide: int) -> None:
    page.resize(wide, 700)
    form.fields.nodes.setFocus()
    QTest.keyClicks(form.fields.nodes, "w4.e7")
    popup, window = form.fields.nodes.popup, page.window()
    qtbot.waitUntil(popup.isVisible)
    place = popup.geometry()
    assert place.width() == max(480, form.fields.nodes.width())
    assert window.mapToGlobal(window.rect().topLeft()).x() <= place.left()
    assert place.right() <= window.mapToGlobal(window.rect().topRight()).x()
    popup.hide()


def in_view(widget: QWidget) -> bool:
    """Whether all of it can be seen in the column that scrolls."""
    return widget.visibleRegion().boundingRect().height() == widget.height()


def test_what_is_wrong_is_said_in_view_beneath_the_field_and_the_form_goes_on_from_its_top(
    qtbot: QtBot, page: EvidencePage, form: EntryForm
) -> None:
    page.resize(1040, 420)
    form.fields.title.setText("Minutes")
    form.fields.dated.setText("31/02/2026")
    form.fields.more.click()
    bar = next(area.verticalScrollBar() for area in page.findChildren(QScrollArea) if area.widget() is form)
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum())
    QTest.keyClick(form.fields.period, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.fields.dated.hasFocus()
    assert form.fields.dated.accessibleDescription() == form.problem != ""
    beneath = next(one for one in form.findChildren(QLabel) if one.text() == form.problem)
    qtbot.waitUntil(lambda: in_view(beneath) and in_view(form.fields.dated))
    QTest.keyClick(form.fields.dated, Qt.Key.Key_Backspace)
    assert (form.problem, form.fields.dated.accessibleDescription()) == ("", "")
    form.fields.dated.clear()
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClick(form.fields.period, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (told.args, form.problem, form.fields.dated.accessibleDescription()) == (["E-001 is recorded"], "", "")
    assert form.fields.title.hasFocus()
    assert in_view(form.fields.title)


def test_what_the_record_refuses_is_brought_into_view(qtbot: QtBot, page: EvidencePage, form: EntryForm) -> None:
    page.resize(1040, 420)
    form.fields.more.click()
    form.tell_refused("The disk is full. What you typed is safe.")
    beneath = next(one for one in form.findChildren(QLabel) if one.text() == form.problem)
    qtbot.waitUntil(lambda: in_view(beneath))
