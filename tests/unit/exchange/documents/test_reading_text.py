"""Reading the text of a document in a process of its own: what comes back, and that the process ends whatever is in it."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.hostile_shapes import docx, paragraph, pdf, pdf_of
from tests.unit.exchange.documents.children import children
from wellled_desktop.exchange.documents import reading_process
from wellled_desktop.exchange.documents.limits import Limits
from wellled_desktop.exchange.documents.messages import Drawn
from wellled_desktop.exchange.documents.text import DocumentText, read_text

PDF, WORD = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert children() == []


def test_the_pages_of_a_pdf_have_numbers_and_the_parts_of_other_documents_have_not() -> None:
    text = read_text([pdf_of("the quorum")], "minutes.pdf", PDF)
    assert (text.pages, text.numbered, text.unread) == (("the quorum",), True, "")
    text = read_text([docx(paragraph("the quorum"))], "minutes.docx", WORD)
    assert (text.pages, text.numbered, text.unread) == (("the quorum",), False, "")


def test_the_content_may_come_in_any_frames() -> None:
    content = pdf_of("the quorum")
    frames = (content[at : at + 7] for at in range(0, len(content), 7))
    assert read_text(frames, "a.pdf", PDF).pages == ("the quorum",)


def test_a_picture_has_no_words_and_that_is_nothing_to_tell() -> None:
    assert read_text(iter([b"anything"]), "a.png", "image/png") == DocumentText()


@pytest.mark.parametrize(
    ("content", "media_type", "begins"),
    [
        (b"MZ", "application/x-dosexec", "The text of files of this kind is not read, so"),
        (b"\xd0\xcf\x11\xe0", "application/msword", "This document is in Word's old format, so"),
        (b"%PDF-1.7 and nothing else", PDF, "This file is damaged or is not what its name says, so"),
        (pdf_of(""), PDF, "There are no words in this document, only pictures, as in one that was scanned, so"),
        (docx(paragraph("a" * 80_000_000)), WORD, "Unpacked, this file would grow to far more than a document, so"),
    ],
)
def test_what_is_not_read_is_told_in_one_sentence(content: bytes, media_type: str, begins: str) -> None:
    text = read_text([content], "a", media_type)
    assert (text.pages, text.unread.count(".")) == ((), 1)
    assert text.unread.startswith(begins)


def test_what_comes_before_the_damage_is_read_and_the_rest_is_told() -> None:
    text = read_text([pdf_of("whole", count=3)], "a.pdf", PDF)
    assert text.pages == ("whole", "", "")
    assert text.unread.startswith("Some of this document is damaged, so those parts are not in the search")


def test_more_than_256_mb_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "MOST_BYTES", 4_000)
    text = read_text(iter([b"word " * 500] * 2), "a.txt", "text/plain")
    assert text.unread.startswith("This file is larger than 256 MB, so")


def many_pages(count: int, lines: int) -> bytes:
    """A PDF whose pages all draw the same long text."""
    drawn = b"BT /F1 9 Tf " + b"1 0 0 1 20 700 Tm (quorum of the board) Tj " * lines + b"ET"
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
    return pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        3: b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        **dict.fromkeys(range(5, count + 5), page),
    })  # fmt: skip


def test_what_takes_too_long_is_given_up() -> None:
    began = time.monotonic()
    slow = Limits(seconds=0.5, processor_seconds=60)
    text = read_text([many_pages(1, 800_000)], "a.pdf", PDF, limits=slow)
    assert text.unread.startswith("Reading this file takes too long, so its words are not in the search")
    assert time.monotonic() - began < 10


def test_what_takes_too_much_of_the_processor_is_given_up() -> None:
    greedy = Limits(seconds=60, processor_seconds=1)
    text = read_text([many_pages(400, 5_000)], "a.pdf", PDF, limits=greedy)
    assert text.unread.startswith("Reading this file takes too long, so only what comes before is in the search")
    assert 0 < len(text.pages) < 400


def test_what_takes_too_much_memory_is_given_up() -> None:
    small = Limits(seconds=60, processor_seconds=60, memory=120 << 20)
    text = read_text([b"word " * 1_000_000] * 20, "a.txt", "text/plain", limits=small)
    assert text.unread.startswith("Reading this file takes more memory than is safe, so")


def test_it_is_given_up_at_once_when_it_is_cancelled() -> None:
    began = time.monotonic()
    cancelled = lambda: time.monotonic() - began > 0.4  # noqa: E731
    assert read_text([many_pages(1, 800_000)], "a.pdf", PDF, cancelled) == DocumentText()
    assert time.monotonic() - began < 5


def test_an_error_of_what_is_read_from_goes_through() -> None:
    def frames() -> Iterator[bytes]:
        yield b"%PDF"
        raise ValueError("the disk failed")

    with pytest.raises(ValueError, match="disk failed"):
        read_text(frames(), "a.pdf", PDF)


def test_where_no_process_can_be_started_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    text = read_text([b"words"], "a.txt", "text/plain")
    assert text.unread.startswith("This laptop has no room now for the program that reads files, so")


@pytest.mark.parametrize(
    "code",
    [
        "os.abort()",
        "os._exit(0)",
        "os.write(1, b'\\xff\\xff\\xff\\xff junk')",
        "os.write(1, b'\\0\\0\\0\\4\\x93\\xc1ab')",
        "os.write(1, b'\\0\\0\\0\\4ab')",
        "os.write(1, len(drawn).to_bytes(4, 'big') + drawn)",
    ],
)
def test_a_process_that_dies_or_lies_does_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """It is not ours any more once a document has got the better of it."""
    drawn = msgspec.msgpack.encode(Drawn(1, 1, b"1234"))
    liar = tmp_path / "liar"
    liar.write_text(f"#!{sys.executable}\nimport os\ndrawn = {drawn!r}\n{code}\n", encoding="utf-8")
    liar.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(liar))
    text = read_text([b"words"], "a.txt", "text/plain")
    assert text.pages == ()
    assert text.unread.startswith("Reading this file ended unexpectedly")
