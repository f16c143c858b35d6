"""The file in which one attachment is kept: a sealed head that says what is in it, then encrypted frames of 1 MiB.

Layout: magic with one byte of format, nonce, sealed head, frames. The head holds the SHA-256 and the size of the content and
the header of the secretstream, so that a file in another's place, or another's frames behind a head, give no wrong byte. The
last frame carries the final tag. Bytes of streams only; where the files are is elsewhere.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from wellled_desktop.vault.errors import AttachmentDamaged
from wellled_desktop.vault.sealing import NONCE_BYTES, Chance, Sealed, derived_key, seal, unseal

FRAME_BYTES = 1 << 20
SHA256_BYTES = 32
_START = b"WELLLED-ATTACHMENT\n\x01"
_SIZE_BYTES = 8
_HEADER_BYTES = 24
_TAG_BYTES = 17
_SEAL_BYTES = 16
HEAD_BYTES = len(_START) + NONCE_BYTES + SHA256_BYTES + _SIZE_BYTES + _HEADER_BYTES + _SEAL_BYTES


class AttachmentKeys(msgspec.Struct, frozen=True):
    """For the frames, for the heads, and for the names on the disk, which must not tell who has the same file."""

    frames: bytes
    head: bytes
    names: bytes

    def __repr__(self) -> str:
        return "AttachmentKeys(…)"


def keys_from(key: bytes) -> AttachmentKeys:
    return AttachmentKeys(
        derived_key(key, "wl-attachment"), derived_key(key, "wl-attach-head"), derived_key(key, "wl-attach-name")
    )


def name_on_disk(keys: AttachmentKeys, sha256: bytes) -> str:
    """64 characters that nobody can make from the content without the key (keyed BLAKE2b)."""
    from nacl import bindings

    name: bytes = bindings.crypto_generichash_blake2b_salt_personal(sha256, digest_size=32, key=keys.names)
    return name.hex()


class Head(msgspec.Struct, frozen=True):
    """What a kept file is sealed to hold; `size` in bytes."""

    sha256: bytes
    size: int
    header: bytes

    @property
    def file_bytes(self) -> int:
        """How long the whole file is that this is the head of."""
        return HEAD_BYTES + self.size + self.frames * _TAG_BYTES

    @property
    def frames(self) -> int:
        """An empty file has one, for the final tag."""
        return max(1, -(-self.size // FRAME_BYTES))


def sealed_head(keys: AttachmentKeys, head: Head, chance: Chance) -> bytes:
    plain = head.sha256 + head.size.to_bytes(_SIZE_BYTES, "big") + head.header
    sealed = seal(keys.head, plain, _START, chance)
    return _START + sealed.nonce + sealed.box


def unsealed_head(keys: AttachmentKeys, content: bytes) -> Head | None:
    """None when the bytes are not a head that was sealed with these keys."""
    rest = content[len(_START) :]
    if len(content) != HEAD_BYTES or not content.startswith(_START):
        return None
    plain = unseal(keys.head, Sealed(rest[:NONCE_BYTES], rest[NONCE_BYTES:]), _START)
    if plain is None:
        return None
    size = int.from_bytes(plain[SHA256_BYTES : SHA256_BYTES + _SIZE_BYTES], "big")
    return Head(plain[:SHA256_BYTES], size, plain[SHA256_BYTES + _SIZE_BYTES :])


class Encryption:
    """A new stream of frames; its `header` belongs into the head."""

    def __init__(self, keys: AttachmentKeys) -> None:
        from nacl import bindings

        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        self.header: bytes = bindings.crypto_secretstream_xchacha20poly1305_init_push(self._state, keys.frames)

    def frames(self, plain: Iterable[bytes]) -> Iterator[bytes]:
        """Each frame encrypted; the last one, or an empty one where there is none, with the final tag."""
        from nacl import bindings

        final = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        coming = iter(plain)
        present = next(coming, b"")
        for following in coming:
            yield bindings.crypto_secretstream_xchacha20poly1305_push(self._state, present)
            present = following
        yield bindings.crypto_secretstream_xchacha20poly1305_push(self._state, present, tag=final)


def decrypted(keys: AttachmentKeys, head: Head, file: BinaryIO) -> Iterator[bytes]:
    """The plain frames of a file that stands behind its head. Raises AttachmentDamaged; what it gave before is right."""
    from nacl import bindings
    from nacl.exceptions import CryptoError

    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, head.header, keys.frames)
    left = head.size
    for number in range(1, head.frames + 1):
        length = min(left, FRAME_BYTES) + _TAG_BYTES
        try:
            plain, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, file.read(length))
        except (OSError, CryptoError) as error:
            raise AttachmentDamaged from error
        is_final = tag == bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        left -= len(plain)
        if is_final != (number == head.frames):
            raise AttachmentDamaged
        yield plain
