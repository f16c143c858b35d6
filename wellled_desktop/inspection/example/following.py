"""What goes with the sessions beside their lines: forms, question sheets, the immediate concern, worries, and the sign-off."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    AddQuestions,
    AnswerForm,
    CompareWorry,
    LogTelling,
    NewQuestion,
    NewRisk,
    NoteWorry,
    PinConcern,
    RecordReply,
    RecordRisks,
    SetQuestionState,
    SignOffSession,
)
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.notes import Note
from wellled_desktop.inspection.example.sessions import SessionTimes
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms
from wellled_desktop.inspection.sheet import proposed_sheet
from wellled_desktop.inspection.words import QuestionState

_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS
_DAY_MS = 24 * _HOUR_MS
_OPENING, _WORRIES = "opening-statement", "top-worries"
_GROUPS = "groups-heard"
_AT_THE_START = ("head-count", "who-came", "managers-present", "what-observed")
# From midnight: before the evening's going-over, or after it; the last day ends earlier.
_EARLY, _LATE, _LAST_DAY = (18.35, 18.8), (21.55, 22.2), (14.55, 15.0)
_COMPARED = (2, 19.0)
_LAST = 3
# What becomes of the questions of a sheet, one after another; what is dropped is dropped before.
_BECAME: tuple[QuestionState, ...] = ("answered", "answered", "asked", "answered", "parked", "asked", "answered")


def following(
    content: ExampleContent, pack: Pack, sessions: Sequence[SessionTimes], concern: Note | None, chance: random.Random
) -> Iterator[Step]:
    """Every step of it, by time."""
    acts = _Following(content, pack, sessions, chance)
    steps = [*acts.forms(), *acts.sheets(), *acts.worries(), *acts.sign_offs(), *acts.own_questions()]
    if concern is not None:
        steps += acts.concern(concern)
    return iter(sorted(steps, key=lambda step: step.unix_ms))


class _Following:
    """One of a key only, where a longer inspection holds a meeting several times."""

    def __init__(
        self, content: ExampleContent, pack: Pack, sessions: Sequence[SessionTimes], chance: random.Random
    ) -> None:
        self._course = content.course
        self._content = content
        self._pack = pack
        self._sessions = sessions
        self._chance = chance
        self._names = {one.key: one.name for one in content.team}
        self._by_key = {one.meeting.key: one for one in reversed(sessions)}

    def forms(self) -> Iterator[Step]:
        for session in self._sessions:
            lead = self._lead(session)
            if session.meeting.kind != "observation":
                yield Step(self._soon(session), lead, AnswerForm(session.id, _OPENING, True))
        for key, answers in self._course.forms.items():
            session = self._by_key[key]
            after = session.written_ms + 2 * _MINUTE_MS
            for field, answer in answers.items():
                moment = self._soon(session) if field in _AT_THE_START else after
                after += 20_000 if field == _GROUPS else self._chance.randrange(15_000, 40_000)
                yield Step(moment, self._lead(session), AnswerForm(session.id, field, answer))

    def sheets(self) -> Iterator[Step]:
        """Drawn up on the eve, when nothing is held yet; one question dropped then, the others asked in their order."""
        scope = scope_for(self._pack, self._content.trust.trust_types)
        eve = self._midnight(self._content.sessions[0].begins.day) - 6 * _HOUR_MS
        for at, (key, own) in enumerate(self._course.sheets.items()):
            session = self._by_key[key]
            meeting, lead = session.meeting, self._lead(session)
            drawn = eve + at * 2 * _MINUTE_MS
            proposed = proposed_sheet(card_for(self._pack, meeting.roles, scope), {}, (), (), meeting.minutes)
            questions = [
                *(
                    NewQuestion(new_id(drawn, self._chance), one.text, one.why, one.origin, one.node)
                    for one in proposed
                ),
                *(NewQuestion(new_id(drawn, self._chance), one, "Our own question.", "own") for one in own),
            ]
            yield Step(drawn, lead, AddQuestions(session.id, tuple(questions)))
            dropped = questions.pop(2)
            yield Step(drawn + _MINUTE_MS, lead, SetQuestionState(dropped.id, "dropped"))
            step = (session.ended_ms - session.started_ms) // (len(questions) + 1)
            for place, question in enumerate(questions):
                moment = session.started_ms + (place + 1) * step + self._chance.randrange(20_000)
                yield Step(moment, lead, SetQuestionState(question.id, _BECAME[place % len(_BECAME)]))

    def concern(self, note: Note) -> Iterator[Step]:
        yield Step(note.at_ms + 25_000, note.author, PinConcern(note.id))
        for told in self._course.concern.log:
            moment = note.at_ms + told.after * _MINUTE_MS
            reply = "" if told.replied else told.reply
            command = LogTelling(new_id(moment, self._chance), note.id, told.told, _utc(moment - _MINUTE_MS), reply)
            yield Step(moment, self._lead(note.session), command)
            if told.replied:
                replied = moment + told.replied * _MINUTE_MS
                yield Step(replied, self._lead(note.session), RecordReply(command.id, told.reply))

    def worries(self) -> Iterator[Step]:
        """The worries of the first days, noted after their session, and compared with the register in the second evening."""
        register = self._course.register
        recorded = unix_ms(register.at.on(self._content.trust.start_date))
        keeper = self._keeper()
        entries = tuple(
            NewRisk(new_id(recorded, self._chance), one.reference, one.title, one.rating, one.owner)
            for one in register.risks
        )
        yield Step(recorded, keeper, RecordRisks(register.source, entries))
        by_reference = {one.reference: one.id for one in entries}
        compared = self._midnight(_COMPARED[0]) + round(_COMPARED[1] * _HOUR_MS)
        for key, answers in self._course.forms.items():
            session, said = self._by_key[key], answers.get(_WORRIES, ())
            if session.meeting.begins.day == _LAST or not isinstance(said, tuple):
                continue
            for at, text in enumerate(said):
                moment = session.written_ms + 14 * _MINUTE_MS + at * 20_000
                noted = NoteWorry(new_id(moment, self._chance), text, session.id)
                yield Step(moment, self._lead(session), noted)
                verdict = self._course.verdicts.get(text)
                if verdict is not None:
                    risk = by_reference[verdict.reference] if verdict.reference else None
                    yield Step(compared, keeper, CompareWorry(noted.id, verdict.verdict, risk, verdict.remark))
                    compared += self._chance.randrange(20_000, 70_000)

    def sign_offs(self) -> Iterator[Step]:
        for session in self._sessions:
            meeting = session.meeting
            if meeting.key in self._course.open:
                continue
            early = meeting.key in self._course.early_sign_offs
            begin, end = _LAST_DAY if meeting.begins.day == _LAST else _EARLY if early else _LATE
            moment = self._midnight(meeting.begins.day) + self._chance.randrange(
                round(begin * _HOUR_MS), round(end * _HOUR_MS)
            )
            yield Step(moment, self._lead(session), SignOffSession(session.id))

    def own_questions(self) -> Iterator[Step]:
        """Added on the eve, by the inspector who looks after the key line of enquiry."""
        eve = self._midnight(self._content.sessions[0].begins.day) - 5 * _HOUR_MS
        for at, one in enumerate(self._course.own_questions):
            moment = eve + at * _MINUTE_MS
            added = AddLocalNode(new_id(moment, self._chance), one.kloe, "prompt", one.text)
            yield Step(moment, self._keeper(one.kloe), added)

    def _lead(self, session: SessionTimes) -> str:
        return self._names[session.meeting.lead]

    def _keeper(self, kloe: str = "W5") -> str:
        """Who looks after the key line of enquiry; risk is W5."""
        return next((one.name for one in self._content.team if kloe in one.covers), self._content.team[0].name)

    def _soon(self, session: SessionTimes) -> int:
        """In the first minutes; for a session on paper, when its notes begin to be typed up."""
        return session.written_from_ms + self._chance.randrange(60_000, 200_000)

    def _midnight(self, day: int) -> int:
        date = self._content.trust.start_date + dt.timedelta(days=day - 1)
        return unix_ms(dt.datetime.combine(date, dt.time(), dt.UTC))


def _utc(at_ms: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(at_ms / 1000, dt.UTC)
