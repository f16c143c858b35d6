"""What each page shows after Undo and Redo, by their keys, of what was done on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from tests.ui.kloe.records import SESSION, entry, line, record, session
from tests.ui.shell.conftest import MakeWindow
from tests.ui.shell.test_undo import CTRL, SHIFT, edit_menu
from tests.ui.shell.test_undo_bursts import burst
from tests.unit.exchange.workbooks import workbook
from wellled_desktop.inspection.commands import AnswerForm, MakeRequest
from wellled_desktop.ui.page import Opened, Page
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.pages.requests.page import RequestsPage
from wellled_desktop.ui.pages.worries.page import WorriesPage
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow


def at(window: MainWindow, place: Place, kind: type[Page]) -> Page:
    window.go(place)
    page = window.pages.page
    assert isinstance(page, kind)
    return page


def there_and_back(
    window: MainWindow, qtbot: QtBot, shows: Callable[[], object], before: object, after: object
) -> None:
    """What was just done is shown; Ctrl+Z shows what was before it, Ctrl+Shift+Z shows it again; and all of it once more."""
    qtbot.waitUntil(lambda: shows() == after)
    for _ in range(2):
        burst(window, "z")
        qtbot.waitUntil(lambda: shows() == before)
        burst(window, "Z")
        qtbot.waitUntil(lambda: shows() == after)


def test_an_evidence_entry_goes_out_of_the_log_and_comes_back_into_its_place(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    record(qtbot, opened, entry(1, "Board minutes", "W4.E7"))
    page = at(window, Place("evidence"), EvidencePage)
    assert isinstance(page, EvidencePage)
    qtbot.waitUntil(lambda: page.log.log.rowCount() == 1)
    record(qtbot, opened, entry(2, "Staff survey"))

    def titles() -> list[str]:
        found = (page.log.filter.entry_at(row) for row in range(page.log.filter.rowCount()))
        return [one.title for one in found if one]

    there_and_back(window, qtbot, titles, ["Board minutes"], ["Staff survey", "Board minutes"])
    assert page.log.told == "2 entries"
    burst(window, "zz")
    qtbot.waitUntil(lambda: page.log.told.startswith("Nothing is recorded yet."))
    burst(window, "Z")
    qtbot.waitUntil(lambda: titles() == ["Board minutes"])
    window.go(Place("today"))
    burst(window, "Z")
    window.go(Place("evidence"))
    qtbot.waitUntil(lambda: titles() == ["Staff survey", "Board minutes"])


def test_a_tick_on_a_kloes_page_is_taken_off_and_put_back(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    window = make_window()
    page = at(window, Place("kloe", "W1", "W1.E3"), KloePage)
    assert isinstance(page, KloePage)
    box = page.column.row.target
    qtbot.waitUntil(box.hasFocus)
    assert isinstance(box, QCheckBox)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert edit_menu(window) == ["Undo: tick W1.E3"]
    there_and_back(window, qtbot, box.isChecked, before=False, after=True)


def test_a_request_changed_says_again_what_it_said(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    record(qtbot, opened, MakeRequest("r1", "The plan"))
    window = make_window()
    page = at(window, Place("requests"), RequestsPage)
    assert isinstance(page, RequestsPage)
    qtbot.waitUntil(lambda: page.requests.rowCount() == 1 and page.table.hasFocus())
    QTest.keyClick(page.table, Qt.Key.Key_C)
    QTest.keyClicks(page.new_request.asked_for, " of 2026")
    QTest.keyClick(page.new_request.asked_for, Qt.Key.Key_Return)

    def words() -> str:
        asked = page.requests.asked_at(0)
        return page.requests.words_of(asked) if asked else ""

    qtbot.waitUntil(lambda: words() == "The plan of 2026" and page.table.hasFocus())
    there_and_back(window, qtbot, words, "The plan", "The plan of 2026")


def test_an_entry_of_the_register_goes_and_comes_back(make_window: MakeWindow, opened: Opened, qtbot: QtBot) -> None:
    window = make_window()
    page = at(window, Place("worries"), WorriesPage)
    assert isinstance(page, WorriesPage)
    for field, words in zip(page.register.fields, ("R1", "Nights", "20", ""), strict=True):
        field.setText(words)
    QTest.keyClick(page.register.fields[0], Qt.Key.Key_Return)

    def register() -> list[str]:
        return [one.reference for one in page.register.risks.register]

    qtbot.waitUntil(lambda: register() == ["R1"])
    assert edit_menu(window) == ["Undo: record an entry of the risk register"]
    page.table.setFocus()
    there_and_back(window, qtbot, register, [], ["R1"])


def test_a_register_from_a_file_is_one_step_however_long_it_is(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    risks: tuple[tuple[str | int, ...], ...] = tuple((f"R{number}", "A risk", 9) for number in range(230))
    window = make_window()
    page = at(window, Place("worries"), WorriesPage)
    assert isinstance(page, WorriesPage)
    page.taking_over.begin(workbook(tmp_path / "register.xlsx", (("Risk ID", "Title", "Rating"), *risks)))
    qtbot.waitUntil(lambda: page.taking_over.dialog is not None and page.taking_over.dialog.outcome is not None)
    dialog = page.taking_over.dialog
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.taking_over.under_way and len(page.register.risks.register) == 230)
    assert edit_menu(window) == ["Undo: record 230 entries of the risk register"]
    window.activateWindow()  # the platform of the tests gives no window the focus when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    page.register.search.setFocus()
    there_and_back(window, qtbot, lambda: len(page.register.risks.register), 0, 230)


def test_worries_taken_over_by_mistake_can_be_taken_over_again(
    make_window: MakeWindow, opened: Opened, qtbot: QtBot
) -> None:
    record(qtbot, opened, session(), line(1, "Nights."), AnswerForm(SESSION, "top-worries", ("The money", "Nights")))
    window = make_window()
    page = at(window, Place("worries"), WorriesPage)
    assert isinstance(page, WorriesPage)
    qtbot.waitUntil(page.take_over.isVisible)
    QTest.keyClick(page.take_over, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.worries.rowCount() == 2)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: page.worries.rowCount() == 0 and page.take_over.isVisible())
    assert page.take_over.text() == "Take over 2 worries from S-01"
    QTest.keyClick(page.take_over, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.worries.rowCount() == 2)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert edit_menu(window)[0] == "Undo: note a worry (and 1 more)"
