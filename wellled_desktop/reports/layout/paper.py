"""What is printed to be written on → slabs: boxes to tick, and ruled lines."""

from wellled_desktop.reports.blocks import ToWrite
from wellled_desktop.reports.layout.rows import Fill, Piece, Row, Slab, break_text
from wellled_desktop.reports.layout.styles import LEFT, MEASURE, QUIET, RIGHT, RULE, TEXT, Styles

_RULED = 23.0  # as far apart as a hand writes
_SPARE = 1
"""Of the ruled lines: fewer are enough to write on, where that saves a page."""
_BOX = 9.0
_AFTER_BOX = 5.0
_BETWEEN_TICKS = 20.0


def new_page() -> Slab:
    """Nothing, after which the page is full."""
    return Slab((), keep=0, ends_page=True)


def to_write(block: ToWrite, styles: Styles) -> Slab:
    """The label hangs in the margin; all of it stays on one page."""
    rows = _text(block, styles) if block.text else []
    if block.why:
        why = break_text(block.why, styles.meta, MEASURE, styles.letters, TEXT)
        rows += [Row(1.5), *(Row(styles.meta.leading, pieces) for pieces in why)]
    if block.ticks:
        rows += [Row(3), _ticks(block, styles)]
    ruled = Row(_RULED, fills=(Fill(TEXT, _RULED - 0.6, RIGHT - TEXT, 0.6, RULE),))
    rows += [ruled] * block.lines
    spare = _SPARE if block.text and block.lines > _SPARE else 0
    return Slab(tuple(rows), before=11, keep=len(rows), spare=spare)


def _text(block: ToWrite, styles: Styles) -> list[Row]:
    first, *rest = break_text(block.text, styles.body, MEASURE, styles.letters, TEXT)
    label = Piece(LEFT, styles.letters.shown(block.label), styles.node_label)
    shows = (block.ref,) if block.ref else ()
    return [
        Row(styles.body.leading, (label, *first), shows=shows),
        *(Row(styles.body.leading, pieces) for pieces in rest),
    ]


def _ticks(block: ToWrite, styles: Styles) -> Row:
    height = styles.meta.leading + 2
    fills: list[Fill] = []
    pieces = []
    x = TEXT
    for word, ticked in block.ticks:
        fills += _box(x, (height - _BOX) / 2, ticked=ticked)
        pieces.append(Piece(x + _BOX + _AFTER_BOX, word, styles.meta))
        x += _BOX + _AFTER_BOX + styles.meta.width(word) + _BETWEEN_TICKS
    return Row(height, tuple(pieces), tuple(fills))


def _box(x: float, y: float, *, ticked: bool) -> list[Fill]:
    edge = 0.8
    sides = [
        Fill(x, y, _BOX, edge, QUIET),
        Fill(x, y + _BOX - edge, _BOX, edge, QUIET),
        Fill(x, y, edge, _BOX, QUIET),
        Fill(x + _BOX - edge, y, edge, _BOX, QUIET),
    ]
    return [*sides, Fill(x + 2.2, y + 2.2, _BOX - 4.4, _BOX - 4.4, QUIET)] if ticked else sides
