"""The lines as written, and what becomes of them: slips corrected at once, amendments with a reason, retractions, coding."""

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence

from wellled_desktop.inspection.commands import AmendLine, RestoreLine, RetractLine, WriteLine
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.notes import Note
from wellled_desktop.inspection.example.steps import Step
from wellled_desktop.inspection.example.wording import slip

CORRECTIONS = 64
WORDS_AMENDED, TYPES_AMENDED, SPEAKERS_AMENDED = 28, 4, 8
RETRACTIONS, RESTORATIONS = 15, 3
CODINGS = 48
_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS
# From midnight: going over the day's lines after the talks, and again in the evening; the last day ends earlier.
_CODING_HOURS = {1: (17.3, 18.2), 2: (17.6, 18.3), 3: (12.9, 13.5)}
_AMENDING_HOURS = {1: (20.0, 21.5), 2: (20.0, 21.5), 3: (13.0, 14.5)}


def afterwards(content: ExampleContent, notes: Sequence[Note], chance: random.Random) -> Iterator[Step]:
    """Every step of every line, by time. No line meets two of these fates, so that none stands in another's way."""
    fates = _Fates(content, notes, chance)
    slips = {note.id: slip(note.noted.text, chance) for note in fates.take(CORRECTIONS)}
    steps = [_written(note, slips.get(note.id, note.noted.text)) for note in notes]
    steps += [_corrected(note, chance) for note in notes if note.id in slips]
    steps += fates.amendments()
    steps += fates.retractions()
    steps += fates.codings()
    steps += [_taken_back(note, content) for note in notes if note.taken_back]
    return iter(sorted(steps, key=lambda step: step.unix_ms))


def _written(note: Note, text: str) -> Step:
    noted = note.noted
    command = WriteLine(
        id=note.id,
        session=note.session.id,
        text=text,
        line_type=noted.line_type,
        speaker=note.voice or (None if noted.speaker is None else note.session.participants[noted.speaker]),
        tags=noted.tags,
        claim=note.claim,
        weight=noted.weight,
        points_other_way=note.points_other_way,
    )
    return Step(note.at_ms, note.author, command)


def _corrected(note: Note, chance: random.Random) -> Step:
    moment = note.at_ms + chance.randrange(8_000, 4 * _MINUTE_MS)
    return Step(moment, note.author, AmendLine(note.id, text=note.noted.text))


def _taken_back(note: Note, content: ExampleContent) -> Step:
    moment = note.at_ms + 2 * _HOUR_MS
    return Step(moment, note.author, RetractLine(note.id, content.afterwards.retractions[0]))


class _Fates:
    """Picks lines for what happens to them later, each line at most once."""

    def __init__(self, content: ExampleContent, notes: Sequence[Note], chance: random.Random) -> None:
        self._content = content
        self._chance = chance
        self._left = [note for note in notes if not (note.late or note.settled)]

    def take(self, count: int, fits: Callable[[Note], bool] = lambda _note: True) -> list[Note]:
        taken = self._chance.sample([note for note in self._left if fits(note)], count)
        chosen = {note.id for note in taken}
        self._left = [note for note in self._left if note.id not in chosen]
        return taken

    def amendments(self) -> list[Step]:
        reasons = self._content.afterwards
        steps: list[Step] = []
        for note in self.take(WORDS_AMENDED, lambda note: note.noted.speaker is not None):
            words = self._chance.choice(reasons.words)
            change = AmendLine(note.id, text=f"{note.noted.text} {words.add}", reason=words.reason)
            steps.append(Step(self._later(note, _AMENDING_HOURS), note.author, change))
        for note in self.take(TYPES_AMENDED, lambda note: note.noted.speaker is not None):
            turned = self._chance.choice(reasons.types)
            change = AmendLine(note.id, line_type=turned.to, speaker="", reason=turned.reason)
            steps.append(Step(self._later(note, _AMENDING_HOURS), note.author, change))
        for note in self.take(SPEAKERS_AMENDED, _said_among_several):
            change = AmendLine(note.id, speaker=_neighbour(note), reason=self._chance.choice(reasons.speakers))
            steps.append(Step(self._later(note, _AMENDING_HOURS), note.author, change))
        return steps

    def retractions(self) -> list[Step]:
        reasons = self._content.afterwards
        steps: list[Step] = []
        for at, note in enumerate(self.take(RETRACTIONS)):
            moment = note.at_ms + self._chance.randrange(20, 170) * _MINUTE_MS
            steps.append(Step(moment, note.author, RetractLine(note.id, self._chance.choice(reasons.retractions))))
            if at < RESTORATIONS:
                back = moment + self._chance.randrange(30, 70) * _MINUTE_MS
                steps.append(Step(back, note.author, RestoreLine(note.id, reasons.restorations[at])))
        return steps

    def codings(self) -> list[Step]:
        """The evening's tidying: the line is also counted to the interviews, or the groups, of its line of enquiry."""
        steps: list[Step] = []
        for note in self.take(CODINGS, lambda note: bool(note.noted.tags) and note.noted.speaker is not None):
            item = "E2" if note.session.meeting.kind == "focus-group" else "E1"
            tag = f"{note.noted.tags[0].partition('.')[0]}.{item}"
            moment = self._later(note, _CODING_HOURS)
            steps.append(Step(moment, note.author, AmendLine(note.id, tags=(*note.noted.tags, tag))))
        return steps

    def _later(self, note: Note, hours: dict[int, tuple[float, float]]) -> int:
        """A moment in those hours of the line's own day."""
        midnight = note.at_ms - note.at_ms % (24 * _HOUR_MS)
        day = (dt.datetime.fromtimestamp(note.at_ms / 1000, dt.UTC).date() - self._content.trust.start_date).days + 1
        begin, end = hours[day]
        return midnight + self._chance.randrange(round(begin * _HOUR_MS), round(end * _HOUR_MS))


def _said_among_several(note: Note) -> bool:
    return note.noted.speaker is not None and len(note.session.participants) > 1


def _neighbour(note: Note) -> str:
    """The participant beside the one first noted."""
    people = note.session.participants
    return people[((note.noted.speaker or 0) + 1) % len(people)]
