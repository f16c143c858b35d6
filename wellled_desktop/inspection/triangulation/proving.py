"""Which claims nothing proves yet: neither what was asked for them, nor key evidence that could prove them."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.proof import Proof, ProvingItem, likeliest, proving_items
from wellled_desktop.inspection.triangulation.rows import ClaimHeld


class UnprovenClaim(msgspec.Struct, frozen=True):
    """`could_prove` are the likeliest key-evidence items that are not gathered yet."""

    line: str
    session: str
    ref: str
    could_prove: tuple[str, ...]


class Proofs:
    """The key evidence that could prove each claim. Kept while a page lives: of 1,200 claims it takes 0.1 s the first time."""

    def __init__(self, pack: Pack, scope: Scope) -> None:
        self._pack = pack
        self._scope = scope
        self._items: tuple[ProvingItem, ...] | None = None
        self._known: dict[tuple[str, tuple[str, ...], str | None], tuple[Proof, ...]] = {}

    def items_for(self, claim: ClaimHeld) -> tuple[Proof, ...]:
        """The likeliest first; those the claim is linked to among them."""
        key = (claim.text, claim.tags, claim.role)
        found = self._known.get(key)
        if found is None:
            if self._items is None:
                self._items = proving_items(self._pack, self._scope)
            found = likeliest(self._items, claim.text, claim.tags, role=claim.role)
            self._known[key] = found
        return found


def unproven(claims: Iterable[ClaimHeld], gathered: frozenset[str], proofs: Proofs) -> dict[str, list[UnprovenClaim]]:
    """The claims without proof by each node that they are linked to, in their order."""
    found: dict[str, list[UnprovenClaim]] = defaultdict(list)
    for claim in claims:
        if claim.answered:
            continue
        items = proofs.items_for(claim)
        speaking = [proof.node for proof in items if proof.speaks_of_it]
        if gathered.isdisjoint(speaking) and gathered.isdisjoint(claim.tags):
            nodes = tuple(proof.node for proof in items if proof.node not in gathered)
            for tag in claim.tags:
                found[tag].append(UnprovenClaim(claim.line, claim.session, claim.ref, nodes))
    return found
