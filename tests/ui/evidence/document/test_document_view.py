"""A document on show: page by page, by keyboard, its words beside it, read by a process that ends when one leaves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.hostile_shapes import docx, paragraph
from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.evidence.document.conftest import ATTACHMENT, Attach, Look, Looking
from tests.ui.evidence.document.papers import BOARD_PAPER, pages_with_header, pdf_pages, photograph
from tests.ui.kloe.records import entry_id
from wellled_desktop.ui.places import Place

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_pdf_is_turned_page_by_page_and_its_paragraphs_are_walked(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    view = looking.view
    assert view.title.text() == "E-001 board paper.pdf"
    looking.see_page("Page 1 of 3")
    looking.qtbot.waitUntil(view.text.hasFocus)
    looking.press(Qt.Key.Key_PageDown)
    looking.see_page("Page 2 of 3")
    assert view.text.toPlainText().splitlines() == [
        "¶ 1 The board heard that the vacancy rate among nurses had fallen for the third quarter in a row. The chief nurse "
        "said so.",
        "¶ 2 It asked for the figures by ward, which the paper does not hold, and for those of the community teams.",
        "¶ 3 1. The committee meets monthly.",
        "¶ 4 2. Its minutes come to the board a month late.",
    ]
    assert view.picture.image is not None
    assert view.picture.image.width() == view.picture.wanted_width()
    looking.press(Qt.Key.Key_Down)
    assert view.text.chosen() == (
        2,
        "It asked for the figures by ward, which the paper does not hold, and for those of the community teams.",
    )
    for key, words in (
        (Qt.Key.Key_End, "Page 3 of 3"),
        (Qt.Key.Key_PageDown, "Page 3 of 3"),
        (Qt.Key.Key_Home, "Page 1 of 3"),
        (Qt.Key.Key_PageUp, "Page 1 of 3"),
    ):
        looking.press(key)
        looking.see_page(words)
    assert looking.page.present_place() == Place("evidence", selected=f"{entry_id(1)}#{ATTACHMENT}#1")


def test_down_from_the_last_paragraph_goes_on_to_the_next_page_and_up_comes_back(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2)
    looking.see_page("Page 2 of 3")
    for _ in range(4):
        looking.press(Qt.Key.Key_Down)
    looking.see_page("Page 3 of 3")
    looking.press(Qt.Key.Key_Up)
    looking.see_page("Page 2 of 3")
    chosen = looking.view.text.chosen()
    assert chosen is not None
    assert chosen[0] == 4


def test_a_page_is_typed_to_go_to(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    looking.press(Qt.Key.Key_G)
    looking.type("3")
    looking.press(Qt.Key.Key_Return)
    looking.see_page("Page 3 of 3")
    assert looking.view.text.hasFocus()
    looking.press(Qt.Key.Key_G)
    looking.type("99")
    looking.press(Qt.Key.Key_Escape)  # leaves the field, not the document
    assert looking.page.desk.is_shown
    assert looking.view.pages.field.text() == "3"


def test_a_page_is_drawn_larger_and_smaller_and_fits_again(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    picture = looking.view.picture
    looking.qtbot.waitUntil(lambda: picture.image is not None)
    fits = picture.wanted_width()
    looking.press(Qt.Key.Key_Plus)
    looking.qtbot.waitUntil(lambda: picture.image is not None and picture.image.width() == picture.wanted_width())
    assert picture.wanted_width() == round(fits * 1.25)
    looking.press(Qt.Key.Key_Minus)
    looking.press(Qt.Key.Key_Minus)
    assert picture.wanted_width() == round(fits * 0.8)
    looking.press(Qt.Key.Key_0)
    looking.qtbot.waitUntil(lambda: picture.image is not None and picture.image.width() == fits)


def test_esc_goes_back_to_where_one_was_and_ends_the_process(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    view = looking.view
    assert view.reading.is_open
    looking.press(Qt.Key.Key_Escape)
    assert not looking.page.desk.is_shown
    assert not view.reading.is_open
    assert looking.page.present_place() == Place("evidence", selected=entry_id(1))


def test_the_process_ends_when_the_page_is_left_and_the_document_comes_back_with_it(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2)
    looking.page.hide()
    assert not looking.view.reading.is_open
    looking.page.show()
    looking.page.show_place(Place("evidence"))
    looking.qtbot.waitUntil(lambda: looking.view.picture.image is not None)
    looking.see_page("Page 2 of 3")
    looking.page.show_place(Place("evidence", selected=entry_id(1)))
    assert not looking.page.desk.is_shown


def test_the_inspection_closes_while_a_document_is_on_show(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    looking.page.desk._opened.bridge.close()
    assert not looking.view.reading.is_open


def test_a_photograph_is_shown_whole_and_has_no_words(attach: Attach, look: Look) -> None:
    attach("ward.jpg", photograph())
    looking = look()
    view = looking.view
    looking.qtbot.waitUntil(lambda: view.picture.image is not None)
    assert view.text.isHidden()
    assert view.pages.isHidden()
    assert QApplication.focusWidget() is view.picture
    citation = view.citation()
    assert citation is not None
    assert citation.words == "E-001 “ward.jpg”"
    looking.press(Qt.Key.Key_Plus)
    looking.press(Qt.Key.Key_Down)
    assert view.told == ""


def test_of_a_word_document_the_words_are_shown_and_it_is_said_that_another_program_shows_it(
    attach: Attach, look: Look
) -> None:
    attach("minutes.docx", docx(paragraph("Apologies.") + paragraph("Nobody was absent.")))
    looking = look()
    view = looking.view
    assert view.text.toPlainText().splitlines() == ["¶ 1 Apologies.", "¶ 2 Nobody was absent."]
    assert view.picture.isHidden()
    assert "another program shows the document in full" in view.told
    citation = view.citation()
    assert citation is not None
    assert citation.words == "E-001 “minutes.docx” ¶ 1: “Apologies.”"


def test_the_paragraphs_of_a_long_text_are_counted_through_all_its_parts(attach: Attach, look: Look) -> None:
    attach("notes.txt", "".join(f"Note {number} of a long text.\n" for number in range(1, 301)).encode())
    looking = look(2)
    looking.see_page("Part 2 of 3")
    for line in looking.view.text.toPlainText().splitlines()[1:-1]:
        _, number, _, said, *_ = line.split()
        assert said == number
    looking.press(Qt.Key.Key_Down)
    chosen = looking.view.text.chosen()
    assert chosen is not None
    assert chosen[0] is not None
    assert chosen[1] == f"Note {chosen[0]} of a long text."
    assert chosen[0] > 100


def test_the_chosen_paragraph_is_always_in_view(attach: Attach, look: Look) -> None:
    attach(
        "notes.txt",
        "".join(f"Note {number} of a text. {'It goes on. ' * (number % 9)}\n" for number in range(60)).encode(),
    )
    looking = look()
    text = looking.view.text
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        for _ in range(text.count - 1):
            looking.press(key)
            assert text.viewport().rect().contains(text.cursorRect())
    chosen = text.chosen()
    assert chosen is not None
    assert chosen[0] == 1


def test_what_cannot_be_read_is_said_in_its_place_and_esc_leaves(attach: Attach, look: Look) -> None:
    attach("broken.pdf", b"%PDF-1.7\nnothing of a document")
    looking = look(told=True)
    assert looking.view.told == (
        "This file is damaged or is not what its name says, so there is no preview; it is kept as it is and can be opened."
    )
    assert looking.view.splitter.isHidden()
    looking.press(Qt.Key.Key_Escape)
    assert not looking.page.desk.is_shown


def test_a_document_without_any_words_says_so(attach: Attach, look: Look) -> None:
    attach("empty.txt", b"\n\n")
    assert look(told=True).view.told.startswith("There are no words in this document")


def test_a_pdf_that_needs_a_password_says_so(attach: Attach, look: Look) -> None:
    attach("secret.pdf", pdf_pages("Nothing to see", password="invented"))  # of an invented paper
    looking = look(told=True)
    assert "protected by a password" in looking.view.told


def test_words_that_were_looked_for_are_marked_and_their_paragraph_is_chosen(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2, "community figure")
    looking.see_page("Page 2 of 3")
    assert looking.view.text.marked == ("figures", "community")
    chosen = looking.view.text.chosen()
    assert chosen is not None
    assert chosen[0] == 2


def test_a_document_that_is_in_no_record_is_told(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look()
    looking.page.show_place(Place("evidence", selected=f"{entry_id(1)}#nowhere#1"))
    looking.see_sentence("This document is not in the record")


def test_the_attachments_beside_the_log_lead_to_the_document_and_esc_back_to_them(
    qtbot: QtBot, attach: Attach, show_evidence: ShowEvidence
) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    page = show_evidence(Place("evidence", selected=entry_id(1)), 1)
    part = page.attachments.part
    part.choose(ATTACHMENT)
    qtbot.waitUntil(lambda: part.selected_attachment() is not None)
    part.take_focus()
    looking = Looking(qtbot, page)
    before = QApplication.focusWidget()
    looking.press(Qt.Key.Key_Return)
    looking.see_page("Page 1 of 3")
    looking.press(Qt.Key.Key_Escape)
    assert not page.desk.is_shown
    assert QApplication.focusWidget() is before


def test_its_panes_are_walked_and_an_entry_that_is_recorded_takes_its_place(
    qtbot: QtBot, attach: Attach, look: Look
) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2)
    looking.see_page("Page 2 of 3")
    assert looking.page.panes() == (looking.view.picture, looking.view.text)
    looking.page.open_form()
    assert not looking.page.desk.is_shown
    assert looking.page.log.form_is_open


def test_headers_and_footers_have_no_number_are_passed_over_and_stay_readable(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*pages_with_header(*BOARD_PAPER)))
    looking = look(2)
    looking.see_page("Page 2 of 3")
    text = looking.view.text
    lines = text.toPlainText().splitlines()
    assert (lines[0], lines[-1]) == ("An invented trust", "Page 2 of 3")
    assert lines[1].startswith("¶ 1 The board heard")
    assert text.accessibleDescription() == "Header and footer, without numbers: An invented trust Page 2 of 3"
    chosen = text.chosen()
    assert chosen is not None
    assert chosen[0] == 1
    looking.press(Qt.Key.Key_Up)
    looking.see_page("Page 1 of 3")
    assert text.chosen() == (1, BOARD_PAPER[0])
    looking.press(Qt.Key.Key_Down)
    looking.see_page("Page 2 of 3")
    text.choose(0)
    citation = looking.view.citation()
    assert citation is not None
    assert (citation.page, citation.paragraph, citation.quote) == (2, None, "An invented trust")


def test_the_chosen_paragraph_is_marked_where_it_stands_on_the_page(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2)
    looking.see_page("Page 2 of 3")
    picture = looking.view.picture
    first = picture.marked
    assert first is not None
    looking.press(Qt.Key.Key_Down)
    second = picture.marked
    assert second is not None
    assert first[3] < second[3]
    for _ in range(6):
        looking.press(Qt.Key.Key_Plus)
    looking.qtbot.waitUntil(lambda: picture.image is not None and picture.image.width() == picture.wanted_width())
    looking.press(Qt.Key.Key_Down)
    looking.press(Qt.Key.Key_Down)
    last = picture.marked
    assert last is not None
    place = picture._sheet.around(last).translated(picture._sheet.pos())
    assert picture.viewport().rect().top() <= place.top() < picture.viewport().rect().bottom()
    looking.press(Qt.Key.Key_End)
    looking.see_page("Page 3 of 3")
    assert picture.marked not in (None, last)


def bars(looking: Looking) -> list[int]:
    """The places of the paragraphs that look chosen."""
    document = looking.view.text.document()
    blocks = map(document.findBlockByNumber, range(document.blockCount()))
    return [block.blockNumber() for block in blocks if block.blockFormat().background() != QBrush()]


def test_one_paragraph_looks_chosen_however_one_came_to_it(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2, "meets")
    looking.see_page("Page 2 of 3")
    assert bars(looking) == [2]
    looking.view.show_document(looking.view.attachment, 2, "late")  # type: ignore[arg-type]
    looking.qtbot.waitUntil(lambda: looking.view.text.marked == ("late",))
    assert bars(looking) == [3]
    looking.press(Qt.Key.Key_Up)
    assert bars(looking) == [2]


def test_what_is_not_drawn_is_not_made_larger_or_smaller(attach: Attach, look: Look) -> None:
    attach("broken.pdf", b"%PDF-1.7\nnothing of a document")
    view = look(told=True).view
    assert [button.isHidden() for button in (view.out, view.into, view.fit)] == [True] * 3


def test_of_a_text_nothing_is_made_larger_or_smaller_and_of_a_picture_it_is(attach: Attach, look: Look) -> None:
    attach("notes.txt", b"A note.\n")
    view = look().view
    assert [button.isHidden() for button in (view.out, view.into, view.fit, view.picture)] == [True] * 4


def test_on_coming_back_the_paragraph_that_was_chosen_is_chosen_still(attach: Attach, look: Look) -> None:
    attach("board paper.pdf", pdf_pages(*BOARD_PAPER))
    looking = look(2)
    looking.see_page("Page 2 of 3")
    view = looking.view
    looking.qtbot.waitUntil(view.text.hasFocus)
    looking.press(Qt.Key.Key_Down)
    looking.press(Qt.Key.Key_Down)
    looking.page.hide()
    assert not view.reading.is_open
    looking.page.show()
    looking.see_page("Page 2 of 3")
    assert view.text.chosen_place == 2
    looking.page.desk.back()
    assert view.attachment is not None
    looking.page.desk.preview(view.attachment)
    looking.see_page("Page 2 of 3")
    assert view.text.chosen_place == 2
    looking.page.desk.preview(view.attachment, 2, "vacancy")
    looking.qtbot.waitUntil(lambda: view.text.marked != ())
    assert view.text.chosen_place == 0, "what is looked for goes first"
    view.text.step(1)
    looking.page.desk.back()
    looking.page.desk.preview(view.attachment, 2)
    looking.qtbot.waitUntil(lambda: view.text.marked == ())
    assert view.text.chosen_place == 1
    looking.page.desk.preview(view.attachment, 1)
    looking.see_page("Page 1 of 3")
    assert view.text.chosen_place == 0
