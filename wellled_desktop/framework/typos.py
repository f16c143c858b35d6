"""Slips of the fingers: whether what was typed is, but for a letter or two, the beginning of a word."""

from collections.abc import Iterable, Iterator

_SHORT, _LONG = 4, 8
MOST_SLIPS = 2


def slips_allowed(typed: str) -> int:
    """None in a word of up to three letters, one in up to seven, two in a longer one."""
    return 0 if len(typed) < _SHORT else 1 if len(typed) < _LONG else MOST_SLIPS


def close_words(
    typed: str, words: Iterable[tuple[int, str, int]], at_most: int = MOST_SLIPS
) -> Iterator[tuple[int, int]]:
    """Of words given as (place, word, letters_of(word)) those that begin nearly as typed: (place, slips), slips at least 1.

    In a short word the first letter is taken to be right. Most words lack too many of the typed letters, which is told in no
    time.
    """
    allowed = slips_allowed(typed)
    if not allowed:
        return
    letters = letters_of(typed)
    first, most = typed[0] if allowed == 1 else "", min(allowed, at_most)
    for place, word, held in words:
        if word.startswith(first) and (letters & ~held).bit_count() <= most and (found := slips(typed, word, most)):
            yield place, found


def letters_of(word: str) -> int:
    """The letters and digits of a word as bits: which there are, not how often."""
    held = 0
    for letter in word:
        held |= 1 << (ord(letter) & 63)
    return held


def slips(typed: str, word: str, most: int) -> int | None:
    """The fewest slips (a letter too many, missing, wrong, or two swapped) that make `typed` of a beginning of `word`.

    None where it takes more than `most`. This is the optimal string alignment distance to the nearest prefix.
    """
    word = word[: len(typed) + most]
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(typed, start=1):
        last, row = row, [at]
        for place, other in enumerate(word, start=1):
            cost = min(last[place - 1] + (letter != other), last[place] + 1, row[place - 1] + 1)
            if at > 1 and place > 1 and letter == word[place - 2] and typed[at - 2] == other:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before = last
        if min(row) > most:
            return None
    fewest = min(row)
    return fewest if fewest <= most else None
