"""The lines of a day, each in full once: under the first node of the framework it is linked to, and by id elsewhere."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from wellled_desktop.framework.local import marked
from wellled_desktop.framework.pack import Guidance, KeyEvidence, Kloe, Node, Pack, Prompt, Reference, SubItem, walk
from wellled_desktop.inspection.read_models import LineVersion, NoteLine
from wellled_desktop.inspection.retraction import Restoration, Retraction
from wellled_desktop.inspection.speaking import spoken_after_sign_off, spoken_marks, spoken_voice
from wellled_desktop.inspection.words import UNSPOKEN
from wellled_desktop.reports.blocks import (
    Block,
    Earlier,
    Heading,
    Line,
    NodeHeading,
    Pointer,
    Pointers,
    SmallHeading,
    Words,
)
from wellled_desktop.reports.people import People
from wellled_desktop.reports.wording import (
    LINE_TYPE,
    clock,
    count,
    date_and_time,
    how_long,
    in_zone,
    listed,
    sentence_case,
)

INFERENCE = "Inspector\u2019s inference, not evidence"
RESTORED = "Retracted and restored"
NOT_LINKED = "not-linked"
_CLAIM = "Claim, to be proved"
_NOBODY_SPOKE = frozenset(map(spoken_voice, UNSPOKEN))


class Linked(msgspec.Struct):
    """What stands under one node: lines in full, and lines that are in full elsewhere with that other node's id."""

    lines: list[NoteLine] = msgspec.field(default_factory=list)
    elsewhere: list[tuple[NoteLine, str]] = msgspec.field(default_factory=list)


def link_lines(pack: Pack, lines: Sequence[NoteLine]) -> tuple[dict[str, Linked], list[NoteLine]]:
    """For each node what stands under it, and the lines linked to nothing. Every line is in full in exactly one place."""
    position = {node.id: number for number, (_, node) in enumerate(walk(pack))}
    linked: dict[str, Linked] = defaultdict(Linked)
    unlinked: list[NoteLine] = []
    for line in lines:
        nodes = sorted(position.keys() & set(line.tags), key=position.__getitem__)
        if not nodes:
            unlinked.append(line)
            continue
        home, *others = nodes
        linked[home].lines.append(line)
        for node in others:
            linked[node].elsewhere.append((line, home))
    return linked, unlinked


