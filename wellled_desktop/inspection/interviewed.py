"""Which of the roles that an interview item of the key evidence asks for were interviewed. Advice: nothing is ticked by it.

An item asks for the roles its own words name, and, where it asks for board members, for the board's: those executives and
non-executives on whose role card it stands. Senior managers are many and differ between trusts, so those are not counted
unless they are named.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from wellled_desktop.framework.pack import KeyEvidence, Pack
from wellled_desktop.inspection.triangulation.sources import role_sources
from wellled_desktop.inspection.words import SessionKind

BOARD = frozenset(("executive", "non-executive"))
INTERVIEWS: frozenset[SessionKind] = frozenset(("interview", "panel"))
"""A focus group is one of other people than the role's holders as often as not, and an observation asks nobody."""


class HeldSession(msgspec.Struct, frozen=True):
    """A session that took place and whom it was with, by role: those planned, without those who were taken off its list."""

    id: str
    ref: str
    kind: SessionKind
    roles: tuple[str, ...]


class Interviewed(msgspec.Struct, frozen=True):
    """Of the roles an item asks for, those interviewed, each with its sessions, and those not yet; both in the item's order."""

    node: str
    held: tuple[tuple[str, tuple[HeldSession, ...]], ...]
    not_yet: tuple[str, ...]

    @property
    def asked(self) -> int:
        return len(self.held) + len(self.not_yet)

    @property
    def complete(self) -> bool:
        return not self.not_yet


def roles_asked(pack: Pack, applies: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """For each interview item that asks for any: the roles, those it names first; without what does not apply to the trust."""
    on_cards = _board_roles(pack)
    asked: dict[str, tuple[str, ...]] = {}
    for kloe in pack.kloes:
        for item in kloe.evidence:
            if item.kind == "interview" and applies(item.id):
                asked[item.id] = tuple(role for role in _roles_of(item, on_cards) if applies(role))
    return {node: roles for node, roles in asked.items() if roles}


def _roles_of(item: KeyEvidence, on_cards: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*item.roles, *on_cards.get(item.id, ()))))


def _board_roles(pack: Pack) -> dict[str, list[str]]:
    """By item: the board's roles on whose card it stands because it asks for interviews with board members."""
    sources = role_sources(pack)
    found: dict[str, list[str]] = {}
    for card in pack.role_cards:
        if card.role in sources and sources[card.role].source in BOARD:
            for item in card.items:
                if item.reason == "board-level interview evidence":
                    found.setdefault(item.node, []).append(card.role)
    return found


def interviewed(asked: Mapping[str, Sequence[str]], sessions: Iterable[HeldSession]) -> dict[str, Interviewed]:
    """How far each item of `roles_asked` is."""
    with_role: dict[str, list[HeldSession]] = {}
    for session in sessions:
        if session.kind in INTERVIEWS:
            for role in dict.fromkeys(session.roles):
                with_role.setdefault(role, []).append(session)
    return {
        node: Interviewed(
            node,
            tuple((role, tuple(with_role[role])) for role in roles if role in with_role),
            tuple(role for role in roles if role not in with_role),
        )
        for node, roles in asked.items()
    }
