"""How attaching is said, and how long it takes."""

import os
from pathlib import Path

import pytest

from wellled_desktop.exchange.attaching import FileToAttach
from wellled_desktop.ui.attaching.outstanding import decoded, encoded, wanted
from wellled_desktop.ui.attaching.run import Run
from wellled_desktop.ui.attaching.words import files_words, left_words, size_words, so_far


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 byte"), (999, "999 bytes"), (34_000, "34 kB"), (1_234_000, "1.2 MB"), (2_000_000_000, "2.0 GB")],
)
def test_a_size_is_said_in_what_people_know(size: int, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("done", "total", "words"),
    [
        (0, 12, "0 of 12 bytes"),
        (120_000_000, 800_000_000, "120 of 800 MB"),
        (100_000_000, 2_000_000_000, "0.1 of 2.0 GB"),
    ],
)
def test_how_much_of_it_is_done_is_said_in_one_unit(done: int, total: int, words: str) -> None:
    assert so_far(done, total) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (3.0, "a few seconds left"),
        (42.0, "about 40 s left"),
        (58.0, "about 1 min left"),
        (130.0, "about 2 min left"),
    ],
)
def test_how_long_it_takes_is_said_roughly(seconds: float | None, words: str) -> None:
    assert left_words(seconds) == words


def test_how_long_it_takes_is_not_said_too_soon() -> None:
    files = tuple(wanted(FileToAttach(Path("a"), "a", 1_000_000), "e1", str(number)) for number in range(10))
    run = Run(files, "run", "E-001", began=100.0)
    assert run.seconds_left(101.0) is None
    run.bytes_done, run.files_done = 5_000_000, 5
    assert run.seconds_left(101.0) is None
    assert run.seconds_left(110.0) == pytest.approx(10.0)
    assert files_words(len(run.rest)) == "10 files"


def test_a_name_that_is_no_text_is_remembered_too() -> None:
    file = FileToAttach(Path(os.fsdecode(b"/tmp/no\xfftext.pdf")), "no text.pdf", 3)
    one = wanted(file, "e1", "a1")
    assert decoded(encoded([one])) == (one,)
    assert one.file == FileToAttach(file.path, file.name, 3, id="a1")
    assert decoded(b"of another version") == ()
