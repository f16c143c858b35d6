"""Blocks of prose → slabs: headings, note lines, pointers, facts. Tables and the first two pages have files of their own."""

from collections.abc import Iterable

from wellled_desktop.reports.blocks import Facts, Heading, Line, NodeHeading, Pointer, Pointers, SmallHeading, Words
from wellled_desktop.reports.layout.rows import Anchor, Fill, Link, Piece, Row, Slab, break_runs, break_text
from wellled_desktop.reports.layout.styles import ACCENT, LEFT, MEASURE, RIGHT, RULE, TEXT, Style, Styles

_MARK = {"Concern": "\u25b2", "Strength": "\u25cf"}
_CLAIM = "\u25c6"
_INDENT = 12.0
_NARROW_POINTER = 17  # characters of id and place that fit three to a row
_WHOLE = 6  # a line of at most so many rows is never parted


def heading(block: Heading, styles: Styles) -> Slab:
    """A rule over the whole width, the label in the margin, what the section is about beneath."""
    x = TEXT if block.label else LEFT
    width = RIGHT - x - 70
    rows = [Row(9, fills=(Fill(LEFT, 0, RIGHT - LEFT, 0.9, ACCENT),))]
    for number, pieces in enumerate(break_text(block.text, styles.heading, width, styles.letters, x)):
        first: tuple[Piece, ...] = ()
        if number == 0:
            first = (
                Piece(LEFT, block.label, styles.heading_label),
                Piece(RIGHT, block.aside, styles.meta, to_right=True),
            )
        rows.append(Row(styles.heading.leading, _with_text(first, pieces)))
    if block.standing:
        rows += _plain(block.standing, styles.standing, MEASURE if block.label else RIGHT - LEFT, styles, x)
    rows.append(Row(3))
    title = f"{block.label} {block.text}" if block.label else block.text
    rows[0] = Row(rows[0].height, fills=rows[0].fills, anchors=(Anchor(block.anchor, title),))
    return Slab(tuple(rows), before=22, keep=len(rows), with_next=True, room=150)


def node_heading(block: NodeHeading, styles: Styles) -> Slab:
    runs = [(f"{block.under}:", styles.node_under)] if block.under else []
    broken = break_runs([*runs, (block.text, styles.node)], TEXT, MEASURE, styles.letters)
    rows = [Row(styles.node.leading, pieces) for pieces in broken]
    label = Piece(LEFT, block.node, styles.node_label)
    first = Row(
        rows[0].height,
        (label, *rows[0].pieces),
        anchors=(Anchor(block.anchor, f"{block.node} {block.text}", level=1),),
    )
    return Slab((first, *rows[1:]), before=13, keep=len(rows), with_next=True)


def small_heading(block: SmallHeading, styles: Styles, x: float = TEXT) -> Slab:
    rows = _plain(block.text, styles.small_heading, RIGHT - x, styles, x)
    return Slab((*rows, Row(2)), before=15, keep=len(rows) + 1, with_next=True)


def words(block: Words, styles: Styles) -> Slab:
    rows = _plain(block.text, styles.body_quiet if block.quiet else styles.body, MEASURE + 20, styles, LEFT)
    return Slab(
        tuple(rows),
        before=5,
        keep=len(rows) if block.introduces else min(2, len(rows)),
        with_next=block.introduces,
    )


def line(block: Line, styles: Styles) -> Slab:
    """The id and the time hang in the margin; under the words stand type, speaker and marks, then what was changed."""
    rows = [*_retraction(block, styles), *_words_of(block, styles), *_coding(block, styles)]
    for earlier in block.earlier:
        rows.append(Row(2.5))
        rows += _earlier(earlier.change, styles.meta_strong, styles)
        if earlier.before:
            rows += _earlier(earlier.before, styles.earlier, styles)
    if block.inference:
        rows = [_barred(row, TEXT - 9) for row in rows]
    first, second, *rest = rows
    first = Row(
        first.height,
        (Piece(LEFT, block.ref, styles.ref), *first.pieces),
        first.fills,
        anchors=(Anchor(block.anchor),),
        shows=(block.ref,),
    )
    second = Row(second.height, (Piece(LEFT, block.time, styles.meta), *second.pieces), second.fills)
    whole = len(rows) if len(rows) <= _WHOLE else 3
    return Slab(
        (first, second, *rest),
        before=8,
        keep=whole,
        continued=(Row(13.5, (Piece(TEXT, f"{block.ref}, continued", styles.meta),)),),
    )


