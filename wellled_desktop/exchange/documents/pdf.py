"""PDF, by PDFium. Scripts are not run, for it is built without an engine for them, and forms are not begun."""

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD  # type: ignore[import-untyped]

from wellled_desktop.exchange.documents.limits import MOST_ON_A_PAGE, WIDEST
from wellled_desktop.exchange.documents.messages import Unread

_FAILED_IN_A_ROW = 200
"""Pages: a file that declares thousands and has none is given up."""


class Pdf:
    def __init__(self, content: bytes) -> None:
        """Raises Unread."""
        try:
            self._document = pypdfium2.PdfDocument(content)
        except PdfiumError as error:
            raise Unread("password" if error.err_code == FPDF_ERR_PASSWORD else "broken") from error
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
