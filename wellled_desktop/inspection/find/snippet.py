"""The part of a text that shows why it was found, and the places in it to mark."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import msgspec

from wellled_desktop.inspection.find.query import Phrase, Query

WORDS, BEFORE = 30, 6
"""At most so many words are shown, so many of them before the first that is marked."""
_REACH = 400
"""So many letters before it are looked through for the words before a place."""

_WORD = re.compile(r"[^\W_]+")
_BEGINS, _ENDS, _BETWEEN = r"(?<![^\W_])", r"(?![^\W_])", r"[\W_]+"


class Snippet(NamedTuple):
    """`marked`: places in `text`, from and up to, in order and apart."""

    text: str
    marked: tuple[tuple[int, int], ...]


def snippet(text: str, query: Query, *, whole: bool = False, also: Sequence[str] = ()) -> Snippet:
    """The words around the first place found, on one line; the beginning of the text where nothing in it is to be marked; all
    of it where the `whole` is asked for. Marked are `also` these words, for which what was typed is taken.

    A page takes some 0.05 ms: its words are not taken apart, only those that are shown.
    """
    typed = (phrase for term in query.terms for phrase in (*term.own, *term.others))
    pattern = _pattern((*typed, *(Phrase((word,)) for word in also)))
    folded = _folded(text)
    first = pattern.search(folded)
    start, end = (0, len(text)) if whole else _around(text, first.start() if first else 0)
    opening, closing = "… " if start else "", " …" if end < len(text) else ""
    shift = len(opening) - start
    marked = ((found.start() + shift, found.end() + shift) for found in pattern.finditer(folded, start, end))
    return Snippet(opening + _one_line(text[start:end]) + closing, tuple(marked))


def holds(text: str, query: Query, *, whole: bool = False) -> bool:
    """Whether the text has every term of the query; with `whole` a word that is only begun has to stand there as it is."""
    folded = _folded(text)

    def has(phrase: Phrase) -> bool:
        wanted = msgspec.structs.replace(phrase, begun=False) if whole else phrase
        return _pattern((wanted,)).search(folded) is not None

    return all(all(map(has, term.own)) or any(map(has, term.others)) for term in query.terms)


@lru_cache(maxsize=50)
def _pattern(phrases: tuple[Phrase, ...]) -> re.Pattern[str]:
    """Finds any of the phrases, the longest first; nothing where there is none."""
    forms = sorted(map(_form, phrases), key=len, reverse=True)
    return re.compile("|".join(forms) or r"(?!)")


def _form(phrase: Phrase) -> str:
    spoken = _BETWEEN.join(re.escape(_folded(word)) for word in phrase.words)
    return f"{_BEGINS}{spoken}" + (r"[^\W_]*" if phrase.begun else _ENDS)


def _around(text: str, place: int) -> tuple[int, int]:
    """From where to where to show a text for the place."""
    start = _back(text, place, BEFORE)
    shown = list(islice(_WORD.finditer(text, start), WORDS + 1))
    if len(shown) > WORDS:
        return start, shown[WORDS - 1].end()
    return _back(text, start, WORDS - len(shown)), len(text)


def _back(text: str, place: int, count: int) -> int:
    """Where the words begin that are so many before the place; 0 where there are no more than that."""
    reach = max(0, place - _REACH)
    before = [found.start() for found in _WORD.finditer(text, reach, place)]
    if count and len(before) > count:
        return before[-count]
    return reach if count else place


def _one_line(text: str) -> str:
    """Letter for letter: what is marked stays where it is."""
    return re.sub(r"\s", " ", text)


def _folded(text: str) -> str:
    """Without capitals and accents, letter for letter."""
    return text.lower() if text.isascii() else "".join(map(_letter, text))


@lru_cache(maxsize=5_000)
def _letter(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0].lower()[0]
