"""Reading documents for the search while the window is open: begun by itself, told quietly, and never in the way."""

import io
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QStatusBar
from pytestqt.qtbot import QtBot

from tests.hostile_shapes import pdf_of
from tests.unit.exchange.documents.children import children
from tests.unit.exchange.documents.test_reading_text import many_pages
from wellled_desktop.inspection.commands import AttachFile, RecordEvidence
from wellled_desktop.store.errors import Busy
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.window import reading_documents
from wellled_desktop.ui.window.reading_documents import ReadingDocuments

PDF = "application/pdf"


@pytest.fixture
def status(qtbot: QtBot, opened: Opened) -> Iterator[QStatusBar]:
    bar = QStatusBar()
    qtbot.addWidget(bar)
    bar.show()
    yield bar
    opened.bridge.close()
    assert children() == []


@pytest.fixture
def attach(opened: Opened, qtbot: QtBot) -> Callable[..., str]:
    """Keeps a content and records it, as a page does; its SHA-256."""
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(RecordEvidence("e1", "Board papers", "document"))

    def attach_it(identifier: str, name: str, content: bytes, media_type: str = "text/plain") -> str:
        kept = opened.bridge.inspection.attachments.keep(io.BytesIO(content))
        with qtbot.waitSignal(opened.bridge.changed):
            opened.bridge.do(AttachFile(identifier, "e1", kept.sha256, kept.size, name, media_type))
        return kept.sha256

    return attach_it


def indexed(opened: Opened) -> frozenset[str]:
    documents = opened.bridge.inspection.documents()
    try:
        return documents.indexed()
    finally:
        documents.close()


def test_what_is_attached_when_the_window_opens_is_read_by_itself(
    status: QStatusBar, opened: Opened, attach: Callable[..., str], qtbot: QtBot
) -> None:
    first, second = attach("a1", "minutes.pdf", pdf_of("quorum"), PDF), attach("a2", "plan.txt", b"night shifts")
    shown: list[str] = []
    reading = ReadingDocuments(opened.bridge, status, after_ms=0)
    reading.told.connect(shown.append)
    qtbot.waitUntil(lambda: shown[-1:] == [""])
    assert shown == ["Reading documents for the search: 1 of 2", "Reading documents for the search: 2 of 2", ""]
    assert indexed(opened) == {first, second}
    assert reading.words == ""


def test_what_is_attached_later_is_read_a_little_later(
    status: QStatusBar, opened: Opened, attach: Callable[..., str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_documents, "_AFTER_ATTACHING_MS", 1)
    reading = ReadingDocuments(opened.bridge, status, after_ms=60_000)
    with qtbot.waitSignal(reading.told, check_params_cb=lambda words: not words):
        first = attach("a1", "minutes.txt", b"quorum")
    assert indexed(opened) == {first}


def test_what_is_attached_while_others_are_read_is_read_after_them(
    status: QStatusBar, opened: Opened, attach: Callable[..., str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_documents, "_AFTER_ATTACHING_MS", 1)
    first = attach("a1", "long.pdf", many_pages(2, 100_000), PDF)
    reading = ReadingDocuments(opened.bridge, status, after_ms=0)
    qtbot.waitUntil(lambda: reading.words != "")
    second = attach("a2", "minutes.txt", b"quorum")
    qtbot.waitUntil(lambda: indexed(opened) == {first, second}, timeout=10_000)
    qtbot.waitUntil(lambda: reading.words == "")


def test_another_change_of_the_record_begins_nothing(status: QStatusBar, opened: Opened, qtbot: QtBot) -> None:
    reading = ReadingDocuments(opened.bridge, status, after_ms=60_000)
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(RecordEvidence("e1", "Board papers", "document"))
    assert reading._soon.interval() == 60_000


def test_closing_ends_it_at_once_and_the_rest_is_read_the_next_time(
    status: QStatusBar, opened: Opened, attach: Callable[..., str], qtbot: QtBot
) -> None:
    attach("a1", "long.pdf", many_pages(1, 800_000), PDF)
    reading = ReadingDocuments(opened.bridge, status, after_ms=0)
    qtbot.waitUntil(lambda: children() != [])
    began = time.monotonic()
    opened.bridge.close()
    assert time.monotonic() - began < 1.5
    assert children() == []
    assert not reading._soon.isActive()


def test_the_window_goes_on_while_a_document_is_read(
    status: QStatusBar, opened: Opened, attach: Callable[..., str], qtbot: QtBot
) -> None:
    attach("a1", "long.pdf", many_pages(1, 800_000), PDF)
    reading = ReadingDocuments(opened.bridge, status, after_ms=0)
    qtbot.waitUntil(lambda: children() != [])
    with qtbot.waitSignal(opened.bridge.changed, timeout=1_000):
        opened.bridge.do(RecordEvidence("e2", "Minutes", "document"))
    longest = 0.0
    while reading.words:
        began = time.monotonic()
        QApplication.processEvents()
        longest = max(longest, time.monotonic() - began)
    assert longest < 0.75  # with the suite, other tests share two cores


def test_a_disk_that_fails_is_told_in_a_few_words_and_tried_again_later(
    status: QStatusBar, opened: Opened, attach: Callable[..., str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = attach("a1", "minutes.txt", b"quorum")
    monkeypatch.setattr(reading_documents, "_AFTER_ATTACHING_MS", 1)

    def failing(*_arguments: object, **_more: object) -> Iterator[object]:
        raise Busy("Another program is using this inspection.")

    with monkeypatch.context() as patch:
        patch.setattr(reading_documents, "read_documents", failing)
        reading = ReadingDocuments(opened.bridge, status, after_ms=0)
        qtbot.waitUntil(lambda: reading.words.startswith("Documents are not being read for the search"))
    second = attach("a2", "plan.txt", b"night shifts")
    qtbot.waitUntil(lambda: reading.words == "")
    qtbot.waitUntil(lambda: indexed(opened) == {first, second})
