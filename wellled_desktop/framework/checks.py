"""What the parts of a pack must be to one another: numbered without a gap, counted, each id once, each name known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from wellled_desktop.framework.form_checks import form_problems
from wellled_desktop.framework.group_checks import group_problems
from wellled_desktop.framework.numbering import Ids, Numbering
from wellled_desktop.framework.pack import Guidance, KeyEvidence, Kloe
from wellled_desktop.framework.pack_errors import PackError
from wellled_desktop.framework.pack_files import (
    AliasesFile,
    Counts,
    FormsFile,
    GroupsFile,
    PackFile,
    RoleCardsFile,
    RolesFile,
    RoleSourcesFile,
    WrittenFile,
)
from wellled_desktop.framework.source_checks import source_problems
from wellled_desktop.framework.yaml_text import YamlText, where

Content = TypeVar("Content", bound=WrittenFile)


@dataclass(frozen=True)
class Read(Generic[Content]):
    """One file: its name, what it holds, and the lines it holds it on."""

    file: str
    content: Content
    text: YamlText

    def wrong(self, path: str, expected: str, cause: str = "") -> PackError:
        return PackError(self.file, where(self.text.line(path), path), expected, cause)

    def at(self, path: str) -> str:
        return f"{self.file}, line {self.text.line(path)}"


@dataclass(frozen=True)
class PackParts:
    first: Read[PackFile]
    roles: Read[RolesFile]
    kloes: tuple[Read[Kloe], ...]
    role_cards: Read[RoleCardsFile] | None
    aliases: Read[AliasesFile] | None
    forms: Read[FormsFile] | None
    role_sources: Read[RoleSourcesFile] | None
    groups: Read[GroupsFile] | None


def problems_in(parts: PackParts) -> Iterator[PackError]:
    """Everything that is wrong between the parts, in the order of the files; problems of one `cause` are told once."""
    ids, role_ids = Ids(), Ids()
    repeated = list(_ids_once(parts.roles, _role_places(parts.roles.content), role_ids))
    yield from repeated
    roles = set(role_ids.places) | _roles_lost(parts, set(role_ids.places), len(repeated))
    yield from _kloe_ids(parts, ids)
    for kloe in _properly_named(parts):
        yield from _numbering(kloe, parts.first.content.counts[kloe.content.id], ids)
    nodes = {one for kloe in parts.kloes for one in _all_ids(kloe.content)}
    for kloe in parts.kloes:
        yield from _known_names(kloe, roles, ids)
    yield from _named_by(parts.roles, nodes, ids)
    if parts.role_cards:
        yield from _cards(parts.role_cards, roles, _askable(parts.kloes), ids)
    if parts.aliases:
        places = [(one.term, f"$.aliases[{at}].term") for at, one in enumerate(parts.aliases.content.aliases)]
        yield from _ids_once(parts.aliases, places, Ids())
    if parts.forms:
        yield from form_problems(parts.forms.content, roles, parts.forms.wrong)
    if parts.role_sources:
        yield from source_problems(parts.role_sources.content, roles, parts.role_sources.wrong)
    if parts.groups:
        texts = _texts(read.content for read in parts.kloes)
        yield from group_problems(parts.groups.content, texts, ids.is_lost, parts.groups.wrong)


def problems_in_kloe(kloe: Read[Kloe], roles: Read[RolesFile] | None) -> Iterator[PackError]:
    """What is wrong in one KLOE by itself; the roles it names are looked up where the pack's roles are to hand."""
    ids = Ids()
    yield from _numbering(kloe, None, ids)
    yield from _known_names(kloe, {one for one, _ in _role_places(roles.content)} if roles else None, ids)


def one_a_cause(problems: Iterable[PackError]) -> list[PackError]:
    """The problems without those that say of another place what has been said."""
    told: dict[str, PackError] = {}
    for problem in problems:
        told.setdefault(problem.cause or str(problem), problem)
    return list(told.values())


def _role_places(roles: RolesFile) -> Iterator[tuple[str, str]]:
    for at, role in enumerate(roles.roles):
        yield role.id, f"$.roles[{at}].id"
    for at, named in enumerate(roles.named_in_evidence):
        yield named.id, f"$.named_in_evidence[{at}].id"


def _ids_once(read: Read[Content], places: Iterable[tuple[str, str]], ids: Ids) -> Iterator[PackError]:
    for one, path in places:
        if one in ids.places:
            problem = f"each id stands once and “{one[:60]}” stands already in {ids.places[one]}"
            yield read.wrong(path, problem)
        else:
            ids.places[one] = read.at(path)


def _roles_lost(parts: PackParts, roles: set[str], repeated: int) -> set[str]:
    """Roles that have a card and whose place in the list an id written twice may have taken."""
    cards = parts.role_cards.content.role_cards if parts.role_cards else ()
    return set([card.role for card in cards if card.role not in roles][:repeated])


def _properly_named(parts: PackParts) -> tuple[Read[Kloe], ...]:
    """The KLOEs that are counted, each id once; what is in another cannot be compared with anything."""
    first: dict[str, Read[Kloe]] = {}
    for kloe in parts.kloes:
        if kloe.content.id in parts.first.content.counts:
            first.setdefault(kloe.content.id, kloe)
    return tuple(first.values())


