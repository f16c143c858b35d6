"""Whether what stands in a KLOE is numbered without a gap and each id stands once: one sentence for each thing gone wrong."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from wellled_desktop.framework.pack import Guidance, KeyEvidence, Kloe, SubItem
from wellled_desktop.framework.pack_errors import PackError
from wellled_desktop.framework.pack_files import Counts

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_LETTERS = {"prompts": "", "guidance": "G", "evidence": "E", "references": "R", "footnotes": "F"}
Wrong = Callable[[str, str], PackError]


@dataclass
class Ids:
    """The ids met so far with the place of each, and those that are known to be missing, so that nobody looks for them."""

    places: dict[str, str] = field(default_factory=dict)
    _gaps: list[tuple[str, int, int]] = field(default_factory=list)
    _gone: set[str] = field(default_factory=set)

    def lose(self, prefix: str, first: int, last: int) -> None:
        self._gaps.append((prefix, first, last))

    def lose_kloe(self, kloe_id: str) -> None:
        self._gone.add(kloe_id)

    def is_lost(self, node_id: str) -> bool:
        """Whether this id, or what it stands under, is missing and has been told."""
        if node_id.partition(".")[0] in self._gone:
            return True
        for prefix, first, last in self._gaps:
            rest = node_id.removeprefix(prefix).partition(".")[0]
            if node_id.startswith(prefix) and _NUMBER.fullmatch(rest) and first <= int(rest) <= last:
                return True
        return False


@dataclass(frozen=True)
class Numbering:
    """One KLOE as it stands in its file; `wrong` makes the sentence for a path, `at` the words for where a path stands."""

    file: str
    kloe: Kloe
    wanted: Counts | None
    wrong: Wrong
    at: Callable[[str], str]
    ids: Ids

    def problems(self) -> Iterator[PackError]:
        for group, letter in _LETTERS.items():
            nodes = getattr(self.kloe, group)
            count: int | None = getattr(self.wanted, group, None)
            prefix = f"{self.kloe.id}.{letter}"
            run = _Run(self, prefix, f"$.{group}", [node.id for node in nodes], count)
            yield from run.problems()
            if group in ("guidance", "evidence"):
                yield from self._items(group, nodes, run)

    def _items(self, group: str, nodes: Sequence[Guidance | KeyEvidence], holders: "_Run") -> Iterator[PackError]:
        lost = 0
        wanted: int | None = getattr(self.wanted, f"{group}_items", None)
        there = sum(len(node.items) for node in nodes)
        spare = 1 if wanted is None else max(wanted - there, 0)
        runs: list[_Run] = []
        for at, node in enumerate(nodes):
            # What stands under a node with the wrong id has the same thing wrong, which has been told.
            if at not in holders.wrong_at:
                run = _Run(self, f"{node.id}.", f"$.{group}[{at}].items", _ids(node.items), None, spare=spare)
                yield from run.problems()
                lost += run.lost - len(run.repeated - run.in_place)
                runs.append(run)
        if wanted is not None and not holders.wrong_at and not holders.lost and wanted not in (there, there + lost):
            for run in runs:
                # Which node has lost its last items cannot be known; it may be any.
                self.ids.lose(run.prefix, run.most + 1, run.most + wanted - there - lost)
            words = f"{wanted} {group} items were expected in {self.kloe.id} and there are {there}"
            yield self.wrong(f"$.{group}", words)


def _ids(items: Sequence[SubItem]) -> list[str]:
    return [item.id for item in items]


class _Run:
    """The ids of one list, which are to be a prefix and 1, 2, 3 …; `count` is how many there should be, where that is known."""

    def __init__(
        self, numbering: Numbering, prefix: str, path: str, ids: list[str], count: int | None, *, spare: int = 1
    ) -> None:
        self.of, self.prefix, self.path, self.ids, self.count = numbering, prefix, path, ids, count
        self.present = {number for one in ids if (number := self._number(one))}
        self.most = self._likely_most(spare) if count is None else count
        self.wrong_at: set[int] = set()
        self.repeated: set[int] = set()
        self.in_place: set[int] = set()
        self.replaced: set[int] = set()
        self.lost = 0

    def problems(self) -> Iterator[PackError]:
        yield from self._one_by_one()
        yield from self._missing()

    def _likely_most(self, spare: int) -> int:
        """How many there should be where nobody counted: a number far beyond those there are is a slip, not a gap."""
        near = (number for number in self.present if number <= len(self.ids) + spare)
        return max(len(set(self.ids)), *near, 0)

    def _number(self, node_id: str) -> int:
        """The number of an id of this list; 0 for an id that is not one of it."""
        rest = node_id.removeprefix(self.prefix)
        return int(rest) if node_id.startswith(self.prefix) and _NUMBER.fullmatch(rest) else 0

    def _one_by_one(self) -> Iterator[PackError]:
        before, more, disordered = 0, False, False
        for at, node_id in enumerate(self.ids):
            path, number = f"{self.path}[{at}].id", self._number(node_id)
            repeated = node_id in self.of.ids.places
            if not repeated and 0 < number <= self.most and not self._belongs_later(at, before + 1):
                self.of.ids.places[node_id] = self.of.at(path)
                if number < before and not disordered:
                    disordered = True
                    words = f"the numbers were expected in order and “{node_id}” stands after “{self.prefix}{before}”"
                    yield self.of.wrong(path, words)
                before = number
                continue
            self.wrong_at.add(at)
            expected = before + 1
            in_its_place = expected <= self.most and expected not in self.present
            if in_its_place:
                self.in_place.add(at)
                self.replaced.add(expected)
                self.of.ids.lose(self.prefix, expected, expected)
                before = expected
            if repeated:
                self.repeated.add(at)
                stands = self.of.ids.places[node_id]
                yield self.of.wrong(path, f"each id stands once and “{node_id[:60]}” stands already in {stands}")
            elif in_its_place:
                words = f"{self.prefix}{expected} was expected in the numbering and “{node_id[:60]}” is there"
                yield self.of.wrong(path, words)
            elif not more:
                more = True
                yield self._more(path, node_id)
            if self.count is None and not (repeated or in_its_place):
                self._leave_out()

    def _belongs_later(self, at: int, expected: int) -> bool:
        """Whether this place wants an id that is nowhere, and the one that has it has a place of its own further on."""
        return expected <= self.most and expected not in self.present and self.ids[at] in self.ids[at + 1 :]

    def _more(self, path: str, node_id: str) -> PackError:
        if self.count is None:
            return self.of.wrong(path, f"a number after {self.prefix} was expected and “{node_id[:60]}” is there")
        group = self.path.removeprefix("$.")
        words = f"{self.count} {group} were expected in {self.of.kloe.id} and there are {len(self.ids)}"
        return self.of.wrong(self.path, words)

    def _leave_out(self) -> None:
        """One that was told as too many is not counted: neither as one of them, nor as a number that must be there."""
        self.lost -= 1
        self.most -= self.most not in self.present

    def _missing(self) -> Iterator[PackError]:
        after = 0
        there = sorted(number for number in self.present | self.replaced if number <= self.most)
        for number in (*there, self.most + 1):
            if number > after + 1:
                yield self._gap(after + 1, number - 1)
            after = number

    def _gap(self, first: int, last: int) -> PackError:
        self.lost += last - first + 1
        self.of.ids.lose(self.prefix, first, last)
        after = f"after {self.prefix}{first - 1}" if first > 1 else "as the first"
        if first == last:
            return PackError(self.of.file, f"{self.prefix}{first}", f"it was expected {after} and is missing")
        place = f"{self.prefix}{first} to {self.prefix}{last}"
        return PackError(self.of.file, place, f"they were expected {after} and are missing")
