"""Lines whose place is given, and lines that point the other way: set into the notes before they are commands."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from wellled_desktop.inspection.example.course import Course, Spoken
from wellled_desktop.inspection.example.notes import Note
from wellled_desktop.inspection.words import Weight

OTHER_WAY = 110
_FEW = 0.4


def with_spoken(notes: Sequence[Note], course: Course) -> tuple[tuple[Note, ...], Note | None]:
    """The notes, with each given line in the place of the ordinary one nearest to its minute; and the immediate concern's."""
    marked = list(notes)
    taken: set[int] = set()
    concern = None
    for spoken in (*course.spoken, course.concern.line, *course.answers):
        places = [at for at, note in enumerate(marked) if at not in taken and _can_give_way(note, spoken)]
        if not places:
            continue
        at = min(places, key=lambda place: abs(_minute(marked[place]) - spoken.minute))
        taken.add(at)
        marked[at] = _given(marked[at], spoken)
        if spoken is course.concern.line:
            concern = marked[at]
    return tuple(marked), concern


def pointing_other_way(notes: Sequence[Note], chance: random.Random) -> tuple[Note, ...]:
    """The notes, some of those marked that say of a prompt what the fewer lines say of it: a strength among concerns."""
    weights = Counter((note.noted.tags[0], note.noted.weight) for note in notes if _weighed(note))
    against = [at for at, note in enumerate(notes) if _weighed(note) and _is_among_the_fewer(note, weights)]
    chosen = set(chance.sample(against, min(OTHER_WAY, len(against))))
    return tuple(
        msgspec.structs.replace(note, points_other_way=True) if at in chosen else note for at, note in enumerate(notes)
    )


def _can_give_way(note: Note, spoken: Spoken) -> bool:
    plain = note.noted.line_type == "said" and note.noted.weight == "neutral"
    return note.session.meeting.key == spoken.session and plain and not (note.claim or note.late)


def _minute(note: Note) -> float:
    return (note.at_ms - note.session.started_ms) / 60_000


def _given(note: Note, spoken: Spoken) -> Note:
    people = note.session.meeting.people
    speaker = next((at for at, one in enumerate(people) if spoken.label and one.label.startswith(spoken.label)), None)
    sentence = spoken.sentence
    noted = msgspec.structs.replace(
        note.noted,
        text=f"{sentence.words[:1].upper()}{sentence.words[1:]}",
        speaker=speaker,
        tags=sentence.tags,
        weight=sentence.weight,
        strong=False,
    )
    return msgspec.structs.replace(
        note,
        noted=noted,
        claim=sentence.claim,
        voice=spoken.voice,
        points_other_way=spoken.other_way,
        taken_back=spoken.taken_back,
        settled=True,
    )


def _weighed(note: Note) -> bool:
    return note.noted.weight != "neutral" and bool(note.noted.tags) and note.voice is None and not note.settled


def _is_among_the_fewer(note: Note, weights: Counter[tuple[str, Weight]]) -> bool:
    prompt = note.noted.tags[0]
    here, other = (weights[prompt, weight] for weight in _this_and_other(note.noted.weight))
    return here < _FEW * (here + other)


def _this_and_other(weight: Weight) -> Iterator[Weight]:
    yield weight
    yield "concern" if weight == "strength" else "strength"
