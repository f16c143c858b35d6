"""What a schedule of sessions comes to: who is booked twice, and which roles and prompts nobody on it speaks for."""

import datetime as dt
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from wellled_desktop.framework.local import is_local
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_role

_NOBODY: Mapping[str, str] = MappingProxyType({})


class DoubleBooking(msgspec.Struct, frozen=True):
    """Two sessions at once that need the same: `what` names members of the team, a place, people of the trust by their role."""

    first: Session
    second: Session
    what: tuple[str, ...]


class Missing(msgspec.Struct, frozen=True):
    """A role or prompt nobody on the schedule speaks for, and why it matters; `roles` are those who could be asked."""

    id: str
    title: str
    why: str
    roles: tuple[str, ...]


class _Booked(NamedTuple):
    """A session on the clock; `needs` is what it needs, as written, by what makes two of them the same."""

    session: Session
    start: dt.datetime
    end: dt.datetime
    needs: dict[str, str]


def double_bookings(sessions: Iterable[Session], alone: Mapping[str, str] = _NOBODY) -> tuple[DoubleBooking, ...]:
    """Pairs that overlap in time and share somebody or a place, in the order of time; each pair once.

    `alone` are the roles that one person of the trust holds, with how they are spoken of: they cannot be in two sessions.
    """
    booked = [_booked(one, alone) for one in sessions if _is_timed(one)]
    found: list[DoubleBooking] = []
    going: list[_Booked] = []
    for second in sorted(booked, key=_in_time):
        going = [first for first in going if first.end > second.start]
        found.extend(one for first in going if (one := _double(first, second)))
        going.append(second)
    return tuple(found)


def rebooked(
    bookings: Iterable[DoubleBooking], changed: Session, sessions: Iterable[Session], alone: Mapping[str, str] = _NOBODY
) -> tuple[DoubleBooking, ...]:
    """What `double_bookings` answers once one of the sessions has changed, from what it answered before."""
    found = [one for one in bookings if changed.id not in (one.first.id, one.second.id)]
    if not _is_timed(changed):
        return tuple(found)
    here = _booked(changed, alone)
    for other in sessions:
        start, end = start_of(other), end_of(other)
        if start is None or end is None or start >= here.end or other.id == changed.id or not _is_timed(other):
            continue
        if end > here.start:
            first, second = sorted((here, _booked(other, alone)), key=_in_time)
            if one := _double(first, second):
                insort(found, one, key=_order)
    return tuple(found)


def start_of(session: Session) -> dt.datetime | None:
    """The planned time; of a session that was begun without a plan, when it began."""
    return session.planned_start or session.started_at


def end_of(session: Session) -> dt.datetime | None:
    start = start_of(session)
    if start is None:
        return None
    if session.planned_start is None and session.ended_at is not None:
        return session.ended_at
    return start + dt.timedelta(minutes=session.planned_minutes)


def _is_timed(session: Session) -> bool:
    return start_of(session) is not None and session.cancelled_at is None


def _double(first: _Booked, second: _Booked) -> DoubleBooking | None:
    if first.needs.keys().isdisjoint(second.needs):
        return None
    return DoubleBooking(
        first.session, second.session, tuple(words for key, words in second.needs.items() if key in first.needs)
    )


def _order(one: DoubleBooking) -> tuple[dt.datetime, int, dt.datetime, int]:
    return _start(one.second), one.second.number, _start(one.first), one.first.number


def note_takers(session: Session) -> tuple[str, ...]:
    """One or several, as they are written beside each other: Ann, Bob."""
    return tuple(name.strip() for name in session.note_taker.split(",") if name.strip())


def _booked(session: Session, alone: Mapping[str, str]) -> _Booked:
    start = _start(session)
    written = (session.lead.strip(), *note_takers(session), session.place.strip())
    needs = {words.casefold(): words for words in written if words}
    roles = (*session.roles, *(person.role for person in session.present))
    needs.update({f"\n{role}": alone[role] for role in roles if role in alone})  # no name begins so
    return _Booked(session, start, end_of(session) or start, needs)


def _start(session: Session) -> dt.datetime:
    return start_of(session) or dt.datetime.max.replace(tzinfo=dt.UTC)


def _in_time(booked: _Booked) -> tuple[dt.datetime, int]:
    return booked.start, booked.session.number


def roles_without_a_slot(pack: Pack, scope: Scope, sessions: Sequence[Session]) -> tuple[Missing, ...]:
    """Key roles that no session is planned with, then roles that only key evidence names (SIRO)."""
    planned = _roles(sessions)
    key = [
        Missing(role.id, role.title, role.remarks or "A key interview of the framework.", (role.id,))
        for role in pack.roles
        if role.group == "key" and role.id not in planned and scope.applies(role.id)
    ]
    named = [
        Missing(role.id, role.title, f"Named in {', '.join(role.named_by)} and on no interview list.", (role.id,))
        for role in pack.roles_named_in_evidence
        if role.id not in planned
    ]
    return (*key, *named)


def prompts_without_a_voice(pack: Pack, scope: Scope, sessions: Sequence[Session]) -> tuple[Missing, ...]:
    """Prompts on the card of no role that is planned; `why` names the roles whose card has them. The team's own are on every
    card.
    """
    planned = _roles(sessions)
    raised_by: dict[str, list[str]] = defaultdict(list)
    titles = role_titles(pack)
    for card in pack.role_cards:
        for item in card.items if scope.applies(card.role) else ():
            raised_by[item.node].append(card.role)
    return tuple(
        Missing(prompt.id, prompt.text, _who_could(raised_by[prompt.id], titles), tuple(raised_by[prompt.id]))
        for kloe in pack.kloes
        for prompt in kloe.prompts
        if scope.applies(prompt.id) and not is_local(prompt.id) and not planned.intersection(raised_by[prompt.id])
    )


def _who_could(roles: Sequence[str], titles: dict[str, str]) -> str:
    if not roles:
        return "It is on no role card."
    named = ", ".join(spoken_role(titles[role]) for role in roles[:4])
    return f"Could be asked of: {named}{' and others' if len(roles) > 4 else ''}."


def _roles(sessions: Sequence[Session]) -> set[str]:
    going = [session for session in sessions if session.cancelled_at is None]
    return {role for session in going for role in (*session.roles, *(person.role for person in session.present))}
