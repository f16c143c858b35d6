"""Which claims nothing proves yet: neither what was asked for them, nor key evidence that could prove them."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.proof import Proof, ProvingItem, Standing, likeliest, proposed, proving_items, touched
from wellled_desktop.inspection.triangulation.rows import ClaimHeld


class UnprovenClaim(msgspec.Struct, frozen=True):
    """`could_prove` are the key-evidence items that its words or tags point at and that are still to be asked for; `asked` says
    in words what is asked for already.
    """

    line: str
    session: str
    ref: str
    could_prove: tuple[str, ...]
    asked: tuple[str, ...] = ()


class _Known(msgspec.Struct, frozen=True):
    """What is known of a claim whatever is gathered: the items its words point at, and those with any word of it."""

    proofs: tuple[Proof, ...]
    touched: frozenset[str]


class Proofs:
    """The key evidence that could prove each claim. Kept while a page lives: of 1,200 claims it takes 0.1 s the first time."""

    def __init__(self, pack: Pack, scope: Scope) -> None:
        self._pack = pack
        self._scope = scope
        self._items: tuple[ProvingItem, ...] | None = None
        self._known: dict[tuple[str, tuple[str, ...], str | None], _Known] = {}

    def of(self, claim: ClaimHeld) -> _Known:
        key = (claim.text, claim.tags, claim.role)
        found = self._known.get(key)
        if found is None:
            if self._items is None:
                self._items = proving_items(self._pack, self._scope)
            proofs = likeliest(self._items, claim.text, claim.tags, role=claim.role)
            found = self._known[key] = _Known(proofs, touched(self._items, claim.text, claim.tags))
        return found


def unproven(claims: Iterable[ClaimHeld], standing: Standing, proofs: Proofs) -> dict[str, list[UnprovenClaim]]:
    """The claims without proof by each node that they are linked to: in their order, but first those nothing is asked for."""
    found: dict[str, list[UnprovenClaim]] = defaultdict(list)
    for claim in claims:
        if claim.answered:
            continue
        known = proofs.of(claim)
        if standing.gathered.isdisjoint(known.touched) and standing.gathered.isdisjoint(claim.tags):
            left = proposed(known.proofs, standing, claim.line)
            nodes = tuple(proof.node for proof in left.proofs)
            asked = tuple(one.in_words for one in left.asked)
            for tag in claim.tags:
                found[tag].append(UnprovenClaim(claim.line, claim.session, claim.ref, nodes, asked))
    for of_node in found.values():
        of_node.sort(key=lambda one: bool(one.asked))
    return found
