"""The vault's envelope: one random vault key, wrapped once by the passphrase and once by the recovery key, and what it seals.

Bytes in, bytes out; where the two copies of it are kept is in `copies`. Layout, the same in every later format: magic,
one byte of format, SHA-256 of the rest and of these, body.
"""

import hashlib
from typing import Annotated

import msgspec

from wellled_desktop.vault.contents import Contents
from wellled_desktop.vault.errors import VaultTooNew
from wellled_desktop.vault.key_derivation import FLOOR, KeyDerivation, calibrate
from wellled_desktop.vault.passphrase import normal_form
from wellled_desktop.vault.recovery_key import RecoveryKey
from wellled_desktop.vault.sealing import KEY_BYTES, SALT_BYTES, Chance, Salt, Sealed, derived_key, seal, unseal

__all__ = ["FLOOR", "Envelope", "KeyDerivation", "calibrate"]

FORMAT = 1
MAGIC = b"WELLLED-VAULT\n"
_SUM_BYTES = 32
_ID_BYTES = 16

VaultId = Annotated[bytes, msgspec.Meta(min_length=_ID_BYTES, max_length=_ID_BYTES)]


class PassphraseSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vault key, wrapped by what Argon2id makes of the passphrase."""

    derivation: KeyDerivation
    salt: Salt
    wrapped: Sealed


class RecoverySlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vault key, wrapped by the recovery key, which has chance enough of its own to need no Argon2id."""

    salt: Salt
    wrapped: Sealed


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of two sound copies the one with the higher `generation` counts."""

    vault_id: VaultId
    generation: Annotated[int, msgspec.Meta(ge=1)]
    passphrase: PassphraseSlot
    recovery: RecoverySlot
    contents: Sealed


def encode(envelope: Envelope) -> bytes:
    body = msgspec.msgpack.encode(envelope)
    start = MAGIC + bytes([FORMAT])
    return start + hashlib.sha256(start + body).digest() + body


def decode(file: bytes) -> Envelope | None:
    """The envelope, or None when the bytes are not those that were written. Raises VaultTooNew."""
    start, checksum, body = (
        file[: len(MAGIC) + 1],
        file[len(MAGIC) + 1 :][:_SUM_BYTES],
        file[len(MAGIC) + 1 + _SUM_BYTES :],
    )
    if not start.startswith(MAGIC) or hashlib.sha256(start + body).digest() != checksum:
        return None
    if start[-1] > FORMAT:
        raise VaultTooNew
    try:
        return msgspec.msgpack.decode(body, type=Envelope)
    except msgspec.DecodeError:  # includes what is of the wrong type or out of bounds
        return None


def new_envelope(
    passphrase: str, recovery_key: RecoveryKey, derivation: KeyDerivation, contents: Contents, chance: Chance
) -> tuple[Envelope, bytes]:
    """The first generation of a new vault, and its vault key."""
    vault_key, vault_id = chance(KEY_BYTES), chance(_ID_BYTES)
    in_passphrase = passphrase_slot(vault_id, vault_key, passphrase, derivation, chance)
    in_recovery = recovery_slot(vault_id, vault_key, recovery_key, chance)
    sealed = _seal_contents(vault_key, contents, _beside_contents(vault_id, 1, in_passphrase, in_recovery), chance)
    return Envelope(vault_id, 1, in_passphrase, in_recovery, sealed), vault_key


def passphrase_slot(
    vault_id: bytes, vault_key: bytes, passphrase: str, derivation: KeyDerivation, chance: Chance
) -> PassphraseSlot:
    """Takes as long as the derivation. Raises NotEnoughMemory."""
    salt = chance(SALT_BYTES)
    wrapping_key = derivation.key(normal_form(passphrase), salt)
    return PassphraseSlot(
        derivation, salt, seal(wrapping_key, vault_key, _beside_passphrase(vault_id, derivation, salt), chance)
    )


def recovery_slot(vault_id: bytes, vault_key: bytes, recovery_key: RecoveryKey, chance: Chance) -> RecoverySlot:
    salt = chance(SALT_BYTES)
    return RecoverySlot(
        salt, seal(_recovery_wrapping_key(recovery_key, salt), vault_key, _beside_recovery(vault_id, salt), chance)
    )


def key_from_passphrase(envelope: Envelope, passphrase: str) -> bytes | None:
    """The vault key, or None when the passphrase is not the one. Takes as long as the derivation; raises NotEnoughMemory."""
    slot = envelope.passphrase
    wrapping_key = slot.derivation.key(normal_form(passphrase), slot.salt)
    return unseal(wrapping_key, slot.wrapped, _beside_passphrase(envelope.vault_id, slot.derivation, slot.salt))


def key_from_recovery_key(envelope: Envelope, recovery_key: RecoveryKey) -> bytes | None:
    slot = envelope.recovery
    wrapping_key = _recovery_wrapping_key(recovery_key, slot.salt)
    return unseal(wrapping_key, slot.wrapped, _beside_recovery(envelope.vault_id, slot.salt))


def contents_of(envelope: Envelope, vault_key: bytes) -> Contents | None:
    """What is sealed inside, or None when anything in the envelope was changed by somebody without the vault key."""
    beside = _beside_contents(envelope.vault_id, envelope.generation, envelope.passphrase, envelope.recovery)
    plain = unseal(vault_key, envelope.contents, beside)
    return None if plain is None else msgspec.msgpack.decode(plain, type=Contents)


def next_generation(
    envelope: Envelope,
    vault_key: bytes,
    contents: Contents,
    chance: Chance,
    *,
    passphrase: PassphraseSlot | None = None,
    recovery: RecoverySlot | None = None,
) -> Envelope:
    """The envelope that follows, with these contents and, where given, another slot; the vault key stays the same."""
    generation = envelope.generation + 1
    in_passphrase, in_recovery = passphrase or envelope.passphrase, recovery or envelope.recovery
    beside = _beside_contents(envelope.vault_id, generation, in_passphrase, in_recovery)
    sealed = _seal_contents(vault_key, contents, beside, chance)
    return Envelope(envelope.vault_id, generation, in_passphrase, in_recovery, sealed)


def _seal_contents(vault_key: bytes, contents: Contents, beside: bytes, chance: Chance) -> Sealed:
    return seal(vault_key, msgspec.msgpack.encode(contents), beside, chance)


def _recovery_wrapping_key(recovery_key: RecoveryKey, salt: bytes) -> bytes:
    return derived_key(recovery_key.secret, "wl-recovery-key", salt)


def _beside_passphrase(vault_id: bytes, derivation: KeyDerivation, salt: bytes) -> bytes:
    """The derivation is authenticated, so that nobody can make the next guess cheaper by writing a weaker one."""
    return msgspec.msgpack.encode((FORMAT, "passphrase", vault_id, derivation, salt))


def _beside_recovery(vault_id: bytes, salt: bytes) -> bytes:
    return msgspec.msgpack.encode((FORMAT, "recovery key", vault_id, salt))


def _beside_contents(vault_id: bytes, generation: int, passphrase: PassphraseSlot, recovery: RecoverySlot) -> bytes:
    """All the rest of the envelope, so that no part of it can be taken from another copy or another day."""
    return msgspec.msgpack.encode((FORMAT, "contents", vault_id, generation, passphrase, recovery))
