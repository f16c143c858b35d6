"""Who of the team writes which line when: during a meeting, soon after it, and while reading documents later."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence

import msgspec

from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.conversation import Conversation, Noted
from wellled_desktop.inspection.example.schedule import at_leisure, shared_out, talk_pace
from wellled_desktop.inspection.example.sessions import SessionTimes
from wellled_desktop.inspection.example.steps import new_id, unix_ms
from wellled_desktop.inspection.example.wording import Wording
from wellled_desktop.inspection.words import Voice

AFTERTHOUGHTS = 60
READINGS = 150
CLAIMS = 120
# When the team reads: in the base room, in the hotel in the evening, and to close gaps on the last day.
_READING_TIMES = (
    (1, "15:36", "16:50"),
    (1, "20:05", "21:25"),
    (2, "15:50", "16:50"),
    (2, "20:05", "21:25"),
    (3, "11:20", "12:50"),
)


class Note(msgspec.Struct, frozen=True):
    """One line of the record before it is a command.

    A `late` one was written after its session; `voice` speaks where nobody in particular does. What is `settled` is neither
    corrected nor taken back later, unless it is `taken_back` by its own account.
    """

    id: str
    at_ms: int
    author: str
    session: SessionTimes
    noted: Noted
    claim: bool
    late: bool
    voice: Voice | None = None
    points_other_way: bool = False
    settled: bool = False
    taken_back: bool = False


class _Placed(msgspec.Struct, frozen=True):
    at_ms: int
    writer: str
    session: SessionTimes
    noted: Noted
    late: bool


class NoteTaking:
    """All lines of all sessions."""

    def __init__(self, content: ExampleContent, sessions: Sequence[SessionTimes], chance: random.Random) -> None:
        self._content = content
        self._sessions = sessions
        self._chance = chance
        again = [sentence.words.removesuffix(".") for sentence in content.talk["again"]]
        wording = Wording(chance, content.slots, again)
        self._talks = {one.id: Conversation(one.meeting, content, wording, chance) for one in sessions}

    def notes(self, total: int) -> tuple[Note, ...]:
        """Exactly `total` lines, by time."""
        weights = [one.minutes * len(one.meeting.writers) for one in self._sessions]
        counts = shared_out(total - AFTERTHOUGHTS - READINGS, weights)
        placed: list[_Placed] = []
        for session, count in zip(self._sessions, counts, strict=True):
            placed += self._during(session, count)
        placed += self._soon_after()
        placed += self._reading()
        placed.sort(key=lambda one: one.at_ms)
        return self._as_notes(placed)

    def _during(self, session: SessionTimes, count: int) -> Iterator[_Placed]:
        writers = session.meeting.writers
        shares = shared_out(count, [1.0] * len(writers))
        times = [
            (session.with_pauses(moment), writer)
            for writer, share in zip(writers, shares, strict=True)
            for moment in talk_pace(session.written_from_ms, session.minutes, share, self._chance)
        ]
        lines = self._talks[session.id].lines(count)
        for (moment, writer), noted in zip(sorted(times), lines, strict=True):
            yield _Placed(moment, writer, session, noted, late=session.on_paper)

    def _soon_after(self) -> Iterator[_Placed]:
        for at in range(AFTERTHOUGHTS):
            session = self._sessions[at % len(self._sessions)]
            moment = session.written_ms + self._chance.randrange(90_000, 780_000)
            writer = self._chance.choice(session.meeting.writers)
            yield _Placed(moment, writer, session, self._talks[session.id].afterthought(), late=True)

    def _reading(self) -> Iterator[_Placed]:
        """Each free member of the team at each reading time, about a meeting of that day."""
        places = list(self._reading_places())
        for (begin, end, writer, sessions), count in zip(
            places, shared_out(READINGS, [1.0] * len(places)), strict=True
        ):
            for moment in at_leisure(begin, end, count, self._chance):
                session = self._chance.choice(sessions)
                yield _Placed(moment, writer, session, self._talks[session.id].reading(), late=True)

    def _reading_places(self) -> Iterator[tuple[int, int, str, list[SessionTimes]]]:
        for day, begins, ends in _READING_TIMES:
            begin, end = self._moment(day, begins), self._moment(day, ends)
            for member in self._content.team:
                own = [one for one in self._sessions if member.key in one.meeting.writers]
                busy = any(one.started_ms < end and begin < one.ended_ms for one in own)
                today = [one for one in own if one.meeting.begins.day == day and one.written_ms < begin]
                if today and not busy:
                    yield begin, end, member.key, today

    def _moment(self, day: int, clock: str) -> int:
        date = self._content.trust.start_date + dt.timedelta(days=day - 1)
        return unix_ms(dt.datetime.combine(date, dt.time.fromisoformat(clock), dt.UTC))

    def _as_notes(self, placed: list[_Placed]) -> tuple[Note, ...]:
        names = {one.key: one.name for one in self._content.team}
        claims = self._claims(placed)
        return tuple(
            Note(
                id=new_id(one.at_ms, self._chance),
                at_ms=one.at_ms,
                author=names[one.writer],
                session=one.session,
                noted=one.noted,
                claim=at in claims,
                late=one.late,
            )
            for at, one in enumerate(placed)
        )

    def _claims(self, placed: list[_Placed]) -> set[int]:
        """Which lines are claims, beside those on the team's own questions: those whose sentence calls for proof, and strong
        ones if there are too few.
        """
        wanted = CLAIMS - sum(one.sentence.claim for one in self._content.course.answers)
        called = [at for at, one in enumerate(placed) if one.noted.claim]
        strong = [at for at, one in enumerate(placed) if one.noted.strong and not one.noted.claim]
        chosen = self._chance.sample(called, min(wanted, len(called)))
        return set(chosen) | set(self._chance.sample(strong, wanted - len(chosen)))
