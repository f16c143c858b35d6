"""The reading plan by keyboard: split among the team, how far each is, changed, withdrawn, put back, cited, seen over all."""

from contextlib import closing
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.evidence.document.conftest import Looking
from tests.ui.kloe.records import entry, entry_id, record
from wellled_desktop.inspection.citing import Citation
from wellled_desktop.inspection.commands import AttachFile, PlanReading, SetReading
from wellled_desktop.inspection.read_models import ReadingPart
from wellled_desktop.store import weighing_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.reading.overview import ReadingOverview
from wellled_desktop.ui.pages.evidence.reading.plan_view import PlanView
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

PACK = "a" * 64
OTHER = "Petra Invented"
ALT = Qt.KeyboardModifier.AltModifier


def planned(opened: Opened, *, withdrawn: bool = False) -> list[tuple[str, str, str]]:
    parts = opened.bridge.read_now(partial(weighing_reading.reading_parts, withdrawn=withdrawn))
    return [(one.pages, one.reader, one.state) for one in parts]


def parts(view: PlanView) -> tuple[ReadingPart, ...]:
    return view.plan.parts


@pytest.fixture
def log(qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence) -> Looking:
    """The log with a pack of 300 pages, whose text has been read, chosen."""
    record(
        qtbot, opened, entry(1, "Board pack"), AttachFile("a1", entry_id(1), PACK, 10, "pack.pdf", "application/pdf")
    )
    with closing(opened.bridge.inspection.documents()) as documents:
        documents.index_document(PACK, ("words",) * 300)
    looking = Looking(qtbot, show_evidence(Place("evidence", selected=entry_id(1)), 1))
    qtbot.waitUntil(looking.page.log.table.hasFocus)
    return looking


@pytest.fixture
def view(log: Looking) -> PlanView:
    return log.page.reading_plan.view


def test_three_hundred_pages_are_split_among_the_team_in_one_action_and_taken_back_as_one(
    qtbot: QtBot, opened: Opened, log: Looking, view: PlanView
) -> None:
    steps = UndoStack(opened.bridge, log.page)
    assert "Nobody has been given pages to read yet" in log.page.reading_plan.told
    log.press(Qt.Key.Key_P)
    qtbot.waitUntil(view.bar.readers.hasFocus)
    assert view.bar.pages.text() == "1-300"
    log.type("petra")
    assert view.bar.readers.offered() == (OTHER,)
    QTest.keyClick(view.bar.readers.popup, Qt.Key.Key_Return)
    assert view.bar.readers.text() == OTHER
    QTest.keyClicks(view.bar.readers, f", {AUTHOR}")
    assert view.bar.readers.offered() == ()  # it stands there in full
    QTest.keyClicks(view.bar.readers, ", C. Made-Up, D. Made-Up")
    third, fourth = "C. Made-Up (not in the team)", "D. Made-Up (not in the team)"
    assert view.bar.comes_to == f"{OTHER}: 1–75; {AUTHOR}: 76–150; {third}: 151–225; {fourth}: 226–300"
    with qtbot.waitSignal(log.page.notice) as told:
        QTest.keyClick(view.bar.readers, Qt.Key.Key_Return)
    assert told.args[0].startswith("“C. Made-Up” and “D. Made-Up” are not in the team of this inspection; ")
    assert planned(opened) == [
        ("p. 1–75", OTHER, "to read"),
        ("p. 76–150", AUTHOR, "to read"),
        ("p. 151–225", "C. Made-Up", "to read"),
        ("p. 226–300", "D. Made-Up", "to read"),
    ]
    qtbot.waitUntil(lambda: len(parts(view)) == 4)
    assert log.page.reading_plan.told == "0 of 300 pages read"
    qtbot.waitUntil(lambda: steps.undo_name == "plan who reads pages (and 3 more)")
    with qtbot.waitSignal(opened.bridge.changed):
        steps.undo()
    assert planned(opened) == []


