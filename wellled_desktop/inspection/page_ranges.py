"""The reading plan's pages: ranges as people type them, and a range split evenly among those who read."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wellled_desktop.inspection.commands import PlanReading
from wellled_desktop.inspection.decisions.attachments import MOST_PAGES
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.read_models import ReadingPart
from wellled_desktop.inspection.words import READING_STATES, ReadingState

MOST_PARTS = 50
_MOST_TOLD = 3
_RANGE = re.compile(r"(?:pages?|pp?\.?)?\s*(\d{1,6})\s*(?:(?:-|–|—|to)\s*(\d{1,6}))?", re.IGNORECASE)
_WRONG = "Type the pages as 1-80, or one page as 12; nothing was recorded."


class Pages(msgspec.Struct, frozen=True):
    """Both ends included."""

    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1


def typed_pages(typed: str) -> Pages:
    """1-80, 1–80, 1 to 80, or one page. Raises RuleBroken."""
    found = _RANGE.fullmatch(typed.strip())
    if found is None:
        raise RuleBroken(_WRONG)
    pages = Pages(int(found[1]), int(found[2] or found[1]))
    if not 1 <= pages.first <= pages.last <= MOST_PAGES:
        raise RuleBroken("The first page is at least 1, and the last is not before it; nothing was recorded.")
    return pages


def typed_readers(typed: str) -> tuple[str, ...]:
    """Names with commas between them, or how many parts for nobody yet; nothing typed is one part for nobody yet.

    Raises RuleBroken.
    """
    words = typed.strip()
    names = tuple(name for name in (" ".join(one.split()) for one in words.split(",")) if name)
    if words.isdecimal():
        names = ("",) * min(int(words), MOST_PARTS + 1)
    if len(names) > MOST_PARTS:
        raise RuleBroken(f"Pages are split into at most {MOST_PARTS} parts; nothing was recorded.")
    return names or ("",)


def not_in_team(readers: Iterable[str], team: Iterable[str]) -> tuple[str, ...]:
    """Those readers, each once, whom the team's names do not hold, in small letters or large. Anybody may read."""
    known = {_folded(name) for name in team}
    return tuple(name for name in dict.fromkeys(readers) if name and _folded(name) not in known)


def told_of_strangers(names: Sequence[str]) -> str:
    """That these are not in the team, for a name typed wrong; "" where there are none."""
    if not names:
        return ""
    *others, last = [f"“{name}”" for name in names]
    if not others:
        return f"{last} is not in the team of this inspection; the reading plan has the name as it was typed."
    listed = f"{', '.join(others)} and {last}"
    return f"{listed} are not in the team of this inspection; the reading plan has the names as they were typed."


def check_within(pages: Pages, name: str, count: int) -> None:
    """Raises RuleBroken where the file `name`, of `count` pages, has not all of them; 0 is of a file nobody has counted."""
    if not count or pages.last <= count:
        return
    has = "1 page" if count == 1 else f"{count:,} pages"
    raise RuleBroken(f"“{name}” has {has}, so it has no page {pages.last:,} to read; nothing was recorded.")


def told_of_overlaps(wanted: Iterable[PlanReading], standing: Iterable[ReadingPart]) -> str:
    """Which pages of `wanted` somebody was given before, for a range typed wrong; "" where none was. Two may read the same."""
    known = [part for part in standing if part.withdrawn_at is None]
    found = [
        f"{_said(max(one.first_page, part.first_page), min(one.last_page, part.last_page))} ({part.reader or 'nobody yet'})"
        for one in wanted
        for part in known
        if part.id != one.id
        and part.entry_id == one.entry
        and one.attachment == (part.attachment_id or "")
        and one.first_page <= part.last_page
        and part.first_page <= one.last_page
    ]
    more = f" and {len(found) - _MOST_TOLD} more" if len(found) > _MOST_TOLD else ""
    told = f"{', '.join(found[:_MOST_TOLD])}{more}"
    return f"Already on the plan, and now there twice: {told}." if found else ""


def _said(first: int, last: int) -> str:
    return f"p. {first}" if first == last else f"p. {first}–{last}"


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def split_evenly(pages: Pages, parts: int) -> tuple[Pages, ...]:
    """As many parts, one after the other, none longer by more than a page than another; fewer where there are fewer pages."""
    parts = min(parts, pages.count)
    each, over = divmod(pages.count, parts)
    found: list[Pages] = []
    first = pages.first
    for part in range(parts):
        last = first + each + (part < over) - 1
        found.append(Pages(first, last))
        first = last + 1
    return tuple(found)


def planned(
    entry_id: str, pages: Pages, readers: Sequence[str], ids: Iterator[str], attachment: str = ""
) -> tuple[PlanReading, ...]:
    """What puts the pages, split evenly among the readers in their order, on the plan; `attachment` is the file they are of."""
    parts = split_evenly(pages, len(readers))
    return tuple(
        PlanReading(next(ids), entry_id, part.first, part.last, reader, attachment)
        for part, reader in zip(parts, readers, strict=False)
    )


def planned_anew(part: ReadingPart, pages: Pages) -> PlanReading:
    """The part as it would be planned, with these pages."""
    return PlanReading(part.id, part.entry_id, pages.first, pages.last, part.reader, part.attachment_id or "")


def next_state(state: ReadingState) -> ReadingState:
    """To read, reading, read, and to read again."""
    return READING_STATES[(READING_STATES.index(state) + 1) % len(READING_STATES)]


class Share(msgspec.Struct, frozen=True):
    """What one reader ("" for nobody yet) has on the plan, in pages."""

    reader: str
    read: int
    pages: int


def shares(parts: Iterable[ReadingPart]) -> tuple[Share, ...]:
    """By reader, in the order of the plan; what nobody reads yet comes last."""
    counted: dict[str, list[int]] = {}
    for part in parts:
        pages = Pages(part.first_page, part.last_page).count
        read = counted.setdefault(part.reader, [0, 0])
        read[0] += pages if part.state == "read" else 0
        read[1] += pages
    return tuple(Share(reader, *counted[reader]) for reader in sorted(counted, key=lambda name: not name))
