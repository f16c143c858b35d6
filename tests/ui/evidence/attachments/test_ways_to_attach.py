"""Files come to an entry by dialog, by paste and by drop; to a new entry where they are dropped on none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.attaching.conftest import attached
from tests.ui.evidence.attachments.conftest import Drag, files_in
from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import entry_id, record
from wellled_desktop.inspection.commands import RetractEntry
from wellled_desktop.ui.attaching.attaching import attaching_of
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    made = tmp_path / "Board pack May.txt"
    made.write_bytes(b"the board's papers")
    return made


def names(opened: Opened, number: int) -> list[str]:
    return [one.name for one in attached(opened, entry_id(number))]


def settled(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: not attaching_of(opened.bridge).is_at_work)


def press(key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_F])
def test_files_or_a_folder_are_chosen_in_a_dialog(
    key: Qt.Key, qtbot: QtBot, opened: Opened, page: EvidencePage, paper: Path
) -> None:
    page.log.table.setFocus()
    press(key, CTRL | SHIFT)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.windowTitle().endswith("E-001")
    dialog.filesSelected.emit([str(paper if key == Qt.Key.Key_A else paper.parent)])
    dialog.reject()
    qtbot.waitUntil(lambda: paper.name in names(opened, 1))
    settled(qtbot, opened)


def test_copied_files_are_pasted(qtbot: QtBot, opened: Opened, page: EvidencePage, paper: Path) -> None:
    QGuiApplication.clipboard().setMimeData(files_in((paper,)))
    page.log.table.setFocus()
    press(Qt.Key.Key_V)
    QGuiApplication.clipboard().clear()  # what Python made and Qt holds must be gone before Python is
    qtbot.waitUntil(lambda: names(opened, 1) == [paper.name])
    settled(qtbot, opened)


def test_a_copied_picture_is_pasted_as_a_file_of_its_own(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)
    page.log.table.setFocus()
    press(Qt.Key.Key_V)
    qtbot.waitUntil(lambda: len(names(opened, 1)) == 1)
    settled(qtbot, opened)
    (one,) = attached(opened)
    assert one.name.startswith("Pasted picture ")
    assert one.media_type == "image/png"
    with opened.bridge.inspection.attachments.open(one.sha256) as reader:
        assert QImage.fromData(b"".join(reader)) == picture


def test_nothing_to_paste_and_no_entry_to_paste_to_are_told(qtbot: QtBot, opened: Opened, page: EvidencePage) -> None:
    told: list[str] = []
    page.notice.connect(told.append)
    QGuiApplication.clipboard().setText("words")
    page.attachments.paste()
    page.open_form()
    page.attachments.paste()
    assert told == [
        "No file and no picture was copied. Copy one, and press Ctrl+V here again.",
        "No entry is chosen. Record one, or choose one, and attach to it then.",
    ]


def test_files_dropped_on_a_row_are_attached_to_its_entry(
    qtbot: QtBot, opened: Opened, page: EvidencePage, paper: Path
) -> None:
    table = page.log.table
    row = next(row for row in range(2) if page.log.filter.entry_at(row).id == entry_id(2))  # type: ignore[union-attr]
    at = table.visualRect(table.model().index(row, 0)).center()
    drag, hints = Drag(table.viewport(), (paper, paper.parent)), page.attachments.drops[0]
    assert drag.enter(at)
    assert hints.hint == "Drop to attach to E-002, “Minutes”: 2 files"
    drag.leave()
    assert hints.hint == ""
    assert Drag(table.viewport(), (paper,)).dropped(at)
    qtbot.waitUntil(lambda: names(opened, 2) == [paper.name])
    settled(qtbot, opened)
    assert page.log.chosen_id() == entry_id(2)


def test_files_dropped_on_the_detail_are_attached_to_the_entry_it_shows(
    qtbot: QtBot, opened: Opened, page: EvidencePage, paper: Path
) -> None:
    drag = Drag(page.log.detail.inside, (paper,))
    assert drag.enter(QPoint(30, 30))
    assert page.attachments.drops[1].hint == "Drop to attach to E-001, “Board papers”"
    assert drag.drop(QPoint(30, 30))
    qtbot.waitUntil(lambda: names(opened, 1) == [paper.name])
    settled(qtbot, opened)


def test_nothing_is_dropped_on_a_retracted_entry_and_words_are_not_files(
    qtbot: QtBot, opened: Opened, page: EvidencePage, paper: Path
) -> None:
    page.log.retracted.setChecked(True)
    record(qtbot, opened, RetractEntry(entry_id(1), "a mistake"))
    qtbot.waitUntil(lambda: page.log.detail.entry is not None and page.log.detail.entry.retracted_at is not None)
    drag = Drag(page.log.detail.inside, (paper,))
    assert not drag.enter(QPoint(30, 30))
    assert page.attachments.drops[1].hint == "E-001 is retracted; put it back before you attach to it"
    assert not drag.drop(QPoint(30, 30))
    assert not Drag(page.log.detail.inside, ()).enter(QPoint(30, 30))
    assert not Drag(page.log.detail.inside, ()).dropped(QPoint(30, 30))
    assert attached(opened) == ()


def test_files_dropped_where_no_entry_is_offer_a_new_one_with_their_name(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence, paper: Path
) -> None:
    page = show_evidence(Place("evidence"), 0)
    told: list[str] = []
    page.notice.connect(told.append)
    drag = Drag(page.log.table.viewport(), (paper,))
    assert drag.enter(QPoint(40, 60))
    assert page.attachments.drops[0].hint == "Drop to record a new entry with what you drag"
    assert drag.drop(QPoint(40, 60))
    assert page.log.form.fields.title.text() == "Board pack May"
    assert told == ["Record the entry, and “Board pack May.txt” will be attached to it."]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in attached(opened)] == [paper.name])
    settled(qtbot, opened)


def test_a_form_that_is_left_leaves_the_files_where_they_are(
    qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence, paper: Path
) -> None:
    page = show_evidence(Place("evidence"), 0)
    told: list[str] = []
    page.notice.connect(told.append)
    Drag(page.log.table.viewport(), (paper, paper.parent)).dropped(QPoint(40, 60))
    assert told[-1] == "Record the entry, and 2 files will be attached to it."
    press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert told[-1] == "No entry was recorded, so nothing was attached; the files are where they were."
    page.open_form()
    page.log.form.fields.title.setText("Another")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.log.log.rowCount() == 1)
    assert attached(opened) == ()
