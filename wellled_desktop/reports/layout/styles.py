"""Sizes, colours and the places of the columns on an A4 page, in points. One accent colour; greys carry the structure."""

import msgspec

from wellled_desktop.reports.fonts import Face, Fonts
from wellled_desktop.reports.letters import Letters

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT = 60.0, 535.0
TEXT = 134.0  # ids hang in the margin to the left of it
MEASURE = 375.0  # about 90 characters of the body's size
BODY_TOP, BODY_BOTTOM = 766.0, 84.0
BODY_HEIGHT = BODY_TOP - BODY_BOTTOM

INK = 0x1B1F24
QUIET = 0x545D66  # 6.7 to 1 on white
ACCENT = 0x17496D
RULE = 0xC8CED4
TINT = 0xF1F4F6


class Style(msgspec.Struct, frozen=True, eq=False):
    face: Face
    size: float
    leading: float
    colour: int = INK

    def width(self, text: str) -> float:
        return self.face.width(text, self.size)


class Styles:
    """The styles of a report, and the typeface's letters."""

    def __init__(self, fonts: Fonts) -> None:
        self.letters = Letters(fonts.covers)
        self.cover_title = Style(fonts.bold, 30, 36)
        self.cover_subject = Style(fonts.semibold, 17, 23, ACCENT)
        self.cover_day = Style(fonts.regular, 13, 19)
        self.figure = Style(fonts.semibold, 17, 21)
        self.heading = Style(fonts.semibold, 16, 21)
        self.heading_label = Style(fonts.bold, 16, 21, ACCENT)
        self.standing = Style(fonts.italic, 10.5, 14, QUIET)
        self.small_heading = Style(fonts.semibold, 11, 15, ACCENT)
        self.node = Style(fonts.semibold, 10, 13.5)
        self.node_under = Style(fonts.regular, 10, 13.5)
        self.node_label = Style(fonts.semibold, 10, 13.5, ACCENT)
        self.body = Style(fonts.regular, 10, 13.5)
        self.body_quiet = Style(fonts.regular, 10, 13.5, QUIET)
        self.body_italic = Style(fonts.italic, 10, 13.5)
        self.ref = Style(fonts.semibold, 9, 13.5)
        self.meta = Style(fonts.regular, 8.5, 11.5, QUIET)
        self.meta_strong = Style(fonts.semibold, 8.5, 11.5)
        self.earlier = Style(fonts.regular, 9, 12, QUIET)
        self.table = Style(fonts.regular, 8.75, 11.5)
        self.table_strong = Style(fonts.semibold, 8.75, 11.5)
        self.table_head = Style(fonts.semibold, 8.5, 11.5, QUIET)
        self.fact = Style(fonts.regular, 9.75, 14)
        self.fact_label = Style(fonts.regular, 9.75, 14, QUIET)
        self.running = Style(fonts.regular, 8.5, 11, QUIET)
        self.marking = Style(fonts.bold, 9, 12)
