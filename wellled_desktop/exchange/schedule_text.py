"""The bytes of a schedule's file as text: its size, its encoding, and what no page can show."""

import codecs
from pathlib import Path

from wellled_desktop.exchange.schedule_errors import NotReadable
from wellled_desktop.inspection.decisions import clean

MOST_BYTES = 10 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOWS = "cp1252"


def read_bytes(path: Path) -> bytes:
    """The whole file; raises NotReadable with a sentence when it is too large, missing, or no file. FileNotFoundError passes."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "the name cannot be used"
        raise NotReadable(f"{path.name} could not be read ({why}). Nothing was changed.") from error
    if len(content) > MOST_BYTES:
        raise NotReadable(f"{path.name} is larger than 10 MB, which no schedule is. Nothing was changed.")
    if not content.strip():
        raise NotReadable(f"{path.name} is empty. Nothing was changed.")
    return content


def as_text(content: bytes) -> tuple[str, str]:
    """The text, and a remark on how it was read: "" for UTF-8."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _cleaned(
                content, encoding
            ), "" if mark == codecs.BOM_UTF8 else "The file was read as Unicode (UTF-16)."
    if guessed := _without_mark(content):
        return _cleaned(content, guessed), "The file was read as Unicode (UTF-16)."
    try:
        return clean(content.decode()), ""
    except UnicodeDecodeError:
        return _cleaned(content, _WINDOWS), "The file was read as Windows-1252; look at the accents and dashes in it."


def _without_mark(content: bytes) -> str:
    """UTF-16 without its mark has a NUL beside each plain letter."""
    head = content[:200]
    if head[1::2].count(0) * 2 > len(head[1::2]):
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) * 2 > len(head[0::2]) else ""


def _cleaned(content: bytes, encoding: str) -> str:
    return clean(content.decode(encoding, errors="replace"))
