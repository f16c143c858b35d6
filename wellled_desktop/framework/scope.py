"""Which nodes and roles of a pack apply to a trust, and the sentence that says why one does not.

Only a limit that the framework states, and states by trust type, ever hides anything; and what the team added and retracted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellled_desktop.framework.local import retracted_nodes
from wellled_desktop.framework.pack import AppliesTo, Guidance, KeyEvidence, Pack, Prompt, Reference, TrustType

_NAMES: dict[TrustType, str] = {
    "acute": "acute",
    "mental-health": "mental health",
    "community": "community",
    "ambulance": "ambulance",
    "combined": "combined",
}


@dataclass(frozen=True)
class Scope:
    """What a trust's types come to: reasons for what does not apply, notes for what applies within a limit."""

    trust_types: frozenset[TrustType]
    _reasons: dict[str, str]
    _notes: dict[str, str]

    def applies(self, node_or_role_id: str) -> bool:
        return node_or_role_id not in self._reasons

    def reason(self, node_or_role_id: str) -> str | None:
        """Why it does not apply, as a sentence; None when it applies."""
        return self._reasons.get(node_or_role_id)

    def note(self, node_or_role_id: str) -> str | None:
        """The limit's wording for a node that is shown although it is limited; None when there is nothing to say."""
        return self._notes.get(node_or_role_id)


def scope_for(pack: Pack, trust_types: Sequence[TrustType]) -> Scope:
    """The scope of a trust of these types.

    A trust of two sectors is a combined one whether or not that is ticked. A trust of which only “combined” (or nothing) is
    known may provide any sector, so no limit to a sector hides anything there.
    """
    recorded = types = frozenset(trust_types)
    if len(types - {"combined"}) > 1:
        types |= {"combined"}
    reasons = {
        node: f"The team added this and retracted it. Reason: {why}" for node, why in retracted_nodes(pack).items()
    }
    notes: dict[str, str] = {}
    for node_id, limit in _limits(pack):
        if limit.stated and limit.trust_types and not _may_apply(limit, types):
            reasons[node_id] = _reason(limit, recorded)
        elif note := _note(limit, types):
            notes[node_id] = note
    return Scope(types, reasons, notes)


def _limits(pack: Pack) -> Iterator[tuple[str, AppliesTo]]:
    """Every limited id with its limit; what stands under a limited node shares it unless it has its own."""
    for role in pack.roles:
        if role.applies_to:
            yield role.id, role.applies_to
    for kloe in pack.kloes:
        nodes: tuple[Prompt | Guidance | KeyEvidence | Reference, ...] = (
            *kloe.prompts,
            *kloe.guidance,
            *kloe.evidence,
            *kloe.references,
        )
        for node in nodes:
            if node.applies_to:
                yield node.id, node.applies_to
            for item in node.items if isinstance(node, Guidance | KeyEvidence) else ():
                if limit := item.applies_to or node.applies_to:
                    yield item.id, limit


def _may_apply(limit: AppliesTo, types: frozenset[TrustType]) -> bool:
    if types & set(limit.trust_types):
        return True
    sectors_unknown = types <= {"combined"}
    return sectors_unknown and (not types or "combined" not in limit.trust_types)


def _reason(limit: AppliesTo, recorded: frozenset[TrustType]) -> str:
    only = f"{_listed(limit.trust_types)} trusts"
    own_words = "" if only in limit.wording else f" (“{limit.wording}”)"
    return f"This is for {only}{own_words}, and this trust is recorded as {_listed(recorded)}."


def _note(limit: AppliesTo, types: frozenset[TrustType]) -> str | None:
    if limit.trust_types and types & set(limit.trust_types):
        return None
    if not limit.stated:
        return f"By its sense this is for {limit.wording}; the framework does not say so."
    if limit.implied:
        return f"For {limit.wording}; by its sense, for {limit.implied}."
    return f"For {limit.wording}."


def _listed(types: Sequence[TrustType] | frozenset[TrustType]) -> str:
    names = [name for trust_type, name in _NAMES.items() if trust_type in types]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
