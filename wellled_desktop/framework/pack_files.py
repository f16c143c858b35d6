"""The files a pack is written in, as msgspec reads them; what a pack holds once read is in `pack`."""

import msgspec

from wellled_desktop.framework.groups import Group, GroupsAsked
from wellled_desktop.framework.pack import (
    Alias,
    CardItem,
    CardReason,
    Erratum,
    Form,
    Kloe,
    NamedRole,
    Paragraph,
    Role,
    RoleCard,
    RoleSource,
    Update,
    VersionLabel,
)


class Counts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many nodes a KLOE has, as counted by hand: a node lost from a file is noticed."""

    prompts: int
    guidance: int
    evidence: int
    references: int
    guidance_items: int = 0
    evidence_items: int = 0


class FileNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    roles: str
    kloes: tuple[str, ...]
    role_cards: str | None = None
    aliases: str | None = None
    forms: str | None = None
    role_sources: str | None = None
    groups: str | None = None


class PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`pack.yaml`: what the document says outside its KLOEs, which files hold the rest, and how much is in them."""

    id: str
    title: str
    subtitle: str
    version: VersionLabel
    files: FileNames
    counts: dict[str, Counts]
    updates: tuple[Update, ...]
    approach: tuple[Paragraph, ...]
    interview_rules: tuple[Paragraph, ...]
    trust_type_notes: tuple[Paragraph, ...]
    guidance_notes: tuple[Paragraph, ...]
    inspection_tools: tuple[Paragraph, ...]
    reading: tuple[Erratum, ...] = ()


class RolesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    roles: tuple[Role, ...]
    named_in_evidence: tuple[NamedRole, ...] = ()


class Raised(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nodes that are on a card for one reason."""

    nodes: tuple[str, ...]
    reason: CardReason
    because: str


class WrittenCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role: str
    items: tuple[Raised, ...]

    def card(self) -> RoleCard:
        items = [CardItem(node, one.reason, one.because) for one in self.items for node in one.nodes]
        return RoleCard(self.role, tuple(items))


class RoleCardsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role_cards: tuple[WrittenCard, ...]


class AliasesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    aliases: tuple[Alias, ...]


class FormsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    forms: tuple[Form, ...]


class RoleSourcesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role_sources: tuple[RoleSource, ...]


class GroupsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[Group, ...]
    groups_asked: tuple[GroupsAsked, ...] = ()


WrittenFile = PackFile | RolesFile | Kloe | RoleCardsFile | AliasesFile | FormsFile | RoleSourcesFile | GroupsFile
