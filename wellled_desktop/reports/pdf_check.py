"""Reads a finished PDF back from its bytes: how many pages it has, and what text is really on each.

Reads what our own drawing writes (a plain cross-reference table, deflated page streams, ASCII text as it stands), and takes
anything else for a damaged file.
"""

import re
import zlib
from collections.abc import Sequence

_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_XREF = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])\s*")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CONTENTS = re.compile(rb"/Contents\s+(\d+) 0 R")
_LENGTH = re.compile(rb"/Length\s+(\d+)")
_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)\s*Tj", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)


class PdfDamaged(Exception):
    """The bytes are not a whole PDF as we write it."""


def check_shown(content: bytes, expected: Sequence[frozenset[str]]) -> None:
    """Raises PdfDamaged unless the PDF has as many pages as `expected`, and on each page the ids expected there."""
    pages = read_back(content)
    if len(pages) != len(expected):
        raise PdfDamaged(f"{len(pages)} pages, not {len(expected)}")
    for number, (refs, texts) in enumerate(zip(expected, pages, strict=True), start=1):
        if not refs <= texts:
            raise PdfDamaged(f"page {number} lacks {', '.join(sorted(refs - texts))}")


def read_back(content: bytes) -> list[frozenset[str]]:
    """For each page in order the pieces of text drawn on it; those outside ASCII come as their codes. Raises PdfDamaged."""
    try:
        objects = _objects(content)
        kids = next(found for body in objects.values() if b"/Type /Pages" in body and (found := _KIDS.search(body)))
        pages = [objects[int(number)] for number in _REFERENCE.findall(kids.group(1))]
        return [_drawn(objects[int(_found(_CONTENTS, page).group(1))]) for page in pages]
    except (LookupError, ValueError, StopIteration, zlib.error) as error:
        raise PdfDamaged(str(error)) from error


def _objects(content: bytes) -> dict[int, bytes]:
    """Every object's bytes by number, found through the cross-reference table alone."""
    end = _found(_STARTXREF, content[-64:])
    table = int(end.group(1))
    head = _found(_XREF, content[table : table + 64])
    entries = list(_ENTRY.finditer(content, table + head.end()))[: int(head.group(1))]
    offsets = {number: int(entry.group(1)) for number, entry in enumerate(entries) if entry.group(3) == b"n"}
    following = dict(zip(sorted(offsets.values()), [*sorted(offsets.values())[1:], table], strict=True))
    objects = {number: content[offset : following[offset]] for number, offset in offsets.items()}
    for number, body in objects.items():
        if not re.match(rb"%d 0 obj\b" % number, body):
            raise ValueError(f"object {number} is not where the table says")
    return objects


def _drawn(body: bytes) -> frozenset[str]:
    start = body.index(b"stream\n") + len(b"stream\n")
    stream = zlib.decompress(body[start : start + int(_found(_LENGTH, body[:start]).group(1))])
    return frozenset(_ESCAPE.sub(_unescaped, text).decode("latin-1").strip() for text in _TEXT.findall(stream))


def _unescaped(found: re.Match[bytes]) -> bytes:
    return bytes([int(found.group(1), 8)]) if len(found.group(1)) == 3 else found.group(1)


def _found(pattern: re.Pattern[bytes], where: bytes) -> re.Match[bytes]:
    found = pattern.search(where)
    if found is None:
        raise ValueError(f"no {pattern.pattern.decode()}")
    return found
