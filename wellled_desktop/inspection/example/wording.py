"""From a sentence with wordings to choose from to the words of one note line, repeating as little as can be."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wellled_desktop.inspection.example.writing import Sentence

_CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")
_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(\d+)-(\d+)")
_TRIES = 8


@dataclass
class Talk:
    """What has been said in one session, where nothing is said twice."""

    sentences: set[Sentence] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)


class Wording:
    """Remembers what has been said in the whole example, so that the next line says something else where it can.

    `again` are ways of noting that something heard before is heard here too; `{line}` stands for it.
    """

    def __init__(self, chance: random.Random, slots: Mapping[str, Sequence[str]], again: Sequence[str]) -> None:
        self._chance = chance
        self._slots = slots
        self._again = again
        self._said: set[str] = set()
        self._uses: Counter[Sentence] = Counter()
        self._spent: set[Sentence] = set()

    def new(self, pool: Iterable[Sentence], talk: Talk) -> tuple[Sentence, str] | None:
        """A sentence new to this talk, in words never said before in the whole example; the least used comes first."""
        for sentence in self._candidates(pool, talk):
            if sentence in self._spent:
                continue
            for text in self._forms(sentence):
                if text not in self._said:
                    return self._take(sentence, text, talk)
            self._spent.add(sentence)
        return None

    def repeated(self, pool: Iterable[Sentence], talk: Talk) -> tuple[Sentence, str] | None:
        """A sentence new to this talk although its words have been said in another; the least used comes first."""
        for sentence in self._candidates(pool, talk):
            for text in self._forms(sentence):
                if text not in talk.texts:
                    return self._take(sentence, text, talk)
        return None

    def heard_again(self, pool: Iterable[Sentence], talk: Talk) -> tuple[Sentence, str] | None:
        """As `repeated`, and noted as something that others have said too."""
        for sentence in self._candidates(pool, talk):
            for text in self._forms(sentence, self._again):
                if text not in self._said:
                    return self._take(sentence, text, talk)
        return self.repeated(pool, talk)

    def spoken(self, words: str) -> str:
        """One rendering of words that need not be new."""
        return _capital(_SLOT.sub(self._slot, _CHOICE.sub(self._choice, words)))

    def _candidates(self, pool: Iterable[Sentence], talk: Talk) -> list[Sentence]:
        candidates = [sentence for sentence in pool if sentence not in talk.sentences]
        self._chance.shuffle(candidates)
        candidates.sort(key=self._uses.__getitem__)
        return candidates

    def _forms(self, sentence: Sentence, frames: Sequence[str] = ("{line}",)) -> Iterable[str]:
        varied = len(frames) > 1 or "[" in sentence.words or "{" in sentence.words
        for _ in range(_TRIES if varied else 1):
            yield self.spoken(self._chance.choice(frames).replace("{line}", sentence.words))

    def _take(self, sentence: Sentence, text: str, talk: Talk) -> tuple[Sentence, str]:
        self._uses[sentence] += 1
        self._said.add(text)
        talk.sentences.add(sentence)
        talk.texts.add(text)
        return sentence, text

    def _choice(self, match: re.Match[str]) -> str:
        wordings: list[str] = match[1].split("|")
        return self._chance.choice(wordings)

    def _slot(self, match: re.Match[str]) -> str:
        numbers = _RANGE.fullmatch(match[1])
        if numbers:
            return str(self._chance.randint(int(numbers[1]), int(numbers[2])))
        return self._chance.choice(self._slots[match[1]])


def _capital(text: str) -> str:
    """With its first letter large, as a line begins; an opening quotation mark may stand before it."""
    for position, character in enumerate(text):
        if character.isalpha():
            return text[:position] + character.upper() + text[position + 1 :]
        if character.isdigit():
            break
    return text


def slip(text: str, chance: random.Random) -> str:
    """The text as typed in haste: two letters of one long word changed over. The same text where no word is long enough."""
    words = [match for match in re.finditer(r"[a-z]{6,}", text) if _swappable(match[0])]
    if not words:
        return text
    word = chance.choice(words)
    at = word.start() + chance.choice(_swappable(word[0]))
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _swappable(word: str) -> list[int]:
    return [at for at in range(1, len(word) - 2) if word[at] != word[at + 1]]
