"""The documents of the example: set from their texts, attached to their entries, read and planned."""

import os
from functools import partial
from pathlib import Path

import pytest

from tests.unit.example.conftest import CHEAP
from wellled_desktop import bootstrap
from wellled_desktop.exchange.documents.text import read_text
from wellled_desktop.framework.loader import load_pack
from wellled_desktop.inspection.example.documents import ExampleDocuments
from wellled_desktop.reports.example_documents import documents_in
from wellled_desktop.store import weighing_reading
from wellled_desktop.vault.example import create_example, read_content
from wellled_desktop.vault.library import Library

RESOURCES = bootstrap.shipped("resources")


@pytest.fixture(scope="module")
def made() -> ExampleDocuments:
    return documents_in(RESOURCES)(read_content(RESOURCES / "example"))


def test_the_same_texts_give_the_same_documents(made: ExampleDocuments) -> None:
    assert documents_in(RESOURCES)(read_content(RESOURCES / "example")) == made


def test_every_document_says_that_it_is_invented(made: ExampleDocuments) -> None:
    for document in made.documents:
        words = " ".join(read_text([document.content], document.name, document.media_type).pages)
        assert "invented example" in words.casefold(), document.name
        assert "made up" in words, document.name


def test_a_text_is_set_with_its_pages_headings_and_paragraphs(made: ExampleDocuments) -> None:
    (winter,) = (one for one in made.documents if one.name.startswith("Winter plan"))
    pages = read_text([winter.content], winter.name, winter.media_type).pages
    assert len(pages) == 4
    assert "Purpose of this paper" in pages[0]
    assert "escalation bay was opened without the staffing in the plan" in " ".join(pages[1].split())


def test_they_are_attached_to_their_entries_and_the_long_one_is_shared_out(tmp_path: Path) -> None:
    pack = load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")
    vault, _ = Library(tmp_path).create_vault("seven harbour lamps at dusk", "Lead", CHEAP, os.urandom)
    opened = create_example(vault, RESOURCES, pack, documents=documents_in(RESOURCES))
    attached = opened.store.read(weighing_reading.attachments)
    assert len(attached) == 4
    for one in attached:
        with opened.attachments.open(one.sha256) as reader:
            assert sum(len(frame) for frame in reader) == one.size
    parts = opened.store.read(partial(weighing_reading.reading_parts, entry_id=None))
    assert [(part.pages, part.state) for part in parts] == [
        ("p. 1\N{EN DASH}137", "read"), ("p. 138\N{EN DASH}274", "reading"), ("p. 275\N{EN DASH}411", "to read"),
    ]  # fmt: skip
    assert all(part.reader for part in parts)
    opened.close()
    vault.close()
