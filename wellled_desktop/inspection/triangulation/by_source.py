"""What is linked to one node, weighed: what supports it, what points the other way, and what is kept apart, each by source.

An inference is never evidence, and an entry that only stands for an interview would count what was said in it twice: both are
kept apart and counted in nothing.
"""

from collections.abc import Sequence
from typing import Literal, get_args

import msgspec

from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, ServiceFinding
from wellled_desktop.inspection.triangulation.sources import SOURCES, Source

Side = Literal["supports", "other way", "apart"]
Apart = Literal["inference", "interview"]
Origin = Source | Apart
Place = tuple[Side, Origin]
LinkedRecord = LinkedLine | EvidenceEntry | ServiceFinding
SIDES: tuple[Side, ...] = get_args(Side)
ORIGINS: tuple[Origin, ...] = (*SOURCES, *get_args(Apart))


class Held(msgspec.Struct, frozen=True):
    """What one source says on one side: the newest of so many in all, newest first."""

    side: Side
    origin: Origin
    records: tuple[LinkedRecord, ...]
    in_all: int


class HeldBySource(msgspec.Struct, frozen=True):
    """All that is linked to a node, retracted things left out; `groups` by side, then in the order of the sources."""

    node: str
    groups: tuple[Held, ...] = ()

    @property
    def support(self) -> int:
        return sum(one.in_all for one in self.groups if one.side == "supports")

    @property
    def other_way(self) -> int:
        return sum(one.in_all for one in self.groups if one.side == "other way")

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that say anything, either way."""
        speaking = {one.origin for one in self.groups if one.side != "apart"}
        return tuple(source for source in SOURCES if source in speaking)


def in_order(places: Sequence[Place]) -> list[Place]:
    """What supports comes first, then what points the other way, then what is kept apart."""
    return sorted(places, key=lambda place: (SIDES.index(place[0]), ORIGINS.index(place[1])))


def nodes_of(record: LinkedRecord) -> tuple[str, ...]:
    """All the nodes that it is linked to."""
    if isinstance(record, LinkedLine):
        return record.line.tags
    if isinstance(record, EvidenceEntry):
        return record.nodes
    return (record.node,) if record.node else ()


def nodes_at(record: LinkedRecord, node: str) -> tuple[str, ...]:
    """Those of its nodes for which it stands at `node`: that node itself, or else those under it."""
    nodes = nodes_of(record)
    return (node,) if node in nodes else tuple(one for one in nodes if one.startswith(f"{node}."))


def points_other_way(record: LinkedRecord, node: str) -> bool:
    """Whether it does at `node`. An entry does for each of its nodes by itself, a line and a finding wherever they are linked."""
    if isinstance(record, LinkedLine):
        return record.line.points_other_way
    if isinstance(record, EvidenceEntry):
        return any(one in record.other_way for one in nodes_at(record, node))
    return record.points_other_way
