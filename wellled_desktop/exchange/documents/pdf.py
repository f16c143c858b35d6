"""PDF, by PDFium. Scripts are not run, for it is built without an engine for them, and forms are not begun."""

import time
from collections.abc import Iterator
from contextlib import closing, suppress

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD  # type: ignore[import-untyped]

from wellled_desktop.exchange.documents.layout import Line, Paragraph, paragraphs_of
from wellled_desktop.exchange.documents.limits import MOST_ON_A_PAGE, MOST_SHOWN, WIDEST
from wellled_desktop.exchange.documents.messages import Unread
from wellled_desktop.exchange.documents.pdf_lines import lines_of

_FAILED_IN_A_ROW = 200
"""Pages: a file that declares thousands and has none is given up."""
_BESIDE = 4
"""So many pages around one tell what its header and footer are: every other page may have another one."""
_LONG_ENOUGH = 5.0
"""Seconds."""


class Pdf:
    def __init__(self, content: bytes) -> None:
        """Raises Unread."""
        try:
            self._document = pypdfium2.PdfDocument(content)
        except PdfiumError as error:
            raise Unread("password" if error.err_code == FPDF_ERR_PASSWORD else "broken") from error
        self._lines: dict[int, tuple[Line, ...]] = {}
        self.count = len(self._document)
        if self.count < 1:
            raise Unread("broken")

    def picture(self, page: int, width: int) -> tuple[int, int, bytes]:
        """Raises PdfiumError."""
        sheet = self._document[page - 1]
        try:
            across, down = sheet.get_size()
            scale = min(width / across, WIDEST / across, WIDEST / down)
            bitmap = sheet.render(
                scale=scale, force_bitmap_format=4, rev_byteorder=True, fill_color=(255, 255, 255, 255)
            )
            return bitmap.width, bitmap.height, _without_padding(bytes(bitmap.buffer), bitmap.width, bitmap.stride)
        finally:
            sheet.close()

    def paragraphs(self, page: int) -> tuple[Paragraph, ...]:
        """What is on most of the pages around is told apart; a broken one of them is passed over. Raises PdfiumError."""
        began = time.monotonic()
        here, beside = self._lines_of(page), dict[int, tuple[Line, ...]]()
        around = range(max(1, page - _BESIDE), min(self.count, page + _BESIDE) + 1)
        for other in sorted(around, key=lambda other: abs(other - page))[1 : _BESIDE + 1]:
            if time.monotonic() - began > _LONG_ENOUGH:  # one that is hostile, or one of maps
                break
            with suppress(PdfiumError, UnicodeError):
                beside[other - page] = self._lines_of(other)
        return paragraphs_of(here, beside)

    def _lines_of(self, page: int) -> tuple[Line, ...]:
        """Those of a few pages are kept. Raises PdfiumError."""
        if page not in self._lines:
            with closing(self._document[page - 1]) as sheet, closing(sheet.get_textpage()) as text:
                found = lines_of(sheet, text, MOST_SHOWN)
            while len(self._lines) > 2 * _BESIDE:
                del self._lines[next(iter(self._lines))]
            self._lines[page] = found
        return self._lines[page]

    def words(self, page: int) -> str:
        """Raises PdfiumError."""
        sheet = self._document[page - 1]
        try:
            text = sheet.get_textpage()
            try:
                return str(text.get_text_range(0, min(text.count_chars(), MOST_ON_A_PAGE))).replace("\r\n", "\n")
            finally:
                text.close()
        finally:
            sheet.close()


def pdf_words(content: bytes) -> Iterator[str]:
    """The words of each page; at the end Unread where some were broken."""
    document = Pdf(content)
    broken = in_a_row = 0
    for page in range(1, document.count + 1):
        try:
            words, in_a_row = document.words(page), 0
        except (PdfiumError, UnicodeError):
            words, in_a_row, broken = "", in_a_row + 1, broken + 1
        if in_a_row >= _FAILED_IN_A_ROW:
            raise Unread("broken")
        yield words
    if broken:
        raise Unread("broken")


def _without_padding(buffer: bytes, width: int, stride: int) -> bytes:
    row = width * 4
    if stride == row:
        return buffer
    return b"".join(buffer[start : start + row] for start in range(0, len(buffer), stride))
