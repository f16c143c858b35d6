"""What is shown of a document, as it comes from the thread that reads it, and that reading itself. No widgets here."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal

import msgspec
from PySide6.QtGui import QImage

from wellled_desktop.exchange.documents.cleaning import cleaned
from wellled_desktop.exchange.documents.kinds import kind_of
from wellled_desktop.exchange.documents.previews import Picture, Preview, Unreadable, can_be_previewed
from wellled_desktop.exchange.documents.text import read_text
from wellled_desktop.inspection.citing import first_paragraphs, paragraphs
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.vault.errors import VaultError
from wellled_desktop.vault.opened import OpenInspection

MOST_SHOWN = 50_000
"""Characters of a page: ten times what a full one has. A hostile one could have a million, and take seconds to be laid out."""
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


class ShownPage(msgspec.Struct, frozen=True):
    """As it was asked for, `width` pixels wide. `first` is the number of the first of its paragraphs.

    `image` is None of a document of words alone, and where it cannot be drawn: `unreadable` then says why.
    """

    page: int
    width: int
    image: QImage | None = None
    paragraphs: tuple[str, ...] = ()
    first: int = 1
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
            found = paragraphs(self._parts[page - 1], by_line=True)
            return ShownPage(page, width, paragraphs=found, first=self._firsts[page - 1])
        preview, words = self._preview, ""
        if preview is None:
            return ShownPage(page, width)
        try:
            words = cleaned(preview.text(page)[:MOST_SHOWN])
            return ShownPage(page, width, _image(preview.picture(page, width)), paragraphs(words))
        except Unreadable as unreadable:
            return ShownPage(page, width, None, paragraphs(words), unreadable=unreadable.sentence)

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


def _image(picture: Picture) -> QImage:
    """With pixels of its own: those it is made from go."""
    rgba = QImage(picture.rgba, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGBA8888)
    return rgba.copy()
