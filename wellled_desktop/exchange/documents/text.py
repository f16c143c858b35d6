"""The words of a document, page by page, for the search: read by another process, which may fail without harm."""

from collections.abc import Callable, Iterable
from contextlib import closing

import msgspec

from wellled_desktop.exchange.documents.kinds import Kind, kind_of
from wellled_desktop.exchange.documents.limits import MOST_CHARACTERS, MOST_PAGES, TEXT, Limits
from wellled_desktop.exchange.documents.messages import Done, Job, Reason, Unread, Words
from wellled_desktop.exchange.documents.reading_process import ReadingProcess
from wellled_desktop.exchange.documents.sentences import NOT_IN_SEARCH, sentence, sentence_of_part

Cancelled = Callable[[], bool]


def never() -> bool:
    return False


class DocumentText(msgspec.Struct, frozen=True):
    """`pages` are those of a PDF where `numbered`; else parts of some 3,000 characters.

    `unread` is one plain sentence that says why nothing or not all was read, or empty.
    """

    pages: tuple[str, ...] = ()
    numbered: bool = False
    unread: str = ""


def read_text(
    frames: Iterable[bytes], name: str, media_type: str, cancelled: Cancelled = never, limits: Limits = TEXT
) -> DocumentText:
    """The words of the content. A picture has none, and that is nothing to tell. Once `cancelled`, no pages and no `unread`.

    Raises what `frames` raises. Takes seconds: not for the UI thread.
    """
    kind = kind_of(media_type, name)
    if kind == "picture":
        return DocumentText()
    if kind in ("unknown", "old word"):
        return DocumentText(unread=sentence("kind" if kind == "unknown" else "old word", NOT_IN_SEARCH))
    pages: list[str] = []
    reason = _read(frames, kind, cancelled, limits, pages)
    if cancelled():
        return DocumentText()
    if reason is None and kind == "pdf" and not any(map(str.strip, pages)):
        reason = "no words"
    if any(map(str.strip, pages)):
        return DocumentText(tuple(pages), kind == "pdf", sentence_of_part(reason) if reason else "")
    return DocumentText((), kind == "pdf", sentence(reason, NOT_IN_SEARCH) if reason else "")


def _read(frames: Iterable[bytes], kind: Kind, cancelled: Cancelled, limits: Limits, pages: list[str]) -> Reason | None:
    """Puts what is read to `pages`; why there is no more."""
    try:
        with closing(ReadingProcess(Job("text", kind, limits), cancelled)) as process:
            process.send(frames)
            return _take(process, cancelled, pages)
    except Unread as unread:
        return unread.reason


def _take(process: ReadingProcess, cancelled: Cancelled, pages: list[str]) -> Reason | None:
    """What the process gives is counted here once more: it is not trusted."""
    left = MOST_CHARACTERS
    while not cancelled() and len(pages) <= MOST_PAGES:
        answer = process.answer()
        if isinstance(answer, Done):
            return answer.reason
        if not isinstance(answer, Words) or len(answer.words) > left:
            return "ended"
        left -= len(answer.words)
        pages.append(answer.words)
    return "pages"
