"""A picture without the place where it was taken, for export; the original is kept as it was."""

from collections.abc import Generator, Iterable
from contextlib import closing
from itertools import chain

from wellled_desktop.exchange.documents.limits import POSITION, Limits
from wellled_desktop.exchange.documents.messages import Done, Job, Piece, Unread
from wellled_desktop.exchange.documents.reading_process import ReadingProcess
from wellled_desktop.exchange.documents.sentences import NO_COPY, sentence
from wellled_desktop.exchange.documents.text import never


class PositionNotRemoved(Exception):
    """The place may still be in it, so nothing was made; `sentence` says why in one plain sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def may_hold_position(media_type: str) -> bool:
    """Whether a file of this kind may tell where it was taken: any picture."""
    return media_type.casefold().startswith("image/")


def without_position(frames: Iterable[bytes], media_type: str, limits: Limits = POSITION) -> Iterable[bytes]:
    """The same picture, its pixels untouched, without its EXIF position, XMP, or anything else that could hold a place.

    JPEG, PNG, WebP and GIF are copied piece by piece; what stays beside the pixels is which way up the picture is, its
    colours, when and with which camera it was taken. TIFF, HEIC and the rest cannot be: PositionNotRemoved is raised, before
    anything is given. Raises as well what `frames` raises. Takes up to some seconds.
    """
    pieces = _pieces(frames, limits)
    if not may_hold_position(media_type):
        raise PositionNotRemoved(sentence("position", NO_COPY))
    first = next(pieces, b"")  # so that what cannot be done is told now; the process ends with `pieces`
    return chain((first,), pieces)


def _pieces(frames: Iterable[bytes], limits: Limits) -> Generator[bytes, None, None]:
    try:
        with closing(ReadingProcess(Job("position", "picture", limits), never)) as process:
            process.send(frames)
            while not isinstance(answer := process.answer(), Done):
                if not isinstance(answer, Piece):
                    raise Unread("ended")
                yield answer.content
    except Unread as unread:
        raise PositionNotRemoved(sentence(unread.reason, NO_COPY)) from unread
