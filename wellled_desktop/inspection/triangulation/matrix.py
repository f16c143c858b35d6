"""The matrix: for each prompt, from which source how much supports it and how much points the other way.

Only what is linked to the prompt itself counts: what is linked to guidance or key evidence stays there.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from wellled_desktop.inspection.triangulation.proving import UnprovenClaim
from wellled_desktop.inspection.triangulation.rows import HeldRows
from wellled_desktop.inspection.triangulation.sources import SOURCES, Source, entry_source


class Cell(msgspec.Struct, frozen=True):
    support: int = 0
    other_way: int = 0

    @property
    def in_all(self) -> int:
        return self.support + self.other_way


class PromptRow(msgspec.Struct, frozen=True):
    """One prompt. `cells` has the sources that say anything; `sessions` are the numbers of those in which something of it was
    heard or seen; `speakers` how many different people are noted as saying something; `outside` that something is held on it
    which was neither heard nor seen in a session: an entry, a finding, a document read, a figure.
    """

    node: str
    cells: dict[Source, Cell] = {}
    sessions: frozenset[int] = frozenset()
    speakers: int = 0
    outside: bool = False
    unproven: tuple[UnprovenClaim, ...] = ()

    @property
    def support(self) -> int:
        return sum(cell.support for cell in self.cells.values())

    @property
    def other_way(self) -> int:
        return sum(cell.other_way for cell in self.cells.values())

    @property
    def evenness(self) -> float:
        """How far from agreeing the two sides are: from 0, all point the same way, to 1, as many on each."""
        fewer, more = sorted((self.support, self.other_way))
        return fewer / more if fewer else 0.0

    @property
    def sources_against(self) -> tuple[Source, ...]:
        """The sources of which all that there is stands on the smaller side: one document, say, against what many people said."""
        if not (self.support and self.other_way):
            return ()
        supported = self.support >= self.other_way
        return tuple(one for one, cell in self.cells.items() if not (cell.support if supported else cell.other_way))


_OUTSIDE: frozenset[Source] = frozenset(("document", "data"))


class _Gathering:
    """What is found for one prompt while the rows are gone through: a matrix of 20,000 of them takes 20 ms."""

    __slots__ = ("cells", "outside", "sessions", "speakers")

    def __init__(self) -> None:
        self.cells: dict[Source, list[int]] = {}
        self.sessions: set[int] = set()
        self.speakers: set[tuple[int, int]] = set()
        self.outside = False

    def count(self, source: Source, other_way: bool, count: int) -> None:
        self.cells.setdefault(source, [0, 0])[other_way] += count

    def row(self, node: str, unproven: Sequence[UnprovenClaim]) -> PromptRow:
        cells = {source: Cell(*self.cells[source]) for source in SOURCES if source in self.cells}
        return PromptRow(node, cells, frozenset(self.sessions), len(self.speakers), self.outside, tuple(unproven))


def matrix(
    prompts: Sequence[str], rows: HeldRows, unproven: Mapping[str, Sequence[UnprovenClaim]]
) -> tuple[PromptRow, ...]:
    """A row for each prompt, in their order, those nobody has said anything on included."""
    found = {prompt: _Gathering() for prompt in prompts}
    for line in rows.lines:
        if (prompt := found.get(line.node)) is not None:
            prompt.count(line.source, line.other_way, line.count)
            if line.source in _OUTSIDE:
                prompt.outside = True
            else:
                prompt.sessions.add(line.session)
            if line.speaker is not None:
                prompt.speakers.add((line.session, line.speaker))
    for node, source, other_way, count in _gathered(rows):
        if (prompt := found.get(node)) is not None:
            prompt.count(source, other_way, count)
            prompt.outside = True
    return tuple(one.row(node, unproven.get(node, ())) for node, one in found.items())


def _gathered(rows: HeldRows) -> Iterator[tuple[str, Source, bool, int]]:
    for entry in rows.entries:
        if (source := entry_source(entry.kind)) is not None:
            yield entry.node, source, entry.other_way, entry.count
    for finding in rows.findings:
        yield finding.node, "service-level-finding", finding.other_way, finding.count
