"""Advice on a prompt: what rests on too little, and why one might think so. It is advice only, and nothing is ever incomplete.

Each rule looks at one prompt's row and says its reason, or nothing. What was retracted is in no row.
"""

from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from wellled_desktop.inspection.proof import NO_ITEM_IS_NAMED
from wellled_desktop.inspection.triangulation.matrix import PromptRow
from wellled_desktop.inspection.triangulation.proving import UnprovenClaim
from wellled_desktop.inspection.triangulation.sources import LEADERS, PEOPLE, SOURCES, WRITTEN, Source, spoken_source

Rule = Literal[
    "contradicted", "claim without proof", "one source only", "one session only", "leaders only", "document only",
    "said by many, written nowhere",
]  # fmt: skip
EVEN_ENOUGH = 0.1
"""From so large a part of the larger side on, the smaller contradicts it."""
MANY = 3
"""From so many different people on, something is said by many."""
_MOST_NAMED = 3


class Advice(msgspec.Struct, frozen=True):
    """`session` and `line` are of the line it is best looked at in; "" where there is no one line."""

    node: str
    rule: Rule
    reason: str
    session: str = ""
    line: str = ""


def contradicted(row: PromptRow) -> Advice | None:
    """The smaller side is at least a tenth of the larger; or, however small, it is all that a whole source has to say of it."""
    if row.evenness < EVEN_ENOUGH and not row.sources_against:
        return None
    against = _names(source for source, cell in row.cells.items() if cell.other_way)
    verb = "supports" if row.support == 1 else "support"
    points = "points" if row.other_way == 1 else "point"
    few = f"; from {_names(row.sources_against)} there is nothing else" if row.evenness < EVEN_ENOUGH else ""
    reason = f"{row.support} {verb} it and {row.other_way} {points} the other way ({against}){few}."
    return Advice(row.node, "contradicted", reason)


def claim_without_proof(row: PromptRow) -> Advice | None:
    """A claim for which nothing that could prove it was gathered or received."""
    if not row.unproven:
        return None
    first = row.unproven[0]
    refs = ", ".join(claim.ref for claim in row.unproven[:_MOST_NAMED])
    more = len(row.unproven) - _MOST_NAMED
    listed = f"{refs} and {more} more" if more > 0 else refs
    one = len(row.unproven) == 1
    things, them = ("claim has", "it") if one else ("claims have", "them")
    nothing = f"{len(row.unproven)} {things} nothing gathered or received that could prove {them}: {listed}."
    reason = f"{nothing} {_to_do(first, of_several=not one)}"
    return Advice(row.node, "claim without proof", reason, first.session, first.line)


def _to_do(claim: UnprovenClaim, *, of_several: bool) -> str:
    """What could be asked for, or what is asked for already; where the framework names nothing, that it is to be written."""
    said = [f"For {claim.ref}, {one}" for one in claim.asked]
    if claim.could_prove:
        said.append(f"{claim.ref} could be proved by {', '.join(claim.could_prove[:_MOST_NAMED])}.")
    if said:
        return " ".join(said)
    return f"For {claim.ref} {NO_ITEM_IS_NAMED[0].lower()}{NO_ITEM_IS_NAMED[1:]}" if of_several else NO_ITEM_IS_NAMED


def one_source_only(row: PromptRow) -> Advice | None:
    """All of it comes from one source; where that is a document, `document_only` says so."""
    if len(row.cells) != 1 or "document" in row.cells:
        return None
    ((source, cell),) = row.cells.items()
    of_all = "The only one" if cell.in_all == 1 else f"All {cell.in_all}"
    comes = "comes" if cell.in_all == 1 else "come"
    return Advice(row.node, "one source only", f"{of_all} {comes} from one source: {spoken_source(source)}.")


def one_session_only(row: PromptRow) -> Advice | None:
    """All of it was heard or seen in one session; what is written elsewhere is another place."""
    if len(row.sessions) != 1 or row.outside:
        return None
    (number,) = row.sessions
    return Advice(row.node, "one session only", f"All of it was heard or seen in one session, S-{number:02d}.")


def leaders_only(row: PromptRow) -> Advice | None:
    """Whoever spoke of it leads; nobody from staff, and nobody from outside, has been heard."""
    heard = row.cells.keys() & PEOPLE
    if not heard or not heard <= LEADERS:
        return None
    return Advice(row.node, "leaders only", f"Only leaders speak of it ({_names(heard)}); nobody from staff does.")


def document_only(row: PromptRow) -> Advice | None:
    """It was read, and nobody has said, shown or counted it."""
    if row.cells.keys() != {"document"}:
        return None
    return Advice(row.node, "document only", "It stands in documents; nobody has said it, and nothing was seen of it.")


def written_nowhere(row: PromptRow) -> Advice | None:
    """Many people say so, and no document, figure, report or service-level finding has it."""
    if row.speakers < MANY or row.cells.keys() & WRITTEN:
        return None
    reason = f"{row.speakers} people speak of it; no document, data or report does."
    return Advice(row.node, "said by many, written nowhere", reason)


RULES: tuple[Callable[[PromptRow], Advice | None], ...] = (
    contradicted,
    claim_without_proof,
    one_source_only,
    one_session_only,
    leaders_only,
    document_only,
    written_nowhere,
)


def advice_on(row: PromptRow) -> tuple[Advice, ...]:
    """What the rules say of one prompt, in their order; of one that nothing is held on they say nothing."""
    return tuple(found for rule in RULES if (found := rule(row)) is not None)


def _names(sources: Iterable[Source]) -> str:
    wanted = set(sources)
    return ", ".join(spoken_source(source) for source in SOURCES if source in wanted)
