"""Pictures of pages, drawn by a process of its own that stays until the preview is closed."""

import io
import random
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PIL import Image

from tests.hostile_documents import KINDS
from tests.hostile_shapes import pdf_of, picture, png
from tests.unit.exchange.documents.children import children
from tests.unit.exchange.documents.test_reading_text import many_pages
from wellled_desktop.exchange.documents import previews, reading_process
from wellled_desktop.exchange.documents.layout import Paragraph
from wellled_desktop.exchange.documents.limits import MOST_SHOWN, WIDEST, Limits
from wellled_desktop.exchange.documents.messages import Drawn, Opened, Paragraphs, Words
from wellled_desktop.exchange.documents.previews import Picture, Preview, Unreadable, can_be_previewed

PDF = "application/pdf"
ANY = random.Random(0)  # noqa: S311  # chance has no part in these


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert children() == []


def image_of(picture: Picture) -> Image.Image:
    return Image.frombytes("RGBA", (picture.width, picture.height), picture.rgba)


@pytest.mark.parametrize(
    ("media_type", "name", "can"),
    [
        (PDF, "a", True),
        ("image/jpeg", "a", True),
        ("image/tiff", "a", True),
        ("application/octet-stream", "a.tif", True),
        ("image/heic", "a.heic", False),
        ("text/plain", "a.pdf", False),
    ],
)
def test_it_is_known_beforehand_what_can_be_drawn(media_type: str, name: str, can: bool) -> None:
    assert can_be_previewed(media_type, name) == can


def test_a_page_of_a_pdf_is_drawn_as_wide_as_asked_with_its_words_beside() -> None:
    with Preview.of([many_pages(3, 1)], "minutes.pdf", PDF) as preview:
        assert preview.pages == 3
        drawn = preview.picture(2, 301)
        assert (drawn.width, drawn.height) == (301, 390)
        assert image_of(drawn).getpixel((0, 0)) == (255, 255, 255, 255)
        assert image_of(drawn).convert("L").getextrema()[0] < 200  # type: ignore[operator]
        (paragraph,) = preview.paragraphs(2)
        assert (paragraph.words, paragraph.running) == ("quorum of the board", False)
        with pytest.raises(ValueError, match="4"):
            preview.picture(4, 300)


def test_a_picture_is_drawn_the_right_way_up_and_no_larger_than_it_is() -> None:
    with Preview.of([picture("JPEG")], "a.jpg", "image/jpeg") as preview:
        assert (preview.pages, preview.paragraphs(1)) == (1, ())
        whole = preview.picture(1, WIDEST * 2)
        assert (whole.width, whole.height) == (80, 120)  # 120 × 80 as it was taken
        small = preview.picture(1, 40)
        assert (small.width, small.height) == (40, 60)


def test_each_page_of_a_tiff_is_drawn() -> None:
    made = io.BytesIO()
    sheets = [Image.new("RGB", (30, 20), colour) for colour in ("white", "black")]
    sheets[0].save(made, "TIFF", save_all=True, append_images=sheets[1:])
    with Preview.of([made.getvalue()], "fax.tif", "image/tiff") as preview:
        assert preview.pages == 2
        assert [preview.picture(page, 30).rgba[:3] for page in (2, 1, 2)] == [bytes(3), b"\xff" * 3, bytes(3)]


def test_what_is_seen_through_stays_so() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (4, 4), (10, 20, 30, 40)).save(made, "PNG")
    with Preview.of([made.getvalue()], "a.png", "image/png") as preview:
        assert preview.picture(1, 4).rgba == bytes((10, 20, 30, 40)) * 16


@pytest.mark.parametrize(
    ("content", "media_type", "begins"),
    [
        (
            png(30_000, 30_000, b""),
            "image/png",
            "This picture has more than 120 million pixels, so there is no preview",
        ),
        (b"%PDF-1.4", PDF, "This file is damaged or is not what its name says, so there is no preview"),
        (KINDS["pdf with a password"](ANY), PDF, "This document is protected by a password, so"),
        (b"words", "text/plain", "The text of files of this kind is not read, so there is no preview"),
    ],
)
def test_where_there_is_no_preview_one_sentence_says_why(content: bytes, media_type: str, begins: str) -> None:
    with pytest.raises(Unreadable) as error:
        Preview.of([content], "a", media_type)
    assert error.value.sentence == str(error.value)
    assert error.value.sentence.startswith(begins)
    assert error.value.sentence.count(".") == 1


