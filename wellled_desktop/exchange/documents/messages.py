"""What the app and the process that reads documents say to each other, over two pipes: frames with their length before them.

The process is not trusted: each answer is of a known form and below a length, and why it read nothing is one of a few words.
"""

from typing import BinaryIO, Literal, TypeAlias

import msgspec

from wellled_desktop.exchange.documents.kinds import Kind
from wellled_desktop.exchange.documents.layout import Paragraph
from wellled_desktop.exchange.documents.limits import Limits

Reason = Literal[
    "broken", "characters", "ended", "kind", "memory", "no words", "old word", "packed", "pages", "password", "pixels",
    "position", "size", "slow", "start",
]  # fmt: skip
"""Why nothing, or not all, was read."""

LONGEST = 80 << 20
"""No frame is longer: a preview of the largest size takes 64 MB."""
MEMORY_ENDED = 73
"""The status with which the process ends itself when it took too much memory."""
_LENGTH = 4


class Job(msgspec.Struct, frozen=True):
    """What is to be done with the content that follows: frames up to an empty one."""

    what: Literal["text", "preview", "position"]
    kind: Kind
    limits: Limits


class Ask(msgspec.Struct, frozen=True):
    """Of a preview: the page as a picture so wide, or where `width` is 0 its paragraphs."""

    page: int
    width: int = 0


class Opened(msgspec.Struct, frozen=True, tag=True):
    pages: int


class Words(msgspec.Struct, frozen=True, tag=True):
    words: str


class Paragraphs(msgspec.Struct, frozen=True, tag=True):
    """The words of a page, as they belong together."""

    found: tuple[Paragraph, ...]


class Drawn(msgspec.Struct, frozen=True, tag=True):
    width: int
    height: int
    rgba: bytes


class Piece(msgspec.Struct, frozen=True, tag=True):
    content: bytes


class Done(msgspec.Struct, frozen=True, tag=True):
    """All was given, or all but what `reason` says."""

    reason: Reason | None = None


class Failed(msgspec.Struct, frozen=True, tag=True):
    reason: Reason


Answer: TypeAlias = Opened | Words | Paragraphs | Drawn | Piece | Done | Failed


class Unread(Exception):
    """The document, or the rest of it, is not read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class Ended(Exception):
    """The other side has gone, or does not keep to the form."""


def write_frame(stream: BinaryIO, content: bytes) -> None:
    stream.write(len(content).to_bytes(_LENGTH, "big"))
    stream.write(content)


def read_frame(stream: BinaryIO) -> bytes:
    """Raises Ended."""
    before = stream.read(_LENGTH)
    length = int.from_bytes(before, "big")
    if len(before) < _LENGTH or length > LONGEST:
        raise Ended
    content = stream.read(length)
    if len(content) < length:
        raise Ended
    return content


def write_message(stream: BinaryIO, message: Job | Ask | Answer) -> None:
    write_frame(stream, msgspec.msgpack.encode(message))
    stream.flush()


def read_answer(stream: BinaryIO) -> Answer:
    """Raises Ended."""
    try:
        answer: Answer = _ANSWERS.decode(read_frame(stream))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Ended from error
    return answer


_ANSWERS: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
