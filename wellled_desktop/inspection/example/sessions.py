"""The visit's meetings as sessions of the record: their identifiers, their times, and planning, starting and ending them."""

import datetime as dt
import random
from collections.abc import Iterator

import msgspec

from wellled_desktop.inspection.commands import (
    EndSession,
    NewParticipant,
    PauseSession,
    PlanSession,
    ResumeSession,
    StartSession,
    TakeFromHandwrittenNotes,
)
from wellled_desktop.inspection.example.content import ExampleContent, Meeting
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms
from wellled_desktop.inspection.example.writing import occasion

_PLANNING_MS = 300_000
_BETWEEN_PLANS_MS = 85_000
_MINUTE_MS = 60_000


class SessionTimes(msgspec.Struct, frozen=True):
    """A meeting with its session's identifiers and the moments it was planned, begun and ended.

    `written_from_ms` is when its lines begin to be written: with the talk, or later for one held on paper. `pauses` are pairs of
    moments; `minutes` are those of talk, without them.
    """

    meeting: Meeting
    id: str
    participants: tuple[str, ...]
    planned_ms: int
    started_ms: int
    ended_ms: int
    minutes: int
    written_from_ms: int
    pauses: tuple[tuple[int, int], ...]

    @property
    def on_paper(self) -> bool:
        return self.written_from_ms > self.ended_ms

    @property
    def written_ms(self) -> int:
        """When the last line of its talk is written."""
        return self.written_from_ms + self.minutes * _MINUTE_MS if self.on_paper else self.ended_ms

    def with_pauses(self, moment_ms: int) -> int:
        """A moment of talk, counted without the pauses, as it was by the clock."""
        for began, until in self.pauses:
            if moment_ms >= began:
                moment_ms += until - began
        return moment_ms


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
    pauses = tuple(_pause(started, one) for one in meeting.pauses)
    on_paper = meeting.on_paper_until
    return SessionTimes(
        meeting=meeting,
        id=new_id(planned, chance),
        participants=tuple(new_id(planned, chance) for _ in meeting.people),
        planned_ms=planned,
        started_ms=started,
        ended_ms=started + meeting.minutes * _MINUTE_MS,
        minutes=meeting.minutes - sum(until - began for began, until in pauses) // _MINUTE_MS,
        written_from_ms=unix_ms(occasion(on_paper).on(first_day)) if on_paper else started,
        pauses=pauses,
    )


def _pause(started_ms: int, pause: str) -> tuple[int, int]:
    minute, minutes = map(int, pause.split())
    began = started_ms + minute * _MINUTE_MS
    return began, began + minutes * _MINUTE_MS


def session_steps(content: ExampleContent, sessions: tuple[SessionTimes, ...], planner: str) -> Iterator[Step]:
    """Planning, starting, pausing and ending, by time; one held on paper is recorded when its notes are about to be typed up."""
    names = {one.key: one.name for one in content.team}
    steps: list[Step] = []
    for session in sessions:
        lead = names[session.meeting.lead]
        steps.append(Step(session.planned_ms, planner, _plan(session, content, names)))
        if session.on_paper:
            began, ended = _moment(session.started_ms), _moment(session.ended_ms)
            taken = TakeFromHandwrittenNotes(session.id, began, ended)
            steps.append(Step(session.written_from_ms, lead, taken))
            continue
        steps.append(Step(session.started_ms, lead, StartSession(session.id)))
        for began_ms, until_ms in session.pauses:
            steps.append(Step(began_ms, lead, PauseSession(session.id)))
            steps.append(Step(until_ms, lead, ResumeSession(session.id)))
        steps.append(Step(session.ended_ms, lead, EndSession(session.id)))
    return iter(sorted(steps, key=lambda step: step.unix_ms))


def _moment(at_ms: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(at_ms / 1000, dt.UTC)


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
