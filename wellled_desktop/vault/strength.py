"""How hard a passphrase is to guess: a small, honest estimate from its own letters, without any dictionary.

What it sees: length, words, variety, repeats, runs along the alphabet or the keyboard, years, and the commonest passwords. What
it cannot see: names, quotations and words that belong together; a famous line of a song looks as strong as chance words.
So it advises and never refuses, beyond the least length.
"""

import re
import unicodedata
from typing import Literal

import msgspec

from wellled_desktop.vault.passphrase import LEAST_CHARACTERS

Words = Literal["too short", "weak", "fair", "good", "strong"]
_WORDS: tuple[Words, ...] = ("too short", "weak", "fair", "good", "strong")
_LEAST_BITS = (28.0, 42.0, 56.0)
"""From fair, good and strong on. A guess costs a laptop about a second (Argon2id): 2^42 of them are 140,000 years of its work."""


class Strength(msgspec.Struct, frozen=True):
    """`level` goes from 0 (too short) to 4 (strong); `words` says it; `advice` is what would help, or "" at level 4."""

    level: int
    words: Words
    advice: str


_COMMON_TEXT = (
    "password passwort passphrase letmein welcome admin administrator login master secret changeme "
    "default iloveyou monkey dragon sunshine princess football baseball superman batman starwars trustno "
    "whatever michael jordan charlie liverpool arsenal chelsea everton rangers celtic london england "
    "summer winter autumn spring hello freedom shadow qwertyuiop computer internet samsung google "
    "inspection inspector wellled nhs cqc trust hospital care quality"
)
_COMMON = frozenset(_COMMON_TEXT.split())
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
)
_RUNS = frozenset(
    row[start : start + 3] for line in _ROWS for row in (line, line[::-1]) for start in range(len(row) - 2)
)
_LEET = str.maketrans("013457@$!", "oleastasi")
_PIECES = re.compile(r"[^\W\d_]+|\d+|\s+|[\W_]", re.UNICODE)

_BITS_OF_A_KNOWN_PIECE = 3.0
_BITS_A_LETTER_OF_A_WORD = 2.4
"""A letter of English carries somewhat less (Shannon 1951: 1 to 2.3 bits); words chosen by chance a little more."""
_MOST_BITS_OF_A_WORD = 12.9
"""One of the 7,776 words of a dice list."""
_BITS_OF_A_YEAR = 6.0
_BITS_OF_A_CHARACTER = 4.0


def strength(passphrase: str) -> Strength:
    """The estimate; takes well under a millisecond, so it can be asked at each key."""
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < LEAST_CHARACTERS:
        missing = LEAST_CHARACTERS - len(text)
        return Strength(0, "too short", f"At least {LEAST_CHARACTERS} characters; {missing} more to go.")
    bits = _bits(text)
    level = 1 + sum(bits >= least for least in _LEAST_BITS)
    return Strength(level, _WORDS[level], _advice(text, level))


def _bits(text: str) -> float:
    """Adds up the pieces: words, numbers, what is neither. What was there already, or is known to all, adds next to nothing."""
    if _is_common(text):
        return _BITS_OF_A_KNOWN_PIECE
    bits = 0.0
    seen: set[str] = set()
    mixed = _mixed(text)
    foreseen = _foreseen(text)
    for found in _PIECES.finditer(text):
        piece, known = found[0], found[0].casefold()
        unforeseen = len(set(range(*found.span())) - foreseen)
        bits += 1.0 if known in seen else _bits_of_piece(piece, unforeseen, mixed=mixed)
        seen.add(known)
    return bits


def _bits_of_piece(piece: str, unforeseen: int, *, mixed: bool) -> float:
    if piece.isspace():
        return 0.5
    if not piece.isalnum():
        return _BITS_OF_A_CHARACTER
    if _is_common(piece) or len(set(piece.casefold())) == 1:
        return _BITS_OF_A_KNOWN_PIECE
    if piece.isdigit():
        return (
            _BITS_OF_A_YEAR if re.fullmatch(r"(19|20)\d\d", piece) else _BITS_OF_A_KNOWN_PIECE + 3.3 * (unforeseen - 1)
        )
    if mixed:
        return _BITS_OF_A_CHARACTER * unforeseen
    return min(_BITS_A_LETTER_OF_A_WORD * unforeseen, _MOST_BITS_OF_A_WORD)


def _mixed(text: str) -> bool:
    """Whether it looks like chance rather than words: many short pieces of different kinds."""
    pieces = [piece for piece in _PIECES.findall(text) if not piece.isspace()]
    return len(pieces) >= 4 and sum(map(len, pieces)) / len(pieces) <= 2


def _foreseen(text: str) -> set[int]:
    """The places whose characters follow from the two before: abc, 321, qwe, aaa."""
    lower = text.lower()  # casefold would change the places: ß becomes ss
    threes = {place: lower[place - 2 : place + 1] for place in range(2, len(lower))}
    return {place for place, three in threes.items() if three in _RUNS or len(set(three)) == 1}


def _is_common(text: str) -> bool:
    """One of the commonest passwords, also with figures for letters or with a number at its end."""
    plain = re.sub(r"[\W\d_]+$", "", text.casefold())
    return plain in _COMMON or plain.translate(_LEET) in _COMMON or text.casefold().translate(_LEET) in _COMMON


def _advice(text: str, level: int) -> str:
    if level == len(_WORDS) - 1:
        return ""
    if _is_common(text) or any(_is_common(piece) for piece in _PIECES.findall(text)):
        return "Part of it is among the first things anybody tries. Three or four unrelated words are better."
    if len(_foreseen(text)) > 2:
        return "Repeated characters and keyboard runs add little. Another unrelated word would."
    return "Another unrelated word makes it stronger."
