"""Text broken into rows that fit: the smallest things that a page is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wellled_desktop.reports.layout.styles import Style
from wellled_desktop.reports.letters import Letters

# A word may be parted after these, when enough of it stands on both sides.
_BREAK_AFTER = "-\u2010\u2013\u2014/"
_LEAST_PART = 4
# Longer words are measured in parts, so that a million characters without a space take no longer than with.
_LONGEST_WORD = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """Text at `x`. With `page_of` an anchor, its page number is set after the text; `to_right` ends it at `x`."""

    x: float
    text: str
    style: Style
    page_of: str = ""
    to_right: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box, `y` measured down from the top of its row."""

    x: float
    y: float
    width: float
    height: float
    colour: int


@dataclass(frozen=True, slots=True)
class Link:
    x: float
    width: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place one can go to; `title` puts it among the bookmarks, at `level`."""

    name: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page. `shows` are the ids that a reader must find on the page where this row is."""

    height: float
    pieces: tuple[Piece, ...] = ()
    fills: tuple[Fill, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slab:
    """Rows that belong together.

    `keep` of them stay on one page at the least; `with_next` keeps them with the beginning of the next slab; `room` is how
    much of the page must be left. `header` is repeated wherever the slab begins or continues at the top of a page,
    `continued` only where it continues. So many of its last rows are `spare` that may be left out to save a page.
    """

    rows: tuple[Row, ...]
    before: float = 0.0
    keep: int = 1
    with_next: bool = False
    room: float = 0.0
    header: tuple[Row, ...] = ()
    continued: tuple[Row, ...] = ()
    ends_page: bool = False
    spare: int = 0

    @property
    def without_spare(self) -> "Slab":
        kept = self.rows[: len(self.rows) - self.spare]
        return replace(self, rows=kept, keep=min(self.keep, len(kept)), spare=0)


@dataclass(slots=True)
class _Filling:
    """The row being filled."""

    x: float
    left: float
    pieces: list[tuple[float, list[str], Style]] = field(default_factory=list)

    def add(self, word: str, style: Style, space: bool, width: float) -> None:
        gap = style.width(" ") if space else 0.0
        if self.pieces and self.pieces[-1][2] is style:
            self.pieces[-1][1].append(f" {word}" if space else word)
        else:
            self.pieces.append((self.x + gap, [word], style))
        self.x += gap + width
        self.left -= gap + width


def break_runs(runs: Sequence[tuple[str, Style]], x: float, width: float, letters: Letters) -> list[tuple[Piece, ...]]:
    """The runs, one after another with a space between, as rows of pieces no wider than `width`. Newlines begin a row."""
    rows: list[tuple[Piece, ...]] = []
    filling = _Filling(x, width)
    for word in _words(runs, letters):
        if word.new_row:
            rows.append(_row(filling))
            filling = _Filling(x, width)
        rest, space = word.text, word.space
        while rest:
            part, rest = _that_fits(rest, word.style, filling, space)
            if part:
                filling.add(part, word.style, space and bool(filling.pieces), word.style.width(part))
            if rest:
                rows.append(_row(filling))
                filling = _Filling(x, width)
            space = False
    return [*rows, _row(filling)]


def break_text(text: str, style: Style, width: float, letters: Letters, x: float = 0.0) -> list[tuple[Piece, ...]]:
    """One text in one style; an empty text is one empty row."""
    return break_runs([(text, style)], x, width, letters)


@dataclass(frozen=True, slots=True)
class _Word:
    """`space` stands before it, unless it begins a row; an empty text stands for an empty row."""

    text: str
    style: Style
    new_row: bool
    space: bool


def _words(runs: Sequence[tuple[str, Style]], letters: Letters) -> Iterator[_Word]:
    for text, style in runs:
        for number, paragraph in enumerate(letters.shown(text).split("\n")):
            new_row = number > 0
            for word in list(filter(None, paragraph.split(" "))) or [""]:
                for start in range(0, max(1, len(word)), _LONGEST_WORD):
                    yield _Word(word[start : start + _LONGEST_WORD], style, new_row, space=start == 0)
                    new_row = False


def _that_fits(word: str, style: Style, filling: _Filling, space: bool) -> tuple[str, str]:
    """What of the word goes on this row, and what is left for the next. Always gets on: an empty row takes something."""
    left = filling.left - (style.width(" ") if filling.pieces and space else 0.0)
    width = style.width(word)
    if width <= left:
        return word, ""
    fitting = _how_many_fit(word, style, left)
    end = _parting(word, fitting)
    if end == 0 and filling.pieces and space:
        return "", word  # the next row is empty, and takes it or cuts it
    end = end or fitting or (0 if filling.pieces else 1)
    return word[:end], word[end:]


def _how_many_fit(word: str, style: Style, left: float) -> int:
    """How many of the word's letters fit; fewer than all of them."""
    used = 0.0
    for position, character in enumerate(word):
        used += style.width(character)
        if used > left:
            return position
    return len(word) - 1


def _parting(word: str, fitting: int) -> int:
    """Where to part the word: after the last hyphen, dash or stroke that fits; 0 when there is none."""
    for end in range(min(fitting, len(word) - _LEAST_PART), _LEAST_PART - 1, -1):
        if word[end - 1] in _BREAK_AFTER:
            return end
    return 0


def _row(filling: _Filling) -> tuple[Piece, ...]:
    """With a space at the end of the row: where a program copies the text, the next row's first word stands apart."""
    pieces = [Piece(x, "".join(words), style) for x, words, style in filling.pieces]
    if pieces:
        last = pieces[-1]
        pieces[-1] = Piece(last.x, f"{last.text} ", last.style)
    return tuple(pieces)