def test_the_keys_are_on_the_pages_just_planned_unless_somebody_has_gone_elsewhere(
    qtbot: QtBot, log: Looking, view: PlanView
) -> None:
    def plan(pages: str) -> None:
        log.page.reading_plan.begin_plan()
        qtbot.waitUntil(lambda: view.bar.readers.hasFocus() or view.bar.pages.hasFocus())
        view.bar.pages.setText(pages)
        QTest.keyClick(view.bar.pages, Qt.Key.Key_Return)

    log.page.resize(1040, 400)
    plan("1-10")
    qtbot.waitUntil(view.table.hasFocus)
    qtbot.waitUntil(lambda: view.table.visibleRegion().boundingRect().height() == view.table.height())
    plan("11-20")
    qtbot.waitUntil(lambda: len(parts(view)) == 2)
    assert (view.table.hasFocus(), view.table.currentIndex().row()) == (True, 1)
    plan("21-30")
    log.page.log.search.setFocus()
    qtbot.waitUntil(lambda: len(parts(view)) == 3)
    assert (log.page.log.search.hasFocus(), view.table.currentIndex().row()) == (True, 2)


@pytest.fixture
def split(qtbot: QtBot, opened: Opened, log: Looking, view: PlanView) -> Looking:
    """Two parts are planned, and the first is chosen."""
    record(
        qtbot,
        opened,
        PlanReading("d1", entry_id(1), 1, 150, AUTHOR),
        PlanReading("d2", entry_id(1), 151, 290, OTHER),
    )
    qtbot.waitUntil(lambda: len(parts(view)) == 2)
    view.table.choose_row(0)
    view.take_focus()
    return log


def test_esc_closes_the_names_that_are_offered_and_then_the_bar(qtbot: QtBot, log: Looking, view: PlanView) -> None:
    log.press(Qt.Key.Key_P)
    qtbot.waitUntil(view.bar.readers.hasFocus)
    log.type("petra")
    QTest.keyClick(view.bar.readers.popup, Qt.Key.Key_Escape)
    assert view.bar.readers.offered() == ()
    assert view.bar.isVisible()
    QTest.keyClick(view.bar.readers, Qt.Key.Key_Escape)
    assert view.bar.isHidden()


def test_how_far_one_is_goes_round_by_a_key(qtbot: QtBot, opened: Opened, split: Looking, view: PlanView) -> None:
    for state in ("reading", "read", "to read", "reading"):
        with qtbot.waitSignal(opened.bridge.changed):
            split.press(Qt.Key.Key_R)
        assert planned(opened)[0][2] == state
        qtbot.waitUntil(lambda state=state: parts(view)[0].state == state)  # type: ignore[misc]
    assert view.plan.cells(parts(view)[0]) == ("p. 1–150", AUTHOR, "◐ reading")
    assert view.table.currentIndex().row() == 0


def test_what_a_key_did_to_some_pages_is_said(opened: Opened, qtbot: QtBot, split: Looking, view: PlanView) -> None:
    said: list[str] = []
    split.page.told.connect(said.append)
    split.page.reading_plan.withdrawn.setChecked(True)
    for key in (Qt.Key.Key_R, Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_Delete):
        before, shown = len(said), parts(view)
        split.press(key)
        qtbot.waitUntil(lambda before=before, shown=shown: len(said) > before and parts(view) != shown)  # type: ignore[misc]
    of = "E-001 p. 1–150"
    assert said == [
        f"{of} is marked as reading",
        f"{of} is marked as read",
        f"{of} is withdrawn",
        f"{of} is back on the plan",
    ]


def test_marking_what_was_read_as_to_read_says_what_it_takes_back(
    qtbot: QtBot, opened: Opened, split: Looking, view: PlanView
) -> None:
    record(qtbot, opened, SetReading("d1", "read"))
    qtbot.waitUntil(lambda: view.state.text() == "Mark as to read again")
    assert view.state.toolTip() == "Take back that these pages were read: mark them as to read again (R)"
    with qtbot.waitSignal(split.page.told) as told:
        split.press(Qt.Key.Key_R)
    assert told.args == ["E-001 p. 1–150 was read, and is to read again; Undo takes that back"]
    qtbot.waitUntil(lambda: view.state.text() == "Mark as reading")


