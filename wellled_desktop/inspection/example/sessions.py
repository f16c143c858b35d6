"""The visit's meetings as sessions of the record: their identifiers, their times, and planning, starting and ending them."""

import random
from collections.abc import Iterator

import msgspec

from wellled_desktop.inspection.commands import EndSession, NewParticipant, PlanSession, StartSession
from wellled_desktop.inspection.example.content import ExampleContent, Meeting, occasion
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms

_PLANNING_MS = 300_000
_BETWEEN_PLANS_MS = 85_000


class SessionTimes(msgspec.Struct, frozen=True):
    """A meeting with its session's identifiers and the moments it was planned, begun and ended."""

    meeting: Meeting
    id: str
    participants: tuple[str, ...]
    planned_ms: int
    started_ms: int
    ended_ms: int
    minutes: int


def sessions_of(content: ExampleContent, first_ms: int, chance: random.Random) -> tuple[SessionTimes, ...]:
    """One for each meeting, in the content's order. Meetings begin up to two minutes late and keep to their length."""
    return tuple(_times(meeting, content, first_ms, at, chance) for at, meeting in enumerate(content.sessions))


def _times(meeting: Meeting, content: ExampleContent, first_ms: int, at: int, chance: random.Random) -> SessionTimes:
    first_day = content.trust.start_date
    if meeting.planned is None:
        planned = first_ms + _PLANNING_MS + at * _BETWEEN_PLANS_MS + chance.randrange(30_000)
    else:
        planned = unix_ms(occasion(meeting.planned).on(first_day)) + chance.randrange(60_000)
    started = unix_ms(meeting.begins.on(first_day)) + chance.randrange(120_000)
    return SessionTimes(
        meeting=meeting,
        id=new_id(planned, chance),
        participants=tuple(new_id(planned, chance) for _ in meeting.people),
        planned_ms=planned,
        started_ms=started,
        ended_ms=started + meeting.minutes * 60_000,
        minutes=meeting.minutes,
    )


def session_steps(content: ExampleContent, sessions: tuple[SessionTimes, ...], planner: str) -> Iterator[Step]:
    """Planning, starting and ending, by time."""
    names = {one.key: one.name for one in content.team}
    steps: list[Step] = []
    for session in sessions:
        lead = names[session.meeting.lead]
        steps.append(Step(session.planned_ms, planner, _plan(session, content, names)))
        steps.append(Step(session.started_ms, lead, StartSession(session.id)))
        steps.append(Step(session.ended_ms, lead, EndSession(session.id)))
    return iter(sorted(steps, key=lambda step: step.unix_ms))


def _plan(session: SessionTimes, content: ExampleContent, names: dict[str, str]) -> PlanSession:
    meeting = session.meeting
    people = zip(session.participants, meeting.people, strict=True)
    return PlanSession(
        id=session.id,
        kind=meeting.kind,
        roles=meeting.roles,
        participants=tuple(NewParticipant(key, one.role, one.label, one.name) for key, one in people),
        title=meeting.title,
        planned_start=meeting.begins.on(content.trust.start_date),
        planned_minutes=meeting.minutes,
        place=meeting.place,
        lead=names[meeting.lead],
        note_taker=", ".join(names[key] for key in meeting.note_takers),
    )