class DayLines:
    """Turns note lines into blocks: the wording of types, marks, amendments and retractions."""

    def __init__(
        self,
        pack: Pack,
        people: People,
        amended: Sequence[LineVersion],
        retractions: Sequence[Retraction],
        *,
        sign: bool,
    ) -> None:
        """`sign` says on each line who wrote it: for a report of more than one inspector."""
        self._parents = parents(pack)
        self._people = people
        self._sign = sign
        self._versions: dict[str, list[LineVersion]] = defaultdict(list)
        for version in amended:
            self._versions[version.line_id].append(version)
        self._retractions: dict[str, list[Retraction]] = defaultdict(list)
        for retraction in retractions:
            self._retractions[retraction.line_id].append(retraction)

    def kloes(self, pack: Pack, linked: dict[str, Linked]) -> Iterator[Block]:
        """Every KLOE with something under it, in the framework's order; one sentence names the others."""
        for kloe in pack.kloes:
            blocks = list(self._kloe(kloe, linked))
            if blocks:
                here = [line for node in _nodes(pack, kloe) if node.id in linked for line in linked[node.id].lines]
                yield Heading(kloe.sub_heading, kloe.id, kloe.id, kloe.question, count(len(here), "line"))
                yield from _other_way(here)
                yield from blocks

    def not_linked(self, lines: Sequence[NoteLine]) -> Iterator[Block]:
        if lines:
            title = "Not yet linked to the framework"
            yield Heading(title, NOT_LINKED, standing="In the order written.", aside=count(len(lines), "line"))
            yield from self._in_full(lines)

    def _kloe(self, kloe: Kloe, linked: dict[str, Linked]) -> Iterator[Block]:
        sections: tuple[tuple[str, tuple[Node, ...]], ...] = (
            ("The key line of enquiry as a whole", (kloe,)),
            ("Prompts", kloe.prompts),
            ("Trust-level guidance", _with_items(kloe.guidance)),
            ("Key evidence", _with_items(kloe.evidence)),
            ("Professional standards and good practice", kloe.references),
        )
        for title, nodes in sections:
            used = [node for node in nodes if node.id in linked]
            if used:
                yield SmallHeading(title)
            for node in used:
                yield from self._node(node, linked[node.id])

    def _node(self, node: Node, linked: Linked) -> Iterator[Block]:
        if not isinstance(node, Kloe):
            yield NodeHeading(
                node.id, marked(node.id, node.text), _node_anchor(node.id), self._parents.get(node.id, "")
            )
        yield from self._in_full(linked.lines)
        if linked.elsewhere:
            yield Pointers("Also linked here, and printed in full elsewhere:", tuple(map(_pointer, linked.elsewhere)))

    def _in_full(self, lines: Sequence[NoteLine]) -> Iterator[Block]:
        """What was said, seen, read or counted; then, apart and labelled, what an inspector inferred."""
        for line in lines:
            if line.line_type != "inference":
                yield self.block(line)
        inferred = [line for line in lines if line.line_type == "inference"]
        if inferred:
            yield SmallHeading(INFERENCE)
            yield from (self.block(line) for line in inferred)

    def block(self, line: NoteLine) -> Line:
        """One line as it prints."""
        return Line(
            ref=line.ref,
            anchor=line_anchor(line),
            time=clock(line.local_time),
            text=line.text,
            said=self.said(line),
            marks=marks(line),
            notes=tuple(self._notes(line)),
            earlier=self._earlier(line),
            retracted=self._retracted(line),
            inference=line.line_type == "inference",
        )

    def said(self, line: NoteLine) -> str:
        """The type of the line, and by whom: "Said by Chief executive"."""
        kind = INFERENCE if line.line_type == "inference" else LINE_TYPE[line.line_type]
        return _said(kind, self._people.speaker(line.speaker))

    def _notes(self, line: NoteLine) -> Iterator[str]:
        yield from late_notes(line)
        if self._sign:
            yield f"Noted by {line.author}"
        if len(line.tags) > 1:
            yield f"Linked to {listed(line.tags)}"
        if line.retracted_at is None and line.id in self._retractions:
            yield RESTORED

    def _retracted(self, line: NoteLine) -> str | None:
        if line.retracted_at is None:
            return None
        standing = [one for one in self._retractions.get(line.id, []) if one.restored is None]
        by = f" by {standing[-1].author}" if standing else ""
        when = date_and_time(in_zone(line.retracted_at, line.zone_minutes))
        return f"Retracted on {when}{by}. Reason: {line.retraction_reason}"

    def _earlier(self, line: NoteLine) -> tuple[Earlier, ...]:
        """What was done to the line since it was written, in the order in which it was done."""
        dated = sorted((*self._amendments(line), *self._undone(line)), key=lambda one: one[0])
        return tuple(earlier for _, earlier in dated)

    def _undone(self, line: NoteLine) -> Iterator[tuple[dt.datetime, Earlier]]:
        """Retractions that were taken back, each with its restoration."""
        for retraction in self._retractions.get(line.id, []):
            if retraction.restored is not None:
                yield retraction.at, Earlier(_act("Retracted", retraction, line))
                yield retraction.restored.at, Earlier(_act("Restored", retraction.restored, line))

    def _amendments(self, line: NoteLine) -> Iterator[tuple[dt.datetime, Earlier]]:
        """Fields changed in one go are separate versions in the record; here they are one amendment."""
        versions = self._versions.get(line.id, [])
        first_of_each = [
            version
            for before, version in zip([None, *versions], versions, strict=False)
            if before is None or (before.changed_at, before.reason) != (version.changed_at, version.reason)
        ]
        after: list[LineVersion | NoteLine] = [*first_of_each[1:], line]
        for version, next_version in zip(first_of_each, after, strict=False):
            when = date_and_time(in_zone(version.changed_at, line.zone_minutes))
            change = f"Amended on {when} by {version.author}. Reason: {version.reason}"
            yield version.changed_at, Earlier(change, self._before(version, next_version))

    def _before(self, version: LineVersion, after: LineVersion | NoteLine) -> str:
        """What the amendment changed, as it was; the words always, when they changed."""
        parts = []
        if version.line_type != after.line_type or version.speaker != after.speaker:
            was = _said(LINE_TYPE[version.line_type], self._people.speaker(version.speaker))
            parts.append(f"Before: {was[:1].lower()}{was[1:]}.")
        if version.text != after.text:
            parts.append(f"Before: {version.text}")
        return "\n".join(parts) or "The words, type and speaker are as they were before."


