"""Each kind of document and its reader. Runs in the reading process; a reader's library is loaded when it is needed."""

from collections.abc import Iterator
from typing import Protocol

from wellled_desktop.exchange.documents.cleaning import cleaned, cut
from wellled_desktop.exchange.documents.kinds import Kind
from wellled_desktop.exchange.documents.layout import Paragraph
from wellled_desktop.exchange.documents.limits import MOST_CHARACTERS, MOST_ON_A_PAGE, MOST_PAGES
from wellled_desktop.exchange.documents.messages import Unread


class Pages(Protocol):
    """A document that can be drawn; pages are counted from 1."""

    count: int

    def picture(self, page: int, width: int) -> tuple[int, int, bytes]: ...

    def paragraphs(self, page: int) -> tuple[Paragraph, ...]: ...


def opened_pages(kind: Kind, content: bytes) -> Pages:
    """Raises Unread, and whatever the library raises."""
    if kind == "pdf":
        from wellled_desktop.exchange.documents.pdf import Pdf

        return Pdf(content)
    if kind == "picture":
        from wellled_desktop.exchange.documents.pictures import Pictures

        return Pictures(content)
    raise Unread("kind")


def words_of(kind: Kind, content: bytes) -> Iterator[str]:
    """The pages, or parts, of the document. Raises Unread, where something was given with why the rest was not."""
    kept = 0
    for number, words in enumerate(_raw(kind, content), start=1):
        if number > MOST_PAGES:
            raise Unread("pages")
        clean = cleaned(words[:MOST_ON_A_PAGE])
        kept += len(clean)
        if kept > MOST_CHARACTERS:
            raise Unread("characters")
        yield clean


def _raw(kind: Kind, content: bytes) -> Iterator[str]:
    if kind == "pdf":
        from wellled_desktop.exchange.documents.pdf import pdf_words

        return pdf_words(content)
    if kind == "word":
        from wellled_desktop.exchange.documents.word import paragraphs

        return cut(paragraphs(content))
    if kind == "workbook":
        from wellled_desktop.exchange.documents.workbook import rows

        return cut(rows(content))
    if kind == "plain":
        from wellled_desktop.exchange.documents.plain import text_of

        return cut(iter((text_of(content),)))
    raise Unread("old word" if kind == "old word" else "kind")
