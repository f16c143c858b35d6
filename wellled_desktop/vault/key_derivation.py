"""From a passphrase to a key: Argon2id, and how much of it this laptop can bear. The passphrase's own quality is elsewhere."""

import time
from collections.abc import Callable
from typing import Annotated

import msgspec

from wellled_desktop.vault.errors import NotEnoughMemory

MIB = 1 << 20

# What a vault's file may ask of this laptop; more can only be damage or malice.
MOST_OPS = 1_000
MOST_MEMORY = 2_048 * MIB


class KeyDerivation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How hard Argon2id works: passes over memory, and bytes of memory (a multiple of 1024)."""

    ops: Annotated[int, msgspec.Meta(ge=1, le=MOST_OPS)]
    memory_bytes: Annotated[int, msgspec.Meta(ge=8_192, le=MOST_MEMORY)]

    def key(self, passphrase: bytes, salt: bytes) -> bytes:
        """32 bytes. Raises NotEnoughMemory."""
        from nacl import exceptions, pwhash

        try:
            return pwhash.argon2id.kdf(32, passphrase, salt, opslimit=self.ops, memlimit=self.memory_bytes)
        except (exceptions.RuntimeError, MemoryError) as error:
            raise NotEnoughMemory from error


FLOOR = KeyDerivation(3, 64 * MIB)
"""RFC 9106's second recommended option; no new vault has less."""

_MEMORIES = (256 * MIB, 128 * MIB)
_SECONDS = 0.85
_MOST_SECONDS = 1.0


def seconds(derivation: KeyDerivation) -> float:
    """How long this laptop takes over it now."""
    began = time.perf_counter()
    derivation.key(b"calibration", bytes(16))
    return time.perf_counter() - began


def calibrate(measure: Callable[[KeyDerivation], float] = seconds) -> KeyDerivation:
    """The derivation that takes this laptop about 0.7 to 1 s, from 64 to 256 MiB, never less than FLOOR.

    Takes about half a second itself. Memory comes first, as it is what costs an attacker most; passes fill the time.
    """
    floor_seconds = max(measure(FLOOR), 1e-6)
    for memory in _MEMORIES:
        if floor_seconds * memory / FLOOR.memory_bytes <= _MOST_SECONDS:
            chosen = KeyDerivation(FLOOR.ops, memory)
            return _with_passes(chosen, max(measure(chosen), 1e-6))
    return _with_passes(FLOOR, floor_seconds)


def _with_passes(derivation: KeyDerivation, took: float) -> KeyDerivation:
    """As many passes as fill the time, at most MOST_OPS; the first passes cost more than later ones, which errs towards less."""
    ops = round(derivation.ops * _SECONDS / took)
    return KeyDerivation(min(max(ops, FLOOR.ops), MOST_OPS), derivation.memory_bytes)
