"""Text as it comes out of a document, made fit to be kept and shown."""

import re
from collections.abc import Iterator

from wellled_desktop.exchange.documents.messages import Unread

PART = 3_000
"""Characters of a part, near enough: as much as a page holds."""
_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_NO_CHARACTER = re.compile("[\ud800-\udfff]")


def cleaned(words: str) -> str:
    """Without control characters, what turns the text around it, and halves of characters."""
    return _NO_CHARACTER.sub("\ufffd", _NOT_SHOWN.sub(" ", words))


def cut(paragraphs: Iterator[str]) -> Iterator[str]:
    """Parts of some 3,000 characters, cut between paragraphs, or where a paragraph is longer between words.

    Where the paragraphs end with Unread, what came before is given first.
    """
    waiting: list[str] = []
    size = 0
    ended: Unread | None = None
    try:
        for paragraph in paragraphs:
            for piece in _pieces(paragraph):
                if size and size + len(piece) > PART:
                    yield "\n".join(waiting)
                    waiting, size = [], 0
                waiting.append(piece)
                size += len(piece) + 1
    except Unread as unread:
        ended = unread
    if any(piece.strip() for piece in waiting):
        yield "\n".join(waiting)
    if ended is not None:
        raise ended


def _pieces(paragraph: str) -> Iterator[str]:
    start = 0
    while len(paragraph) - start > PART:
        space = max(paragraph.rfind(blank, start, start + PART) for blank in (" ", "\n"))
        end = space + 1 if space > start else start + PART
        yield paragraph[start:end]
        start = end
    yield paragraph[start:]
