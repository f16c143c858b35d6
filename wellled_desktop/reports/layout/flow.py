"""Slabs → pages: what goes where, with headings kept with what they head and no row left alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wellled_desktop.reports.layout.rows import Row, Slab
from wellled_desktop.reports.layout.styles import BODY_HEIGHT

_HARDLY_ANYTHING = 0.5
"""Of a page: as much as is not worth a sheet of paper, where it can be had without one."""


@dataclass(slots=True)
class Page:
    """Rows with how far down from the top of the body each begins."""

    placed: list[tuple[float, Row]] = field(default_factory=list)


def flow(slabs: Sequence[Slab]) -> list[Page]:
    """The slabs on as many pages as they need, at least one; a part that ends its page ends it with more than a few lines."""
    return _pressed([slab for part in _parts(slabs) for slab in _ending_well(part)])


def _pressed(slabs: Sequence[Slab]) -> list[Page]:
    press = _Press()
    for number, slab in enumerate(slabs):
        press.place(slab, needed=_needed(slabs, number))
    return press.pages


def _parts(slabs: Sequence[Slab]) -> Iterator[Sequence[Slab]]:
    """Each begins a page of its own."""
    first = 0
    for number, slab in enumerate(slabs, start=1):
        if slab.ends_page or number == len(slabs):
            yield slabs[first:number]
            first = number


def _ending_well(part: Sequence[Slab]) -> Sequence[Slab]:
    """Where hardly anything is left for its last page, without the spare rows of as many of its last slabs as bring that back."""
    pages = _pressed(part)
    if len(pages) == 1 or not any(slab.spare for slab in part) or _filled(pages[-1]) > _HARDLY_ANYTHING * BODY_HEIGHT:
        return part
    for count in range(1, len(part) + 1):
        tighter = [*part[:-count], *(slab.without_spare for slab in part[-count:])]
        if len(_pressed(tighter)) < len(pages):
            return tighter
    return part


def _filled(page: Page) -> float:
    return max((down + row.height for down, row in page.placed), default=0.0)


def page_numbers(pages: Iterable[Page]) -> dict[str, int]:
    """On which page, counted from 1, each anchor is."""
    return {
        anchor.name: number
        for number, page in enumerate(pages, start=1)
        for _, row in page.placed
        for anchor in row.anchors
    }


class _Press:
    """The page being filled."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self._down = 0.0
        self._full = False

    def place(self, slab: Slab, needed: float) -> None:
        page_is_empty = self._down == 0.0
        if self._full or (not page_is_empty and self._down + max(needed, slab.room) > BODY_HEIGHT):
            self._turn()
            page_is_empty = True
        if page_is_empty:
            self._put(slab.header)
        else:
            self._down += slab.before
        for number, row in enumerate(slab.rows):
            if self._down + self._with_last(slab, number) > BODY_HEIGHT and number > 0:
                self._turn()
                self._put((*slab.header, *slab.continued))
            self._put((row,))
        self._full = slab.ends_page

    def _with_last(self, slab: Slab, number: int) -> float:
        """The row's height; together with the last row's when it is the last but one, so that no row stands alone."""
        last_but_one = number == len(slab.rows) - 2
        return _height(slab.rows[number : number + 2] if last_but_one else slab.rows[number : number + 1])

    def _put(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.pages[-1].placed.append((self._down, row))
            self._down += row.height

    def _turn(self) -> None:
        self.pages.append(Page())
        self._down = 0.0


def _needed(slabs: Sequence[Slab], number: int) -> float:
    """How much of a page the slab must find free: its own first rows, and those of the slabs it is kept with."""
    return sum(slab.before + _height(slab.rows[: slab.keep]) for slab in _kept_together(slabs, number))


def _kept_together(slabs: Sequence[Slab], number: int) -> Iterator[Slab]:
    for slab in slabs[number:]:
        yield slab
        if not slab.with_next:
            return


def _height(rows: Iterable[Row]) -> float:
    return sum(row.height for row in rows)
