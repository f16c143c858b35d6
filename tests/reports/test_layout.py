"""What goes on which page, and how text is broken into rows."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from tests.reports.days import DAY, START_MS, full_day
from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.packs import create_inspection
from wellled_desktop.framework.loader import pack_bytes
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.layout.flow import Page, flow, page_numbers
from wellled_desktop.reports.layout.pages import pages_of
from wellled_desktop.reports.layout.rows import Anchor, Row, Slab, break_text
from wellled_desktop.reports.layout.styles import BODY_HEIGHT, MEASURE, RIGHT, Styles
from wellled_desktop.reports.letters import Letters
from wellled_desktop.store import day_reading
from wellled_desktop.store.store import Store


def slab(height: float, rows: int = 1, **keeping: object) -> Slab:
    return Slab(tuple(Row(height) for _ in range(rows)), **keeping)  # type: ignore[arg-type]


def heights(pages: list[Page]) -> list[list[float]]:
    return [[row.height for _, row in page.placed] for page in pages]


def texts(rows: list[tuple]) -> list[str]:  # type: ignore[type-arg]
    return ["".join(piece.text for piece in row).strip() for row in rows]


@pytest.fixture
def styles(fonts: Fonts) -> Styles:
    return Styles(fonts)


@pytest.fixture
def full(tmp_path: Path, real_pack: Pack) -> Iterator[DayReport]:
    clock = HandClock(START_MS)
    store = Store(tmp_path / "full.db", KEY, WRITER, clock)
    store.execute(msgspec.structs.replace(create_inspection(), framework=pack_bytes(real_pack).decode()))
    full_day(store, clock, real_pack, 120)
    yield store.read(partial(day_reading.day_report, day=DAY, device="laptop-a"))
    store.close()


def test_a_heading_goes_with_what_it_heads() -> None:
    pages = flow([slab(BODY_HEIGHT - 40), slab(30, with_next=True), slab(30)])
    assert heights(pages) == [[BODY_HEIGHT - 40], [30, 30]]


def test_a_chain_of_headings_goes_together() -> None:
    pages = flow([slab(BODY_HEIGHT - 70), slab(30, with_next=True), slab(30, with_next=True), slab(30)])
    assert heights(pages) == [[BODY_HEIGHT - 70], [30, 30, 30]]


def test_no_last_row_stands_alone() -> None:
    pages = flow([slab(BODY_HEIGHT - 35), slab(10, rows=4)])
    assert heights(pages) == [[BODY_HEIGHT - 35, 10, 10], [10, 10]]


def test_a_tables_heads_are_repeated_on_each_page() -> None:
    head = (Row(11),)
    rows = [slab(300, header=head) for _ in range(5)]
    pages = flow([Slab(head, with_next=True), *rows])
    assert heights(pages) == [[11, 300, 300], [11, 300, 300], [11, 300]]


def test_what_goes_on_is_labelled_as_continued_only_where_it_goes_on() -> None:
    pages = flow([slab(BODY_HEIGHT - 10), slab(200, rows=4, continued=(Row(7),))])
    assert heights(pages) == [[BODY_HEIGHT - 10], [200, 200], [7, 200, 200]]


def test_a_page_can_be_ended_and_an_anchor_found() -> None:
    pages = flow([Slab((Row(10),), ends_page=True), Slab((Row(10, anchors=(Anchor("here"),)),))])
    assert page_numbers(pages) == {"here": 2}


def to_write(lines: int, *, ends_page: bool = False) -> Slab:
    """Something with ruled lines of a tenth of a page under it, of which one can be spared; all on one page."""
    rows = tuple(Row(BODY_HEIGHT / 10 - 0.1) for _ in range(lines))
    return Slab(rows, keep=lines, spare=1, ends_page=ends_page)


def test_what_is_hardly_anything_on_a_last_page_is_brought_back_by_sparing_the_fewest_rows_before_it() -> None:
    pages = flow([to_write(4), to_write(4), to_write(3, ends_page=True), to_write(4)])
    assert [len(page.placed) for page in pages] == [10, 4], "only the last of the first part gave a row"
    assert [len(page.placed) for page in flow([to_write(4), to_write(4), to_write(4)])] == [10]


def test_what_fills_half_a_page_or_cannot_be_brought_back_stays_as_it_is() -> None:
    assert [len(page.placed) for page in flow([to_write(5), to_write(5), to_write(6)])] == [10, 6]
    assert [len(page.placed) for page in flow([to_write(9), to_write(4)])] == [9, 4]
    alone = Slab((Row(BODY_HEIGHT),), keep=1)
    assert [len(page.placed) for page in flow([alone, Slab((Row(10),))])] == [1, 1]


def test_every_row_of_a_full_day_is_within_the_body(full: DayReport, real_pack: Pack, styles: Styles) -> None:
    document = day_content(full, real_pack, made_at=full.head.at)
    for page in pages_of(document, styles, lambda _number: None):
        assert page.placed
        assert all(down + row.height <= BODY_HEIGHT + 0.01 for down, row in page.placed)


def test_nothing_on_a_page_reaches_over_its_edge_or_into_the_next_column(
    full: DayReport, real_pack: Pack, styles: Styles
) -> None:
    document = day_content(full, real_pack, made_at=full.head.at)
    rows = [row for page in pages_of(document, styles, lambda _number: None) for _, row in page.placed]
    for row in rows:
        spans = sorted(
            (piece.x, piece.x + piece.style.width(piece.text.rstrip())) for piece in row.pieces if not piece.to_right
        )
        assert all(end <= RIGHT + 0.5 for _, end in spans)
        assert all(end <= begin + 0.01 for (_, end), (begin, _) in pairwise(spans))


def test_no_row_is_wider_than_it_may_be(styles: Styles) -> None:
    text = "A sentence with a hyphenated-compound-word, a stroke/between/words and\u2014dashes. " * 30
    for row in break_text(text, styles.body, MEASURE, styles.letters):
        assert sum(styles.body.width(piece.text.rstrip()) for piece in row) <= MEASURE + 0.01


def test_a_compound_word_is_parted_after_its_hyphen(styles: Styles) -> None:
    width = styles.body.width("the trust-wide")
    assert texts(break_text("the trust-wideplan", styles.body, width, styles.letters)) == ["the trust-", "wideplan"]


def test_a_word_wider_than_the_row_is_cut(styles: Styles) -> None:
    rows = texts(break_text("x" * 1000, styles.body, MEASURE, styles.letters))
    assert len(rows) > 5
    assert "".join(rows) == "x" * 1000


def test_typed_row_ends_and_empty_rows_are_kept(styles: Styles) -> None:
    assert texts(break_text("one\n\ntwo", styles.body, MEASURE, styles.letters)) == ["one", "", "two"]


def test_a_column_narrower_than_a_letter_still_gets_on(styles: Styles) -> None:
    assert texts(break_text("abc", styles.body, 1.0, styles.letters)) == ["a", "b", "c"]


def test_composed_and_spaced_text_is_shown_as_one_expects() -> None:
    letters = Letters(frozenset("ae\u00e9 []U+0123456789ABCDEF"))
    assert letters.shown("e\u0301\u2003a\ta") == "\u00e9 a a"
    assert letters.shown("a\u200ba") == "a[U+200B]a"
    assert letters.missing(["a\u200b\u200b", "e\u0301"]) == 2
