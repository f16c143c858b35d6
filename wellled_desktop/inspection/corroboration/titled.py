"""Names that a line itself introduces by a title: Dr Smith, Mrs van der Berg, Matron Y. A plain rule, and no more than that.

The title stays, for it says who speaks; what follows it is taken out where it is written as a name. After a personal title that
is the next word with a capital; after one that is a job, only a word that the framework and the language do not have of their
own: Matron Adeyemi, but not Matron Lead. A surname introduced so is then taken out in the rest of the same text too.
"""

import re
from collections.abc import Callable, Collection

_OF_PEOPLE = "dr drs mr mrs ms mx prof professor doctor sir dame lord lady rev reverend"
_PERSONAL = tuple(_OF_PEOPLE.split())
_JOBS = ("matron", "sister")
# “miss” is said of targets too: only as it is written before a name, and only before what is no ordinary word.
_TITLES = "|".join((*(f"{one}|{one.capitalize()}" for one in (*_PERSONAL, *_JOBS)), "Miss"))
_PARTICLES = "van|von|de|der|den|du|la|le|al|el|bin|ibn|ter|st"
_NAME = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_a-zß-öø-ÿ][^\W\d_]*)*"
_PATTERN = re.compile(
    rf"(?<![^\W_])(?P<title>{_TITLES})\.?[ \u00a0]+"
    rf"(?P<name>(?:(?:{_PARTICLES}) )*{_NAME}\.?(?:[ \u00a0-](?:(?:{_PARTICLES}) )*{_NAME}\.?){{0,3}})"
)
_ONE = re.compile(rf"(?:(?:{_PARTICLES}) )*(?P<word>{_NAME})\.?")
_OFFICES = "mayor chancellor justice lieutenant the and or we he she they it this that"
_NEVER_AFTER_A_TITLE = frozenset(_OFFICES.split())
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december"
)
# What begins a sentence that nobody ended before it, or names a job beside the person.
_OPENING = (
    "a an the i we he she it they this that these those there is was are were has had have will would can could said says told "
    "asked on in at of for from to with and but or if when as not no yes also then all both after before lead unit team ward "
    "wards post role cover rota shift bank band night day nurse consultant surgeon registrar"
)
_NEVER_A_NAME = frozenset((*_CALENDAR.split(), *_OPENING.split()))
_LEAST_ELSEWHERE = 3


class TitledNames:
    """`ordinary` gives the words, folded, that are no names: those of the framework. Asked where a title stands first."""

    def __init__(self, mask: str, common: Collection[str], ordinary: Callable[[], Collection[str]]) -> None:
        """`common` are names that are words of every day too: they are left alone where no title stands before them."""
        self._mask = mask
        self._common = common
        self._ask = ordinary
        self._words: frozenset[str] | None = None

    def without(self, text: str) -> str:
        """The text without them."""
        found: set[str] = set()

        def replaced(match: re.Match[str]) -> str:
            whole = match.group()
            end, words = self._end_of_name(match)
            if not words:
                return whole
            found.update(words)
            start = match.start("name") - match.start()
            return f"{whole[:start]}{self._mask}{whole[start + end :]}"

        text = _PATTERN.sub(replaced, text)
        elsewhere = [word for word in found if self._is_distinct(word)]
        if elsewhere:
            alternatives = "|".join(map(re.escape, sorted(elsewhere, key=lambda word: (-len(word), word))))
            text = re.sub(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])", self._mask, text)
        return text

    def _end_of_name(self, match: re.Match[str]) -> tuple[int, list[str]]:
        """How far into what follows the title the name goes, and its words. A full stop after a whole word ends it."""
        personal = match["title"].casefold() in _PERSONAL
        name, end = match["name"], 0
        words: list[str] = []
        for one in _ONE.finditer(name):
            word = one["word"]
            folded = word.casefold()
            first_of_person = personal and not words
            if folded in _NEVER_AFTER_A_TITLE or (not first_of_person and self._is_no_name(word)):
                break
            words.append(word)
            end = one.end("word")
            if len(word) > 1 and one.end() > end:
                break
        return end, words

    @property
    def _ordinary(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(self._ask())
        return self._words

    def _is_no_name(self, word: str) -> bool:
        """An initial is one; ED, ICU and NHS are none."""
        folded = word.casefold()
        return len(word) > 1 and (word.isupper() or folded in _NEVER_A_NAME or folded in self._ordinary)

    def _is_distinct(self, word: str) -> bool:
        folded = word.casefold()
        return len(word) >= _LEAST_ELSEWHERE and folded not in self._common and folded not in self._ordinary
