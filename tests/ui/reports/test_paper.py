"""What the Reports page makes for paper: question sheets and blank role cards."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.reports.test_reports_page import button, choice, file_field, said
from wellled_desktop.inspection.commands import AddQuestions, MakeRequest, NewQuestion, PlanSession, WriteLine
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.reports.page import ReportsPage
from wellled_desktop.ui.places import Place

NINE = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> Iterator[ReportsPage]:
    question = NewQuestion("q1", "How visible are leaders?", "Nothing on it yet.", "role card", "W1.3")
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            PlanSession("s1", "interview", ("chief-executive",), planned_start=NINE, place="Board room"),
            AddQuestions("s1", (question,)),
        )
    made = ReportsPage(opened, today=lambda: dt.date(2026, 11, 25))
    qtbot.addWidget(made)
    made.resize(1060, 740)
    made.show()
    made.show_place(Place("reports", "2026-11-24"))
    qtbot.waitUntil(lambda: made.present_place() == Place("reports", "2026-11-24"), timeout=10_000)
    qtbot.waitUntil(lambda: said(made, "a role names a person"), timeout=10_000)
    yield made
    made.hide()


def choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))


def exported(page: ReportsPage, qtbot: QtBot, out: Path) -> str:
    file_field(page).setText(str(out))
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    return "\n".join(one.extract_text() for one in PdfReader(out).pages)


def test_the_question_sheets_of_a_day_are_made_as_chosen(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(choice(page, "Which report"), "Question sheets")
    assert not choice(page, "Inspector whose record is reported").isVisible()
    assert file_field(page).text().endswith("Question sheets RXX 2026-11-24.pdf")
    assert button(page, "Export question sheets").isVisible()
    text = exported(page, qtbot, tmp_path / "sheets.pdf")
    assert "How visible are leaders?" in text
    assert "Board room" in text


def test_the_cards_of_the_planned_roles_are_made_as_chosen(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(choice(page, "Which report"), "Blank role cards")
    assert not choice(page, "Day of the report").isVisible()
    assert not said(page, "a role names a person")
    assert file_field(page).text().endswith("Role cards RXX.pdf")
    choose(choice(page, "Roles whose cards are printed"), "Roles of the sessions planned")
    text = exported(page, qtbot, tmp_path / "cards.pdf")
    assert "Chief executive" in text
    assert "Trust chair" not in text


def test_where_sessions_are_planned_the_cards_of_their_roles_are_offered_first(page: ReportsPage, qtbot: QtBot) -> None:
    roles = choice(page, "Roles whose cards are printed")
    qtbot.waitUntil(lambda: roles.currentText() == "Roles of the sessions planned")


def test_one_role_can_be_chosen_and_is_in_the_name_of_the_file(page: ReportsPage) -> None:
    choose(choice(page, "Which report"), "Blank role cards")
    choose(choice(page, "Roles whose cards are printed"), "governors")
    assert file_field(page).text().endswith("Role cards RXX governors.pdf")


def test_back_at_the_day_report_all_is_as_it_was(page: ReportsPage) -> None:
    kinds = choice(page, "Which report")
    choose(kinds, "Blank role cards")
    choose(kinds, "Day report")
    assert choice(page, "Inspector whose record is reported").isVisible()
    assert file_field(page).text().endswith("Day report RXX 2026-11-24.pdf")
    assert button(page, "Export day report").isVisible()


def test_the_list_for_the_liaison_is_as_it_stands_today_and_says_first_whose_words_are_left_out(
    opened: Opened, page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    claim = "We answer every complaint within 25 days of its arrival."
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            WriteLine("l1", "s1", claim, claim=True),
            MakeRequest("r1", "Complaints log", "company secretary"),
            MakeRequest("r2", claim, "company secretary", line="l1"),
        )
    choose(choice(page, "Which report"), "List for the trust's liaison")
    assert not choice(page, "Day of the report").isVisible()
    assert file_field(page).text().endswith("Requests for the liaison RXX 2026-11-25.pdf")
    qtbot.waitUntil(lambda: said(page, "R-002: worded like the note it was made for"))
    text = exported(page, qtbot, tmp_path / "list.pdf")
    assert "Complaints log" in text
    assert "25 days of its arrival" not in text
    choose(choice(page, "Which report"), "Corroboration minutes")
    assert not said(page, "worded like the note")
    assert page.present_place() == Place("reports", "2026-11-24")
