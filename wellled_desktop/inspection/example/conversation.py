"""What is noted in one meeting, in order: the questions, what each person says, what is seen and read beside it."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wellled_desktop.inspection.example.content import ExampleContent, Meeting
from wellled_desktop.inspection.example.schedule import shared_out
from wellled_desktop.inspection.example.wording import Talk, Wording
from wellled_desktop.inspection.example.writing import ContentError, Sentence
from wellled_desktop.inspection.words import LineType, Weight

ASIDES: tuple[LineType, ...] = ("seen", "inference")
_OPENING, _CLOSING = 2, 2
# How often a line beside the talk is read, data or inference, by whether the inspectors ask or only watch.
_ASKING: dict[LineType, float] = {"read": 0.02, "data": 0.05, "inference": 0.09}
_WATCHING: dict[LineType, float] = {"data": 0.05, "inference": 0.06}
_WEIGHT_MARKED = 0.5
_LEFT_UNTAGGED = 0.05
_GOES_ON = 0.4
_READ_THROUGH = 0.4
_SEEN_ON_ROUNDS = 0.35


class Noted(msgspec.Struct, frozen=True):
    """The content of one note line; `speaker` is a position among the meeting's people."""

    text: str
    line_type: LineType
    speaker: int | None
    tags: tuple[str, ...]
    weight: Weight
    claim: bool
    strong: bool


