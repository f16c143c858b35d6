"""What kind of file it is, by what is in it: the first and the last of it are looked at, and nothing is unpacked.

The answer says how the file may be shown. It is no promise that the file is sound: whoever reads it does so with care.
"""

import codecs
import re
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from wellled_desktop.vault.attachment_source import opened_source
from wellled_desktop.vault.errors import SourceUnreadable

UNKNOWN = "application/octet-stream"
_LOOKED_AT = 1 << 16
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)
_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_OFFICE = "application/vnd.openxmlformats-officedocument."
_IN_ZIP: tuple[tuple[bytes, str, str], ...] = (
    (b"word", f"{_OFFICE}wordprocessingml.document", "application/vnd.ms-word.document.macroEnabled.12"),
    (b"xl", f"{_OFFICE}spreadsheetml.sheet", "application/vnd.ms-excel.sheet.macroEnabled.12"),
    (b"ppt", f"{_OFFICE}presentationml.presentation", "application/vnd.ms-powerpoint.presentation.macroEnabled.12"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE = (
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_MAIL = re.compile(
    rb"^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_ANY_HEADER = re.compile(rb"[!-9;-~]+:")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def media_type_of(path: Path) -> str:
    """The media type by content; the name only tells one kind of text from another. Raises SourceUnreadable."""
    with opened_source(path) as file:
        try:
            return _type_of(file, path.suffix.casefold())
        except OSError as error:
            raise SourceUnreadable from error


def media_type_of_content(content: bytes) -> str:
    """The media type of what has no name, such as a picture that was pasted."""
    return _type_of(BytesIO(content), "")


def _type_of(file: BinaryIO, ending: str) -> str:
    head = file.read(_LOOKED_AT)
    if kind := _by_magic(head):
        return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(head + _tail(file))
    if head.startswith(_OLE):
        return _in_ole(head + _directory(file, head) + _tail(file))
    return _text(head, ending)


def _by_magic(head: bytes) -> str:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "image/heic"
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")


def _tail(file: BinaryIO) -> bytes:
    """A zip's list of what is in it stands there."""
    end = file.seek(0, 2)
    file.seek(max(0, end - _LOOKED_AT))
    return file.read(_LOOKED_AT)


def _directory(file: BinaryIO, head: bytes) -> bytes:
    """The first sector of an OLE file's directory: [MS-CFB] 2.2."""
    shift = int.from_bytes(head[30:32], "little")
    if shift not in (9, 12):
        return b""
    file.seek((int.from_bytes(head[48:52], "little") + 1) << shift)
    return file.read(4096)


def _in_zip(seen: bytes) -> str:
    """By the names of its files, as they stand before each and in the list at the end."""
    for folder, plain, with_macros in _IN_ZIP:
        if re.search(rb"PK\x03\x04.{26}" + folder + b"/|PK\x01\x02.{42}" + folder + b"/", seen, re.DOTALL):
            return with_macros if folder + b"/vbaProject.bin" in seen else plain
    return "application/zip"


def _in_ole(seen: bytes) -> str:
    found = (kind for name, kind in _IN_OLE if f"{name}\0".encode("utf-16-le") in seen)
    return next(found, "application/x-ole-storage")


def _text(head: bytes, ending: str) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "text/csv" if ending == ".csv" else "text/plain"
    if not head or _NO_TEXT.search(head) or not (_is_utf8(head) or ending in (".txt", ".csv")):
        return UNKNOWN
    first_lines = head[:8192].lstrip()
    if _ANY_HEADER.match(first_lines) and len(set(map(bytes.lower, _MAIL.findall(_header_of(first_lines))))) >= 2:
        return "message/rfc822"
    return "text/csv" if ending == ".csv" and re.search(rb"[,;\t]", head) else "text/plain"


def _header_of(text: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n", text, maxsplit=1)[0]


def _is_utf8(head: bytes) -> bool:
    """What was cut off in the middle of a character is text as well."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
