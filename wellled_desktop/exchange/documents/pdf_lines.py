"""The lines of a page of a PDF, each with where it stands and how its letters are set, by PDFium. Runs in the reading process."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from wellled_desktop.exchange.documents.layout import Box, Line

_LOOKED_AT = 12
"""Letters of a line: as many as are needed to know how it is set."""
_BOLD = 600
_BOLD_BY_NAME = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_LONGEST_NAME = 128
_UNITS = 1_000_000
"""As many the page is wide, and high, where it is asked where something stands."""


def lines_of(sheet: Any, text: Any, most: int) -> tuple[Line, ...]:
    """Of an opened page and its text, no more than so many characters of it."""
    return tuple(_line(sheet, text, letters) for letters in _letters(text, most))


def _letters(text: Any, most: int) -> Iterator[list[tuple[int, int]]]:
    """Line by line the letters, each with its place in the text."""
    line: list[tuple[int, int]] = []
    for at in range(min(text.count_chars(), most)):
        letter = pdfium.FPDFText_GetUnicode(text, at)
        if letter == 0x0A:
            yield line
            line = []
        elif letter not in (0x00, 0x0D):
            line.append((at, letter))
    if line:
        yield line


def _line(sheet: Any, text: Any, letters: Sequence[tuple[int, int]]) -> Line:
    words = " ".join(_words(letter for _, letter in letters).split())
    seen = [at for at, letter in letters if letter > 0x20]
    looked_at = sorted({*seen[:: max(1, len(seen) // _LOOKED_AT)], *seen[-1:]})
    boxes = [box for at in looked_at if (box := _box(sheet, text, at)) is not None]
    if not boxes or not _runs_across(boxes[0], boxes[-1]):
        return Line(words)
    top, bottom = median(box[1] for box in boxes), median(box[3] for box in boxes)
    around = min(box[0] for box in boxes), top, max(box[2] for box in boxes), bottom
    return Line(words, around, bottom - top, all(_is_bold(text, at) for at in looked_at))


def _words(letters: Iterator[int]) -> str:
    """A letter may come in two halves."""
    words = "".join(map(chr, letters)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return words.replace("\x02", "\u00ad")  # so PDFium has a hyphen that it took out of the end of a line


def _box(sheet: Any, text: Any, at: int) -> Box | None:
    """As the page is drawn, whichever way it is turned; None where PDFium does not know."""
    found = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, at, found):
        return None
    one, other = _as_drawn(sheet, found.left, found.top), _as_drawn(sheet, found.right, found.bottom)
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _as_drawn(sheet: Any, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(sheet, 0, 0, _UNITS, _UNITS, 0, x, y, across, down)
    return across.value / _UNITS, down.value / _UNITS


def _runs_across(first: Box, last: Box) -> bool:
    """Whether one letter at most, or more across than down."""
    return abs(last[0] - first[0]) >= abs(last[1] - first[1])


def _is_bold(text: Any, at: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(text, at, name, _LONGEST_NAME, None)
    return _BOLD_BY_NAME.search(name.value) is not None