def test_pages_that_the_file_has_not_are_not_planned_and_those_given_before_are_told(
    qtbot: QtBot, opened: Opened, split: Looking, view: PlanView
) -> None:
    split.page.log.table.setFocus()
    split.press(Qt.Key.Key_P)
    qtbot.waitUntil(view.bar.readers.hasFocus)
    view.bar.pages.setText("1-900")
    with qtbot.waitSignal(split.page.notice) as told:
        QTest.keyClick(view.bar.readers, Qt.Key.Key_Return)
    assert told.args == ["“pack.pdf” has 300 pages, so it has no page 900 to read; nothing was recorded."]
    assert view.bar.isVisible()
    view.bar.pages.setText("150-160")
    with qtbot.waitSignal(split.page.notice) as told:
        QTest.keyClick(view.bar.readers, Qt.Key.Key_Return)
    overlaps = f"Already on the plan, and now there twice: p. 150 ({AUTHOR}), p. 151–160 ({OTHER})."
    assert told.args == [overlaps]
    qtbot.waitUntil(lambda: len(parts(view)) == 3)
    view.table.choose_row(view.plan.row_of("d1"))
    view.take_focus()
    split.press(Qt.Key.Key_E)
    view.bar.pages.setText("1-151")
    with qtbot.waitSignal(split.page.notice) as told:
        split.press(Qt.Key.Key_Return)
    assert told.args == [f"Already on the plan, and now there twice: p. 150–151 (nobody yet), p. 151 ({OTHER})."]


def test_pages_and_reader_are_changed(qtbot: QtBot, opened: Opened, split: Looking, view: PlanView) -> None:
    split.press(Qt.Key.Key_E)
    assert not split.page.log.form_is_open
    assert (view.bar.pages.text(), view.bar.readers.text()) == ("1-150", AUTHOR)
    view.bar.pages.setText("1-80")
    view.bar.readers.setText("C. Made-Up")
    with qtbot.waitSignal(opened.bridge.changed):
        split.press(Qt.Key.Key_Return)
    assert planned(opened)[0] == ("p. 1–80", "C. Made-Up", "to read")
    assert view.table.hasFocus()


def test_pages_are_withdrawn_and_put_back(qtbot: QtBot, opened: Opened, split: Looking, view: PlanView) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        split.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(parts(view)) == 1)
    assert [one[0] for one in planned(opened)] == ["p. 151–290"]
    split.page.reading_plan.withdrawn.setChecked(True)
    view.table.choose_row(0)
    assert view.plan.cells(parts(view)[0])[2] == "withdrawn"
    assert view.state.isHidden()
    split.press(Qt.Key.Key_R)  # nothing that was withdrawn is marked
    split.press(Qt.Key.Key_E)
    assert view.bar.isHidden()
    with qtbot.waitSignal(opened.bridge.changed):
        split.press(Qt.Key.Key_Delete)
    assert len(planned(opened)) == 2
    qtbot.waitUntil(split.page.reading_plan.withdrawn.isHidden)


def test_a_reader_who_is_not_in_the_team_is_told_before_and_after_a_part_is_changed(
    qtbot: QtBot, opened: Opened, split: Looking, view: PlanView
) -> None:
    split.press(Qt.Key.Key_E)
    assert view.bar.comes_to == ""
    told = "“Zed Nobody” is not in the team of this inspection; the reading plan has the name as it was typed."
    view.bar.readers.setText("Zed  Nobody")
    assert view.bar.comes_to == told
    with qtbot.waitSignal(split.page.notice) as said:
        QTest.keyClick(view.bar.readers, Qt.Key.Key_Return)
    assert said.args == [told]
    assert planned(opened)[0] == ("p. 1–150", "Zed Nobody", "to read")


