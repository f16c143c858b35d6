"""No name of anybody at the trust stands on the screen of the evening meeting, or in its minutes: known ones are taken out.

Known are the names kept of participants, labels that are nothing but names, and what a line introduces by a title
(`titled`). Nobody can know the others.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator

from wellled_desktop.inspection.corroboration.titled import TitledNames

MASK = "[name]"
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "lord", "lady", "rev"})
# Taken for a name only where they are written as one: “will” and “may” are said of everything.
_ALSO = (
    "will may mark rose grace hope faith joy bill rob sue pat drew dean wade chase grant miles guy page price young long "
    "short white black brown green gray grey king knight cook baker mason north west wood woods hill day park parks ward "
    "wards bond bishop best good gold rich art frank ray jean case field fields the and van von of care cross hall house "
    "lane summer summers winter winters walker reader banks read sharp wise strong"
)
_ALSO_WORDS = frozenset(_ALSO.split())
_LEAST_IN_ANY_CASE = 3


class Masking:
    """Called with a text, gives it without the names. Built once for a reading of the record: some 1 ms for 100 people."""

    def __init__(
        self,
        names: Iterable[str],
        labels: Iterable[str] = (),
        ordinary: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        """`ordinary` gives the words, folded, that make no name of a label: those of the framework. Asked where one may be."""
        capital = [one for one in labels if _in_capitals(one)]
        known = ordinary() if capital else ()
        found = {part for name in (*names, *(one for one in capital if _is_name(one, known))) for part in _parts(name)}
        as_written = {part for part in found if len(part) < _LEAST_IN_ANY_CASE or part.casefold() in _ALSO_WORDS}
        patterns = _any_of(found - as_written, re.IGNORECASE), _any_of(as_written)
        self._patterns = tuple(pattern for pattern in patterns if pattern is not None)
        self._titled = TitledNames(MASK, _ALSO_WORDS, ordinary)

    def __call__(self, text: str) -> str:
        for pattern in self._patterns:
            text = pattern.sub(MASK, text)
        return _REPEATED.sub(MASK, self._titled.without(text))


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, folded."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


_REPEATED = re.compile(rf"{re.escape(MASK)}(?:[ .-]+{re.escape(MASK)})+")


def _any_of(words: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str] | None:
    """The longest first; None for none."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    alternatives = "|".join(re.escape(word).replace("'", "['’]") for word in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])", flags) if alternatives else None


def _parts(name: str) -> Iterator[str]:
    """The words of a name, each part of those with a hyphen or an apostrophe too, also without accents, as they are often typed;
    titles and mere initials are none.
    """
    for form in (name.replace("’", "'"), _plain(name.replace("’", "'"))):
        for word in (*_JOINED.findall(form), *_WORD.findall(form)):
            if len(word) > 1 and word.casefold() not in _TITLES:
                yield word


def _is_name(label: str, ordinary: Collection[str]) -> bool:
    """One word at least is none of the ordinary: Sister Anna, but not Ward Manager."""
    return any(word.casefold() not in ordinary for word in _long_words(label))


def _in_capitals(label: str) -> bool:
    """Every word begins with a capital, and one is long enough: not nurse A, nor NED."""
    return all(word[0].isupper() for word in _WORD.findall(label)) and any(True for _ in _long_words(label))


def _long_words(label: str) -> Iterator[str]:
    return (word for word in _WORD.findall(label) if len(word) >= _LEAST_IN_ANY_CASE and not word.isupper())


def _plain(name: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
