"""The watch on memory where the system has none, and what the process gives to whoever asks it."""

import io
import queue
import threading

import msgspec
import pytest

from tests.hostile_shapes import pdf_of, picture
from wellled_desktop.exchange.documents.child import read_content, serve
from wellled_desktop.exchange.documents.limits import TEXT
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
    Words,
    read_answer,
    write_frame,
)
from wellled_desktop.exchange.documents.own_limits import watch_memory


def answers(job: Job, content: bytes, *asked: Ask) -> list[Answer]:
    """All that the process answers until the app has gone."""
    questions, said = io.BytesIO(), io.BytesIO()
    for ask in asked:
        write_frame(questions, msgspec.msgpack.encode(ask))
    questions.seek(0)
    if job.what == "preview":
        try:
            serve(job, content, questions, said)
        except Ended:
            """The app has closed the pipe."""
    else:
        serve(job, content, questions, said)
    said.seek(0)
    given = []
    while said.tell() < len(said.getvalue()):
        given.append(read_answer(said))
    return given


def test_who_takes_too_much_memory_is_ended_with_a_status_of_its_own() -> None:
    statuses: queue.Queue[int] = queue.Queue()
    watch_memory(iter((1, 2, 99, 1)).__next__, 50, statuses.put)
    assert statuses.get(timeout=5) == MEMORY_ENDED


def test_the_watch_ends_when_it_is_told_to() -> None:
    watch_memory(lambda: 1, 50, lambda _status: pytest.fail("it took no more than it may")).set()
    for watch in (one for one in threading.enumerate() if one.name == "memory-watch"):
        watch.join(5)
        assert not watch.is_alive()


def test_words_come_page_by_page() -> None:
    assert answers(Job("text", "pdf", TEXT), pdf_of("one")) == [Words("one"), Done()]
    assert answers(Job("text", "pdf", TEXT), pdf_of("one", count=2)) == [Words("one"), Words(""), Failed("broken")]
    assert answers(Job("text", "word", TEXT), b"PK junk") == [Failed("broken")]


def test_a_preview_answers_until_the_app_has_gone() -> None:
    opened, words, drawn, wrong = answers(Job("preview", "pdf", TEXT), pdf_of("one"), Ask(1), Ask(1, 30), Ask(9))
    assert (opened, wrong) == (Opened(1), Failed("broken"))
    assert isinstance(words, Paragraphs)
    assert [one.words for one in words.found] == ["one"]
    assert isinstance(drawn, Drawn)
    assert len(drawn.rgba) == drawn.width * drawn.height * 4
    assert answers(Job("preview", "picture", TEXT), b"none", Ask(1)) == [Failed("broken")]


def test_a_picture_without_its_position_comes_in_pieces() -> None:
    piece, done = answers(Job("position", "picture", TEXT), picture("PNG"))
    assert isinstance(piece, Piece)
    assert done == Done()
    assert answers(Job("position", "picture", TEXT), b"none") == [Failed("position")]


def test_a_content_that_is_cut_off_is_none() -> None:
    frames = io.BytesIO()
    write_frame(frames, b"half")
    frames.seek(0)
    with pytest.raises(Ended):
        read_content(frames)
