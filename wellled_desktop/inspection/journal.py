"""The form of a journal entry: its fields, its canonical bytes, its hash, and how entries chain. Storing it is elsewhere."""

import hashlib
from typing import Any

import msgspec

FORMAT = 1
FIRST_PREV = "0" * 64

_canonical = msgspec.json.Encoder(order="sorted")


class Fact(msgspec.Struct, frozen=True):
    """What a command comes to: one thing that became so.

    `field` is "" where `value` is the whole of a new record as an object; otherwise it names the one field that changed.
    """

    kind: str
    entity: str
    value: Any
    field: str = ""
    reason: str | None = None


class Moment(msgspec.Struct, frozen=True):
    """A reading of all the clocks of one laptop. `unix_ms` is UTC; `zone_minutes` is the local offset from it."""

    unix_ms: int
    zone_minutes: int
    monotonic_ms: int
    boot: str


class Entry(msgspec.Struct, frozen=True):
    """One journal entry. `value` is canonical JSON text; `clock` is a hybrid logical clock: milliseconds << 16 | counter."""

    version: int
    inspection: str
    device: str
    n: int
    clock: int
    unix_ms: int
    zone_minutes: int
    monotonic_ms: int
    boot: str
    author: str
    kind: str
    entity: str
    field: str
    value: str
    base: str | None
    reason: str | None
    prev: str


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces; the same value always gives the same text."""
    return _canonical.encode(value).decode()


def entry_hash(entry: Entry) -> str:
    """SHA-256, in hex, of the entry's canonical JSON; as `prev` is part of it, it covers all entries before."""
    return hashlib.sha256(_canonical.encode(entry)).hexdigest()


def tick(last_clock: int, unix_ms: int) -> int:
    """The next reading of the hybrid logical clock (Kulkarni et al. 2014): never goes back, even when the wall clock does."""
    return max(last_clock + 1, unix_ms << 16)
