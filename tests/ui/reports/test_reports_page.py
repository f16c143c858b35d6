"""The Reports page makes the day's PDF in the background, can be stopped, and says plainly when it could not."""

import datetime as dt
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMessageBox, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import NewParticipant, PlanSession, WriteLine
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.reports.export import Export, Wanted
from wellled_desktop.ui.pages.reports.page import ReportsPage
from wellled_desktop.ui.places import Place


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> ReportsPage:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            PlanSession("s1", "interview", ("chief-executive",)),
            *(WriteLine(f"l{number}", "s1", f"Heard {number} things.", tags=("W1.3",)) for number in range(1, 6)),
        )
    made = ReportsPage(opened)
    qtbot.addWidget(made)
    made.resize(1060, 740)
    made.show()
    made.show_place(Place("reports", "2026-11-24"))
    qtbot.waitUntil(lambda: made.present_place() == Place("reports", "2026-11-24"), timeout=10_000)
    return made


def file_field(page: ReportsPage) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName().startswith("File"))


def choice(page: ReportsPage, name: str) -> QComboBox:
    return next(one for one in page.findChildren(QComboBox) if one.accessibleName() == name)


def button(page: ReportsPage, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text().replace("&", "") == text)


def said(page: ReportsPage, words: str) -> bool:
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_day_becomes_a_pdf_that_can_be_opened(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "day.pdf"
    file_field(page).setText(str(out))
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    assert said(page, "The report is written")
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(out).pages)
    assert all(f"S-01 l.{number}" in text for number in range(1, 6))
    assert button(page, "Show in folder").isVisible()


def test_a_role_with_one_holder_is_named_before_the_export(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: said(page, "a role names a person"), timeout=10_000)
    assert said(page, "chief executive")


