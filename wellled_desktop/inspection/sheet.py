"""The question sheet that is proposed for a session: about eight questions an hour, each with why it is there.

What is contradicted most comes first, then what was claimed and is not yet proved, then what the role card raises and least
was said of, spread over the KLOEs. Contradictions take a third of the sheet and claims half of it, unless there is nothing
else to ask: late in an inspection nearly everything has a line on either side. A claim that no role card raises, one without a
tag say, is put on one sheet all the same. What was claimed in a session is a question for other sessions. Advice: whoever asks
may drop, add and reorder.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeVar

import msgspec

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import CardEntry, card_for
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.commands import AddQuestions, NewQuestion
from wellled_desktop.inspection.read_models import InspectionDetail, JournalHead, NoteLine, Question, Session
from wellled_desktop.inspection.speaking import spoken_delay
from wellled_desktop.inspection.words import QuestionOrigin

QUESTIONS_AN_HOUR = 8
FEWEST = 4
_LONGEST_QUOTE = 160
Spread = TypeVar("Spread")


class Held(msgspec.Struct, frozen=True):
    """What lines (not retracted) say of one node so far: how many support, how many point the other way."""

    lines: int = 0
    other_way: int = 0

    @property
    def contradicted(self) -> bool:
        return 0 < self.other_way < self.lines

    @property
    def evenness(self) -> float:
        """How far from agreeing the lines are: from 0, all say the same, to a half."""
        return min(self.other_way, self.lines - self.other_way) / self.lines if self.lines else 0.0


class ProposedQuestion(msgspec.Struct, frozen=True):
    text: str
    why: str
    origin: QuestionOrigin
    node: str | None


class SheetMatter(msgspec.Struct, frozen=True):
    """What the sheets of some sessions are drawn up from: what lines hold of each node, what was claimed, the sheets there are
    and the roles of every session (both by session id).
    """

    sessions: tuple[Session, ...]
    held: Mapping[str, Held]
    open_claims: tuple[NoteLine, ...]
    sheets: Mapping[str, tuple[Question, ...]]
    roles: Mapping[str, tuple[str, ...]] = {}


class DayToDraw(msgspec.Struct, frozen=True):
    """A day with sessions still to be held, and how many of them have a sheet."""

    day: dt.date
    sessions: int
    sheets: int


class DaySheets(msgspec.Struct, frozen=True):
    """The sheets of a day's sessions, to be printed; `sheets` are by session id."""

    inspection: InspectionDetail
    day: dt.date
    sessions: tuple[Session, ...]
    sheets: Mapping[str, tuple[Question, ...]]
    head: JournalHead


def drawn_up(pack: Pack, scope: Scope, matter: SheetMatter, new_id: Callable[[], str]) -> tuple[AddQuestions, ...]:
    """For each session of `matter` that there is something to ask in and that is not on its sheet yet, what to add."""
    by_node: dict[str, list[NoteLine]] = defaultdict(list)
    for line in matter.open_claims:
        for node in line.tags:
            by_node[node].append(line)
    loose = _loose_claims(pack, matter)
    added = []
    for session in matter.sessions:
        card = card_for(pack, session.roles, scope)
        claims = {line.id: line for entry in card for line in by_node.get(entry.node, ()) if _for(session, line)}
        already = matter.sheets.get(session.id, ())
        proposed = proposed_sheet(
            card,
            matter.held,
            sorted(claims.values(), key=_in_time),
            already,
            session.planned_minutes,
            loose=loose.get(session.id, ()),
        )
        if proposed:
            questions = tuple(NewQuestion(new_id(), one.text, one.why, one.origin, one.node) for one in proposed)
            added.append(AddQuestions(session.id, questions))
    return tuple(added)


def _loose_claims(pack: Pack, matter: SheetMatter) -> Mapping[str, Sequence[NoteLine]]:
    """By session: the open claims that no role card raises and no sheet asks after, each on one sheet.

    It is for a session with a role of the one in which it was claimed, where there is such a session, else for any; and of these
    for the sheet that has fewest such claims.
    """
    raised = {item.node for card in pack.role_cards for item in card.items}
    asked = {one.text for sheet in matter.sheets.values() for one in sheet if one.state != "dropped"}
    with_room = [one for one in matter.sessions if _room(one.planned_minutes, matter.sheets.get(one.id, ())) > 0]
    given: dict[str, list[NoteLine]] = {session.id: [] for session in with_room}
    for line in sorted(matter.open_claims, key=_in_time):
        if raised.isdisjoint(line.tags) and _claim_words(line) not in asked:
            claimed_by = set(matter.roles.get(line.session_id, ()))
            others = [one for one in with_room if _for(one, line)]
            fitting = [one for one in others if claimed_by.intersection(one.roles)] or others
            if fitting:
                given[min(fitting, key=lambda one: len(given[one.id])).id].append(line)
    return given


def _for(session: Session, claim: NoteLine) -> bool:
    """Whoever has just claimed something is not asked for it again: it is a question for other sessions."""
    return claim.session_id != session.id


def _room(minutes: int, already: Sequence[Question]) -> int:
    return questions_that_fit(minutes) - sum(one.state != "dropped" for one in already)


def _in_time(line: NoteLine) -> tuple[dt.datetime, int, int]:
    return line.written_at, line.session_number, line.number


