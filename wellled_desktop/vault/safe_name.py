"""A name under which a file can be written on Windows, macOS and Linux, whatever it was called where it came from."""

import re
import unicodedata

UNNAMED = "unnamed"
MOST_BYTES = 140
"""Encrypted home folders on Linux allow 143; with a folder before it, Windows allows no more than about 200."""
_RESERVED = frozenset('<>:"/\\|?*')
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")
# The superscript figures are devices as well: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|\Z)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """No separator, no reserved or invisible character, no device, not hidden, no dot at the end, at most 140 bytes of UTF-8.

    The ending stays, so that the right program opens it. A safe name is returned as it is.
    """
    shown = "".join(map(_written, unicodedata.normalize("NFC", name)))
    tidy = _trimmed(" ".join(shown.split()))
    if tidy.startswith("-"):  # else a command would take it for an option
        tidy = f"_{tidy[1:]}"
    if _DEVICE.match(tidy):
        tidy = f"_{tidy}"
    return _shortened(tidy) or UNNAMED


def _written(character: str) -> str:
    if character.isspace():
        return " "
    return "_" if character in _RESERVED or not character.isprintable() else character


def _trimmed(name: str) -> str:
    return name.lstrip(" .").rstrip(" .")


def _shortened(name: str) -> str:
    if len(name.encode()) <= MOST_BYTES:
        return name
    found = _ENDING.search(name)
    ending = found[0] if found else ""
    stem = name.removesuffix(ending).encode()[: MOST_BYTES - len(ending)].decode(errors="ignore")
    return stem.rstrip(" .") + ending
