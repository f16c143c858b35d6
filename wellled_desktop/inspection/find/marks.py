"""The marks by which things are found other than by their words: in:W3, type:said, day:2, is:claim, from:governors.

Each mark is one word of letters and figures, so that the index of the words can hold the marks as well.
"""

import datetime as dt
from functools import lru_cache

from wellled_desktop.framework.finding import words

EVERYTHING = "all"
"""The mark of everything there is to find."""
RETRACTED = "isretracted"


def kind_mark(kind: str) -> str:
    return f"kind{_letters(kind)}"


def state_mark(state: str) -> str:
    """Of a claim, a concern, a strength, of what is retracted."""
    return f"is{_letters(state)}"


def type_mark(line_type: str) -> str:
    return f"type{_letters(line_type)}"


def day_mark(day: str) -> str:
    """Of a day as YYYY-MM-DD."""
    return f"day{_letters(day)}"


def day_of(mark: str) -> dt.date:
    """The day that is marked."""
    return dt.date.fromisoformat(mark.removeprefix("day"))


def role_mark(role: str) -> str:
    """Of a role by its id, or of a voice that is nobody's in particular."""
    return f"from{_letters(role)}"


@lru_cache(maxsize=1_000)
def author_marks(author: str) -> tuple[str, ...]:
    """Of the whole name and of each word of it."""
    parts = tuple(words(author))
    return tuple(dict.fromkeys(f"by{part}" for part in ("".join(parts), *parts) if part))


@lru_cache(maxsize=5_000)
def node_marks(node: str) -> tuple[str, ...]:
    """Of a node and of all it stands under: W4.E4.1 is in W4.E4 and in W4."""
    parts = [_letters(part) for part in node.split(".")]
    return tuple(f"in{'x'.join(parts[: length + 1])}" for length in range(len(parts)))


@lru_cache(maxsize=5_000)
def _letters(text: str) -> str:
    return "".join(words(text))
