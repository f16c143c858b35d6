"""A copy for another program, and a copy outside the vault: what is asked, what is written, what is told."""

import io
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.hostile_shapes import docx, paragraph
from tests.ui.evidence.document.conftest import Attach, Look, Looking
from tests.ui.evidence.document.papers import BOARD_PAPER, pdf_pages, photograph
from wellled_desktop.ui.page import Opened

GPS = 0x8825


def handed_over(looking: Looking, *, opens: bool = True) -> list[Path]:
    """What is handed to the system from now on, which opens it or not."""
    handed: list[Path] = []

    def hand_over(url: QUrl) -> bool:
        handed.append(Path(url.toLocalFile()))
        return opens

    looking.page.desk.copies.open_url = hand_over
    return handed


def write(looking: Looking, target: Path) -> None:
    """Takes the target in the dialog that asks for it."""
    looking.qtbot.waitUntil(lambda: bool(looking.page.findChildren(QFileDialog)))
    (dialog,) = looking.page.findChildren(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(target))
    dialog.reject()


def test_a_copy_is_opened_read_only_and_gone_when_the_inspection_is_closed(
    opened: Opened, attach: Attach, look: Look
) -> None:
    content = pdf_pages(*BOARD_PAPER)
    attach("board paper.pdf", content)
    looking = look()
    handed = handed_over(looking)
    looking.press(Qt.Key.Key_O)
    looking.see_sentence("A read-only copy of “board paper.pdf” is opened. It is removed when the inspection is closed")
    (copy,) = handed
    assert copy.name == "board paper.pdf"
    assert copy.read_bytes() == content
    assert stat.S_IMODE(copy.stat().st_mode) == 0o400
    opened.bridge.close()
    assert not copy.parent.exists()


def test_where_no_program_opens_it_that_is_said(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    handed_over(looking, opens=False)
    looking.press(Qt.Key.Key_O)
    looking.see_sentence("No program on this laptop opens “board paper.pdf”")


def test_what_would_be_run_is_not_opened(attach: Attach, look: Look) -> None:
    attach("minutes.pdf.bat", b"@echo off\n")
    looking = look()
    handed = handed_over(looking)
    looking.press(Qt.Key.Key_O)
    looking.see_sentence("“minutes.pdf.bat” is a program or a script, so it is not opened")
    assert handed == []


@pytest.mark.parametrize("opens", [True, False])
def test_of_what_may_hold_macros_one_is_asked_first(qtbot: QtBot, attach: Attach, look: Look, opens: bool) -> None:
    attach("minutes.docm", docx(paragraph("Apologies."), macros=True))
    looking = look()
    handed = handed_over(looking)
    looking.press(Qt.Key.Key_O)
    (box,) = looking.page.desk.findChildren(QMessageBox)
    assert "may hold macros" in box.text()
    assert handed == []
    assert box.defaultButton().text() == "&Leave it"
    if opens:
        QTest.keyClick(box.buttons()[0], Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: [one.name for one in handed] == ["minutes.docm"])
    else:
        QTest.keyClick(box, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not looking.page.desk.findChildren(QMessageBox))
        assert handed == []


def test_a_content_that_is_damaged_is_told_and_nothing_is_opened(
    opened: Opened, attach: Attach, look: Look, library_folder: Path
) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    handed = handed_over(looking)
    for file in library_folder.rglob("*"):
        if file.is_file() and "attachments" in str(file):
            file.write_bytes(file.read_bytes()[:-40])
    looking.press(Qt.Key.Key_O)
    looking.see_sentence("damaged")
    assert handed == []


@pytest.fixture
def picture(attach: Attach, look: Look) -> Callable[[str, bytes], Looking]:
    def show(name: str, content: bytes) -> Looking:
        attach(name, content)
        looking = look()
        looking.press(Qt.Key.Key_X)
        assert looking.page.desk.exporting.bar.isVisible()
        return looking

    return show


def test_a_picture_is_exported_without_the_place_where_it_was_taken(
    picture: Callable[[str, bytes], Looking], tmp_path: Path
) -> None:
    content = photograph()
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(GPS)
    looking = picture("ward.jpg", content)
    looking.press(Qt.Key.Key_Return)
    write(looking, tmp_path / "ward.jpg")
    looking.see_sentence(
        "A copy without the place where it was taken is written: ward.jpg. The original is kept as it was."
    )
    written = Image.open(tmp_path / "ward.jpg")
    assert not written.getexif().get_ifd(GPS)
    assert written.tobytes() == Image.open(io.BytesIO(content)).tobytes()
    written.close()


def test_the_place_is_kept_where_one_wants_it(picture: Callable[[str, bytes], Looking], tmp_path: Path) -> None:
    content = photograph()
    looking = picture("ward.jpg", content)
    looking.page.desk.exporting.bar.remove.setChecked(False)
    looking.press(Qt.Key.Key_Return)
    write(looking, tmp_path / "ward.jpg")
    looking.see_sentence("A copy is written: ward.jpg. The original is kept as it was.")
    assert (tmp_path / "ward.jpg").read_bytes() == content


def test_where_the_place_cannot_be_taken_out_nothing_is_written(
    picture: Callable[[str, bytes], Looking], tmp_path: Path
) -> None:
    made = io.BytesIO()
    Image.new("RGB", (8, 8)).save(made, "TIFF")
    looking = picture("scan.tiff", made.getvalue())
    looking.press(Qt.Key.Key_Return)
    write(looking, tmp_path / "scan.tiff")
    looking.see_sentence("no copy without the position was made; the original is kept as it is")
    assert list(tmp_path.glob("*.tiff")) == []


def test_esc_exports_nothing_and_goes_back(picture: Callable[[str, bytes], Looking]) -> None:
    looking = picture("ward.jpg", photograph())
    looking.press(Qt.Key.Key_Escape)
    assert looking.page.desk.exporting.bar.isHidden()
    assert looking.view.picture.hasFocus()
    assert looking.page.findChildren(QFileDialog) == []


def test_what_is_no_picture_is_exported_byte_for_byte(attach: Attach, look: Look, tmp_path: Path) -> None:
    content = pdf_pages(*BOARD_PAPER)
    attach("board/paper?.pdf", content)
    looking = look()
    looking.press(Qt.Key.Key_X)
    write(looking, tmp_path / "paper.pdf")
    looking.see_sentence("A copy is written: paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes() == content


def test_a_folder_that_cannot_be_written_is_told(attach: Attach, look: Look, tmp_path: Path) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    looking.press(Qt.Key.Key_X)
    write(looking, tmp_path / "nowhere" / "paper.pdf")
    looking.see_sentence("not")
    assert not (tmp_path / "nowhere").exists()
