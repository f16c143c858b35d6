"""Sessions: the plan, the people, starting and ending, and sessions taken from handwritten notes."""

import datetime as dt
from typing import Any

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    UNDONE,
    Standing,
    back_again,
    check_roles,
    decide,
    going_session,
    needed_reason,
    one_line,
    put_back,
    session_of,
    shown,
    taking_back,
    utc_text,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import Participant, Session
from wellled_desktop.inspection.words import SessionKind

LONGEST_MINUTES = 24 * 60
_WORDS = {"title": "The title", "place": "The place", "lead": "The lead's name", "note_taker": "The note-taker's name"}


@decide.register
def _(command: c.PlanSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.session(command.id) is not None:
        raise RuleBroken("This session is already in the record; nothing was planned.")
    _check_has_role(command.kind, command.roles, "Nothing was planned.")
    check_roles(standing, *command.roles, *(one.role for one in command.participants))
    _check_minutes(command.planned_minutes, "nothing was planned")
    fields = msgspec.to_builtins(command)
    fields.pop("type")
    fields.pop("id")
    fields |= {field: one_line(fields[field], what) for field, what in _WORDS.items()}
    fields["roles"] = list(dict.fromkeys(command.roles))
    fields["number"] = standing.next_session_number()
    people = fields.pop("participants")
    if not command.calendar_uid:
        del fields["calendar_uid"]
    if command.planned_start is not None:
        fields["planned_day"] = command.planned_start.date().isoformat()
        fields["planned_start"] = utc_text(command.planned_start)
    facts = [Fact("session-planned", command.id, fields)]
    for position, person in enumerate(people):
        facts.extend(_added(command.id, person, position))
    return tuple(facts)


@taking_back.register
def _(command: c.PlanSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.CancelSession(command.id, UNDONE),)


@decide.register
def _(command: c.ChangeSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    changes: dict[str, Any] = {
        field: one_line(getattr(command, field), what)
        for field, what in _WORDS.items()
        if getattr(command, field) is not None
    }
    if command.kind is not None:
        changes["kind"] = command.kind
    if command.planned_minutes is not None:
        _check_minutes(command.planned_minutes, "its time stands as it was")
        changes["planned_minutes"] = command.planned_minutes
    if command.roles is not None:
        check_roles(standing, *command.roles)
        changes["roles"] = tuple(dict.fromkeys(command.roles))
    _check_has_role(changes.get("kind", session.kind), changes.get("roles", session.roles), "It stands as it was.")
    facts = [
        Fact("session-changed", session.id, list(value) if isinstance(value, tuple) else value, field)
        for field, value in changes.items()
        if getattr(session, field) != value
    ]
    return (*facts, *_moved(command, session))


def _check_has_role(kind: SessionKind, roles: tuple[str, ...], stands: str) -> None:
    """An observation may be of nobody, as reading is."""
    if not roles and kind != "observation":
        raise RuleBroken(f"A session needs at least one role: role before name. {stands}")


def _check_minutes(minutes: int, stands: str) -> None:
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise RuleBroken(f"A session lasts from one minute to a day; {stands}.")


def _moved(command: c.ChangeSession, session: Session) -> tuple[Fact, ...]:
    start = None if command.unplanned else command.planned_start or session.planned_start
    if start == session.planned_start:
        return ()
    day = None if start is None else command.planned_day or start.date()
    value = None if start is None or day is None else {"at": utc_text(start), "day": day.isoformat()}
    return (Fact("session-changed", session.id, value, "planned_start"),)


@taking_back.register
def _(command: c.ChangeSession, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    fields = (*_WORDS, "kind", "planned_minutes", "roles")
    before = {field: getattr(session, field) for field in fields if getattr(command, field) is not None}
    if command.unplanned or command.planned_start is not None:
        before |= {"planned_start": session.planned_start, "unplanned": session.planned_start is None}
        before["planned_day"] = session.day if session.started_at is None else None
    return (c.ChangeSession(session.id, **before),)


@decide.register
def _(command: c.CancelSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    if session.cancelled_at is not None:
        return ()
    if standing.holds_lines(session.id):
        raise RuleBroken(f"{session.ref} holds lines, so it cannot be cancelled; end it instead.")
    reason = needed_reason(command.reason, f"{session.ref} can only be cancelled", "The session stands as it was.")
    value = put_back(value=True, since=command.since)
    return (Fact("session-cancelled", session.id, value, "cancelled", reason),)


@taking_back.register
def _(command: c.CancelSession, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RestoreSession(command.session, back_again(command.reason)),)


@decide.register
def _(command: c.RestoreSession, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = session_of(standing, command.session)
    if session.cancelled_at is None:
        return ()
    reason = needed_reason(command.reason, f"{session.ref} can only be restored", "The session stands as it was.")
    return (Fact("session-restored", session.id, False, "cancelled", reason),)


@taking_back.register
def _(command: c.RestoreSession, standing: Standing) -> tuple[c.Command, ...]:
    session = session_of(standing, command.session)
    since = c.Since(session.cancelled_at) if session.cancelled_at else None
    return (c.CancelSession(session.id, session.cancelled_reason or UNDONE, since),)


@decide.register
def _(command: c.AddParticipant, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    check_roles(standing, command.participant.role)
    if standing.participant(command.participant.id) is not None:
        raise RuleBroken("This participant is already in the record; nothing was added.")
    return _added(session.id, msgspec.to_builtins(command.participant), len(session.participants))


@taking_back.register
def _(command: c.AddParticipant, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RemoveParticipant(command.participant.id),)


def _added(session_id: str, person: dict[str, Any], position: int) -> tuple[Fact, ...]:
    name, participant = person.pop("name"), person.pop("id")
    person |= {"label": one_line(person["label"], "The label"), "session": session_id, "position": position}
    added = Fact("participant-added", participant, person)
    if name and (name := one_line(name, "The name")):
        return (added, Fact("participant-named", participant, name, "name"))
    return (added,)


@decide.register
def _(command: c.ChangeParticipant, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    person = _participant(standing, command.participant)
    changes: dict[str, str] = {}
    if command.role is not None:
        check_roles(standing, command.role)
        changes["role"] = command.role
    if command.label is not None:
        changes["label"] = one_line(command.label, "The label")
    facts = [
        Fact("participant-changed", person.id, value, field)
        for field, value in changes.items()
        if getattr(person, field) != value
    ]
    if command.name is not None and (name := one_line(command.name, "The name")) != (person.name or ""):
        facts.append(Fact("participant-named", person.id, name, "name"))
    return tuple(facts)


@taking_back.register
def _(command: c.ChangeParticipant, standing: Standing) -> tuple[c.Command, ...]:
    person = _participant(standing, command.participant)
    return (
        c.ChangeParticipant(
            person.id,
            role=None if command.role is None else person.role,
            label=None if command.label is None else person.label,
            name=None if command.name is None else person.name or "",
        ),
    )


@decide.register
def _(command: c.RemoveParticipant, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    person = _participant(standing, command.participant)
    return () if person.removed else (Fact("participant-removed", person.id, True, "removed"),)


@taking_back.register
def _(command: c.RemoveParticipant, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.ReturnParticipant(command.participant),)


@decide.register
def _(command: c.ReturnParticipant, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    person = _participant(standing, command.participant)
    return (Fact("participant-returned", person.id, False, "removed"),) if person.removed else ()


@taking_back.register
def _(command: c.ReturnParticipant, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.RemoveParticipant(command.participant),)


def _participant(standing: Standing, participant_id: str) -> Participant:
    found = standing.participant(participant_id)
    if found is None:
        raise NotFound(f"There is no participant {shown(participant_id)} in this inspection.")
    return found[1]
