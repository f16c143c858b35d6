"""The day report as a PDF, read back with another program's eyes (pypdf)."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader

from tests.reports.conftest import ReadDay
from tests.store.packs import tiny_pack
from wellled_desktop.inspection.commands import PlanSession, WriteLine
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.day_report import write_day_report
from wellled_desktop.reports.fonts import Fonts, to_unicode
from wellled_desktop.store.store import Store

MADE = dt.datetime(2026, 11, 24, 18, 5, tzinfo=dt.UTC)
LONGEST_ROW = 95  # a short column of narrow letters may hold a few more than 90


def pdf_of(report: DayReport, fonts: Fonts, folder: Path) -> PdfReader:
    out = folder / "day.pdf"
    write_day_report(report, tiny_pack(), out, fonts, made_at=MADE)
    return PdfReader(io.BytesIO(out.read_bytes()))


def texts_of(pdf: PdfReader) -> list[str]:
    return [page.extract_text() for page in pdf.pages]


def run_together(pdf: PdfReader) -> str:
    """All the text without the row ends and spaces, which depend on where a row broke."""
    return re.sub(r"\s+", "", "".join(texts_of(pdf)))


@pytest.fixture
def pdf(small: DayReport, fonts: Fonts, tmp_path: Path) -> PdfReader:
    return pdf_of(small, fonts, tmp_path)


def with_line(store: Store, read_day: ReadDay, text: str) -> DayReport:
    store.execute(PlanSession("s1", "interview", ("governors",)), WriteLine("l1", "s1", text, tags=("W1.1",)))
    return read_day()


def test_every_page_has_the_marking_twice_its_number_and_the_journal_entry(pdf: PdfReader, small: DayReport) -> None:
    texts = texts_of(pdf)
    for number, text in enumerate(texts, start=1):
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(texts)}" in text
        assert f"Journal entry {small.head.n} \u00b7 {small.head.hash[:12]}" in text
        assert "Example Vale NHS Trust" in text
        assert "Tuesday 24 November 2026" in text


def test_the_head_hash_stands_in_full_on_the_last_page(pdf: PdfReader, small: DayReport) -> None:
    assert small.head.hash in texts_of(pdf)[-1]


def test_the_hash_is_on_the_page_of_the_heading_that_explains_it(
    store: Store, read_day: ReadDay, fonts: Fonts, tmp_path: Path
) -> None:
    store.execute(PlanSession("s1", "interview", ("governors",)))
    for number in range(18):
        store.execute(WriteLine(f"l{number}", "s1", "Seen.", "seen"))
        report = read_day()
        last = next(text for text in texts_of(pdf_of(report, fonts, tmp_path)) if report.head.hash in text)
        assert "The record behind this report" in last


def test_another_marking_takes_its_place(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    inspection = msgspec.structs.replace(small.inspection, marking="OFFICIAL")
    texts = texts_of(pdf_of(msgspec.structs.replace(small, inspection=inspection), fonts, tmp_path))
    assert all("SENSITIVE" not in text and text.count("OFFICIAL") == 2 for text in texts)


def test_the_document_says_what_it_is_and_in_which_language(pdf: PdfReader, tmp_path: Path) -> None:
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Day report, Example Vale NHS Trust, Tuesday 24 November 2026"
    assert pdf.metadata.author == "A. Inspector"
    assert pdf.metadata.creation_date == MADE
    assert str(pdf.root_object["/Lang"]) == "en-GB"
    assert "/DisplayDocTitle true" in (tmp_path / "day.pdf").read_bytes().decode("latin-1")


def test_kloes_sessions_and_sections_are_bookmarks(pdf: PdfReader) -> None:
    titles = list(_titles(pdf.outline))
    assert titles[:6] == [
        (0, "Cover"),
        (0, "Contents"),
        (0, "Sessions"),
        (1, "S-01 Interview: Opening talk, Chief executive, Governors (staff governor)"),
        (0, "From the forms of the sessions"),
        (0, "W1 Leadership"),
    ]
    assert titles[-1] == (0, "The record behind this report")


def test_the_contents_give_the_page_of_each_section(pdf: PdfReader) -> None:
    contents = texts_of(pdf)[1]
    for title in ("Not yet linked to the framework", "Open claims"):
        page = int(re.search(rf"{title}[ .\n]*?(\d+)\n", contents)[1])  # type: ignore[index]
        assert title in texts_of(pdf)[page - 1]


def test_only_the_bundled_typeface_is_used_and_it_is_embedded(pdf: PdfReader) -> None:
    fonts = [
        font.get_object()
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    assert all("SourceSans3" in font["/BaseFont"] and "/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_markup_in_a_line_is_text(pdf: PdfReader) -> None:
    assert "Nobody <b>came</b> back & 2 < 3." in "\n".join(texts_of(pdf))


def test_no_name_and_no_active_content_gets_into_the_file(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    pdf = pdf_of(small, fonts, tmp_path)
    content = (tmp_path / "day.pdf").read_bytes()
    assert "Secretname" not in run_together(pdf)
    assert not any(word in content for word in (b"/JavaScript", b"/URI", b"/Launch", b"/EmbeddedFile", b"/XObject"))


@pytest.mark.parametrize(
    "text",
    [
        "<img src='file:///etc/passwd'/> <a href='javascript:x'>y</a> &amp; &#169; </para>",
        "Caf\u00e9, na\u00efve, \u20ac5, \u00a3 4.2, \u201cquoted\u201d \u2013 \u2264 5",
        "Tiếng Việt, Ελληνικά, Русский",
        "x" * 3000,
        "-/" * 1500,
        r"back\slash (and) brackets) \( \) %",
    ],
)
def test_what_was_typed_is_what_can_be_read(
    text: str, store: Store, read_day: ReadDay, fonts: Fonts, tmp_path: Path
) -> None:
    pdf = pdf_of(with_line(store, read_day, text), fonts, tmp_path)
    assert re.sub(r"\s+", "", text) in _without_running_heads(pdf)


def test_a_character_the_typeface_lacks_is_shown_by_its_number_and_counted(
    store: Store, read_day: ReadDay, fonts: Fonts, tmp_path: Path
) -> None:
    pdf = pdf_of(with_line(store, read_day, "Good \U0001f600 and \u5065\u5eb7."), fonts, tmp_path)
    words = " ".join(texts_of(pdf))
    assert "Good [U+1F600] and [U+5065 U+5EB7]." in words
    assert "The shapes of 3 characters" in words


def test_text_from_right_to_left_is_kept_in_the_order_typed(
    store: Store, read_day: ReadDay, fonts: Fonts, tmp_path: Path
) -> None:
    pdf = pdf_of(with_line(store, read_day, "said \u05e9\u05dc\u05d5\u05dd \u202etwice"), fonts, tmp_path)
    assert "said [U+05E9 U+05DC U+05D5 U+05DD] [U+202E]twice" in " ".join(texts_of(pdf))


def test_a_line_of_a_hundred_thousand_characters_runs_over_pages(
    store: Store, read_day: ReadDay, fonts: Fonts, tmp_path: Path
) -> None:
    words = " ".join(f"word{number}" for number in range(11_000))[:100_000]
    pdf = pdf_of(with_line(store, read_day, words), fonts, tmp_path)
    assert len(pdf.pages) > 20
    assert sum("S-01 l.1, continued" in text for text in texts_of(pdf)) > 15
    assert words.replace(" ", "") in _without_running_heads(pdf)


def test_no_row_of_a_note_line_is_longer_than_one_can_read_easily(
    store: Store, read_day: ReadDay, fonts: Fonts, tmp_path: Path
) -> None:
    text = "The board had not seen the report before the meeting and asked for a further paper in spring. " * 20
    pdf = pdf_of(with_line(store, read_day, text), fonts, tmp_path)
    rows = [row for page in texts_of(pdf) for row in page.split("\n") if "board had" in row]
    assert max(map(len, rows)) <= LONGEST_ROW


def test_the_same_report_made_at_the_same_time_is_the_same_file(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    first = write_day_report(small, tiny_pack(), tmp_path / "1.pdf", fonts, made_at=MADE)
    second = write_day_report(small, tiny_pack(), tmp_path / "2.pdf", fonts, made_at=MADE)
    later = write_day_report(small, tiny_pack(), tmp_path / "3.pdf", fonts, made_at=MADE + dt.timedelta(minutes=1))
    assert first == second
    assert first.sha256 != later.sha256


def test_unused_codes_have_no_meaning_and_high_characters_have_theirs() -> None:
    mapping = to_unicode("F", [0, 0x41, 0, 0x1F600])
    assert "<01> <0041>" in mapping
    assert "<03> <D83DDE00>" in mapping
    assert "<0000>" not in mapping


def test_no_block_of_the_map_is_longer_than_readers_accept() -> None:
    assert re.findall(r"(\d+) beginbfchar", to_unicode("F", range(1, 251))) == ["100", "100", "50"]


def test_a_day_with_no_clock_given_is_made_now(small: DayReport, fonts: Fonts, tmp_path: Path) -> None:
    write_day_report(small, tiny_pack(), tmp_path / "now.pdf", fonts)
    made = PdfReader(tmp_path / "now.pdf").metadata.creation_date  # type: ignore[union-attr]
    assert made is not None
    assert abs(dt.datetime.now(dt.UTC) - made) < dt.timedelta(minutes=5)


def _titles(outline: Sequence[Any], level: int = 0) -> Iterator[tuple[int, str]]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one, level + 1)
        else:
            yield level, one.title


def _without_running_heads(pdf: PdfReader) -> str:
    """The body's text run together: a line that goes over a page would else have the head and foot in its middle."""
    rows: list[str] = []
    for page in pdf.pages:

        def keep(text: str, _user: list[float], matrix: list[float], _font: object, size: float) -> None:
            in_body = 84 <= matrix[5] <= 770 and matrix[4] >= 134
            if in_body and size >= 10 and "continued" not in text:
                rows.append(text)

        page.extract_text(visitor_text=keep)
    return re.sub(r"\s+", "", "".join(rows))
