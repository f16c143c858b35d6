"""Taking a schedule in from a file and writing one, from the page."""

import datetime as dt
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.sessions.schedule_at_work import planned, settled
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.sessions.export_dialog import ExportDialog
from wellled_desktop.ui.pages.sessions.import_dialog import ImportDialog
from wellled_desktop.ui.pages.sessions.page import SessionsPage
from wellled_desktop.ui.places import Place

Key, Mod = Qt.Key, Qt.KeyboardModifier
SENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//EN\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261124T100000Z\r\nDTEND:20261124T104500Z\r\nSUMMARY:Governors\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20261124T110000Z\r\nDTEND:20261124T120000Z\r\nSUMMARY:Jo Invented\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> Iterator[SessionsPage]:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(planned("a", 10))
    made = SessionsPage(opened)
    qtbot.addWidget(made)
    made.resize(1_100, 700)
    made.show()
    made.show_place(Place("sessions"))
    qtbot.waitUntil(lambda: made.tree.model().rowCount() == 1)
    yield made
    made.hide()


def reading_of(page: SessionsPage, file: Path, qtbot: QtBot) -> ImportDialog:
    page.exchange.import_file(file)
    qtbot.waitUntil(lambda: page.findChild(ImportDialog) is not None)
    dialog = page.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    return dialog


def rows(dialog: ImportDialog) -> list[list[str]]:
    model = dialog.rows
    return [[model.data(model.index(row, at)) for at in range(5)] for row in range(model.rowCount())]