def _kloe_ids(parts: PackParts, ids: Ids) -> Iterator[PackError]:
    there = {kloe.content.id for kloe in parts.kloes}
    absent = [one for one in parts.first.content.counts if one not in there]
    for one in absent:
        ids.lose_kloe(one)
    for kloe in parts.kloes:
        own = kloe.content.id
        if own in ids.places:
            yield from _ids_once(kloe, [(own, "$.id")], ids)
        elif own not in parts.first.content.counts:
            instead = f" ({absent[0][:40]})" if absent else ""
            yield kloe.wrong(
                "$.id", f"a KLOE counted in {parts.first.file}{instead} was expected and “{own[:40]}” is there"
            )
        else:
            ids.places[own] = kloe.at("$.id")
            continue
        # The file is there under the wrong id, so the id that it should have is not told as missing too.
        del absent[:1]
    for one in absent:
        words = f"a KLOE file for {one[:40]} was expected and there is none"
        yield parts.first.wrong(f"$.counts.{one}", words, f"KLOE {one}")


def _numbering(kloe: Read[Kloe], wanted: Counts | None, ids: Ids) -> Iterator[PackError]:
    yield from Numbering(kloe.file, kloe.content, wanted, kloe.wrong, kloe.at, ids).problems()


def _all_ids(kloe: Kloe) -> Iterator[str]:
    yield kloe.id
    holders: tuple[Guidance | KeyEvidence, ...] = (*kloe.guidance, *kloe.evidence)
    for node in (*kloe.prompts, *holders, *kloe.references, *kloe.footnotes):
        yield node.id
    for holder in holders:
        yield from (item.id for item in holder.items)


def _known_names(kloe: Read[Kloe], roles: set[str] | None, ids: Ids) -> Iterator[PackError]:
    own = set(_all_ids(kloe.content))
    for at, evidence in enumerate(kloe.content.evidence):
        for inner, role in enumerate(evidence.roles):
            if roles is not None and role not in roles:
                yield _no_role(kloe, f"$.evidence[{at}].roles[{inner}]", role)
    for at, footnote in enumerate(kloe.content.footnotes):
        if footnote.on not in own and not ids.is_lost(footnote.on):
            path = f"$.footnotes[{at}].on"
            yield kloe.wrong(path, f"a node of {kloe.content.id} was expected and “{footnote.on[:60]}” is none")


def _texts(kloes: Iterable[Kloe]) -> dict[str, str]:
    """What can be quoted of the KLOEs, by id."""
    texts: dict[str, str] = {}
    for kloe in kloes:
        holders: tuple[Guidance | KeyEvidence, ...] = (*kloe.guidance, *kloe.evidence)
        nodes = (*kloe.prompts, *holders, *(item for one in holders for item in one.items), *kloe.references)
        texts.update((node.id, node.text) for node in nodes)
    return texts


def _no_role(read: Read[Content], path: str, role: str) -> PackError:
    return read.wrong(path, f"a role of the pack was expected and “{role[:60]}” is none", f"role {role}")


def _named_by(roles: Read[RolesFile], nodes: set[str], ids: Ids) -> Iterator[PackError]:
    for at, named in enumerate(roles.content.named_in_evidence):
        for inner, node in enumerate(named.named_by):
            if node not in nodes and not ids.is_lost(node):
                path = f"$.named_in_evidence[{at}].named_by[{inner}]"
                yield roles.wrong(path, f"a node of the pack was expected and “{node[:60]}” is none", f"node {node}")


def _askable(kloes: tuple[Read[Kloe], ...]) -> set[str]:
    """What can stand on a role card: prompts, guidance and key evidence, with their nested items."""
    ids: set[str] = set()
    for kloe in (read.content for read in kloes):
        holders: tuple[Guidance | KeyEvidence, ...] = (*kloe.guidance, *kloe.evidence)
        ids.update(one.id for one in kloe.prompts)
        ids.update(one.id for one in holders)
        ids.update(item.id for one in holders for item in one.items)
    return ids


def _cards(cards: Read[RoleCardsFile], roles: set[str], nodes: set[str], ids: Ids) -> Iterator[PackError]:
    carded: set[str] = set()
    for at, card in enumerate(cards.content.role_cards):
        path = f"$.role_cards[{at}]"
        if card.role not in roles:
            yield _no_role(cards, f"{path}.role", card.role)
        if card.role in carded:
            yield cards.wrong(f"{path}.role", f"one card a role was expected and “{card.role[:60]}” has two")
        carded.add(card.role)
        raised: set[str] = set()
        for inner, item in enumerate(card.items):
            for last, node in enumerate(item.nodes):
                where = f"{path}.items[{inner}].nodes[{last}]"
                if node not in nodes and not ids.is_lost(node):
                    words = f"a prompt, guidance or key evidence of the pack was expected and “{node[:60]}” is none"
                    yield cards.wrong(where, words, f"node {node}")
                if node in raised:
                    yield cards.wrong(where, f"each node stands once on a card and “{node[:60]}” stands twice")
                raised.add(node)
