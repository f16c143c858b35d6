"""What to raise with a role, in framework order, each with the reason it is on the card; the cards themselves are data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wellled_desktop.framework.local import is_local
from wellled_desktop.framework.pack import CardItem, CardReason, Guidance, KeyEvidence, Kloe, Pack, Prompt
from wellled_desktop.framework.scope import Scope

CardKind = Literal["prompt", "guidance", "evidence"]
EntryReason = CardReason | Literal["added by the team"]
_STRONGEST_FIRST: tuple[CardReason, ...] = ("named in the framework", "by subject", "board-level interview evidence")
_OWN_QUESTION = "A question of the team's own (local)."


@dataclass(frozen=True)
class CardEntry:
    """One line of a role card. `text` of a nested item is led by the words of the item it stands under, and that of an item
    that ends in a colon is followed by those of its nested ones.
    """

    node: str
    kind: CardKind
    text: str
    reason: EntryReason
    because: str
    roles: tuple[str, ...]


def card_for(pack: Pack, roles: Sequence[str], scope: Scope | None = None) -> tuple[CardEntry, ...]:
    """The card for a session with these roles: a node that several of them raise stands once, with its strongest reason.

    With a scope, what does not apply to the trust is left out. The team's own questions stand on every card that there is.
    """
    raised: dict[str, list[tuple[str, CardItem]]] = {}
    cards = {card.role: card for card in pack.role_cards}
    for role in dict.fromkeys(roles):
        for item in cards[role].items if role in cards else ():
            raised.setdefault(item.node, []).append((role, item))
    of_all = tuple(role for role in dict.fromkeys(roles) if role in cards) if raised else ()
    return tuple(
        _entry(node, kind, text, raised[node]) if node in raised else _own_question(node, text, of_all)
        for node, kind, text in _in_order(pack)
        if (node in raised or (of_all and is_local(node) and kind == "prompt")) and _applies(node, scope)
    )


def _applies(node: str, scope: Scope | None) -> bool:
    return scope is None or scope.applies(node)


def _own_question(node: str, text: str, roles: tuple[str, ...]) -> CardEntry:
    return CardEntry(node, "prompt", text, "added by the team", _OWN_QUESTION, roles)


def _entry(node: str, kind: CardKind, text: str, raised: list[tuple[str, CardItem]]) -> CardEntry:
    strongest = min(raised, key=lambda one: _STRONGEST_FIRST.index(one[1].reason))[1]
    because = dict.fromkeys((strongest.because, *(item.because for _, item in raised)))
    return CardEntry(node, kind, text, strongest.reason, " ".join(because), tuple(role for role, _ in raised))


def _in_order(pack: Pack) -> Iterator[tuple[str, CardKind, str]]:
    for kloe in pack.kloes:
        yield from _of_kloe(kloe)


def _of_kloe(kloe: Kloe) -> Iterator[tuple[str, CardKind, str]]:
    nodes: tuple[Prompt | Guidance | KeyEvidence, ...] = (*kloe.prompts, *kloe.guidance, *kloe.evidence)
    for node in nodes:
        kind = _kind(node)
        items = node.items if isinstance(node, Guidance | KeyEvidence) else ()
        yield node.id, kind, _whole(node.text, [item.text for item in items])
        for item in items:
            yield item.id, kind, f"{node.text.rstrip(':')}: {item.text}"


def _whole(stem: str, items: Sequence[str]) -> str:
    """A question whose end stands in its items is asked with them: “… the needs of patients with a: dementia; autism”."""
    return f"{stem} {'; '.join(item.rstrip(';,. ') for item in items)}" if items and stem.endswith(":") else stem


def _kind(node: Prompt | Guidance | KeyEvidence) -> CardKind:
    if isinstance(node, Prompt):
        return "prompt"
    return "guidance" if isinstance(node, Guidance) else "evidence"