def test_an_import_shows_first_what_it_would_do_and_a_role_can_be_chosen(
    page: SessionsPage, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "sent.ics"
    file.write_text(SENT)
    dialog = reading_of(page, file, qtbot)
    assert dialog.facts.text() == (
        "Nothing is changed yet. The file comes to: 1 new, 0 changed, 0 the same, 1 not understood."
    )
    assert dialog.absent.text() == "Not in the file, and left as they are: S-01"
    assert [row[0] for row in rows(dialog)] == ["+ new", "? not understood"]
    assert rows(dialog)[1][3:] == ["“Jo Invented”", "It names no role of the framework; choose one for it"]
    assert not dialog.role.isEnabled()
    QTest.keyClick(dialog.table, Key.Key_Down)
    assert dialog.role.isEnabled()
    dialog.role.setFocus()
    QTest.keyClicks(dialog.role, "SIRO")
    dialog.role.activated.emit(dialog.role.currentIndex())
    assert [row[0] for row in rows(dialog)] == ["+ new", "+ new"]
    assert rows(dialog)[1][4] == "“Jo Invented” in the file, not kept: it may name somebody"
    assert dialog.table.currentIndex().row() == 1
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(dialog, Key.Key_Return, Mod.ControlModifier)
    qtbot.waitUntil(lambda: page.message.sentence == "Imported: 2 new, 0 changed. Undo takes it back.")
    sessions = {one.ref: one for one in opened.bridge.read_now(reading.sessions)}
    assert {ref: (one.roles, one.calendar_uid) for ref, one in sessions.items() if ref != "S-01"} == {
        "S-02": (("governors",), "1"),
        "S-03": (("siro",), "2"),
    }
    qtbot.waitUntil(lambda: page.findChild(ImportDialog) is None)
    again = reading_of(page, file, qtbot)
    assert [row[0] for row in rows(again)] == ["= the same", "= the same"]
    assert not again.do_it.isEnabled()
    QTest.keyClick(again, Key.Key_Escape)


def test_an_import_is_one_step_to_take_back(page: SessionsPage, opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("No.,Day,Time,Minutes,Roles\nS-01,2026-11-24,11:00,,\n,2026-11-25,09:00,30,SIRO\n")
    dialog = reading_of(page, file, qtbot)
    assert [row[0] for row in rows(dialog)] == ["± changed", "+ new"]
    assert rows(dialog)[0][4] == "changes: time"
    with qtbot.waitSignal(opened.bridge.done) as done:
        dialog.do_it.click()
    opened.bridge.take_back(done.args[0].undo, lambda _redo: None, pytest.fail, page)
    settled(opened, qtbot)
    (left,) = opened.bridge.read_now(reading.sessions)
    assert left.planned_start == dt.datetime(2026, 11, 24, 10).astimezone()
    qtbot.waitUntil(lambda: page.findChild(ImportDialog) is None)
    again = reading_of(page, file, qtbot)
    assert [row[0] for row in rows(again)] == ["± changed", "+ new"]
    QTest.keyClick(again, Key.Key_Escape)


def test_an_entry_outside_the_inspections_days_is_told_with_its_year_and_its_time(
    page: SessionsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Date,Start,Duration,Role\n2027-01-05,09:30,30,SIRO\n2026-11-25,09:00,30,CFO\n")
    dialog = reading_of(page, file, qtbot)
    assert [row[2] for row in rows(dialog)] == ["Tue 5 Jan 2027, 09:30", "Wed 25 Nov 2026, 09:00"]
    assert [row[4] for row in rows(dialog)] == ["Outside the inspection's days, 24 to 26 November 2026", ""]
    assert dialog.facts.text().endswith("Outside the inspection's days: 1.")
    widths = dialog.table.columnWidth(2), dialog.table.fontMetrics().horizontalAdvance("Tue 5 Jan 2027, 09:30")
    assert widths[0] >= widths[1]
    assert (dialog.do_it.text(), dialog.cancel.text()) == ("&Import", "&Cancel")
    dialog.reject()


def test_the_columns_of_a_table_are_named_before_one_is_chosen(page: SessionsPage) -> None:
    assert "whose first row names Day, Time and Roles" in page.bring.toolTip()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.ics", b"nonsense", "This is not a calendar file that can be read (.ics). Nothing was changed."),
        ("a.csv", b"", "a.csv is empty. Nothing was changed."),
        ("gone.csv", None, "The file is no longer there. Nothing was changed; choose another."),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    page: SessionsPage, qtbot: QtBot, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    page.exchange.import_file(tmp_path / name)
    qtbot.waitUntil(lambda: page.message.sentence == words)
    assert page.findChild(ImportDialog) is None


def test_an_export_says_whose_role_is_a_person_and_asks_before_it_writes_over_a_strange_file(
    page: SessionsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.exchange.choose_export()
    dialog = page.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    strange = tmp_path / "plan.csv"
    strange.write_text("the trust's own")
    dialog.file.setText(str(tmp_path / "plan.txt"))
    QTest.keyClick(dialog.file, Key.Key_Return)
    assert dialog.message.sentence == "Give the file a name that ends in .ics or .csv."
    dialog.form.setCurrentIndex(1)
    assert dialog.file.text() == str(strange)
    QTest.keyClick(dialog.file, Key.Key_Return)
    assert dialog.message.sentence.startswith("plan.csv is there already and is no schedule of ours.")
    assert strange.read_text() == "the trust's own"
    QTest.keyClick(dialog.file, Key.Key_Return)
    qtbot.waitUntil(lambda: page.message.sentence == "1 session written to plan.csv.")
    assert stat.S_IMODE(strange.stat().st_mode) == 0o600
    assert AUTHOR in strange.read_text(encoding="utf-8-sig")


def test_what_is_written_is_read_back_unchanged(page: SessionsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    page.exchange.export_to(file)
    qtbot.waitUntil(lambda: page.message.sentence == "1 session written to plan.ics.")
    dialog = reading_of(page, file, qtbot)
    assert [row[:2] for row in rows(dialog)] == [["= the same", "S-01, entry 1"]]
    dialog.reject()
    page.exchange.export_to(tmp_path / "nowhere" / "plan.ics")
    qtbot.waitUntil(lambda: "could not be written" in page.message.sentence)
