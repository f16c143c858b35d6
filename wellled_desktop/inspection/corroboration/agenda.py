"""The agenda of one evening: for each KLOE its items in their order, each with its reason. Pure.

What was decided on an earlier evening, and on which nothing was linked since, is left out and counted.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from wellled_desktop.framework.pack import Kloe
from wellled_desktop.inspection.corroboration.digest import NewToday
from wellled_desktop.inspection.corroboration.sentences import ended
from wellled_desktop.inspection.natural_order import natural_order
from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.inspection.triangulation.advice import Advice, Rule
from wellled_desktop.inspection.triangulation.matrix import PromptRow
from wellled_desktop.inspection.triangulation.triangulating import Triangulated

Kind = Literal["new today", Rule, "nothing yet"]
ORDER: tuple[Kind, ...] = (
    "new today", "contradicted", "one source only", "one session only", "leaders only", "document only",
    "claim without proof", "said by many, written nowhere", "nothing yet",
)  # fmt: skip
"""The day first, then what is contradicted, what rests on little, and last what is missing."""
_THIN: frozenset[Kind] = frozenset(("one source only", "one session only", "leaders only", "document only"))
"""Four ways of resting on too little: of one prompt they are one item, under the first of them."""
_NEW = "new today "
_NOTHING = "Nothing is linked to this prompt yet. Not every prompt needs something."
_MARK = "; "


class Item(msgspec.Struct, frozen=True):
    """One thing to weigh. `node` is the prompt, or the KLOE of what is new today; `mark` says how much was held, to see later
    whether that is still so; `claims` are the ids of unproven claims and `could_prove` what could be asked for to prove the
    first; `lines` and `entries` are the ids of what a day brought, those to be told first at the beginning.

    `outcome` is this evening's, and `changed` that something was linked since; `before` is an earlier evening's. `over` is said
    of an item that was on the agenda when the meeting began and is no longer so.
    """

    kloe: str
    kind: Kind
    node: str
    text: str
    reasons: tuple[str, ...]
    mark: str = ""
    claims: tuple[str, ...] = ()
    could_prove: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    outcome: CorroborationOutcome | None = None
    changed: bool = False
    before: CorroborationOutcome | None = None
    over: bool = False

    @property
    def key(self) -> str:
        """Names it among the items of an evening."""
        return f"{self.kind} {self.node}"

    @property
    def to_weigh(self) -> bool:
        return self.outcome is None and not self.over

    @property
    def subject(self) -> str:
        """The key, and how much was held when it was decided."""
        return f"{self.key}{_MARK}{self.mark}"

    @property
    def said(self) -> str:
        """What is read out of it."""
        what = f"{self.node}:" if self.kind == "new today" else f"{self.node} {ended(self.text)}"
        return f"{self.kind.capitalize()}, {what} {' '.join(self.reasons)}"


class KloeAgenda(msgspec.Struct, frozen=True):
    """`settled` is how many items were decided on an earlier evening and have not changed since."""

    kloe: str
    sub_heading: str
    items: tuple[Item, ...] = ()
    settled: int = 0

    @property
    def undecided(self) -> int:
        return sum(item.to_weigh for item in self.items)

    def next_undecided(self, after: int = -1) -> int | None:
        """The place of the next item to be weighed, from the one after that place on and round again; None with none left."""
        places = (*range(after + 1, len(self.items)), *range(after + 1))
        return next((at for at in places if self.items[at].to_weigh), None)


class Agenda(msgspec.Struct, frozen=True):
    day: dt.date
    kloes: tuple[KloeAgenda, ...]

    def place_wanted(self, node: str) -> int:
        """The place of the KLOE the node is of; of "" or a KLOE that is not here, of the first with something to weigh."""
        undecided = next((at for at, one in enumerate(self.kloes) if one.undecided), 0)
        return next((at for at, one in enumerate(self.kloes) if one.kloe == node.partition(".")[0]), undecided)

    def place_of(self, outcome: CorroborationOutcome) -> int | None:
        """The place of the KLOE with the item that was decided; None of another day's outcome, or where the item is not here."""
        if outcome.day != self.day:
            return None
        keys = ([item.key for item in one.items] if one.kloe == outcome.kloe else [] for one in self.kloes)
        return next((at for at, here in enumerate(keys) if key_of(outcome) in here), None)