def test_of_several_files_the_longest_is_proposed_and_another_can_be_chosen(
    qtbot: QtBot, opened: Opened, split: Looking, view: PlanView
) -> None:
    annex = AttachFile("a2", entry_id(1), "b" * 64, 10, "annex 2.pdf", "application/pdf")
    record(qtbot, opened, annex, AttachFile("a3", entry_id(1), "c" * 64, 10, "letter.txt", "text/plain"))
    with closing(opened.bridge.inspection.documents()) as documents:
        documents.index_document("b" * 64, ("words",) * 40)
    split.page.log.table.setFocus()
    split.press(Qt.Key.Key_P)
    qtbot.waitUntil(view.bar.readers.hasFocus)
    assert view.bar.file.isVisible()
    assert [view.bar.file.itemText(at) for at in range(3)] == ["annex 2.pdf", "letter.txt", "pack.pdf"]
    assert (view.bar.file.currentText(), view.bar.pages.text()) == ("pack.pdf", "1-300")
    view.bar.file.setCurrentIndex(1)
    assert view.bar.pages.text() == ""
    view.bar.file.setCurrentIndex(0)
    assert view.bar.pages.text() == "1-40"
    view.bar.file.setFocus()
    QTest.keyClick(view.bar.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(parts(view)) == 3)
    (of_annex,) = (one for one in parts(view) if one.file)
    view.table.choose_row(view.plan.row_of(of_annex.id))
    assert view.file.text() == "p. 1–40 of “annex 2.pdf”"
    view.take_focus()
    with qtbot.waitSignal(view.cite_wanted) as cited:
        split.press(Qt.Key.Key_C)
    assert cited.args == [entry_id(1), Citation("E-001", 1, file="annex 2.pdf")]
    view.take_focus()
    split.press(Qt.Key.Key_E)
    assert view.bar.file.isHidden()
    view.bar.hide()
    split.page.log.table.setFocus()
    split.press(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: view.bar.file.currentText() == "pack.pdf")
    view.bar.file.setCurrentIndex(0)
    assert view.bar.pages.text() == ""  # all of it is on the plan


def test_what_is_left_of_the_pack_is_offered_next(qtbot: QtBot, split: Looking, view: PlanView) -> None:
    split.page.log.table.setFocus()
    split.press(Qt.Key.Key_P)
    qtbot.waitUntil(view.bar.readers.hasFocus)
    assert view.bar.pages.text() == "291-300"
    view.bar.readers.setText("2")
    assert view.bar.comes_to == "nobody yet: 291–295; nobody yet: 296–300"
    view.bar.pages.setText("three")
    assert view.bar.comes_to == ""
    split.press(Qt.Key.Key_Return)
    split.see_sentence("Type the pages as 1-80")
    split.press(Qt.Key.Key_Escape)
    assert view.bar.isHidden()
    assert view.table.hasFocus()


def test_pages_of_the_plan_are_cited_from_their_first(qtbot: QtBot, split: Looking) -> None:
    split.press(Qt.Key.Key_Down)
    split.press(Qt.Key.Key_C)
    bar = split.page.desk.citing.bar
    qtbot.waitUntil(bar.isVisible)
    assert bar.said.text() == "E-001 p. 151"


@pytest.fixture
def overview(qtbot: QtBot, split: Looking) -> ReadingOverview:
    split.page.show_place(Place("evidence", "reading"))
    found = split.page.plans
    qtbot.waitUntil(lambda: len(parts(found.view)) == 2)
    found.take_focus()
    return found


def test_who_reads_what_is_seen_over_all_entries(
    qtbot: QtBot, opened: Opened, split: Looking, overview: ReadingOverview
) -> None:
    assert split.page.present_place() == Place("evidence", "reading")
    assert overview.told == f"{AUTHOR}: 0 of 150 pages read; {OTHER}: 0 of 140 pages read"
    assert overview.view.plan.cells(parts(overview.view)[0])[:2] == ("E-001", "Board pack")
    record(qtbot, opened, SetReading("d1", "read"))
    qtbot.waitUntil(lambda: overview.told.startswith(f"{AUTHOR}: 150 of 150 pages read"))
    overview.to_read.setChecked(True)
    assert [one.id for one in parts(overview.view)] == ["d2"]
    overview.to_read.setChecked(False)
    overview.mine.setChecked(True)
    assert [one.id for one in parts(overview.view)] == ["d1"]
    went: list[Place] = []
    split.page.go.connect(went.append)
    split.press(Qt.Key.Key_Return)
    assert went == [Place("evidence", selected=entry_id(1))]


def test_what_is_done_on_the_overview_is_recorded(
    qtbot: QtBot, opened: Opened, split: Looking, overview: ReadingOverview
) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        split.press(Qt.Key.Key_R)
    assert planned(opened)[0][2] == "reading"
    split.press(Qt.Key.Key_C)
    bar = split.page.desk.citing.bar
    qtbot.waitUntil(bar.isVisible)
    split.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is overview.view.table


def test_an_empty_plan_says_how_to_begin(qtbot: QtBot, show_evidence: ShowEvidence) -> None:
    page = show_evidence(Place("evidence", "reading"), 0)
    assert "No reading is planned yet" in page.plans.told
    assert page.plans.view.table.isHidden()
