"""Taking the text of what is attached into the search."""

import io
import sys
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.hostile_shapes import docx, paragraph, pdf_of
from tests.store.conftest import HandClock
from tests.unit.exchange.documents.children import children
from tests.unit.exchange.documents.test_reading_text import many_pages
from tests.unit.vault.conftest import clock, folder, inspection_id, library, recovery_text, vault
from wellled_desktop.exchange.documents import indexing
from wellled_desktop.exchange.documents.indexing import ReadDocument, read_documents
from wellled_desktop.inspection.commands import AttachFile, RecordEvidence, RetractAttachment
from wellled_desktop.store.documents import Documents
from wellled_desktop.vault.library import OpenInspection, Vault

__all__ = ["clock", "folder", "inspection_id", "library", "recovery_text", "vault"]

PDF, TEXT = "application/pdf", "text/plain"


@pytest.fixture
def opened(vault: Vault, inspection_id: str, clock: HandClock) -> Iterator[OpenInspection]:
    opened = vault.open_inspection(inspection_id, clock)
    opened.store.execute(RecordEvidence("e1", "Board papers", "document"), RecordEvidence("e2", "Minutes", "document"))
    yield opened
    opened.close()
    assert children() == []


def attach(
    opened: OpenInspection, identifier: str, name: str, content: bytes, media_type: str = TEXT, entry: str = "e1"
) -> str:
    kept = opened.attachments.keep(io.BytesIO(content))
    opened.store.execute(AttachFile(identifier, entry, kept.sha256, kept.size, name, media_type))
    return kept.sha256


def known(opened: OpenInspection) -> Documents:
    return opened.documents()


def test_what_is_attached_is_found_by_its_words_afterwards(opened: OpenInspection) -> None:
    minutes = attach(opened, "a1", "minutes.pdf", pdf_of("the quorum"), PDF)
    plan = attach(
        opened, "a2", "plan.docx", docx(paragraph("night shifts")), "application/vnd.ms-word.document.macroEnabled.12"
    )
    told: list[tuple[int, int]] = []
    read = list(read_documents(opened, progress=lambda done, total: told.append((done, total))))
    assert read == [ReadDocument(minutes, "minutes.pdf", 1), ReadDocument(plan, "plan.docx", 1)]
    assert told == [(0, 2), (1, 2), (2, 2)]
    with closing(known(opened)) as documents:
        assert [(page.sha256, page.page) for page in documents.find('"shifts"', 9, 9)] == [(plan, 1)]
        assert documents.unread() == {}


def test_where_nothing_is_attached_nothing_is_made(opened: OpenInspection) -> None:
    assert list(read_documents(opened)) == []
    assert not opened._folder.documents.exists()


def test_each_content_is_read_once_and_not_again(opened: OpenInspection) -> None:
    attach(opened, "a1", "minutes.txt", b"the quorum")
    attach(opened, "a2", "copy.txt", b"the quorum", entry="e2")
    assert [one.name for one in read_documents(opened)] == ["minutes.txt"]
    assert list(read_documents(opened)) == []


def test_what_is_retracted_is_not_read(opened: OpenInspection) -> None:
    attach(opened, "a1", "minutes.txt", b"the quorum")
    opened.store.execute(RetractAttachment("a1", "the wrong one"))
    assert list(read_documents(opened)) == []


def test_what_cannot_be_read_is_remembered_with_its_reason_and_tried_again_only_when_asked(
    opened: OpenInspection, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = attach(opened, "a1", "broken.pdf", b"%PDF-1.7 nothing", PDF)
    (read,) = read_documents(opened)
    assert read.unread.startswith("This file is damaged")
    with closing(known(opened)) as documents:
        assert documents.unread([broken]) == {broken: read.unread}
    assert list(read_documents(opened)) == []
    assert list(read_documents(opened, again=True)) == [read]
    monkeypatch.setattr(indexing, "READER", "one that reads more")
    assert list(read_documents(opened)) == [read]
    assert list(read_documents(opened)) == []


def test_what_is_too_large_is_not_even_opened(opened: OpenInspection, monkeypatch: pytest.MonkeyPatch) -> None:
    attach(opened, "a1", "large.txt", b"words " * 10)
    monkeypatch.setattr(indexing, "MOST_BYTES", 59)
    monkeypatch.setattr(opened.attachments, "open", lambda _sha256: pytest.fail("it was opened"))
    (read,) = read_documents(opened)
    assert read.unread.startswith("This file is larger than 256 MB, so")


def test_what_failed_here_and_not_in_the_document_is_tried_the_next_time(
    opened: OpenInspection, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = attach(opened, "a1", "minutes.txt", b"the quorum")
    place = opened.attachments._place(bytes.fromhex(sha256))
    whole = place.read_bytes()
    place.write_bytes(whole[:-3])
    (read,) = read_documents(opened)
    assert read.unread.startswith("The kept file of this attachment is missing, damaged")
    place.write_bytes(whole)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", "/nowhere/python")
        (read,) = read_documents(opened)
        assert read.unread.startswith("This laptop has no room now")
    (read,) = read_documents(opened)
    assert (read.pages, read.unread) == (1, "")


def test_once_cancelled_it_ends_and_goes_on_the_next_time(opened: OpenInspection) -> None:
    attach(opened, "a1", "first.txt", b"first")
    attach(opened, "a2", "long.pdf", many_pages(1, 800_000), PDF)
    began: list[float] = []

    def told(done: int, _total: int) -> None:
        if done == 1:
            began.append(time.monotonic())

    read = list(read_documents(opened, progress=told, cancelled=lambda: bool(began)))
    assert time.monotonic() - began[0] < 3
    assert [one.name for one in read] == ["first.txt"]
    with closing(known(opened)) as documents:
        assert len(documents.indexed()) == 1


def test_a_document_is_in_the_search_whole_or_not_at_all(opened: OpenInspection) -> None:
    sha256 = attach(opened, "a1", "first.txt", b"word " * 600_000)
    asked = iter([False] * 1_500)  # a thousand parts are taken from the process, and then into the search
    read = list(read_documents(opened, cancelled=lambda: next(asked, True)))
    assert read == []
    with closing(known(opened)) as documents:
        assert documents.indexed() == frozenset()
    assert [one.sha256 for one in read_documents(opened)] == [sha256]
