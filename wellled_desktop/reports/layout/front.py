"""The first page and the list of contents → slabs."""

from collections.abc import Iterable, Sequence

from wellled_desktop.reports.blocks import Contents, Cover, Heading
from wellled_desktop.reports.layout.rows import Anchor, Fill, Link, Piece, Row, Slab, break_text
from wellled_desktop.reports.layout.shapes import fact_rows
from wellled_desktop.reports.layout.styles import ACCENT, LEFT, MEASURE, RIGHT, RULE, TINT, Style, Styles

_FIGURES_ACROSS = 4
_BOX = 10.0


def cover(block: Cover, styles: Styles) -> Slab:
    """What, of which trust, which day; the facts; the counts; and what to know before passing it on."""
    rows = [
        Row(22, anchors=(Anchor("cover", "Cover"),)),
        Row(12, fills=(Fill(LEFT, 0, 44, 4, ACCENT),)),
        *_text(block.title, styles.cover_title, styles),
        Row(4),
        *_text(block.subject, styles.cover_subject, styles),
        *_text(block.day, styles.cover_day, styles),
        Row(20),
        *fact_rows(block.facts, styles, x=LEFT + 92, gap=3),
        Row(10),
        *_figures(block.counts, styles),
        Row(14),
        *_cautions(block.cautions, styles),
    ]
    return Slab(tuple(rows), keep=1, ends_page=True)


def contents(block: Contents, headings: Iterable[Heading], styles: Styles) -> Slab:
    rows = [
        Row(
            styles.heading.leading,
            (Piece(LEFT, block.title, styles.heading),),
            anchors=(Anchor("contents", block.title),),
        ),
        Row(6),
        *(_entry(one, styles) for one in headings),
    ]
    if block.remark:
        rows += [Row(8), *_text(block.remark, styles.body_quiet, styles, MEASURE + 20)]
    return Slab((*rows, Row(10)), keep=4)


def _entry(one: Heading, styles: Styles) -> Row:
    label = (Piece(LEFT, one.label, styles.node_label),) if one.label else ()
    x = LEFT + 34
    text = styles.letters.shown(one.text)
    end = x + styles.body.width(f"{text} ")
    dots = max(0, int((RIGHT - 26 - end) / styles.meta.width(". ")))
    leader = Piece(RIGHT - 22, ". " * dots, styles.meta, to_right=True)
    number = Piece(RIGHT, "", styles.body, page_of=one.anchor, to_right=True)
    return Row(18, (*label, Piece(x, text, styles.body), leader, number), links=(Link(LEFT, RIGHT - LEFT, one.anchor),))


def _figures(counts: Sequence[tuple[str, str]], styles: Styles) -> list[Row]:
    """The counts as figures over their names, four to a row, between two rules."""
    width = (RIGHT - LEFT) / _FIGURES_ACROSS
    rows = [Row(10, fills=(Fill(LEFT, 0, RIGHT - LEFT, 0.6, RULE),))]
    for start in range(0, len(counts), _FIGURES_ACROSS):
        across = counts[start : start + _FIGURES_ACROSS]
        places = [(LEFT + number * width, label, value) for number, (label, value) in enumerate(across)]
        rows.append(Row(styles.figure.leading, tuple(Piece(x, value, styles.figure) for x, _, value in places)))
        rows.append(Row(styles.meta.leading, tuple(Piece(x, label, styles.meta) for x, label, _ in places)))
        rows.append(Row(9))
    return [*rows, Row(1, fills=(Fill(LEFT, 0, RIGHT - LEFT, 0.6, RULE),))]


def _cautions(cautions: Sequence[str], styles: Styles) -> list[Row]:
    """In a tinted box, a paragraph each."""
    texts = [Row(_BOX)]
    for caution in cautions:
        width = RIGHT - LEFT - 2 * _BOX - 20
        pieces = break_text(caution, styles.fact, width, styles.letters, LEFT + _BOX)
        texts += [*(Row(styles.fact.leading, one) for one in pieces), Row(5)]
    texts[-1] = Row(_BOX)
    return [Row(row.height, row.pieces, (Fill(LEFT, 0, RIGHT - LEFT, row.height, TINT),)) for row in texts]


def _text(text: str, style: Style, styles: Styles, width: float = RIGHT - LEFT) -> list[Row]:
    return [Row(style.leading, pieces) for pieces in break_text(text, style, width, styles.letters, LEFT)]
