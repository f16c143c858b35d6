"""Takes out of a picture whatever could tell where it was taken, by copying only the pieces that are known to hold none.

A list of what may stay, not of what must go: makers put positions where no standard says. Nothing is decoded, so the pixels
stay as they are. Runs in the reading process.
"""

import struct
import zlib
from collections.abc import Iterator

from wellled_desktop.exchange.documents.exif import kept_exif
from wellled_desktop.exchange.documents.messages import Unread

# JFIF, and Adobe's word on colours.
_JPEG_KEPT = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_EXIF = b"Exif\0\0"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs tIME acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_HAS_EXIF, _WEBP_HAS_XMP = 0x08, 0x04
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def stripped(content: bytes) -> bytes:
    """The picture without. Raises Unread: “position” for a format that is not taken apart here, “broken” for a broken one."""
    try:
        if content.startswith(b"\xff\xd8\xff"):
            return b"".join(_jpeg(content))
        if content.startswith(_PNG):
            return b"".join(_png(content))
        if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            return _webp(content)
        if content.startswith((b"GIF87a", b"GIF89a")):
            return b"".join(_gif(content))
    except (struct.error, IndexError, ValueError) as error:
        raise Unread("broken") from error
    raise Unread("position")


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Up to the end of the picture: phones put further pictures and films behind it, each with its position."""
    pieces: list[bytes] = []
    exif = b""
    at = 2
    while True:
        marker, at = _marker(content, at)
        if marker == 0xD9:
            break
        end = at + _number(content, at, ">H")
        if end < at + 2 or end > len(content):
            raise ValueError(marker)
        body = content[at + 2 : end]
        if marker == 0xE1 and body.startswith(_EXIF):
            exif = exif or kept_exif(body[len(_EXIF) :])
        elif not (0xE0 <= marker <= 0xEF or marker == 0xFE) or any(
            marker == kept and body.startswith(name) for kept, name in _JPEG_KEPT
        ):
            pieces.append(bytes((0xFF, marker)) + content[at:end])
        at = end
        if marker == 0xDA:
            scan = _end_of_scan(content, at)
            pieces.append(content[at:scan])
            at = scan
    yield b"\xff\xd8"
    if exif:
        yield b"\xff\xe1" + struct.pack(">H", len(exif) + len(_EXIF) + 2) + _EXIF + exif
    yield from pieces
    yield b"\xff\xd9"


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """The marker there, and what comes behind it; any number of FF may come before it."""
    if content[at] != 0xFF:
        raise ValueError(at)
    while content[at] == 0xFF:
        at += 1
    return content[at], at + 1


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the coded pixels end: at the first marker that is neither a stuffed byte nor a restart."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] == 0xFF:
            at += 1
        elif content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    kind = b""
    while kind != b"IEND":
        size, kind = _number(content, at, ">I"), content[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(content):
            raise ValueError(kind)
        if kind in _PNG_KEPT:
            yield content[at:end]
        elif kind == b"eXIf" and (exif := kept_exif(content[at + 8 : end - 4])):
            yield _chunk(b"eXIf", exif)
        at = end


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _webp(content: bytes) -> bytes:
    pieces: list[bytes] = []
    flags_at = -1
    exif = b""
    at = 12
    last = min(len(content), 8 + _number(content, 4, "<I"))
    while at + 8 <= last:
        kind, size = content[at : at + 4], _number(content, at + 4, "<I")
        end = at + 8 + size + size % 2
        if at + 8 + size > len(content):
            raise ValueError(kind)
        if kind == b"VP8X":
            flags_at = len(pieces)
        if kind == b"EXIF":
            exif = kept_exif(content[at + 8 : at + 8 + size].removeprefix(_EXIF))
        elif kind == b"ANMF":
            pieces.append(_riff(kind, _frame(content[at + 8 : at + 8 + size])))
        elif kind in _WEBP_KEPT:
            pieces.append(_riff(kind, content[at + 8 : at + 8 + size]))
        at = end
    if flags_at >= 0:
        pieces[flags_at] = _with_flags(pieces[flags_at], has_exif=bool(exif))
        if exif:
            pieces.append(_riff(b"EXIF", exif))
    return _riff(b"RIFF", b"WEBP" + b"".join(pieces))


def _frame(body: bytes) -> bytes:
    """Of an animation: its place and time, and of what is in it only what is known."""
    kept = [body[:16]]
    at = 16
    while at + 8 <= len(body):
        kind, size = body[at : at + 4], _number(body, at + 4, "<I")
        if kind in _WEBP_KEPT:
            kept.append(_riff(kind, body[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return b"".join(kept)


def _riff(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _with_flags(piece: bytes, *, has_exif: bool) -> bytes:
    flags = piece[8] & ~(_WEBP_HAS_EXIF | _WEBP_HAS_XMP) | (_WEBP_HAS_EXIF if has_exif else 0)
    return piece[:8] + bytes((flags,)) + piece[9:]


def _gif(content: bytes) -> Iterator[bytes]:
    """Its frames and how they follow each other; comments and what programs put in (XMP) go."""
    at = 13 + _colours(content[10])
    yield content[:at]
    while content[at] != 0x3B:
        end = _end_of_block(content, at)
        if _stays(content, at):
            yield content[at:end]
        at = end
    yield b"\x3b"


def _stays(content: bytes, at: int) -> bool:
    """Pictures, how long they are shown, and how often all are."""
    if content[at] == 0x2C or content[at + 1] == 0xF9:
        return True
    return content[at + 1] == 0xFF and content[at + 3 : at + 14] in _LOOPS


def _end_of_block(content: bytes, at: int) -> int:
    if content[at] == 0x2C:
        at += 11 + _colours(content[at + 9])
    elif content[at] == 0x21:
        at += 2
    else:
        raise ValueError(at)
    while content[at]:
        at += content[at] + 1
    return at + 1


def _colours(packed: int) -> int:
    """The bytes of a table of colours."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _number(content: bytes, at: int, form: str) -> int:
    (number,) = struct.unpack_from(form, content, at)
    return int(number)
