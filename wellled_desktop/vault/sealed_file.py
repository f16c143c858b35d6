"""A small file of its own that only a key's holder can read: magic, format, nonce, box. What is in it is elsewhere."""

from pathlib import Path

from wellled_desktop.vault.sealing import NONCE_BYTES, Chance, Sealed, seal, unseal

_START = b"WELLLED-SEALED\n\x01"
_MOST_BYTES = 4 << 20


def sealed_file(key: bytes, content: bytes, beside: bytes, chance: Chance) -> bytes:
    sealed = seal(key, content, _START + beside, chance)
    return _START + sealed.nonce + sealed.box


def unsealed_file(path: Path, key: bytes, beside: bytes) -> bytes | None:
    """The content, or None when the file is not one that was sealed with this key and `beside`. Raises OSError."""
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    rest = content[len(_START) :]
    if not content.startswith(_START) or len(rest) < NONCE_BYTES:
        return None
    return unseal(key, Sealed(rest[:NONCE_BYTES], rest[NONCE_BYTES:]), _START + beside)
