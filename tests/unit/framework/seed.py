"""The published text as it was extracted, and the comparison of a pack's words with the lines they are said to stand on."""

import re
from pathlib import Path

LINES = (Path(__file__).parent / "data" / "seed.txt").read_text(encoding="utf-8").split("\n")
_MARKUP = re.compile(r"<u>|</u>|\*\*")
_MARKS = re.compile(r"[✓√•◆·¹*\t\s]")
_LIST_DASH = re.compile(r"^\s*-+\s|^-$")


def plain(text: str) -> str:
    """The characters of a text without space, bullets, ticks, table marks and underlining."""
    return _MARKS.sub("", _MARKUP.sub("", _LIST_DASH.sub("", text)))


def line(number: int) -> str:
    return LINES[number - 1]


def cited(numbers: tuple[int, ...]) -> list[str]:
    return [plain(line(number)) for number in numbers]


def stands(text: str, lines: tuple[int, ...]) -> bool:
    """Whether the whole text stands in these lines, in at most one piece a line and in their order."""
    rest = plain(text)
    for words in cited(lines):
        rest = rest[_longest_start(rest, words) :]
    return not rest


def _longest_start(rest: str, words: str) -> int:
    """How much of the start of `rest` stands in `words`; a few letters in common are chance and count for nothing."""
    size = len(rest)
    while size and rest[:size] not in words:
        size -= 1
    return size if size >= min(6, len(rest)) else 0
