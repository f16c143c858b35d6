"""How a document is read beside the window: ahead, within bounds, and no longer than it is looked at."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.evidence.document.conftest import ATTACHMENT, Attach, Look, Looking
from tests.ui.evidence.document.papers import BOARD_PAPER, pdf_pages, photograph
from tests.ui.kloe.records import entry_id
from tests.unit.exchange.documents.children import children
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.document.places import DocumentPlace, document_place
from wellled_desktop.ui.pages.evidence.document.reading import MOST_KEPT
from wellled_desktop.ui.places import Place

TWELVE = tuple(f"This is page {number} of an invented paper." for number in range(1, 13))


def kept(looking: Looking) -> list[int]:
    """The pages that are kept."""
    return [page for page, _ in looking.view.reading._kept]


def test_the_next_page_is_drawn_ahead_and_comes_at_once_and_few_are_kept(attach: Attach, look: Look) -> None:
    attach("paper.pdf", pdf_pages(*TWELVE))
    looking = look()
    for page in range(1, 12):
        looking.see_page(f"Page {page} of 12")
        looking.qtbot.waitUntil(lambda page=page: page + 1 in kept(looking))  # type: ignore[misc]
        assert len(kept(looking)) <= MOST_KEPT
        looking.press(Qt.Key.Key_PageDown)
        assert looking.view.text.toPlainText() == f"¶ 1 {TWELVE[page]}"
    looking.press(Qt.Key.Key_PageUp)
    looking.see_page("Page 11 of 12")
    looking.qtbot.waitUntil(lambda: 10 in kept(looking))


def test_a_page_that_is_large_leaves_room_for_no_other(attach: Attach, look: Look) -> None:
    attach("paper.pdf", pdf_pages(*TWELVE))
    looking = look()
    picture = looking.view.picture
    for _ in range(9):
        looking.press(Qt.Key.Key_Plus)
    looking.qtbot.waitUntil(lambda: picture.image is not None and picture.image.width() > 2_800, timeout=10_000)
    assert len(kept(looking)) == 1
    looking.press(Qt.Key.Key_PageDown)
    looking.see_page("Page 2 of 12")
    assert kept(looking) == [2]
    QApplication.processEvents()
    assert not looking.view.reading._at_work


def test_the_process_ends_with_the_view(attach: Attach, look: Look) -> None:
    before = set(children())
    attach("paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    assert set(children()) - before
    looking.press(Qt.Key.Key_Escape)
    assert set(children()) - before == set()


def test_a_document_is_left_while_it_is_still_being_opened(
    qtbot: QtBot, opened: Opened, attach: Attach, show_evidence: ShowEvidence
) -> None:
    attach("paper.pdf", pdf_pages(*BOARD_PAPER))
    page = show_evidence(DocumentPlace(entry_id(1), ATTACHMENT).place, 1)
    qtbot.waitUntil(lambda: page.desk.is_shown)
    assert page.desk.view is not None
    page.desk.view.left.emit()
    assert not page.desk.view.reading.is_open
    ended: list[None] = []
    opened.bridge.work(page, lambda: None, ended.append, ended.append, lane="preview")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: ended == [None])
    assert page.desk.view.told == "The document is being opened…"
    page.desk.show_place(DocumentPlace(entry_id(1), ATTACHMENT, 3))
    Looking(qtbot, page).see_page("Page 3 of 3")


def test_another_document_takes_the_place_of_the_one_on_show(
    qtbot: QtBot, opened: Opened, attach: Attach, look: Look
) -> None:
    attach("paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    with qtbot.waitSignal(looking.view.reading.came):
        looking.page.desk.show_place(DocumentPlace(entry_id(1), ATTACHMENT, 2, "committee"))
    looking.see_page("Page 2 of 3")
    assert looking.view.text.marked == ("committee",)


def test_a_content_that_is_damaged_is_told_in_its_place(attach: Attach, look: Look, library_folder: Path) -> None:
    attach("ward.jpg", photograph())
    for file in library_folder.rglob("*"):
        if file.is_file() and "attachments" in str(file):
            file.write_bytes(file.read_bytes()[:-40])
    looking = look(told=True)
    assert "damaged" in looking.view.told


def test_a_place_says_which_page_of_which_document_and_what_was_looked_for() -> None:
    whole = DocumentPlace("e1", "a1", 214, "night staffing #2")
    assert document_place(whole.place) == whole
    assert document_place(Place("evidence", selected="e1#a1#x")) == DocumentPlace("e1", "a1", 1)
    for other in (Place("evidence", selected="e1"), Place("evidence", "findings", "e1#a1#1"), Place("today")):
        assert document_place(other) is None
