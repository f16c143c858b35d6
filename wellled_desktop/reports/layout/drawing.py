"""Pages → PDF, through ReportLab's canvas: rows, what stands at the head and foot of each page, bookmarks and links."""

import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from wellled_desktop.reports.blocks import Document
from wellled_desktop.reports.layout.flow import Page, page_numbers
from wellled_desktop.reports.layout.rows import Piece, Row
from wellled_desktop.reports.layout.styles import (
    BODY_TOP,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    RULE,
    Style,
    Styles,
)
from wellled_desktop.reports.letters import Letters

# No report ever fetches anything: were text to reach ReportLab's markup after all, it could load neither page nor file.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
rl_config.useA85 = 0  # base 85 makes a file bigger and slower

_HEAD_RULE = PAGE_HEIGHT - 58
_FOOT_RULE = 66.0
_MARKING_SPACING = 0.8
# With the trust's name on the left and what it is on the right, so much of a row is left for the section.
_SECTION_SHARE = 0.36
_HEAD_GAP = 18.0


def draw(
    document: Document, pages: Sequence[Page], styles: Styles, made_at: dt.datetime, drawn: Callable[[int], None]
) -> bytes:
    """The PDF. The same document at the same `made_at` gives the same bytes. `drawn` hears the number of each page done."""
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=styles.body.face.name,
        lang="en-GB",
    )
    _describe(canvas, document, made_at)
    pen = _Pen(canvas, document, styles, page_numbers(pages), len(pages))
    for number, page in enumerate(pages, start=1):
        pen.page(number, page)
        drawn(number)
    canvas.save()
    return out.getvalue()


def _describe(canvas: Canvas, document: Document, made_at: dt.datetime) -> None:
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setCreator("WellLed Desktop")
    canvas.setKeywords(document.marking)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = made_at.astimezone(dt.UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    canvas.setDateFormatter(lambda *_now: stamp)
    canvas.showOutline()


class _Pen:
    """Draws pages, and knows which page each anchor is on."""

    def __init__(self, canvas: Canvas, document: Document, styles: Styles, numbers: dict[str, int], pages: int) -> None:
        self._canvas = canvas
        self._styles = styles
        letters, running = styles.letters, styles.running
        self._marking = _on_one_row(document.marking, styles.marking, 0.8, letters)
        self._left = document.running_left
        self._head_right = letters.shown(document.running_right)
        self._by_section = document.running_section
        self._section = self._goes_on = ""
        self._foot_left = _on_one_row(document.running_foot, running, 0.33, letters)
        self._record = letters.shown(document.running_record)
        self._numbers = numbers
        self._pages = pages

    def page(self, number: int, page: Page) -> None:
        begun = list(_sections(page.placed))
        self._section = next(_sections(page.placed[:1]), self._goes_on or next(iter(begun), ""))
        self._goes_on = begun[-1] if begun else self._goes_on
        self._head()
        for down, row in page.placed:
            self._row(row, BODY_TOP - down)
        self._foot(number)
        self._canvas.showPage()

    def _row(self, row: Row, top: float) -> None:
        for fill in row.fills:
            self._colour(fill.colour)
            self._canvas.rect(fill.x, top - fill.y - fill.height, fill.width, fill.height, stroke=0, fill=1)
        for piece in row.pieces:
            self._piece(piece, top - _baseline(row))
        for anchor in row.anchors:
            self._canvas.bookmarkHorizontal(anchor.name, 0, top + 12)
            if anchor.title:
                self._canvas.addOutlineEntry(
                    self._styles.letters.shown(anchor.title), anchor.name, anchor.level, closed=True
                )
        for link in row.links:
            box = (link.x, top - row.height, link.x + link.width, top)
            self._canvas.linkRect("", link.anchor, box, relative=1, thickness=0)

    def _piece(self, piece: Piece, y: float) -> None:
        text = f"{piece.text}{self._numbers[piece.page_of]}" if piece.page_of else piece.text
        x = piece.x - piece.style.width(text) if piece.to_right else piece.x
        self._text(x, y, text, piece.style)

    def _text(self, x: float, y: float, text: str, style: Style, spacing: float = 0.0) -> None:
        self._canvas.setFont(style.face.name, style.size)
        self._colour(style.colour)
        self._canvas.drawString(x, y, text, charSpace=spacing)

    def _colour(self, colour: int) -> None:
        self._canvas.setFillColorRGB((colour >> 16) / 255, (colour >> 8 & 0xFF) / 255, (colour & 0xFF) / 255)

    def _head(self) -> None:
        self._marking_at(PAGE_HEIGHT - 34)
        style, right = self._styles.running, self._running_right()
        # What the section and the day leave of it: the name of a trust is longer than most headings.
        left_share = max(0.36, 1 - (style.width(right) + _HEAD_GAP) / (RIGHT - LEFT))
        left = _on_one_row(self._left, style, left_share, self._styles.letters)
        self._across(_HEAD_RULE + 6, left, "", right)
        self._rule(_HEAD_RULE)

    def _running_right(self) -> str:
        if not (self._by_section and self._section):
            return self._head_right
        section = _on_one_row(self._section, self._styles.running, _SECTION_SHARE, self._styles.letters)
        return f"{section} \u00b7 {self._head_right}"

    def _foot(self, number: int) -> None:
        self._rule(_FOOT_RULE)
        self._across(_FOOT_RULE - 13, self._foot_left, self._record, f"Page {number} of {self._pages}")
        self._marking_at(30)

    def _rule(self, y: float) -> None:
        self._colour(RULE)
        self._canvas.rect(LEFT, y, RIGHT - LEFT, 0.6, stroke=0, fill=1)

    def _across(self, y: float, left: str, middle: str, right: str) -> None:
        style = self._styles.running
        self._text(LEFT, y, left, style)
        self._text((LEFT + RIGHT - style.width(middle)) / 2, y, middle, style)
        self._text(RIGHT - style.width(right), y, right, style)

    def _marking_at(self, y: float) -> None:
        style = self._styles.marking
        width = style.width(self._marking) + _MARKING_SPACING * (len(self._marking) - 1)
        self._text((PAGE_WIDTH - width) / 2, y, self._marking, style, _MARKING_SPACING)


def _sections(placed: Sequence[tuple[float, Row]]) -> Iterator[str]:
    """The headings of the first level among the rows."""
    for _, row in placed:
        for anchor in row.anchors:
            if anchor.title and anchor.level == 0:
                yield anchor.title


def _on_one_row(text: str, style: Style, share: float, letters: Letters) -> str:
    """What fits in that share of the page's width, marked as shortened if it is; the cover has it in full."""
    text = letters.shown(text).replace("\n", " ")
    left = (RIGHT - LEFT) * share
    for position, character in enumerate(text):
        left -= style.width(character)
        if left < 0:
            return f"{text[: max(0, position - 2)].rstrip()}\u2026"
    return text


def _baseline(row: Row) -> float:
    """How far below its top the row's text stands: its largest letters centred in the height."""
    size = max((piece.style.size for piece in row.pieces), default=0.0)
    return (row.height + size * 0.66) / 2