class Conversation:
    """One meeting's talk. Nothing is said twice in it, afterwards included."""

    def __init__(self, meeting: Meeting, content: ExampleContent, wording: Wording, chance: random.Random) -> None:
        self._meeting = meeting
        self._content = content
        self._wording = wording
        self._chance = chance
        self._talk = Talk()
        self._watching = meeting.kind == "observation"
        self._speaker: int | None = None
        self._voices = [self._voice(person.role) for person in meeting.people]
        self._sayers: dict[Sentence, tuple[int, ...]] = {}
        self._by_prompt: dict[str, list[Sentence]] = {}
        self._own: dict[str, list[Sentence]] = {}
        self._gather()

    def lines(self, count: int) -> list[Noted]:
        """`count` lines from the opening to the closing ones."""
        covers = self._meeting.covers
        sizes = shared_out(count - _OPENING - _CLOSING, [self._chance.uniform(0.7, 1.3) for _ in covers])
        first, last = ("arriving", "leaving") if self._watching else ("opening", "closing")
        opening = [self._plain(first) for _ in range(_OPENING)]
        body = [noted for prompt, size in zip(covers, sizes, strict=True) for noted in self._about(prompt, size)]
        return [*opening, *body, *(self._plain(last) for _ in range(_CLOSING))]

    def afterthought(self) -> Noted:
        """A line written soon after the end: what was met on the way out, or what one makes of it."""
        aside = self._chance.choice((None, *ASIDES))
        noted = self._aside(aside, self._chance.choice(self._meeting.covers)) if aside else None
        return noted or self._plain("afterwards")

    def reading(self) -> Noted:
        """A line written on the rounds or in the base room afterwards: seen, or read in a document."""
        seen = self._chance.random() < _SEEN_ON_ROUNDS
        noted = self._aside("seen", *self._meeting.covers) if seen else None
        return noted or self._read()

    def _read(self) -> Noted:
        pool = [sentence for prompt in self._meeting.covers for sentence in self._asides("read", prompt)]
        documents = self._content.documents
        found = None
        if self._chance.random() < _READ_THROUGH:
            found = self._wording.new(documents, self._talk)
        found = found or self._wording.new(pool, self._talk) or self._wording.repeated((*pool, *documents), self._talk)
        if found is None:
            raise ContentError(f"Nothing left to read after {self._meeting.key}.")
        return self._noted(found, "read", None)

    def _about(self, prompt: str, size: int) -> Iterator[Noted]:
        chances = _WATCHING if self._watching else _ASKING
        for position in range(size):
            if position == 0 and size > 2 and not self._watching and (asked := self._ask(prompt)):
                yield asked
                continue
            aside = self._chosen_aside(chances) if position else None
            yield (self._aside(aside, prompt) if aside else None) or self._said(prompt)

    def _chosen_aside(self, chances: dict[LineType, float]) -> LineType | None:
        point = self._chance.random()
        for line_type, share in chances.items():
            if point < share:
                return line_type
            point -= share
        return None

    def _said(self, prompt: str) -> Noted:
        """Something new on this prompt, this role's own words first, or near it; else on anything; only then what was said
        in another meeting."""
        kloe = prompt.partition(".")[0]
        near = [one for one in self._by_prompt if one.partition(".")[0] == kloe]
        if found := self._wording.new(self._own.get(prompt, ()), self._talk):
            return self._by_somebody(found)
        circles = ([prompt], near, list(self._meeting.covers), list(self._by_prompt))
        for draw in (self._wording.new, self._wording.heard_again):
            for prompts in circles:
                pool = [sentence for one in prompts for sentence in self._by_prompt.get(one, ())]
                found = draw(pool, self._talk)
                if found is not None:
                    return self._by_somebody(found)
        raise ContentError(f"Nothing left to say in {self._meeting.key}.")

    def _by_somebody(self, found: tuple[Sentence, str]) -> Noted:
        """Said by one of those who can; what has no sayer was seen by the inspectors."""
        sayers = self._sayers[found[0]]
        return self._noted(found, "said", self._next_speaker(sayers)) if sayers else self._noted(found, "seen", None)

    def _ask(self, prompt: str) -> Noted | None:
        found = self._wording.new(self._content.prompts.get(prompt, {}).get("ask", ()), self._talk)
        return self._noted(found, "said", None) if found else None

    def _aside(self, line_type: LineType, *prompts: str) -> Noted | None:
        pool = [sentence for prompt in prompts for sentence in self._asides(line_type, prompt)]
        found = self._wording.new(pool, self._talk)
        return self._noted(found, line_type, None) if found else None

    def _asides(self, line_type: LineType, prompt: str) -> Sequence[Sentence]:
        return self._content.prompts.get(prompt, {}).get(line_type, ())

    def _plain(self, part: str) -> Noted:
        pool = self._content.talk[part]
        found = self._wording.new(pool, self._talk) or self._wording.repeated(pool, self._talk)
        if found is None:
            raise ContentError(f"Too few sentences for “{part}” in {self._meeting.key}.")
        return self._noted(found, "said" if part in ("opening", "closing") else "seen", None)

    def _noted(self, found: tuple[Sentence, str], line_type: LineType, speaker: int | None) -> Noted:
        sentence, text = found
        weighed = sentence.strong or (sentence.weight != "neutral" and self._chance.random() < _WEIGHT_MARKED)
        bare = len(sentence.tags) == 1 and sentence.weight == "neutral" and self._chance.random() < _LEFT_UNTAGGED
        return Noted(
            text=text,
            line_type=line_type,
            speaker=speaker,
            tags=() if bare else tuple(dict.fromkeys(sentence.tags)),
            weight=sentence.weight if weighed and line_type != "inference" else "neutral",
            claim=sentence.claim,
            strong=sentence.strong and speaker is not None,
        )

    def _next_speaker(self, sayers: tuple[int, ...]) -> int:
        if self._speaker in sayers and self._chance.random() < _GOES_ON:
            return self._speaker
        self._speaker = self._chance.choice(sayers)
        return self._speaker

    def _gather(self) -> None:
        """Who can say what here: the voice of each person's role, their role's own sentences, and this meeting's own."""
        everybody = tuple(range(len(self._meeting.people)))
        for voice in dict.fromkeys(self._voices):
            sayers = tuple(at for at in everybody if self._voices[at] == voice)
            for voices in self._content.prompts.values():
                self._add(voices.get(voice, ()), sayers)
        self._add_own(self._meeting.key, everybody, otherwise=() if self._watching else everybody)
        for role in self._meeting.roles:
            if role != self._meeting.key and self._meeting.voice is None and not self._watching:
                holders = tuple(at for at in everybody if self._meeting.people[at].role == role)
                self._add_own(role, holders, otherwise=holders)

    def _add_own(self, key: str, sayers: tuple[int, ...], otherwise: tuple[int, ...]) -> None:
        """A sentence that begins with one person's label (“SIRO: …”) is that person's, and is noted without it."""
        for sentence in self._content.roles.get(key, ()):
            label, _, words = sentence.words.partition(": ")
            named = tuple(at for at in sayers if words and _is_called(label, self._meeting.people[at].label))
            own = msgspec.structs.replace(sentence, words=words) if len(named) == 1 else sentence
            self._add((own,), named if len(named) == 1 else otherwise)
            self._own.setdefault(own.tags[0], []).append(own)

    def _add(self, sentences: Iterable[Sentence], sayers: tuple[int, ...]) -> None:
        for sentence in sentences:
            self._sayers[sentence] = sayers
            self._by_prompt.setdefault(sentence.tags[0], []).append(sentence)

    def _voice(self, role: str) -> str:
        return self._meeting.voice or self._content.voices.get(role, "senior-leader")


def _is_called(name: str, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", label, re.IGNORECASE) is not None
