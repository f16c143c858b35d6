"""Which source a line or an evidence entry comes from: one of eleven, or none.

People count by the role they speak in, as the pack's `role_sources` say. What the inspectors saw, read or counted is a source
of its own kind, and what they infer is none.
"""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from wellled_desktop.framework.pack import NamedRole, Pack, PersonSource, Role, RoleSource
from wellled_desktop.inspection.words import UNSPOKEN, LineType, SessionKind, SourceKind, Voice

Source = Literal[
    "executive", "non-executive", "governor", "senior-leader", "staff", "public", "external",
    "document", "data", "observation", "service-level-finding",
]  # fmt: skip
SOURCES: tuple[Source, ...] = get_args(Source)
PEOPLE: frozenset[Source] = frozenset(get_args(PersonSource))
LEADERS: frozenset[Source] = frozenset(("executive", "non-executive", "senior-leader"))
WRITTEN: frozenset[Source] = frozenset(("document", "data", "external", "service-level-finding"))
"""What stands written or counted somewhere: an external source is a report or a letter as often as a voice."""

RoleSources = Mapping[str, RoleSource]

# An entry that stands for an interview is none: what was said there is in the session's lines, and would count twice.
_OF_ENTRIES: dict[SourceKind, Source | None] = {
    "document": "document",
    "minutes": "document",
    "policy": "document",
    "other": "document",
    "data": "data",
    "survey": "data",
    "observation": "observation",
    "service-level-finding": "service-level-finding",
    "external": "external",
    "interview": None,
}
# Whoever spoke, or none did.
_OF_TYPES: dict[LineType, Source | None] = {"inference": None, "seen": "observation", "read": "document"}
_STAFF_WORDS = ("staff", "consultant", "speak up", "working hours")
_NON_EXECUTIVE_WORDS = ("non-exec", "chair")
_BOARD = "siro"


class Attribution(msgspec.Struct, frozen=True):
    """What of a line says where it comes from. `role` is the speaker's; `voice` speaks where nobody in particular does."""

    line_type: LineType
    role: str | None
    voice: Voice | None
    kind: SessionKind
    session_roles: tuple[str, ...]


def spoken_source(source: Source) -> str:
    """As people say it: senior leader, service-level finding."""
    return (
        "service-level finding"
        if source == "service-level-finding"
        else source.replace("senior-leader", "senior leader")
    )


def role_sources(pack: Pack) -> RoleSources:
    """For whom each role of the pack speaks; for a pack without that, as `guessed_source` has it."""
    given = {one.role: one for one in pack.role_sources}
    roles: tuple[Role | NamedRole, ...] = (*pack.roles, *pack.roles_named_in_evidence)
    return {role.id: given.get(role.id) or guessed_source(role) for role in roles}


def guessed_source(role: Role | NamedRole) -> RoleSource:
    """For a pack pinned before packs had sources: by the words of the role's title, then by its list.

    Governors are governors; staff, consultants and the two guardians are staff; chairs and non-executives are non-executive;
    everybody else on the list of key interviews, and the SIRO, is executive, and on the other list a senior leader, whose
    focus group is one of staff unless it is of directors or leaders.
    """
    title = role.title.casefold()
    key = isinstance(role, Role) and role.group == "key"
    if "governor" in title:
        return RoleSource(role.id, "governor")
    if any(word in title for word in _STAFF_WORDS):
        return RoleSource(role.id, "staff")
    if any(word in title for word in _NON_EXECUTIVE_WORDS):
        return RoleSource(role.id, "non-executive")
    if key or role.id == _BOARD:
        return RoleSource(role.id, "executive")
    return RoleSource(role.id, "senior-leader", None if "director" in title or "leaders" in title else "staff")


def source_of_role(sources: RoleSources, role: str, kind: SessionKind) -> PersonSource:
    """A focus group of a role may be one of other people than the role's holders: nurses, not heads of nursing."""
    found = sources[role]
    return (found.in_focus_group or found.source) if kind == "focus-group" else found.source


def line_source(sources: RoleSources, line: Attribution) -> Source | None:
    """None for an inference.

    What somebody said, figures among it, is of the speaker's role; of nobody in particular, it is of the first of the session's
    roles, and in an observation it was observed, as silence is everywhere.
    """
    if line.line_type in _OF_TYPES:
        return _OF_TYPES[line.line_type]
    if line.role is not None:
        return source_of_role(sources, line.role, line.kind)
    if line.line_type == "data":
        return "data"
    if line.kind == "observation" or line.voice in UNSPOKEN:
        return "observation"
    return source_of_role(sources, line.session_roles[0], line.kind)


def entry_source(kind: SourceKind) -> Source | None:
    """None for an entry that only stands for an interview."""
    return _OF_ENTRIES[kind]
