"""What is shown of a document, as it comes from the thread that reads it, and that reading itself. No widgets here."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Literal

import msgspec
from PySide6.QtGui import QImage

from wellled_desktop.exchange.documents.kinds import kind_of
from wellled_desktop.exchange.documents.layout import Box, Paragraph
from wellled_desktop.exchange.documents.previews import Picture, Preview, Unreadable, can_be_previewed
from wellled_desktop.exchange.documents.text import read_text
from wellled_desktop.inspection.citing import first_paragraphs, paragraphs
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.vault.errors import VaultError
from wellled_desktop.vault.opened import OpenInspection

_EMPTY = "There are no words in this document, so there is nothing to show; it is kept as it is and can be opened."


class ShownDocument(msgspec.Struct, frozen=True):
    """`kind`: pages of a PDF; a picture; else words alone, in parts, their paragraphs counted through all of them.

    `told` is a sentence on what is not shown, or "".
    """

    kind: Literal["pages", "picture", "words"]
    pages: int
    told: str = ""

    @property
    def numbered(self) -> bool:
        """Whether its pages are known by their numbers."""
        return self.kind == "pages" or (self.kind == "picture" and self.pages > 1)


class ShownParagraph(msgspec.Struct, frozen=True):
    """`number` is None of a header or footer. `box` is where it stands on the picture, in parts of its width and height."""

    words: str
    number: int | None
    box: Box | None = None


class ShownPage(msgspec.Struct, frozen=True):
    """As it was asked for, `width` pixels wide.

    `image` is None of a document of words alone, and where it cannot be drawn: `unreadable` then says why.
    """

    page: int
    width: int
    image: QImage | None = None
    paragraphs: tuple[ShownParagraph, ...] = ()
    unreadable: str = ""


class OpenDocument:
    """One attachment while it is looked at: its methods are for the thread of previews, `close` and `closed` for any."""

    def __init__(self, inspection: OpenInspection, attachment: Attachment) -> None:
        self.attachment = attachment
        self._inspection = inspection
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._preview: Preview | None = None
        self._parts: tuple[str, ...] = ()
        self._firsts: tuple[int, ...] = ()

    @property
    def closed(self) -> bool:
        return self._closed.is_set()

    def close(self) -> None:
        """Ends the process that reads it; what is asked of it at this moment raises Unreadable."""
        self._closed.set()
        with self._lock:
            preview, self._preview = self._preview, None
        if preview is not None:
            preview.close()

    def open(self) -> ShownDocument:
        """Raises Unreadable, VaultError."""
        one = self.attachment
        if not can_be_previewed(one.media_type, one.name):
            return self._read_all()
        with self._frames() as frames:
            preview = Preview.of(frames, one.name, one.media_type, cancelled=self._closed.is_set)
        with self._lock:
            if not self.closed:
                self._preview = preview
        if self._preview is not preview:
            preview.close()
        is_picture = kind_of(one.media_type, one.name) == "picture"
        return ShownDocument("picture" if is_picture else "pages", preview.pages)

    def page(self, page: int, width: int) -> ShownPage:
        """Its picture, so wide in pixels, and its paragraphs."""
        if self._parts:
            found = paragraphs(self._parts[page - 1])
            first = self._firsts[page - 1]
            numbered = tuple(ShownParagraph(words, number) for number, words in enumerate(found, start=first))
            return ShownPage(page, width, paragraphs=numbered)
        preview = self._preview
        if preview is None:
            return ShownPage(page, width)
        shown: tuple[ShownParagraph, ...] = ()
        try:
            shown = _numbered(preview.paragraphs(page))
            return ShownPage(page, width, _image(preview.picture(page, width)), shown)
        except Unreadable as unreadable:
            return ShownPage(page, width, None, shown, unreadable=unreadable.sentence)

    def _read_all(self) -> ShownDocument:
        one = self.attachment
        with self._frames() as frames:
            text = read_text(frames, one.name, one.media_type, self._closed.is_set)
        if not text.pages:
            raise Unreadable(text.unread or _EMPTY)
        self._parts = text.pages
        self._firsts = first_paragraphs(text.pages)
        return ShownDocument("words", len(text.pages), text.unread)

    @contextmanager
    def _frames(self) -> Iterator[Iterator[bytes]]:
        """The content, until the document is closed. Raises VaultError."""
        with self._inspection.attachments.open(self.attachment.sha256) as reader:
            yield self._until_closed(reader)

    def _until_closed(self, frames: Iterable[bytes]) -> Iterator[bytes]:
        for frame in frames:
            if self.closed:
                raise Unreadable("")
            yield frame


def why_not_shown(problem: Exception) -> str:
    """The sentence of what went wrong while a document was opened. Raises what is a defect."""
    if isinstance(problem, Unreadable):
        return problem.sentence
    if isinstance(problem, VaultError):
        return str(problem)
    raise problem


def _numbered(found: Iterable[Paragraph]) -> tuple[ShownParagraph, ...]:
    """Headers and footers are not counted."""
    numbers = count(1)
    return tuple(ShownParagraph(one.words, None if one.running else next(numbers), one.box) for one in found)


def _image(picture: Picture) -> QImage:
    """With pixels of its own: those it is made from go."""
    rgba = QImage(picture.rgba, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGBA8888)
    return rgba.copy()
