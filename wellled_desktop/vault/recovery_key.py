"""The recovery key: 160 bits of chance as groups of letters and digits for paper, and reading what was typed from it."""

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from wellled_desktop.vault.errors import RecoveryKeyMistyped
from wellled_desktop.vault.sealing import Chance

SECRET_BYTES = 20
GROUPS = 9
GROUP_LENGTH = 4
CHECK_GROUP = GROUPS

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O or U, so that nothing on the sheet looks like something else."""

_LOOK_ALIKES = str.maketrans("OIL", "011")
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015.,_/]+")
_DATA_LENGTH = (GROUPS - 1) * GROUP_LENGTH


class RecoveryKey(msgspec.Struct, frozen=True):
    """Opens the vault when the passphrase is forgotten; shown once and kept nowhere."""

    secret: bytes

    def __repr__(self) -> str:
        return "RecoveryKey(…)"

    @property
    def text(self) -> str:
        """Nine groups of four; the ninth is a check on the other eight."""
        number = int.from_bytes(self.secret, "big")
        data = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_DATA_LENGTH)))
        return "-".join(_in_groups(data + _check(data)))


def new_recovery_key(chance: Chance) -> RecoveryKey:
    return RecoveryKey(chance(SECRET_BYTES))


def parse(text: str) -> RecoveryKey:
    """The key as typed: any case, any separators, O for 0, I or L for 1. Raises RecoveryKeyMistyped, which names the group."""
    data = "".join(_groups_of(text))
    body, check = data[:_DATA_LENGTH], data[_DATA_LENGTH:]
    if _check(body) != check:
        raise _not_matching(body, check)
    number = 0
    for character in body:
        number = number << 5 | ALPHABET.index(character)
    return RecoveryKey(number.to_bytes(SECRET_BYTES, "big"))


def looks_like_one(text: str) -> bool:
    """Whether somebody meant to type a recovery key, rightly or not: about as long, in such groups, and with a digit."""
    pieces = [piece for piece in _SEPARATORS.split(text.strip()) if piece]
    characters = "".join(pieces)
    if not characters.isalnum() or not any(map(str.isdigit, characters)):
        return False
    grouped = GROUPS - 1 <= len(pieces) <= GROUPS + 1 and all(abs(len(one) - GROUP_LENGTH) <= 1 for one in pieces)
    return grouped or (len(pieces) == 1 and abs(len(characters) - GROUPS * GROUP_LENGTH) <= 2)


def _groups_of(text: str) -> list[str]:
    """Nine groups of four characters of the alphabet. Typed without separators, it is cut into fours."""
    groups = [group for group in _SEPARATORS.split(text.strip().upper().translate(_LOOK_ALIKES)) if group]
    if len(groups) == 1 and len(groups[0]) > GROUP_LENGTH:
        groups = _in_groups(groups[0])
    for number, group in enumerate(groups[:GROUPS], start=1):
        strange = next((character for character in group if character not in ALPHABET), None)
        if strange is not None:
            raise _mistyped(number, f"has “{strange}”, which no recovery key has")
        if len(group) != GROUP_LENGTH:
            raise _mistyped(number, f"has {_characters(len(group))} where there should be {GROUP_LENGTH}")
    if len(groups) != GROUPS:
        raise RecoveryKeyMistyped(
            f"A recovery key has {GROUPS} groups of {GROUP_LENGTH} characters; {len(groups)} were typed. Nothing was "
            "changed; look at the sheet again."
        )
    return groups


def _not_matching(data: str, check: str) -> RecoveryKeyMistyped:
    """Tries what fingers do most, one wrong character or two exchanged; twenty bits of check make a false match 1 in 1,000."""
    expected = _check(data)
    if check in set(_slips(expected)):
        return _mistyped(CHECK_GROUP, "was mistyped")
    groups = {_group_of(data, slipped) for slipped in _slips(data) if _check(slipped) == check}
    if len(groups) == 1:
        return _mistyped(groups.pop(), "was mistyped")
    return RecoveryKeyMistyped(
        "This recovery key does not match its check group, so several characters are wrong. Nothing was changed; "
        "compare each group with the sheet."
    )


def _slips(text: str) -> Iterator[str]:
    """The text with one character replaced, or with two neighbours exchanged; never the text itself."""
    for place, present in enumerate(text):
        for other in ALPHABET:
            if other != present:
                yield text[:place] + other + text[place + 1 :]
    for place, (first, second) in enumerate(pairwise(text)):
        if first != second:
            yield text[:place] + second + first + text[place + 2 :]


def _group_of(one: str, other: str) -> int:
    """The number of the group in which two texts differ first, from 1."""
    return next(place for place in range(len(one)) if one[place] != other[place]) // GROUP_LENGTH + 1


def _mistyped(group: int, how: str) -> RecoveryKeyMistyped:
    return RecoveryKeyMistyped(
        f"Group {group} of the recovery key {how}. Nothing was changed; compare that group with the sheet.", group
    )


def _check(data: str) -> str:
    number = int.from_bytes(hashlib.sha256(b"wellled recovery key " + data.encode()).digest()[:3], "big") >> 4
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(GROUP_LENGTH)))


def _in_groups(characters: str) -> list[str]:
    return [characters[start : start + GROUP_LENGTH] for start in range(0, len(characters), GROUP_LENGTH)]


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count} characters"
