"""How the lines of a page belong together: which of them are its header and footer, and where its paragraphs begin.

The same pages give the same paragraphs, wherever they are read, so that a citation by their numbers is found on paper.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise

import msgspec

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as parts of the page's width and height."""

_AT_AN_EDGE = 0.12
"""Of the page's height: as far in as headers and footers stand."""
_SAME_PLACE = 0.004
_MOST_AT_EDGES, _MOST_LOOKED_AT = 60, 1_000
"""Lines."""
_SHORT, _NEARLY_FULL = 0.6, 0.85
"""Of the longest line: a line within a paragraph is hardly ever shorter than this, nor a sentence's last one."""
_LARGER, _APART, _FAR_APART = 1.12, 1.22, 1.6
"""How much larger the letters are, or the space, where something else begins; the last also before a small letter."""
_SAME_LEFT = 0.02
_ITEM = re.compile(r"(?:[•▪‣·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+\S|\d{1,2}(?:\.\d{1,3})+\s+\S")
_ENDS = re.compile(r"[.!?:;][”’\"')\]]*$")
_HYPHEN = "\u00ad"
"""At the end of a line."""
_FIGURES = re.compile(r"[0-9]{1,9}")
_NUMBER_AT_AN_END = re.compile(r"^[^0-9]?([0-9]{1,5})\b|\b([0-9]{1,5})[^0-9]?$")


class Line(msgspec.Struct, frozen=True):
    """`box` is None where it is not known where the line stands, or it does not run across the page. `size` is the height of
    its letters as a part of the page's height.
    """

    words: str
    box: Box | None = None
    size: float = 0.0
    bold: bool = False


class Paragraph(msgspec.Struct, frozen=True):
    """`running`: it is a header or a footer, or a part of one, which has no number. `box`: around all its lines."""

    words: str
    running: bool = False
    box: Box | None = None


def paragraphs_of(page: Sequence[Line], beside: Mapping[int, Sequence[Line]] | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a page, in the order of its lines; `beside` has the lines of pages so many further on, or back.

    A paragraph begins where the letters become larger or bold, where there is more space than between its lines, and with an
    item of a list. It ends with an empty line, and with one that is short, or that ends a sentence before the right margin,
    unless the next begins with a small letter.
    """
    beside = beside or {}
    running = _running(page, beside)
    usual = _usual_space((page, *beside.values()))
    found: list[Paragraph] = []
    group: list[Line] = []
    for at, line in enumerate(page):
        if group and (at in running or not line.words or _begins(group[-1], line, usual, page)):
            found.append(_together(group))
            group = []
        if at in running:
            found.append(Paragraph(line.words, running=True, box=line.box))
        elif line.words:
            group.append(line)
    if group:
        found.append(_together(group))
    return tuple(found)


def _running(page: Sequence[Line], beside: Mapping[int, Sequence[Line]]) -> Collection[int]:
    """Those lines at the top or bottom that stand at the same place on at least half of the pages beside, but for the
    number of the page, or that have that number. None where no other line is on the page.
    """
    others = {by: _at_the_edges(lines) for by, lines in beside.items() if lines}
    if not others:
        return ()
    found = {
        at
        for at, line in _at_the_edges(page)
        if 2 * sum(any(_is_same(line, one, by) for _, one in other) for by, other in others.items()) >= len(others)
    }
    return () if all(at in found for at, line in enumerate(page) if line.words) else found


def _at_the_edges(page: Sequence[Line]) -> list[tuple[int, Line]]:
    """The lines at the top and bottom, with their places among all; a page with more than a real one has is a hostile one."""
    edge = (
        (at, line)
        for at, line in enumerate(page)
        if line.box is not None and (line.box[3] <= _AT_AN_EDGE or line.box[1] >= 1 - _AT_AN_EDGE)
    )
    return list(islice(edge, _MOST_AT_EDGES))


def _is_same(line: Line, other: Line, by: int) -> bool:
    """Whether both are the same header or footer, the other one so many pages further on."""
    if line.box is None or other.box is None or abs(line.box[1] - other.box[1]) > _SAME_PLACE:
        return False
    if _FIGURES.sub("0", line.words) == _FIGURES.sub("0", other.words):
        figures = zip(_FIGURES.findall(line.words), _FIGURES.findall(other.words), strict=True)
        return all(int(there) - int(here) in (0, by) for here, there in figures)
    return bool({number + by for number in _numbers(line)} & _numbers(other))


def _numbers(line: Line) -> set[int]:
    """Those the line begins or ends with, of which one may be the number of the page."""
    return {int(first or last) for first, last in _NUMBER_AT_AN_END.findall(line.words)}


def _usual_space(pages: Sequence[Sequence[Line]]) -> float:
    """From one line to the next within a paragraph, as a multiple of the letters' height; 0 where it is not known."""
    spaces = sorted(filter(None, (_space(one, other) for lines in pages for one, other in pairwise(lines))))
    return spaces[len(spaces) // 10] if spaces else 0.0


def _space(line: Line, following: Line) -> float:
    """0 where the second does not stand beneath the first, in letters of its size."""
    if line.box is None or following.box is None or _is_set_apart(line, following):
        return 0.0
    return max(0.0, (following.box[3] - line.box[3]) / line.size) if line.size else 0.0


def _is_set_apart(line: Line, following: Line) -> bool:
    """Larger, smaller, or bold, where the other is not."""
    if line.box is None or following.box is None:
        return False
    larger, smaller = max(line.size, following.size), min(line.size, following.size)
    return larger > smaller * _LARGER or line.bold != following.bold


def _begins(line: Line, following: Line, usual: float, page: Sequence[Line]) -> bool:
    """Whether a paragraph ends with the line and another begins with the following one."""
    goes_on = following.words[:1].islower() or line.words.endswith(_HYPHEN)
    if _ITEM.match(following.words) or _is_set_apart(line, following):
        return True
    if usual and _space(line, following) > usual * (_FAR_APART if goes_on else _APART):
        return True
    if goes_on:
        return False
    return _width(line) < _longest(line, page) * (_NEARLY_FULL if _ENDS.search(line.words) else _SHORT)


def _width(line: Line) -> float:
    return float(len(line.words)) if line.box is None else line.box[2] - line.box[0]


def _longest(line: Line, page: Sequence[Line]) -> float:
    """Of the lines of its column, as far as it is known where they stand."""
    box = line.box
    if box is None:
        return max(len(one.words) for one in page[:_MOST_LOOKED_AT])
    beside = (one for one in page[:_MOST_LOOKED_AT] if one.box is not None and abs(one.box[0] - box[0]) <= _SAME_LEFT)
    return max(map(_width, beside), default=_width(line))


def _together(lines: Sequence[Line]) -> Paragraph:
    """A soft hyphen at the end of a line was put there for the line alone."""
    words = re.sub(f"{_HYPHEN} ?", "", " ".join(line.words for line in lines))
    return Paragraph(words, box=_around(lines))


def _around(lines: Sequence[Line]) -> Box | None:
    boxes = [line.box for line in lines if line.box is not None]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