def questions_that_fit(minutes: int) -> int:
    return max(FEWEST, round(minutes * QUESTIONS_AN_HOUR / 60))


def proposed_sheet(
    card: Sequence[CardEntry],
    held: Mapping[str, Held],
    open_claims: Sequence[NoteLine],
    already: Sequence[Question],
    minutes: int,
    *,
    loose: Sequence[NoteLine] = (),
) -> tuple[ProposedQuestion, ...]:
    """The questions to add to a sheet that has `already` on it, for a session of so many minutes; maybe none.

    `loose` are claims that the card does not raise: up to half of the sheet's claims, more where it raises fewer.
    """
    fits = questions_that_fit(minutes)
    room = _room(minutes, already)
    taken = {one.node for one in already if one.node} | {one.text for one in already}
    against = [one for one in _contradictions(card, held) if one.text not in taken and one.node not in taken]
    claims = [one for one in _claims(card, open_claims) if one.text not in taken]
    others = [_claim(line, None) for line in loose if _claim_words(line) not in taken]
    first = _left_of(max(1, fits // 3), already, "contradiction")
    claimed = _left_of(fits // 2, already, "claim")
    kept = min(len(others), max(claimed // 2, claimed - len(claims)))
    proposed = (
        *against[:first],
        *claims[: claimed - kept],
        *others[:kept],
        *_open(card, held, ("prompt",)),
        *against[first:],
        *_open(card, held, ("guidance", "evidence")),
    )
    found: dict[str, ProposedQuestion] = {}
    nodes: set[str | None] = set()
    for one in proposed:
        if len(found) >= room:
            break
        if one.origin == "claim" or (one.text not in taken and one.node not in taken | nodes):
            found.setdefault(one.text, one)
            nodes.add(one.node)
    return tuple(found.values())


def _left_of(most: int, already: Sequence[Question], origin: QuestionOrigin) -> int:
    return max(0, most - sum(one.origin == origin and one.state != "dropped" for one in already))


def _contradictions(card: Sequence[CardEntry], held: Mapping[str, Held]) -> Iterator[ProposedQuestion]:
    """Those on which the lines are most even first."""
    contradicted = [(held[entry.node], entry) for entry in card if held.get(entry.node, Held()).contradicted]
    for here, entry in sorted(contradicted, key=lambda one: -one[0].evenness):
        yield ProposedQuestion(_asked(entry), _contradicted(here), "contradiction", entry.node)


def _contradicted(here: Held) -> str:
    supporting = here.lines - here.other_way
    support, point = ("supports" if supporting == 1 else "support"), ("points" if here.other_way == 1 else "point")
    return f"Contradicted: {supporting} of {here.lines} lines {support} it, {here.other_way} {point} the other way."


def _claims(card: Sequence[CardEntry], open_claims: Sequence[NoteLine]) -> Iterator[ProposedQuestion]:
    """The oldest first of each KLOE, one KLOE after another."""
    raised = {entry.node for entry in card}
    claimed = []
    for line in open_claims:
        node = next((tag for tag in line.tags if tag in raised), None)
        if node is not None:
            claimed.append(_claim(line, node))
    yield from _spread(claimed, lambda one: one.node or "")


def _claim(line: NoteLine, node: str | None) -> ProposedQuestion:
    late = f" ({words})" if (words := spoken_delay(line)) else ""
    return ProposedQuestion(_claim_words(line), f"Claimed in {line.ref}{late} and not yet proved.", "claim", node)


def _claim_words(line: NoteLine) -> str:
    return f"What shows that “{_quote(line.text)}”?"


def _quote(text: str) -> str:
    words = " ".join(text.split()).rstrip(".")
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"


def _open(card: Sequence[CardEntry], held: Mapping[str, Held], kinds: Sequence[str]) -> Iterator[ProposedQuestion]:
    """One kind after another, and of each what is still without a line first, then what has fewest; one KLOE after another.

    What is contradicted has its own reason to be asked.
    """

    def here(entry: CardEntry) -> Held:
        return held.get(entry.node, Held())

    for kind in kinds:
        of_kind = [entry for entry in card if entry.kind == kind and not here(entry).contradicted]
        for without in (True, False):
            entries = sorted(
                (entry for entry in of_kind if (here(entry).lines == 0) is without), key=lambda one: here(one).lines
            )
            for entry in _spread(entries, lambda one: one.node):
                yield ProposedQuestion(_asked(entry), _why(entry, here(entry)), "role card", entry.node)


def _spread(entries: Sequence[Spread], node: Callable[[Spread], str]) -> Iterator[Spread]:
    by_kloe: dict[str, list[Spread]] = defaultdict(list)
    for entry in entries:
        by_kloe[node(entry).split(".")[0]].append(entry)
    for row in zip_longest(*by_kloe.values()):
        yield from (entry for entry in row if entry is not None)


def _asked(entry: CardEntry) -> str:
    return f"Ask to see: {entry.text}" if entry.kind == "evidence" else entry.text


def _why(entry: CardEntry, here: Held) -> str:
    """Stays true while lines are added: the reason stands in the record, and beside it how many lines there are now."""
    lines = "nothing" if here.lines == 0 else "1 line" if here.lines == 1 else f"{here.lines} lines"
    return f"{entry.because} When drawn up: {lines} on it."
