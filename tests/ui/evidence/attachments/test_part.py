"""The attachments of an entry: listed with all that is known of them, and acted on by keyboard."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.attaching.conftest import attached
from tests.ui.conftest import AUTHOR
from tests.ui.evidence.attachments.conftest import Attach
from tests.ui.kloe.records import entry_id, record
from wellled_desktop.inspection.commands import RetractEntry
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.attaching.attaching import attaching_of
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.attachments.attachment_words import breakable, kind_words
from wellled_desktop.ui.pages.evidence.attachments.part import AttachmentsPart
from wellled_desktop.ui.pages.evidence.page import EvidencePage

JPEG = b"\xff\xd8\xff\xe0 and then no picture"


@pytest.fixture
def part(page: EvidencePage) -> AttachmentsPart:
    return page.attachments.part


def press(key: Qt.Key, typed: str = "") -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)
    if typed:
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)


def names(part: AttachmentsPart) -> list[str]:
    return [str(part.list.model.index(row, 0).data()) for row in range(part.list.model.rowCount())]


def test_an_entry_without_files_says_how_to_begin(part: AttachmentsPart) -> None:
    assert part.told.startswith("Nothing is attached yet. Drop files or folders here")
    assert part.list.table.isHidden()
    assert part.selected_attachment() is None
    assert part.necessity_told == ""


def test_what_is_attached_is_listed_with_what_is_known_of_it(
    qtbot: QtBot, opened: Opened, part: AttachmentsPart, attach: Attach
) -> None:
    attach("a1", "minutes.pdf", b"%PDF-1.7 " + b"x" * 40_000)
    attach("a2", "minutes too.pdf", b"%PDF-1.7 " + b"x" * 40_000, to=2)
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 1)
    qtbot.waitUntil(lambda: "Also attached to E-002." in part.list.facts)
    assert part.told == "1 file, 40 kB"
    assert part.list.facts.startswith("PDF, 40 kB. Added Tue 24 Nov 2026, ")
    assert f"by {AUTHOR}." in part.list.facts
    cell = part.list.model.index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Kind: PDF"
    assert "Also attached" in str(cell.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert str(cell.data(Qt.ItemDataRole.ToolTipRole)).startswith("minutes.pdf\nPDF, 40 kB")
    assert part.list.export.accessibleName() == "minutes.pdf: Export…"


def test_home_and_end_go_to_the_first_and_the_last_of_them(qtbot: QtBot, part: AttachmentsPart, attach: Attach) -> None:
    for number in range(3):
        attach(f"a{number}", f"paper {number}.txt", f"paper {number}".encode())
    qtbot.waitUntil(lambda: len(names(part)) == 3)
    table = part.list.table
    table.setFocus()
    press(Qt.Key.Key_End)
    assert table.currentIndex().row() == 2
    press(Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_why_something_is_not_in_the_search_is_said(
    qtbot: QtBot, opened: Opened, part: AttachmentsPart, attach: Attach
) -> None:
    attach("a1", "minutes.pdf", b"%PDF-1.7 ")
    (one,) = attached(opened)
    with closing(opened.bridge.inspection.documents()) as documents:
        documents.index_document(one.sha256, (), unread="It is locked with a password.")
    entry = part.entry
    part.show_entry(None)
    assert part.isHidden()
    part.show_entry(entry)
    qtbot.waitUntil(lambda: "Not read for the search: It is locked with a password." in part.list.facts)


def test_the_keys_of_the_list_ask_for_a_preview_a_copy_and_an_export(
    qtbot: QtBot, page: EvidencePage, part: AttachmentsPart, attach: Attach
) -> None:
    asked: list[tuple[str, str]] = []
    page.log.table.setFocus()
    press(Qt.Key.Key_A)
    assert part.files.hasFocus()

    def note(what: str, one: Attachment) -> None:
        asked.append((what, one.id))

    part.preview_wanted.disconnect()
    part.open_wanted.disconnect()
    part.export_wanted.disconnect()
    part.preview_wanted.connect(lambda one: note("preview", one))
    part.open_wanted.connect(lambda one: note("open", one))
    part.export_wanted.connect(lambda one: note("export", one))
    attach("a1", "minutes.txt", b"minutes")
    attach("a2", "plan.txt", b"night shifts")
    part.choose("a2")
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 2)
    press(Qt.Key.Key_A)
    assert part.list.table.hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_O, Qt.Key.Key_X):
        press(key)
    assert asked == [("preview", "a2"), ("open", "a2"), ("export", "a2")]


def test_a_file_is_retracted_with_a_reason_and_put_back_with_one(
    qtbot: QtBot, opened: Opened, part: AttachmentsPart, attach: Attach
) -> None:
    attach("a1", "minutes.txt", b"minutes")
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 1)
    part.take_focus()
    press(Qt.Key.Key_Delete, "wrong trust")
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 0)
    assert attached(opened) == ()
    assert part.told.startswith("Nothing is attached yet.")
    part.retracted.click()
    assert names(part) == ["minutes.txt (retracted)"]
    assert part.list.facts.endswith("Retracted: wrong trust")
    part.take_focus()
    press(Qt.Key.Key_N)
    assert part.list.reason.isHidden(), "nothing is noted of what is retracted"
    press(Qt.Key.Key_Delete, "right after all")
    qtbot.waitUntil(lambda: names(part) == ["minutes.txt"])
    assert part.retracted.isHidden()
    assert len(attached(opened)) == 1


def test_asked_of_a_document_why_it_was_necessary_the_key_goes_to_the_first_picture_that_lacks_it(
    qtbot: QtBot, opened: Opened, part: AttachmentsPart, attach: Attach
) -> None:
    attach("a1", "a list.txt", b"rota")
    attach("a2", "ward.jpg", JPEG)
    qtbot.waitUntil(lambda: part.necessity_told != "")
    part.choose("a1")
    part.take_focus()
    press(Qt.Key.Key_N)
    assert "“ward.jpg”" in part.list.reason.question
    press(Qt.Key.Key_Escape)
    part.choose("a2")
    press(Qt.Key.Key_N, "shows the corridor")
    qtbot.waitUntil(lambda: part.necessity_told == "")
    part.choose("a1")
    press(Qt.Key.Key_N)
    assert "“a list.txt”" in part.list.reason.question  # of any file it may be noted


def test_why_a_picture_was_necessary_is_asked_never_forced_and_can_be_changed(
    qtbot: QtBot, opened: Opened, part: AttachmentsPart, attach: Attach
) -> None:
    attach("a1", "ward.jpg", JPEG)
    attach("a2", "talk.mp3", b"ID3 sound\0")
    qtbot.waitUntil(lambda: part.necessity_told.startswith("In 2 of them, first “talk.mp3”, a patient may be"))
    part.choose("a1")
    part.take_focus()
    assert "nothing says why it was necessary" in part.list.facts
    press(Qt.Key.Key_N, "shows the corridor")
    qtbot.waitUntil(lambda: "Why it was necessary: shows the corridor" in part.list.facts)
    assert part.necessity_told.startswith("In “talk.mp3” a patient may be recognised")
    press(Qt.Key.Key_N)
    assert part.list.reason.question.endswith("So far: shows the corridor")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_N, "shows the corridor and its doors")
    qtbot.waitUntil(lambda: attached(opened)[0].necessity == "shows the corridor and its doors")


def test_a_question_goes_with_what_it_was_asked_of(qtbot: QtBot, part: AttachmentsPart, attach: Attach) -> None:
    attach("a1", "minutes.txt", b"minutes")
    attach("a2", "plan.txt", b"night shifts")
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 2)
    part.take_focus()
    press(Qt.Key.Key_Delete)
    assert not part.list.reason.isHidden()
    part.choose("a1" if part.selected_attachment() == part.list.model.listed[1].attachment else "a2")
    assert part.list.reason.isHidden()


def test_a_retracted_entry_takes_no_files(
    qtbot: QtBot, opened: Opened, page: EvidencePage, part: AttachmentsPart
) -> None:
    page.log.retracted.setChecked(True)
    record(qtbot, opened, RetractEntry(entry_id(1), "a mistake"))
    qtbot.waitUntil(part.files.isHidden)
    assert part.told == "Nothing is attached."
    notices: list[str] = []
    page.notice.connect(notices.append)
    page.attachments.choose_files()
    assert notices == ["E-001 is retracted, so nothing is attached to it. Put it back first."]


def test_what_changes_while_another_page_is_shown_is_read_when_it_is_come_back_to(
    qtbot: QtBot, page: EvidencePage, part: AttachmentsPart, attach: Attach
) -> None:
    page.hide()
    attach("a1", "minutes.txt", b"minutes")
    assert part.list.model.rowCount() == 0
    page.show()
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 1)


@pytest.mark.parametrize(
    ("media_type", "words"),
    [
        ("image/png", "picture"),
        ("application/msword", "Word"),
        ("text/plain", "text"),
        ("application/octet-stream", "file"),
    ],
)
def test_a_kind_is_said_in_words(media_type: str, words: str) -> None:
    assert kind_words(media_type) == words


def test_enter_shows_the_file_in_place_of_the_log_and_esc_comes_back_to_it(
    qtbot: QtBot, page: EvidencePage, part: AttachmentsPart, attach: Attach
) -> None:
    attach("a1", "plan.txt", b"night shifts")
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 1)
    part.take_focus()
    press(Qt.Key.Key_Return)
    assert page.desk.is_shown
    press(Qt.Key.Key_Escape)
    assert not page.desk.is_shown
    assert part.list.table.hasFocus()


def test_the_field_for_a_reason_is_brought_into_view(
    qtbot: QtBot, page: EvidencePage, part: AttachmentsPart, attach: Attach
) -> None:
    attach("a1", "ward.jpg", JPEG)
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 1)
    page.resize(1040, 340)
    bar, asked = page.log.detail.verticalScrollBar(), part.list.reason
    for key in (Qt.Key.Key_N, Qt.Key.Key_Delete):
        qtbot.waitUntil(lambda: bar.maximum() > 20)
        part.list.take_focus()
        bar.setValue(0)
        press(key)
        qtbot.waitUntil(lambda: asked.visibleRegion().boundingRect().height() == asked.height())
        press(Qt.Key.Key_Escape)


def test_files_are_in_the_order_of_their_names_and_the_chosen_one_is_named_in_full(
    qtbot: QtBot, page: EvidencePage, part: AttachmentsPart, attach: Attach
) -> None:
    for number in (10, 1, 2):
        attach(f"a{number}", f"Quality_committee_of_the_board_paper_{number}.txt", f"paper {number}".encode())
    qtbot.waitUntil(lambda: part.list.model.rowCount() == 3)
    assert [name.rpartition("_")[2] for name in names(part)] == ["1.txt", "2.txt", "10.txt"]
    part.choose("a10")
    assert part.list.name == "Quality_committee_of_the_board_paper_10.txt"
    assert part.list.table.textElideMode() == Qt.TextElideMode.ElideMiddle
    page.resize(900, 600)
    qtbot.waitUntil(lambda: part.width() <= page.log.detail.viewport().width())  # a long name does not widen the column
    assert part.list.table.columnWidth(0) > part.list.table.fontMetrics().averageCharWidth() * 24


def test_a_name_without_spaces_can_be_broken_and_stays_the_same_to_the_eye() -> None:
    name = "Quality_committee-paper_10.of.the.board." + "x" * 40 + ".txt"
    assert breakable(name).replace("\u200b", "") == name
    assert max(map(len, breakable(name).split("\u200b"))) <= 17
    assert breakable("minutes of 3 June.pdf") == "minutes of 3 June.\u200bpdf"


SHOTS = {"rota.txt": b"rota", "bay.jpg": JPEG, "ward.jpg": JPEG + b"!"}


def test_right_after_attaching_n_in_the_log_leads_to_what_was_told_and_opens_its_note(
    qtbot: QtBot, opened: Opened, page: EvidencePage, part: AttachmentsPart, tmp_path: Path
) -> None:
    for name, content in SHOTS.items():
        (tmp_path / name).write_bytes(content)
    attaching = attaching_of(opened.bridge)
    with qtbot.waitSignal(attaching.told):
        attaching.attach(entry_id(2), "E-002", tuple(tmp_path / name for name in SHOTS))
    page.log.table.setFocus()
    press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "“bay.jpg”" in part.list.reason.question and part.list.reason.isVisible())
    assert page.log.chosen_id() == entry_id(2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "shows the bay")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: attached(opened, entry_id(2))[1].necessity == "shows the bay")
    page.log.table.setFocus()
    press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "“ward.jpg”" in part.list.reason.question)


def test_n_in_the_log_is_about_the_chosen_entry_once_another_was_turned_to_and_says_where_no_file_asks(
    qtbot: QtBot, opened: Opened, page: EvidencePage, part: AttachmentsPart, tmp_path: Path
) -> None:
    (tmp_path / "ward.jpg").write_bytes(JPEG)
    attaching = attaching_of(opened.bridge)
    with qtbot.waitSignal(attaching.told):
        attaching.attach(entry_id(1), "E-001", (tmp_path / "ward.jpg",))
    page.log.choose(entry_id(2))
    told: list[str] = []
    page.notice.connect(told.append)
    page.log.table.setFocus()
    press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: told != [])
    assert told == ["No file of E-002 asks why it was necessary: it is noted, or it is none to recognise a patient in."]
    assert page.log.chosen_id() == entry_id(2)
    assert page.log.table.hasFocus()
