"""What the reading process may do, as the system says it while it runs; and that it does not outlive the app."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.hostile_shapes import pdf_of
from tests.unit.exchange.documents.children import children
from wellled_desktop.exchange.documents.limits import TEXT
from wellled_desktop.exchange.documents.messages import Ask, Done, Job, Opened, Paragraphs, Words
from wellled_desktop.exchange.documents.previews import Preview
from wellled_desktop.exchange.documents.reading_process import ReadingProcess

ITS_LIMITS = {
    "Max file size": "0",
    "Max core file size": "0",
    "Max open files": "64",
    "Max cpu time": "600",
    "Max address space": str(1536 << 20),
}


def test_it_may_write_no_file_nor_take_all_memory_and_knows_nothing_of_the_user() -> None:
    with Preview.of([pdf_of("one")], "a.pdf", "application/pdf"):
        (process,) = children()
        lines = Path(f"/proc/{process}/limits").read_text(encoding="ascii").splitlines()
        soft = {line[:25].strip(): line[25:].split()[0] for line in lines}
        assert {name: soft[name] for name in ITS_LIMITS} == ITS_LIMITS
        known = Path(f"/proc/{process}/environ").read_bytes().split(b"\0")
        assert [one for one in known if not one.startswith((b"LC_CTYPE=", b"LANG="))] == [b""]
        assert Path(f"/proc/{process}/cwd").readlink() == Path("/")
    assert children() == []


def test_reading_for_the_search_lets_everything_else_go_first() -> None:
    process = ReadingProcess(Job("text", "plain", TEXT), lambda: False)
    try:
        process.send([b"words"])
        assert process.answer() == Words("words")
        nice = Path(f"/proc/{process._process.pid}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()[16]
        assert int(nice) >= 15
        assert process.answer() == Done()
    finally:
        process.close()


def test_an_answer_comes_to_each_question_in_turn() -> None:
    process = ReadingProcess(Job("preview", "pdf", TEXT), lambda: False)
    try:
        process.send([pdf_of("one")])
        assert process.answer() == Opened(1)
        for _ in range(2):
            told = process.ask(Ask(1))
            assert isinstance(told, Paragraphs)
            assert [one.words for one in told.found] == ["one"]
    finally:
        process.close()


def test_it_ends_when_the_app_is_killed() -> None:
    app = (
        "from tests.hostile_shapes import pdf_of\n"
        "from tests.unit.exchange.documents.children import children\n"
        "from wellled_desktop.exchange.documents.previews import Preview\n"
        "preview = Preview.of([pdf_of('one')], 'a.pdf', 'application/pdf')\n"
        "print(children()[0], flush=True)\n"
        "input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", app], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4]
    ) as program:
        assert program.stdout is not None
        process = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while is_alive(process) and time.monotonic() < deadline:
        """It hears of it by the end of its pipe."""
    assert not is_alive(process)


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2][0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
