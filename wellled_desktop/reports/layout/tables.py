"""Tables → slabs: one slab a table row, so that a row of any height can be parted, under column heads that are repeated."""

from itertools import zip_longest

from wellled_desktop.reports.blocks import Column, Table, TableRow
from wellled_desktop.reports.layout.rows import Anchor, Fill, Link, Piece, Row, Slab, break_text
from wellled_desktop.reports.layout.styles import LEFT, QUIET, RIGHT, RULE, Styles

_GUTTER = 9.0
_PADDING = 3.5
_WHOLE = 18  # a table row of at most so many rows of text, a third of a page, is never parted


def table(block: Table, styles: Styles) -> list[Slab]:
    """The heads, kept with the first row, and the rows."""
    heads = _heads(block, styles)
    slabs = [Slab(heads, before=8, keep=len(heads), with_next=True)]
    for row in block.rows:
        rows = _table_row(row, block.columns, styles)
        keep = len(rows) if len(rows) <= _WHOLE else 4
        slabs.append(Slab(rows, keep=keep, header=heads, continued=_continued(row, styles)))
    return slabs


def _continued(row: TableRow, styles: Styles) -> tuple[Row, ...]:
    if not row.ref:
        return ()
    words = styles.letters.shown(f"{row.ref}, continued")
    return (Row(styles.table.leading, (Piece(LEFT, words, styles.meta),)),)


def _heads(block: Table, styles: Styles) -> tuple[Row, ...]:
    broken = [
        break_text(column.title, styles.table_head, width, styles.letters, x)
        for column, x, width in _places(block.columns)
    ]
    rows = [Row(styles.table_head.leading, sum(across, ())) for across in zip_longest(*broken, fillvalue=())]
    return (*rows, Row(_PADDING + 1, fills=(Fill(LEFT, _PADDING, RIGHT - LEFT, 0.8, QUIET),)))


def _table_row(row: TableRow, columns: tuple[Column, ...], styles: Styles) -> tuple[Row, ...]:
    cells: list[list[tuple[Piece, ...]]] = []
    links: list[Link] = []
    for cell, (column, x, width) in zip(row.cells, _places(columns), strict=True):
        if column.kind == "page":
            cells.append([(Piece(x, "", styles.table, page_of=cell),)] if cell else [()])
            links += [Link(LEFT, RIGHT - LEFT, cell)] if cell else []
        elif column.kind == "strong":
            cells.append([(Piece(x, styles.letters.shown(cell), styles.table_strong),)])
        else:
            cells.append(break_text(cell, styles.table, width, styles.letters, x))
    rows = [Row(styles.table.leading, sum(across, ())) for across in zip_longest(*cells, fillvalue=())]
    anchors = (Anchor(row.anchor, row.outline, level=1),) if row.anchor else ()
    first = Row(
        rows[0].height, rows[0].pieces, links=tuple(links), anchors=anchors, shows=(row.ref,) if row.ref else ()
    )
    rule = Row(_PADDING, fills=(Fill(LEFT, _PADDING - 0.5, RIGHT - LEFT, 0.5, RULE),))
    return (Row(_PADDING), first, *rows[1:], rule)


def _places(columns: tuple[Column, ...]) -> list[tuple[Column, float, float]]:
    """Each column with where it begins and how wide its text may be."""
    places, x = [], LEFT
    for column in columns:
        width = (RIGHT - LEFT) * column.share
        places.append((column, x, width - _GUTTER))
        x += width
    return places
