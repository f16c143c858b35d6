"""What the parts of a pack must be to one another: numbered without a gap, counted, each id once, each name known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from wellled_desktop.framework.pack import Footnote, Guidance, KeyEvidence, Kloe, Prompt, Reference
from wellled_desktop.framework.pack_errors import PackError
from wellled_desktop.framework.pack_files import (
    AliasesFile,
    Counts,
    PackFile,
    RoleCardsFile,
    RolesFile,
    WrittenFile,
)
from wellled_desktop.framework.yaml_text import YamlText, where

Content = TypeVar("Content", bound=WrittenFile)
_Numbered = Prompt | Guidance | KeyEvidence | Reference | Footnote


@dataclass(frozen=True)
class Read(Generic[Content]):
    """One file: its name, what it holds, and the lines it holds it on."""

    file: str
    content: Content
    text: YamlText

    def wrong(self, path: str, expected: str) -> PackError:
        return PackError(self.file, where(self.text.line(path), path), expected)


@dataclass(frozen=True)
class PackParts:
    first: Read[PackFile]
    roles: Read[RolesFile]
    kloes: tuple[Read[Kloe], ...]
    role_cards: Read[RoleCardsFile] | None
    aliases: Read[AliasesFile] | None


@dataclass(frozen=True)
class _Place:
    """Where an id stands, and the id that its place in the numbering gives it (None where there is no numbering)."""

    id: str
    path: str
    expected: str | None = None


def problems_in(parts: PackParts) -> Iterator[PackError]:
    """Everything that is wrong between the parts, in the order of the files."""
    ids: dict[str, str] = {}
    yield from _ids_once(parts.roles, _role_places(parts.roles.content), ids)
    roles = set(ids)
    for kloe in parts.kloes:
        yield from _ids_once(kloe, _node_places(kloe.content), ids)
        yield from _known_names(kloe, roles)
    yield from _counts(parts)
    nodes = set(ids) - roles
    yield from _named_by(parts.roles, nodes)
    if parts.role_cards:
        yield from _cards(parts.role_cards, roles, _askable(parts.kloes))
    if parts.aliases:
        places = [_Place(one.term, f"$.aliases[{at}].term") for at, one in enumerate(parts.aliases.content.aliases)]
        yield from _ids_once(parts.aliases, places, {})


def _role_places(roles: RolesFile) -> Iterator[_Place]:
    for at, role in enumerate(roles.roles):
        yield _Place(role.id, f"$.roles[{at}].id")
    for at, named in enumerate(roles.named_in_evidence):
        yield _Place(named.id, f"$.named_in_evidence[{at}].id")


def _node_places(kloe: Kloe) -> Iterator[_Place]:
    yield _Place(kloe.id, "$.id")
    groups: tuple[tuple[str, str, tuple[_Numbered, ...]], ...] = (
        ("prompts", "", kloe.prompts),
        ("guidance", "G", kloe.guidance),
        ("evidence", "E", kloe.evidence),
        ("references", "R", kloe.references),
        ("footnotes", "F", kloe.footnotes),
    )
    for field, letter, nodes in groups:
        for at, node in enumerate(nodes):
            path = f"$.{field}[{at}]"
            yield _Place(node.id, f"{path}.id", f"{kloe.id}.{letter}{at + 1}")
            if isinstance(node, Guidance | KeyEvidence):
                for inner, item in enumerate(node.items):
                    yield _Place(item.id, f"{path}.items[{inner}].id", f"{node.id}.{inner + 1}")


def _ids_once(
    read: Read[Content], places: Iterator[_Place] | Sequence[_Place], seen: dict[str, str]
) -> Iterator[PackError]:
    for place in places:
        if place.id in seen:
            problem = f"each id stands once and “{place.id[:60]}” stands already in {seen[place.id]}"
            yield read.wrong(place.path, problem)
            continue
        if place.expected is not None and place.id != place.expected:
            yield read.wrong(
                place.path, f"{place.expected} was expected in the numbering and “{place.id[:60]}” is there"
            )
        line = read.text.line(place.path)
        seen[place.id] = f"{read.file}, line {line}"


def _known_names(kloe: Read[Kloe], roles: set[str]) -> Iterator[PackError]:
    own = {place.id for place in _node_places(kloe.content)}
    for at, evidence in enumerate(kloe.content.evidence):
        for inner, role in enumerate(evidence.roles):
            if role not in roles:
                path = f"$.evidence[{at}].roles[{inner}]"
                yield kloe.wrong(path, f"a role of the pack was expected and “{role[:60]}” is none")
    for at, footnote in enumerate(kloe.content.footnotes):
        if footnote.on not in own:
            path = f"$.footnotes[{at}].on"
            yield kloe.wrong(path, f"a node of {kloe.content.id} was expected and “{footnote.on[:60]}” is none")


def _counts(parts: PackParts) -> Iterator[PackError]:
    counted = {kloe.content.id: kloe for kloe in parts.kloes}
    for kloe_id, wanted in parts.first.content.counts.items():
        if kloe_id not in counted:
            yield parts.first.wrong(
                f"$.counts.{kloe_id}", f"a KLOE file for {kloe_id[:40]} was expected and there is none"
            )
            continue
        kloe = counted[kloe_id]
        for field, number in _numbers(kloe.content).items():
            expected: int = getattr(wanted, field)
            if number != expected:
                words = field.replace("_", " ")
                yield kloe.wrong(
                    f"$.{field.removesuffix('_items')}",
                    f"{expected} {words} were expected in {kloe_id} and there are {number}",
                )
    for kloe_id, kloe in counted.items():
        if kloe_id not in parts.first.content.counts:
            yield kloe.wrong("$.id", f"a KLOE counted in {parts.first.file} was expected and {kloe_id[:40]} is not")


def _numbers(kloe: Kloe) -> dict[str, int]:
    """The counts of a KLOE, under the names of the fields of Counts."""
    counts = Counts(
        prompts=len(kloe.prompts),
        guidance=len(kloe.guidance),
        evidence=len(kloe.evidence),
        references=len(kloe.references),
        guidance_items=sum(len(one.items) for one in kloe.guidance),
        evidence_items=sum(len(one.items) for one in kloe.evidence),
    )
    return {field: getattr(counts, field) for field in Counts.__struct_fields__}


def _named_by(roles: Read[RolesFile], nodes: set[str]) -> Iterator[PackError]:
    for at, named in enumerate(roles.content.named_in_evidence):
        for inner, node in enumerate(named.named_by):
            if node not in nodes:
                path = f"$.named_in_evidence[{at}].named_by[{inner}]"
                yield roles.wrong(path, f"a node of the pack was expected and “{node[:60]}” is none")


def _askable(kloes: tuple[Read[Kloe], ...]) -> set[str]:
    """What can stand on a role card: prompts, guidance and key evidence, with their nested items."""
    ids: set[str] = set()
    for kloe in (read.content for read in kloes):
        holders: tuple[Guidance | KeyEvidence, ...] = (*kloe.guidance, *kloe.evidence)
        ids.update(one.id for one in kloe.prompts)
        ids.update(one.id for one in holders)
        ids.update(item.id for one in holders for item in one.items)
    return ids


def _cards(cards: Read[RoleCardsFile], roles: set[str], nodes: set[str]) -> Iterator[PackError]:
    carded: set[str] = set()
    for at, card in enumerate(cards.content.role_cards):
        path = f"$.role_cards[{at}]"
        if card.role not in roles:
            yield cards.wrong(f"{path}.role", f"a role of the pack was expected and “{card.role[:60]}” is none")
        if card.role in carded:
            yield cards.wrong(f"{path}.role", f"one card a role was expected and “{card.role[:60]}” has two")
        carded.add(card.role)
        raised: set[str] = set()
        for inner, item in enumerate(card.items):
            for last, node in enumerate(item.nodes):
                where = f"{path}.items[{inner}].nodes[{last}]"
                if node not in nodes:
                    yield cards.wrong(
                        where, f"a prompt, guidance or key evidence of the pack was expected and “{node[:60]}” is none"
                    )
                if node in raised:
                    yield cards.wrong(where, f"each node stands once on a card and “{node[:60]}” stands twice")
                raised.add(node)
