"""Where the lines of a PDF stand, and how their letters are set."""

import io
from collections.abc import Callable

import pypdfium2  # type: ignore[import-untyped]
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.hostile_shapes import pdf as raw_pdf
from wellled_desktop.exchange.documents import pdf_lines
from wellled_desktop.exchange.documents.layout import Line
from wellled_desktop.exchange.documents.pdf import Pdf
from wellled_desktop.exchange.documents.previews import Preview

ACROSS, DOWN = A4


def pdf(*pages: Callable[[Canvas], None], rotation: int = 0) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for draw in pages:
        canvas.setPageRotation(rotation)
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def lines_of(content: bytes, most: int = 1_000) -> tuple[Line, ...]:
    document = pypdfium2.PdfDocument(content)
    sheet = document[0]
    return pdf_lines.lines_of(sheet, sheet.get_textpage(), most)


def heading(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(72, 700, "What was planned")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 680, "The plan had four parts.")


def test_a_line_says_where_it_stands_and_how_it_is_set() -> None:
    large, small = lines_of(pdf(heading))
    assert (large.words, large.bold, small.words, small.bold) == (
        "What was planned",
        True,
        "The plan had four parts.",
        False,
    )
    assert large.size > 1.3 * small.size
    assert small.box is not None
    assert small.box[0] == pytest.approx(72 / ACROSS, abs=0.01)
    assert small.box[1] < 1 - 680 / DOWN < small.box[3]


def test_the_letters_of_a_font_that_says_only_by_its_name_that_it_is_bold_are_bold() -> None:
    font = (
        b"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+%s/FirstChar 32/LastChar 126/Widths[%s]/FontDescriptor 6 0 R>>"
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/ABCDEF+%s/Flags 32/StemV 47/FontBBox[0 0 500 700]/Ascent 700/Descent 0>>"
    )

    def written(name: bytes) -> bytes:
        drawn = b"BT /F1 12 Tf 72 720 Td (Bold) Tj ET"
        return raw_pdf({
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            4: b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
            5: font % (name, b"500 " * 95),
            6: descriptor % name,
        })  # fmt: skip

    assert [one.bold for one in lines_of(written(b"Calibri-Bold"))] == [True]
    assert [one.bold for one in lines_of(written(b"Calibri"))] == [False]


def test_a_page_that_is_turned_is_read_as_it_is_drawn() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(72, -40, "Up the sheet, and across the page")

    across, up = lines_of(pdf(turned, rotation=90)), lines_of(pdf(turned))
    assert across[0].box is not None
    assert across[0].box[0] == pytest.approx(72 / ACROSS, abs=0.01)
    assert across[0].box[2] - across[0].box[0] > 5 * (across[0].box[3] - across[0].box[1])
    assert up[0] == Line("Up the sheet, and across the page")


def test_no_more_letters_are_read_than_are_asked_for_and_a_page_may_have_none() -> None:
    assert [one.words for one in lines_of(pdf(heading), 20)] == ["What was planned", "Th"]
    assert lines_of(pdf(lambda _canvas: None)) == ()


def test_headers_are_told_apart_by_the_pages_around_of_which_a_broken_one_is_passed_over() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, 810, "Invented trust")
            heading(canvas)
            canvas.drawString(72, 30, f"Page {number} of 3")

        return draw

    content = pdf(*map(page, (1, 2, 3)))
    expected = [
        ("Invented trust", True),
        ("What was planned", False),
        ("The plan had four parts.", False),
        ("Page 2 of 3", True),
    ]
    with Preview.of([content], "plan.pdf", "application/pdf") as preview:
        assert [(one.words, one.running) for one in preview.paragraphs(2)] == expected


def test_few_pages_are_kept_however_many_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Pdf(pdf(*[heading] * 30))
    for page in (1, 15, 30):
        document.paragraphs(page)
    assert len(document._lines) <= 9
    monkeypatch.setattr("wellled_desktop.exchange.documents.pdf._LONG_ENOUGH", -1.0)
    quick = Pdf(pdf(heading, heading))
    assert [one.running for one in quick.paragraphs(1)] == [False, False]
    assert list(quick._lines) == [1]
