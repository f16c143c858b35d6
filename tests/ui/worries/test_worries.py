"""Worries said, each beside what the trust's risk register says of it; all of it by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kloe.names import unnamed
from tests.ui.kloe.records import SESSION, line, line_id, record, session
from tests.unit.exchange.workbooks import workbook
from wellled_desktop.inspection.commands import AnswerForm, CompareWorry, NewRisk, NoteWorry, RecordRisks
from wellled_desktop.inspection.read_models import Risk, Worry
from wellled_desktop.store import talk_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.worries.page import WorriesPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.undo import UndoStack

REGISTER = RecordRisks(
    "register.xlsx",
    (
        NewRisk("k10", "R10", "Fire doors", "9", "Estates"),
        NewRisk("k2", "R2", "Roof of ward 7", "12", "Estates"),
        NewRisk("k1", "R1", "Nurse staffing at night", "20", "Chief nurse"),
    ),
)
STAFFING = NoteWorry("w1", "We never have enough nurses at night.", SESSION, line_id(1))


@pytest.fixture
def page(qtbot: QtBot, opened: Opened) -> Iterator[WorriesPage]:
    """The page, not yet shown."""
    made = WorriesPage(opened)
    made.resize(1240, 760)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def show(qtbot: QtBot, page: WorriesPage, worries: int) -> None:
    page.show()
    page.activateWindow()
    page.show_place(Place("worries"))
    qtbot.waitUntil(lambda: page.worries.rowCount() == worries and page.facts != "")
    qtbot.waitUntil(page.isActiveWindow)


def some(qtbot: QtBot, opened: Opened) -> None:
    record(
        qtbot, opened, session(), line(1, "We never have enough nurses at night.", "W5.4"),
        STAFFING, NoteWorry("w2", "The money."), REGISTER,
    )  # fmt: skip


def on_disk(opened: Opened) -> tuple[Worry, ...]:
    found: tuple[Worry, ...] = opened.bridge.read_now(talk_reading.worries)
    return found


def register(opened: Opened) -> tuple[Risk, ...]:
    found: tuple[Risk, ...] = opened.bridge.read_now(talk_reading.risks)
    return found


def press(page: WorriesPage, keys: str) -> None:
    focus = page.focusWidget()
    assert focus is not None
    QTest.keySequence(focus, QKeySequence(keys))


def verdicts(page: WorriesPage) -> list[tuple[str, str]]:
    return [(page.worries.cells(one)[2], page.worries.cells(one)[3]) for one in page.worries.worries]


def test_with_nothing_noted_the_page_says_how_to_begin(qtbot: QtBot, page: WorriesPage) -> None:
    show(qtbot, page, 0)
    assert page.facts.startswith("No worry is noted yet. Ask for the top three worries in each session")
    assert page.register.told.startswith("Nothing of the risk register is here yet. Take it over from the file")
    assert not page.table.isVisible()
    assert page.new_worry.hasFocus()


def test_a_worry_is_typed_in_with_enter(qtbot: QtBot, opened: Opened, page: WorriesPage) -> None:
    show(qtbot, page, 0)
    QTest.keyClicks(page.new_worry, "Nobody asks the night shift.")
    press(page, "Return")
    qtbot.waitUntil(lambda: [one.text for one in on_disk(opened)] == ["Nobody asks the night shift."])
    qtbot.waitUntil(page.table.isVisible)
    assert page.new_worry.text() == ""
    assert page.facts == "1 worry, 0 compared with the risk register."


def test_the_top_worries_of_forms_are_taken_over_once_in_one_action(
    qtbot: QtBot, opened: Opened, page: WorriesPage
) -> None:
    record(qtbot, opened, session(), AnswerForm(SESSION, "top-worries", ("The money", "Night staffing", "The roof")))
    steps = UndoStack(opened.bridge, page)
    show(qtbot, page, 0)
    qtbot.waitUntil(page.take_over.isVisible)
    assert page.take_over.text() == "Take over 3 worries from S-01"
    QTest.keyClick(page.take_over, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.worries.rowCount() == 3)
    assert [(one.text, one.session_ref) for one in on_disk(opened)] == [
        ("The money", "S-01"),
        ("Night staffing", "S-01"),
        ("The roof", "S-01"),
    ]
    assert not page.take_over.isVisible()
    assert steps.undo_name == "note a worry (and 2 more)"
    record(qtbot, opened, AnswerForm(SESSION, "top-worries", ("The money", "Night staffing", "The car park")))
    qtbot.waitUntil(lambda: page.take_over.text() == "Take over 1 worry from S-01")


def test_entries_that_share_words_with_the_chosen_worry_come_first(
    qtbot: QtBot, opened: Opened, page: WorriesPage
) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    qtbot.waitUntil(lambda: page.register.risks.rowCount() == 3)
    assert page.register.told == "3 entries; one shares words with the chosen worry and comes first"
    first = page.register.risks.risk_at(0)
    assert first is not None
    assert first.reference == "R1"
    page.table.choose_row(1)
    order = [page.register.risks.risk_at(row) for row in range(3)]
    assert [one.reference for one in order if one] == ["R1", "R2", "R10"]


def test_matched_asks_for_the_entry_and_enter_compares_with_it(qtbot: QtBot, opened: Opened, page: WorriesPage) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    qtbot.waitUntil(lambda: page.register.risks.rowCount() == 3)
    press(page, "M")
    assert page.register.search.hasFocus()
    assert page.verdicts.prompt.text().startswith("Matched: choose the entry of the register.")
    QTest.keyClicks(page.register.search, "roof")
    assert page.register.risks.rowCount() == 1
    press(page, "Return")
    press(page, "Return")
    qtbot.waitUntil(lambda: verdicts(page)[0] == ("matched", "R2 Roof of ward 7"))
    assert page.table.hasFocus()
    assert page.verdicts.prompt.text() == ""


def test_an_entry_once_chosen_is_kept_when_it_is_rated_lower_and_dropped_when_it_is_missing(
    qtbot: QtBot, opened: Opened, page: WorriesPage
) -> None:
    some(qtbot, opened)
    record(qtbot, opened, CompareWorry("w1", "matched", "k1"))
    show(qtbot, page, 2)
    press(page, "L")
    qtbot.waitUntil(lambda: verdicts(page)[0] == ("rated lower", "R1 Nurse staffing at night"))
    press(page, "X")
    qtbot.waitUntil(lambda: verdicts(page)[0] == ("missing", ""))
    press(page, "N")
    qtbot.waitUntil(lambda: verdicts(page)[0] == ("not compared", ""))


def test_escape_leaves_the_worry_as_it_was(qtbot: QtBot, opened: Opened, page: WorriesPage) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    qtbot.waitUntil(lambda: page.register.risks.rowCount() == 3)
    press(page, "L")
    press(page, "Escape")
    assert page.table.hasFocus()
    assert page.verdicts.prompt.text() == ""
    assert on_disk(opened)[0].verdict == "not compared"


def test_a_remark_is_kept_with_enter_and_stays_with_the_next_verdict(
    qtbot: QtBot, opened: Opened, page: WorriesPage
) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    page.verdicts.remark.setFocus()
    QTest.keyClicks(page.verdicts.remark, "They said it twice")
    press(page, "Return")
    qtbot.waitUntil(lambda: on_disk(opened)[0].remark == "They said it twice")
    press(page, "X")
    qtbot.waitUntil(lambda: on_disk(opened)[0].verdict == "missing")
    assert on_disk(opened)[0].remark == "They said it twice"


def test_a_remark_just_given_is_not_undone_by_a_reading_from_before_it(
    qtbot: QtBot, opened: Opened, page: WorriesPage
) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    before = on_disk(opened)[0]
    page.verdicts.remark.setFocus()
    QTest.keyClicks(page.verdicts.remark, "They said it twice")
    press(page, "Return")
    page.verdicts.show_worry(before)
    assert page.verdicts.remark.text() == "They said it twice"
    qtbot.waitUntil(lambda: on_disk(opened)[0].remark == "They said it twice")
    page.verdicts.show_worry(on_disk(opened)[0])
    page.verdicts.show_worry(before)
    assert page.verdicts.remark.text() == "", "what was taken back elsewhere is shown as taken back"


def test_a_remark_is_kept_when_one_goes_elsewhere(qtbot: QtBot, opened: Opened, page: WorriesPage) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    page.verdicts.remark.setFocus()
    QTest.keyClicks(page.verdicts.remark, "Both shifts")
    page.table.setFocus()
    qtbot.waitUntil(lambda: on_disk(opened)[0].remark == "Both shifts")
    assert page.verdicts.remark.text() == "Both shifts"


def test_a_worry_is_retracted_with_a_reason(qtbot: QtBot, opened: Opened, page: WorriesPage) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    press(page, "Del")
    assert page.reason.question.startswith("Why is this worry retracted?")
    for letter in "said in jest":
        QTest.keyClicks(page.focusWidget(), letter)
    press(page, "Return")
    qtbot.waitUntil(lambda: [one.id for one in on_disk(opened)] == ["w2"])


def test_a_worry_leads_to_the_line_in_which_it_was_said(qtbot: QtBot, opened: Opened, page: WorriesPage) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    with qtbot.waitSignal(page.go) as went:
        press(page, "S")
    assert went.args == [Place("session", SESSION, line_id(1))]


def test_an_entry_is_typed_in_and_the_same_reference_brings_it_up_to_date(
    qtbot: QtBot, opened: Opened, page: WorriesPage
) -> None:
    show(qtbot, page, 0)
    for rating in ("12", "16"):
        for field, words in zip(page.register.fields, ("R7", "Falls", rating, "Nurse"), strict=True):
            QTest.keyClicks(field, words)
        QTest.keyClick(page.register.fields[3], Qt.Key.Key_Return)
        qtbot.waitUntil(lambda rating=rating: [one.rating for one in register(opened)] == [rating])  # type: ignore[misc]
    assert [(one.reference, one.source) for one in register(opened)] == [("R7", "typed in")]
    qtbot.waitUntil(lambda: page.register.risks.rowCount() == 1)


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, opened: Opened, page: WorriesPage) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    assert unnamed(page) == []


# From a file

ROWS = (
    ("Risk ID", "Risk title", "Current score", "Executive lead"),
    ("R1", "Nurse staffing at night", 20, "Chief nurse"),
    ("R2", "Roof of ward 7", 16, "Estates"),
    ("R3", "Fire", 8, ""),
    ("R3", "Fire again", 8, ""),
)


def test_a_file_is_looked_at_first_and_then_recorded(
    qtbot: QtBot, opened: Opened, page: WorriesPage, tmp_path: Path
) -> None:
    some(qtbot, opened)
    show(qtbot, page, 2)
    qtbot.waitUntil(lambda: page.register.risks.rowCount() == 3)
    page.taking_over.begin(workbook(tmp_path / "BAF.xlsx", ROWS))
    qtbot.waitUntil(lambda: page.taking_over.dialog is not None and page.taking_over.dialog.outcome is not None)
    dialog = page.taking_over.dialog
    assert dialog is not None
    assert [combo.currentText() for combo in dialog.columns.values()] == list(ROWS[0])
    assert dialog.summary == (
        "1 new, 1 changed, 1 as they are in the record. 1 entry of the record not in the file; they stay."
    )
    assert dialog.left_out_words == ["Row 5 has the same reference as row 4 (R3) and is left out."]
    height = dialog.height()
    dialog.columns["rating"].setCurrentIndex(0)
    assert dialog.summary == "Comparing the entries with the record…"
    assert not dialog.take.isEnabled()
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    dialog.columns["rating"].setCurrentIndex(3)
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    assert dialog.height() == height, "what is found out later does not push its buttons off a small screen"
    assert len(register(opened)) == 3
    with qtbot.waitSignal(page.notice) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["2 entries of the risk register recorded."]
    assert [(one.reference, one.rating) for one in register(opened)] == [
        ("R1", "20"), ("R10", "9"), ("R2", "16"), ("R3", "8"),
    ]  # fmt: skip
    qtbot.waitUntil(lambda: page.register.risks.rowCount() == 4)


def test_columns_are_chosen_where_the_headings_say_nothing(
    qtbot: QtBot, opened: Opened, page: WorriesPage, tmp_path: Path
) -> None:
    show(qtbot, page, 0)
    path = tmp_path / "r.csv"
    path.write_text("Kennung,Was\nR1,Falls\n", encoding="utf-8")
    page.taking_over.begin(path)
    qtbot.waitUntil(lambda: page.taking_over.dialog is not None)
    dialog = page.taking_over.dialog
    assert dialog is not None
    assert dialog.summary.startswith("Say which columns hold the reference and the title")
    assert not dialog.take.isEnabled()
    for name, presses in (("reference", 1), ("title", 2)):
        for _ in range(presses):
            QTest.keyClick(dialog.columns[name], Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.take.text() == "&Record 1 entry"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.taking_over.under_way)
    assert register(opened) == ()


def test_a_file_that_cannot_be_read_is_one_sentence_and_the_next_can_be_tried(
    qtbot: QtBot, page: WorriesPage, tmp_path: Path
) -> None:
    show(qtbot, page, 0)
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with qtbot.waitSignal(page.notice) as told:
        page.taking_over.begin(path)
    assert told.args[0].startswith("r.xlsx is damaged or is no spreadsheet")
    assert page.register.from_file.isEnabled()
    assert not page.register.running.isVisible()


def test_a_long_register_is_recorded_in_parts_and_can_be_stopped(
    qtbot: QtBot, opened: Opened, page: WorriesPage, tmp_path: Path
) -> None:
    show(qtbot, page, 0)
    path = tmp_path / "long.csv"
    path.write_text("Ref,Title\n" + "".join(f"R{row},Risk {row}\n" for row in range(600)), encoding="utf-8")
    page.taking_over.begin(path)
    qtbot.waitUntil(lambda: page.taking_over.dialog is not None and page.taking_over.dialog.outcome is not None)
    dialog = page.taking_over.dialog
    assert dialog is not None
    opened.bridge.changed.connect(page.taking_over.cancel)
    with qtbot.waitSignal(page.notice, timeout=20_000) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args[0].startswith("Recording was stopped: ")
    assert 0 < len(register(opened)) < 600