def test_a_broken_page_says_so_and_the_next_one_is_drawn() -> None:
    with Preview.of([pdf_of("whole", count=2)], "a.pdf", PDF) as preview:
        with pytest.raises(Unreadable, match="damaged"):
            preview.picture(2, 100)
        assert preview.picture(1, 100).width == 100


def test_a_page_that_takes_too_long_is_given_up_and_so_is_the_document() -> None:
    quick = Limits(seconds=2, processor_seconds=60)
    with Preview.of([KINDS["pdf that draws for days"](ANY)], "a.pdf", PDF, quick) as preview:
        with pytest.raises(Unreadable, match="takes too long, so there is no preview"):
            preview.picture(1, 2_000)
        with pytest.raises(Unreadable):
            preview.paragraphs(1)


def test_closing_from_another_thread_ends_what_is_being_drawn() -> None:
    preview = Preview.of([many_pages(1, 800_000)], "a.pdf", PDF)
    closing = threading.Timer(0.3, preview.close)
    closing.start()
    began = time.monotonic()
    with pytest.raises(Unreadable):
        preview.picture(1, 4_000)
    assert time.monotonic() - began < 5
    closing.join()
    preview.close()


def test_opening_ends_once_it_is_cancelled() -> None:
    with pytest.raises(Unreadable), Preview.of([pdf_of("(x)")], "x.pdf", PDF, cancelled=lambda: True) as preview:
        preview.paragraphs(1)


def test_an_error_of_what_is_read_from_goes_through() -> None:
    def frames() -> Iterator[bytes]:
        yield b"%PDF"
        raise ValueError("the disk failed")

    with pytest.raises(ValueError, match="disk failed"):
        Preview.of(frames(), "a.pdf", PDF)


def test_where_no_process_can_be_started_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(Unreadable, match="no room now"):
        Preview.of([b"words"], "a.pdf", PDF)


@pytest.mark.parametrize(
    ("drawn", "fits"),
    [
        (Drawn(2, 1, bytes(8)), True),
        (Drawn(2, 2, bytes(8)), False),
        (Drawn(0, 0, b""), False),
        (Drawn(-2, -1, bytes(8)), False),
        (Drawn(WIDEST + 1, 1, bytes(4 * WIDEST + 4)), False),
    ],
)
def test_a_picture_whose_size_is_a_lie_is_not_taken(drawn: Drawn, fits: bool) -> None:
    assert previews._fits(drawn) == fits


class Liar(reading_process.ReadingProcess):
    """A process that answers something else than what it was asked."""

    def __init__(self, answer: Opened | Drawn | Words | Paragraphs) -> None:
        self.answers = answer

    def ask(self, _what: object) -> Opened | Drawn | Words | Paragraphs:
        return self.answers


def test_an_answer_to_something_else_is_none() -> None:
    with pytest.raises(Unreadable, match="ended unexpectedly"):
        Preview(Liar(Words("words")), 1).picture(1, 10)
    with pytest.raises(Unreadable, match="ended unexpectedly"):
        Preview(Liar(Drawn(9, 9, b"short")), 1).picture(1, 10)
    with pytest.raises(Unreadable, match="ended unexpectedly"):
        Preview(Liar(Opened(1)), 1).paragraphs(1)


def test_of_the_words_of_a_page_no_more_is_taken_than_is_shown_and_nothing_that_deceives() -> None:
    whole, nowhere = (0.1, 0.2, 0.3, 0.4), (0.1, float("nan"), 0.3, 0.4)
    told = (
        Paragraph("a\u202eb", box=whole),
        Paragraph(" \x07", running=True),
        Paragraph("foot", running=True, box=nowhere),
        Paragraph("x" * MOST_SHOWN),
        Paragraph("more"),
    )
    found = Preview(Liar(Paragraphs(told)), 1).paragraphs(1)
    assert found[:2] == (Paragraph("a b", box=whole), Paragraph("foot", running=True))
    assert len(found) == 3
    assert len(found[2].words) < MOST_SHOWN
