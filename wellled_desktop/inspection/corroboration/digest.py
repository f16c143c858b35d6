"""What a day brought for one KLOE, in a digest: how many by source, and which are told first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import msgspec

from wellled_desktop.inspection.triangulation.sources import SOURCES, Source, spoken_source
from wellled_desktop.inspection.words import Weight


class FreshLine(msgspec.Struct, frozen=True):
    """A line of the day that is a claim, a concern or a strength."""

    id: str
    source: Source
    claim: bool
    weight: Weight


class NewToday(msgspec.Struct, frozen=True):
    """`lines` are the ids of the lines, those to be told first at the beginning; `entries` those of the evidence received."""

    sources: tuple[tuple[Source, int], ...]
    concerns: int
    strengths: int
    claims: int
    lines: tuple[str, ...]
    entries: tuple[str, ...]

    @property
    def mark(self) -> str:
        lines = sum(count for _, count in self.sources)
        return f"{lines} lines, {len(self.entries)} entries"

    @property
    def in_words(self) -> str:
        """2 concerns, 1 strength and 1 claim: 3 staff, 1 executive. 1 evidence entry received."""
        marks = (
            _count(self.concerns, "concern", "concerns"),
            _count(self.strengths, "strength", "strengths"),
            _count(self.claims, "claim", "claims"),
        )
        said = []
        if self.sources:
            sources = ", ".join(f"{count} {spoken_source(source)}" for source, count in self.sources)
            said.append(f"{', '.join(mark for mark in marks if mark)}; by source: {sources}.")
        if self.entries:
            said.append(f"{_count(len(self.entries), 'evidence entry', 'evidence entries')} received.")
        return " ".join(said)


def digest(lines: Sequence[FreshLine], entries: Sequence[str]) -> NewToday | None:
    """Of lines newest first; None of nothing. A line linked to several nodes is given once for each, and counts once."""
    found = tuple({line.id: line for line in lines}.values())
    if not found and not entries:
        return None
    counts = Counter(line.source for line in found)
    return NewToday(
        sources=tuple((source, counts[source]) for source in SOURCES if counts[source]),
        concerns=sum(line.weight == "concern" for line in found),
        strengths=sum(line.weight == "strength" for line in found),
        claims=sum(line.claim for line in found),
        lines=tuple(line.id for line in _in_turn(found)),
        entries=tuple(dict.fromkeys(entries)),
    )


def _in_turn(lines: Sequence[FreshLine]) -> Iterable[FreshLine]:
    """Concerns first, of each source in turn, so that the loudest does not take all the room."""
    by_source: dict[Source, list[FreshLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: one.weight != "concern"):
        by_source[line.source].append(line)
    return (line for turn in zip_longest(*by_source.values()) for line in turn if line is not None)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""
