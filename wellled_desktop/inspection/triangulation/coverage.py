"""Coverage as advice: of each KLOE, what one would look at next, and why. The rules are those of triangulation; never a score.

Four kinds are told of a KLOE. What rests on leaders alone or on one session, and what many say and nothing has in writing, is
told of its prompt in Triangulation.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

import msgspec

from wellled_desktop.framework.pack import Kloe
from wellled_desktop.inspection.triangulation.advice import claim_without_proof, contradicted
from wellled_desktop.inspection.triangulation.sources import spoken_source
from wellled_desktop.inspection.triangulation.triangulating import Triangulated

Kind = Literal["contradicted", "one source only", "claim without proof", "nothing yet"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What is contradicted first, then what rests on little, then what is missing."""


class Point(msgspec.Struct, frozen=True):
    """One thing to look at. `about` is the prompt, or the KLOE of which some prompts have nothing yet, and `said` what is said of
    it; `node` is the prompt to go to; `session` and `line` are of the claim that is best looked at.
    """

    kind: Kind
    about: str
    said: str
    node: str
    session: str = ""
    line: str = ""

    @property
    def words(self) -> str:
        """W5.2 rests on one source (staff)."""
        return f"{self.about} {self.said}"


class KloeCoverage(msgspec.Struct, frozen=True):
    """`points` by kind, the most telling of each kind first; `held` says that something is linked to a prompt of it."""

    kloe: str
    points: tuple[Point, ...] = ()
    held: bool = False

    @property
    def kinds(self) -> tuple[Kind, ...]:
        found = {one.kind for one in self.points}
        return tuple(kind for kind in KINDS if kind in found)


def coverage(kloes: Sequence[Kloe], prompts: Iterable[Triangulated]) -> tuple[KloeCoverage, ...]:
    """Of these prompts, which are those that apply and those with something linked to them."""
    of_kloe: dict[str, list[Triangulated]] = {kloe.id: [] for kloe in kloes}
    for one in prompts:
        of_kloe[one.node.partition(".")[0]].append(one)
    return tuple(
        KloeCoverage(kloe, tuple(_points(kloe, found)), any(one.row.cells for one in found))
        for kloe, found in of_kloe.items()
    )


def most_telling(found: Iterable[KloeCoverage], of_each: int) -> tuple[tuple[KloeCoverage, Point], ...]:
    """So many of each KLOE: all that is contradicted, then one of each other kind before a second of any."""
    return tuple((kloe, point) for kloe in found for point in _most_telling(kloe.points, of_each))


def _most_telling(points: Sequence[Point], most: int) -> list[Point]:
    against = [one for one in points if one.kind == "contradicted"]
    firsts = [next((one for one in points if one.kind == kind), None) for kind in KINDS[1:]]
    chosen = [*against, *(one for one in firsts if one is not None)]
    chosen += [one for one in points if one not in chosen]
    return sorted(chosen[:most], key=points.index)


def _points(kloe: str, prompts: Sequence[Triangulated]) -> Iterator[Point]:
    for one in sorted(prompts, key=lambda one: -one.row.evenness):
        if (found := contradicted(one.row)) is not None:
            yield Point("contradicted", one.node, f"is contradicted: {found.reason.rstrip('.')}", one.node)
    for one in prompts:
        if len(one.row.cells) == 1:
            (source,) = one.row.cells
            yield Point("one source only", one.node, f"rests on one source ({spoken_source(source)})", one.node)
    for one in sorted(prompts, key=lambda one: -len(one.row.unproven)):
        if (advice := claim_without_proof(one.row)) is not None:
            yield Point("claim without proof", one.node, _claims(one), one.node, advice.session, advice.line)
    nothing = [one.node for one in prompts if not one.row.cells]
    if nothing:
        yield Point("nothing yet", kloe, _nothing(len(nothing), len(prompts)), nothing[0])


def _claims(one: Triangulated) -> str:
    first, count = one.row.unproven[0], len(one.row.unproven)
    if count == 1:
        return f"has a claim without proof ({first.ref})"
    return f"has {count} claims without proof ({first.ref} and {count - 1} more)"


def _nothing(empty: int, prompts: int) -> str:
    if empty == prompts:
        return "has nothing yet on any of its prompts" if prompts > 1 else "has nothing yet on its prompt"
    return f"has nothing yet on {empty} of {prompts} prompts"
