"""Identifiers of records: UUIDv7, so that they sort by the time they were made. Time and chance are handed in."""

import uuid


def uuid7(unix_ms: int, chance: bytes) -> str:
    """A version-7 UUID (RFC 9562, 5.7) of `unix_ms` milliseconds and ten bytes of `chance`."""
    value = (unix_ms & (1 << 48) - 1) << 80 | int.from_bytes(chance[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))
