"""Slabs → pages: what goes where, with headings kept with what they head and no row left alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wellled_desktop.reports.layout.rows import Row, Slab
from wellled_desktop.reports.layout.styles import BODY_HEIGHT


@dataclass(slots=True)
class Page:
    """Rows with how far down from the top of the body each begins."""

    placed: list[tuple[float, Row]] = field(default_factory=list)


def flow(slabs: Sequence[Slab]) -> list[Page]:
    """The slabs on as many pages as they need, at least one."""
    press = _Press()
    for number, slab in enumerate(slabs):
        press.place(slab, needed=_needed(slabs, number))
    return press.pages


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
