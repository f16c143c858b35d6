"""What a framework pack holds, as frozen structs; reading and checking one lives in `loader`, not here."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from wellled_desktop.framework.groups import Group, GroupsAsked

TrustType = Literal["acute", "mental-health", "community", "ambulance", "combined"]
TRUST_TYPES: tuple[TrustType, ...] = ("acute", "mental-health", "community", "ambulance", "combined")

EvidenceKind = Literal[
    "interview", "focus-group", "document", "data", "survey", "minutes", "policy", "plan", "strategy",
    "report", "external-review", "stakeholder-feedback", "register", "observation", "online-check", "participation",
]  # fmt: skip

SessionKind = Literal["interview", "panel", "focus-group", "observation"]

PersonSource = Literal["executive", "non-executive", "governor", "senior-leader", "staff", "public", "external"]

CardReason = Literal["named in the framework", "by subject", "board-level interview evidence"]


class Erratum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the printed wording is damaged or doubtful: what the seed prints, and what was done about it.

    `supplied` is what our text has and the print has not (the end of a cut word, a lost noun).
    """

    printed: str
    repair: str
    supplied: str | None = None
    doubt: str | None = None
    confidence: Literal["high", "medium", "low"] = "high"


class AppliesTo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The framework's own limit on a node.

    `trust_types` is empty where the limit is not one of trust type (a partnership, say): such a node is always shown,
    with its `wording`. `stated` is False where only the sense of the text implies the limit; that never hides a node.
    `implied` is a further limit, in words, that only the sense adds to a stated one.
    """

    wording: str
    trust_types: tuple[TrustType, ...] = ()
    stated: bool = True
    implied: str | None = None


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    text: str
    lines: tuple[int, ...]
    applies_to: AppliesTo | None = None
    themes: tuple[str, ...] = ()
    erratum: Erratum | None = None


class SubItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A nested guidance or key-evidence item (W4.E4.1)."""

    id: str
    text: str
    lines: tuple[int, ...]
    applies_to: AppliesTo | None = None
    themes: tuple[str, ...] = ()
    erratum: Erratum | None = None


class Guidance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    text: str
    lines: tuple[int, ...]
    items: tuple[SubItem, ...] = ()
    applies_to: AppliesTo | None = None
    themes: tuple[str, ...] = ()
    erratum: Erratum | None = None


class KeyEvidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key-evidence item; `roles` are the ids of the roles its text names."""

    id: str
    text: str
    lines: tuple[int, ...]
    kind: EvidenceKind
    items: tuple[SubItem, ...] = ()
    roles: tuple[str, ...] = ()
    applies_to: AppliesTo | None = None
    themes: tuple[str, ...] = ()
    erratum: Erratum | None = None


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    text: str
    lines: tuple[int, ...]
    note: str | None = None
    applies_to: AppliesTo | None = None
    themes: tuple[str, ...] = ()
    erratum: Erratum | None = None


class Footnote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A footnote and the node whose text carries its mark."""

    id: str
    mark: str
    on: str
    text: str
    lines: tuple[int, ...]
    erratum: Erratum | None = None


class Kloe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key line of enquiry with everything the framework says under it."""

    id: str
    question: str
    sub_heading: str
    lines: tuple[int, ...]
    prompts: tuple[Prompt, ...]
    guidance: tuple[Guidance, ...]
    evidence: tuple[KeyEvidence, ...]
    references: tuple[Reference, ...]
    footnotes: tuple[Footnote, ...] = ()
    erratum: Erratum | None = None


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person or group the framework says to interview.

    `section` is "responsibility" for the twelve senior-level responsibilities among the other interviews.
    """

    id: str
    title: str
    group: Literal["key", "other"]
    lines: tuple[int, ...]
    section: Literal["responsibility", "role"] = "role"
    remarks: str | None = None
    applies_to: AppliesTo | None = None
    erratum: Erratum | None = None


class NamedRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role that key evidence names although it is on no interview list (SIRO); the app offers it all the same."""

    id: str
    title: str
    named_by: tuple[str, ...]
    note: str


class Update(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    section: str
    pages: str
    detail: str
    lines: tuple[int, ...]
    erratum: Erratum | None = None


class Paragraph(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    lines: tuple[int, ...]
    heading: str | None = None
    applies_to: AppliesTo | None = None
    erratum: Erratum | None = None


class VersionLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The version people cite; `in_seed` is False where it comes from elsewhere, and `source` says from where."""

    label: str
    in_seed: bool
    source: str


class CardItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to raise with a role: the node's id, why it is on the card, and the words that explain it."""

    node: str
    reason: CardReason
    because: str


class RoleCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role: str
    items: tuple[CardItem, ...]


class Alias(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name in the framework and the names people use for it now (CCG, ICB); search and completion expand both ways."""

    term: str
    means: str
    now: tuple[str, ...]
    note: str | None = None


class RoleSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For whom a role speaks; `in_focus_group` where those who come to a focus group of that role speak for others."""

    role: str
    source: PersonSource
    in_focus_group: PersonSource | None = None


class FormField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of a session's form. `most` limits a list; `choices` are those of a choice.

    `kind` text is some words, list a few short lines, number a whole number, groups which of the pack's groups were heard:
    `choices` are then their ids and `labels` their titles, given by `forms` and never written in a file.
    """

    id: str
    label: str
    kind: Literal["yes-no", "number", "text", "list", "choice", "groups"]
    hint: str = ""
    choices: tuple[str, ...] = ()
    most: int | None = None
    labels: tuple[str, ...] = ()


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fields for sessions of these kinds with any of these roles; no kinds, or no roles, means all of them."""

    id: str
    title: str
    fields: tuple[FormField, ...]
    kinds: tuple[SessionKind, ...] = ()
    roles: tuple[str, ...] = ()


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole framework pack. Everything up to `roles_named_in_evidence` is the published document's.

    `reading` says how its broken form was read as a whole; `role_cards`, `aliases`, `forms`, `role_sources` and the groups
    are ours.
    """

    id: str
    title: str
    subtitle: str
    version: VersionLabel
    updates: tuple[Update, ...]
    approach: tuple[Paragraph, ...]
    interview_rules: tuple[Paragraph, ...]
    trust_type_notes: tuple[Paragraph, ...]
    guidance_notes: tuple[Paragraph, ...]
    inspection_tools: tuple[Paragraph, ...]
    roles: tuple[Role, ...]
    kloes: tuple[Kloe, ...]
    roles_named_in_evidence: tuple[NamedRole, ...] = ()
    reading: tuple[Erratum, ...] = ()
    role_cards: tuple[RoleCard, ...] = ()
    aliases: tuple[Alias, ...] = ()
    forms: tuple[Form, ...] = ()
    role_sources: tuple[RoleSource, ...] = ()
    groups: tuple[Group, ...] = ()
    groups_asked: tuple[GroupsAsked, ...] = ()


Node = Kloe | Prompt | Guidance | KeyEvidence | SubItem | Reference


def walk(pack: Pack) -> Iterator[tuple[Kloe, Node]]:
    """Every node of the tree in reading order, each with the KLOE it stands under."""
    for kloe in pack.kloes:
        yield kloe, kloe
        children: tuple[Node, ...] = (*kloe.prompts, *kloe.guidance, *kloe.evidence, *kloe.references)
        for node in children:
            yield kloe, node
            if isinstance(node, Guidance | KeyEvidence):
                for item in node.items:
                    yield kloe, item


def role_titles(pack: Pack) -> dict[str, str]:
    """The title of each role by its id, those named in evidence only (SIRO) included."""
    return {role.id: role.title for role in pack.roles} | {role.id: role.title for role in pack.roles_named_in_evidence}


def node_texts(pack: Pack) -> dict[str, str]:
    """The text of each node by its id; a KLOE's is its question."""
    return {node.id: node.question if isinstance(node, Kloe) else node.text for _, node in walk(pack)}
