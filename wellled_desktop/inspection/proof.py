"""Which key evidence could prove a claim: proposed from its tags, its speaker's role and its words. Pure advice."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

import msgspec

from wellled_desktop.framework.pack import KeyEvidence, Pack
from wellled_desktop.framework.scope import Scope

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON_WORDS = (
    "about after again also been before being board both could does each every from have here into just more most much "
    "only other over same says said some such than that their them then there these they this those through trust very "
    "were what when where which while will with within would your well"
)
_COMMON = frozenset(_COMMON_WORDS.split())
# An interview cannot prove what was claimed in one; a paper or a figure can.
_PROVING = frozenset(
    {"document", "data", "survey", "minutes", "policy", "plan", "strategy", "report", "external-review", "register"}
)
_NEAR = 2.0
"""The score of an item with a word in common: with one of those there, mere neighbours are left out."""


class Proof(msgspec.Struct, frozen=True):
    """A key-evidence item that could prove a claim, and why it is proposed.

    `speaks_of_it` is False for a mere neighbour: the line is not linked to it, and they have no word in common.
    """

    node: str
    text: str
    why: str
    speaks_of_it: bool = True


class ProvingItem(msgspec.Struct, frozen=True):
    """A key-evidence item that a claim may be proved by, its KLOE and its telling words."""

    kloe: str
    item: KeyEvidence
    words: frozenset[str]


def proof_for(
    pack: Pack, scope: Scope, text: str, tags: Sequence[str], *, role: str | None, limit: int = 5
) -> tuple[Proof, ...]:
    """The likeliest items first: those that speak of what the claim speaks of; where none does, those under its tags' KLOEs."""
    return likeliest(proving_items(pack, scope), text, tags, role=role, limit=limit)


def proving_items(pack: Pack, scope: Scope) -> tuple[ProvingItem, ...]:
    """The key evidence that applies and could prove something, in the framework's order."""
    return tuple(
        ProvingItem(kloe.id, item, _item_words(_all_text(item)))
        for kloe in pack.kloes
        for item in kloe.evidence
        if item.kind in _PROVING and scope.applies(item.id)
    )


def likeliest(
    items: Sequence[ProvingItem], text: str, tags: Sequence[str], *, role: str | None, limit: int = 5
) -> tuple[Proof, ...]:
    """As `proof_for`, among these: for one who asks of hundreds of claims."""
    kloes = {tag.split(".")[0] for tag in tags}
    words = telling_words(text)
    scored: list[tuple[float, ProvingItem]] = []
    for one in items:
        score = len(words & one.words) * 2.0 + (1.5 if one.kloe in kloes else 0)
        if role and role in one.item.roles:
            score += 1
        if one.item.id in tags:
            score += 10
        if score >= 1.5:
            scored.append((score, one))
    scored.sort(key=itemgetter(0), reverse=True)  # stable: those alike stay in the framework's order
    near = [one for one in scored if one[0] >= _NEAR]
    spelled = {word.rstrip("s"): word for word in reversed(_words(text))}
    return tuple(_proof(one, kloes, spelled, tags, role) for _, one in (near or scored)[:limit])


def _proof(
    one: ProvingItem, kloes: Collection[str], spelled: Mapping[str, str], tags: Sequence[str], role: str | None
) -> Proof:
    """`spelled` are the claim's telling words as they are written."""
    shared = [spelled[word] for word in sorted(one.words & spelled.keys())]
    why = _why(one.item, one.kloe in kloes, shared, tags, role)
    return Proof(one.item.id, one.item.text, why, bool(shared) or one.item.id in tags)


def _why(item: KeyEvidence, same_kloe: bool, shared: Sequence[str], tags: Sequence[str], role: str | None) -> str:
    if item.id in tags:
        return "Linked to the line."
    reasons = []
    if shared:
        reasons.append(f"Speaks of {', '.join(shared[:3])}.")
    if role and role in item.roles:
        reasons.append("Names the speaker's role.")
    if same_kloe:
        reasons.append(f"Key evidence of {item.id.split('.')[0]}, which the line is linked to.")
    return " ".join(reasons)


def _all_text(item: KeyEvidence) -> str:
    return " ".join((item.text, *(one.text for one in item.items)))


@lru_cache(maxsize=1_024)
def _item_words(text: str) -> frozenset[str]:
    """The framework's own texts, again and again while one types."""
    return telling_words(text)


def telling_words(text: str) -> frozenset[str]:
    """The words of four letters and more, without the commonest, a plural's s taken off."""
    return frozenset(word.rstrip("s") for word in _words(text))


def _words(text: str) -> list[str]:
    return [word for word in map(str.casefold, _WORD.findall(text)) if word not in _COMMON]
