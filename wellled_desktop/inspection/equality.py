"""Which groups of staff and of patients were heard, and how little of it is told: the guard for fewer than five.

What is guarded. A form says of its session which groups were heard and, if somebody counted, how many people of each. Outside
that form a number below five is never told, and a group that fewer than five spoke for in a session is never told together
with that session, its kind, its roles or its day: a board has one Muslim director, a ward one trans nurse. So is a group that
nobody counted in an interview or a panel, or in a room of fewer than five: there it may well be one person.

Why a total cannot be taken apart. A total is not the sum of what was counted. Each session that may be told of adds its count
rounded down to a step of five; where a few in the room were *not* of the group (the count and the head count lie less than five
apart) it adds five alone, or those few could be found by taking one number from the other; a session that is guarded adds
nothing. So no small number is in any total, none is left when two totals are compared, and a total is said as “at least”.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from wellled_desktop.framework.forms import HEAD_COUNT
from wellled_desktop.framework.groups import Group, GroupWords
from wellled_desktop.framework.pack import Pack, SessionKind
from wellled_desktop.inspection.read_models import FormAnswer

FEWEST_TOLD = 5
_IN_A_ROOM: tuple[SessionKind, ...] = ("focus-group", "observation")
NOTHING_SMALL = "Groups of fewer than five are not named here."


class OnForm(msgspec.Struct, frozen=True):
    """One group as the session's own form has it; None where nobody counted."""

    group: str
    people: int | None = None


class SessionHeard(msgspec.Struct, frozen=True):
    """What one session's form says. `in_room` is its head count, None without one."""

    session_id: str
    number: int
    kind: SessionKind
    day: dt.date | None
    in_room: int | None
    groups: tuple[OnForm, ...]

    @property
    def ref(self) -> str:
        return f"S-{self.number:02d}"


class GroupHeard(msgspec.Struct, frozen=True):
    """One group in the whole inspection. `sessions` are those that may be told of, `at_least` what is told of their people.

    `few`: it was heard in a session that may not be told of; in which, or in how many, is told nowhere.
    """

    group: Group
    sessions: tuple[SessionHeard, ...] = ()
    at_least: int = 0
    few: bool = False

    @property
    def heard(self) -> bool:
        return bool(self.sessions) or self.few

    @property
    def kinds(self) -> tuple[SessionKind, ...]:
        return tuple(dict.fromkeys(one.kind for one in self.sessions))

    @property
    def last(self) -> dt.date | None:
        return max((one.day for one in self.sessions if one.day), default=None)


def read_answer(answer: object) -> tuple[OnForm, ...]:
    """What an answer of the form says: “night-staff 12”, or “night-staff” where nobody counted; what says nothing is left out."""
    return tuple(map(_read, answer)) if isinstance(answer, tuple | list) else ()


def as_answer(groups: Iterable[OnForm]) -> tuple[str, ...]:
    """The answer that `read_answer` reads back."""
    return tuple(one.group if one.people is None else f"{one.group} {one.people}" for one in groups)


def _read(written: object) -> OnForm:
    group, _, people = " ".join(str(written).split()).partition(" ")
    return OnForm(group, int(people) if people.isascii() and people.isdecimal() and len(people) < 8 else None)


def in_room(answers: Iterable[FormAnswer]) -> int | None:
    """The head count of a session, from its form."""
    counted = (one.answer for one in answers if one.field == HEAD_COUNT)
    return next((heads for heads in counted if isinstance(heads, int)), None)


def people_counted(people: int) -> str:
    """14; fewer than five."""
    return "fewer than five" if 0 < people < FEWEST_TOLD else f"{people:,}"


def may_be_told(one: OnForm, kind: SessionKind, in_room: int | None) -> bool:
    """Whether the group may be told of together with the session it was heard in."""
    if one.people is not None:
        return one.people >= FEWEST_TOLD
    return kind in _IN_A_ROOM and (in_room is None or in_room >= FEWEST_TOLD)


def _counts_for(one: OnForm, in_room: int | None) -> int:
    """What the group's people in a session that may be told of add to a total."""
    people = one.people or 0
    others = 0 if in_room is None else abs(in_room - people)
    return min(people, FEWEST_TOLD) if 0 < others < FEWEST_TOLD else people - people % FEWEST_TOLD


def groups_heard(pack: Pack, sessions: Iterable[SessionHeard]) -> tuple[GroupHeard, ...]:
    """Every group of the pack, in its order, and what may be told of it; a group that the pack has not is not told of."""
    rows = {group.id: GroupHeard(group) for group in pack.groups}
    for session in sorted(sessions, key=lambda one: one.number):
        for one in session.groups:
            if one.group in rows:
                rows[one.group] = _with(rows[one.group], one, session)
    return tuple(rows.values())


def _with(row: GroupHeard, one: OnForm, session: SessionHeard) -> GroupHeard:
    if not may_be_told(one, session.kind, session.in_room):
        return msgspec.structs.replace(row, few=True)
    told = msgspec.structs.replace(session, groups=(), in_room=None)
    return msgspec.structs.replace(
        row, sessions=(*row.sessions, told), at_least=row.at_least + _counts_for(one, session.in_room)
    )


def people_in_words(row: GroupHeard) -> str:
    """At least 15; heard, fewer than five; “” for a group that nobody has said they heard.

    “Fewer than five” is said of those that nobody counted too, and however often: how many times would be one more number.
    """
    if not row.sessions:
        return "heard, fewer than five" if row.few else ""
    told = f"at least {row.at_least:,}" if row.at_least else "not counted"
    return f"{told}, and a few" if row.few else told


def session_in_words(answer: object, titles: dict[str, str], kind: SessionKind, in_room: int | None) -> tuple[str, ...]:
    """What may be told of the groups beside their session. It always says that small ones are left out, there or not."""
    told = (one for one in read_answer(answer) if may_be_told(one, kind, in_room))
    return (*(_in_words(one, titles) for one in told), NOTHING_SMALL)


def _in_words(one: OnForm, titles: dict[str, str]) -> str:
    said = "not counted" if one.people is None else "five or more"
    return f"{titles.get(one.group, one.group)}: {said}"


def asking_words(pack: Pack, group: Group) -> Iterator[GroupWords]:
    """The framework's words that ask after a group: those that name it, then those that ask after its side."""
    yield from group.also_asked
    for asked in pack.groups_asked:
        if asked.side == group.side:
            yield from asked.words


def advice_on(pack: Pack, row: GroupHeard) -> str:
    """For a group that nobody has said they heard, that it is so and who asks; “” for any other."""
    if row.heard:
        return ""
    named = _listed(one.node for one in row.group.also_asked)
    side = _listed(one.node for asked in pack.groups_asked if asked.side == row.group.side for one in asked.words)
    reasons = [f"{named} name it" if " and " in named else f"{named} names it"] if named else []
    if side:
        verb = "ask" if " and " in side else "asks"
        reasons.append(f"{side} {verb} after {_OF_SIDE[row.group.side]}")
    asked_by = f" {'; '.join(reasons)}." if reasons else ""
    return f"Nobody has said yet that they heard this group.{asked_by}"


_OF_SIDE = {"staff": "staff of all groups", "patients": "a range of equality groups"}


def _listed(nodes: Iterable[str]) -> str:
    *others, last = [*dict.fromkeys(nodes)] or [""]
    return f"{', '.join(others)} and {last}" if others else last