def test_who_is_in_the_room_and_who_claimed_something_is_named_before_the_export_too(
    page: ReportsPage, opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(
            PlanSession("s2", "panel", ("governors",), (NewParticipant("p", "company-secretary"),)),
            WriteLine("c1", "s2", "It was minuted.", speaker="p", claim=True),
        )
    page.show_place(Place("reports", "2026-11-24"))
    qtbot.waitUntil(lambda: said(page, "company secretary"), timeout=10_000)
    choice(page, "Day of the report").setCurrentIndex(1)
    qtbot.waitUntil(lambda: said(page, "company secretary") and not said(page, "chief executive"), timeout=10_000)


def test_what_was_said_of_one_report_is_not_said_of_the_next(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    button(page, "Export day report").click()
    qtbot.waitUntil(lambda: said(page, "The report is written"), timeout=30_000)
    choice(page, "Which report").setCurrentIndex(2)
    assert not said(page, "The report is written")
    assert not button(page, "Open").isVisible()


def test_a_report_that_was_stopped_leaves_nothing(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "day.pdf"
    file_field(page).setText(str(out))
    button(page, "Export day report").click()
    button(page, "Cancel").click()
    qtbot.waitUntil(lambda: said(page, "The report was stopped"), timeout=30_000)
    assert list(tmp_path.glob("day.pdf*")) == []
    assert button(page, "Export day report").isEnabled()


def test_a_folder_that_is_not_there_is_told(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file_field(page).setText(str(tmp_path / "nowhere" / "day.pdf"))
    button(page, "Export day report").click()
    qtbot.waitUntil(lambda: said(page, "There is no folder"), timeout=30_000)
    assert not button(page, "Open").isVisible()


def test_the_bar_moves_on_to_its_end(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    bar = page.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    shown: list[float] = []
    bar.valueChanged.connect(lambda value: shown.append(value / bar.maximum()))
    button(page, "Export day report").click()
    assert bar.isVisible()
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    assert len(shown) >= 2
    assert shown == sorted(shown)
    assert (shown[0] < 1, shown[-1]) == (True, 1.0)


def test_the_window_is_woken_for_few_of_the_steps_and_always_for_the_last(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = Wanted(dt.date(2026, 11, 24), None, tmp_path / "day.pdf")
    export = Export(opened.bridge, wanted, opened.resources / "fonts", opened.bridge)
    heard: list[tuple[int, int]] = []
    export.progressed.connect(lambda steps, of: heard.append((steps, of)))
    for step in range(1, 2_001):
        export._report_progress(step, 2_000)
    qtbot.waitUntil(lambda: heard[-1:] == [(2_000, 2_000)], timeout=10_000)
    assert heard[0] == (1, 2_000)
    assert len(heard) < 200


@pytest.mark.parametrize(("width", "height"), [(724, 540), (1040, 740), (1900, 1000)])
def test_the_fields_end_with_the_words_above_and_none_is_squeezed(
    page: ReportsPage, qtbot: QtBot, width: int, height: int
) -> None:
    qtbot.waitUntil(lambda: said(page, "a role names a person"), timeout=10_000)
    page.resize(width, height)
    browse = button(page, "Choose…")
    qtbot.waitUntil(lambda: browse.isVisible() and browse.height() >= browse.sizeHint().height())
    most = page.fontMetrics().averageCharWidth() * MOST_CHARACTERS
    assert browse.mapTo(page, browse.rect().topRight()).x() <= 24 + most
    fields = (file_field(page), choice(page, "Day of the report"), choice(page, "Inspector whose record is reported"))
    assert [one for one in fields if one.height() < one.sizeHint().height()] == []


def test_without_a_file_name_nothing_is_made_and_it_says_what_is_missing(page: ReportsPage) -> None:
    file_field(page).setText("  ")
    button(page, "Export day report").click()
    assert said(page, "Choose a file for the report first.")
    assert button(page, "Export day report").isEnabled()


def test_a_file_name_is_offered_and_what_is_typed_is_kept(page: ReportsPage, qtbot: QtBot) -> None:
    assert file_field(page).text().endswith("Day report RXX 2026-11-24.pdf")
    file_field(page).setText("mine.pdf")
    choice(page, "Day of the report").setCurrentIndex(1)
    assert file_field(page).text() == "mine.pdf"


def test_the_file_offered_is_in_a_folder_that_is_there(page: ReportsPage) -> None:
    assert Path(file_field(page).text()).parent.is_dir()


def test_enter_in_the_file_exports_and_the_focus_goes_to_cancel_and_then_to_open(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    QTest.keyClick(file_field(page), Qt.Key.Key_Return)
    assert page.window().focusWidget() is button(page, "Cancel")
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    assert page.window().focusWidget() is button(page, "Open")


def test_after_a_report_was_stopped_the_focus_is_on_export_again(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    button(page, "Export day report").click()
    button(page, "Cancel").click()
    qtbot.waitUntil(lambda: said(page, "The report was stopped"), timeout=30_000)
    assert page.window().focusWidget() is button(page, "Export day report")


@pytest.mark.parametrize("answer", ["Cancel", "Replace"])
def test_a_file_that_is_there_is_replaced_only_when_asked_for(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, answer: str
) -> None:
    out = tmp_path / "day.pdf"
    out.write_bytes(b"Something else")
    file_field(page).setText(str(out))
    button(page, "Export day report").click()
    question = page.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert "already" in question.text()
    assert out.read_bytes() == b"Something else"
    next(one for one in question.buttons() if one.text().replace("&", "") == answer).click()
    if answer == "Cancel":
        assert said(page, "the file is as it was")
        assert out.read_bytes() == b"Something else"
        return
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    assert out.read_bytes().startswith(b"%PDF")


def test_enter_opens_the_list_of_days(page: ReportsPage, qtbot: QtBot) -> None:
    days = choice(page, "Day of the report")
    QTest.keyClick(days, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not days.view().isVisible()
    QTest.keyClick(days, Qt.Key.Key_Return)
    qtbot.waitUntil(days.view().isVisible, timeout=5_000)
    days.hidePopup()


def test_led_here_for_one_report_of_one_day_enter_exports_it(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.show_place(Place("reports", "2026-11-24", "minutes"))
    file_field(page).setText(str(tmp_path / "minutes.pdf"))
    focused = page.focusWidget()
    assert focused is button(page, "Export the minutes")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    assert (tmp_path / "minutes.pdf").exists()


def test_enter_on_the_focused_button_exports(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    start = button(page, "Export day report")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert button(page, "Cancel").isVisible()
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)


def walked_by_tab(page: ReportsPage) -> list[QWidget]:
    """What Tab comes by from the first field on, each once."""
    walked: list[QWidget] = []
    page.activateWindow()
    choice(page, "Day of the report").setFocus()
    while (focus := page.window().focusWidget()) is not None and focus not in walked:
        walked.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return walked


def test_tab_comes_by_all_that_an_export_shows(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    button(page, "Export day report").click()
    under_way = walked_by_tab(page)
    assert button(page, "Cancel") in under_way
    assert page.findChild(QProgressBar) in under_way
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    assert {button(page, "Export day report"), button(page, "Open"), button(page, "Show in folder")} <= set(
        walked_by_tab(page)
    )


def test_enter_on_the_focused_cancel_stops_the_export(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    button(page, "Export day report").click()
    QTest.keyClick(button(page, "Cancel"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(page, "The report was stopped"), timeout=30_000)
    assert list(tmp_path.glob("day.pdf*")) == []


def test_the_letter_of_the_button_exports_too(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file_field(page).setText(str(tmp_path / "day.pdf"))
    QTest.keyClick(page, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: button(page, "Open").isVisible(), timeout=30_000)
    assert (tmp_path / "day.pdf").is_file()
