"""Which key evidence could prove a claim. Pure advice, and only where the claim's own words, or its tags, point at the item."""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import lru_cache
from operator import itemgetter

import msgspec

from wellled_desktop.framework.pack import KeyEvidence, Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.calendar_words import brief_day
from wellled_desktop.inspection.proof_words import GENERAL, stems, subject_of

NO_ITEM_IS_NAMED = "No item of the framework is named: write what would prove it."
# An interview cannot prove what was claimed in one; a paper or a figure can.
_PROVING = frozenset(
    {"document", "data", "survey", "minutes", "policy", "plan", "strategy", "report", "external-review", "register"}
)


class Proof(msgspec.Struct, frozen=True):
    """A key-evidence item that could prove a claim, and why it is proposed."""

    node: str
    text: str
    why: str


class ProvingItem(msgspec.Struct, frozen=True):
    """A key-evidence item that a claim may be proved by: its KLOE; the words of what it is about, and those of them that tell it
    from other items; and all its telling words.
    """

    kloe: str
    item: KeyEvidence
    subject: frozenset[str]
    own: frozenset[str]
    words: frozenset[str]


class Asked(msgspec.Struct, frozen=True):
    """What is asked of the trust and still open: a request, or with no `ref` an item marked as requested on its KLOE's page."""

    ref: str
    asked_of: str
    day: dt.date
    line: str | None = None
    node: str | None = None

    @property
    def in_words(self) -> str:
        """R-034 is open (W5.E4, asked of company secretary on Tue 10 March)."""
        of = f" of {self.asked_of}" if self.asked_of else ""
        node = f"{self.node}, " if self.ref and self.node else ""
        return f"{self.ref or self.node} is open ({node}asked{of} on {brief_day(self.day)})."


class Standing(msgspec.Struct, frozen=True):
    """How things stand with key evidence: what is gathered, at least in part; what is not to be had or not pursued; what is
    asked for.
    """

    gathered: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    asked: tuple[Asked, ...] = ()


class Proposed(msgspec.Struct, frozen=True):
    """What to ask for now, the likeliest first, and what was asked for already."""

    proofs: tuple[Proof, ...] = ()
    asked: tuple[Asked, ...] = ()


def proof_for(
    pack: Pack, scope: Scope, text: str, tags: Sequence[str], *, role: str | None, limit: int = 5
) -> tuple[Proof, ...]:
    """The likeliest items first; none where nothing in the claim points at one."""
    return likeliest(proving_items(pack, scope), text, tags, role=role, limit=limit)


def proposed(proofs: Sequence[Proof], standing: Standing, line: str | None) -> Proposed:
    """Of these, what is still to be asked for. With a request open for the claim itself, nothing more is proposed."""
    nodes = {one.node for one in proofs}
    of_claim = tuple(one for one in standing.asked if line is not None and one.line == line)
    of_items = tuple(one for one in standing.asked if one not in of_claim and _item(one.node) in nodes)
    if of_claim:
        return Proposed((), (*of_claim, *of_items))
    over = standing.gathered | standing.closed | {_item(one.node) for one in of_items}
    return Proposed(tuple(one for one in proofs if one.node not in over), of_items)


def proving_items(pack: Pack, scope: Scope) -> tuple[ProvingItem, ...]:
    """The key evidence that applies and could prove something, in the framework's order."""
    return tuple(
        ProvingItem(kloe.id, item, _subject(item.text), _subject(item.text) - GENERAL, _item_words(_all_text(item)))
        for kloe in pack.kloes
        for item in kloe.evidence
        if item.kind in _PROVING and scope.applies(item.id)
    )


def likeliest(
    items: Sequence[ProvingItem], text: str, tags: Sequence[str], *, role: str | None, limit: int = 5
) -> tuple[Proof, ...]:
    """As `proof_for`, among these: for one who asks of hundreds of claims."""
    kloes = {tag.split(".")[0] for tag in tags}
    spelled = stems(text)
    scored: list[tuple[float, ProvingItem]] = []
    of_tags = {_item(tag) for tag in tags}
    for one in items:
        linked = one.item.id in of_tags
        if one.subject.isdisjoint(spelled) and not linked:
            continue
        shared = one.subject.intersection(spelled)
        if linked or _points_at(one, shared, one.kloe in kloes):
            telling = one.own or one.subject
            likeness = len(shared & telling) / max(1, len(telling)) + 0.1 * len(shared)
            score = 10 * linked + likeness + 0.5 * (one.kloe in kloes) + 0.25 * (role in one.item.roles)
            scored.append((score, one))
    scored.sort(key=itemgetter(0), reverse=True)  # stable: those alike stay in the framework's order
    return tuple(
        Proof(one.item.id, one.item.text, _why(one, spelled, kloes, of_tags, role)) for _, one in scored[:limit]
    )


def touched(items: Sequence[ProvingItem], text: str, tags: Sequence[str]) -> frozenset[str]:
    """The items with any telling word of the claim, and those it is linked to: whatever of these is gathered may prove it.

    A claim is called unproven only where nothing gathered has even a word of it: it gets the benefit of the doubt.
    """
    words, of_tags = stems(text), {_item(tag) for tag in tags}
    return frozenset(one.item.id for one in items if not one.words.isdisjoint(words) or one.item.id in of_tags)


def _points_at(one: ProvingItem, shared: Collection[str], same_kloe: bool) -> bool:
    """All that the item is called; or, under one of the claim's KLOEs, half of what tells it from other items."""
    if len(shared) == len(one.subject) and (one.own or len(shared) > 1):
        return True
    named = len(one.own.intersection(shared))
    return bool(named) and (named == len(one.own) or named > 1 or same_kloe) and 2 * named >= len(one.own)


def _item(node: str | None) -> str | None:
    """Of a sub-item its item."""
    return ".".join(node.split(".")[:2]) if node else None


def _why(
    one: ProvingItem, spelled: dict[str, str], kloes: Collection[str], linked: Collection[str | None], role: str | None
) -> str:
    if one.item.id in linked:
        return "Linked to the line."
    shared = [written.casefold() for word, written in spelled.items() if word in one.subject]
    reasons = [f"Speaks of {', '.join(shared[:3])}."]
    if role and role in one.item.roles:
        reasons.append("Names the speaker's role.")
    if one.kloe in kloes:
        reasons.append(f"Key evidence of {one.kloe}, which the line is linked to.")
    return " ".join(reasons)


def _all_text(item: KeyEvidence) -> str:
    return " ".join((item.text, *(one.text for one in item.items)))


@lru_cache(maxsize=1_024)
def _item_words(text: str) -> frozenset[str]:
    """The framework's own texts, again and again while one types."""
    return frozenset(stems(text))


@lru_cache(maxsize=1_024)
def _subject(text: str) -> frozenset[str]:
    return subject_of(text)
