"""What is pasted, made fit to be kept: nothing is dropped, and what had to be changed is said. No widgets."""

import re

import msgspec
from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.decisions import LONGEST_TEXT
from wellled_desktop.ui.kit.words import counted

# Text that was Windows-1252 and was read as Latin-1 has its quotes, dashes and ellipses where controls stand that nobody types.
_QUOTES_AND_DASHES = {
    code: bytes((code,)).decode("cp1252") for code in range(0x80, 0xA0) if bytes((code,)).decode("cp1252", "ignore")
}
_CONTROLS = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))
# Qt takes U+FDD0 and U+FDD1 for ends of frames and would make line breaks of them.
_NO_CHARACTERS = (*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
_TABLE = dict.fromkeys((*_CONTROLS, *_NO_CHARACTERS), "\ufffd") | _QUOTES_AND_DASHES
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_READ = frozenset(map(chr, _QUOTES_AND_DASHES))
# UTF-8 that another program read as Latin-1 or Windows-1252: the letters, signs and quotes of western Europe, and nothing else.
_LETTERS = (*map(chr, range(0xA0, 0x100)), *_QUOTES_AND_DASHES.values())
_GARBLED = {one.encode().decode("latin-1"): one for one in _LETTERS} | {
    "".join(_QUOTES_AND_DASHES.get(byte, chr(byte)) for byte in one.encode()): one for one in _LETTERS
}
_GARBLED_ONE = re.compile("|".join(sorted(map(re.escape, _GARBLED), key=len, reverse=True)))
_GARBLED_BEGIN = frozenset(one[0] for one in _GARBLED)


class Pasted(msgspec.Struct, frozen=True):
    """The text as it will be kept; how many characters became U+FFFD, how many were read as Windows-1252, and how many that had
    been garbled were put right, with the first of those as it was.
    """

    text: str
    replaced: int = 0
    read: int = 0
    mended: int = 0
    garbled: str = ""


def cleaned(text: str) -> Pasted:
    """Line breaks of every kind are one kind; each character that cannot be shown becomes one that can."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    garbled = _GARBLED_ONE.findall(text) if any(one in text for one in _GARBLED_BEGIN) else []
    if garbled:
        text = _GARBLED_ONE.sub(lambda found: _GARBLED[found.group()], text)
    odd = _ODD.findall(text)
    for one in set(odd):
        text = text.replace(one, _TABLE[ord(one)])
    read = sum(one in _READ for one in odd)
    return Pasted(text, len(odd) - read, read, len(garbled), next(iter(garbled), ""))


def cleaned_words(pasted: Pasted) -> str:
    """What was changed in the pasted text; "" for nothing."""
    one, many = _tr("character"), _tr("characters")
    replaced = _tr("%1 that cannot be shown became %2").replace("%1", counted(pasted.replaced, one, many))
    replaced = replaced.replace("%2", "\ufffd") if pasted.replaced else ""
    how_many = f"{pasted.read:,}" if pasted.replaced else counted(pasted.read, one, many)
    was = _tr("%1 was read") if pasted.read == 1 else _tr("%1 were read")
    read = _tr("%1 as Windows-1252 quotes and dashes").replace("%1", was.replace("%1", how_many)) if pasted.read else ""
    words = "; ".join(part for part in (replaced, read, _mended_words(pasted)) if part)
    return _tr("Pasted: %1.").replace("%1", words) if words else ""


def _mended_words(pasted: Pasted) -> str:
    if not pasted.mended:
        return ""
    put_right = (
        _tr("1 character that another program had garbled was put right (%2 is %3)")
        if pasted.mended == 1
        else _tr("%1 characters that another program had garbled were put right (%2 is %3)")
    )
    shown, letter = pasted.garbled.translate(_TABLE), _GARBLED[pasted.garbled]
    return put_right.replace("%1", f"{pasted.mended:,}").replace("%2", shown).replace("%3", letter)


def no_text_words() -> str:
    """Why nothing was pasted where there is no text in the clipboard."""
    return _tr(
        "There is no text in the clipboard, so nothing was pasted. A picture or a file is kept as a document of its own: "
        "Evidence (Ctrl+4)."
    )


def too_long_words(characters: int, room: int) -> str:
    """Why a text was not pasted: `room` is what the line can still take, in characters."""
    return (
        (
            _tr(
                "This text has %1 characters; a line holds a million, and this one has room for %2. Nothing was pasted, and "
            )
            + _tr("it is still in the clipboard: keep it as a document of its own and write a line about it.")
        )
        .replace("%1", f"{characters:,}")
        .replace("%2", f"{max(0, room):,}")
    )


def room_beside(characters: int) -> int:
    """How many characters a line that has so many can still take."""
    return LONGEST_TEXT - characters


def _tr(words: str) -> str:
    return QCoreApplication.translate("Pasting", words)