def pointers(block: Pointers, styles: Styles) -> Slab:
    """Three to a row, or two, each with the page it points to, and a link there."""
    intro = _plain(block.intro, styles.meta, MEASURE, styles)
    widest = max(len(pointer.ref) + len(pointer.place) for pointer in block.pointers)
    columns = 3 if widest <= _NARROW_POINTER else 2
    across = [block.pointers[start : start + columns] for start in range(0, len(block.pointers), columns)]
    rows = [*intro, *(_pointer_row(some, MEASURE / columns, styles) for some in across)]
    return Slab(tuple(rows), before=8, keep=2)


def facts(block: Facts, styles: Styles) -> Slab:
    rows = fact_rows(block.pairs, styles)
    return Slab(tuple(rows), before=6, keep=len(rows))


def fact_rows(pairs: Iterable[tuple[str, str]], styles: Styles, x: float = TEXT + 10, gap: float = 2.0) -> list[Row]:
    """Label at the left edge, value at `x`."""
    rows = []
    for label, value in pairs:
        for number, pieces in enumerate(break_text(value, styles.fact, RIGHT - x, styles.letters, x)):
            margin = (Piece(LEFT, label, styles.fact_label),) if number == 0 else ()
            rows.append(Row(styles.fact.leading, _with_text(margin, pieces)))
        rows.append(Row(gap))
    return rows


def _plain(text: str, style: Style, width: float, styles: Styles, x: float = TEXT) -> list[Row]:
    return [Row(style.leading, pieces) for pieces in break_text(text, style, width, styles.letters, x)]


def _words_of(block: Line, styles: Styles) -> list[Row]:
    style = styles.body_italic if block.inference else styles.body
    return _plain(block.text, styles.body_quiet if block.retracted else style, MEASURE, styles)


def _retraction(block: Line, styles: Styles) -> list[Row]:
    return _plain(block.retracted, styles.meta_strong, MEASURE, styles) if block.retracted else []


def _coding(block: Line, styles: Styles) -> list[Row]:
    """Type, speaker, marks with a shape before each word, and the rest, in one small paragraph."""
    strong = [f"{_MARK.get(mark, _CLAIM)}\u00a0{mark}" for mark in block.marks]
    parts = [(block.said, styles.meta), *((mark, styles.meta_strong) for mark in strong)]
    parts += [(note, styles.meta) for note in block.notes]
    dotted = [
        (f"{text} \u00b7" if number < len(parts) - 1 else text, style) for number, (text, style) in enumerate(parts)
    ]
    return [Row(styles.meta.leading, pieces) for pieces in break_runs(dotted, TEXT, MEASURE, styles.letters)]


def _earlier(text: str, style: Style, styles: Styles) -> list[Row]:
    rows = _plain(text, style, MEASURE - _INDENT, styles, TEXT + _INDENT)
    return [_barred(row, TEXT + 2) for row in rows]


def _barred(row: Row, x: float) -> Row:
    return Row(
        row.height, row.pieces, (*row.fills, Fill(x, 0, 1.6, row.height, RULE)), row.links, row.anchors, row.shows
    )


def _pointer_row(across: tuple[Pointer, ...], column: float, styles: Styles) -> Row:
    pieces, links = [], []
    for number, pointer in enumerate(across):
        x = TEXT + number * column
        pieces.append(Piece(x, pointer.ref, styles.meta_strong))
        after = x + styles.meta_strong.width(f"{pointer.ref} ")
        pieces.append(Piece(after, f"({pointer.place}), page ", styles.meta, page_of=pointer.anchor))
        links.append(Link(x, column - 6, pointer.anchor))
    return Row(styles.meta.leading + 1, tuple(pieces), links=tuple(links))


def _with_text(margin: tuple[Piece, ...], text: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return (*(piece for piece in margin if piece.text), *text)
