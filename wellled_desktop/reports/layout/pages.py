"""A document's blocks → pages: each kind of block to its shape."""

from collections.abc import Callable
from dataclasses import replace

from wellled_desktop.reports.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    Line,
    NewPage,
    NodeHeading,
    Pointers,
    SmallHeading,
    Table,
    ToWrite,
    Words,
)
from wellled_desktop.reports.layout import front, paper, shapes, tables
from wellled_desktop.reports.layout.flow import Page, flow
from wellled_desktop.reports.layout.rows import Slab
from wellled_desktop.reports.layout.styles import LEFT, TEXT, Styles

_UNDER_SMALL_HEADING = 5.0


def pages_of(document: Document, styles: Styles, shaped: Callable[[int], None]) -> list[Page]:
    """The document's pages. `shaped` hears how many blocks are done."""
    slabs: list[Slab] = []
    for number, block in enumerate(document.blocks):
        following = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        made = _slabs(block, document, styles, over_table=isinstance(following, Table | Words))
        if number > 0 and isinstance(document.blocks[number - 1], SmallHeading):
            made[0] = replace(made[0], before=_UNDER_SMALL_HEADING)
        slabs += made
        shaped(number + 1)
    return flow(slabs)


def _slabs(block: Block, document: Document, styles: Styles, *, over_table: bool) -> list[Slab]:
    if isinstance(block, Table):
        return tables.table(block, styles)
    if isinstance(block, Contents):
        return [front.contents(block, [one for one in document.blocks if isinstance(one, Heading)], styles)]
    if isinstance(block, SmallHeading):
        return [shapes.small_heading(block, styles, LEFT if over_table else TEXT)]
    if isinstance(block, NewPage):
        return [paper.new_page()]
    if isinstance(block, ToWrite):
        return [paper.to_write(block, styles)]
    return [_slab(block, styles)]


def _slab(block: Cover | Heading | NodeHeading | Line | Pointers | Facts | Words, styles: Styles) -> Slab:
    match block:
        case Cover():
            slab = front.cover(block, styles)
        case Heading():
            slab = shapes.heading(block, styles)
        case NodeHeading():
            slab = shapes.node_heading(block, styles)
        case Line():
            slab = shapes.line(block, styles)
        case Pointers():
            slab = shapes.pointers(block, styles)
        case Facts():
            slab = shapes.facts(block, styles)
        case Words():
            slab = shapes.words(block, styles)
    return slab
