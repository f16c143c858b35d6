"""Identifiers of records: UUIDv7, so that they sort by the time they were made. Time and chance are handed in."""

import uuid
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count


def uuid7(unix_ms: int, chance: bytes) -> str:
    """A version-7 UUID (RFC 9562, 5.7) of `unix_ms` milliseconds and ten bytes of `chance`."""
    value = (unix_ms & (1 << 48) - 1) << 80 | int.from_bytes(chance[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def uuid7s(unix_ms: int, randomness: Callable[[int], bytes]) -> Iterator[str]:
    """Identifiers made in one go, each after the one before it in every order."""
    return map(partial(_in_its_place, unix_ms, randomness), count())


def _in_its_place(unix_ms: int, randomness: Callable[[int], bytes], place: int) -> str:
    later, within = divmod(place, 4_096)
    return uuid7(unix_ms + later, within.to_bytes(2, "big") + randomness(8))
