"""What a schedule of sessions comes to: who is booked twice, and which roles and prompts nobody on it speaks for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_role


class DoubleBooking(msgspec.Struct, frozen=True):
    """Two sessions at once that need the same thing: `what` is a member of the team or a place."""

    first: Session
    second: Session
    what: str


class Missing(msgspec.Struct, frozen=True):
    """A role or prompt nobody on the schedule speaks for, and why it matters; `roles` are those who could be asked."""

    id: str
    title: str
    why: str
    roles: tuple[str, ...]


def double_bookings(sessions: Sequence[Session]) -> tuple[DoubleBooking, ...]:
    """Pairs that overlap in time and share somebody of the team or a place, in the order of time."""
    needing: dict[str, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.planned_start is not None and session.cancelled_at is None:
            for key in dict.fromkeys(map(str.casefold, _needed(session))):
                needing[key].append(session)
    found = [
        DoubleBooking(first, second, next(what for what in _needed(second) if what.casefold() == key))
        for key, several in needing.items()
        for first, second in _overlapping(sorted(several, key=_start))
    ]
    return tuple(sorted(found, key=lambda one: (_start(one.second), one.first.number, one.what)))


def note_takers(session: Session) -> tuple[str, ...]:
    """One or several, as they are written beside each other: Ann, Bob."""
    return tuple(name.strip() for name in session.note_taker.split(",") if name.strip())


def _needed(session: Session) -> tuple[str, ...]:
    return tuple(filter(None, (session.lead.strip(), *note_takers(session), session.place.strip())))


def _start(session: Session) -> dt.datetime:
    return session.planned_start or dt.datetime.max.replace(tzinfo=dt.UTC)


def planned_end(session: Session) -> dt.datetime:
    return _start(session) + dt.timedelta(minutes=session.planned_minutes)


def _overlapping(in_order: Sequence[Session]) -> Iterator[tuple[Session, Session]]:
    """Each pair once; only sessions that have not ended when the next begins are compared."""
    going: list[Session] = []
    for session in in_order:
        going = [one for one in going if planned_end(one) > _start(session)]
        yield from ((one, session) for one in going)
        going.append(session)


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
    """Prompts on the card of no role that is planned; `why` names the roles whose card has them."""
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
        if scope.applies(prompt.id) and not planned.intersection(raised_by[prompt.id])
    )


def _who_could(roles: Sequence[str], titles: dict[str, str]) -> str:
    if not roles:
        return "It is on no role card."
    named = ", ".join(spoken_role(titles[role]) for role in roles[:4])
    return f"Could be asked of: {named}{' and others' if len(roles) > 4 else ''}."


def _roles(sessions: Sequence[Session]) -> set[str]:
    going = [session for session in sessions if session.cancelled_at is None]
    return {role for session in going for role in (*session.roles, *(person.role for person in session.present))}
