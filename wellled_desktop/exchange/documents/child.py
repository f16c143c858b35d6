"""The process that takes one document apart: `python -m wellled_desktop.exchange.documents.child`. It reads a job and the
content from its standard input, answers on its standard output, opens no file, and ends when either is closed.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from wellled_desktop.exchange.documents.messages import (
    MEMORY_ENDED,
    Answer,
    Ask,
    Done,
    Drawn,
    Ended,
    Failed,
    Job,
    Opened,
    Paragraphs,
    Piece,
    Unread,
    Words,
    read_frame,
    write_message,
)
from wellled_desktop.exchange.documents.own_limits import limit_this_process
from wellled_desktop.exchange.documents.pages import Pages, opened_pages, words_of

_PIECE = 1 << 20


def main() -> None:
    said, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        job = msgspec.msgpack.decode(read_frame(said), type=Job)
        limit_this_process(job.limits, in_background=job.what == "text")
        serve(job, read_content(said), said, answers)
    except MemoryError:
        os._exit(MEMORY_ENDED)
    except (Ended, OSError):  # the app has gone
        os._exit(1)
    os._exit(0)  # what a hostile document did to the libraries is not tidied up


def read_content(said: BinaryIO) -> bytes:
    content = io.BytesIO()
    while frame := read_frame(said):
        content.write(frame)
    return content.getvalue()


def serve(job: Job, content: bytes, asked: BinaryIO, answers: BinaryIO) -> None:
    """Does the whole of the job. Raises MemoryError; Ended and OSError when the app has gone."""
    if job.what == "preview":
        _serve_preview(job, content, asked, answers)
        return
    work = _text if job.what == "text" else _position
    for answer in _guarded(lambda: work(job, content)):
        write_message(answers, answer)


def _text(job: Job, content: bytes) -> Iterator[Answer]:
    for words in words_of(job.kind, content):
        yield Words(words)
    yield Done()


def _position(_job: Job, content: bytes) -> Iterator[Answer]:
    from wellled_desktop.exchange.documents.position import stripped

    left = stripped(content)
    for start in range(0, len(left), _PIECE):
        yield Piece(left[start : start + _PIECE])
    yield Done()


def _serve_preview(job: Job, content: bytes, asked: BinaryIO, answers: BinaryIO) -> None:
    opened: list[Pages] = []

    def begin() -> Iterator[Answer]:
        opened.append(opened_pages(job.kind, content))
        yield Opened(opened[0].count)

    for answer in _guarded(begin):
        write_message(answers, answer)
    while opened:
        ask = msgspec.msgpack.decode(read_frame(asked), type=Ask)
        for answer in _guarded(lambda ask=ask: iter((_shown(opened[0], ask),))):  # type: ignore[misc]
            write_message(answers, answer)


def _shown(pages: Pages, ask: Ask) -> Answer:
    if not ask.width:
        return Paragraphs(pages.paragraphs(ask.page))
    width, height, rgba = pages.picture(ask.page, ask.width)
    return Drawn(width, height, rgba)


def _guarded(work: Callable[[], Iterator[Answer]]) -> Iterator[Answer]:
    """Its answers; where it fails, the reason. The libraries raise whatever a hostile document makes them raise."""
    try:
        yield from work()
    except Unread as unread:
        yield Failed(unread.reason)
    except MemoryError:
        raise
    except (Ended, BrokenPipeError):
        raise
    except Exception:  # noqa: BLE001  # the process ends, or tells this one page; the app hears that the document is damaged
        yield Failed("broken")


if __name__ == "__main__":
    main()
