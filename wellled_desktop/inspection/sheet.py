"""The question sheet that is proposed for a session: about eight questions an hour, each with why it is there.

What is contradicted comes first, then what was claimed and is not yet proved, then what the role card raises and nothing
answers yet, spread over the KLOEs. Advice: whoever asks may drop, add and reorder.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, zip_longest

import msgspec

from wellled_desktop.framework.role_cards import CardEntry
from wellled_desktop.inspection.read_models import NoteLine, Question
from wellled_desktop.inspection.words import QuestionOrigin

QUESTIONS_AN_HOUR = 8
FEWEST = 4
_LONGEST_QUOTE = 160


class Held(msgspec.Struct, frozen=True):
    """What lines (not retracted) say of one node so far: how many support, how many point the other way."""

    lines: int = 0
    other_way: int = 0

    @property
    def contradicted(self) -> bool:
        return 0 < self.other_way < self.lines


class ProposedQuestion(msgspec.Struct, frozen=True):
    text: str
    why: str
    origin: QuestionOrigin
    node: str | None


def proposed_sheet(
    card: Sequence[CardEntry],
    held: Mapping[str, Held],
    open_claims: Sequence[NoteLine],
    already: Sequence[Question],
    minutes: int,
) -> tuple[ProposedQuestion, ...]:
    """The questions to add to a sheet that has `already` on it, for a session of so many minutes; maybe none."""
    room = max(FEWEST, round(minutes * QUESTIONS_AN_HOUR / 60)) - sum(one.state != "dropped" for one in already)
    taken = {one.node for one in already if one.node} | {one.text for one in already}
    proposed = (
        one
        for one in chain(_contradictions(card, held), _claims(card, open_claims), _open(card, held))
        if one.text not in taken and (one.node not in taken or one.origin == "claim")
    )
    found: dict[str, ProposedQuestion] = {}
    nodes: set[str | None] = set()
    for one in proposed:
        if len(found) >= room:
            break
        if one.node not in nodes or one.origin == "claim":
            found.setdefault(one.text, one)
            nodes.add(one.node)
    return tuple(found.values())


def _contradictions(card: Sequence[CardEntry], held: Mapping[str, Held]) -> Iterator[ProposedQuestion]:
    for entry in card:
        here = held.get(entry.node, Held())
        if here.contradicted:
            words = (
                f"{here.lines - here.other_way} of {here.lines} lines support it, {here.other_way} point the other way."
            )
            yield ProposedQuestion(entry.text, f"Contradicted: {words}", "contradiction", entry.node)


def _claims(card: Sequence[CardEntry], open_claims: Sequence[NoteLine]) -> Iterator[ProposedQuestion]:
    raised = {entry.node for entry in card}
    for line in open_claims:
        node = next((tag for tag in line.tags if tag in raised), None)
        if node is not None:
            why = f"Claimed in {line.ref} and not yet proved."
            yield ProposedQuestion(f"What shows that “{_quote(line.text)}”?", why, "claim", node)


def _quote(text: str) -> str:
    words = " ".join(text.split()).rstrip(".")
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"


def _open(card: Sequence[CardEntry], held: Mapping[str, Held]) -> Iterator[ProposedQuestion]:
    """What is still without a line first, the prompts before guidance and evidence, one KLOE after another."""
    for kinds in (("prompt",), ("guidance",), ("evidence",)):
        for without in (True, False):
            entries = [
                entry for entry in card if entry.kind in kinds and (held.get(entry.node, Held()).lines == 0) is without
            ]
            for entry in _spread(entries):
                yield ProposedQuestion(
                    _asked(entry), _why(entry, held.get(entry.node, Held())), "role card", entry.node
                )


def _spread(entries: Sequence[CardEntry]) -> Iterator[CardEntry]:
    by_kloe: dict[str, list[CardEntry]] = {}
    for entry in entries:
        by_kloe.setdefault(entry.node.split(".")[0], []).append(entry)
    for row in zip_longest(*by_kloe.values()):
        yield from (entry for entry in row if entry is not None)


def _asked(entry: CardEntry) -> str:
    return f"Ask to see: {entry.text}" if entry.kind == "evidence" else entry.text


def _why(entry: CardEntry, here: Held) -> str:
    so_far = "Nothing on it yet." if here.lines == 0 else f"{here.lines} on it so far."
    return f"{entry.because} {so_far}"
