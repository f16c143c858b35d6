"""How an entry of the example's files is written: a mark, words, tags; a day and a time. Reads no files."""

import datetime as dt
import re
from collections.abc import Mapping

import msgspec

from wellled_desktop.inspection.words import Weight

_MARKS: Mapping[str, tuple[Weight, bool]] = {
    "++": ("strength", True),
    "+": ("strength", False),
    "=": ("neutral", False),
    "-": ("concern", False),
    "--": ("concern", True),
}
_SENTENCE = re.compile(r"(?P<mark>\+\+|\+|--|-|=) (?P<words>.*?)(?P<tags>(?: #[\w.]+)*)(?P<claim> !)?")


class ContentError(ValueError):
    """A file of the example is not written as its own heading says; the text names the place."""


class Sentence(msgspec.Struct, frozen=True):
    """One way of saying something, with wordings to choose from. `strong` ones always carry their weight.

    The first of `tags` is the prompt it answers.
    """

    words: str
    weight: Weight = "neutral"
    strong: bool = False
    tags: tuple[str, ...] = ()
    claim: bool = False


class Occasion(msgspec.Struct, frozen=True):
    """A day of the visit (1 is the first) and a time on the wall."""

    day: int
    clock: dt.time

    def on(self, first_day: dt.date) -> dt.datetime:
        """The moment itself. The example's days lie in Greenwich Mean Time."""
        return dt.datetime.combine(first_day + dt.timedelta(days=self.day - 1), self.clock, dt.UTC)


def sentences(block: str, *tags: str) -> tuple[Sentence, ...]:
    """The sentences of a block, one a line, each with `tags` before its own. Raises ContentError with the line."""
    return tuple(_sentence(line, tags) for line in lines_of(block))


def occasion(text: str) -> Occasion:
    """`2 15:45` as a day and a time."""
    day, clock = text.split()
    return Occasion(int(day), dt.time.fromisoformat(clock))


def lines_of(block: str) -> list[str]:
    """The lines of a block that hold anything."""
    return [line.strip() for line in block.splitlines() if line.strip()]


def _sentence(line: str, before: tuple[str, ...]) -> Sentence:
    match = _SENTENCE.fullmatch(line)
    if match is None:
        raise ContentError(f"Not a mark and a sentence: {line}")
    weight, strong = _MARKS[match["mark"]]
    tags = (*before, *(tag.lstrip("#") for tag in match["tags"].split()))
    return Sentence(_ended(match["words"].strip()), weight, strong, tags, match["claim"] is not None)


def _ended(words: str) -> str:
    """With its full stop, which the files may leave out."""
    return words if words.rstrip("”’)]").endswith((".", "!", "?")) else f"{words}."