class Weighed(msgspec.Struct, frozen=True):
    """What the agenda is drawn up from. `fresh` has the digest of the day by KLOE, `newest` the moment something was last linked
    to a node; `outcomes` are those that stand, in the order recorded; `applies` are the prompts that apply to the trust.
    """

    day: dt.date
    prompts: tuple[Triangulated, ...]
    applies: frozenset[str]
    outcomes: tuple[CorroborationOutcome, ...] = ()
    fresh: Mapping[str, NewToday] = {}
    newest: Mapping[str, dt.datetime] = {}


def drawn_up(kloes: Sequence[Kloe], weighed: Weighed) -> Agenda:
    latest = latest_by_key(weighed.outcomes, weighed.day)
    return Agenda(weighed.day, tuple(_of_kloe(kloe, weighed, latest) for kloe in kloes))


def key_of(outcome: CorroborationOutcome) -> str:
    return outcome.subject.partition(_MARK)[0]


def latest_by_key(outcomes: Iterable[CorroborationOutcome], day: dt.date) -> dict[str, CorroborationOutcome]:
    """Of each item the outcome recorded last, that of the day's own meeting before one of another's.

    What is new is another item on another day: what a later meeting decided of its own says nothing of this one.
    """
    found: dict[str, CorroborationOutcome] = {}
    for one in outcomes:
        key = key_of(one)
        own_stands = key in found and found[key].day == day != one.day
        if not own_stands and not (key.startswith(_NEW) and one.day > day):
            found[key] = one
    return found


def _of_kloe(kloe: Kloe, weighed: Weighed, latest: Mapping[str, CorroborationOutcome]) -> KloeAgenda:
    items, settled = [], 0
    even = {one.node: one.row.evenness for one in weighed.prompts}
    for item in sorted(_items(kloe, weighed), key=lambda one: _place(one, even)):
        decided = with_outcome(item, latest.get(item.key), weighed)
        if decided is None:
            settled += 1
        else:
            items.append(decided)
    return KloeAgenda(kloe.id, kloe.sub_heading, tuple(items), settled)


def _place(item: Item, even: Mapping[str, float]) -> tuple[int, float]:
    """By kind; of contradictions the one whose sides are most nearly equal first."""
    return ORDER.index(item.kind), -even[item.node] if item.kind == "contradicted" else 0.0


def with_outcome(item: Item, last: CorroborationOutcome | None, weighed: Weighed) -> Item | None:
    """The item with what was decided of it; None where that was on an earlier evening and nothing has changed since."""
    if last is None:
        return item
    newest = weighed.newest.get(item.node)
    changed = last.subject != item.subject or (newest is not None and newest > last.recorded_at)
    if last.day >= weighed.day:
        return msgspec.structs.replace(item, outcome=last, changed=changed)
    return msgspec.structs.replace(item, before=last) if changed else None


def _items(kloe: Kloe, weighed: Weighed) -> Iterator[Item]:
    if (fresh := weighed.fresh.get(kloe.id)) is not None:
        yield Item(
            kloe=kloe.id,
            kind="new today",
            node=kloe.id,
            text=kloe.sub_heading,
            reasons=(fresh.in_words,),
            mark=f"{weighed.day} {fresh.mark}",
            lines=fresh.lines,
            entries=fresh.entries,
        )
    for one in weighed.prompts:
        if one.node.partition(".")[0] != kloe.id:
            continue
        if one.advice:
            yield from _advised(kloe.id, one)
        elif not one.row.cells and one.node in weighed.applies:
            yield Item(kloe.id, "nothing yet", one.node, one.text, (_NOTHING,))


def _advised(kloe: str, one: Triangulated) -> Iterator[Item]:
    thin = [advice for advice in one.advice if advice.rule in _THIN]
    for advice in one.advice:
        if advice.rule not in _THIN:
            yield _item(kloe, one, (advice,))
    if thin:
        yield _item(kloe, one, sorted(thin, key=lambda advice: ORDER.index(advice.rule)))


def _item(kloe: str, one: Triangulated, advice: Sequence[Advice]) -> Item:
    kind = advice[0].rule
    unproven = one.row.unproven if kind == "claim without proof" else ()
    return Item(
        kloe=kloe,
        kind=kind,
        node=one.node,
        text=one.text,
        reasons=tuple(found.reason for found in advice),
        mark=_mark(one.row, sorted((claim.ref for claim in unproven), key=natural_order)),
        claims=tuple(claim.line for claim in unproven),
        could_prove=unproven[0].could_prove if unproven else (),
    )


def _mark(row: PromptRow, claims: Iterable[str]) -> str:
    cells = (f"{source} {cell.support}+{cell.other_way}" for source, cell in row.cells.items())
    return ", ".join((*cells, *claims))
