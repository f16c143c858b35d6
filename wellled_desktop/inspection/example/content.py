"""What the worked example is made of, read from plain data: the visit, and the sentences people say. Reads no files."""

import datetime as dt
from typing import Any, cast

import msgspec

from wellled_desktop.framework.pack import TrustType
from wellled_desktop.inspection.example.course import Course, course_from
from wellled_desktop.inspection.example.writing import ContentError, Occasion, Sentence, lines_of, occasion, sentences
from wellled_desktop.inspection.words import EvidenceState, LineType, SessionKind, SourceKind


class TrustFacts(msgspec.Struct, frozen=True):
    name: str
    provider_code: str
    trust_types: tuple[TrustType, ...]
    start_date: dt.date
    days: int


class Inspector(msgspec.Struct, frozen=True):
    """`covers` are the key lines of enquiry whose evidence this one looks after."""

    key: str
    name: str
    title: str
    covers: tuple[str, ...] = ()


class Person(msgspec.Struct, frozen=True):
    role: str
    label: str = ""
    name: str | None = None


class Meeting(msgspec.Struct, frozen=True):
    """One session of the visit: who meets whom, and which prompts it turns to, in that order.

    A pause is the minute it begins and how many it lasts. `on_paper_until` is the moment from which the notes of a session held
    on paper are typed up.
    """

    key: str
    kind: SessionKind
    title: str
    roles: tuple[str, ...]
    people: tuple[Person, ...]
    place: str
    lead: str
    start: str
    covers: tuple[str, ...]
    note_takers: tuple[str, ...] = ()
    minutes: int = 60
    planned: str | None = None
    voice: str | None = None
    pauses: tuple[str, ...] = ()
    on_paper_until: str | None = None

    @property
    def begins(self) -> Occasion:
        return occasion(self.start)

    @property
    def writers(self) -> tuple[str, ...]:
        return (self.lead, *self.note_takers)


class StateChange(msgspec.Struct, frozen=True):
    node: str
    state: EvidenceState
    at: Occasion
    reason: str | None


class Gathered(msgspec.Struct, frozen=True):
    """One evidence entry to be recorded."""

    at: Occasion
    kind: SourceKind
    title: str
    owner: str
    dated: dt.date
    nodes: tuple[str, ...]
    remarks: str


class WordsAdded(msgspec.Struct, frozen=True):
    add: str
    reason: str


class TypeChanged(msgspec.Struct, frozen=True):
    to: LineType
    reason: str


class Afterwards(msgspec.Struct, frozen=True):
    """What happens to lines later, and the reasons inspectors give for it."""

    words: tuple[WordsAdded, ...]
    types: tuple[TypeChanged, ...]
    speakers: tuple[str, ...]
    retractions: tuple[str, ...]
    restorations: tuple[str, ...]


class _Visit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    trust: TrustFacts
    team: tuple[Inspector, ...]
    slots: dict[str, tuple[str, ...]]
    voices: dict[str, str]
    sessions: tuple[Meeting, ...]
    evidence_states: str
    evidence_entries: str
    afterwards: Afterwards


class ExampleContent(msgspec.Struct, frozen=True):
    """`prompts` is prompt → voice → sentences; `roles` adds what only one role or session says; `talk` opens and closes.

    `documents` are what there is to say of each document that the trust had sent before the visit.
    """

    trust: TrustFacts
    team: tuple[Inspector, ...]
    slots: dict[str, tuple[str, ...]]
    voices: dict[str, str]
    sessions: tuple[Meeting, ...]
    states: tuple[StateChange, ...]
    entries: tuple[Gathered, ...]
    afterwards: Afterwards
    prompts: dict[str, dict[str, tuple[Sentence, ...]]]
    roles: dict[str, tuple[Sentence, ...]]
    talk: dict[str, tuple[Sentence, ...]]
    documents: tuple[Sentence, ...]
    course: Course


def content_from(
    visit: object, lines_of_enquiry: list[object], roles: object, talk: object, course: object
) -> ExampleContent:
    """The whole content from the plain data of its files. Raises ContentError with the place."""
    try:
        facts = msgspec.convert(visit, _Visit)
        blocks = [msgspec.convert(one, dict[str, dict[str, dict[str, str]]]) for one in lines_of_enquiry]
        role_blocks = msgspec.convert(roles, dict[str, str])
        talk_blocks = msgspec.convert(talk, dict[str, str])
    except msgspec.ValidationError as error:
        raise ContentError(f"The example's content is not of the expected form: {error}") from None
    entries = tuple(_entry(line) for line in lines_of(facts.evidence_entries))
    talk_sentences = {part: sentences(text) for part, text in talk_blocks.items()}
    return ExampleContent(
        trust=facts.trust,
        team=facts.team,
        slots=facts.slots,
        voices=facts.voices,
        sessions=facts.sessions,
        states=tuple(_state(line) for line in lines_of(facts.evidence_states)),
        entries=entries,
        afterwards=facts.afterwards,
        prompts={
            prompt: {voice: sentences(text, prompt) for voice, text in voices.items()}
            for one in blocks
            for prompt, voices in one["prompts"].items()
        },
        roles={role: sentences(text) for role, text in role_blocks.items()},
        talk=talk_sentences,
        documents=tuple(
            _about(entry, said) for entry in entries if entry.at.day < 1 for said in talk_sentences["document"]
        ),
        course=course_from(course),
    )


def _about(entry: Gathered, said: Sentence) -> Sentence:
    return msgspec.structs.replace(said, words=said.words.replace("{document}", f"“{entry.title}”"), tags=entry.nodes)


def _state(line: str) -> StateChange:
    head, _, reason = line.partition(" | ")
    node, state, day, clock = head.split()
    return StateChange(node, cast("EvidenceState", state), occasion(f"{day} {clock}"), reason.strip() or None)


def _entry(line: str) -> Gathered:
    head, title, owner, dated, nodes, *rest = (part.strip() for part in line.split("|"))
    day, clock, kind = head.split()
    fields: dict[str, Any] = {
        "at": occasion(f"{day} {clock}"),
        "kind": kind,
        "title": title,
        "owner": owner,
        "dated": dated,
        "nodes": nodes.split(),
        "remarks": rest[0] if rest else "",
    }
    return msgspec.convert(fields, Gathered)
