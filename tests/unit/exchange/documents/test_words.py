"""The words of each kind of document, as its reader gives them; here without the process around it."""

import io
from collections.abc import Callable

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.hostile_shapes import cell, paragraph, pdf_of, xlsx
from tests.hostile_shapes import docx as word
from wellled_desktop.exchange.documents import pages, pdf
from wellled_desktop.exchange.documents.cleaning import PART, cleaned, cut
from wellled_desktop.exchange.documents.kinds import Kind, kind_of
from wellled_desktop.exchange.documents.messages import Unread
from wellled_desktop.exchange.documents.pages import opened_pages, words_of

OFFICE = "application/vnd.openxmlformats-officedocument."


def given(kind: Kind, content: bytes) -> tuple[list[str], str]:
    """What was given before it ended, and the reason it ended with, if it did not come to the end."""
    words: list[str] = []
    try:
        words.extend(words_of(kind, content))
    except Unread as unread:
        return words, unread.reason
    return words, ""


def printed(*texts: str) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made)
    for text in texts:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize(
    ("media_type", "name", "kind"),
    [
        ("application/pdf", "a.txt", "pdf"),
        (f"{OFFICE}wordprocessingml.document", "a", "word"),
        ("application/vnd.ms-excel.sheet.macroEnabled.12", "a", "workbook"),
        ("application/msword", "a.docx", "old word"),
        ("text/csv; charset=utf-8", "a", "plain"),
        ("image/heic", "a", "picture"),
        ("application/zip", "beds.ODS", "workbook"),
        ("application/zip", "beds.zip", "unknown"),
        ("application/octet-stream", "notes.txt", "plain"),
        ("application/octet-stream", "notes", "unknown"),
        ("video/mp4", "notes.txt", "unknown"),
    ],
)
def test_the_content_says_which_reader_takes_it_and_the_name_only_where_it_does_not(
    media_type: str, name: str, kind: Kind
) -> None:
    assert kind_of(media_type, name) == kind


def test_each_page_of_a_pdf_is_a_page() -> None:
    words, why = given("pdf", printed("the quorum", "", "the night shifts"))
    assert [page.strip() for page in words] == ["the quorum", "", "the night shifts"]
    assert why == ""


def test_a_page_that_is_broken_is_left_out_and_told() -> None:
    words, why = given("pdf", pdf_of("whole", count=3))
    assert ([page.strip() for page in words], why) == (["whole", "", ""], "broken")


def test_a_pdf_that_declares_more_pages_than_it_has_is_given_up() -> None:
    words, why = given("pdf", pdf_of("whole", count=100_000))
    assert (len(words), why) == (pdf._FAILED_IN_A_ROW, "broken")


def test_the_words_of_a_word_document_come_with_its_tables_text_boxes_and_headers() -> None:
    document = docx.Document()
    document.add_paragraph("The board met.")
    document.add_table(1, 2).cell(0, 1).text = "in a table"
    document.sections[0].header.paragraphs[0].text = "Invented NHS Trust"
    made = io.BytesIO()
    document.save(made)
    assert given("word", made.getvalue()) == (["The board met.\nin a table\nInvented NHS Trust"], "")


def test_a_tab_divides_words_and_a_text_box_is_read_once() -> None:
    run = "<w:r><w:t>before</w:t><w:tab/><w:t>after</w:t></w:r>"
    box = f"<w:r><w:txbxContent>{paragraph('in a box')}</w:txbxContent></w:r>"
    assert given("word", word(f"<w:p>{run}{box}</w:p>")) == (["before after\nin a box"], "")


def test_macros_are_not_read_and_the_words_beside_them_are() -> None:
    assert given("word", word(paragraph("minutes"), macros=True)) == (["minutes"], "")
    assert given("workbook", xlsx(cell("A1", "beds"), macros=True)) == (["Beds\nbeds"], "")


def test_a_row_of_a_workbook_is_a_line_below_the_name_of_its_sheet() -> None:
    row = '<row r="2"><c r="A2"><v>24</v></c><c r="C2"><v>0.5</v></c></row>'
    assert given("workbook", xlsx(cell("A1", "ward") + row)) == (["Beds\nward\n24 0.5"], "")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Café".encode(), "Café"),
        ("Café".encode("cp1252"), "Café"),
        ("Café".encode("utf-8-sig"), "Café"),
        ("Café".encode("utf-16"), "Café"),
        (b"\xfe\xff" + "Café".encode("utf-16-be"), "Café"),
        (b"Caf\x00 \x1b[31m", "Caf   [31m"),
    ],
)
def test_plain_text_is_read_in_the_encoding_it_is_in(content: bytes, words: str) -> None:
    assert given("plain", content) == ([words], "")


def test_long_text_is_cut_between_words_into_parts_that_hold_all_of_it() -> None:
    text = " ".join(f"word{number}" for number in range(2_000))
    parts, _ = given("plain", text.encode())
    assert "".join(parts).replace("\n", "") == text
    assert max(map(len, parts)) <= PART
    assert all(part.endswith(" ") for part in parts[:-1])


def test_one_word_without_end_is_cut_as_well_and_paragraphs_stay_whole() -> None:
    assert list(map(len, cut(iter(["x" * (PART * 2 + 5)])))) == [PART, PART, 5]
    assert list(cut(iter(["a" * 2_000, "b" * 2_000, "c"]))) == ["a" * 2_000, "b" * 2_000 + "\nc"]
    assert list(cut(iter(["", "  "]))) == []


def test_what_cannot_be_shown_or_kept_is_taken_out_of_the_words() -> None:
    assert cleaned("a\x00b\u202ec\ud800d\te\n") == "a b c\ufffdd\te\n"


@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        ("old word", b"\xd0\xcf\x11\xe0", "old word"),
        ("unknown", b"MZ", "kind"),
        ("word", b"no zip", "broken"),
        ("workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("word", word(paragraph("a" * 80_000_000)), "packed"),
        ("word", word("<w:p/>", before="<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>"), "broken"),
    ],
)
def test_what_is_not_read_says_why(kind: Kind, content: bytes, reason: str) -> None:
    assert given(kind, content) == ([], reason)


def test_a_zip_archive_with_a_password_says_so() -> None:
    locked = bytearray(word(paragraph("secret")))
    at = -1
    while (at := locked.find(b"PK\x01\x02", at + 1)) >= 0:
        locked[at + 8] |= 1
    assert given("word", bytes(locked)) == ([], "password")


def test_what_is_more_than_a_document_ends_at_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    assert given("pdf", printed("a", "b", "c")) == (["a", "b"], "pages")
    monkeypatch.setattr(pages, "MOST_CHARACTERS", 3_500)
    words, why = given("plain", b"word " * 1_000)
    assert (len(words), why) == (1, "characters")


def test_only_pdfs_and_pictures_are_drawn() -> None:
    with pytest.raises(Unread, match="kind"):
        opened_pages("word", b"")


def test_a_sheet_that_cannot_be_read_is_told_beside_those_that_can(sheets: Callable[..., bytes]) -> None:
    words, why = given("workbook", sheets(Whole=cell("A1", "whole"), Broken="<<<"))
    assert (words, why) == (["Whole\nwhole\nBroken"], "broken")
