"""Pictures of an attachment's pages, drawn by another process, which may fail without harm."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import Self

import msgspec

from wellled_desktop.exchange.documents.cleaning import cleaned
from wellled_desktop.exchange.documents.kinds import can_be_drawn, kind_of
from wellled_desktop.exchange.documents.layout import Paragraph
from wellled_desktop.exchange.documents.limits import MOST_PAGES, MOST_SHOWN, PREVIEW, WIDEST, Limits
from wellled_desktop.exchange.documents.messages import Answer, Ask, Drawn, Job, Opened, Paragraphs, Unread
from wellled_desktop.exchange.documents.reading_process import ReadingProcess
from wellled_desktop.exchange.documents.sentences import NO_PREVIEW, sentence
from wellled_desktop.exchange.documents.text import Cancelled, never


class Picture(msgspec.Struct, frozen=True):
    """`rgba` holds four bytes a pixel, row by row from the top, without padding (QImage.Format_RGBA8888)."""

    width: int
    height: int
    rgba: bytes


class Unreadable(Exception):
    """There is no preview; `sentence` says why in one plain sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def can_be_previewed(media_type: str, name: str) -> bool:
    """Whether it is worth asking: a PDF or a picture of a kind that can be drawn."""
    return can_be_drawn(media_type, name)


class Preview:
    """A PDF or a picture, kept open in a process of its own until `close`. For one thread at a time; close it on any."""

    def __init__(self, process: ReadingProcess, pages: int) -> None:
        self._process = process
        self.pages = pages

    @classmethod
    def of(
        cls,
        frames: Iterable[bytes],
        name: str,
        media_type: str,
        limits: Limits = PREVIEW,
        cancelled: Cancelled = never,
    ) -> Self:
        """Raises Unreadable, also once `cancelled`, and what `frames` raises. Takes up to some seconds."""
        with ExitStack() as unless_opened:
            try:
                process = ReadingProcess(Job("preview", kind_of(media_type, name), limits), cancelled)
                unless_opened.callback(process.close)
                process.send(frames)
                answer = process.answer()
            except Unread as unread:
                raise Unreadable(sentence(unread.reason, NO_PREVIEW)) from unread
            if not isinstance(answer, Opened) or answer.pages < 1:
                raise Unreadable(sentence("ended", NO_PREVIEW))
            unless_opened.pop_all()
        return cls(process, min(answer.pages, MOST_PAGES))

    def picture(self, page: int, width: int) -> Picture:
        """The page, counted from 1, as wide as asked (1 to 4,096 pixels; a picture is not made larger than it is).

        Raises Unreadable.
        """
        width = max(1, min(width, WIDEST))
        answer = self._ask(Ask(page, width))
        if isinstance(answer, Drawn) and _fits(answer):
            return Picture(answer.width, answer.height, answer.rgba)
        raise Unreadable(sentence("ended", NO_PREVIEW))

    def paragraphs(self, page: int) -> tuple[Paragraph, ...]:
        """Those of the page, counted from 1; of a picture none. Raises Unreadable."""
        answer = self._ask(Ask(page))
        if isinstance(answer, Paragraphs):
            return tuple(_shown(answer.found))
        raise Unreadable(sentence("ended", NO_PREVIEW))

    def close(self) -> None:
        """Ends the process; what is asked of it at this moment raises Unreadable. Closing twice is closing once."""
        self._process.close()

    def _ask(self, what: Ask) -> Answer:
        if not 1 <= what.page <= self.pages:
            raise ValueError(what.page)
        try:
            return self._process.ask(what)
        except Unread as unread:
            raise Unreadable(sentence(unread.reason, NO_PREVIEW)) from unread

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _shown(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """As much as is shown, with nothing in it that deceives: the process is not trusted."""
    left = MOST_SHOWN
    for one in found:
        words = cleaned(one.words[:left])
        left -= len(one.words) + 1
        if words.strip():
            box = one.box if one.box is not None and all(0 <= side <= 1 for side in one.box) else None
            yield Paragraph(words, one.running, box)
        if left <= 0:
            return


def _fits(drawn: Drawn) -> bool:
    """What the process says of its picture is not taken on trust: a wrong size would be read beyond its end."""
    inside = 0 < drawn.width <= WIDEST and 0 < drawn.height <= WIDEST
    return inside and len(drawn.rgba) == drawn.width * drawn.height * 4
