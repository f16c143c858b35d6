"""The team's judgement on a prompt and on a KLOE: chosen by key, written in words, saved while one types, never lost."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import AUTHOR
from tests.ui.kloe.conftest import ShowPage, go_to
from tests.ui.kloe.records import record
from wellled_desktop.inspection.commands import AddLocalNode, SetJudgement
from wellled_desktop.inspection.read_models import NodeJudgement
from wellled_desktop.store import weighing_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.judgement_panel import MOST
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.window.undo import UndoStack


def judgements(opened: Opened) -> dict[str, NodeJudgement]:
    return {one.node: one for one in opened.bridge.read_now(weighing_reading.judgements)}


def judged(opened: Opened, node: str) -> tuple[str | None, str] | None:
    one = judgements(opened).get(node)
    return (one.judgement, one.text) if one else None


def begin(page: KloePage) -> None:
    QTest.keyClick(page.column.row.target, Qt.Key.Key_J)


def settled(qtbot: QtBot, page: KloePage) -> None:
    """What was asked to be recorded is on disk and read again."""
    qtbot.waitUntil(lambda: not page.weighing.judgements.is_writing)


def test_j_and_a_letter_choose_and_lead_to_the_words(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.2")
    panel = page.beside.judgement
    begin(page)
    assert panel.buttons["strength"].hasFocus()
    QTest.keyClick(panel.buttons["strength"], Qt.Key.Key_C)
    assert panel.buttons["concern"].isChecked()
    assert panel.text.hasFocus()
    QTest.keyClicks(panel.text, "Staff tell it otherwise than the board. ")
    settled(qtbot, page)
    assert judged(opened, "W3.2") == ("concern", "Staff tell it otherwise than the board.")
    assert panel.text.toPlainText().endswith("board. ")
    assert panel.remark.text() == f"{AUTHOR}, Tue 24 November 09:00 · 40 of 600"
    assert page.column.row.chip_words() == "concern"
    assert page.column.row.accessibleDescription().startswith("our judgement: concern")


def test_return_goes_to_the_words_and_a_letter_that_chooses_nothing_does_nothing(
    opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.2")
    panel = page.beside.judgement
    begin(page)
    QTest.keyClick(panel.buttons["strength"], Qt.Key.Key_L)
    assert not page.beside.finder.isVisible()
    assert panel.buttons["strength"].hasFocus()
    QTest.keyClick(panel.buttons["strength"], Qt.Key.Key_Return)
    assert panel.text.hasFocus()
    assert not any(button.isChecked() for button in panel.buttons.values())


def test_what_is_typed_is_saved_when_another_item_is_chosen_and_stands_there_again(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.2")
    panel = page.beside.judgement
    begin(page)
    QTest.keyClick(panel.buttons["strength"], Qt.Key.Key_Down)
    assert panel.text.hasFocus()
    QTest.keyClicks(panel.text, "Open and kind.")
    go_to(qtbot, page, "W3.3")
    assert panel.text.toPlainText() == ""
    settled(qtbot, page)
    assert judged(opened, "W3.2") == (None, "Open and kind.")
    assert page.column.rows["W3.2"].chip_words() == "in words"
    go_to(qtbot, page, "W3.2")
    assert panel.text.toPlainText() == "Open and kind."


def test_what_is_typed_is_handed_over_when_the_page_is_left(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3")
    begin(page)
    QTest.keyClick(page.beside.judgement.buttons["strength"], Qt.Key.Key_S)
    with qtbot.waitSignal(opened.bridge.changed):
        page.leave()
    assert judged(opened, "W3") == ("strength", "")


def test_the_judgement_of_the_kloe_stands_in_its_head(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(qtbot, opened, SetJudgement("W3", "balanced", "Good intent, uneven practice."))
    page = show_page(opened, "W3")
    head = page.column.head
    qtbot.waitUntil(head.judgement.isVisible)
    assert head.judgement.text() == "Our judgement: Balanced: Good intent, uneven practice."
    assert page.column.rows["W3"].chip_words() == "balanced"
    assert page.beside.judgement.buttons["balanced"].isChecked()
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.mouseClick(page.beside.judgement.buttons["balanced"], Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert judged(opened, "W3") == (None, "Good intent, uneven practice.")


def test_backspace_takes_the_choice_away_and_without_words_nothing_is_left(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(qtbot, opened, SetJudgement("W3.2", "strength", ""))
    page = show_page(opened, "W3.2")
    qtbot.waitUntil(lambda: page.column.row.chip_words() == "strength")
    begin(page)
    QTest.keyClick(page.beside.judgement.buttons["strength"], Qt.Key.Key_Backspace)
    settled(qtbot, page)
    assert judgements(opened) == {}
    assert page.column.row.chip_words() == ""


def test_no_more_than_fits_is_taken_and_what_does_not_is_said(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W3.2")
    text = page.beside.judgement.text
    pasted = QMimeData()
    pasted.setText("x" * (MOST + 9))
    text.setFocus()
    text.insertFromMimeData(pasted)
    assert text.characters() == MOST
    assert page.beside.judgement.remark.text() == "9 did not fit: 600 characters at most"
    QTest.keyClick(text, Qt.Key.Key_Y)
    assert text.toPlainText() == "x" * MOST
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert page.beside.judgement.remark.text() == "599 of 600"
    settled(qtbot, page)
    assert judged(opened, "W3.2") == (None, "x" * (MOST - 1))


def test_one_undo_takes_back_what_was_typed_in_one_go(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    record(qtbot, opened, SetJudgement("W3.2", "concern", "Before."))
    page = show_page(opened, "W3.2")
    undo = UndoStack(opened.bridge, page)
    text = page.beside.judgement.text
    qtbot.waitUntil(lambda: text.toPlainText() == "Before.")
    text.setFocus()
    for words in ("One. ", "Two."):
        QTest.keyClicks(text, words)
        page.weighing.judgements.save_now()
        settled(qtbot, page)
    assert judged(opened, "W3.2") == ("concern", "One. Two.Before.")
    undo.undo()
    qtbot.waitUntil(lambda: judged(opened, "W3.2") == ("concern", "Before."))
    qtbot.waitUntil(lambda: text.toPlainText() == "Before.")


def test_what_was_refused_stays_in_its_field(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.2")
    with qtbot.waitSignal(page.notice) as told:
        page.weighing.judgements.put("W3.99", None, "Kept words")
        page.weighing.judgements.save_now()
    assert "W3.99" in told.args[0]
    assert page.weighing.judgements.of("W3.99").text == "Kept words"


def test_guidance_and_evidence_are_not_judged_and_j_says_so(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.E4")
    assert not page.beside.judgement.isVisible()
    with qtbot.waitSignal(page.notice) as told:
        begin(page)
    assert told.args == ["A judgement is of a prompt, or of the KLOE as a whole."]


def test_a_question_of_the_team_s_own_can_be_judged(qtbot: QtBot, opened: Opened) -> None:
    record(qtbot, opened, AddLocalNode("q1", "W3", "prompt", "Who leaves, and why?"))
    record(qtbot, opened, SetJudgement("W3.L1", "strength", "Few do."))
    assert judged(opened, "W3.L1") == ("strength", "Few do.")


def test_escape_saves_and_goes_back_to_the_item(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3.2")
    text = page.beside.judgement.text
    text.setFocus()
    QTest.keyClicks(text, "Fine.")
    with qtbot.waitSignal(opened.bridge.changed):
        QTest.keyClick(text, Qt.Key.Key_Escape)
    assert page.column.row.target.hasFocus()
    assert judged(opened, "W3.2") == (None, "Fine.")