def parents(pack: Pack) -> dict[str, str]:
    """For each nested item the text that introduces it; "autism?" says nothing without "Does the service have a lead for"."""
    items = (node for _, node in walk(pack) if isinstance(node, Guidance | KeyEvidence))
    return {item.id: node.text.rstrip(" :") for node in items for item in node.items}


def marks(line: NoteLine) -> tuple[str, ...]:
    return tuple(_CLAIM if mark == "claim" else sentence_case(mark) for mark in spoken_marks(line))


def _other_way(lines: Sequence[NoteLine]) -> Iterator[Words]:
    """Said at once, so that nobody reads on without it."""
    against = [line.ref for line in lines if line.points_other_way and line.retracted_at is None]
    if against:
        points = "points" if len(against) == 1 else "point"
        yield Words(f"{listed(against)} {points} the other way.", quiet=True)


def line_anchor(line: NoteLine) -> str:
    return f"line-{line.session_number}-{line.number}"


def without_lines(pack: Pack, linked: dict[str, Linked], day: str) -> str:
    """A sentence on the KLOEs with nothing linked to them that day: a fact and no more, for coverage is advice."""
    empty = [kloe.id for kloe in pack.kloes if not any(node.id in linked for node in _nodes(pack, kloe))]
    return f"No lines of {day} are linked to {listed(empty)}." if empty else ""


def late_notes(line: NoteLine) -> tuple[str, ...]:
    """What no reader may miss of when a line was written: how long after its session, from paper, after the sign-off."""
    return tuple(note for note in (_delay(line), sentence_case(spoken_after_sign_off(line))) if note)


def _delay(line: NoteLine) -> str:
    minutes = line.written_after_end_minutes
    late = "" if minutes is None else f"written {how_long(minutes)} after the session ended"
    paper = "from handwritten notes" if line.from_handwritten_notes else ""
    return sentence_case(", ".join(part for part in (paper, late) if part))


def _act(what: str, act: Retraction | Restoration, line: NoteLine) -> str:
    return f"{what} on {date_and_time(in_zone(act.at, line.zone_minutes))} by {act.author}. Reason: {act.reason}"


def _said(kind: str, speaker: str) -> str:
    if not speaker:
        return kind
    if speaker in _NOBODY_SPOKE:
        return f"{kind}: {speaker}"
    return f"{kind} by {speaker}" if kind == "Said" else f"{kind}, {speaker}"


def _nodes(pack: Pack, kloe: Kloe) -> list[Node]:
    return [node for under, node in walk(pack) if under.id == kloe.id]


def _with_items(nodes: Sequence[Prompt | Reference | SubItem | Node]) -> tuple[Node, ...]:
    """The nodes, each followed by its nested items."""
    return tuple(one for node in nodes for one in (node, *getattr(node, "items", ())))


def _pointer(elsewhere: tuple[NoteLine, str]) -> Pointer:
    line, home = elsewhere
    place = f"{home}, inference" if line.line_type == "inference" else home
    return Pointer(line.ref, f"{place}, retracted" if line.retracted_at else place, line_anchor(line))


def _node_anchor(node: str) -> str:
    return f"node-{node}"
