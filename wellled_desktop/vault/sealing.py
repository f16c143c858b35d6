"""Sealing bytes under a key, and deriving one key from another: thin names for libsodium's calls, no cryptography of ours.

PyNaCl is imported inside the functions: the lock screen is painted before it is needed.
"""

from collections.abc import Callable
from typing import Annotated

import msgspec

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 24

Key = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]
Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
Nonce = Annotated[bytes, msgspec.Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
Chance = Callable[[int], bytes]
"""Gives that many unpredictable bytes; `secrets.token_bytes` outside tests."""


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What only the key's holder can read, and nobody else can change unnoticed (XChaCha20-Poly1305)."""

    nonce: Nonce
    box: bytes


def seal(key: bytes, plain: bytes, beside: bytes, chance: Chance) -> Sealed:
    """`beside` is authenticated with it but not kept in it: the same bytes must be given to open it."""
    from nacl import bindings

    nonce = chance(NONCE_BYTES)
    return Sealed(nonce, bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, beside, nonce, key))


def unseal(key: bytes, sealed: Sealed, beside: bytes) -> bytes | None:
    """The sealed bytes, or None when key, box or `beside` is not the one it was sealed with."""
    from nacl import bindings
    from nacl.exceptions import CryptoError

    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed.box, beside, sealed.nonce, key)
    except CryptoError:
        return None


def derived_key(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """32 bytes from a key with entropy of its own (keyed BLAKE2b); each purpose, of at most 16 bytes, has its own."""
    from nacl import bindings

    return bindings.crypto_generichash_blake2b_salt_personal(
        b"", digest_size=KEY_BYTES, key=key, salt=salt, person=purpose.encode().ljust(16, b"\0")
    )
